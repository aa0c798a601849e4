"""What is chosen for a session from a list: kind, status of its contributors, and who may see it."""

from collections import Counter
from typing import Final

from planner.fields.field import MIXED, EditRequest, FieldEdit, Refusal, edit_all, edit_sessions
from planner.model import Audience, Plan, Session, Status
from planner.model.edits import change_contribution, change_session
from planner.text import Language, kind_name, mark, session_name, status_name

AUDIENCES: Final = {
    Audience.PUBLIC: mark("Everybody"),
    Audience.ATTENDEES: mark("Participants"),
    Audience.TEAM: mark("The team"),
    Audience.INTERNAL: mark("Only this file"),
}


def read_kind(_request: EditRequest, given: object) -> str:
    """Return the id of the chosen kind."""
    return str(given)


def kind_edit(request: EditRequest, kind: str) -> FieldEdit:
    """Set the kind of all sessions."""
    return edit_all(
        request, lambda plan, session_id: change_session(plan, session_id, kind=kind), mark("Change {session}")
    )


def kind_words(plan: Plan, session: Session, t: Language) -> str:
    """Return the name of the kind."""
    return kind_name(plan.kind_of(session), t)


def kind_choices(plan: Plan, _sessions: tuple[Session, ...], t: Language) -> list[tuple[object, str]]:
    """Return all kinds."""
    return [(kind.id, kind_name(kind, t)) for kind in plan.kinds]


def has_people(session: Session) -> bool:
    """Return whether somebody contributes, so that there is a status."""
    return bool(session.everyone())


def read_status(request: EditRequest, given: object) -> Status | Refusal:
    """Return the chosen status."""
    if not any(session.everyone() for session in request.sessions):
        return Refusal(request.t("Nobody contributes yet."))
    return Status(str(given))


def status_edit(request: EditRequest, status: Status) -> FieldEdit:
    """Set the status of all contributions."""
    with_people = tuple(session.id for session in request.sessions if session.everyone())

    def note(plan: Plan, session_id: str) -> Plan:
        for contribution in plan.session_by_id[session_id].everyone():
            plan = change_contribution(plan, contribution.id, status=status)
        return plan

    return edit_sessions(with_people, note, mark("Change who contributes to {session}"))


def status_words(_plan: Plan, session: Session, t: Language) -> str:
    """Return the status of the contributors; with numbers where it differs."""
    counted = Counter(contribution.status for contribution in session.everyone())
    if len(counted) == 1:
        return status_name(next(iter(counted)), t)
    return ", ".join(f"{counted[status]} {status_name(status, t)}" for status in Status if status in counted)


def current_status(session: Session) -> object:
    """Return the status that all contributors have; MIXED if they differ, None if there are none."""
    found = {contribution.status for contribution in session.everyone()}
    return MIXED if len(found) > 1 else found.pop() if found else None


def status_choices(_plan: Plan, _sessions: tuple[Session, ...], t: Language) -> list[tuple[object, str]]:
    """Return all statuses."""
    return [(status, status_name(status, t)) for status in Status]


def read_audience(_request: EditRequest, given: object) -> Audience:
    """Return the chosen audience."""
    return Audience(str(given))


def audience_edit(request: EditRequest, audience: Audience) -> FieldEdit:
    """Set the audience of all sessions."""
    return edit_all(
        request, lambda plan, session_id: change_session(plan, session_id, audience=audience), mark("Change {session}")
    )


def audience_words(_plan: Plan, session: Session, t: Language) -> str:
    """Return who may see the session."""
    return t(AUDIENCES[Audience(session.audience)])


def audience_choices(_plan: Plan, _sessions: tuple[Session, ...], t: Language) -> list[tuple[object, str]]:
    """Return all audiences, the widest first."""
    return [(audience, t(words)) for audience, words in AUDIENCES.items()]


def title_words(plan: Plan, session: Session, t: Language) -> str:
    """Return the title, or the kind where it has none."""
    return session_name(plan, session, t)
