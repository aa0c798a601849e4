"""The page of the event's days with dates and hours."""

from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.clock import Clock
from planner.model import Day, Plan, new_id
from planner.model.edits import remove_day
from planner.model.time import DAY
from planner.text import Language
from planner.text.field_names import FIELD_LABELS
from planner.text.too_long import length_of
from planner.ui.widgets.clock_field import ClockField
from planner.ui.widgets.date_field import DateField
from planner.ui.widgets.field_identity import identify
from planner.ui.widgets.form import clock_input, date_input, date_of, minute_of
from planner.ui.widgets.icons import icon
from planner.ui.widgets.limit import LimitNotice, limited
from planner.ui.widgets.plain_text import Label, tip
from planner.ui.widgets.theme import Theme

_NIGHT: Final = 6 * 60
"""An end up to this hour is on the next morning."""


@dataclass(frozen=True)
class _Row:
    day: Day
    date: DateField
    start: ClockField
    end: ClockField
    title: QLineEdit
    end_label: QLineEdit
    title_box: QWidget
    end_box: QWidget
    date_box: QWidget
    up: QToolButton
    down: QToolButton
    remove: QPushButton

    def widgets(self) -> tuple[QWidget, ...]:
        return self.date_box, self.start, self.end, self.title_box, self.end_box, self.up, self.down, self.remove

    def hours(self) -> tuple[int, int]:
        """Return start and end in minutes; an end in the small hours, before the start, is on the next day."""
        start, end = minute_of(self.start), minute_of(self.end)
        if end < start and (self.day.end > DAY or end <= _NIGHT):
            end += DAY
        return start, end

    def result(self) -> Day:
        """Return the day as entered."""
        start, end = self.hours()
        return self.day.changed(
            date=date_of(self.date),
            start=start,
            end=end,
            title=self.title.text().strip(),
            end_label=self.end_label.text().strip(),
        )


class DaysPage(QWidget):
    """Edits one row per day; the sessions of a removed day go to the tray."""

    def __init__(self, plan: Plan, clock: Clock, t: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._plan, self._t, self._theme = plan, t, theme
        self.rows: list[_Row] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(3, 1)
        self._grid.setColumnStretch(4, 1)
        heads = (t(FIELD_LABELS["date"]), t("From"), t("Until"), t("Title of the day"), t(FIELD_LABELS["end_label"]))
        for column, head in enumerate(heads):
            label = Label(head)
            label.setObjectName("muted")
            self._grid.addWidget(label, 0, column)
        add = QPushButton(t("Add a day"))
        add.clicked.connect(self.add)
        note = Label(t("Sessions move with their day. Those of a removed day go to “Unscheduled”."))
        note.setObjectName("muted")
        note.setWordWrap(True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 16, 16, 16)
        outer.setSpacing(12)
        outer.addLayout(self._grid)
        outer.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        outer.addWidget(note)
        self.notice = Label()
        self.notice.setObjectName("warning")
        self.notice.setWordWrap(True)
        outer.addWidget(self.notice)
        outer.addStretch(1)
        for day in plan.days:
            self._add_row(day)

    def add(self) -> None:
        """Add a day after the last one."""
        if self.rows:
            last = self.rows[-1]
            start, end = last.hours()
            new = Day(id=new_id(), date=date_of(last.date) + timedelta(1))
            self._add_row(new.changed(start=start, end=end) if start < end else new)
        else:
            self._add_row(Day(id=new_id(), date=self._clock.today()))

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with these days; raises ValueError if they are invalid."""
        days = tuple(sorted((row.result() for row in self.rows), key=lambda day: day.date))
        kept = {day.id for day in days}
        for day in plan.days:
            if day.id not in kept:
                plan = remove_day(plan, day.id)
        return plan if days == plan.days else plan.changed(days=days)

    def _add_row(self, day: Day) -> None:
        t = self._t
        title = _line(day.title, t("Title of the day"))
        end_label = _line(day.end_label, t(FIELD_LABELS["end_label"]))
        date = date_input(day.date, t)
        row = _Row(
            day,
            date,
            clock_input(day.start),
            clock_input(day.end),
            title,
            end_label,
            limited(title, LimitNotice(title, length_of(Day, "title", t))),
            limited(end_label, LimitNotice(end_label, length_of(Day, "end_label", t))),
            limited(date, date.notice),
            self._arrow("arrow-up", t("Swap with the previous day")),
            self._arrow("arrow-down", t("Swap with the next day")),
            QPushButton(t("Remove")),
        )
        row.date.setFixedWidth(150)
        row.start.setFixedWidth(76)
        row.end.setFixedWidth(76)
        row.date.setAccessibleName(t(FIELD_LABELS["date"]))
        row.start.setAccessibleName(t("From"))
        row.end.setAccessibleName(t("Until"))
        row.remove.clicked.connect(lambda: self._remove(row))
        row.up.clicked.connect(lambda: self._exchange(row, -1))
        row.down.clicked.connect(lambda: self._exchange(row, 1))
        fields = {"date": row.date, "start": row.start, "end": row.end, "title": row.title, "words": row.end_label}
        for name, field in fields.items():
            identify(field, f"day.{name}", entry=day.id)
        self.rows.append(row)
        self._place()

    def _place(self) -> None:
        """Lay out the rows; the first cannot move up, the last cannot move down."""
        for place, row in enumerate(self.rows, 1):
            for column, widget in enumerate(row.widgets()):
                self._grid.addWidget(widget, place, column)
            row.up.setEnabled(place > 1)
            row.down.setEnabled(place < len(self.rows))
            row.remove.setEnabled(len(self.rows) > 1)
        for one, two in pairwise(widget for row in self.rows for widget in row.widgets()):
            QWidget.setTabOrder(one, two)

    def _exchange(self, row: _Row, step: int) -> None:
        """Exchange two days except for their dates."""
        place = self.rows.index(row)
        other = self.rows[place + step]
        one, two = row.date.date(), other.date.date()
        row.date.setDate(two)
        other.date.setDate(one)
        self.rows[place], self.rows[place + step] = other, row
        self._place()
        (row.up if row.up.isEnabled() and step < 0 else row.down if row.down.isEnabled() else row.up).setFocus()

    def _arrow(self, symbol: str, words: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName("flat")
        button.setIcon(icon(symbol, self._theme))
        button.setToolTip(tip(words))
        button.setAccessibleName(words)
        return button

    def _remove(self, row: _Row) -> None:
        self.rows.remove(row)
        for widget in row.widgets():
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._place()
        self._tell_removed()

    def _tell_removed(self) -> None:
        """Show how many sessions would lose their time, before anything is changed."""
        kept = {row.day.id for row in self.rows}
        number = sum(session.scheduled and session.day not in kept for session in self._plan.sessions)
        words = self._t.count("{number} session loses its time.", "{number} sessions lose their time.", number)
        self.notice.setText(words if number else "")


def _line(text: str, name: str) -> QLineEdit:
    line = QLineEdit(text)
    line.setAccessibleName(name)
    line.setCursorPosition(0)
    return line
