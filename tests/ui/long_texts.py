"""What tests of texts that are too long share: a plan, its fields, and the sentences below them."""

from typing import Final

from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from planner.model import Contribution, Item
from planner.model.venue import Logo
from planner.ui.widgets.limit import LimitNotice, TextInput
from tests.model.small import at
from tests.ui.harness import Harness

LINE: Final = 300
TEXT: Final = 20_000
NO_TEXT: Final = {
    *("Start", "Length", "End", "Number of people", "At least", "At most"),  # read as times and numbers
    *("Asked on", "Answer by", "Find", "Replace with", "Pasted text", "Rooms", "Filter"),  # read or looked for
}
"""What is typed into and is no text of the plan; whatever cannot be read is told there."""


def put(field: TextInput, text: str) -> None:
    """Paste over all that stands in a field."""
    QApplication.clipboard().setText(text)
    field.setFocus()
    field.selectAll()
    field.paste()


def open_harness() -> Harness:
    person = Contribution(id="c", label="Somebody")
    a = at("a", 900, 60, "hall", title="One", items=(Item(id="i", title="Part"),), contributions=(person,))
    logo = Logo(id="logo", name="City")
    harness = Harness(a, at("b", 1100, 60, "blue", title="Two"), at("c2", 1300, 60, title="Three"), logos=(logo,))
    harness.view.select("a")
    harness.view.show_day("mon")
    return harness


def fields_of(widget: QWidget) -> list[TextInput]:
    """Return all that a person can type text into."""
    found: list[TextInput] = [*widget.findChildren(QLineEdit), *widget.findChildren(QPlainTextEdit)]
    return [field for field in found if not field.isReadOnly() and not _of_number(field)]


def _of_number(field: QWidget) -> bool:
    return isinstance(field.parentWidget(), QAbstractSpinBox)


def named(widget: QWidget, name: str) -> TextInput:
    found = [field for field in fields_of(widget) if field.accessibleName() == name and field.isVisible()]
    assert len(found) == 1, [field.accessibleName() for field in fields_of(widget)]
    return found[0]


def limit_of(widget: QWidget, field: TextInput) -> LimitNotice:
    return next(limit for limit in widget.findChildren(LimitNotice) if limit.field is field)


def leave(field: QWidget) -> None:
    field.clearFocus()
    QApplication.processEvents()
