"""Names: of kinds, seatings, roles and statuses, and of the entries of a plan."""

from typing import Final

from planner.model import Contribution, Kind, Plan, Role, Seating, Session, Status
from planner.text.language import Language, mark

NAMELESS: Final = "N. N."
"""What stands in place of a name while nobody is found yet, in both languages."""
KIND_NAMES: Final = {
    "arrival": mark("Arrival"),
    "welcome": mark("Welcome"),
    "talk": mark("Input talk"),
    "panel": mark("Panel"),
    "workshop": mark("Workshop"),
    "forum": mark("Forum"),
    "plenary": mark("Plenary"),
    "break": mark("Break"),
    "meal": mark("Meal"),
    "change": mark("Change of rooms"),
    "closing": mark("Closing"),
}
KIND_SHORT: Final = {"talk": mark("Talk")}
"""Shorter names for small blocks; a kind without one has the same name everywhere."""
SEATINGS: Final = {
    Seating.ROWS: mark("Rows"),
    Seating.CLASSROOM: mark("Classroom"),
    Seating.U_SHAPE: mark("U-shape"),
    Seating.CIRCLE: mark("Circle of chairs"),
    Seating.GROUPS: mark("Group tables"),
    Seating.BANQUET: mark("Banquet"),
    Seating.BLOCK: mark("Block table"),
    Seating.STANDING: mark("Standing tables"),
}
ROLES: Final = {
    Role.MODERATION: mark("Moderation"),
    Role.SPEAKER: mark("Input"),
    Role.PANEL: mark("Panel"),
    Role.WELCOME: mark("Welcome"),
    Role.HOST: mark("Host"),
    Role.MINUTES: mark("Minutes"),
    Role.TIMEKEEPING: mark("Time-keeping"),
    Role.INTERPRETER: mark("Interpreting"),
    Role.TECHNOLOGY: mark("Technology"),
    Role.OTHER: mark("With"),
}
STATUSES: Final = {
    Status.OPEN: mark("open"),
    Status.ASKED: mark("asked"),
    Status.CONFIRMED: mark("confirmed"),
    Status.DECLINED: mark("declined"),
}


def kind_name(kind: Kind, t: Language) -> str:
    """Return a kind's own name, or the built-in one in the reader's language."""
    return kind.name or t(KIND_NAMES.get(kind.id, kind.id))


def kind_short(kind: Kind, t: Language) -> str:
    """Return the name of a kind for small blocks."""
    return kind.short or kind.name or t(KIND_SHORT.get(kind.id, KIND_NAMES.get(kind.id, kind.id)))


def seating_name(seating: Seating | None, t: Language) -> str:
    """Return the name of a seating, empty for none."""
    return "" if seating is None else t(SEATINGS[seating])


def role_name(role: Role, t: Language) -> str:
    """Return the name of a role, as it stands before the people who have it."""
    return t(ROLES[role])


def status_name(status: Status, t: Language) -> str:
    """Return a status as an adjective: "asked", "confirmed"."""
    return t(STATUSES[status])


def session_name(plan: Plan, session: Session, t: Language) -> str:
    """Return the title of a session, or its kind while it has none."""
    return session.title or kind_name(plan.kind_of(session), t)


def room_name(plan: Plan, room: str, t: Language) -> str:
    """Return the name of a room, or words for one without a name."""
    return plan.room_by_id[room].name or t("Room without a name")


def contribution_name(plan: Plan, contribution: Contribution) -> str:
    """Return the printed label, else the person's name, else "N. N."."""
    person = plan.person_by_id.get(contribution.person or "")
    return contribution.label or (person.name if person else "") or NAMELESS


def contribution_function(plan: Plan, contribution: Contribution) -> str:
    """Return function and organisation as printed after a name, joined by a comma."""
    person = plan.person_by_id.get(contribution.person or "")
    function = contribution.function or (person.function if person else "")
    organisation = contribution.organisation or (person.organisation if person else "")
    return ", ".join(part for part in (function, organisation) if part)


def subject_name(plan: Plan, subject: str, t: Language) -> str:
    """Return what a reader calls the entry with this id; the id itself if there is none."""
    if session := plan.session_by_id.get(subject):
        return session_name(plan, session, t)
    if subject in plan.room_by_id:
        return room_name(plan, subject, t)
    if person := plan.person_by_id.get(subject):
        return person.name or t("Person without a name")
    if round_ := plan.round_by_id.get(subject):
        return round_.title or t("Round")
    if day := plan.day_by_id.get(subject):
        from planner.text.times import date_short

        return day.title or date_short(day.date, t)
    owners = (*plan.days, *plan.sessions, *(item for session in plan.sessions for item in session.items))
    found = (contribution for owner in owners for contribution in owner.contributions if contribution.id == subject)
    return next(
        (contribution_name(plan, contribution) for contribution in found), t("Event") if subject == plan.id else subject
    )


def session_words(plan: Plan, session: Session, t: Language) -> str:
    """Return the text in which a session is searched: kind, title, subtitle, rooms, people and items, casefolded."""
    rooms = (plan.room_by_id[place.room].name for place in session.places)
    people = (contribution_name(plan, contribution) for contribution in session.everyone())
    items = (item.title for item in session.items)
    kind = kind_name(plan.kind_of(session), t)
    return " ".join([kind, session.title, session.subtitle, *rooms, *people, *items]).casefold()
