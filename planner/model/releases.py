"""Making a release: the public facts of a plan as they are given out, recorded in the ledger."""

from datetime import UTC, datetime

from planner.model.audience import Audience
from planner.model.base import MAX_TITLE
from planner.model.document import Document
from planner.model.ledger import Given, GivenStatus, Release
from planner.model.plan import Plan
from planner.model.session import Session
from planner.model.time import FIRST_INSTANT, LAST_INSTANT, instants


def release(document: Document, *, release_id: str, name: str, at: datetime) -> Document:
    """Return the document with a new release of its scheduled public sessions at an instant.

    SEQUENCE rises by one where time, rooms or status changed (RFC 5545 3.8.7.4), but not for a changed title. Sessions
    released before that are not among them any more are recorded as cancelled.
    """
    at = at.astimezone(UTC).replace(microsecond=0)
    plan, before = document.plan, document.ledger.current
    shown = [session for session in plan.sessions if session.scheduled and session.audience == Audience.PUBLIC]
    given = [_given(plan, session, before.get(session.id), at) for session in shown]
    kept = {facts.session for facts in given}
    given += [_dropped(facts, at) for facts in before.values() if facts.session not in kept]
    new = Release(id=release_id, name=name, at=at, given=tuple(given))
    return document.changed(ledger=document.ledger.changed(releases=(*document.ledger.releases, new)))


def _given(plan: Plan, session: Session, before: Given | None, at: datetime) -> Given:
    start, end = instants(plan.zone, plan.day_by_id[session.day or ""].date, session.start or 0, session.minutes)
    status: GivenStatus = "tentative" if plan.print.draft else "confirmed"
    now = Given(
        session=session.id,
        start=_clamped(start),
        end=_clamped(end),
        rooms=tuple(place.room for place in session.places),
        location=_location(plan, session),
        title=session.title,
        status=status,
        sequence=before.sequence if before else 0,
        at=before.at if before else at,
    )
    if before is None or now == before:
        return now
    moved = (now.start, now.end, now.rooms, now.status) != (before.start, before.end, before.rooms, before.status)
    return now.changed(sequence=before.following if moved else before.sequence, at=at)


def _location(plan: Plan, session: Session) -> str:
    """Return the names of the rooms as one line of at most MAX_TITLE characters; `rooms` has all of them."""
    names = ", ".join(plan.room_by_id[place.room].name for place in session.places)
    return names if len(names) <= MAX_TITLE else names[: MAX_TITLE - 1].rstrip(" ,") + "…"


def _clamped(moment: datetime) -> datetime:
    """Clamp a moment to the years 1900 to 2999, outside of which the file format allows no moment.

    East of Greenwich the first day of 1900 begins in 1899 UTC, and west of it the last day of 2999 ends in 3000.
    """
    return min(max(moment, FIRST_INSTANT), LAST_INSTANT)


def _dropped(given: Given, at: datetime) -> Given:
    if given.status == "cancelled":
        return given
    return given.changed(status="cancelled", sequence=given.following, at=at)
