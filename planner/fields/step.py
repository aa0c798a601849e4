"""One input as one step that can be undone: the changed plan and the step's name, wherever the input was typed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from planner.fields.field import EditRequest, Field, Refusal
from planner.model import Plan
from planner.text import Language, session_name


@dataclass(frozen=True)
class ProposedStep:
    """A plan changed by an input, the name of that step, and the ids of the changed sessions."""

    plan: Plan
    name: str
    ids: tuple[str, ...]


def proposed_step(field: Field[Any], request: EditRequest, given: object, words: str = "") -> ProposedStep | Refusal:
    """Return the step that an input becomes, or why it is refused; words may name the step instead of the edit's."""
    t = request.t
    try:
        edit = field.answer(request, given)
        if isinstance(edit, Refusal):
            return edit
        after = edit.apply(request.plan)
    except ValueError:  # more than a plan can hold
        return Refusal(t("The plan cannot hold that."))
    number = len(edit.ids)
    if number > 1:
        name = t.count(
            "Change “{field}” of {number} session",
            "Change “{field}” of {number} sessions",
            number,
            field=t(field.label),
        )
    else:
        named_in = after if words else request.plan
        name = t(words or edit.words, session=sessions_named(named_in, edit.ids, t))
    return ProposedStep(after, name, edit.ids)


def sessions_named(plan: Plan, ids: Sequence[str], t: Language) -> str:
    """Return the name of a single session, or the number of sessions."""
    if len(ids) == 1:
        return session_name(plan, plan.session_by_id[ids[0]], t)
    return t.count("{number} session", "{number} sessions", len(ids))
