"""Believable days by chance: one block after the other in few rooms, so that checks of time have something to say."""

from collections.abc import Iterator
from datetime import date
from itertools import count
from typing import Final

from hypothesis import strategies as st

from planner.model import (
    Attendance,
    Contribution,
    Day,
    Everyone,
    Number,
    Person,
    Place,
    Plan,
    Role,
    Round,
    Seating,
    Session,
    Settings,
    Share,
    Status,
)
from planner.model.kind import KINDS
from tests.checks.tiny import ROOMS, room
from tests.texts import texts

_ROOMS: Final = (*ROOMS, room("foyer", standing=80), room("bare"))
_PLACES: Final = tuple(
    Place(room=room.id, seating=seating)
    for room in _ROOMS
    for seating in (*(capacity.seating for capacity in room.capacities), Seating.CLASSROOM, None)
)
_PEOPLE: Final = tuple(Person(id=f"p{n}", name=f"Person {n}") for n in range(1, 5))
_ROUNDS: Final = (Round(id="g1", title="Round 1"), Round(id="g2", title="Round 2"))
_DATES: Final = st.sampled_from((date(2027, 3, 1), date(2027, 3, 28), date(2027, 10, 31)))
_SETTINGS: Final = st.builds(
    Settings,
    expected=st.sampled_from((20, 60)),
    reseating_minutes=st.sampled_from((0, 20)),
    walking_minutes=st.sampled_from((0, 5, 20)),
    longest_without_break=st.sampled_from((45, 90)),
    longest_one_way=st.sampled_from((20, 45)),
    arrival_minutes=st.sampled_from((15, 60)),
)


@st.composite
def days(draw: st.DrawFn) -> Plan:
    """A day, or one that begins in a night of a clock change, whose blocks follow each other with small gaps."""
    ids = (f"n{number}" for number in count(1))
    start = draw(st.sampled_from((0, 8 * 60, 9 * 60, 10 * 60)))
    time = start + draw(st.sampled_from((0, 0, 0, 15, -10))) if start else 60
    sessions: list[Session] = []
    for _ in range(draw(st.integers(1, 9))):
        made = draw(_block(ids, time))
        sessions += made
        time = max(session.end for session in made) + draw(st.sampled_from((0, 0, 0, 0, 5, 10, 30, -5)))
    spare = draw(st.sampled_from((0, 0, 15, 60, -10)))
    day = Day(id="d1", date=draw(_DATES), start=start, end=max(start + 30, time + spare))
    return Plan(
        id="plan",
        days=(day,),
        rooms=_ROOMS,
        people=_PEOPLE,
        rounds=_ROUNDS,
        sessions=tuple(sessions),
        settings=draw(_SETTINGS),
    )


@st.composite
def _block(draw: st.DrawFn, ids: Iterator[str], start: int) -> list[Session]:
    """What is for everyone, or sessions side by side: of a round, or of groups."""
    sort = draw(st.sampled_from(("everyone", "everyone", "everyone", "round", "groups")))
    if sort == "everyone":
        return [draw(_session(next(ids), start, Everyone()))]
    attendance = Share(round=draw(st.sampled_from(("g1", "g2")))) if sort == "round" else Number(number=12)
    return [draw(_session(next(ids), start, attendance)) for _ in range(draw(st.integers(1, 3)))]


@st.composite
def _session(draw: st.DrawFn, key: str, start: int, attendance: Attendance) -> Session:
    people = draw(st.lists(st.sampled_from(_PEOPLE), max_size=2, unique=True))
    return Session(
        id=key,
        kind=draw(st.sampled_from(KINDS)).id,
        title=draw(texts),
        day="d1",
        start=start,
        minutes=draw(st.sampled_from((5, 10, 15, 20, 30, 45, 60, 75, 120))),
        fixed=draw(st.sampled_from((False, False, False, True))),
        places=draw(st.sampled_from(((), *((place,) for place in _PLACES)))),
        attendance=attendance,
        contributions=tuple(
            Contribution(
                id=f"{key}-{person.id}",
                person=person.id,
                role=draw(st.sampled_from((Role.MODERATION, Role.SPEAKER, Role.PANEL))),
                status=Status.CONFIRMED,
            )
            for person in people
        ),
    )
