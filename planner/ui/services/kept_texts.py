"""Texts that were typed but that the plan cannot take: whose they are and how they are described."""

from planner.model import Plan
from planner.text import Language, session_name
from planner.text.field_names import FIELD_LABELS
from planner.ui.services.view_state import ViewState

_BRIEF = 40


def owners(plan: Plan, subject: str) -> tuple[str, ...]:
    """Return the sessions, as far as they still exist, that a text was typed for; for an item, its session."""
    ids = tuple(session for session in subject.split() if session in plan.session_by_id)
    return ids or tuple(session.id for session in plan.sessions if subject in {item.id for item in session.items})


def kept_words(plan: Plan, view: ViewState, t: Language) -> tuple[str, ...]:
    """Describe each kept text by its field, its session and its beginning."""
    return tuple(_named(plan, owners(plan, subject), field, text, t) for (subject, field), text in view.kept.items())


def _named(plan: Plan, sessions: tuple[str, ...], field: str, text: str, t: Language) -> str:
    names = ", ".join(session_name(plan, plan.session_by_id[session], t) for session in sessions[:3])
    start = " ".join(text[:_BRIEF].split()) + ("…" if len(text) > _BRIEF else "")
    size = t.count("{number} character", "{number} characters", len(text))
    where = (
        t("{field} of “{session}”", field=t(FIELD_LABELS[field]), session=names) if names else t(FIELD_LABELS[field])
    )
    return f"{where}, {size}: {start}"


def show_first(plan: Plan, view: ViewState) -> None:
    """Select the sessions that the first kept text was typed for."""
    for subject, _ in view.kept:
        if ids := owners(plan, subject):
            view.select(*ids)
            return
