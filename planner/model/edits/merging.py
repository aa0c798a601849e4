"""The edit that merges two sessions; no text of either is lost."""

from planner.model.audience import Audience
from planner.model.base import MAX_TITLE, Frozen
from planner.model.edits._entries import replaced
from planner.model.edits.sessions import change_session, remove_session
from planner.model.plan import Plan
from planner.model.round import Round
from planner.model.session import Contribution, Item, Place, Session
from planner.model.time import DAY

_BETWEEN = {"title": " + ", "subtitle": " · ", "question": " · ", "link": " "}
"""What separates two lines that differ; a comma in all other fields."""
_LINES = ("title", "subtitle", "question", "language", "link", "responsible", "technology", "material")


def merge_sessions(plan: Plan, first_id: str, second_id: str) -> Plan:
    """Merge a second session into a first one, whose id, kind and attendance stay; within a round seats move along.

    If they touch or overlap, the merged session spans both; otherwise it has the sum of their lengths, from the earlier
    start. What both have in common, as the halves of a split session do, is kept once. Of lines too long to be joined
    the longer one stays, and the other goes to the note. Raises ValueError where a text exceeds what a plan can hold.
    """
    first, second = plan.session_by_id[first_id], plan.session_by_id[second_id]
    if first is second:
        return plan
    fields = {**_texts(first, second), **_when(first, second), **_contents(first, second)}
    plan = plan.changed(rounds=tuple(_reseated(round_, first, second) for round_ in plan.rounds))
    bare = plan.changed(sessions=replaced(plan.sessions, second.changed(contributions=(), items=())))
    return remove_session(change_session(bare, first_id, **fields), second_id)


def _when(first: Session, second: Session) -> dict[str, object]:
    minutes = first.minutes + second.minutes
    early, late = sorted((first, second), key=lambda session: session.start or 0)
    if first.start is None or second.start is None:
        early = late = first if first.start is not None or second.start is None else second
    elif first.day != second.day:
        early = late = first
    elif late.start is not None and early.start is not None and late.start <= early.end:
        minutes = max(early.end, late.end) - early.start
    fixed = any(
        session.fixed and (session.day, session.start) == (early.day, early.start) for session in (first, second)
    )
    return {"day": early.day, "start": early.start, "fixed": fixed, "minutes": min(minutes, DAY)}


def _contents(first: Session, second: Session) -> dict[str, object]:
    rooms = {place.room for place in first.places}
    places: tuple[Place, ...] = (*first.places, *(place for place in second.places if place.room not in rooms))
    audiences = list(Audience)
    return {
        "places": places,
        "contributions": _once(first.contributions, second.contributions),
        "items": _once(first.items, second.items),
        "needs": tuple(dict.fromkeys((*first.needs, *second.needs))),
        "audience": max(first.audience, second.audience, key=audiences.index),
        "min_size": max((size for size in (first.min_size, second.min_size) if size is not None), default=None),
        "max_size": max((size for size in (first.max_size, second.max_size) if size is not None), default=None),
        "series": first.series or second.series,
    }


def _once(first: tuple[Frozen, ...], second: tuple[Frozen, ...]) -> tuple[Frozen, ...]:
    """Return the entries of both, leaving out those of the second that differ from one of the first by ids only."""
    known = [_nameless(entry) for entry in first]
    return (*first, *(entry for entry in second if _nameless(entry) not in known))


def _nameless(entry: Frozen) -> Frozen:
    if isinstance(entry, Contribution):
        return entry.changed(id="same")
    if isinstance(entry, Item):
        return entry.changed(
            id="same", contributions=tuple(contribution.changed(id="same") for contribution in entry.contributions)
        )
    return entry


def _texts(first: Session, second: Session) -> dict[str, object]:
    found: dict[str, object] = {}
    left: list[str] = []
    for name in _LINES:
        one, two = str(getattr(first, name)), str(getattr(second, name))
        between = _BETWEEN.get(name, ", ")
        known = ["", *one.split(between)]
        joined = between.join(filter(None, [one, *(part for part in two.split(between) if part not in known)]))
        if len(joined) > MAX_TITLE:
            joined, other = (one, two) if len(one) >= len(two) else (two, one)
            left.append(other)
        found[name] = joined
    found["description"] = _paragraphs(first.description, second.description)
    found["note"] = _paragraphs(first.note, second.note, *left)
    return found


def _paragraphs(*texts: str) -> str:
    return "\n\n".join(dict.fromkeys(filter(None, texts)))


def _reseated(round_: Round, first: Session, second: Session) -> Round:
    """Return the round with the seats of the second session moved to the first, if both belong to it."""
    if first.round != round_.id or all(seat.session != second.id for seat in round_.seats):
        return round_
    seats = (seat.changed(session=first.id) if seat.session == second.id else seat for seat in round_.seats)
    return round_.changed(seats=tuple(seats))
