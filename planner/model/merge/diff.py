"""What differs between two plans, one change a noun, and taking such a change over into a third."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Final, Literal, TypeAlias

from planner.model.base import Frozen
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
"""Fields of the plan that are one entry each."""
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
"""Fields of the plan that hold many entries with an id; what comes later refers to what comes before."""
_REMOVAL: Final[tuple[Noun, ...]] = ("session", "round", "person", "room", "series", "day", "kind", "logo")
"""What nothing refers to any more goes first."""
_OWN: Final = tuple(
    name for name in Plan.model_fields if name != "id" and name not in PARTS and name not in LISTS.values()
)


@dataclass(frozen=True)
class FieldChange:
    """One field before and after."""

    name: str
    before: Any
    after: Any


@dataclass(frozen=True)
class Change:
    """What happened to one entry: added, removed, or its fields changed; or to the order of all of a noun.

    The parts of the plan have no id; for its own fields, one change each, the id is the field's name. Items and
    contributions are fields of what they stand in. An order has one field "order", with the ids that both plans have.
    """

    what: What
    noun: Noun
    id: str = ""
    fields: tuple[FieldChange, ...] = ()
    before: Plan = field(repr=False, compare=False, kw_only=True)
    after: Plan = field(repr=False, compare=False, kw_only=True)

    @property
    def key(self) -> tuple[Noun, str, bool]:
        """Return what it is a change of."""
        return self.noun, self.id, self.what == "ordered"


def changes(before: Plan, after: Plan) -> tuple[Change, ...]:
    """Return what leads from one plan to another: first what is added and changed, then what is removed, then orders.

    In that order they can be taken one by one. The plan's id is not compared.
    """
    found = [*_single(before, after)]
    removed: list[Change] = []
    orders: list[Change] = []
    for noun, name in LISTS.items():
        old, new = _entries(before, name), _entries(after, name)
        if old == new and list(old) == list(new):
            continue
        for each in new:
            if each not in old:
                found.append(Change("added", noun, each, before=before, after=after))
            elif fields := differing(old[each], new[each]):
                found.append(Change("changed", noun, each, fields, before=before, after=after))
        gone = [each for each in old if each not in new]
        removed += (Change("removed", noun, each, before=before, after=after) for each in _wholes_first(before, gone))
        order = FieldChange("order", tuple(each for each in old if each in new), tuple(e for e in new if e in old))
        if order.before != order.after:
            orders.append(Change("ordered", noun, "", (order,), before=before, after=after))
    removed.sort(key=lambda change: _REMOVAL.index(change.noun))
    return (*found, *removed, *orders)


def _wholes_first(plan: Plan, ids: list[str]) -> list[str]:
    """Return rooms before their parts, and all others as they come."""
    ordered: list[str] = []
    waiting = ids
    while waiting:
        parts = {part for each in waiting if each in plan.room_by_id for part in plan.room_by_id[each].parts}
        ordered += [each for each in waiting if each not in parts]
        waiting = [each for each in waiting if each in parts]
    return ordered


def _single(before: Plan, after: Plan) -> Iterator[Change]:
    for name in _OWN:
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield Change("changed", "plan", name, (FieldChange(name, old, new),), before=before, after=after)
    for part in PARTS:
        if fields := differing(getattr(before, part), getattr(after, part)):
            yield Change("changed", part, "", fields, before=before, after=after)


def differing(before: Frozen, after: Frozen) -> tuple[FieldChange, ...]:
    """Return the fields in which two values of a kind differ."""
    if before is after:
        return ()
    pairs = ((name, getattr(before, name), getattr(after, name)) for name in type(after).model_fields)
    return tuple(FieldChange(name, old, new) for name, old, new in pairs if old != new)


def _entries(plan: Plan, name: str) -> dict[str, Any]:
    return {each.id: each for each in getattr(plan, name)}


@dataclass(frozen=True)
class Difference:
    """What somebody else changed, as it would change mine, and whether I changed the same since."""

    change: Change
    clash: bool


def compare(base: Plan | None, mine: Plan, theirs: Plan) -> tuple[Difference, ...]:
    """Return what others changed since both plans were one, without what mine says already.

    Each change leads from mine to theirs, but only in the fields that they changed. Without a base everything that
    differs is returned, and nothing is known of clashes.
    """
    if base is None:
        return tuple(Difference(change, clash=False) for change in changes(mine, theirs))
    own = {(change.key, name) for change in changes(base, mine) for name in _names(change)}
    own_keys = {key for key, _ in own}
    now = {change.key: change for change in changes(mine, theirs)}
    found: list[Difference] = []
    for change in changes(base, theirs):
        needed = _restricted(now.get(change.key), change)
        if needed is None:
            continue
        if change.what == needed.what == "changed":
            clash = any((change.key, each.name) in own for each in needed.fields)
        else:
            clash = change.key in own_keys
        found.append(Difference(needed, clash))
    return tuple(found)


def _restricted(needed: Change | None, change: Change) -> Change | None:
    """Return what leads from mine to theirs, only in the fields of their change; None if nothing is left of it."""
    if needed is None or needed.what != "changed" or change.what != "changed":
        return needed
    names = _names(change)
    fields = tuple(each for each in needed.fields if each.name in names)
    return replace(needed, fields=fields) if fields else None


def _names(change: Change) -> tuple[str, ...]:
    return tuple(each.name for each in change.fields) or ("",)
