"""Arguments of pasting: sessions of this plan or of another, on its days, in the tray, or on days of their own."""

from typing import Any

from hypothesis import strategies as st

from planner.examples import osnabrueck_two_days
from planner.model import Plan
from planner.model.derive.excerpt import excerpt
from planner.model.edits import PasteTarget, pasted_ids

OTHER = osnabrueck_two_days().plan


def paste_arguments(data: st.DataObject, plan: Plan) -> tuple[tuple[Any, ...], dict[str, Any]]:
    draw = data.draw
    source = draw(st.sampled_from((plan, OTHER)))
    sessions = draw(st.lists(st.sampled_from(source.sessions), max_size=4, unique=True)) if source.sessions else []
    pasted = excerpt(source, [session.id for session in sessions])
    days = (None, *(day.id for day in plan.days))
    landings = {
        day.id: PasteTarget(draw(st.sampled_from(days)), draw(st.integers(-300, 900)))
        for day in pasted.days
        if draw(st.booleans())
    }
    ids = tuple(f"new{number}" for number in range(pasted_ids(pasted)))
    return (pasted, landings, ids), {"flow": draw(st.booleans())}
