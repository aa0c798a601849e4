"""Who needs what in which session, and which rooms have it; only numbers leave this file, for needs are private."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from planner.checks.facts.index import Index
from planner.checks.problem import Facts, Message
from planner.model import Registration, Room, Session
from planner.model.needs import Need, need_of


class Demand:
    """The people who have one need, and the sessions that they attend or that state it themselves."""

    def __init__(self, index: Index, need: Need) -> None:
        self._index = index
        self._need = need
        coming = [
            person for person in index.needing[need] if person.staff or person.registration == Registration.REGISTERED
        ]
        self._always = frozenset(person.id for person in coming if not person.available)
        self._sometimes = tuple(person.id for person in coming if person.available)
        self._own: dict[str, set[str]] = defaultdict(set)
        for person in index.needing[need]:
            for session in index.by_person.get(person.id, ()):
                self._own[session.id].add(person.id)

    def __bool__(self) -> bool:
        """Return whether anybody or any session has this need."""
        return bool(self._always or self._sometimes or self._own or self._index.asking[self._need])

    def asks(self, session: Session) -> bool:
        """Return whether a session states this need itself, or anybody in it has it."""
        if session.id in self._index.asking[self._need] or session.id in self._own:
            return True
        return session.attendance.who == "everyone" and (bool(self._always) or any(self._here(session)))

    def people(self, sessions: Iterable[Session]) -> int:
        """Return how many people with this need attend at least one of these sessions."""
        found: set[str] = set()
        for session in sessions:
            found |= self._own.get(session.id, set())
            if session.attendance.who == "everyone":
                found |= self._always
                found.update(self._here(session))
        return len(found)

    def _here(self, session: Session) -> Iterator[str]:
        """Yield those with limited hours who are there at the time of a session."""
        span = self._index.spans[session.id]
        return (
            person
            for person in self._sometimes
            if any(hours.overlaps(span) for hours in self._index.hours[person].get(session.day or "", ()))
        )


def room_has(room: Room, need: Need) -> bool | None:
    """Return whether a room is step-free or has a hearing loop; None if that was not entered."""
    if any(need_of(words) == need for words in room.features):
        return True
    return room.step_free if need == Need.STEP_FREE else room.hearing_loop


def offers_need(index: Index, session: Session, need: Need) -> bool | None:
    """Return whether any room of a session has what is needed, or it is brought along; None if that is unknown."""
    if need_of(session.technology) == need:
        return True
    return any_of(room_has(index.plan.room_by_id[place.room], need) for place in session.places)


def by_people(nobody: Message, somebody: Message) -> Callable[[Facts], Message]:
    """Return a sentence that depends on whether people have a need, or only the session states it."""
    return lambda facts: somebody if facts["people"] else nobody


def any_of(answers: Iterable[bool | None]) -> bool | None:
    """Return whether any is true; None if none is, but some are not known."""
    known = list(answers)
    if any(known):
        return True
    return None if None in known else False
