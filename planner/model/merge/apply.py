"""Taking changes of another plan over into this one: the plan stays valid, or the change is refused with its reason."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Any, Final, NamedTuple, TypeAlias

from pydantic import ValidationError

from planner.model.base import Frozen
from planner.model.merge.diff import LISTS, Change, Noun
from planner.model.person import Person
from planner.model.plan import MAX_PEOPLE, MAX_SESSIONS, Day, Plan
from planner.model.room import Room
from planner.model.session import Contribution, Session

Entries: TypeAlias = dict[str, Any]


_TOGETHER: Final[dict[Noun, tuple[str, ...]]] = {"session": ("day", "start"), "day": ("start", "end")}
"""Fields that may be possible only together."""


class MergeHindrance(StrEnum):
    """Why a plan cannot take a change."""

    IN_USE = "in-use"
    """Something here still needs what was removed there."""
    DAY_TWICE = "day-twice"
    """There is a day of this date already."""
    TOO_MANY = "too-many"
    INVALID = "invalid"


_NOUNS: Final[dict[str, Noun]] = {name: noun for noun, name in LISTS.items()}


class RefusedChange(Exception):  # noqa: N818  # named for the situation
    """A change that this plan cannot take, why, and the ids of what hinders it; the plan is as it was."""

    def __init__(self, code: MergeHindrance, change: Change, subjects: tuple[str, ...] = ()) -> None:
        self.code: Final = code
        self.change: Final = change
        self.subjects: Final = subjects
        super().__init__(f"{change.what} {change.noun} {change.id}: {code} {', '.join(subjects)}")


class MergeResult(NamedTuple):
    """The plan with all that could be taken, and what could not."""

    plan: Plan
    refused: tuple[RefusedChange, ...]


def take(plan: Plan, change: Change) -> Plan:
    """Return the plan with one change of theirs; raises Refused.

    What the change refers to and is not there comes along from their plan. An entry that is gone here comes back as
    theirs. Seats that become impossible are given up, as when the session is removed by hand.
    """
    return _taken(plan, (change,))


def take_all(plan: Plan, changes: Iterable[Change]) -> MergeResult:
    """Return the plan with all changes at once, or, where some are refused, with all others."""
    waiting = tuple(changes)
    try:
        return MergeResult(_taken(plan, waiting), ())
    except RefusedChange:
        pass
    refused: tuple[RefusedChange, ...] = ()
    while waiting:
        refused = ()
        for change in waiting:
            try:
                plan = take(plan, change)
            except RefusedChange as reason:
                refused += (reason,)
        if len(refused) == len(waiting):
            break
        waiting = tuple(each.change for each in refused)
    return MergeResult(plan, refused)


def _taken(plan: Plan, changes: tuple[Change, ...]) -> Plan:
    if not changes:
        return plan
    draft = _Draft(plan)
    for change in changes:
        draft.apply(change)
    theirs = changes[-1].after
    draft.bring(theirs, {each.id for each in changes if each.what == "removed"}, changes[-1])
    draft.part_ways()
    draft.free_seats()
    return draft.plan(changes[-1])


class _Draft:
    """A plan in the making: entries by id, and fields; valid only at the end."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._lists: dict[str, Entries] = {}
        self._fields: dict[str, Any] = {}
        self._touched: set[str] = set()

    def apply(self, change: Change) -> None:
        """Do what a change says, whatever that leads to."""
        match change.what:
            case "changed" if change.noun in LISTS:
                self._change(change)
            case "changed" if change.noun == "plan":
                self._fields |= {each.name: each.after for each in change.fields}
            case "changed":
                part: Frozen = self._fields.get(change.noun, getattr(self._plan, change.noun))
                self._fields[change.noun] = part.changed(**{each.name: each.after for each in change.fields})
            case "added":
                self._add(change.noun, change.id, change.after)
            case "removed":
                self._entries(change.noun).pop(change.id, None)
            case "ordered":
                self._order(change)

    def bring(self, theirs: Plan, removed: set[str], change: Change) -> None:
        """Bring along what something refers to and is not there; refuse to remove what is still used."""
        while missing := self._missing():
            for noun, needed, user in missing:
                if needed in removed or needed not in _by_id(theirs, noun):
                    users = tuple(dict.fromkeys(each.user for each in missing if each.needed == needed))
                    raise RefusedChange(MergeHindrance.IN_USE, change, users or (user,))
                if needed not in self._entries(noun):
                    self._add(noun, needed, theirs)

    def part_ways(self) -> None:
        """Leave an item or contribution where theirs has it now, when it has moved to another session."""
        owners: tuple[Noun, ...] = ("session", "day")
        taken = {
            part
            for noun in owners
            for each in self._entries(noun).values()
            if each.id in self._touched
            for part in _parts(each)
        }
        for noun in owners if taken else ():
            for each in self._entries(noun).values():
                if each.id not in self._touched and not taken.isdisjoint(_parts(each)):
                    self._entries(noun)[each.id] = _without(each, taken)

    def free_seats(self) -> None:
        """Give up the seats of people and sessions that are no longer there."""
        sessions = self._entries("session")
        for each in self._entries("round").values():
            seats = tuple(
                seat
                for seat in each.seats
                if seat.person in self._entries("person")
                and seat.session in sessions
                and sessions[seat.session].round == each.id
            )
            if len(seats) != len(each.seats):
                self._entries("round")[each.id] = each.changed(seats=seats)

    def plan(self, change: Change) -> Plan:
        """Return the plan; raises Refused if it cannot be."""
        dates: dict[object, str] = {}
        for day in self._entries("day").values():
            if day.date in dates:
                raise RefusedChange(MergeHindrance.DAY_TWICE, change, (dates[day.date], day.id))
            dates[day.date] = day.id
        if len(self._entries("session")) > MAX_SESSIONS or len(self._entries("person")) > MAX_PEOPLE:
            raise RefusedChange(MergeHindrance.TOO_MANY, change)
        lists = {name: tuple(entries.values()) for name, entries in self._lists.items()}
        try:
            return self._plan.changed(**self._fields, **lists)
        except ValidationError as error:
            raise RefusedChange(MergeHindrance.INVALID, change) from error

    def _entries(self, noun: Noun) -> Entries:
        name = LISTS[noun]
        if name not in self._lists:
            self._lists[name] = _by_id(self._plan, noun)
        return self._lists[name]

    def _add(self, noun: Noun, id_: str, theirs: Plan) -> None:
        """Put their entry in place of mine, or behind the one that it follows in their plan."""
        self._touched.add(id_)
        entries, others = self._entries(noun), _by_id(theirs, noun)
        if id_ in entries:
            entries[id_] = others[id_]
            return
        order = list(others)
        before = [each for each in order[: order.index(id_)] if each in entries]
        at = list(entries).index(before[-1]) + 1 if before else 0
        items = list(entries.items())
        self._lists[LISTS[noun]] = dict([*items[:at], (id_, others[id_]), *items[at:]])

    def _change(self, change: Change) -> None:
        mine = self._entries(change.noun).get(change.id)
        if mine is None:
            self._add(change.noun, change.id, change.after)
            return
        self._touched.add(change.id)
        theirs = _by_id(change.after, change.noun)[change.id]
        fields = {each.name: each.after for each in change.fields}
        pair = _TOGETHER.get(change.noun, ())
        try:
            changed = mine.changed(**fields)
        except ValidationError:  # the two belong together
            try:
                changed = mine.changed(**fields, **{name: getattr(theirs, name) for name in pair if name not in fields})
            except ValidationError as error:
                raise RefusedChange(MergeHindrance.INVALID, change) from error
        self._entries(change.noun)[change.id] = changed

    def _order(self, change: Change) -> None:
        """Put the entries that both know into their order, at the places where these are now."""
        entries = self._entries(change.noun)
        theirs = [each for each in _by_id(change.after, change.noun) if each in entries]
        known = frozenset(theirs)
        ordered = iter(theirs)
        names = [next(ordered) if each in known else each for each in entries]
        self._lists[LISTS[change.noun]] = {each: entries[each] for each in names}

    def _missing(self) -> list["_Reference"]:
        known = {noun: self._entries(noun) for noun in LISTS}
        return [
            reference
            for noun in LISTS
            for each in known[noun].values()
            for reference in _references(each)
            if reference.needed not in known[reference.noun]
        ]


