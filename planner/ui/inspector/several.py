"""The inspector for several selected sessions: shows their common values and changes all at once."""

from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from planner.fields.field import Field, Input, Section
from planner.fields.registry import FIELDS
from planner.fields.session import ATTENDANCE, NUMBER
from planner.model import Session
from planner.text import clock_range, date_short, duration_long
from planner.ui.inspector.apply import Answer
from planner.ui.inspector.attendance_choice import AttendanceChoice
from planner.ui.inspector.field_input import FieldInput
from planner.ui.services.context import WidgetContext
from planner.ui.widgets.fields import labelled
from planner.ui.widgets.plain_text import Label

_BLOCKS: Final = (
    (Section.TITLE, Section.TIME),
    (Section.PLACE,),
    (Section.PEOPLE, Section.PRINT, Section.TERMS),
    (Section.TEAM,),
)
"""Sections whose fields follow each other in two columns."""


class SeveralSessions(QWidget):
    """Fields that show the shared value or that values differ; a change is one undoable step for all sessions."""

    def __init__(self, context: WidgetContext, answer: Answer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._title, self._sum = Label(), Label()
        self._title.setStyleSheet("font-size: 12pt; font-weight: 700")
        self._sum.setObjectName("muted")
        for label in (self._title, self._sum):
            label.setWordWrap(True)
        self._buttons = QGridLayout()
        self._buttons.setSpacing(0)
        self._attends = AttendanceChoice(context, answer)
        self._inputs = {field.id: FieldInput(context, field, answer) for field in FIELDS if _for_many(field)}
        self._people = labelled(context.t("People"), self._inputs[NUMBER.id].widget)
        self._lay_out()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        for block in _BLOCKS:
            self._add_block(grid, block)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for label in (self._title, self._sum):
            layout.addWidget(label)
        layout.addLayout(self._buttons)
        layout.addLayout(grid)

    def _add_block(self, grid: QGridLayout, block: tuple[Section, ...]) -> None:
        """Add the fields of some sections, two in a row; those for the team have a heading and the whole width."""
        team = Section.TEAM in block
        if team:
            heading = Label(self._context.t("Only for the team"))
            heading.setObjectName("heading")
            grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
        row, column = grid.rowCount(), 0
        inputs = [made for made in self._inputs.values() if made.field.section in block and made.field is not NUMBER]
        for made in sorted(inputs, key=lambda made: (block.index(made.field.section), made.field.input is Input.TICK)):
            grid.addWidget(made.labelled(), row, column, 1, 2 if team else 1)
            row, column = (row, 1) if not column and not team else (row + 1, 0)
        if Section.PLACE in block:
            grid.addLayout(self._attendance(), grid.rowCount(), 0, 1, 2)

    def _attendance(self) -> QHBoxLayout:
        attends = QHBoxLayout()
        attends.setSpacing(8)
        attends.addWidget(labelled(self._attends.accessibleName(), self._attends), 3)
        attends.addWidget(self._people, 1)
        return attends

    def offer(self, *actions: QAction) -> None:
        """Show buttons for commands on the selection, two per row."""
        for place, action in enumerate(actions):
            button = QToolButton()
            button.setObjectName("fold")
            button.setMinimumHeight(24)
            button.setDefaultAction(action)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            self._buttons.addWidget(button, *divmod(place, 2), Qt.AlignmentFlag.AlignLeft)

    def show_sessions(self, sessions: tuple[Session, ...]) -> None:
        """Show what several sessions have in common."""
        self._title.setText(
            self._context.t.count("{number} session selected", "{number} sessions selected", len(sessions))
        )
        self._sum.setText(sum_words(self._context, sessions))
        self._people.setVisible(self._attends.show_sessions(sessions))
        for made in self._inputs.values():
            made.show_sessions(sessions)


def _for_many(field: Field[Any]) -> bool:
    """Return whether one input goes for all sessions; who attends is chosen in a list of its own."""
    return field.many and field is not ATTENDANCE


def sum_words(context: WidgetContext, sessions: tuple[Session, ...]) -> str:
    """Return the total length, the time span on each day, and the number of unscheduled sessions, in words."""
    t, plan = context.t, context.workspace.plan
    parts = [t("{length} in total", length=duration_long(sum(session.minutes for session in sessions)))]
    timed = [session for session in sessions if session.scheduled]
    for day in plan.days:
        there = [session for session in timed if session.day == day.id]
        if there:
            times = clock_range(min(session.start or 0 for session in there), max(session.end for session in there))
            parts.append(f"{times}, {date_short(day.date, t)}")
    if waiting := len(sessions) - len(timed):
        parts.append(t.count("{number} unscheduled", "{number} unscheduled", waiting))
    return " · ".join(parts)
