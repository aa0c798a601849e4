"""What refers to what in the document: one walk over the marks of its fields finds it and rewrites it."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Final, NamedTuple, TypeAlias, TypeVar, cast

from planner.model.base import Frozen
from planner.model.marks import ListName, MarkedField, fields_of

F = TypeVar("F", bound=Frozen)
Redirect: TypeAlias = Callable[[ListName, str], str | None]
"""Returns the id to which a reference leads instead; None if it leads nowhere any more."""


class Reference(NamedTuple):
    """A field that refers to an entry."""

    path: tuple[str, ...]
    """The names of the fields that lead to it, the last one its own."""
    entry: str
    """The id of the entry that holds it, itself or in a part: of a plan the one in its lists, such as a session."""
    part: Frozen
    """The value of which it is a field: the entry, or a part of it, such as a contribution or a place."""
    to: ListName
    id: str


class _Rewriting(NamedTuple):
    """How ids are rewritten."""

    redirect: Redirect
    own: Mapping[str, str] | None
    """New ids for entries, and for what mentions them; None if they keep theirs."""
    concerns: Callable[[Frozen], bool]
    """Whether an entry has to be walked at all."""


class Held(NamedTuple):
    """The ids that an entry and its parts have, and those that they refer to, in the order of the fields."""

    ids: tuple[str, ...]
    """That of the entry itself is the first."""
    needed: tuple[tuple[ListName, str], ...]


_HELD: Final = "_held"


def held(entry: Frozen) -> Held:
    """Return the ids that an entry has and refers to, remembered with it.

    A value never changes, and every edit checks the whole plan: so only what is new has to be walked.
    """
    found: Held | None = vars(entry).get(_HELD)
    if found is None:
        ids: list[str] = []
        needed: list[tuple[ListName, str]] = []
        _collect(entry, ids, needed)
        found = Held(tuple(ids), tuple(dict.fromkeys(needed)))
        vars(entry)[_HELD] = found
    return found


def held_inside(plan: Frozen) -> tuple[list[str], set[tuple[ListName, str]]]:
    """Return the ids that the parts of a plan have, and those that it and they refer to."""
    ids: list[str] = []
    needed: set[tuple[ListName, str]] = set()
    for field in linked(type(plan)):
        content = getattr(plan, field.name)
        if field.to is not None:
            needed.update((field.to, target) for target in _targets(field, content))
        for part in _parts(field, content):
            found = held(part)
            ids += found.ids
            needed.update(found.needed)
    return ids, needed


def references(value: Frozen) -> Iterator[Reference]:
    """Return all references of an entry and its parts, or of a value without an id, in the order of the fields."""
    return _references(value, (), getattr(value, "id", ""))


def references_to(plan: Frozen, to: ListName, target: str) -> Iterator[Reference]:
    """Return all references of a plan to one entry."""
    for field in linked(type(plan)):
        if field.to == to and target in _targets(field, getattr(plan, field.name)):
            yield Reference((field.name,), "", plan, to, target)
        for entry in _parts(field, getattr(plan, field.name)):
            if (to, target) in held(entry).needed:
                found = _references(entry, (field.name,), getattr(entry, "id", ""))
                yield from (reference for reference in found if (reference.to, reference.id) == (to, target))


def renamed(value: F, new: Mapping[str, str]) -> F:
    """Return a value in which ids, references and mentions are replaced; those without a new one stay."""

    def redirect(_: ListName, old: str) -> str:
        return new.get(old, old)

    return cast("F", _rewritten(value, _Rewriting(redirect, new, bool)))


def redirected(value: Frozen, to: ListName, new: Mapping[str, str | None]) -> dict[str, Any]:
    """Return the fields that change when references to entries of a list lead elsewhere, or, with None, nowhere.

    A reference that leads nowhere is removed, and with it the value that is nothing without it, such as a place without
    a room; a field that must have a value gets its default.
    """

    def redirect(other: ListName, target: str) -> str | None:
        return new.get(target, target) if other == to else target

    def concerned(part: Frozen) -> bool:
        return any(other == to and target in new for other, target in held(part).needed)

    return _updates(value, _Rewriting(redirect, None, concerned)) or {}


def removed(plan: F, to: ListName, ids: Iterable[str]) -> F:
    """Return the plan without entries of a list, and without whatever referred to them."""
    gone = frozenset(ids)
    updates = redirected(plan, to, dict.fromkeys(gone))
    old = updates.get(to, getattr(plan, to))
    kept = tuple(entry for entry in old if entry.id not in gone)
    if len(kept) != len(old):
        updates[to] = kept
    return plan.changed(**updates)


def changed_entries(value: F, change: Callable[[Any], Any], ids: Collection[str] | None = None) -> F:
    """Return a value of which each part with an id is replaced by what a function returns, from the innermost on.

    With ids only the entries of these ids are. A part for which the function returns None is removed. What does not
    change is shared.
    """
    updates: dict[str, Any] = {}
    for field in linked(type(value)):
        if not field.parts:
            continue
        old = getattr(value, field.name)
        new = tuple(found for part in _parts(field, old) if (found := _changed(part, change, ids)) is not None)
        if field.many and not same(old, new):
            updates[field.name] = new
        elif not field.many and new and new[0] is not old:
            updates[field.name] = new[0]
    return value.changed(**updates) if updates else value


def same(one: tuple[object, ...], two: tuple[object, ...]) -> bool:
    """Return whether two tuples hold the very same values."""
    return len(one) == len(two) and all(first is second for first, second in zip(one, two, strict=True))


@cache
def linked(model: type[Frozen]) -> tuple[MarkedField, ...]:
    """Return the fields of a model that hold or mention ids, in themselves or in their parts."""
    return tuple(
        field
        for field in fields_of(model)
        if field.name == "id" or field.to or field.loose or any(linked(part) for part in field.parts)
    )


def _parts(field: MarkedField, content: Any) -> tuple[Frozen, ...]:  # noqa: ANN401  # what a field holds
    if not field.parts or content is None:
        return ()
    return content if field.many else (content,)


def _targets(field: MarkedField, content: Any) -> tuple[str, ...]:  # noqa: ANN401  # what a field holds
    if field.to is None or content is None:
        return ()
    return content if field.many else (content,)


def _collect(value: Frozen, ids: list[str], needed: list[tuple[ListName, str]]) -> None:
    for name, to, many, parts in _steps(type(value)):
        content = getattr(value, name)
        if not content:
            continue
        if to is not None:
            needed.extend([(to, target) for target in content] if many else [(to, content)])
        elif not parts:
            ids.append(content)
        else:
            for part in content if many else (content,):
                _collect(part, ids, needed)


@cache
def _steps(model: type[Frozen]) -> tuple[tuple[str, ListName | None, bool, bool], ...]:
    """Return name, list referred to, whether many and whether parts, of the fields that _collect() has to look at.

    The id of the value itself is the first.
    """
    fields = sorted(linked(model), key=lambda field: field.name != "id")
    return tuple((field.name, field.to, field.many, bool(field.parts)) for field in fields if not field.loose)


def _references(value: Frozen, path: tuple[str, ...], entry: str) -> Iterator[Reference]:
    for field in linked(type(value)):
        content, here = getattr(value, field.name), (*path, field.name)
        if field.to is not None:
            to = field.to
            yield from (Reference(here, entry, value, to, target) for target in _targets(field, content))
        for part in _parts(field, content):
            yield from _references(part, here, entry)


def _changed(part: Frozen, change: Callable[[Any], Any], ids: Collection[str] | None) -> Any:  # noqa: ANN401
    if not hasattr(part, "id"):
        return changed_entries(part, change, ids)
    own, *inner = held(part).ids
    if ids is not None and own not in ids and all(known not in ids for known in inner):
        return part
    new = changed_entries(part, change, ids) if inner else part
    return change(new) if ids is None or own in ids else new


def _rewritten(value: Frozen, task: "_Rewriting") -> Frozen | None:
    if hasattr(value, "id") and not task.concerns(value):
        return value
    updates = _updates(value, task)
    if updates is None:
        return None
    return value.changed(**updates) if updates else value


def _updates(value: Frozen, task: "_Rewriting") -> dict[str, Any] | None:
    """Return the fields that change; None if the value is nothing without what it referred to."""
    updates: dict[str, Any] = {}
    for field in linked(type(value)):
        old = getattr(value, field.name)
        new = _content(field, old, task)
        if new is None and old is not None:
            if field.needed:
                return None
            new = field.default
        if new is not old:
            updates[field.name] = new
    return updates


def _content(field: MarkedField, old: Any, task: "_Rewriting") -> Any:  # noqa: ANN401
    """Return what a field holds after references were redirected; None if it must not hold that any more."""
    if old is None:
        return None
    if field.name == "id":
        return old if task.own is None else task.own.get(old, old)
    if field.loose:
        return old if task.own is None else _mentioned(old, task.own)
    if field.to is not None:
        to = field.to
        found = tuple(new for target in _targets(field, old) if (new := task.redirect(to, target)) is not None)
    else:
        found = tuple(new for part in _parts(field, old) if (new := _rewritten(part, task)) is not None)
    if field.many:
        return old if same(old, found) else found
    return found[0] if found else None


def _mentioned(value: Any, own: Mapping[str, str], *, named: bool = False) -> Any:  # noqa: ANN401  # or tuples of them
    """Return texts with ids replaced; of a pair of a name and a value the name stays, even if it looks like an id."""
    if isinstance(value, str):
        return own.get(value, value)
    if not isinstance(value, tuple):
        return value
    several = cast("tuple[Any, ...]", value)
    if named:
        return (several[0], *(_mentioned(part, own) for part in several[1:]))
    return tuple(_mentioned(part, own, named=True) for part in several)
