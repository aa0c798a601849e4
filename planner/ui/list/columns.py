"""The columns of the list: one for each field of a session, and those that are only read."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, Final, TypeAlias

from planner.fields.field import Column, Field, Input
from planner.fields.registry import FIELDS
from planner.model import Session
from planner.text import list_words as words
from planner.text import mark, session_name
from planner.text.field_names import FIELD_LABELS
from planner.text.list_words import ListContext
from planner.text.times import clock

SEVERAL: Final = "*"
"""The choice that opens a dialog instead of being a value."""


class CellEditing(Enum):
    """How a cell is edited."""

    READ = auto()
    TYPE = auto()
    TYPE_TIME = auto()
    CHOOSE = auto()
    TOGGLE = auto()
    OPEN = auto()


_WAYS: Final = {
    Input.LINE: CellEditing.TYPE,
    Input.SHORT: CellEditing.TYPE_TIME,
    Input.CHOICE: CellEditing.CHOOSE,
    Input.TICK: CellEditing.TOGGLE,
    Input.TEXT: CellEditing.OPEN,  # a cell has one line, and would lose the others
}
Say: TypeAlias = Callable[[ListContext, Session], str]
Choices: TypeAlias = list[tuple[object, str]]


@dataclass(frozen=True)
class ListColumn:
    """One column; its sample has the width of a typical value."""

    id: str
    title: str
    say: Say
    way: CellEditing = CellEditing.READ
    field: Field[Any] | None = None
    """What is edited; None where the cell is only read, or opens a dialog."""
    whole: Say | None = None
    """The full text for screen readers and tool tips, where the cell shows an abbreviation."""
    sample: str = ""
    shown: bool = True

    @property
    def choices(self) -> Callable[[ListContext, Session], Choices] | None:
        """The function that returns what can be chosen in a cell."""
        return self._choices if self.field is not None and self.field.choices is not None else None

    @property
    def attribute(self) -> str:
        """The session's attribute whose refused texts are kept; empty if none is."""
        return "" if self.field is None else self.field.attribute

    def typed(self, seen: ListContext, session: Session) -> str:
        """Return the initial text of the editor."""
        return self.say(seen, session) if self.field is None else self.field.show(seen.plan, session, seen.t)

    def chosen(self, session: Session) -> object:
        """Return the value that is chosen in a cell."""
        return None if self.field is None or self.field.current is None else self.field.current(session)

    def known(self, seen: ListContext) -> list[str]:
        """Return the words that are completed while typing."""
        return [] if self.field is None or self.field.known is None else self.field.known(seen.plan, seen.t)

    def _choices(self, seen: ListContext, session: Session) -> Choices:
        assert self.field is not None
        assert self.field.choices is not None
        found = self.field.choices(seen.plan, (session,), seen.t)
        if self.id == "room" and len(seen.plan.rooms) > 1:
            found.append((SEVERAL, seen.t("Several rooms …")))
        return found


_READ: Final = {
    "room": ListColumn("check", mark("Check"), words.check, whole=words.check_whole),
    "fixed": ListColumn(
        "people", FIELD_LABELS["contributions"], words.people, CellEditing.OPEN, sample="Annegret Beispiel, N. N."
    ),
    "number": ListColumn("free", FIELD_LABELS["capacities"], words.free, sample="12 Plätze fehlen"),
}
"""Columns without a field, by the field that they follow."""


def columns_of(fields: Iterable[Field[Any]]) -> Iterator[ListColumn]:
    """Yield the columns of fields, with those that are only read between them."""
    for field in fields:
        if field.column is not None:
            yield _column(field, field.column)
        if field.id in _READ:
            yield _READ[field.id]


def _column(field: Field[Any], column: Column) -> ListColumn:
    cell, whole = column.cell or field.show, column.whole
    way = _WAYS[field.input]

    def say(seen: ListContext, session: Session) -> str:
        return cell(seen.plan, session, seen.t)

    def say_whole(seen: ListContext, session: Session) -> str:
        return cell(seen.plan, session, seen.t) if whole is None else whole(seen.plan, session, seen.t)

    return ListColumn(
        field.id,
        column.title or field.label,
        say,
        way,
        None if way is CellEditing.OPEN else field,
        None if whole is None else say_whole,
        column.sample,
        column.shown,
    )


COLUMNS: Final = tuple(columns_of(FIELDS))
"""All columns, in their order."""
PLACE: Final = {column.id: place for place, column in enumerate(COLUMNS)}
SHARES: Final = {"title": (0.46, 170), "room": (0.24, 90), "check": (0.3, 100)}
"""Columns that share the remaining width: the fraction of it, and the minimum in pixels."""


def row_words(seen: ListContext, session: Session) -> str:
    """Return a row's name for screen readers: its time and its title."""
    name = session_name(seen.plan, session, seen.t)
    return f"{name}, {seen.t('unscheduled')}" if session.start is None else f"{clock(session.start)} {name}"
