"""What a field says of the text that is typed into it, so that it can be kept until it is taken over.

Every field says once, where it is made, which field it is; whose session or dialog it belongs to is told by what it
lies in. What only searches says so instead.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, Protocol, cast, runtime_checkable

from PySide6.QtCore import QDateTime, SignalInstance
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QDateEdit,
    QDateTimeEdit,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QTabWidget,
    QTextEdit,  # noqa: TID251  # only asked whether a field is one
    QWidget,
)

_TYPED: Final = "typed"
_SEARCH: Final = "search"


class CommittingField(Protocol):
    """A field that knows what the plan holds: anything else in it is not taken over yet."""

    @property
    def committed_text(self) -> str:
        """What stands in the field while there is nothing to take over."""
        ...


class TypedForm(Protocol):
    """What fields lie in: a dialog or a line, by the name of the command that opens it."""

    typed_form: str


class EntryOwner(Protocol):
    """What knows whom its fields are about."""

    def typed_entry(self) -> str:
        """Return the id of the session, room, person … that is shown now."""
        ...


@runtime_checkable
class EntryNavigator(Protocol):
    """What shows one of several, or folds fields away."""

    def show_entry(self, entry: str) -> None:
        """Show what a draft is about, if it is still there."""
        ...


@dataclass(frozen=True)
class _Identity:
    field: str
    label: str
    entry: str | None
    form: str | None


@dataclass(frozen=True)
class FieldId:
    """Which field a text stands in."""

    form: str
    entry: str
    field: str


def identify(
    widget: QWidget, field: str, *, label: str = "", entry: str | None = None, form: str | None = None
) -> QWidget:
    """Say which field a widget is; its label is what a reader hears, unless another is given."""
    widget.setProperty(_TYPED, _Identity(field, label, entry, form))
    return widget


def mark_search(widget: QWidget) -> None:
    """Say that a field only searches: nobody misses what stands in it."""
    widget.setProperty(_SEARCH, True)  # Qt's way to keep a property


def is_search(widget: QWidget) -> bool:
    """Return whether a field only searches."""
    return bool(widget.property(_SEARCH))


def field_id(widget: QWidget) -> FieldId | None:
    """Return which field a widget is now; None if it has not said so."""
    said = _identity(widget)
    if said is None:
        return None
    entry, form = said.entry, said.form
    around = widget.parentWidget()
    while around is not None and (entry is None or form is None):
        if entry is None and _has(type(around), "typed_entry"):
            entry = cast("EntryOwner", around).typed_entry()
        if form is None and _has(type(around), "typed_form"):
            form = cast("TypedForm", around).typed_form
        around = None if around.isWindow() else around.parentWidget()
    return FieldId(form or "", entry or "", said.field)


def committed_text_of(widget: QWidget) -> str | None:
    """Return what stands in a field while there is nothing to take over; None if it does not know."""
    return cast("CommittingField", widget).committed_text if _has(type(widget), "committed_text") else None


def label_of(widget: QWidget) -> str:
    """Return what the user calls a field."""
    said = _identity(widget)
    return (said and said.label) or widget.accessibleName().replace("&", "")


def text_of(widget: QWidget) -> str:
    """Return the text that stands in a field."""
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        return widget.toPlainText()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    line = _line(widget)
    return "" if line is None else line.text()


def put_text(widget: QWidget, text: str) -> bool:
    """Let a text stand in a field as if somebody had typed it; return whether it can stand there."""
    line = _line(widget)
    if isinstance(widget, QDateTimeEdit):
        found = QDateTime.fromString(text, widget.displayFormat())
        if not found.isValid():
            return False  # half a date, or one in another language, would become another date
        widget.setDate(found.date()) if isinstance(widget, QDateEdit) else widget.setTime(found.time())
    elif isinstance(widget, QPlainTextEdit | QTextEdit):
        widget.setPlainText(text)
    elif isinstance(widget, QComboBox):
        widget.setEditText(text)
    elif line is not None:
        line.setText(text)
        line.setModified(True)
        line.textEdited.emit(text)
    if isinstance(widget, QSpinBox):
        widget.interpretText()
    return True


def change_signal(widget: QWidget) -> SignalInstance | None:
    """Return what tells that another text stands in a field; None if nothing is typed into it."""
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        return widget.textChanged
    if isinstance(widget, QComboBox):
        return widget.editTextChanged
    line = _line(widget)
    return None if line is None else line.textChanged


def fields_in(around: QWidget) -> Iterator[QWidget]:
    """Return the fields in a window or dialog that have said which they are, not those of dialogs over it."""
    for widget in around.findChildren(QWidget):
        if widget.window() is around.window() and _identity(widget) is not None:
            yield widget


def find_field(around: QWidget, place: FieldId) -> QWidget | None:
    """Return the field of a place as it is shown now, brought into view; None if there is none."""
    for widget in (around, *around.findChildren(QWidget)):
        if isinstance(widget, EntryNavigator) and widget.window() is around.window():
            widget.show_entry(place.entry)
    found = next((widget for widget in fields_in(around) if field_id(widget) == place and _is_shown(widget)), None)
    if found is not None:
        _bring(found)
    return found


def _is_shown(widget: QWidget) -> bool:
    """Return whether a field can be seen, on its tab if it lies on one."""
    while not widget.isWindow():
        parent = widget.parentWidget()
        if widget.isHidden() and not (parent is not None and isinstance(parent.parentWidget(), QTabWidget)):
            return False
        if parent is None:
            return True
        widget = parent
    return True


def _bring(widget: QWidget) -> None:
    """Show the tab that a field lies on."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QTabWidget):
            page = next(n for n in range(around.count()) if (one := around.widget(n)) and one.isAncestorOf(widget))
            around.setCurrentIndex(page)
        around = around.parentWidget()


@cache
def _has(kind: type, name: str) -> bool:
    """Return whether widgets of a kind have something to say: asked of each, at every letter, it would be slow."""
    return hasattr(kind, name)


def _identity(widget: QWidget) -> _Identity | None:
    said: object = widget.property(_TYPED)
    return said if isinstance(said, _Identity) else None


def _line(widget: QWidget) -> QLineEdit | None:
    if isinstance(widget, QAbstractSpinBox):
        return widget.lineEdit()
    return widget if isinstance(widget, QLineEdit) else None
