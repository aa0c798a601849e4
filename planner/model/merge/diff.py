"""The differences between two plans, one change per entry, and which of them clash with one's own changes."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Final, Literal, TypeAlias

from planner.model.base import Frozen
from planner.model.marks import MarkedField, fields_of
from planner.model.merge.entries import merged
from planner.model.plan import Plan

Noun: TypeAlias = Literal[
    "plan",
    "settings",
    "print",
    "venue",
    "contact",
    "kind",
    "day",
    "series",
    "room",
    "person",
    "session",
    "round",
    "logo",
]
What: TypeAlias = Literal["added", "removed", "changed", "ordered"]

PARTS: Final[tuple[Noun, ...]] = ("settings", "print", "venue", "contact")
"""Fields of the plan that hold a single value without an id."""
LISTS: Final[dict[Noun, str]] = {
    "kind": "kinds",
    "day": "days",
    "series": "series",
    "room": "rooms",
    "person": "people",
    "session": "sessions",
    "round": "rounds",
    "logo": "logos",
}
"""Fields of the plan that hold entries with ids, in an order in which later ones refer to earlier ones."""
NOUN_OF: Final[dict[str, Noun]] = {name: noun for noun, name in LISTS.items()}
_REMOVAL: Final[tuple[Noun, ...]] = ("session", "round", "person", "room", "series", "day", "kind", "logo")
"""The order of removals: an entry is removed after all that can refer to it."""
_OWN: Final = tuple(
    known
    for known in fields_of(Plan)
    if known.name != "id" and known.name not in PARTS and known.name not in LISTS.values()
)


@dataclass(frozen=True)
class FieldChange:
    """The values of one field before and after."""

    name: str
    before: Any
    after: Any
    to: Noun | None = None
    """The noun of the entries whose ids these are; None for other values."""


@dataclass(frozen=True)
class Change:
    """One entry was added, removed or changed, or the entries of a noun were reordered.

    For PARTS the id is empty; for other fields of the plan it is the field's name. Items and contributions count as
    fields of their session or day. A reordering has one field "order", with the ids that both plans have.
    """

    what: What
    noun: Noun
    id: str = ""
    fields: tuple[FieldChange, ...] = ()
    before: Plan = field(repr=False, compare=False, kw_only=True)
    after: Plan = field(repr=False, compare=False, kw_only=True)

    @property
    def key(self) -> tuple[Noun, str, bool]:
        """Return what identifies the changed thing: noun, id, and whether its order was changed."""
        return self.noun, self.id, self.what == "ordered"


def changes(before: Plan, after: Plan) -> tuple[Change, ...]:
    """Return the changes from one plan to another: additions and changes, then removals, then orders.

    In this order they can be applied one by one. The plan's id is not compared.
    """
    found = [*_single(before, after)]
    removed: list[Change] = []
    orders: list[Change] = []
    for noun in LISTS:
        old, new = entries_by_id(before, noun), entries_by_id(after, noun)
        if old == new and list(old) == list(new):
            continue
        for entry in new:
            if entry not in old:
                found.append(Change("added", noun, entry, before=before, after=after))
            elif fields := differing(old[entry], new[entry]):
                found.append(Change("changed", noun, entry, fields, before=before, after=after))
        gone = _wholes_first(before, [entry for entry in old if entry not in new])
        removed += (Change("removed", noun, entry, before=before, after=after) for entry in gone)
        kept = tuple(entry for entry in old if entry in new)
        order = FieldChange("order", kept, tuple(entry for entry in new if entry in old))
        if order.before != order.after:
            orders.append(Change("ordered", noun, "", (order,), before=before, after=after))
    removed.sort(key=lambda change: _REMOVAL.index(change.noun))
    return (*found, *removed, *orders)


def _wholes_first(plan: Plan, ids: list[str]) -> list[str]:
    """Return removed ids with divided rooms before their parts, which they refer to; others keep their order."""
    ordered: list[str] = []
    waiting = ids
    while waiting:
        parts = {part for room in waiting if room in plan.room_by_id for part in plan.room_by_id[room].parts}
        ordered += [room for room in waiting if room not in parts]
        waiting = [room for room in waiting if room in parts]
    return ordered


def _single(before: Plan, after: Plan) -> Iterator[Change]:
    for known in _OWN:
        old, new = getattr(before, known.name), getattr(after, known.name)
        if old != new:
            difference = _field_change(known, old, new)
            yield Change("changed", "plan", known.name, (difference,), before=before, after=after)
    for part in PARTS:
        if fields := differing(getattr(before, part), getattr(after, part)):
            yield Change("changed", part, "", fields, before=before, after=after)


def differing(before: Frozen, after: Frozen) -> tuple[FieldChange, ...]:
    """Return the fields in which two values of the same class differ."""
    if before is after:
        return ()
    return tuple(
        _field_change(known, old, new)
        for known in fields_of(type(after))
        if (old := getattr(before, known.name)) != (new := getattr(after, known.name))
    )


def _field_change(known: MarkedField, old: object, new: object) -> FieldChange:
    return FieldChange(known.name, old, new, NOUN_OF[known.to] if known.to else None)


def entries_by_id(plan: Plan, noun: Noun) -> dict[str, Any]:
    """Return the entries of a noun in LISTS by id, in the plan's order."""
    return {entry.id: entry for entry in getattr(plan, LISTS[noun])}


@dataclass(frozen=True)
class Difference:
    """A change by somebody else, relative to my plan, and whether I changed the same since."""

    change: Change
    clash: bool


def compare(base: Plan | None, mine: Plan, theirs: Plan) -> tuple[Difference, ...]:
    """Return what others changed since the common base, except what is the same in mine already (a three-way diff).

    Each change leads from mine to theirs, but only in the fields that they changed, and of contributions, items, seats
    and notes only in those that they changed. Without a base all differences are returned, and none counts as a clash.
    """
    if base is None:
        return tuple(Difference(change, clash=False) for change in changes(mine, theirs))
    own = {change.key for change in changes(base, mine)}
    now = {change.key: change for change in changes(mine, theirs)}
    found: list[Difference] = []
    for change in changes(base, theirs):
        needed = now.get(change.key)
        if needed is None:
            continue
        if change.what != "changed" or needed.what != "changed":
            found.append(Difference(needed, change.key in own))
        elif difference := _restricted(needed, change):
            found.append(difference)
    return tuple(found)


def _restricted(needed: Change, change: Change) -> Difference | None:
    """Restrict the change from mine to theirs to what they changed since the base; None if nothing is left."""
    bases = {known.name: known.before for known in change.fields}
    fields: list[FieldChange] = []
    clash = False
    for known in needed.fields:
        if known.name in bases:
            both = merged(bases[known.name], known.before, known.after)
            clash = clash or both.clash
            if both.value != known.before:
                fields.append(replace(known, after=both.value))
    return Difference(replace(needed, fields=tuple(fields)), clash) if fields else None
