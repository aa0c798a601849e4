"""Identifies text fields, so that uncommitted text can be kept as a draft and restored after a crash.

Every field is given its identity once, where it is created; its session and dialog follow from the widgets that
contain it. Fields that only search are marked as such instead.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, Protocol, cast, runtime_checkable

from PySide6.QtCore import QDateTime, SignalInstance
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QDateTimeEdit,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QTabWidget,
    QTextEdit,  # noqa: TID251  # only asked whether a field is one
    QWidget,
)

from planner.ui.widgets.date_field import DateField

_TYPED: Final = "typed"
_SEARCH: Final = "search"


class CommittingField(Protocol):
    """A field that knows the plan's value; any other text in it is not committed yet."""

    @property
    def committed_text(self) -> str:
        """The text of the field when there is nothing to commit."""
        ...


class TypedForm(Protocol):
    """A dialog or line that contains fields, named by the id of the command that opens it."""

    typed_form: str


class EntryOwner(Protocol):
    """A container that knows the subject of its fields."""

    def typed_entry(self) -> str:
        """Return the id of the session, room or person that is shown."""
        ...


@runtime_checkable
class EntryNavigator(Protocol):
    """A container that shows one of several entries, or hides fields."""

    def show_entry(self, entry: str) -> None:
        """Show the entry that a draft belongs to, if it still exists."""
        ...


@dataclass(frozen=True)
class _Identity:
    field: str
    label: str
    entry: str | None
    form: str | None


@dataclass(frozen=True)
class FieldId:
    """The identity of a field: form, entry (an id), and name."""

    form: str
    entry: str
    field: str


def identify(
    widget: QWidget, field: str, *, label: str = "", entry: str | None = None, form: str | None = None
) -> QWidget:
    """Give a field its identity; its label is the accessible name unless another is given."""
    widget.setProperty(_TYPED, _Identity(field, label, entry, form))
    return widget


def mark_search(widget: QWidget) -> None:
    """Mark a field as a search field, whose text is never kept."""
    widget.setProperty(_SEARCH, True)  # Qt's way to keep a property


def is_search(widget: QWidget) -> bool:
    """Return whether a field is a search field."""
    return bool(widget.property(_SEARCH))


def field_id(widget: QWidget) -> FieldId | None:
    """Return the current identity of a field; None if it has none."""
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
    """Return the plan's value of a field; None if the field does not know it."""
    return cast("CommittingField", widget).committed_text if _has(type(widget), "committed_text") else None


def label_of(widget: QWidget) -> str:
    """Return the label of a field."""
    said = _identity(widget)
    return (said and said.label) or widget.accessibleName().replace("&", "")


def text_of(widget: QWidget) -> str:
    """Return the text in a field."""
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        return widget.toPlainText()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    line = _line(widget)
    return "" if line is None else line.text()


def put_text(widget: QWidget, text: str) -> bool:
    """Put a text into a field as if it were typed; return whether the field accepts it."""
    line = _line(widget)
    if isinstance(widget, QDateTimeEdit):
        found = QDateTime.fromString(text, widget.displayFormat())
        if not found.isValid():
            return False
        widget.setTime(found.time())
    elif isinstance(widget, DateField):
        return widget.put_draft(text)
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
    """Return the signal of a changed text; None for widgets without text input."""
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        return widget.textChanged
    if isinstance(widget, QComboBox):
        return widget.editTextChanged
    line = _line(widget)
    return None if line is None else line.textChanged


def fields_in(around: QWidget) -> Iterator[QWidget]:
    """Yield the identified fields in a window or dialog, without those of dialogs above it."""
    for widget in around.findChildren(QWidget):
        if widget.window() is around.window() and _identity(widget) is not None:
            yield widget


def find_field(around: QWidget, place: FieldId) -> QWidget | None:
    """Return the visible field with an identity, brought into view; None if there is none."""
    for widget in (around, *around.findChildren(QWidget)):
        if isinstance(widget, EntryNavigator) and widget.window() is around.window():
            widget.show_entry(place.entry)
    found = next((widget for widget in fields_in(around) if field_id(widget) == place and _is_shown(widget)), None)
    if found is not None:
        _bring(found)
    return found


def _is_shown(widget: QWidget) -> bool:
    """Return whether a field is visible, at least after its tab is selected."""
    while not widget.isWindow():
        parent = widget.parentWidget()
        if widget.isHidden() and not (parent is not None and isinstance(parent.parentWidget(), QTabWidget)):
            return False
        if parent is None:
            return True
        widget = parent
    return True


def _bring(widget: QWidget) -> None:
    """Select the tabs that contain a field."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QTabWidget):
            page = next(n for n in range(around.count()) if (one := around.widget(n)) and one.isAncestorOf(widget))
            around.setCurrentIndex(page)
        around = around.parentWidget()


@cache
def _has(kind: type, name: str) -> bool:
    """Return whether a class has an attribute; cached, as it is asked at every key press."""
    return hasattr(kind, name)


def _identity(widget: QWidget) -> _Identity | None:
    said: object = widget.property(_TYPED)
    return said if isinstance(said, _Identity) else None


def _line(widget: QWidget) -> QLineEdit | None:
    if isinstance(widget, QAbstractSpinBox):
        return widget.lineEdit()
    return widget if isinstance(widget, QLineEdit) else None
