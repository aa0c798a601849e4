"""Applying changes from another copy of a plan: the plan stays valid, or the change is refused with its reason."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any, Final, NamedTuple, TypeAlias

from pydantic import ValidationError

from planner.model.base import Frozen
from planner.model.merge.diff import LISTS, NOUN_OF, Change, Noun, entries_by_id
from planner.model.merge.entries import merged
from planner.model.plan import MAX_PEOPLE, MAX_SESSIONS, Plan
from planner.model.references import changed_entries, held, references
from planner.model.round import Seat

Entries: TypeAlias = dict[str, Any]
"""Entries of one noun by id, in their order."""

_TOGETHER: Final[dict[Noun, tuple[str, ...]]] = {"session": ("day", "start"), "day": ("start", "end")}
"""Fields that can depend on each other: a session with a start needs a day, and a day ends after it starts."""


class MergeHindrance(StrEnum):
    """Why a plan cannot take a change."""

    IN_USE = "in-use"
    """An entry that was removed there is still referred to here."""
    DAY_TWICE = "day-twice"
    """Another day has this date already."""
    TOO_MANY = "too-many"
    INVALID = "invalid"


class RefusedChange(Exception):  # noqa: N818  # named for the situation
    """A change that this plan cannot take, the reason, and the ids of the entries that prevent it."""

    def __init__(self, code: MergeHindrance, change: Change, subjects: tuple[str, ...] = ()) -> None:
        self.code: Final = code
        self.change: Final = change
        self.subjects: Final = subjects
        super().__init__(f"{change.what} {change.noun} {change.id}: {code} {', '.join(subjects)}")


class MergeResult(NamedTuple):
    """The plan with all changes that could be taken, and those that were refused."""

    plan: Plan
    refused: tuple[RefusedChange, ...]


def take(plan: Plan, change: Change) -> Plan:
    """Return the plan with one change from theirs; raises RefusedChange.

    Entries that the change refers to and that are missing here are copied from their plan. A changed entry that was
    removed here returns as theirs. Seats that become impossible are removed, as when a session is removed by hand.
    """
    return _taken(plan, (change,))


def take_all(plan: Plan, changes: Iterable[Change]) -> MergeResult:
    """Return the plan with all changes, or, where some are refused, with as many of them as possible."""
    # All at once works even where each change is valid only together with another, such as two days that swap dates.
    waiting = tuple(changes)
    try:
        return MergeResult(_taken(plan, waiting), ())
    except RefusedChange:
        pass
    # Otherwise one by one, and the refused ones again until none can be taken: a change may need a later one first.
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
        waiting = tuple(refusal.change for refusal in refused)
    return MergeResult(plan, refused)


def _taken(plan: Plan, changes: tuple[Change, ...]) -> Plan:
    if not changes:
        return plan
    draft = _Draft(plan)
    for change in changes:
        draft.apply(change)
    theirs = changes[-1].after
    draft.add_missing(theirs, {change.id for change in changes if change.what == "removed"}, changes[-1])
    draft.remove_moved_parts()
    draft.remove_impossible_seats()
    return draft.plan(changes[-1])


class _Draft:
    """A plan under construction, as fields and entries by id; it is validated only when plan() is called."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._lists: dict[str, Entries] = {}
        self._fields: dict[str, Any] = {}
        self._touched: set[str] = set()

    def apply(self, change: Change) -> None:
        """Apply a change without checking what it leads to."""
        match change.what:
            case "changed" if change.noun in LISTS:
                self._change(change)
            case "changed" if change.noun == "plan":
                self._fields |= _merged_fields(self._plan, change)
            case "changed":
                part: Frozen = self._fields.get(change.noun, getattr(self._plan, change.noun))
                self._fields[change.noun] = part.changed(**{field.name: field.after for field in change.fields})
            case "added":
                self._add(change.noun, change.id, change.after)
            case "removed":
                self._entries(change.noun).pop(change.id, None)
            case "ordered":
                self._order(change)

    def add_missing(self, theirs: Plan, removed: set[str], change: Change) -> None:
        """Add the missing entries that others refer to; raises RefusedChange if one was removed and is still in use."""
        # In rounds, as an added entry can refer to further missing ones: a session to a room, the room to its parts.
        while missing := self._missing():
            for noun, needed, user in missing:
                if needed in removed or needed not in entries_by_id(theirs, noun):
                    users = tuple(dict.fromkeys(reference.user for reference in missing if reference.needed == needed))
                    raise RefusedChange(MergeHindrance.IN_USE, change, users or (user,))
                if needed not in self._entries(noun):
                    self._add(noun, needed, theirs)

    def remove_moved_parts(self) -> None:
        """Remove items and contributions from their old session or day where a taken change has moved them elsewhere.

        Otherwise their ids would occur twice.
        """
        taken = {
            part
            for noun in LISTS
            for owner in self._entries(noun).values()
            if owner.id in self._touched
            for part in held(owner).ids[1:]
        }
        for noun in LISTS if taken else ():
            for owner in self._entries(noun).values():
                if owner.id not in self._touched and not taken.isdisjoint(held(owner).ids):
                    self._entries(noun)[owner.id] = changed_entries(owner, lambda _: None, taken)

    def remove_impossible_seats(self) -> None:
        """Remove the seats of people and sessions that no longer exist or have left the round."""
        sessions = self._entries("session")
        for round_ in self._entries("round").values():
            seats = tuple(
                seat
                for seat in round_.seats
                if seat.person in self._entries("person")
                and seat.session in sessions
                and sessions[seat.session].round == round_.id
            )
            if len(seats) != len(round_.seats):
                self._entries("round")[round_.id] = round_.changed(seats=seats)

    def plan(self, change: Change) -> Plan:
        """Return the validated plan; raises RefusedChange if it is impossible."""
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
            self._lists[name] = entries_by_id(self._plan, noun)
        return self._lists[name]

    def _add(self, noun: Noun, id_: str, theirs: Plan) -> None:
        """Replace my entry by theirs, or insert theirs after the nearest of its predecessors that exists here, too."""
        self._touched.add(id_)
        entries, others = self._entries(noun), entries_by_id(theirs, noun)
        if id_ in entries:
            entries[id_] = others[id_]
            return
        order = list(others)
        before = [entry_id for entry_id in order[: order.index(id_)] if entry_id in entries]
        at = list(entries).index(before[-1]) + 1 if before else 0
        items = list(entries.items())
        self._lists[LISTS[noun]] = dict([*items[:at], (id_, others[id_]), *items[at:]])

    def _change(self, change: Change) -> None:
        mine = self._entries(change.noun).get(change.id)
        if mine is None:
            self._add(change.noun, change.id, change.after)
            return
        self._touched.add(change.id)
        theirs = entries_by_id(change.after, change.noun)[change.id]
        fields = _merged_fields(mine, change)
        pair = _TOGETHER.get(change.noun, ())
        try:
            changed = mine.changed(**fields)
        except ValidationError:  # take the other field of the pair from theirs, too
            try:
                changed = mine.changed(**fields, **{name: getattr(theirs, name) for name in pair if name not in fields})
            except ValidationError as error:
                raise RefusedChange(MergeHindrance.INVALID, change) from error
        self._entries(change.noun)[change.id] = changed

    def _order(self, change: Change) -> None:
        """Sort the entries that both plans have into their order; those of this plan alone keep their positions."""
        entries = self._entries(change.noun)
        theirs = [entry_id for entry_id in entries_by_id(change.after, change.noun) if entry_id in entries]
        known = frozenset(theirs)
        ordered = iter(theirs)
        ids = [next(ordered) if entry_id in known else entry_id for entry_id in entries]
        self._lists[LISTS[change.noun]] = {entry_id: entries[entry_id] for entry_id in ids}

    def _missing(self) -> list["_Missing"]:
        """Return the references that lead nowhere, without those of seats, as such seats are removed."""
        known = {name: self._entries(noun) for noun, name in LISTS.items()}
        lost = (
            entry
            for name in LISTS.values()
            for entry in known[name].values()
            if any(target not in known[to] for to, target in held(entry).needed)
        )
        return [
            _Missing(NOUN_OF[reference.to], reference.id, entry.id)
            for entry in lost
            for reference in references(entry)
            if reference.id not in known[reference.to] and not isinstance(reference.part, Seat)
        ]


def _merged_fields(mine: Frozen, change: Change) -> dict[str, Any]:
    """Return what the changed fields hold then; where they are lists of entries, other entries of mine stay."""
    return {field.name: merged(field.before, getattr(mine, field.name), field.after).value for field in change.fields}


class _Missing(NamedTuple):
    """That the entry `user` refers to the entry `needed`, which is not here."""

    noun: Noun
    needed: str
    user: str
