"""Finds where and when dragged sessions do not fit: rooms in use, unsuitable or closed, people elsewhere. No Qt.

What depends only on the sessions is computed once per gesture, as a drag asks at each move.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Final

from planner.checks import Index
from planner.checks.facts.index import contributors
from planner.checks.facts.round_shares import shared_out
from planner.model import Place, Session, Span
from planner.model.agenda import on_day, spans_board
from planner.text import Language, room_name
from planner.text.block_words import seating_brief
from planner.text.consequence import short_name
from planner.ui.board.layout.columns import NO_ROOM
from planner.ui.board.layout.day_layout import GAP, Obstacle, Rect, RoomColumn
from planner.ui.board.layout.scene import Scene

NAMES: Final = 2
"""Up to so many people are named; of more, the first and the number of the others."""


class Obstacles:
    """The obstacles of a dragged session, and of others dragged with it."""

    def __init__(self, scene: Scene, lead: Session, others: Sequence[Session], t: Language) -> None:
        self._scene, self._lead, self._t = scene, lead, t
        self._dragged: Final = (lead, *others)
        self._day: Final = scene.content.day.day.id
        self._index: Final = scene.content.index
        self._known: dict[frozenset[str], tuple[Obstacle, ...]] = {}

    # Rooms

    @cached_property
    def unfit(self) -> dict[str, str]:
        """The ids of rooms that are too small or lack the seating, with the reason in words."""
        if len(self._dragged) > 1 or len(self._lead.places) > 1:
            return {}
        reasons = ((room.id, self._why_unfit(room.id)) for room in self._index.plan.rooms)
        return {room: reason for room, reason in reasons if reason}

    @cached_property
    def closed(self) -> tuple[Obstacle, ...]:
        """Times at which rooms cannot be used; for a session for everyone its own rooms, across all columns."""
        t, layout = self._t, self._scene.layout
        if spans_board(self._lead):
            own = dict.fromkeys(place.room for place in self._lead.places)
            return tuple(
                Obstacle(self._across(gap), t("{what}: closed", what=room_name(self._index.plan, room, t)))
                for room in own
                for gap in self._gaps(room)
            )
        return tuple(
            Obstacle(self._box(column, gap), t("closed"))
            for column in layout.columns
            if column.room
            for gap in self._gaps(column.room)
        )

    def columns(self, index: Index, session: Session) -> tuple[Obstacle, ...]:
        """Return the columns in which a session of a changed plan cannot be at its time; index is that plan's.

        Neighbouring columns with the same reason are joined. The session's own column stays alone and has no reason:
        what is wrong there is shown at the session itself.
        """
        span, ids = Span(session.start or 0, session.end), {dragged.id for dragged in self._dragged}
        others = [
            other
            for other in on_day(index.plan, session.day or "")
            if other.id not in ids and (other.start or 0) < span.end and other.end > span.start
        ]
        own = {place.room for place in session.places}
        found: list[Obstacle] = []
        for column in self._scene.layout.columns:
            reason = self._why_not(index, session, column.room, others) if column.room != NO_ROOM else ""
            if not reason:
                continue
            box, reason = self._box(column, span), "" if column.room in own else reason
            last = found[-1] if found else None
            if last is not None and reason and last.reason == reason and abs(last.box.right - box.x) < 1:
                found[-1] = Obstacle(last.box._replace(width=last.box.width + box.width), reason)
            else:
                found.append(Obstacle(box, reason))
        return tuple(found)

    def _why_not(self, index: Index, session: Session, room: str, others: list[Session]) -> str:
        t = self._t
        for other in others:
            beside = session.round is not None and session.round == other.round
            if spans_board(other) and not beside and not spans_board(session):
                return t("everyone: {session}", session=short_name(index.plan, other, t))
        if any(room in index.rooms_of(other) for other in others if other.places):
            return t("in use")
        return self.unfit.get(room, "")

    def _why_unfit(self, room: str) -> str:
        t, session, plan = self._t, self._lead, self._index.plan
        wanted = session.places[0].seating if session.places else plan.kind_of(session).seating
        capacities = {capacity.seating: capacity.places for capacity in plan.room_by_id[room].capacities}
        if not capacities or (session.places and session.places[0].room == room):
            return ""
        if wanted is not None and wanted not in capacities:
            return t("without {seating}", seating=seating_brief(wanted, t))
        place = Place(room=room, seating=wanted or next(iter(capacities)))
        places = self._index.places_of((place,))
        if places is None or places >= self._need(place):
            return ""
        return t("too small ({places})", places=places)

    def _need(self, place: Place) -> int:
        """Return how many places the session would need in a room; in a round, its share if it were there."""
        index, session = self._index, self._lead
        if session.round is None:
            return index.need(session)
        if session.id not in index.shares:
            return 0  # the round is not shared out yet, so its need is unknown
        limits = {member.id: index.limit(member) for member in index.rounds[session.round]}
        limits[session.id] = Index(index.plan).limit(session.changed(places=(place,)))
        seats = index.plan.round_by_id[session.round].seats
        elsewhere = sum(seat.session not in limits for seat in seats)
        share = shared_out(limits, index.seats, index.participants - elsewhere)[session.id]
        return share + index.stage(session) + index.staff(session)

    # People

    def people(self, moving: Iterable[str] = ()) -> tuple[Obstacle, ...]:
        """Return the times at which people of the dragged sessions are busy or absent.

        What moves along does not count: its time changes, too.
        """
        key = frozenset(moving) | {session.id for session in self._dragged}
        if key not in self._known:
            groups: dict[Span, dict[str, str]] = defaultdict(dict)
            for person in self._all_people():
                for span, why in self._busy(person, key):
                    groups[span].setdefault(person, why)
            spans = sorted(groups.items())
            self._known[key] = tuple(Obstacle(self._across(span), self._names(busy)) for span, busy in spans)
        return self._known[key]

    def _all_people(self) -> dict[str, None]:
        ids = {session.id for session in self._dragged}
        found = {person: None for session in self._dragged for person in contributors(session)}
        seats = (seat for round_ in self._index.plan.rounds for seat in round_.seats)
        return found | {seat.person: None for seat in seats if seat.session in ids}

    def _busy(self, person: str, moving: frozenset[str]) -> Iterator[tuple[Span, str]]:
        for session in self._index.by_person.get(person, ()):
            if session.day == self._day and session.id not in moving:
                yield self._index.spans[session.id], short_name(self._index.plan, session, self._t)
        for gap in self._gaps(person):
            yield gap, ""

    def _names(self, busy: dict[str, str]) -> str:
        """Return who is busy, and with what if that is the same for all; persons to reasons, empty if absent."""
        t, people = self._t, self._index.plan.person_by_id
        names = [people[person].name for person in busy]
        who = ", ".join(names)
        if len(names) > NAMES:
            others = len(names) - 1
            who = t.count("{name} and {number} other", "{name} and {number} others", others, name=names[0])
        reasons = set(busy.values())
        if reasons == {""}:
            return t("{what}: absent", what=who)
        return f"{who}: {reasons.pop()}" if len(reasons) == 1 else t("{who}: elsewhere", who=who)

    # Places on the board

    def _gaps(self, who: str) -> Iterator[Span]:
        """Yield the times of the day shown at which a room or a person is not available."""
        hours = self._index.hours.get(who)
        if hours is None:
            return
        at, last = self._scene.content.day.first, self._scene.content.day.last
        for available in hours.get(self._day, ()):
            if available.start > at:
                yield Span(at, min(available.start, last))
            at = max(at, available.end)
        if at < last:
            yield Span(at, last)

    def _across(self, span: Span) -> Rect:
        layout = self._scene.layout
        y = layout.scale.y(span.start)
        return Rect(0, y, layout.width, max(layout.scale.y_end(span.end) - GAP - y, 2))

    def _box(self, column: RoomColumn, span: Span) -> Rect:
        return self._across(span)._replace(x=column.x, width=column.width)
