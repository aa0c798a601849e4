"""The collapsible fields of the selected session: printed texts and notes for the team."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from planner.fields.field import Field, Input, Section
from planner.fields.registry import FIELDS
from planner.model import Item, Session, new_id
from planner.model.edits import add_item, change_item, remove_item
from planner.text import mark
from planner.text.field_names import FIELD_LABELS
from planner.ui.inspector.apply import Answer, Apply
from planner.ui.inspector.field_input import FieldInput
from planner.ui.services.context import WidgetContext
from planner.ui.widgets.field_identity import identify
from planner.ui.widgets.fields import LineField, TextTarget, focused, tab_before
from planner.ui.widgets.limit import first_limit
from planner.ui.widgets.link_button import LinkButton
from planner.ui.widgets.plain_text import Label


class Details(QWidget):
    """The collapsible fields in their sections, with the items between them."""

    def __init__(self, context: WidgetContext, answer: Answer, apply: Apply, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        t = context.t
        self._context, self._apply = context, apply
        self._inputs: list[FieldInput] = []
        self._item_fields: dict[str, LineField] = {}
        self._items = QVBoxLayout()
        self._items.setSpacing(4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(8)
        self._fold = fold = QToolButton()
        fold.setObjectName("fold")
        fold.setText(t("More"))
        fold.setCheckable(True)
        fold.setMinimumHeight(24)
        self._body = QWidget()
        self._body.hide()
        fold.toggled.connect(self._body.setVisible)
        fold.toggled.connect(lambda shown: fold.setText(t("Less") if shown else t("More")))
        layout.addWidget(fold)
        layout.addWidget(self._body)
        self._lay_out(answer)

    def _lay_out(self, answer: Answer) -> None:
        t = self._context.t
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._add_section(column, Section.PRINT, answer)
        column.addWidget(_heading(t(FIELD_LABELS["items"])))
        column.addLayout(self._items)
        self._more = LinkButton(self._context, t("Add an item"))
        self._more.clicked.connect(self._add_item)
        column.addWidget(self._more)
        self._add_section(column, Section.TERMS, answer)
        column.addWidget(_heading(t("Only for the team")))
        self._add_section(column, Section.TEAM, answer)

    def _add_section(self, column: QVBoxLayout, section: Section, answer: Answer) -> None:
        """Add the fields of a section; short ones in succession share a line."""
        line: QHBoxLayout | None = None
        for field in self._fields(section):
            made = FieldInput(self._context, field, answer)
            self._inputs.append(made)
            if field.input is not Input.SHORT:
                line = None
                column.addWidget(made.labelled())
                continue
            if line is None:
                line = QHBoxLayout()
                line.setSpacing(8)
                column.addLayout(line)
            line.addWidget(made.labelled())

    def _fields(self, section: Section) -> Iterator[Field[Any]]:
        return (field for field in FIELDS if field.section is section)

    def show_entry(self, _entry: str) -> None:
        """Expand, so that every field can be reached."""
        self._fold.setChecked(True)

    def show_session(self, session: Session) -> None:
        """Show the further fields of a session."""
        for field_input in self._inputs:
            field_input.show_sessions((session,))
        if [item.id for item in session.items] != list(self._item_fields):
            self._make_item_fields(session)
        for item in session.items:
            self._item_fields[item.id].show_value(item.title, item.id)
        if first_limit(self._body) is not None:
            self._fold.setChecked(True)  # a refused text must be visible

    def _make_item_fields(self, session: Session) -> None:
        place = focused(list(self._item_fields.values()))
        while item := self._items.takeAt(0):
            if widget := item.widget():
                widget.blockSignals(True)  # hiding a field must not commit it again
                widget.hide()
                widget.deleteLater()
        self._item_fields = {item.id: self._item_field(item) for item in session.items}
        for field in self._item_fields.values():
            self._items.addWidget(field)
            if field.limit is not None:
                self._items.addWidget(field.limit)
        tab_before(self._more, list(self._item_fields.values()), place)

    def _item_field(self, item: Item) -> LineField:
        field = LineField(self._context.t("Item; empty removes it"), TextTarget(self._context, Item, "title"))
        field.setPlaceholderText(field.accessibleName())
        identify(field, f"item {item.id}", label=self._context.t("Item"))
        field.committed.connect(lambda text: self._change_item(item, text))
        return field

    def _change_item(self, item: Item, text: str) -> None:
        if text.strip():
            self._apply(
                lambda plan, session: change_item(plan, session, item.id, title=text),
                mark("Change an item of {session}"),
            )
        else:
            self._apply(lambda plan, session: remove_item(plan, session, item.id), mark("Remove an item of {session}"))

    def _add_item(self) -> None:
        new = Item(id=new_id(), title=self._context.t("New item"))
        self._apply(lambda plan, session: add_item(plan, session, new), mark("Add an item to {session}"))
        if field := self._item_fields.get(new.id):
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            field.selectAll()


def _heading(words: str) -> Label:
    label = Label(words)
    label.setObjectName("heading")
    return label
