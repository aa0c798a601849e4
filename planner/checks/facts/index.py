"""The one walk over the plan that all checks share."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cached_property

from planner.checks.facts.clusters import Cluster, clusters
from planner.checks.facts.overlaps import Activity, OverlapKind, activities
from planner.checks.facts.round_shares import shared_out
from planner.model import Contribution, Person, Place, Plan, Registration, Session, Span
from planner.model.availability import hours_by_day
from planner.model.needs import Need, need_of
from planner.model.session import ON_STAGE
from planner.model.time import wall_end


class Index:
    """Sessions by day, room and person, what overlaps, and the numbers of people, of one plan."""

    def __init__(self, plan: Plan, today: date | None = None) -> None:
        self.plan = plan
        self.today = today
        """The current date, for whatever is due by a date; without it nothing is late."""
        self._places: dict[str, int | None] = {}

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
    def activities(self) -> dict[str, list[Activity]]:
        """The activities of each day, in order of start: sessions, and rounds as one."""
        return activities(self)

    @cached_property
    def barriers(self) -> dict[str, list[Activity]]:
        """The activities of each day that take everybody, in order of start."""
        return {day: [activity for activity in here if activity.barrier] for day, here in self.activities.items()}

    @cached_property
    def overlaps(self) -> dict[OverlapKind, list[Cluster]]:
        """What overlaps and matters, by the kind that explains it best; what is connected by it once."""
        found: dict[OverlapKind, list[Cluster]] = {"overrun": [], "everyone": [], "room": [], "beside": []}
        for cluster in clusters(self):
            found[cluster.kind].append(cluster)
        return found

    # Rooms

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
                for room in self.rooms_of(session):
                    found[day, room].append(session)
        return found

    def rooms_of(self, session: Session) -> frozenset[str]:
        """Return all rooms that are in use by a session: its own, their parts and wholes."""
        places = session.places
        if len(places) == 1:
            return self.occupied[places[0].room]
        return self.occupied_by(place.room for place in places)

    def occupied_by(self, rooms: Iterable[str]) -> frozenset[str]:
        """Return all rooms that are in use with some: these, their parts and wholes."""
        return frozenset[str]().union(*(self.occupied[room] for room in rooms))

    def rooms_of_all(self, sessions: tuple[Session, ...]) -> frozenset[str]:
        """Return all rooms that are in use by several sessions."""
        if len(sessions) == 1:
            return self.rooms_of(sessions[0])
        return frozenset[str]().union(*map(self.rooms_of, sessions))

    def is_free(self, room: str, day: str, span: Span, but: str) -> bool:
        """Return whether a room can be used at a time, not counting one session."""
        if not self.is_available(room, day, span):
            return False
        sessions = self.by_room.get((day, room), ())
        return not any(session.id != but and self.spans[session.id].overlaps(span) for session in sessions)

    @cached_property
    def hours(self) -> dict[str, dict[str, list[Span]]]:
        """The hours in which rooms and people are available, by id and day; whoever is missing here always is."""
        return {
            owner.id: hours_by_day(self.plan, owner.available)
            for owner in (*self.plan.rooms, *self.plan.people)
            if owner.available
        }

    def is_available(self, who: str, day: str, span: Span) -> bool:
        """Return whether a room or a person is available for all of a time."""
        hours = self.hours.get(who)
        if hours is None:
            return True
        return any(available.start <= span.start and span.end <= available.end for available in hours.get(day, ()))

    # People

    @cached_property
    def cast(self) -> dict[str, tuple[Contribution, ...]]:
        """Who contributes to each scheduled session and its items, and has not declined."""
        return {
            session.id: tuple(contribution for contribution in session.everyone() if contribution.status != "declined")
            for sessions in self.scheduled.values()
            for session in sessions
            if session.contributions or session.items
        }

    @cached_property
    def needing(self) -> dict[Need, tuple[Person, ...]]:
        """People who come and have a need that the checks know."""
        found: dict[Need, list[Person]] = {need: [] for need in Need}
        for person in self.plan.people:
            if person.needs and person.registration not in {Registration.WAITING, Registration.CANCELLED}:
                for need in {need_of(words) for words in person.needs}:
                    if need is not None:
                        found[need].append(person)
        return {need: tuple(people) for need, people in found.items()}

    @cached_property
    def asking(self) -> dict[Need, frozenset[str]]:
        """Sessions that state a need themselves, whoever comes."""
        found = [(need_of(words), session.id) for session in self.plan.sessions for words in session.needs]
        return {need: frozenset(session for asked, session in found if asked == need) for need in Need}

    @cached_property
    def by_person(self) -> dict[str, list[Session]]:
        """Scheduled sessions in which a person contributes or has a seat, each once, in order of day and start."""
        seats: dict[str, list[str]] = defaultdict(list)
        for round_ in self.plan.rounds:
            for seat in round_.seats:
                seats[seat.session].append(seat.person)
        found: dict[str, list[Session]] = defaultdict(list)
        for sessions in self.scheduled.values():
            for session in sessions:
                for person in dict.fromkeys((*contributors(session), *seats.get(session.id, ()))):
                    found[person].append(session)
        return found

    @cached_property
    def away(self) -> list[tuple[str, Session]]:
        """People in sessions for all or part of which they are not available."""
        return [
            (person.id, session)
            for person in self.plan.people
            if person.available
            for session in self.by_person.get(person.id, ())
            if not self.is_available(person.id, session.day or "", self.spans[session.id])
        ]

    # Numbers of people, in one place so that no number differs anywhere

    @cached_property
    def participants(self) -> int:
        """People who attend: those registered, or those expected as long as there is no list."""
        return self.registered or self.plan.settings.expected

    @cached_property
    def registered(self) -> int:
        """People who have a place at the event."""
        return sum(person.registration == Registration.REGISTERED for person in self.plan.people)

    def on_stage(self, session: Session) -> int:
        """Return how many people of a session are on stage: each person once, each open place by itself."""
        people: set[str] = set()
        for contribution in session.everyone():
            if contribution.role in ON_STAGE and contribution.status != "declined":
                people.add(contribution.person or contribution.id)
        return len(people)

    def attending(self, session: Session) -> int:
        """Return how many people attend a session, before stage and staff; a round's sessions by their seats."""
        if session.attendance.who == "number":
            return session.attendance.number
        if session.round is not None:
            return self.shares[session.id]
        return self.participants

    def stage(self, session: Session) -> int:
        """Return how many people on stage need places; none unless the settings count them."""
        return self.on_stage(session) if self.plan.settings.stage_counts else 0

    def staff(self, session: Session) -> int:
        """Return how many of the staff need places, by the settings; none in a round, as staff spread over it."""
        settings = self.plan.settings
        return settings.staff if settings.staff_counts and session.round is None else 0

    def need(self, session: Session) -> int:
        """Return how many places a session needs, including stage and staff where the settings count them."""
        return self.attending(session) + self.stage(session) + self.staff(session)

    def places(self, session: Session) -> int | None:
        """Return the places of all rooms of a session in their seatings, or None if any is unknown."""
        if session.id not in self._places:
            self._places[session.id] = self.places_of(session.places)
        return self._places[session.id]

    def places_of(self, places: tuple[Place, ...]) -> int | None:
        """Return the sum of places in several rooms, or None if any is unknown or there are none."""
        total = 0
        for place in places:
            known = self.plan.room_by_id[place.room].places(place.seating)
            if known is None:
                return None
            total += known
        return total if places else None

    def limit(self, session: Session) -> int | None:
        """Return how many people a session takes, not counting stage and staff; None if nothing limits it.

        It is the least of its places less stage and staff, its own maximum, and its round's.
        """
        places = self.places(session)
        if places is not None:
            places = max(0, places - self.stage(session) - self.staff(session))
        round_ = self.plan.round_by_id.get(session.round or "")
        limits = (places, session.max_size, round_.max_size if round_ else None)
        return min((limit for limit in limits if limit is not None), default=None)

    @cached_property
    def rounds(self) -> dict[str, tuple[Session, ...]]:
        """Scheduled sessions of each round; all its sessions while none has a time."""
        timed: dict[str, list[Session]] = {round_.id: [] for round_ in self.plan.rounds}
        waiting: dict[str, list[Session]] = {round_.id: [] for round_ in self.plan.rounds}
        for session in self.plan.sessions:
            if session.round is not None:
                (waiting if session.start is None else timed)[session.round].append(session)
        return {key: tuple(timed[key] or waiting[key]) for key in timed}

    @cached_property
    def seats(self) -> Counter[str]:
        """Seats assigned in each session of a round."""
        return Counter(seat.session for round_ in self.plan.rounds for seat in round_.seats)

    @cached_property
    def shares(self) -> dict[str, int]:
        """People in each session of a round: seats assigned, and those without one spread over the places left."""
        found = {session.id: self.seats[session.id] for session in self.plan.sessions if session.round is not None}
        for round_ in self.plan.rounds:
            sessions = self.rounds[round_.id]
            here = {session.id for session in sessions}
            elsewhere = sum(seat.session not in here for seat in round_.seats)
            limits = {session.id: self.limit(session) for session in sessions}
            found.update(shared_out(limits, self.seats, self.participants - elsewhere))
        return found


def contributors(session: Session) -> dict[str, None]:
    """Return the known people who contribute to a session or its items and have not declined, each once."""
    if not session.contributions and not session.items:
        return {}
    return dict.fromkeys(
        contribution.person
        for contribution in session.everyone()
        if contribution.person and contribution.status != "declined"
    )
