"""What is deliberately wrong with people, equipment, roles and numbers in the example with problems."""

from collections.abc import Callable, Mapping
from typing import Any, Final, Protocol, TypeVar

from planner.model.person import Person, Registration
from planner.model.plan import Day, Plan
from planner.model.room import Available, Room
from planner.model.session import Audience, Contribution, Role, Session, Status

_DAY: Final = "d-1"


class _Changeable(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_Changeable)

_ROOMS: Final[dict[str, Callable[[Room], Room]]] = {
    # Closed 15 minutes before the forum in it ends, and its lift is broken.
    "r-piesberg": lambda room: room.changed(
        available=(Available(day=_DAY, start=9 * 60, minutes=6 * 60),), step_free=False
    ),
    "r-dom": lambda room: room.changed(features=("Flipchart", "Pinnwand")),
}
_PEOPLE: Final[dict[str, Callable[[Person], Person]]] = {
    # She moderates forum 2, and leaves at noon.
    "p-f-beispiel": lambda person: person.changed(available=(Available(day=_DAY, start=10 * 60, minutes=150),)),
    # Has a seat in forum 1, and comes when it is half over.
    "p-53": lambda person: person.changed(available=(Available(day=_DAY, start=14 * 60 + 45, minutes=135),)),
}
_WAITING: Final = Person(
    id="p-62",
    name="AYŞE ÖRNEK",
    function="Integrationsbeauftragte",
    organisation="Stadt",
    town="Musterstadt",
    registration=Registration.WAITING,
)
"""On the waiting list though a place is free, and in the list of participants already."""


def with_people_problems(plan: Plan) -> Plan:
    """Return the plan with one problem more of each sort that has to do with people."""
    return plan.changed(
        days=tuple(map(_day, plan.days)),
        rooms=_each(plan.rooms, _ROOMS),
        people=(*_each(plan.people, _PEOPLE), _WAITING),
        sessions=_each(plan.sessions, _SESSIONS),
        settings=plan.settings.changed(cap=62, catering=65),
    )


def _each(things: tuple[T, ...], changes: Mapping[str, Callable[[T], T]]) -> tuple[T, ...]:
    return tuple(changes[each.id](each) if each.id in changes else each for each in things)


def _day(day: Day) -> Day:
    """Send all interpreters away."""
    return day.changed(contributions=tuple(each for each in day.contributions if each.role != Role.INTERPRETER))


def _podium(session: Session) -> Session:
    """Leave only women on the panel, and one interpreter for all of it."""
    alone = Contribution(
        id="c-podium-gebaerden",
        label="Gebärdensprache",
        role=Role.INTERPRETER,
        status=Status.CONFIRMED,
        audience=Audience.TEAM,
    )
    stage = (_declined(each) if each.person == "p-c-muster" else each for each in session.contributions)
    return session.changed(contributions=(*stage, alone))


def _declined(contribution: Contribution) -> Contribution:
    return contribution.changed(status=Status.DECLINED)


def _without(role: Role) -> Callable[[Session], Session]:
    return lambda session: session.changed(
        contributions=tuple(each for each in session.contributions if each.role != role)
    )


def _with(**fields: Any) -> Callable[[Session], Session]:  # noqa: ANN401  # checked by the model
    return lambda session: session.changed(**fields)


_SESSIONS: Final[dict[str, Callable[[Session], Session]]] = {
    "s-podium": _podium,
    # Nobody has entered what there is in room Hase; room Dom has no projector.
    "s-forum-1": _with(needs=("Dokumentenkamera",)),
    "s-forum-2": _without(Role.MINUTES),
    "s-forum-3": _with(needs=("Beamer",)),
    # The hearing loop was forgotten, and the room holds fewer than the forum is meant for.
    "s-forum-4": _with(technology="", min_size=12),
    "s-ergebnisse": _with(
        contributions=(Contribution(id="c-ergebnisse", person="p-e-muster", status=Status.CONFIRMED),)
    ),
    # As many as the town invites, more than the event takes.
    "s-stadtgang": _with(attendance={"who": "number", "number": 70}),
}
