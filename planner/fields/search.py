"""The text in which the list's filter searches a session."""

from planner.fields import choices, places, times
from planner.fields.field import Show
from planner.model import Plan, Session
from planner.text import Language, contribution_name

_SHOWN: tuple[Show, ...] = (
    choices.title_words,
    choices.kind_words,
    places.rooms_words,
    places.seating_words,
    places.attendance_words,
    times.day_words,
)


def searched_text(plan: Plan, session: Session, t: Language) -> str:
    """Return what is shown of a session, besides its times, casefolded."""
    words = [show(plan, session, t) for show in _SHOWN]
    words += [contribution_name(plan, contribution) for contribution in session.everyone()]
    words += [session.subtitle, session.question, *(item.title for item in session.items)]
    return " ".join(words).casefold()
