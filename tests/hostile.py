"""Plans that nobody would write and the model takes all the same: the limits of every field, at once."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from typing import Final, NamedTuple

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
    Item,
    Kind,
    Logo,
    Note,
    Number,
    Person,
    Place,
    Plan,
    PrintSettings,
    Registration,
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
from planner.model.edits import change_print, remove_session
from planner.model.kind import KINDS
from planner.model.ledger import MAX_SEQUENCE
from planner.model.releases import release
from planner.model.time import LAST_START
from tests import hostile_values as values
from tests.strategies import PNG


class _Around(NamedTuple):
    """What a session may refer to."""

    days: tuple[Day, ...]
    kinds: tuple[Kind, ...]
    rooms: tuple[Room, ...]
    people: tuple[Person, ...]
    series: tuple[Series, ...]
    rounds: tuple[Round, ...]


@st.composite
def hostile_documents(draw: st.DrawFn, max_sessions: int = 6) -> Document:
    """A hostile plan, and a ledger of some releases of it: changed, cancelled and come back between them."""
    plan = draw(hostile_plans(max_sessions))
    document = Document(plan=plan)
    for number in range(draw(st.sampled_from((0, 0, 1, 2, 9)))):
        before = document.with_plan(plan if number % 2 else _varied(draw, plan))
        document = release(before, release_id=f"v{number}", name=draw(values.lines), at=draw(values.moments))
    ledger = document.ledger
    if draw(st.booleans()):
        ledger = ledger.changed(
            releases=tuple(
                held.changed(given=tuple(given.changed(sequence=MAX_SEQUENCE) for given in held.given))
                for held in ledger.releases
            )
        )
    sent = tuple(
        Sent(recipient=person.id, session=session, sequence=MAX_SEQUENCE, status="cancelled", at=draw(values.moments))
        for person in plan.people
        for session in list(ledger.current)[:2]
    )
    return Document(plan=plan, ledger=ledger.changed(sent=sent))


def _varied(draw: st.DrawFn, plan: Plan) -> Plan:
    """The plan as it was before: with a session less, or another state."""
    if plan.sessions and draw(st.booleans()):
        return remove_session(plan, draw(st.sampled_from(plan.sessions)).id)
    return change_print(plan, draft=not plan.print.draft)


@st.composite
def hostile_plans(draw: st.DrawFn, max_sessions: int = 6) -> Plan:
    """Up to three days anywhere in time, up to twelve rooms to a session, everything as long as it may be, or empty."""
    days = draw(_days())
    rooms = draw(_rooms(days))
    series = tuple(Series(id=f"t{n}", title=draw(values.lines)) for n in range(draw(st.integers(0, 2))))
    people = draw(_people(days, series))
    rounds = tuple(
        Round(
            id=f"g{n}",
            title=draw(values.lines),
            question=draw(values.lines),
            min_size=draw(values.some),
            max_size=draw(values.some),
        )
        for n in range(draw(st.integers(0, 2)))
    )
    kinds = draw(_kinds())
    ids = (f"c{n}" for n in count())
    around = _Around(days, kinds, rooms, people, series, rounds)
    sessions = tuple(draw(_session(n, ids, around)) for n in range(draw(st.integers(0, max_sessions))))
    days = tuple(day.changed(contributions=draw(_contributions(ids, people))) for day in days)
    return Plan(
        id=draw(st.sampled_from(("plan", "x" * 64))),
        **{name: draw(values.lines) for name in ("title", "subtitle", "question", "organiser")},
        organiser_email=draw(st.sampled_from(("", "a@example.org", "a b@@ex ample", "x" * 290 + "@a.de"))),
        introduction=draw(values.bodies),
        imprint=draw(values.bodies),
        zone=draw(st.sampled_from(values.ZONES)),
        days=days,
        kinds=kinds,
        rooms=rooms,
        people=people,
        series=series,
        rounds=tuple(draw(_seated(round_, sessions, people)) for round_ in rounds),
        sessions=sessions,
        venue=draw(_venues),
        contact=draw(st.builds(Contact, name=values.lines, email=values.lines, phone=values.lines, text=values.bodies)),
        notes=draw(st.lists(st.builds(Note, title=values.lines, text=values.bodies), max_size=2).map(tuple)),
        logos=draw(st.lists(_logos, max_size=2, unique_by=lambda logo: logo.id).map(tuple)),
        settings=draw(_settings),
        print=draw(_prints),
        acceptances=draw(_acceptances(sessions)),
    )


@st.composite
def _days(draw: st.DrawFn) -> tuple[Day, ...]:
    dates = draw(st.lists(values.dates, max_size=3, unique=True))
    if dates and draw(st.booleans()):
        following = dates[0] + timedelta(1) if dates[0] < date(2999, 12, 31) else dates[0]
        dates = list(dict.fromkeys((dates[0], following, *dates[1:])))
    spans = [
        draw(st.sampled_from(((0, 1), (540, 1020), (0, LAST_START - 1), (LAST_START - 2, LAST_START - 1))))
        for _ in dates
    ]
    return tuple(
        Day(id=f"d{n}", date=day, title=draw(values.lines), start=start, end=end, end_label=draw(values.lines))
        for n, (day, (start, end)) in enumerate(zip(dates, spans, strict=True))
    )


@st.composite
def _kinds(draw: st.DrawFn) -> tuple[Kind, ...]:
    own = Kind(
        id=draw(st.sampled_from(("own", "z" * 64, "Pause_2-x"))),
        name=draw(values.lines),
        short=draw(values.lines),
        symbol=draw(values.lines),
        family=draw(st.sampled_from(("arrival", "talk", "panel", "work", "break", "meal", "other"))),
        minutes=draw(values.minutes),
        seating=draw(st.none() | st.sampled_from(Seating)),
        needs_room=draw(st.booleans()),
        in_rounds=draw(st.booleans()),
        printed=draw(st.booleans()),
    )
    return draw(st.sampled_from(((own,), (*KINDS, own))))


@st.composite
def _rooms(draw: st.DrawFn, days: tuple[Day, ...]) -> tuple[Room, ...]:
    """Rooms, now and then each a part of the one before it, eight levels deep."""
    ids = [f"r{n}" for n in range(draw(st.sampled_from((0, 1, 2, 8, 12))))]
    deep = draw(st.booleans())
    name = draw(st.none() | values.lines)
    return tuple(
        Room(
            id=room_id,
            name=draw(values.lines) if name is None else name,
            capacities=tuple(
                Capacity(seating=seating, places=draw(values.counts)) for seating in draw(values.few(Seating, 3))
            ),
            parts=tuple(ids[n + 1 : n + 2])
            if deep and n < 7
            else draw(values.few(ids[n + 1 :], 1))
            if n >= len(ids) - 3
            else (),
            features=draw(values.needs),
            step_free=draw(st.none() | st.booleans()),
            hearing_loop=draw(st.none() | st.booleans()),
            available=draw(_available(days)),
            directions=draw(values.lines),
            note=draw(values.bodies),
        )
        for n, room_id in enumerate(ids)
    )


@st.composite
def _people(draw: st.DrawFn, days: tuple[Day, ...], series: tuple[Series, ...]) -> tuple[Person, ...]:
    return tuple(
        Person(
            id=f"p{n}",
            name=draw(values.lines),
            **{name: draw(values.lines) for name in ("function", "organisation", "town", "email", "phone", "group")},
            gender=draw(st.sampled_from(("", "female", "male", "diverse"))),
            languages=draw(st.lists(values.lines, max_size=2).map(tuple)),
            registration=draw(st.sampled_from(Registration)),
            staff=draw(st.booleans()),
            listed=draw(st.booleans()),
            available=draw(_available(days)),
            wishes=draw(values.few([topic.id for topic in series], 2)),
            needs=draw(values.needs),
            note=draw(values.bodies),
        )
        for n in range(draw(st.integers(0, 3)))
    )


@st.composite
def _session(draw: st.DrawFn, number: int, ids: Iterator[str], around: _Around) -> Session:
    day = draw(st.sampled_from(around.days)).id if around.days and draw(st.integers(0, 5)) else None
    items = tuple(
        Item(
            id=f"s{number}i{n}",
            title=draw(values.lines),
            minutes=draw(st.none() | values.minutes),
            contributions=draw(_contributions(ids, around.people)),
        )
        for n in range(draw(st.sampled_from((0, 0, 1, 3))))
    )
    rooms = [room.id for room in around.rooms]
    chosen = rooms if draw(st.booleans()) else draw(values.few(rooms, 2))
    return Session(
        id=f"s{number}",
        kind=draw(st.sampled_from(around.kinds)).id,
        **{
            name: draw(values.lines)
            for name in ("title", "subtitle", "question", "language", "responsible", "technology", "material")
        },
        description=draw(values.bodies),
        note=draw(values.bodies),
        link=draw(
            st.sampled_from(
                ("", "https://example.org/x?y=1", "javascript:alert(1)", "https://[", "http://" + "ä" * 290, "x")
            )
        ),
        day=day,
        start=draw(st.none() | values.starts)
        if day is not None and not draw(st.integers(0, 4))
        else None
        if day is None
        else draw(values.starts),
        minutes=draw(values.minutes),
        fixed=draw(st.booleans()),
        places=tuple(Place(room=room, seating=draw(st.none() | st.sampled_from(Seating))) for room in chosen),
        attendance=draw(_attendance(around.rounds)),
        min_size=draw(values.some),
        max_size=draw(values.some),
        series=draw(st.sampled_from([None, *(topic.id for topic in around.series)])),
        items=items,
        contributions=draw(_contributions(ids, around.people)),
        audience=draw(st.sampled_from((Audience.PUBLIC, Audience.PUBLIC, *Audience))),
        needs=draw(values.needs),
    )


def _attendance(rounds: tuple[Round, ...]) -> st.SearchStrategy[Attendance]:
    shares = [st.sampled_from(rounds).map(lambda round_: Share(round=round_.id))] if rounds else []
    return st.one_of(st.just(Everyone()), values.counts.map(lambda n: Number(number=n)), *shares)


@st.composite
def _contributions(draw: st.DrawFn, ids: Iterator[str], people: tuple[Person, ...]) -> tuple[Contribution, ...]:
    return tuple(
        Contribution(
            id=next(ids),
            person=draw(st.sampled_from([None, *(person.id for person in people)])),
            label=draw(values.lines),
            function=draw(values.lines),
            organisation=draw(values.lines),
            role=draw(st.sampled_from(Role)),
            status=draw(st.sampled_from(Status)),
            asked_on=draw(values.any_date),
            answer_by=draw(values.any_date),
            print_status=draw(st.booleans()),
            audience=draw(st.sampled_from(Audience)),
        )
        for _ in range(draw(st.sampled_from((0, 0, 1, 2))))
    )


@st.composite
def _seated(draw: st.DrawFn, round_: Round, sessions: tuple[Session, ...], people: tuple[Person, ...]) -> Round:
    members = [session.id for session in sessions if session.round == round_.id]
    seated = draw(values.few([person.id for person in people], 3)) if members else ()
    return round_.changed(
        seats=tuple(
            Seat(person=person, session=draw(st.sampled_from(members)), pinned=draw(st.booleans())) for person in seated
        )
    )


@st.composite
def _available(draw: st.DrawFn, days: tuple[Day, ...]) -> tuple[Available, ...]:
    if not days:
        return ()
    return tuple(
        Available(day=draw(st.sampled_from(days)).id, start=draw(values.starts), minutes=draw(values.minutes))
        for _ in range(draw(st.sampled_from((0, 0, 1, 3))))
    )


@st.composite
def _acceptances(draw: st.DrawFn, sessions: tuple[Session, ...]) -> tuple[Acceptance, ...]:
    if not sessions or draw(st.booleans()):
        return ()
    facts: tuple[tuple[str, int | str], ...] = (("places", 10**15), (draw(values.lines), draw(values.lines)))
    return (Acceptance(code=draw(values.lines), subjects=(sessions[0].id,) * 2, facts=facts, note=draw(values.lines)),)


_venues: Final = st.builds(
    Venue,
    **dict.fromkeys(("name", "street", "postcode", "town"), values.lines),
    latitude=st.sampled_from((None, -90.0, 90.0, 1e-300, 52.27)),
    longitude=st.sampled_from((None, -180.0, 180.0, -0.0)),
    access=values.bodies,
    travel=values.bodies,
)
_logos: Final = st.builds(
    Logo,
    id=st.sampled_from(("logo", "l" * 64)),
    name=values.lines,
    group=st.sampled_from(("organisers", "funders")),
    words=values.lines,
    width_mm=st.sampled_from((10, 80)),
    image=st.sampled_from(("", PNG, "iVBORw0KGgo=", "/9j/")),
)
_settings: Final = st.builds(
    Settings,
    **dict.fromkeys(("expected", "cap", "staff"), values.counts),
    **dict.fromkeys(
        ("stage_counts", "staff_counts", "one_gender_panel", "forum_moderation", "forum_minutes", "forum_timekeeping"),
        st.booleans(),
    ),
    **dict.fromkeys(
        (
            "reseating_minutes",
            "walking_minutes",
            "longest_without_break",
            "longest_one_way",
            "lunch_minutes",
            "arrival_minutes",
            "interpreter_minutes",
        ),
        values.minutes,
    ),
    **dict.fromkeys(("lunch_from", "lunch_until"), values.starts),
    grid=st.sampled_from((1, 7, 60)),
    largest_speaking_share=st.sampled_from((50, 100)),
    catering=values.some,
)
_prints: Final = st.builds(
    PrintSettings,
    language=st.sampled_from(("de", "en")),
    times=st.sampled_from(("start", "range")),
    draft=st.booleans(),
    as_of=values.any_date,
    show_rooms=st.booleans(),
)
