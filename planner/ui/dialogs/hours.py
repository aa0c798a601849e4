"""Edits the availability of a room or a person, day by day."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from planner.model import Available, Day, Plan, Span
from planner.model.availability import ALL_DAY, all_day, available_on, hours_by_day
from planner.text import Language, date_brief, date_short
from planner.text.hours import parse_spans, spans_text
from planner.ui.widgets.field_identity import identify
from planner.ui.widgets.plain_text import Label, tip


class HoursEditor(QWidget):
    """Shows one row per day: all day, absent, or hours such as 8:00–12:00, 14:00–18:00."""

    changed = Signal()

    def __init__(self, plan: Plan, t: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan, self._t = plan, t
        self._before: tuple[Available, ...] = ()
        self._shown: list[str] = []
        self.lines: list[QComboBox] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, day in enumerate(plan.days):
            label = Label(date_brief(day.date, t))
            label.setToolTip(tip(date_short(day.date, t)))
            grid.addWidget(label, row, 0)
            line = self._line(day)
            label.setBuddy(line)
            grid.addWidget(line, row, 1)
            self.lines.append(line)

    def _line(self, day: Day) -> QComboBox:
        t, line = self._t, QComboBox()
        line.setEditable(True)
        line.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        line.addItem(t("all day"))
        if len(self._plan.days) > 1:  # somebody who is never available does not belong in the plan
            line.addItem(t("not available"))
        line.setAccessibleName(t("Available on {date}", date=date_short(day.date, t)))
        identify(line, f"hours.{day.id}")
        line.setToolTip(tip(t("Choose or type hours, such as {example}", example=t("8:00–12:00, 14:00–18:00"))))
        line.editTextChanged.connect(lambda _: self.changed.emit())
        return line

    def show_hours(self, available: tuple[Available, ...]) -> None:
        """Show the availability; empty hours mean always available."""
        self._before = available
        known = hours_by_day(self._plan, available)
        with QSignalBlocker(self):
            for day, line in zip(self._plan.days, self.lines, strict=True):
                spans = known.get(day.id, [])
                line.setEditText(self._words(spans) if available else self._t("all day"))
        self._shown = [line.currentText() for line in self.lines]

    def available(self) -> tuple[Available, ...]:
        """Return the availability; raises ValueError with a sentence for an invalid time."""
        texts = [line.currentText().strip() for line in self.lines]
        if texts == self._shown:
            return self._before  # values that cannot be entered are kept
        if all(self._is(text, self._t("all day")) for text in texts):
            return ()
        found = tuple(
            span
            for day, text, old in zip(self._plan.days, texts, self._shown, strict=True)
            for span in self._on(day, text, same=text == old)
        )
        if not found:
            raise ValueError(self._t("At least one day needs a time."))
        return found

    def _on(self, day: Day, text: str, *, same: bool) -> tuple[Available, ...]:
        before = tuple(hours for hours in self._before if hours.day == day.id)
        if same and before:
            return before
        if self._is(text, self._t("not available")):
            return ()
        spans = ALL_DAY if self._is(text, self._t("all day")) else parse_spans(text)
        if spans is None:
            sentence = self._t(
                "“{text}” is not a time. Write it like {example}.", text=text[:60], example="8:00–12:00, 14–18"
            )
            raise ValueError(sentence)
        return available_on(self._plan, day, spans)

    def _is(self, text: str, words: str) -> bool:
        """Return whether a row says this; an empty row means "all day"."""
        return text.casefold() == words.casefold() or (not text and words == self._t("all day"))

    def _words(self, spans: list[Span]) -> str:
        if not spans:
            return self._t("not available")
        return self._t("all day") if all_day(spans) else spans_text(spans)