class _Reference(NamedTuple):
    noun: Noun
    needed: str
    user: str


def _references(entry: Frozen) -> Iterator[_Reference]:
    """Give what an entry cannot be without; seats are given up instead."""
    if isinstance(entry, Session):
        yield _Reference("kind", entry.kind, entry.id)
        single: tuple[tuple[Noun, str | None], ...] = (
            ("day", entry.day),
            ("round", entry.round),
            ("series", entry.series),
        )
        yield from (_Reference(noun, needed, entry.id) for noun, needed in single if needed is not None)
        yield from (_Reference("room", place.room, entry.id) for place in entry.places)
        yield from (_Reference("person", each, entry.id) for each in _people(entry.everyone()))
    elif isinstance(entry, Day):
        yield from (_Reference("person", each, entry.id) for each in _people(entry.contributions))
    elif isinstance(entry, Room | Person):
        yield from (_Reference("day", each.day, entry.id) for each in entry.available)
        parts = entry.parts if isinstance(entry, Room) else ()
        yield from (_Reference("room", each, entry.id) for each in parts)
        wishes = entry.wishes if isinstance(entry, Person) else ()
        yield from (_Reference("series", each, entry.id) for each in wishes)


def _people(contributions: tuple[Contribution, ...]) -> Iterator[str]:
    return (each.person for each in contributions if each.person is not None)


def _parts(owner: Session | Day) -> Iterator[str]:
    if isinstance(owner, Session):
        yield from (each.id for each in owner.items)
        yield from (each.id for each in owner.everyone())
    else:
        yield from (each.id for each in owner.contributions)


def _without(owner: Session | Day, taken: set[str]) -> Session | Day:
    contributions = tuple(each for each in owner.contributions if each.id not in taken)
    if isinstance(owner, Day):
        return owner.changed(contributions=contributions)
    items = tuple(
        item.changed(contributions=tuple(each for each in item.contributions if each.id not in taken))
        for item in owner.items
        if item.id not in taken
    )
    return owner.changed(contributions=contributions, items=items)


def _by_id(plan: Plan, noun: Noun) -> Entries:
    return {each.id: each for each in getattr(plan, LISTS[noun])}
