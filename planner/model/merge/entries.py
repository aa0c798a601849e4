"""Lists of entries that two people changed since a common base: merged entry by entry, and field by field in each."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any, NamedTuple, TypeAlias, cast

from planner.model.base import Frozen
from planner.model.marks import fields_of

Key: TypeAlias = tuple[object, ...]
"""The id of an entry, or what identifies a value without one: the person of a seat, the title of a note."""


class Merged(NamedTuple):
    """What a field holds after merging, and whether both changed the same; then theirs is taken."""

    value: Any
    clash: bool = False


def merged(base: Any, mine: Any, theirs: Any) -> Merged:  # noqa: ANN401  # whatever a field holds
    """Return what a field holds when two people changed it since a common base.

    Contributions, items, seats, notes and accepted problems are merged one by one; any other field is one value.
    """
    if theirs in (base, mine):
        return Merged(mine)
    if mine == base:
        return Merged(theirs)
    old, here, there = _by_key(base), _by_key(mine), _by_key(theirs)
    if old is None or here is None or there is None:
        return Merged(theirs, clash=True)
    return _lists(old, here, there)


def _by_key(value: object) -> dict[Key, Frozen] | None:
    """Return entries by what identifies them; None for other values, and where two entries are not told apart."""
    if not isinstance(value, tuple):
        return None
    entries = cast("tuple[object, ...]", value)
    found: dict[Key, Frozen] = {}
    for entry in entries:
        key = _key(entry) if isinstance(entry, Frozen) else ()
        if not isinstance(entry, Frozen) or not key:
            return None
        found[key] = entry
    return found if len(found) == len(entries) else None


def _key(entry: Frozen) -> Key:
    return tuple(getattr(entry, field.name) for field in fields_of(type(entry)) if field.key)


def _lists(old: dict[Key, Frozen], here: dict[Key, Frozen], there: dict[Key, Frozen]) -> Merged:
    found: dict[Key, Frozen] = {}
    clash = False
    for key in {**here, **there}:
        entry = _entry(old.get(key), here.get(key), there.get(key))
        clash = clash or entry.clash
        if entry.value is not None:
            found[key] = entry.value
    order, crossed = _order(list(old), list(here), list(there), found)
    return Merged(tuple(found[key] for key in order), clash or crossed)


def _entry(old: Frozen | None, here: Frozen | None, there: Frozen | None) -> Merged:
    """Return one entry after merging, None where it is removed; what is None does not exist on that side."""
    if old is None or here is None or there is None or not type(old) is type(here) is type(there):
        return merged(old, here, there)
    fields = {
        field.name: merged(*(getattr(entry, field.name) for entry in (old, here, there)))
        for field in fields_of(type(here))
    }
    value = here.changed(**{name: field.value for name, field in fields.items()})
    return Merged(value, any(field.clash for field in fields.values()))


def _order(old: list[Key], here: list[Key], there: list[Key], kept: Collection[Key]) -> tuple[list[Key], bool]:
    """Return the order of what is kept, and whether both changed it.

    Who changed the order leads, and they do where both did; what only the other one has follows its predecessor there.
    """
    if _same_order(old, there):
        return _joined(here, there, kept), False
    crossed = not _same_order(old, here) and not _same_order(here, there)
    return _joined(there, here, kept), crossed


def _same_order(one: Sequence[Key], two: Sequence[Key]) -> bool:
    """Return whether what both have is in the same order."""
    common = {*one} & {*two}
    return [key for key in one if key in common] == [key for key in two if key in common]


def _joined(leading: Iterable[Key], other: Sequence[Key], kept: Collection[Key]) -> list[Key]:
    found = [key for key in leading if key in kept]
    for place, key in enumerate(other):
        if key in kept and key not in found:
            before = next((known for known in reversed(other[:place]) if known in found), None)
            found.insert(0 if before is None else found.index(before) + 1, key)
    return found
