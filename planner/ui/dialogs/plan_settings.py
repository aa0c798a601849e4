"""What holds for the whole event, as forms on tabs; all of it together is one step that can be undone."""

from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QTabWidget, QWidget

from planner.model import Plan
from planner.text import mark
from planner.ui.dialogs.days_page import DaysPage
from planner.ui.dialogs.limits import limits
from planner.ui.dialogs.logos_page import LogosPage
from planner.ui.services.context import Context
from planner.ui.widgets.dialog_frame import Frame
from planner.ui.widgets.form import Field, Form

EVENT: Final = (
    Field("title", mark("Title")),
    Field("subtitle", mark("Subtitle")),
    Field("question", mark("Guiding question")),
    Field("organiser", mark("Organiser")),
    Field("organiser_email", mark("Organiser’s e-mail")),
    Field("introduction", mark("Introduction"), "text"),
    Field("imprint", mark("Imprint"), "text"),
)
VENUE: Final = (
    Field("name", mark("House")),
    Field("street", mark("Street")),
    Field("postcode", mark("Postcode")),
    Field("town", mark("Town")),
    Field("access", mark("Access"), "text", hint=mark("Steps, lift, hearing loop: as it is to be printed.")),
    Field("travel", mark("How to get there"), "text"),
)
CONTACT: Final = (
    Field("name", mark("Name")),
    Field("email", mark("E-mail")),
    Field("phone", mark("Telephone")),
    Field("text", mark("Words"), "text"),
)
PRINT: Final = (
    Field("language", mark("Language of the papers"), "choice", choices=(("de", "Deutsch"), ("en", "English"))),
    Field(
        "times",
        mark("Times"),
        "choice",
        choices=(("start", mark("Start only: 10:30")), ("range", mark("Start and end: 10:30–11:15"))),
    ),
    Field("draft", mark("Marked as a draft"), "tick"),
    Field("show_rooms", mark("Rooms are printed"), "tick"),
)
PAGES: Final = ("event", "days", "numbers", "venue", "contact", "print", "logos")


class PlanSettings(Frame):
    """Forms for event, days, numbers, venue, contact, print and logos."""

    typed_form = "settings"

    def __init__(self, context: Context, page: str = "event", parent: QWidget | None = None) -> None:
        t, plan = context.t, context.workspace.plan
        super().__init__(t("About the event"), t("Apply"), t, parent)
        self._context = context
        self.event_form = Form(EVENT, plan, t, name="event")
        self.days = DaysPage(plan, t, context.theme)
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
            self._tabs.addTab(_scrolled(widget), label)
        self._tabs.setCurrentIndex(PAGES.index(page))
        self.body.addWidget(self._tabs)
        self.add_cancel()
        self.resize(860, 620)

    def accept(self) -> None:
        """Apply what was changed; if it cannot be, say why and stay."""
        if not self.fits():
            return
        try:
            self._context.workspace.apply(self._edit, self.t("Change what holds for the event"))
        except ValueError:
            self.say(self.t("Two days have the same date, or a day ends before it begins. Please change one of them."))
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


def _scrolled(widget: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setWidget(widget)
    return area
