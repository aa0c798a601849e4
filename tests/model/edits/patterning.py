"""Valid arguments of adding several sessions at once, such as those of a pattern."""

from typing import Any

from hypothesis import reject
from hypothesis import strategies as st

from planner.model import KINDS, Plan, Session
from planner.model.edits import pattern_ids, pattern_of, sketch_ids
from planner.model.typed_session import Guest, Sketch
from planner.text import language
from planner.text.patterns import built_in_patterns
from tests.texts import texts


def pattern_arguments(data: st.DataObject, plan: Plan) -> tuple[tuple[Any, ...], dict[str, Any]]:
    """Return what a pattern is added with, behind the plan."""
    draw = data.draw
    if not plan.days:
        reject()
    patterns = list(built_in_patterns(language("de")))
    scheduled = [session.id for session in plan.sessions if session.scheduled]
    if scheduled:
        chosen = draw(st.lists(st.sampled_from(scheduled), min_size=1, max_size=4, unique=True))
        patterns.append(pattern_of(plan, chosen, "own", draw(texts)))
    pattern = draw(st.sampled_from(patterns))
    ids = tuple(f"new{number}" for number in range(pattern_ids(pattern)))
    day = draw(st.sampled_from(plan.days)).id
    return (pattern, day, draw(st.integers(0, 2879)), ids), {"flow": draw(st.booleans())}


def together_arguments(data: st.DataObject, plan: Plan, session: Session) -> tuple[tuple[Any, ...], dict[str, Any]]:
    """Return several sessions like one, at any times of one day."""
    if not plan.days:
        reject()
    day = data.draw(st.sampled_from(plan.days)).id
    starts = data.draw(st.lists(st.integers(0, 2000), max_size=3, unique=True))
    together = [session.changed(id=f"new{start}", day=day, start=start) for start in starts]
    return (together,), {"flow": data.draw(st.booleans())}


def sketch_arguments(data: st.DataObject, plan: Plan, session: Session) -> tuple[tuple[Any, ...], dict[str, Any]]:
    """Return a sketch that is like a session, and people of the plan."""
    draw = data.draw
    if not plan.days:
        reject()
    people = draw(st.lists(st.sampled_from(plan.people), max_size=2, unique=True)) if plan.people else []
    sketch = Sketch(
        kind=draw(st.sampled_from((*plan.kinds, *KINDS))),
        title=session.title,
        minutes=session.minutes,
        start=draw(st.none() | st.integers(0, 2879)),
        fixed=draw(st.booleans()),
        places=session.places,
        guests=(Guest(label="N. N."), *(Guest(person=person.id) for person in people)),
        number=draw(st.none() | st.integers(0, 50)),
        copies=draw(st.integers(1, 5)),
    )
    ids = tuple(f"new{number}" for number in range(sketch_ids(sketch)))
    day = draw(st.sampled_from(plan.days)).id
    return (sketch, day, draw(st.integers(0, 2879)), ids), {"flow": draw(st.booleans()), "round_title": session.title}
