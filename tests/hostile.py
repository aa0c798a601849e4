"""Plans that nobody would write and the model takes all the same: the limits of every field, at once."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any, Final, NamedTuple, TypeVar

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
from planner.model.base import MAX_TEXT, MAX_TITLE, clean_line, clean_name, clean_text
from planner.model.edits import change_print, remove_session
from planner.model.kind import KINDS
from planner.model.ledger import MAX_SEQUENCE
from planner.model.releases import release
from planner.model.time import DAY, LAST_START
from tests.strategies import PNG

T = TypeVar("T")

CLASSES: Final = (
    "W", "ä", "\xa0x", "\u202e\u2066\u200f", "\u200bx\u2060", "\u200d\u200c", "e\u0301\u0323\u0308", "\u0301",
    "👩‍👩‍👧‍👦", "🇩🇪", "𝔘", "\U0010fffd", "\ue000", "مرحبا ", "שלום ", "እንኳን ", "漢字", "ﬁ", "\xad", "\ufffd", "ẞ",
    "\u0f71\u0f72\u0f74", "Å\u2126", "\ufb1d", "\U000e0041", "\ufe0f", "\u034f", "<b>&amp;</b>", "<img src=x>",
    "{name} %s {0} ", "=1+1;", "'\"", "\\N\\n,;:", "a" * 80 + " ", "- ", "· ", "/", "CON", "../", "1900-01-01 ",
    "N. N. ",
)  # fmt: skip
"""What repeated fills a field: each broke some program once, by turning, hiding, joining, escaping or being long."""


def _filled(part: str, most: int) -> str:
    """Return a part repeated as often as the model takes it, which counts when it has cleaned."""
    text = (part * most)[:most]
    while (length := max(len(str(clean(text))) for clean in (clean_text, clean_line, clean_name))) > most:
        text = text[: len(text) * most // length]
    return text


_SHORT: Final = ("", "", "Impuls", "x", ".", " ", *(part * 2 for part in CLASSES), "Forum: Wohnen – 2017")
lines: Final = st.sampled_from(_SHORT) | st.sampled_from([_filled(part, MAX_TITLE) for part in CLASSES])
"""A line or name: empty, short, or as long as one may be."""
_LONG: Final = [_filled(part, MAX_TEXT) for part in (*CLASSES, "line\n", "\n", "a\tb\n\n")]
bodies: Final = st.sampled_from((*_SHORT * 6, *_LONG))
"""A text of several lines, likewise."""

ZONES: Final = (
    "Europe/Berlin", "Europe/Amsterdam", "Africa/Monrovia", "Europe/Dublin", "Europe/Lisbon", "America/St_Johns",
    "America/New_York", "Pacific/Apia", "Pacific/Kiritimati", "Pacific/Honolulu", "Australia/Lord_Howe",
    "Antarctica/Troll", "Africa/El_Aaiun", "Africa/Cairo", "Asia/Kathmandu", "America/Nuuk", "Asia/Manila",
    "UTC", "Etc/GMT+12", "Etc/GMT-14", "EST5EDT",
)  # fmt: skip
"""Offsets with seconds, changes by half an hour or two, winter as a saving of time, days left out, the last offsets."""
DATES: Final = (
    date(1900, 1, 1), date(1900, 1, 2), date(1900, 12, 31), date(1916, 4, 30), date(1937, 7, 1), date(1945, 5, 24),
    date(1969, 12, 31), date(1972, 1, 7), date(2011, 12, 29), date(2011, 12, 30), date(2011, 12, 31), date(2024, 2, 29),
    date(2027, 3, 28), date(2027, 10, 31), date(2027, 12, 31), date(2037, 12, 31), date(2038, 1, 19), date(2100, 2, 28),
    date(2999, 12, 30), date(2999, 12, 31),
)  # fmt: skip
_dates: Final = st.sampled_from(DATES) | st.dates(date(1900, 1, 1), date(2999, 12, 31))
_any_date: Final = st.sampled_from((None, None, date.min, date.max, date(2027, 5, 2)))
_starts: Final = st.sampled_from((0, 1, 119, 120, 150, 180, 540, 541, 600, DAY - 1, DAY, DAY + 150, LAST_START - 1))
_minutes: Final = st.sampled_from((0, 0, 1, 5, 30, 45, 90, 600, DAY - 1, DAY))
_counts: Final = st.sampled_from((0, 1, 2, 17, 60, 99_999, 100_000))
_some: Final = st.none() | _counts
_needs: Final = st.lists(
    st.sampled_from(("step-free", "Höranlage", "Dolmetschen", "sign-language")) | lines, max_size=3
).map(tuple)
_moments: Final = st.sampled_from(
    (
        datetime(1900, 1, 1, tzinfo=UTC),
        datetime(2026, 5, 1, 9, tzinfo=UTC),
        datetime(2999, 12, 31, 23, 59, 59, tzinfo=UTC),
    )
)


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
        document = release(before, release_id=f"v{number}", name=draw(lines), at=draw(_moments))
    ledger = document.ledger
    if draw(st.booleans()):
        ledger = ledger.changed(
            releases=tuple(
                held.changed(given=tuple(given.changed(sequence=MAX_SEQUENCE) for given in held.given))
                for held in ledger.releases
            )
        )
    sent = tuple(
        Sent(recipient=person.id, session=session, sequence=MAX_SEQUENCE, status="cancelled", at=draw(_moments))
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
    series = tuple(Series(id=f"t{n}", title=draw(lines)) for n in range(draw(st.integers(0, 2))))
    people = draw(_people(days, series))
    rounds = tuple(
        Round(id=f"g{n}", title=draw(lines), question=draw(lines), min_size=draw(_some), max_size=draw(_some))
        for n in range(draw(st.integers(0, 2)))
    )
    kinds = draw(_kinds())
    ids = (f"c{n}" for n in count())
    around = _Around(days, kinds, rooms, people, series, rounds)
    sessions = tuple(draw(_session(n, ids, around)) for n in range(draw(st.integers(0, max_sessions))))
    days = tuple(day.changed(contributions=draw(_contributions(ids, people))) for day in days)
    return Plan(
        id=draw(st.sampled_from(("plan", "x" * 64))),
        **{name: draw(lines) for name in ("title", "subtitle", "question", "organiser")},
        organiser_email=draw(st.sampled_from(("", "a@example.org", "a b@@ex ample", "x" * 290 + "@a.de"))),
        introduction=draw(bodies),
        imprint=draw(bodies),
        zone=draw(st.sampled_from(ZONES)),
        days=days,
        kinds=kinds,
        rooms=rooms,
        people=people,
        series=series,
        rounds=tuple(draw(_seated(round_, sessions, people)) for round_ in rounds),
        sessions=sessions,
        venue=draw(_venues),
        contact=draw(st.builds(Contact, name=lines, email=lines, phone=lines, text=bodies)),
        notes=draw(st.lists(st.builds(Note, title=lines, text=bodies), max_size=2).map(tuple)),
        logos=draw(st.lists(_logos, max_size=2, unique_by=lambda logo: logo.id).map(tuple)),
        settings=draw(_settings),
        print=draw(_prints),
        acceptances=draw(_acceptances(sessions)),
    )


@st.composite
def _days(draw: st.DrawFn) -> tuple[Day, ...]:
    dates = draw(st.lists(_dates, max_size=3, unique=True))
    if dates and draw(st.booleans()):
        following = dates[0] + timedelta(1) if dates[0] < date(2999, 12, 31) else dates[0]
        dates = list(dict.fromkeys((dates[0], following, *dates[1:])))
    spans = [
        draw(st.sampled_from(((0, 1), (540, 1020), (0, LAST_START - 1), (LAST_START - 2, LAST_START - 1))))
        for _ in dates
    ]
    return tuple(
        Day(id=f"d{n}", date=day, title=draw(lines), start=start, end=end, end_label=draw(lines))
        for n, (day, (start, end)) in enumerate(zip(dates, spans, strict=True))
    )


@st.composite
def _kinds(draw: st.DrawFn) -> tuple[Kind, ...]:
    own = Kind(
        id=draw(st.sampled_from(("own", "z" * 64, "Pause_2-x"))),
        name=draw(lines),
        short=draw(lines),
        symbol=draw(lines),
        family=draw(st.sampled_from(("arrival", "talk", "panel", "work", "break", "meal", "other"))),
        minutes=draw(_minutes),
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
    name = draw(st.none() | lines)
    return tuple(
        Room(
            id=room_id,
            name=draw(lines) if name is None else name,
            capacities=tuple(Capacity(seating=seating, places=draw(_counts)) for seating in draw(_few(Seating, 3))),
            parts=tuple(ids[n + 1 : n + 2])
            if deep and n < 7
            else draw(_few(ids[n + 1 :], 1))
            if n >= len(ids) - 3
            else (),
            features=draw(_needs),
            step_free=draw(st.none() | st.booleans()),
            hearing_loop=draw(st.none() | st.booleans()),
            available=draw(_available(days)),
            directions=draw(lines),
            note=draw(bodies),
        )
        for n, room_id in enumerate(ids)
    )


@st.composite
def _people(draw: st.DrawFn, days: tuple[Day, ...], series: tuple[Series, ...]) -> tuple[Person, ...]:
    return tuple(
        Person(
            id=f"p{n}",
            name=draw(lines),
            **{name: draw(lines) for name in ("function", "organisation", "town", "email", "phone", "group")},
            gender=draw(st.sampled_from(("", "female", "male", "diverse"))),
            languages=draw(st.lists(lines, max_size=2).map(tuple)),
            registration=draw(st.sampled_from(Registration)),
            staff=draw(st.booleans()),
            listed=draw(st.booleans()),
            available=draw(_available(days)),
            wishes=draw(_few([topic.id for topic in series], 2)),
            needs=draw(_needs),
            note=draw(bodies),
        )
        for n in range(draw(st.integers(0, 3)))
    )


@st.composite
def _session(draw: st.DrawFn, number: int, ids: Iterator[str], around: _Around) -> Session:
    day = draw(st.sampled_from(around.days)).id if around.days and draw(st.integers(0, 5)) else None
    items = tuple(
        Item(
            id=f"s{number}i{n}",
            title=draw(lines),
            minutes=draw(st.none() | _minutes),
            contributions=draw(_contributions(ids, around.people)),
        )
        for n in range(draw(st.sampled_from((0, 0, 1, 3))))
    )
    rooms = [room.id for room in around.rooms]
    chosen = rooms if draw(st.booleans()) else draw(_few(rooms, 2))
    return Session(
        id=f"s{number}",
        kind=draw(st.sampled_from(around.kinds)).id,
        **{
            name: draw(lines)
            for name in ("title", "subtitle", "question", "language", "responsible", "technology", "material")
        },
        description=draw(bodies),
        note=draw(bodies),
        link=draw(
            st.sampled_from(
                ("", "https://example.org/x?y=1", "javascript:alert(1)", "https://[", "http://" + "ä" * 290, "x")
            )
        ),
        day=day,
        start=draw(st.none() | _starts)
        if day is not None and not draw(st.integers(0, 4))
        else None
        if day is None
        else draw(_starts),
        minutes=draw(_minutes),
        fixed=draw(st.booleans()),
        places=tuple(Place(room=room, seating=draw(st.none() | st.sampled_from(Seating))) for room in chosen),
        attendance=draw(_attendance(around.rounds)),
        min_size=draw(_some),
        max_size=draw(_some),
        series=draw(st.sampled_from([None, *(topic.id for topic in around.series)])),
        items=items,
        contributions=draw(_contributions(ids, around.people)),
        audience=draw(st.sampled_from((Audience.PUBLIC, Audience.PUBLIC, *Audience))),
        needs=draw(_needs),
    )


def _attendance(rounds: tuple[Round, ...]) -> st.SearchStrategy[Attendance]:
    shares = [st.sampled_from(rounds).map(lambda round_: Share(round=round_.id))] if rounds else []
    return st.one_of(st.just(Everyone()), _counts.map(lambda n: Number(number=n)), *shares)


@st.composite
def _contributions(draw: st.DrawFn, ids: Iterator[str], people: tuple[Person, ...]) -> tuple[Contribution, ...]:
    return tuple(
        Contribution(
            id=next(ids),
            person=draw(st.sampled_from([None, *(person.id for person in people)])),
            label=draw(lines),
            function=draw(lines),
            organisation=draw(lines),
            role=draw(st.sampled_from(Role)),
            status=draw(st.sampled_from(Status)),
            asked_on=draw(_any_date),
            answer_by=draw(_any_date),
            print_status=draw(st.booleans()),
            audience=draw(st.sampled_from(Audience)),
        )
        for _ in range(draw(st.sampled_from((0, 0, 1, 2))))
    )


@st.composite
def _seated(draw: st.DrawFn, round_: Round, sessions: tuple[Session, ...], people: tuple[Person, ...]) -> Round:
    members = [session.id for session in sessions if session.round == round_.id]
    seated = draw(_few([person.id for person in people], 3)) if members else ()
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
        Available(day=draw(st.sampled_from(days)).id, start=draw(_starts), minutes=draw(_minutes))
        for _ in range(draw(st.sampled_from((0, 0, 1, 3))))
    )


@st.composite
def _acceptances(draw: st.DrawFn, sessions: tuple[Session, ...]) -> tuple[Acceptance, ...]:
    if not sessions or draw(st.booleans()):
        return ()
    facts: tuple[tuple[str, int | str], ...] = (("places", 10**15), (draw(lines), draw(lines)))
    return (Acceptance(code=draw(lines), subjects=(sessions[0].id,) * 2, facts=facts, note=draw(lines)),)


_venues: Final = st.builds(
    Venue,
    **dict.fromkeys(("name", "street", "postcode", "town"), lines),
    latitude=st.sampled_from((None, -90.0, 90.0, 1e-300, 52.27)),
    longitude=st.sampled_from((None, -180.0, 180.0, -0.0)),
    access=bodies,
    travel=bodies,
)
_logos: Final = st.builds(
    Logo,
    id=st.sampled_from(("logo", "l" * 64)),
    name=lines,
    group=st.sampled_from(("organisers", "funders")),
    words=lines,
    width_mm=st.sampled_from((10, 80)),
    image=st.sampled_from(("", PNG, "iVBORw0KGgo=", "/9j/")),
)
_settings: Final = st.builds(
    Settings,
    **dict.fromkeys(("expected", "cap", "staff"), _counts),
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
        _minutes,
    ),
    **dict.fromkeys(("lunch_from", "lunch_until"), _starts),
    grid=st.sampled_from((1, 7, 60)),
    largest_speaking_share=st.sampled_from((50, 100)),
    catering=_some,
)
_prints: Final = st.builds(
    PrintSettings,
    language=st.sampled_from(("de", "en")),
    times=st.sampled_from(("start", "range")),
    draft=st.booleans(),
    as_of=_any_date,
    show_rooms=st.booleans(),
)


def _few(values: Any, most: int) -> st.SearchStrategy[tuple[Any, ...]]:  # noqa: ANN401  # ids, seatings
    """Up to so many different values, in any order."""
    found = list(values)
    return st.lists(st.sampled_from(found), max_size=most, unique=True).map(tuple) if found else st.just(())
