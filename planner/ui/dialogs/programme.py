"""Imports a pasted programme: the text, the rows understood, and the days they go to."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final, TypeVar

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from planner.importers import PROGRAMME, NotImported, ParsedDay, ParsedProgramme, date_of, day_id, day_of, plan_of
from planner.model import Day, Plan, new_id
from planner.model.edits import PasteTarget, add_day, paste_sessions, pasted_ids
from planner.text import date_brief, date_short
from planner.ui.dialogs.background_reading import BackgroundReading
from planner.ui.dialogs.programme_table import ProgrammeTable
from planner.ui.services.clipboard import PastedContent, came_in
from planner.ui.services.context import WidgetContext
from planner.ui.widgets.dialog_frame import Frame
from planner.ui.widgets.field_identity import identify
from planner.ui.widgets.plain_text import Label

T = TypeVar("T")

_NEW: Final = "+"
_TRAY: Final = "-"
_MOST_DAYS: Final = 4
"""Up to so many days can be assigned by the user; more go where the programme says."""


class ProgrammeDialog(Frame):
    """Shows the pasted text above the rows understood, which can be corrected or left out."""

    typed_form = "programme"

    def __init__(
        self, context: WidgetContext, plan: Plan, came: PastedContent, soon: date, parent: QWidget | None = None
    ) -> None:
        t = context.t
        super().__init__(t("Insert a programme table"), t("Insert"), t, parent)
        self._plan, self._seen, self._soon = plan, context.view.day, soon
        self._programme, self._dates = ParsedProgramme(), list[date]()
        self._reading = BackgroundReading(context.background, self)
        self.came = PasteField()
        self.came.setPlaceholderText(
            t("Paste here from Word, Excel or an e-mail: a table, or lines that begin with a time")
        )
        self.came.setAccessibleName(t("Pasted text"))
        identify(self.came, "came", entry="")
        self.table = ProgrammeTable(plan, t)
        self.days: list[QComboBox] = []
        self._days = QHBoxLayout()
        self._days.setSpacing(8)
        self.counts = Label()
        self._lay_out()
        self.came.textChanged.connect(self._read)
        self.came.pasted.connect(self._take)
        self.came.refused.connect(self._refuse_paste)
        self.table.changed.connect(self._count)
        self.table.refused.connect(self.say)
        self.finished.connect(self._reading.stop)
        self._show(ParsedProgramme())
        self._take(came)
        (self.table if came.size else self.came).setFocus()

    def fits(self) -> bool:
        """Return whether every imported title is short enough; otherwise show which is not."""
        if sentence := self.table.objection():
            self.say(sentence)
        return not sentence

    def edit(self) -> Callable[[Plan], Plan]:
        """Return the edit that inserts the chosen rows."""
        pasted = plan_of(self._programme, self.table.taken(), self._plan, new_id, self._dates)
        landings = {day_id(place): PasteTarget(day) for place, day in enumerate(self._landing()) if day != _NEW}
        ids = tuple(new_id() for _ in range(pasted_ids(pasted)))
        first = Day(id=new_id(), date=self._soon)

        def insert(plan: Plan) -> Plan:
            after = paste_sessions(plan, pasted, landings, ids)
            return after if after.days else add_day(after, first)

        return insert

    def numbers(self) -> tuple[int, int]:
        """Return the number of new sessions, and of those in the tray."""
        rows, landing = self.table.taken(), self._landing()
        return len(rows), sum(row.start is None or landing[row.day] is None for row in rows)

    def words(self) -> str:
        """Return these numbers as a sentence."""
        t, (all_, waiting) = self.t, self.numbers()
        words = t.count("{number} session", "{number} sessions", all_)
        return (
            words if not waiting else t("{sessions}, {number} of them in “Unscheduled”", sessions=words, number=waiting)
        )

    def _lay_out(self) -> None:
        t = self.t
        upper, lower = QWidget(), QWidget()
        for part, label, widgets in (
            (upper, t("Pasted text"), (self.came,)),
            (lower, t("What was understood: untick what you do not want, correct what is wrong"), (self.table,)),
        ):
            heading = Label(label)
            heading.setObjectName("heading")
            column = QVBoxLayout(part)
            column.setContentsMargins(0, 0 if part is upper else 6, 0, 6 if part is upper else 0)
            column.setSpacing(6)
            column.addWidget(heading)
            if part is lower:
                column.addLayout(self._days)
            for widget in widgets:
                column.addWidget(widget, 1)
        both = QSplitter(Qt.Orientation.Vertical)
        both.addWidget(upper)
        both.addWidget(lower)
        both.setStretchFactor(0, 1)
        both.setStretchFactor(1, 3)
        both.setChildrenCollapsible(False)
        both.setHandleWidth(3)
        self.body.addWidget(both, 1)
        self.body.addWidget(self.counts)
        self.ok.setDefault(False)
        self.ok.setAutoDefault(False)  # Enter belongs to the cells
        self.add_cancel()
        self.resize(1180, 640)

    def _take(self, came: PastedContent) -> None:
        """Insert what was pasted, once it is text of an acceptable length."""
        self._begin(came.size, came.read, self.came.insertPlainText, self._refuse_paste)

    def _read(self) -> None:
        """Parse the current text; earlier corrections are discarded."""
        text, plan = self.came.toPlainText(), self._plan
        self._begin(len(text), lambda: PROGRAMME.read(text, plan), self._show, self._refuse)

    def _begin(
        self, size: int, work: Callable[[], T], done: Callable[[T], None], refused: Callable[[NotImported], None]
    ) -> None:
        """Start reading in the background if it is long; inserting is disabled until it is done."""
        self.say("")
        self._reading.begin(size, work, done, refused)
        if self._reading.busy:
            self.counts.setText(self.t("Reading what was pasted …"))
            self.ok.setEnabled(False)

    def _refuse_paste(self, reason: NotImported) -> None:
        """Show why a paste is refused; the previous text stays."""
        self._read()
        self.say(self.t(reason.sentence, **reason.facts))

    def _refuse(self, reason: NotImported) -> None:
        """Show why the current text cannot be imported."""
        self._show(ParsedProgramme())
        self.say(self.t(reason.sentence, **reason.facts))

    def _show(self, programme: ParsedProgramme) -> None:
        self._programme = programme
        self._dates = self._find_dates()
        self._offer_days()
        self.table.show_rows(self._programme, self._day_words)
        if self.table.currentRow() < 0:
            self.table.setCurrentCell(0, 0)

    def _offer_days(self) -> None:
        while (item := self._days.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.days.clear()
        few = len(self._programme.days) <= _MOST_DAYS
        for place, found in enumerate(self._programme.days):
            choice = self._choice(place, found)
            self.days.append(choice)
            if few and self._programme.rows:
                words = self.t("{day} goes to", day=found.label) if found.label else self.t("Everything goes to")
                self._days.addWidget(Label(words))
                self._days.addWidget(choice)
                choice.show()
                self._days.addSpacing(12)
                choice.setAccessibleName(words)
        self._days.addStretch(1)

    def _choice(self, place: int, found: ParsedDay) -> QComboBox:
        t, choice = self.t, QComboBox(self)
        choice.hide()
        for day in self._plan.days:
            choice.addItem(date_short(day.date, t), day.id)
        if not any(day.date == self._dates[place] for day in self._plan.days):
            choice.addItem(t("New day: {date}", date=date_short(self._dates[place], t)), _NEW)
        choice.addItem(t("Unscheduled"), _TRAY)
        choice.setCurrentIndex(max(0, choice.findData(self._usual(place, found))))
        choice.currentIndexChanged.connect(self._on_day)
        return choice

    def _usual(self, place: int, found: ParsedDay) -> str:
        """Return the default target of a day: its own date, else the shown day, or the same position.

        If no date is one of the plan's, it is another year's programme: its days go to the plan's days in order.
        """
        days, meant = self._programme.days, [day_of(day, self._plan, n) for n, day in enumerate(self._programme.days)]
        if meant[place] is not None and found.label:
            return meant[place] or _NEW
        if any(meant) or not self._plan.days:
            return meant[place] or _NEW if found.label or self._seen not in self._plan.day_by_id else self._seen
        if len(days) == 1 and self._seen in self._plan.day_by_id:
            return self._seen
        return self._plan.days[place].id if len(days) <= len(self._plan.days) else _NEW

    def _find_dates(self) -> list[date]:
        """Return the date of each day, inferred for those without one."""
        found = [date_of(day, self._plan) for day in self._programme.days]
        first = self._plan.days[-1].date + timedelta(days=1) if self._plan.days else self._soon
        taken = {day.date for day in self._plan.days} | {day_date for day_date in found if day_date is not None}
        dates: list[date] = []
        for day_date in found:
            new = day_date or (dates[-1] + timedelta(days=1) if dates else first)
            while day_date is None and new in taken:
                new += timedelta(days=1)
            taken.add(new)
            dates.append(new)
        return dates

    def _landing(self) -> list[str | None]:
        return [None if choice.currentData() == _TRAY else choice.currentData() for choice in self.days]

    def _day_words(self, place: int) -> str:
        data = self.days[place].currentData()
        if data == _TRAY:
            return self.t("Unscheduled")
        return date_brief(self._dates[place] if data == _NEW else self._plan.day_by_id[data].date, self.t)

    def _on_day(self) -> None:
        self.table.name_days(self._day_words)
        self._count()

    def _count(self) -> None:
        some = bool(self._programme.rows)
        self.counts.setText(self.words() if some else "")
        self.ok.setEnabled(some and self.numbers()[0] > 0)


class PasteField(QPlainTextEdit):
    """A text field that accepts pasted tables of any source."""

    committed_text = ""
    """Pasted text is never a draft: it is still in its source."""
    pasted = Signal(object)
    """Emitted with pasted content, to be read and then inserted."""
    refused = Signal(object)
    """Emitted with the reason for a refused paste."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setTabStopDistance(self.fontMetrics().horizontalAdvance("x") * 14)
        self.setMinimumHeight(90)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Accept text and tables."""
        return source.hasText() or source.hasHtml()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Emit pasted or dropped content; a table becomes rows with tabs, anything else its text."""
        try:
            self.pasted.emit(came_in(source))
        except NotImported as reason:
            self.refused.emit(reason)
