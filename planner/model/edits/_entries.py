"""What all edits are made of: finding, replacing, removing and reordering entries in a tuple."""

from collections.abc import Callable, Iterable
from typing import Any, Protocol, TypeVar

from planner.model.plan import Plan


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_HasId)
E = TypeVar("E")


def replaced(entries: tuple[T, ...], new: T) -> tuple[T, ...]:
    """Return the entries with the one of the same id replaced; raises KeyError if there is none.

    If the new entry is the old one, the same tuple is returned: what does not change is shared, so that views and undo
    can go by identity.
    """
    if found(entries, new.id) is new:
        return entries
    return tuple(new if entry.id == new.id else entry for entry in entries)


def without(entries: tuple[T, ...], removed: str) -> tuple[T, ...]:
    """Return the entries without the one of this id; the same tuple if there is none."""
    if all(entry.id != removed for entry in entries):
        return entries
    return tuple(entry for entry in entries if entry.id != removed)


def reordered(entries: tuple[T, ...], entry_id: str, position: int) -> tuple[T, ...]:
    """Return the entries with one of them moved to another position."""
    entry = found(entries, entry_id)
    rest = without(entries, entry_id)
    position = max(0, min(position, len(rest)))
    return (*rest[:position], entry, *rest[position:])


def mapped(entries: tuple[E, ...], change: Callable[[E], E]) -> tuple[E, ...]:
    """Return the entries, each changed by a function; the same tuple if none of them is another value."""
    new = tuple(change(entry) for entry in entries)
    return entries if all(after is before for after, before in zip(new, entries, strict=True)) else new


def found(entries: Iterable[T], entry_id: str) -> T:
    """Return the entry of this id; raises KeyError if there is none."""
    for entry in entries:
        if entry.id == entry_id:
            return entry
    raise KeyError(entry_id)


def changed_session(plan: Plan, session_id: str, **fields: Any) -> Plan:  # noqa: ANN401  # validated by the model
    """Return the plan with some fields of a session replaced."""
    session = plan.session_by_id[session_id]
    return plan.changed(sessions=replaced(plan.sessions, session.changed(**fields)))
