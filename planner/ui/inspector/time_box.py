"""Start, length and end of the selected session, its day, and whether its time is fixed."""

from typing import Any

from PySide6.QtWidgets import QGridLayout, QWidget

from planner.fields.field import Field
from planner.fields.session import DAY, END, FIXED, LENGTH, START
from planner.model import Session
from planner.ui.inspector.apply import Answer
from planner.ui.inspector.field_input import FieldInput
from planner.ui.services.context import WidgetContext


class TimeBox(QWidget):
    """Keeps start, length and end consistent: a new start moves the session, a new length or end resizes it."""

    def __init__(self, context: WidgetContext, answer: Answer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._answer = context, answer
        self._inputs = {field.id: FieldInput(context, field, answer) for field in (START, LENGTH, END, FIXED)}
        self._inputs[DAY.id] = FieldInput(context, DAY, self._to_day)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        for column, field in enumerate((START, LENGTH, END)):
            grid.addWidget(self._inputs[field.id].labelled(), 0, column)
        grid.addWidget(self._inputs[DAY.id].widget, 1, 0, 1, 2)
        grid.addWidget(self._inputs[FIXED.id].widget, 1, 2)

    def show_session(self, session: Session) -> None:
        """Show the times of a session."""
        for field_input in self._inputs.values():
            field_input.show_sessions((session,))

    def _to_day(self, field: Field[Any], day: object) -> bool:
        """Move the session to a day, and show that day."""
        taken = self._answer(field, day)
        if taken and day:
            self._context.view.show_day(str(day))
        return taken
