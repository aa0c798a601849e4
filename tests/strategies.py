"""Valid documents by chance: every field, every reference, text of every kind; ids count up and never vary."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Final, NamedTuple, TypeVar

from hypothesis import strategies as st

from planner.model import (
    Acceptance,
    Attendance,
    Audience,
    Available,
    Capacity,
    Contact,
    Contribution,
    Day,
    Document,
    Everyone,
    Given,
    Item,
    Kind,
    Ledger,
    Logo,
    Note,
    Number,
    Person,
    Place,
    Plan,
    PrintSettings,
    Registration,
    Release,
    Role,
    Room,
    Round,
    Seat,
    Seating,
    Sent,
    Series,
    Session,
    Settings,
    Share,
    Status,
    Venue,
)
from planner.model.kind import KINDS
from tests.texts import texts

T = TypeVar("T")

PNG: Final = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="  # 1 × 1
_starts: Final = st.one_of(st.integers(96, 228).map(lambda n: n * 5), st.integers(0, 2879))
_minutes: Final = st.one_of(st.integers(1, 24).map(lambda n: n * 5), st.integers(0, 1440))
_sizes: Final = st.none() | st.integers(0, 200)
_dates: Final = st.dates(date(2020, 1, 1), date(2035, 12, 31))
_moments: Final = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
_lines: Final = st.lists(texts, max_size=2).map(tuple)
_need: Final = st.sampled_from(("step-free", "Höranlage", "Dolmetschen", "sign-language", "Beamer")) | texts
_needs: Final = st.lists(_need, max_size=2).map(tuple)


class _Around(NamedTuple):
    """What a session may refer to."""

    days: tuple[Day, ...]
    kinds: tuple[Kind, ...]
    rooms: tuple[Room, ...]
    people: tuple[Person, ...]
    series: tuple[Series, ...]
    rounds: tuple[Round, ...]


@st.composite
def documents(draw: st.DrawFn, max_sessions: int = 8) -> Document:
    """A plan and a ledger that knows some of its sessions."""
    plan = draw(plans(max_sessions))
    return Document(plan=plan, ledger=draw(_ledger(tuple(session.id for session in plan.sessions))))


@st.composite
def plans(draw: st.DrawFn, max_sessions: int = 8) -> Plan:
    """One or two days with sessions, divisible rooms, people, rounds with seats, items and contributions."""
    days = draw(_days())
    rooms = draw(_rooms(days))
    series = tuple(Series(id=f"t{n}", title=draw(texts)) for n in range(1, draw(st.integers(1, 3))))
    people = draw(_people(days, series))
    rounds = tuple(Round(id=f"g{n}", title=draw(texts)) for n in range(1, draw(st.integers(1, 3))))
    kinds = draw(st.sampled_from((KINDS, (*KINDS, Kind(id="walk", name="Stadtgang", minutes=45, needs_room=False)))))
    ids = (f"c{n}" for n in count(1))
    around = _Around(days, kinds, rooms, people, series, rounds)
    sessions = tuple(draw(_session(n, ids, around)) for n in range(1, draw(st.integers(0, max_sessions)) + 1))
    if people and draw(st.booleans()):
        days = (days[0].changed(contributions=(draw(_contribution(next(ids), people)),)), *days[1:])
    return Plan(
        id="plan",
        title=draw(texts),
        subtitle=draw(texts),
        question=draw(texts),
        introduction=draw(texts),
        organiser=draw(texts),
        zone=draw(st.sampled_from(("Europe/Berlin", "America/St_Johns", "UTC"))),
        days=days,
        kinds=kinds,
        rooms=rooms,
        people=people,
        series=series,
        rounds=tuple(draw(_seated(round_, sessions, people)) for round_ in rounds),
        sessions=sessions,
        venue=draw(_venues),
        contact=draw(st.builds(Contact, name=texts, email=texts, text=texts)),
        notes=draw(st.lists(st.builds(Note, title=texts, text=texts), max_size=1).map(tuple)),
        logos=draw(st.sampled_from(((), (Logo(id="logo", name="Kreis", group="funders", words="Dank", image=PNG),)))),
        settings=draw(_settings),
        print=draw(st.builds(PrintSettings, language=st.sampled_from(("de", "en")), as_of=st.none() | _dates)),
        acceptances=draw(_acceptances(sessions)),
    )


@st.composite
def _days(draw: st.DrawFn) -> tuple[Day, ...]:
    first = draw(_dates)
    number = draw(st.integers(1, 2))
    return tuple(
        Day(id=f"d{n}", date=first + timedelta(n), title=draw(texts), start=start, end=start + 480)
        for n, start in enumerate(draw(st.lists(st.integers(400, 700), min_size=number, max_size=number)), 1)
    )


@st.composite
def _rooms(draw: st.DrawFn, days: tuple[Day, ...]) -> tuple[Room, ...]:
    """Rooms of which each may have later ones as parts, so that none is a part of itself."""
    ids = [f"r{n}" for n in range(1, draw(st.integers(0, 4)) + 1)]
    return tuple(
        Room(
            id=room_id,
            name=draw(texts),
            capacities=tuple(Capacity(seating=seating, places=draw(st.integers(0, 200))) for seating in seatings),
            parts=_some(draw, ids[n + 1 :], 2),
            features=draw(_needs),
            step_free=draw(st.none() | st.booleans()),
            hearing_loop=draw(st.none() | st.booleans()),
            available=draw(_available(days)),
            note=draw(texts),
        )
        for n, room_id in enumerate(ids)
        for seatings in (_some(draw, tuple(Seating), 3),)
    )


@st.composite
def _people(draw: st.DrawFn, days: tuple[Day, ...], series: tuple[Series, ...]) -> tuple[Person, ...]:
    return tuple(
        Person(
            id=f"p{n}",
            name=draw(texts),
            function=draw(texts),
            organisation=draw(texts),
            gender=draw(st.sampled_from(("", "female", "male", "diverse"))),
            languages=draw(_lines),
            registration=draw(st.sampled_from(Registration)),
            staff=draw(st.booleans()),
            listed=draw(st.booleans()),
            available=draw(_available(days)),
            wishes=_some(draw, tuple(topic.id for topic in series), 2),
            needs=draw(_needs),
        )
        for n in range(1, draw(st.integers(0, 5)) + 1)
    )


@st.composite
def _session(draw: st.DrawFn, number: int, ids: Iterator[str], around: _Around) -> Session:
    day = draw(st.none() | st.sampled_from(around.days).map(lambda day: day.id))
    items = tuple(
        Item(
            id=f"s{number}i{n}",
            title=draw(texts),
            minutes=draw(st.none() | _minutes),
            contributions=tuple(draw(_contribution(next(ids), around.people)) for _ in range(draw(st.integers(0, 1)))),
        )
        for n in range(1, draw(st.integers(0, 2)) + 1)
    )
    return Session(
        id=f"s{number}",
        kind=draw(st.sampled_from(around.kinds)).id,
        title=draw(texts),
        description=draw(texts),
        day=day,
        start=None if day is None else draw(st.none() | _starts),
        minutes=draw(_minutes),
        fixed=draw(st.booleans()),
        places=tuple(
            Place(room=room, seating=draw(st.none() | st.sampled_from(Seating)))
            for room in _some(draw, tuple(room.id for room in around.rooms), 2)
        ),
        attendance=draw(_attendance(around.rounds)),
        min_size=draw(_sizes),
        max_size=draw(_sizes),
        series=draw(st.none() | st.sampled_from([topic.id for topic in around.series])) if around.series else None,
        items=items,
        contributions=tuple(draw(_contribution(next(ids), around.people)) for _ in range(draw(st.integers(0, 2)))),
        audience=draw(st.sampled_from(Audience)),
        technology=draw(texts),
        needs=draw(_needs),
        note=draw(texts),
    )


def _attendance(rounds: tuple[Round, ...]) -> st.SearchStrategy[Attendance]:
    shares = [st.sampled_from(rounds).map(lambda round_: Share(round=round_.id))] if rounds else []
    return st.one_of(st.just(Everyone()), st.integers(0, 300).map(lambda n: Number(number=n)), *shares)


@st.composite
def _contribution(draw: st.DrawFn, id_: str, people: tuple[Person, ...]) -> Contribution:
    return Contribution(
        id=id_,
        person=draw(st.none() | st.sampled_from(people).map(lambda person: person.id)) if people else None,
        label=draw(texts),
        function=draw(texts),
        role=draw(st.sampled_from(Role)),
        status=draw(st.sampled_from(Status)),
        asked_on=draw(st.none() | _dates),
        answer_by=draw(st.none() | _dates),
        print_status=draw(st.booleans()),
        audience=draw(st.sampled_from(Audience)),
    )


@st.composite
def _seated(draw: st.DrawFn, round_: Round, sessions: tuple[Session, ...], people: tuple[Person, ...]) -> Round:
    members = tuple(session.id for session in sessions if session.round == round_.id)
    seated = _some(draw, tuple(person.id for person in people), 4) if members else ()
    seats = tuple(
        Seat(person=person, session=draw(st.sampled_from(members)), pinned=draw(st.booleans())) for person in seated
    )
    return round_.changed(seats=seats, min_size=draw(_sizes), max_size=draw(_sizes))


@st.composite
def _available(draw: st.DrawFn, days: tuple[Day, ...]) -> tuple[Available, ...]:
    if draw(st.booleans()):
        return ()
    return (Available(day=draw(st.sampled_from(days)).id, start=draw(_starts), minutes=draw(_minutes)),)


@st.composite
def _acceptances(draw: st.DrawFn, sessions: tuple[Session, ...]) -> tuple[Acceptance, ...]:
    if not sessions or draw(st.booleans()):
        return ()
    facts = (("places", draw(st.integers(0, 500))), ("room", draw(texts)))
    return (Acceptance(code="room-small", subjects=(sessions[0].id,), facts=facts, note=draw(texts)),)


@st.composite
def _ledger(draw: st.DrawFn, sessions: tuple[str, ...]) -> Ledger:
    if draw(st.booleans()):
        return Ledger()
    at, start = draw(_moments), draw(_moments)
    known = (*sessions, "lost")
    given = tuple(
        Given(session=session, start=start, end=start + timedelta(minutes=30), title=draw(texts), sequence=n, at=at)
        for n, session in enumerate(_some(draw, known, 3))
    )
    sent = (Sent(recipient="p1", session=draw(st.sampled_from(known)), sequence=0, status="cancelled", at=at),)
    return Ledger(releases=(Release(id="v1", name=draw(texts), at=at, given=given),), sent=sent)


_venues: Final = st.builds(
    Venue,
    name=texts,
    town=texts,
    latitude=st.none() | st.floats(-90, 90),
    longitude=st.none() | st.floats(-180, 180),
    access=texts,
)
_settings: Final = st.builds(
    Settings,
    expected=st.integers(0, 200),
    cap=st.integers(0, 200),
    grid=st.sampled_from((1, 5, 15)),
    staff=st.integers(0, 9),
    stage_counts=st.booleans(),
    staff_counts=st.booleans(),
    catering=_sizes,
    forum_timekeeping=st.booleans(),
)


def _some(draw: st.DrawFn, values: Sequence[T], most: int) -> tuple[T, ...]:
    """Up to so many different values, in the order they have."""
    if not values:
        return ()
    return tuple(draw(st.lists(st.sampled_from(values), max_size=most, unique=True)))
