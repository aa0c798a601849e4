"""Edits that add several sessions at once, above all those of a pattern, and how sessions become a pattern."""

from collections.abc import Callable, Sequence
from typing import Final

from planner.model.defaults import main_room, rooms_beside, usual_place
from planner.model.edits.settings import set_kind
from planner.model.edits.times import insert_session
from planner.model.kind import Kind
from planner.model.pattern import Pattern, PatternItem, PatternPlace, PatternRound, PatternSession
from planner.model.plan import Plan, ids_of
from planner.model.round import Round, Series
from planner.model.session import Attendance, Everyone, Item, Number, Place, Session, Share
from planner.model.time import DAY, LAST_START

_SHARED: Final = ("title", "subtitle", "question", "minutes", "min_size", "max_size", "audience")
"""Fields that a session and its entry in a pattern have in common."""


def insert_sessions(plan: Plan, sessions: Sequence[Session], *, flow: bool = False) -> Plan:
    """Add sessions of one day that belong together; with flow what starts with the first or later makes room for all.

    They do not move each other: one session that spans them all is inserted first, and then replaced by them.
    """
    starts = [session.start for session in sessions if session.start is not None]
    if not starts or len(sessions) == 1:
        return insert_session(plan, sessions[0], flow=flow) if sessions else plan
    first = next(session for session in sessions if session.start == min(starts))
    minutes = min(max(session.end for session in sessions) - min(starts), DAY)
    whole = insert_session(plan, first.changed(minutes=minutes, attendance=Everyone(), places=()), flow=flow)
    return plan.changed(sessions=(*whole.sessions[:-1], *sessions))


def pattern_ids(pattern: Pattern) -> int:
    """Return how many new ids a pattern may need in a plan."""
    return len(pattern.rounds) + len(pattern.series) + sum(2 + len(piece.items) for piece in pattern.pieces)


def insert_pattern(
    plan: Plan, pattern: Pattern, day: str, start: int, ids: tuple[str, ...], *, flow: bool = False
) -> Plan:
    """Add the sessions of a pattern at a time of a day, in their order, with as many new ids as pattern_ids() says.

    Kinds that the plan lacks are added. Where rooms run out, or no room has that name, a session gets none.
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
                items=tuple(Item(id=next(fresh), title=item.title, minutes=item.minutes) for item in piece.items),
                **{name: getattr(piece, name) for name in _SHARED},
            )
        )
    return insert_sessions(plan, sessions, flow=flow)


def with_kind(plan: Plan, kind: Kind, new: Callable[[], str]) -> tuple[Plan, str]:
    """Return a plan that has a kind, matched by id or name, and the id it has there; a new one may need a new id."""
    if kind.id in plan.kind_by_id:
        return plan, kind.id
    named = next((own.id for own in plan.kinds if own.name and own.name == kind.name), None)
    if named is not None:
        return plan, named
    key = new() if kind.id in ids_of(plan) else kind.id
    return set_kind(plan, kind.changed(id=key)), key


def pattern_of(plan: Plan, sessions: Sequence[str], pattern_id: str, title: str) -> Pattern:
    """Return scheduled sessions as a pattern, without people, notes and all else that belongs to one event."""
    chosen = [plan.session_by_id[session_id] for session_id in sessions]
    order = {session.id: place for place, session in enumerate(plan.sessions)}
    chosen = sorted(
        (session for session in chosen if session.scheduled),
        key=lambda session: (session.start or 0, order[session.id]),
    )
    rounds = list(dict.fromkeys(session.round for session in chosen if session.round is not None))
    series = list(dict.fromkeys(session.series for session in chosen if session.series is not None))
    titles = {topic.id: topic.title for topic in plan.series}
    return Pattern(
        id=pattern_id,
        title=title,
        pieces=tuple(_pattern_session(plan, session, chosen[0].start or 0, rounds, series) for session in chosen),
        rounds=tuple(_pattern_round(plan.round_by_id[round_id]) for round_id in rounds),
        series=tuple(titles[topic] for topic in series),
    )


def _pattern_session(plan: Plan, session: Session, begin: int, rounds: list[str], series: list[str]) -> PatternSession:
    return PatternSession(
        kind=plan.kind_of(session),
        start=(session.start or 0) - begin,
        rooms=tuple(
            PatternPlace(room=plan.room_by_id[place.room].name, seating=place.seating) for place in session.places
        ),
        round=None if session.round is None else rounds.index(session.round),
        series=None if session.series is None else series.index(session.series),
        number=session.attendance.number if isinstance(session.attendance, Number) else None,
        items=tuple(PatternItem(title=item.title, minutes=item.minutes) for item in session.items),
        **{name: getattr(session, name) for name in _SHARED},
    )


def _pattern_round(round_: Round) -> PatternRound:
    return PatternRound(
        title=round_.title, question=round_.question, min_size=round_.min_size, max_size=round_.max_size
    )


def _attendance(piece: PatternSession, rounds: tuple[Round, ...]) -> Attendance:
    if piece.round is not None:
        return Share(round=rounds[piece.round].id)
    return Everyone() if piece.number is None else Number(number=piece.number)


def _places(plan: Plan, piece: PatternSession, taken: set[str]) -> tuple[Place, ...]:
    """Return the places for a session of a pattern; sessions side by side each get a room that is not taken yet."""
    seating = piece.seating or piece.kind.seating
    if piece.place == "named":
        return _named(plan, piece)
    if piece.place == "hall":
        room = main_room(plan)
    else:
        rooms = rooms_beside(plan, seating, tables=piece.place == "tables")
        room = next((beside for beside in rooms if beside not in taken), None)
    if room is None:
        return ()
    taken.add(room)
    return (usual_place(plan, room, seating),)


def _named(plan: Plan, piece: PatternSession) -> tuple[Place, ...]:
    """Return the rooms of these names, each once; names without a room in this plan are left out."""
    known = {room.name.casefold(): room.id for room in reversed(plan.rooms) if room.name}
    found = {known[spot.room.casefold()]: spot.seating for spot in piece.rooms if spot.room.casefold() in known}
    return tuple(Place(room=room, seating=seating) for room, seating in found.items())
