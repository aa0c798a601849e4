"""Makes a new plan from a template and four answers: title, date, people, rooms."""

from typing import Final

from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QSpinBox, QWidget

from planner.examples import template
from planner.importers import NotImported, read_rooms
from planner.importers.rooms import RoomsTable
from planner.model import Document, Plan, new_id
from planner.text import mark
from planner.text.field_names import FIELD_LABELS
from planner.text.too_long import length_of
from planner.ui.dialogs.paste_rooms import doubts, places_in_words
from planner.ui.dialogs.rooms_field import RoomsField
from planner.ui.services.context import WidgetContext
from planner.ui.widgets.dialog_frame import Frame
from planner.ui.widgets.field_identity import identify
from planner.ui.widgets.form import date_input, date_of, indent
from planner.ui.widgets.limit import LimitNotice, limited
from planner.ui.widgets.plain_text import Label

NAMES: Final = (
    ("one-day", mark("One day, with input, panel and forums")),
    ("two-day", mark("Two days, from lunch to lunch")),
    ("empty", mark("An empty day")),
)


class NewPlanDialog(Frame):
    """Asks for the data of a template; all but the title have defaults."""

    typed_form = "new"

    def __init__(self, context: WidgetContext, parent: QWidget | None = None) -> None:
        t = context.t
        super().__init__(t("New plan"), t("Create the plan"), t, parent)
        self.template = QComboBox()
        for key, label in NAMES:
            self.template.addItem(t(label), key)
        self.title = QLineEdit()
        self.title_limit = LimitNotice(self.title, length_of(Plan, "title", t))
        self.title.setPlaceholderText(t("Network meeting in Osnabrück"))
        self.date = date_input(context.clock.today(), t)
        self.date.setDate(self.date.date().addMonths(3))
        self.people = QSpinBox()
        self.people.setRange(1, 10_000)
        self.people.setValue(60)
        self.people.setFixedWidth(120)
        indent(self.people)
        self._table = RoomsTable((), ())
        self.rooms = RoomsField(t)
        self.rooms.setFixedHeight(110)
        self.understood = Label()
        self.understood.setObjectName("muted")
        self.understood.setWordWrap(True)
        self.understood.setMinimumHeight(self.understood.fontMetrics().lineSpacing() * 2 + 4)
        self._lay_out()
        self.add_cancel()
        self.rooms.textChanged.connect(self._read_rooms)
        self.rooms.refused.connect(self._refuse)
        self.template.currentIndexChanged.connect(self._read_rooms)
        self._read_rooms()
        self.resize(560, self.sizeHint().height())

    def document(self) -> Document:
        """Return the new document."""
        return template(
            self.template.currentData(),
            plan_id=new_id(),
            title=self.title.text().strip(),
            first=date_of(self.date),
            people=self.people.value(),
            rooms=self._table.rooms,
            language="de" if self.t.code == "de" else "en",
        )

    def _lay_out(self) -> None:
        t, form = self.t, QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        rows = (
            (t("Template"), self.template),
            (t(FIELD_LABELS["title"]), self.title),
            (t("First day"), self.date),
            (t("People"), self.people),
            (t("Rooms"), self.rooms),
        )
        for number, (label, widget) in enumerate(rows):
            widget.setAccessibleName(label)
            identify(widget, str(number))
            limit = self.title_limit if widget is self.title else self.date.notice if widget is self.date else None
            form.addRow(label, widget if limit is None else limited(widget, limit))
        form.addRow("", self.understood)
        self.body.addLayout(form)
        self.title.setFocus()

    def _read_rooms(self) -> None:
        """Parse the table of rooms while it is typed; a refused table disables the button."""
        self.say("")
        try:
            self._table = read_rooms(self.rooms.toPlainText())
        except NotImported as reason:
            self._table = RoomsTable((), ())
            self._refuse(reason)
        self.ok.setEnabled(not self.error.text())
        self._tell(self._table)

    def _refuse(self, reason: NotImported) -> None:
        """Show why the input is refused."""
        self.say(self.t(reason.sentence, **reason.facts))

    def _tell(self, table: RoomsTable) -> None:
        """Show how the input was understood."""
        t = self.t
        if not table.rooms and not table.ignored:
            words = t("If left empty, the plan starts with rooms that suit the number of people.")
            if self.template.currentData() == "empty":
                words = t("If left empty, the plan starts without rooms; they can be pasted later.")
            self.understood.setText(words)
            return
        rooms = "; ".join(
            f"{room.name} ({places_in_words(room, t, ', ')})" if room.capacities else room.name for room in table.rooms
        )
        words = t.count("{number} room: {rooms}", "{number} rooms: {rooms}", len(table.rooms), rooms=rooms)
        self.understood.setText("\n".join(part for part in (words, doubts(table, t)) if part))
