"""Plans of a few lines for tests: two days, a hall of two halves, a foyer, two people, one round."""

from datetime import date
from typing import Any, Final

from planner.model import Attendance, Day, Everyone, Number, Person, Place, Plan, Room, Round, Session, Share

MONDAY: Final = Day(id="mon", date=date(2027, 3, 1), start=540, end=1080)
TUESDAY: Final = Day(id="tue", date=date(2027, 3, 2), start=540, end=1080)
ROOMS: Final = (
    Room(id="hall", name="Hall", parts=("half-1", "half-2")),
    Room(id="half-1", name="Half 1"),
    Room(id="half-2", name="Half 2"),
    Room(id="foyer", name="Foyer"),
)
PEOPLE: Final = (Person(id="ann", name="Ann"), Person(id="ben", name="Ben"))
SOME: Final = Number(number=10)
"""Not everyone: such a session is on the tracks of its rooms only."""


def at(
    session_id: str,
    start: int | None,
    minutes: int = 60,
    *rooms: str,
    who: Attendance = Everyone(),  # noqa: B008  # immutable
    **fields: Any,  # noqa: ANN401  # validated by the model
) -> Session:
    """Return a session on Monday at an hour and minute such as 930; None for the tray."""
    minute = None if start is None else start // 100 * 60 + start % 100
    places = tuple(Place(room=room) for room in rooms)
    day = fields.pop("day", "mon" if start is not None else None)
    return Session(
        id=session_id, kind="talk", day=day, start=minute, minutes=minutes, places=places, attendance=who, **fields
    )


def forum(session_id: str, start: int, minutes: int = 60, *rooms: str, **fields: Any) -> Session:  # noqa: ANN401
    """Return a session of the round."""
    return at(session_id, start, minutes, *rooms, who=Share(round="round"), **fields)


def plan_of(*sessions: Session, **fields: Any) -> Plan:  # noqa: ANN401
    """Return a plan of these sessions."""
    given: dict[str, Any] = {
        "days": (MONDAY, TUESDAY),
        "rooms": ROOMS,
        "people": PEOPLE,
        "rounds": (Round(id="round", title="Forums"),),
    }
    return Plan(id="plan", sessions=sessions, **(given | fields))


def starts(plan: Plan) -> dict[str, int | None]:
    """Return when the sessions start, as 930."""
    return {
        session.id: None if session.start is None else session.start // 60 * 100 + session.start % 60
        for session in plan.sessions
    }
