"""Makes a new plan from last year's: title, date, and what to keep."""

from datetime import date
from typing import Final

from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QWidget

from planner.model import Document, Plan, new_id
from planner.model.derive.next_year import NextYearChoices, date_shift, first_date, next_date, next_title, next_year
from planner.text import date_long, mark
from planner.text.field_names import FIELD_LABELS
from planner.text.too_long import length_of
from planner.ui.services.context import WidgetContext
from planner.ui.widgets.dialog_frame import Frame
from planner.ui.widgets.field_identity import identify
from planner.ui.widgets.form import date_input, date_of
from planner.ui.widgets.limit import LimitNotice, limited
from planner.ui.widgets.plain_text import Label

WHAT: Final = (
    ("programme", mark("The programme: sessions with their lengths, forums and topics")),
    ("rooms", mark("The rooms with their places and hours")),
    ("open_places", mark("Open places (N. N.) where someone contributed")),
    ("people", mark("The people, as not asked yet; without registrations, wishes and needs")),
    ("contact", mark("Contact, the organiser’s e-mail and imprint")),
    ("notes", mark("Internal notes")),
)
"""The choices of what to keep, by their names in the model."""


class NextYearDialog(Frame):
    """Shows the new date of each day, and makes the new plan; the old one is not changed."""

    typed_form = "next-year"

    def __init__(self, context: WidgetContext, old: Plan, today: date, parent: QWidget | None = None) -> None:
        t = context.t
        super().__init__(t("New from last year’s plan"), t("Create the plan"), t, parent)
        self._old = old
        self.title = QLineEdit()
        self.title_limit = LimitNotice(self.title, length_of(Plan, "title", t))
        self.date = date_input(next_date(old, today), t)
        self.date.setEnabled(bool(old.days))
        self.days = Label()
        self.days.setWordWrap(True)
        self.weekday = Label()
        self.weekday.setObjectName("warning")
        self.weekday.setWordWrap(True)
        self.ticks: dict[str, QCheckBox] = {}
        self._lay_out()
        self.add_cancel()
        self.date.dateChanged.connect(self._show)
        self._show()
        self.title.setFocus()
        self.resize(600, self.sizeHint().height())

    def document(self) -> Document:
        """Return the new document; raises ValueError for a date beyond the calendar."""
        return next_year(
            self._old, self.title.text().strip(), date_of(self.date), self._kept(), plan_id=new_id(), ids=new_id
        )

    def accept(self) -> None:
        """Close, unless the last day would be out of range."""
        if not self.fits():
            return
        try:
            self.document()
        except ValueError:
            self.say(self.t("The days would be after the year 2999. Please choose another date."))
            return
        super().accept()

    def _lay_out(self) -> None:
        t, form = self.t, QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        for label, widget in ((t(FIELD_LABELS["title"]), self.title), (t("First day"), self.date)):
            widget.setAccessibleName(label)
            identify(widget, "title" if widget is self.title else "date")
            form.addRow(
                label,
                limited(self.title, self.title_limit) if widget is self.title else limited(self.date, self.date.notice),
            )
        form.addRow("", self.days)
        form.addRow("", self.weekday)
        self.body.addWidget(self._words())
        self.body.addLayout(form)
        self.add_heading(t("What is carried over"))
        for name, label in WHAT:
            tick = QCheckBox(t(label))
            tick.setChecked(NextYearChoices._field_defaults[name])
            self.ticks[name] = tick
            self.body.addWidget(tick)
        self.ticks["people"].toggled.connect(lambda on: self.ticks["open_places"].setEnabled(not on))
        note = Label(t("Releases, accepted problems, seats, answers and online meeting links are never carried over."))
        note.setObjectName("muted")
        note.setWordWrap(True)
        self.body.addWidget(note)

    def _words(self) -> Label:
        t, old = self.t, self._old
        words = Label(t("From “{plan}”. That file is not changed.", plan=old.title or t("Plan without a title")))
        words.setObjectName("muted")
        words.setWordWrap(True)
        return words

    def _kept(self) -> NextYearChoices:
        return NextYearChoices(**{name: tick.isChecked() for name, tick in self.ticks.items()})

    def _show(self) -> None:
        """Show the new dates and a change of weekday; an unedited title follows the new year."""
        t, first, old = self.t, date_of(self.date), self._old
        if not self.title.isModified():
            self.title.setText(next_title(old, first))
            self.title.setCursorPosition(0)
        days = [(day.date, day.date + date_shift(old, first)) for day in sorted(old.days, key=lambda day: day.date)]
        self.days.setText("\n".join(f"{date_long(one, t)} → {date_long(two, t)}" for one, two in days))
        changed = first_date(old) is not None and date_shift(old, first).days % 7 != 0
        self.weekday.setVisible(changed)
        if changed:
            one, two = (date_long(day_date, t).split(",")[0] for day_date in days[0])
            self.weekday.setText(t("Different weekday: {old} becomes {new}.", old=one, new=two))
