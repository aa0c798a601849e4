"""The base of small forms that preview their consequence in a sentence while they are filled in."""

from typing import TypeVar

from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QSpinBox, QWidget

from planner.model import Plan, Session
from planner.model.time import DAY, LAST_START
from planner.text.too_long import length_of
from planner.ui.services.context import WidgetContext
from planner.ui.widgets.clock_field import ClockField
from planner.ui.widgets.dialog_frame import Frame
from planner.ui.widgets.field_identity import identify
from planner.ui.widgets.form import clock_input, indent, minute_of
from planner.ui.widgets.limit import LimitNotice, first_limit
from planner.ui.widgets.plain_text import Label

W = TypeVar("W", bound=QWidget)


class PreviewDialog(Frame):
    """A form with a preview sentence below; the accept button is enabled only if something would change."""

    def __init__(self, context: WidgetContext, title: str, accept: str, parent: QWidget | None = None) -> None:
        super().__init__(title, accept, context.t, parent)
        self.context = context
        self.plan = context.workspace.plan
        self._selected = " ".join(context.view.selection)
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(8)
        self.body.addLayout(self._form)
        self.sentence = Label()
        self.sentence.setObjectName("muted")
        self.sentence.setWordWrap(True)
        self.sentence.setMinimumHeight(self.sentence.fontMetrics().lineSpacing() * 3)
        self.body.addWidget(self.sentence)
        self.body.addStretch(1)
        self.add_cancel()
        self.setMinimumWidth(420)

    def typed_entry(self) -> str:
        """Return the ids of the selected sessions, separated by spaces."""
        return self._selected

    def edit(self, plan: Plan) -> Plan:
        """Return the changed plan; the same object if nothing would change."""
        raise NotImplementedError

    def words(self) -> str:
        """Return the preview sentence."""
        raise NotImplementedError

    def step_name(self) -> str:
        """Return the name of the undoable step."""
        raise NotImplementedError

    def new_ids(self) -> tuple[str, ...]:
        """Return the ids of the new sessions."""
        return ()

    def add_minutes(self, label: str, minutes: int) -> QSpinBox:
        """Add a field for a length."""
        made = QSpinBox()
        made.setRange(1, DAY)
        made.setValue(minutes)
        made.setSuffix(self.t(" min"))
        made.setFixedWidth(120)
        indent(made)
        made.valueChanged.connect(self.follow)
        return self._add(label, made)

    def add_clock(self, label: str, minute: int) -> ClockField:
        """Add a field for a time."""
        made = clock_input(minute)
        made.timeChanged.connect(self.follow)
        made.lineEdit().textEdited.connect(self.follow)  # also while it is typed
        return self._add(label, made)

    def add_choice(self, label: str, choices: list[tuple[str, str]]) -> QComboBox:
        """Add a choice of values with their words."""
        made = QComboBox()
        for value, words in choices:
            made.addItem(words, value)
        made.currentIndexChanged.connect(self.follow)
        return self._add(label, made)

    def add_line(self, label: str, text: str) -> QLineEdit:
        """Add a line of text."""
        made = QLineEdit(text)
        limit = LimitNotice(made, length_of(Session, "title", self.t))
        made.textChanged.connect(self.follow)
        self._add(label, made)
        self._form.addRow("", limit)
        return made

    def follow(self) -> None:
        """Update preview and button, unless a text is too long."""
        if first_limit(self) is not None:
            return
        self.sentence.setText(self.words())
        self.ok.setEnabled(self.edit(self.plan) is not self.plan)

    def _add(self, label: str, made: W) -> W:
        made.setAccessibleName(label)
        words = Label(label)
        words.setBuddy(made)
        identify(made, str(self._form.rowCount()))
        self._form.addRow(words, made)
        return made


def minute_near(field: ClockField, near: int) -> int:
    """Return the wall minute in a field, on the same side of midnight as the minute `near` unless it says 24:00."""
    minute = minute_of(field)
    return minute if minute >= DAY else min(minute + near // DAY * DAY, LAST_START - 1)
