"""Asks for the name of a release."""

from PySide6.QtWidgets import QLineEdit, QWidget

from planner.model.ledger import Release
from planner.text import date_plain
from planner.text.too_long import length_of
from planner.ui.services.context import WidgetContext
from planner.ui.widgets.dialog_frame import Frame
from planner.ui.widgets.field_identity import identify
from planner.ui.widgets.limit import LimitNotice
from planner.ui.widgets.plain_text import Label


class ReleaseDialog(Frame):
    """Explains releases, lists earlier ones, and proposes a name."""

    typed_form = "release"

    def __init__(self, context: WidgetContext, parent: QWidget | None = None) -> None:
        t = context.t
        super().__init__(t("Save a release"), t("Save release"), t, parent)
        words = Label(
            t(
                "The plan as it is now is saved under a name, as the version that was given out. "
                "Calendar files exported from now on tell calendars what has changed since. Nothing "
                "is sent."
            )
        )
        words.setWordWrap(True)
        self.body.addWidget(words)
        releases = context.workspace.state.document.ledger.releases
        if releases:
            last = releases[-1]
            before = Label(
                t("Last release: {name}, {date}", name=last.name, date=date_plain(last.at.astimezone().date(), t))
            )
            before.setObjectName("muted")
            before.setWordWrap(True)
            self.body.addWidget(before)
        self.add_heading(t("Name"))
        today = date_plain(context.clock.today(), t)
        self.line = QLineEdit(t("As of {date}", date=today))
        self.line.setAccessibleName(t("Name"))
        identify(self.line, "name")
        self.line.selectAll()
        self.line.textChanged.connect(lambda text: self.ok.setEnabled(bool(str(text).strip())))
        self.body.addWidget(self.line)
        self.body.addWidget(LimitNotice(self.line, length_of(Release, "name", t)))
        self.body.addStretch(1)
        self.add_cancel()
        self.setMinimumWidth(460)
        self.line.setFocus()

    def name(self) -> str:
        """Return the entered name."""
        return self.line.text().strip()
