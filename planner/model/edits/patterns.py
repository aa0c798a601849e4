"""Edits that add several sessions at once: those of a pattern, and what becomes one."""

from collections.abc import Callable, Sequence
from typing import Final

from planner.model.edits.settings import set_kind
from planner.model.edits.times import insert_session
from planner.model.kind import Kind
from planner.model.pattern import Circle, Pattern, Piece, Point, Spot
from planner.model.plan import Plan
from planner.model.round import Round, Series
from planner.model.session import Attendance, Everyone, Item, Number, Place, Session, Share
from planner.model.time import DAY, LAST_START
from planner.model.usual import main_room, rooms_beside, usual_place
from planner.model.whole import ids_of

_SHARED: Final = ("title", "subtitle", "question", "minutes", "min_size", "max_size", "audience")
"""What a session and its piece of a pattern have alike."""


def insert_sessions(plan: Plan, sessions: Sequence[Session], *, flow: bool = False) -> Plan:
    """Add sessions of one day that belong together; with flow, what starts with the first or later makes room for all.

    None of them makes way for another.
    """
    starts = [each.start for each in sessions if each.start is not None]
    if not starts or len(sessions) == 1:
        return insert_session(plan, sessions[0], flow=flow) if sessions else plan
    first = next(each for each in sessions if each.start == min(starts))
    minutes = min(max(each.end for each in sessions) - min(starts), DAY)
    whole = insert_session(plan, first.changed(minutes=minutes, attendance=Everyone(), places=()), flow=flow)
    return plan.changed(sessions=(*whole.sessions[:-1], *sessions))


def pattern_ids(pattern: Pattern) -> int:
    """Return how many new ids a pattern may need in a plan."""
    return len(pattern.rounds) + len(pattern.series) + sum(2 + len(piece.items) for piece in pattern.pieces)


def insert_pattern(
    plan: Plan, pattern: Pattern, day: str, start: int, ids: tuple[str, ...], *, flow: bool = False
) -> Plan:
    """Add the sessions of a pattern at a time of a day, in their order, with as many new ids as pattern_ids() says.

    Kinds that the plan lacks come along. Where rooms run out, or are unknown by their names, sessions have none.
    """
    if len(ids) < pattern_ids(pattern):
        message = f"the pattern {pattern.title!r} needs {pattern_ids(pattern)} ids, not {len(ids)}"
        raise ValueError(message)
    fresh = iter(ids)
    rounds = tuple(Round(id=next(fresh), **circle.model_dump()) for circle in pattern.rounds)
    series = tuple(Series(id=next(fresh), title=title) for title in pattern.series)
    plan = plan.changed(rounds=(*plan.rounds, *rounds), series=(*plan.series, *series))
    taken: dict[tuple[int, int | None], set[str]] = {}
    sessions: list[Session] = []
    for piece in pattern.pieces:
        plan, kind = with_kind(plan, piece.kind, lambda: next(fresh))
        places = _places(plan, piece, taken.setdefault((piece.start, piece.round), set()))
        sessions.append(
            Session(
                id=next(fresh),
                kind=kind,
                day=day,
                start=min(start + piece.start, LAST_START - 1),
                places=places,
                attendance=_attendance(piece, rounds),
                series=None if piece.series is None else series[piece.series].id,
                items=tuple(Item(id=next(fresh), title=each.title, minutes=each.minutes) for each in piece.items),
                **{name: getattr(piece, name) for name in _SHARED},
            )
        )
    return insert_sessions(plan, sessions, flow=flow)


def with_kind(plan: Plan, kind: Kind, new: Callable[[], str]) -> tuple[Plan, str]:
    """Return a plan that has a kind, by its id or else its name, and its id there; a new one may need a new id."""
    if kind.id in plan.kind_by_id:
        return plan, kind.id
    named = next((each.id for each in plan.kinds if each.name and each.name == kind.name), None)
    if named is not None:
        return plan, named
    key = new() if kind.id in ids_of(plan) else kind.id
    return set_kind(plan, kind.changed(id=key)), key


def pattern_of(plan: Plan, sessions: Sequence[str], pattern_id: str, title: str) -> Pattern:
    """Return sessions that have a time as a pattern: without people, notes and all that belongs to one event only."""
    chosen = [plan.session_by_id[each] for each in sessions]
    order = {session.id: place for place, session in enumerate(plan.sessions)}
    chosen = sorted((each for each in chosen if each.scheduled), key=lambda each: (each.start or 0, order[each.id]))
    rounds = list(dict.fromkeys(each.round for each in chosen if each.round is not None))
    series = list(dict.fromkeys(each.series for each in chosen if each.series is not None))
    titles = {each.id: each.title for each in plan.series}
    return Pattern(
        id=pattern_id,
        title=title,
        pieces=tuple(_piece(plan, each, chosen[0].start or 0, rounds, series) for each in chosen),
        rounds=tuple(_circle(plan.round_by_id[each]) for each in rounds),
        series=tuple(titles[each] for each in series),
    )


def _piece(plan: Plan, session: Session, begin: int, rounds: list[str], series: list[str]) -> Piece:
    return Piece(
        kind=plan.kind_of(session),
        start=(session.start or 0) - begin,
        rooms=tuple(Spot(room=plan.room_by_id[each.room].name, seating=each.seating) for each in session.places),
        round=None if session.round is None else rounds.index(session.round),
        series=None if session.series is None else series.index(session.series),
        number=session.attendance.number if isinstance(session.attendance, Number) else None,
        items=tuple(Point(title=each.title, minutes=each.minutes) for each in session.items),
        **{name: getattr(session, name) for name in _SHARED},
    )


def _circle(round_: Round) -> Circle:
    return Circle(title=round_.title, question=round_.question, min_size=round_.min_size, max_size=round_.max_size)


def _attendance(piece: Piece, rounds: tuple[Round, ...]) -> Attendance:
    if piece.round is not None:
        return Share(round=rounds[piece.round].id)
    return Everyone() if piece.number is None else Number(number=piece.number)


def _places(plan: Plan, piece: Piece, taken: set[str]) -> tuple[Place, ...]:
    """Return where a piece is; what is side by side shares the rooms that others have not taken."""
    seating = piece.seating or piece.kind.seating
    if piece.place == "named":
        return _named(plan, piece)
    if piece.place == "hall":
        room = main_room(plan)
    else:
        rooms = rooms_beside(plan, seating, tables=piece.place == "tables")
        room = next((each for each in rooms if each not in taken), None)
    if room is None:
        return ()
    taken.add(room)
    return (usual_place(plan, room, seating),)


def _named(plan: Plan, piece: Piece) -> tuple[Place, ...]:
    """Return the rooms of these names, each once; the others are not in this plan."""
    known = {room.name.casefold(): room.id for room in reversed(plan.rooms) if room.name}
    found = {known[spot.room.casefold()]: spot.seating for spot in piece.rooms if spot.room.casefold() in known}
    return tuple(Place(room=room, seating=seating) for room, seating in found.items())
