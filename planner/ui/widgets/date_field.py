"""A field for a date that takes what people type, shows the weekday, and never holds a date that was not typed."""

import datetime as dt
import re
from typing import Final

from PySide6.QtCore import QDate, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QIcon, QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QLineEdit

from planner.text import Language
from planner.text.times import date_digits, parse_date
from planner.ui.widgets.icons import icon
from planner.ui.widgets.limit import LimitNotice
from planner.ui.widgets.theme import LIGHT

_FIRST: Final = dt.date(1900, 1, 1)
_LAST: Final = dt.date(2999, 12, 31)
"""The dates that a plan can hold."""
_STEPS: Final = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 7, Qt.Key.Key_PageDown: -7}

_DRAWN: Final = QSize(48, 48)
"""Pixels of the calendar's picture, sharp at three times the usual scale."""


class DateField(QLineEdit):
    """A line with a date; up and down change it by a day, page up and down by a week, Alt+Down shows the calendar."""

    dateChanged = Signal(QDate)  # noqa: N815  # as in Qt's own field

    def __init__(self, value: dt.date, t: Language) -> None:
        super().__init__()
        self._t, self._date = t, value
        self.notice = DateNotice(self)
        """What is wrong with the text; whoever shows the field puts it below."""
        self.notice.setParent(self)  # until then it must not be a window of its own
        self.calendar: QCalendarWidget | None = None
        # A pixmap: Qt draws the buttons in a line by a kind of painter that does not survive the way to Python.
        drawn = icon("calendar", LIGHT, self.palette().text().color().name()).pixmap(_DRAWN)
        show = QAction(QIcon(drawn), t("Calendar"), self)
        show.setToolTip(t("Calendar"))
        show.triggered.connect(self._show_calendar)
        self.addAction(show, QLineEdit.ActionPosition.TrailingPosition)
        self.setFixedWidth(160)
        self._show()
        self.editingFinished.connect(self._settle)

    def date(self) -> QDate:
        """Return the date of the text, or the last one while the text is none."""
        value = self.value()
        return QDate(value.year, value.month, value.day)

    def setDate(self, value: QDate) -> None:  # as in Qt's own field
        """Show a date; one that a plan cannot hold is ignored."""
        if value.isValid() and _FIRST.year <= value.year() <= _LAST.year:
            self._set(dt.date(value.year(), value.month(), value.day()))

    def value(self) -> dt.date:
        """Return the same as Python's date."""
        return self._typed(self.text()) or self._date

    def refusal(self, text: str) -> str:
        """Return why a text is no date; empty if it is one."""
        if self._typed(text) is not None:
            return ""
        example = date_digits(dt.date(2027, 6, 14), self._t)
        return self._t("“{text}” is not a date. Write it like {example}.", text=text[:60], example=example)

    def put_draft(self, text: str) -> bool:
        """Put in a text kept from before, if it is a whole date in this language's form; return whether it is."""
        sign = "." if self._t.code == "de" else "/"
        if self._typed(text) is None or not (sign in text or re.search(r"[^\W\d_]{3}", text)):
            return False
        self.setText(text)
        self._settle()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # Qt calls it
        """Step by days and weeks, and show the calendar."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() == Qt.Key.Key_Down:
            self._show_calendar()
        elif (days := _STEPS.get(Qt.Key(event.key()))) is not None and not event.modifiers():
            self._step(days)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # Qt calls it
        """Show the date with its weekday, or what is wrong with the text."""
        super().focusOutEvent(event)
        self._settle()

    def _step(self, days: int) -> None:
        after = min(max(self.value().toordinal() + days, _FIRST.toordinal()), _LAST.toordinal())
        self._set(dt.date.fromordinal(after))

    def _typed(self, text: str) -> dt.date | None:
        found = parse_date(text, self._t)
        return found if found is not None and _FIRST <= found <= _LAST else None

    def _set(self, value: dt.date) -> None:
        """Show a date, and tell whoever listens if it is another one."""
        changed, self._date = value != self._date, value
        self._show()
        if changed:
            self.dateChanged.emit(self.date())

    def _settle(self) -> None:
        # Only now: half of "14.6.2027" is a date as well, "14.6.20".
        found = self._typed(self.text())
        if found is not None:
            self._set(found)
        self.notice.show_sentence()

    def _show(self) -> None:
        self.setText(date_digits(self._date, self._t, weekday=True))
        self.setCursorPosition(0)

    def _show_calendar(self) -> None:
        """Open the calendar below the field; it lives as long as the field."""
        if self.calendar is None:
            self.calendar = QCalendarWidget(self)
            self.calendar.setWindowFlag(Qt.WindowType.Popup)
            self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
            self.calendar.setDateRange(QDate(_FIRST.year, 1, 1), QDate(_LAST.year, 12, 31))
            self.calendar.activated.connect(self._choose)
            self.calendar.clicked.connect(self._choose)
        self.calendar.setSelectedDate(self.date())
        self.calendar.move(self.mapToGlobal(QPoint(0, self.height())))
        self.calendar.show()

    def _choose(self, chosen: QDate) -> None:
        if self.calendar is not None:
            self.calendar.hide()
        self.setDate(chosen)
        self.setFocus()


class DateNotice(LimitNotice):
    """Says that a text is no date once it is no longer being typed; the dialog asks at any time."""

    def __init__(self, field: DateField) -> None:
        super().__init__(field, field.refusal)

    def update_sentence(self) -> None:
        """Take the sentence away as soon as the text is a date; do not show one while it is typed."""
        if not self.sentence:
            super().update_sentence()

    def show_sentence(self) -> None:
        """Show what is wrong with the text, if anything is."""
        super().update_sentence()
