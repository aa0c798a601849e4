"""A field for a time of day that reads what people type everywhere else: "9.30", "2pm", "12 Uhr 30", "24:30"."""

from PySide6.QtCore import QDateTime, QTime
from PySide6.QtGui import QKeyEvent, QValidator
from PySide6.QtWidgets import QAbstractSpinBox, QTimeEdit

from planner.model.time import DAY
from planner.text import clock, parse_clock


class ClockField(QTimeEdit):
    """Qt's field with its steps; but a typed time takes the place of all that is there, and is read as a whole."""

    _late = False
    """Whether the time was typed as one of the night, "24:30"; of the class, as Qt asks before the field is made."""

    def __init__(self, minute: int) -> None:
        super().__init__(QTime(minute // 60 % 24, minute % 60))
        self.setDisplayFormat("HH:mm")
        self.setKeyboardTracking(False)  # else what is no time in the end, "25:00", leaves the time of its beginning

    def minute(self) -> int:
        """Return the wall minute; one typed as 24:30 is past midnight."""
        typed = parse_clock(self.lineEdit().text())
        now = self.time()
        return now.hour() * 60 + now.minute() if typed is None else typed

    def keyPressEvent(self, event: QKeyEvent) -> None:  # Qt calls it
        """Replace the whole time by what is typed over a part of it, and do not jump from hours to minutes."""
        if event.text().isprintable() and event.text():
            if self.lineEdit().hasSelectedText():
                self.lineEdit().selectAll()
            QAbstractSpinBox.keyPressEvent(self, event)
        else:
            super().keyPressEvent(event)

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:  # Qt calls it
        """Accept any text while it is typed; only a time is a time."""
        read = parse_clock(text) is not None
        return (QValidator.State.Acceptable if read else QValidator.State.Intermediate, text, place)

    def dateTimeFromText(self, text: str) -> QDateTime:  # Qt calls it
        """Return what a text says."""
        minute = parse_clock(text) or 0
        self._late = minute >= DAY
        return QDateTime(self.date(), QTime(minute // 60 % 24, minute % 60))

    def textFromDateTime(self, shown: QDateTime) -> str:  # Qt calls it
        """Return a time as it is shown."""
        time = shown.time()
        minute = time.hour() * 60 + time.minute()
        self._late = self._late and minute < DAY // 24
        return f"24:{minute:02}" if self._late else clock(minute)
