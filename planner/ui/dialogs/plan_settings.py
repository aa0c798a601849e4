"""Edits the settings of the whole event on tabs, as one undoable step."""

from typing import Any, Final

from PySide6.QtWidgets import QTabWidget, QWidget

from planner.model import Plan
from planner.text import mark
from planner.ui.dialogs.days_page import DaysPage
from planner.ui.dialogs.limits import limits
from planner.ui.dialogs.logos_page import LogosPage
from planner.ui.services.context import WidgetContext
from planner.ui.widgets.dialog_frame import Frame
from planner.ui.widgets.form import Form, LabelledField
from planner.ui.widgets.scroll import scrolled

EVENT: Final = (
    LabelledField("title"),
    LabelledField("subtitle"),
    LabelledField("question"),
    LabelledField("organiser"),
    LabelledField("organiser_email"),
    LabelledField("introduction", kind="text"),
    LabelledField("imprint", kind="text"),
)
VENUE: Final = (
    LabelledField("name", mark("Venue name")),
    LabelledField("street"),
    LabelledField("postcode"),
    LabelledField("town"),
    LabelledField("access", kind="text", hint=mark("Steps, lift, hearing loop: as it should be printed.")),
    LabelledField("travel", kind="text"),
)
CONTACT: Final = (
    LabelledField("name"),
    LabelledField("email"),
    LabelledField("phone"),
    LabelledField("text", kind="text"),
)
PRINT: Final = (
    LabelledField("language", mark("Language of the papers"), "choice", choices=(("de", "Deutsch"), ("en", "English"))),
    LabelledField(
        "times",
        kind="choice",
        choices=(("start", mark("Start only: 10:30")), ("range", mark("Start and end: 10:30–11:15"))),
    ),
    LabelledField("draft", kind="tick"),
    LabelledField("show_rooms", kind="tick"),
)
PAGES: Final = ("event", "days", "numbers", "venue", "contact", "print", "logos")


class PlanSettingsDialog(Frame):
    """Tabs for event, days, numbers, venue, contact, print and logos."""

    typed_form = "settings"

    def __init__(self, context: WidgetContext, page: str = "event", parent: QWidget | None = None) -> None:
        t, plan = context.t, context.workspace.plan
        super().__init__(t("About the event"), t("Apply"), t, parent)
        self._context = context
        self.event_form = Form(EVENT, plan, t, name="event")
        self.days = DaysPage(plan, context.clock, t, context.theme)
        self.numbers = Form(limits(t), plan.settings, t, name="numbers")
        self.venue = Form(VENUE, plan.venue, t, name="venue")
        self.contact = Form(CONTACT, plan.contact, t, name="contact")
        self.print = Form(PRINT, plan.print, t, name="print")
        self.logos = LogosPage(plan, t)
        self._tabs = QTabWidget()
        self._tabs.setAccessibleName(t("About the event"))
        pages = (
            (t("Event"), self.event_form),
            (t("Days"), self.days),
            (t("Numbers and limits"), self.numbers),
            (t("Venue"), self.venue),
            (t("Contact"), self.contact),
            (t("Print"), self.print),
            (t("Logos"), self.logos),
        )
        for label, widget in pages:
            self._tabs.addTab(scrolled(widget, takes_focus=False), label)
        self._tabs.setCurrentIndex(PAGES.index(page))
        self.body.addWidget(self._tabs)
        self.add_cancel()
        self.resize(860, 620)

    def accept(self) -> None:
        """Apply the changes and close, or show why they are refused."""
        if not self.fits():
            return
        try:
            self._context.workspace.apply(self._edit, self.t("Change the event details"))
        except ValueError:
            self.say(self.t("Two days have the same date, or a day ends before it starts. Please change one of them."))
            self._tabs.setCurrentIndex(PAGES.index("days"))
            return
        super().accept()

    def _edit(self, plan: Plan) -> Plan:
        fields: dict[str, Any] = self.event_form.changes()
        parts = (("settings", self.numbers), ("venue", self.venue), ("contact", self.contact), ("print", self.print))
        for name, form in parts:
            if changes := form.changes():
                fields[name] = getattr(plan, name).changed(**changes)
        return self.logos.apply(self.days.apply(plan.changed(**fields) if fields else plan))
