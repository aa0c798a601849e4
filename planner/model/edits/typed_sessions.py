"""The edit that turns a typed sketch into sessions."""

from collections.abc import Iterator

from planner.model.agenda import on_day
from planner.model.defaults import main_room, rooms_beside, usual_place
from planner.model.edits.patterns import insert_sessions, with_kind
from planner.model.edits.rounds import add_round
from planner.model.kind import Kind
from planner.model.plan import Plan
from planner.model.round import Round
from planner.model.session import Contribution, Everyone, Number, Place, Role, Session, Share
from planner.model.time import LAST_START
from planner.model.typed_session import Guest, Sketch

_ROLES = {"talk": Role.SPEAKER, "panel": Role.PANEL, "work": Role.MODERATION, "plenary": Role.MODERATION}


def sketch_ids(sketch: Sketch) -> int:
    """Return how many new ids a sketch may need in a plan."""
    return 2 + sketch.copies * (1 + len(sketch.guests))


def insert_sketch(
    plan: Plan, sketch: Sketch, day: str, start: int, ids: tuple[str, ...], *, flow: bool = False, round_title: str = ""
) -> Plan:
    """Add what was sketched, at its own start or else the given one, with as many new ids as sketch_ids() says.

    A kind held in rounds joins the round that takes place at the start it names, and then moves nothing; otherwise it
    begins a round of that title. Without a room it goes to the main room, in a round to a free room.
    """
    if len(ids) < sketch_ids(sketch):
        message = f"the sketch {sketch.title!r} needs {sketch_ids(sketch)} ids, not {len(ids)}"
        raise ValueError(message)
    fresh = iter(ids)
    plan, kind = with_kind(plan, sketch.kind, lambda: next(fresh))
    sketch = sketch.changed(kind=plan.kind_by_id[kind])
    at = start if sketch.start is None else sketch.start
    if not sketch.in_round:
        attendance = Everyone() if sketch.number is None else Number(number=sketch.number)
        row = [at + number * sketch.minutes for number in range(sketch.copies)]
        made = [_session(plan, sketch, day, begin, fresh).changed(attendance=attendance) for begin in row]
        return insert_sessions(plan, made, flow=flow)
    round_ = None if sketch.start is None else _round_at(plan, day, at, sketch.minutes)
    joins = round_ is not None
    if round_ is None:
        round_ = next(fresh)
        plan = add_round(plan, Round(id=round_, title=round_title))
    share, taken = Share(round=round_), _taken(plan, day, at, sketch.minutes)
    made = [
        _session(plan, _one_of(plan, sketch, number, taken), day, at, fresh).changed(attendance=share)
        for number in range(sketch.copies)
    ]
    return insert_sessions(plan, made, flow=flow and not joins)


def _session(plan: Plan, sketch: Sketch, day: str, start: int, fresh: Iterator[str]) -> Session:
    key = next(fresh)
    return Session(
        id=key,
        kind=sketch.kind.id,
        title=sketch.title,
        day=day,
        start=min(start, LAST_START - 1),
        minutes=sketch.minutes,
        fixed=sketch.fixed,
        places=_places(plan, sketch),
        contributions=tuple(_contribution(guest, next(fresh), sketch.kind) for guest in sketch.guests),
    )


def _one_of(plan: Plan, sketch: Sketch, number: int, taken: set[str]) -> Sketch:
    """Return one of several copies side by side: rooms and people are dealt out in order, and no room twice."""
    if sketch.copies == 1:
        places, guests = sketch.places, sketch.guests
    else:
        places, guests = sketch.places[number : number + 1], sketch.guests[number :: sketch.copies]
    if not places:
        named = {place.room for place in sketch.places}
        rooms = rooms_beside(plan, sketch.kind.seating)
        places = tuple(Place(room=room) for room in rooms if room not in taken | named)[:1]
    taken.update(place.room for place in places)
    title = f"{sketch.title} {number + 1}" if sketch.title and sketch.copies > 1 else sketch.title
    return sketch.changed(title=title, places=places, guests=guests)


def _places(plan: Plan, sketch: Sketch) -> tuple[Place, ...]:
    """Return the rooms of a sketch, each in its usual seating unless one was given; the main room if none was given."""
    if sketch.places or sketch.in_round or not sketch.kind.needs_room:
        return tuple(
            place if place.seating is not None else usual_place(plan, place.room, sketch.kind.seating)
            for place in sketch.places
        )
    room = main_room(plan)
    return () if room is None else (usual_place(plan, room, sketch.kind.seating),)


def _contribution(guest: Guest, key: str, kind: Kind) -> Contribution:
    role = Role.WELCOME if kind.id == "welcome" else _ROLES.get(kind.family, Role.OTHER)
    return Contribution(id=key, person=guest.person, label=guest.label, role=role, status=guest.status)


def _round_at(plan: Plan, day: str, start: int, minutes: int) -> str | None:
    return next((session.round for session in _meanwhile(plan, day, start, minutes) if session.round is not None), None)


def _taken(plan: Plan, day: str, start: int, minutes: int) -> set[str]:
    return {place.room for session in _meanwhile(plan, day, start, minutes) for place in session.places}


def _meanwhile(plan: Plan, day: str, start: int, minutes: int) -> Iterator[Session]:
    end = start + max(1, minutes)
    return (session for session in on_day(plan, day) if (session.start or 0) < end and session.end > start)
