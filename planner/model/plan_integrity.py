"""The integrity of a plan: each id is used once, each reference leads somewhere, no room is a part of itself."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Final

from planner.model.session import Session, Share

if TYPE_CHECKING:
    from planner.model.plan import Plan

MAX_LEVELS: Final = 8
"""A hall is divided into halves, and these into tables: nobody needs more, and the recursion stays shallow."""


class UsedIds:
    """All ids that the sessions and days of a plan have and refer to.

    Collected in one walk, because it runs at each edit; the sets make checking the references cheap.
    """

    def __init__(self, plan: "Plan") -> None:
        self.ids: list[str] = []
        self.kinds: set[str] = set()
        self.days: set[str | None] = set()
        self.rooms: set[str] = set()
        self.series: set[str | None] = set()
        self.people: set[str | None] = set()
        self.shares: set[tuple[str, str]] = set()
        for session in plan.sessions:
            self._add(session)
        for day in plan.days:
            for contribution in day.contributions:
                self.ids.append(contribution.id)
                self.people.add(contribution.person)

    def _add(self, session: Session) -> None:
        self.ids.append(session.id)
        self.kinds.add(session.kind)
        self.days.add(session.day)
        self.series.add(session.series)
        for place in session.places:
            self.rooms.add(place.room)
        if isinstance(session.attendance, Share):
            self.shares.add((session.id, session.attendance.round))
        for contribution in session.contributions:
            self.ids.append(contribution.id)
            self.people.add(contribution.person)
        for item in session.items:
            self.ids.append(item.id)
            for contribution in item.contributions:
                self.ids.append(contribution.id)
                self.people.add(contribution.person)


def check_integrity(plan: "Plan") -> None:
    """Raise ValueError with the first violation."""
    used = UsedIds(plan)
    _check_ids(plan, used)
    _check_references(plan, used)
    for round_ in plan.rounds:
        for seat in round_.seats:
            if seat.person not in plan.person_by_id or (seat.session, round_.id) not in used.shares:
                message = f"round {round_.id!r} seats {seat.person!r} in {seat.session!r}, which is not possible"
                raise ValueError(message)
    _check_parts(plan)


def ids_of(plan: "Plan") -> Iterator[str]:
    """Return the ids of everything that a plan holds, without its own."""
    return _ids(plan, UsedIds(plan))


def _ids(plan: "Plan", used: UsedIds) -> Iterator[str]:
    nouns = (plan.days, plan.kinds, plan.rooms, plan.people, plan.series, plan.rounds, plan.logos)
    return chain((entry.id for entry in chain.from_iterable(nouns)), used.ids)


def _check_ids(plan: "Plan", used: UsedIds) -> None:
    ids = list(_ids(plan, used))
    if len(set(ids)) != len(ids):
        twice = next(id_ for id_, times in Counter(ids).items() if times > 1)
        message = f"the id {twice!r} is used twice"
        raise ValueError(message)


def _check_references(plan: "Plan", used: UsedIds) -> None:
    series = {topic.id for topic in plan.series}
    references: tuple[tuple[Iterable[str | None], Container[str]], ...] = (
        (used.kinds, plan.kind_by_id),
        (used.days, plan.day_by_id),
        (used.rooms, plan.room_by_id),
        ({round_ for _, round_ in used.shares}, plan.round_by_id),
        (used.series, series),
        (used.people, plan.person_by_id),
        ({part for room in plan.rooms for part in room.parts}, plan.room_by_id),
        ({span.day for who in (*plan.rooms, *plan.people) for span in who.available}, plan.day_by_id),
        ({wish for person in plan.people for wish in person.wishes}, series),
    )
    for targets, known in references:
        for target in targets:
            if target is not None and target not in known:
                message = f"something refers to {target!r}, which does not exist"
                raise ValueError(message)


def _check_parts(plan: "Plan") -> None:
    """Refuse a room that is, through its parts, a part of itself, and too many levels of parts.

    The depth of each room is computed once and remembered, so shared parts cost nothing; the rooms above tell a cycle.
    """
    depths: dict[str, int] = {}
    for room in plan.rooms:
        if room.parts:
            _depth(plan, room.id, (), depths)


def _depth(plan: "Plan", room: str, above: tuple[str, ...], depths: dict[str, int]) -> int:
    """Return into how many levels a room is divided, itself included; raises ValueError for a cycle or too many."""
    if room in above:
        message = f"room {room!r} is a part of itself"
        raise ValueError(message)
    if room not in depths:
        parts = plan.room_by_id[room].parts if len(above) <= MAX_LEVELS else ()
        depths[room] = 1 + max((_depth(plan, part, (*above, room), depths) for part in parts), default=0)
    if len(above) + depths[room] > MAX_LEVELS:
        message = f"room {room!r} is divided over more than {MAX_LEVELS} levels"
        raise ValueError(message)
    return depths[room]
