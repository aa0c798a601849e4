"""The one walk over the plan that all checks share."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from heapq import heappop, heappush
from operator import attrgetter

from planner.model import Number, Plan, Registration, Session, Span
from planner.model.session import ON_STAGE
from planner.model.time import wall_end


class Index:
    """Sessions by day, room and person, and the numbers of people, of one plan."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    @cached_property
    def scheduled(self) -> dict[str, list[Session]]:
        """Sessions with a time, by day, in order of start."""
        days: dict[str, list[Session]] = {day.id: [] for day in self.plan.days}
        for session in self.plan.sessions:
            if session.start is not None and session.day is not None:
                days[session.day].append(session)
        for sessions in days.values():
            sessions.sort(key=lambda session: (session.start, session.id))
        return days

    @cached_property
    def spans(self) -> dict[str, Span]:
        """Wall minutes of each scheduled session, by its id."""
        days = self.plan.day_by_id
        return {
            session.id: Span(session.start, wall_end(self.plan.zone, days[day].date, session.start, session.minutes))
            for day, sessions in self.scheduled.items()
            for session in sessions
            if session.start is not None
        }

    @cached_property
    def occupied(self) -> dict[str, frozenset[str]]:
        """For each room the rooms that are in use with it: itself, its parts, and what it is a part of."""
        below: dict[str, set[str]] = {}
        for room in self.plan.rooms:
            self._below(room.id, below)
        both = {room: set(parts) for room, parts in below.items()}
        for room, parts in below.items():
            for part in parts:
                both[part].add(room)
        return {room: frozenset(rooms) for room, rooms in both.items()}

    def _below(self, room: str, known: dict[str, set[str]]) -> set[str]:
        if room not in known:
            known[room] = {room}.union(*(self._below(part, known) for part in self.plan.room_by_id[room].parts))
        return known[room]

    @cached_property
    def by_room(self) -> dict[tuple[str, str], list[Session]]:
        """Scheduled sessions by day and room, a room's parts and wholes included, in order of start."""
        found: dict[tuple[str, str], list[Session]] = defaultdict(list)
        for day, sessions in self.scheduled.items():
            for session in sessions:
                for room in {near for place in session.places for near in self.occupied[place.room]}:
                    found[day, room].append(session)
        return found

    @cached_property
    def by_person(self) -> dict[str, list[Session]]:
        """Scheduled sessions in which a person contributes or has a seat, each once, in order of day and start."""
        seats: dict[str, list[str]] = defaultdict(list)
        for each in self.plan.rounds:
            for seat in each.seats:
                seats[seat.session].append(seat.person)
        found: dict[str, list[Session]] = defaultdict(list)
        for sessions in self.scheduled.values():
            for session in sessions:
                people = {each.person for each in session.everyone() if each.person and each.status != "declined"}
                for person in people.union(seats.get(session.id, ())):
                    found[person].append(session)
        return found

    def overlapping(self, sessions: Iterable[Session]) -> Iterator[tuple[Session, Session]]:
        """Give each pair of sessions of one day that share time, the earlier first; keeps every open session."""
        still_open: list[tuple[int, int, Session]] = []
        for count, session in enumerate(sorted(sessions, key=attrgetter("start", "id"))):
            span = self.spans[session.id]
            while still_open and still_open[0][0] <= span.start:
                heappop(still_open)
            if span.end > span.start:
                for _, _, other in sorted(still_open, key=lambda each: each[1]):
                    yield other, session
                heappush(still_open, (span.end, count, session))

    # People, in one place so that no number differs anywhere

    @cached_property
    def participants(self) -> int:
        """People who attend: those registered, or those expected as long as there is no list."""
        registered = sum(person.registration == Registration.REGISTERED for person in self.plan.people)
        return registered or self.plan.settings.expected

    def on_stage(self, session: Session) -> int:
        """Return how many people of a session sit on the stage: persons once, open places each."""
        people: set[str] = set()
        for each in session.everyone():
            if each.role in ON_STAGE and each.status != "declined":
                people.add(each.person or each.id)
        return len(people)

    def attending(self, session: Session) -> int:
        """Return how many people attend a session, before stage and staff; a round's sessions by their seats."""
        if isinstance(session.attendance, Number):
            return session.attendance.number
        if session.round is not None:
            return self.shares[session.id]
        return self.participants

    def need(self, session: Session) -> int:
        """Return how many places a session needs, with stage and staff where the settings count them."""
        settings = self.plan.settings
        stage = self.on_stage(session) if settings.stage_counts else 0
        staff = settings.staff if settings.staff_counts and session.round is None else 0
        return self.attending(session) + stage + staff

    def places(self, session: Session) -> int | None:
        """Return the places of all its rooms in their seatings, or None if any is unknown."""
        if not session.places:
            return None
        known = [self.plan.room_by_id[place.room].places(place.seating) for place in session.places]
        return None if None in known else sum(places or 0 for places in known)

    def limit(self, session: Session) -> int | None:
        """Return the most people a session takes: its places, its own maximum or its round's, whichever is least."""
        round_ = self.plan.round_by_id.get(session.round or "")
        limits = (self.places(session), session.max_size, round_.max_size if round_ else None)
        return min((limit for limit in limits if limit is not None), default=None)

    @cached_property
    def rounds(self) -> dict[str, tuple[Session, ...]]:
        """Scheduled sessions of each round."""
        found: dict[str, list[Session]] = {each.id: [] for each in self.plan.rounds}
        for sessions in self.scheduled.values():
            for session in sessions:
                if session.round is not None:
                    found[session.round].append(session)
        return {key: tuple(value) for key, value in found.items()}

    @cached_property
    def shares(self) -> dict[str, int]:
        """People in each session of a round: seats given, and those without one spread in proportion to the limits."""
        found: dict[str, int] = {}
        for each in self.plan.rounds:
            sessions = self.rounds[each.id] or self.plan.sessions_in(each.id)
            found.update(self._shares_of(sessions, [seat.session for seat in each.seats]))
        for session in self.plan.sessions:
            if session.round is not None:
                found.setdefault(session.id, 0)
        return found

    def _shares_of(self, sessions: tuple[Session, ...], seats: list[str]) -> dict[str, int]:
        taken = {session.id: seats.count(session.id) for session in sessions}
        rest = max(0, self.participants - len(seats))
        free = {session.id: max(0, (self.limit(session) or 0) - taken[session.id]) for session in sessions}
        weights = free if sum(free.values()) else dict.fromkeys(free, 1)
        total = sum(weights.values())
        given = (
            {
                key: min(rest * weight // total, weight) if weights is free else rest * weight // total
                for key, weight in weights.items()
            }
            if total
            else {}
        )
        left = rest - sum(given.values())
        while left > 0 and given:
            key = max(given, key=lambda each: (weights[each] - given[each], each))
            given[key] += 1
            left -= 1
        return {session.id: taken[session.id] + given.get(session.id, 0) for session in sessions}
