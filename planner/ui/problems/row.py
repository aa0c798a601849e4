"""One problem as a row: severity, sentence, and buttons for its fixes."""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from planner.checks import Offer, Problem, Severity
from planner.text import offer_sentence, problem_sentence, severity_name
from planner.ui.services.context import WidgetContext
from planner.ui.widgets.link_button import LinkButton
from planner.ui.widgets.plain_text import Label, tip

SIGNS: Final = {Severity.ERROR: "×", Severity.WARNING: "!", Severity.HINT: "i"}


def severity_colour(context: WidgetContext, severity: Severity) -> QColor:
    """Return the colour of a severity in the theme."""
    theme = context.theme
    return QColor({Severity.ERROR: theme.error, Severity.WARNING: theme.warning, Severity.HINT: theme.hint}[severity])


class SeverityIcon(QWidget):
    """A filled circle with the severity's sign, named for screen readers."""

    def __init__(self, context: WidgetContext, severity: Severity, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = severity_colour(context, severity)
        self._ground = QColor(context.theme.surface)
        self._sign = SIGNS[severity]
        self.setFixedSize(QSize(22, 22))
        self.setAccessibleName(severity_name(severity, context.t))
        self.setToolTip(tip(severity_name(severity, context.t)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the circle and the sign in it."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._colour)
            painter.drawEllipse(self.rect().adjusted(1, 1, -1, -1))
            font = self.font()
            font.setBold(True)
            painter.setFont(font)
            painter.setPen(QPen(self._ground))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._sign)


class ProblemRow(QFrame):
    """Shows a problem; its buttons say what a fix does, solves and causes."""

    chosen = Signal()
    accept_asked = Signal()
    reported_again = Signal()
    mended = Signal(object)

    def __init__(self, context: WidgetContext, problem: Problem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.problem = problem
        self._context = context
        self.setObjectName("problemRow")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._offers: tuple[Offer, ...] = ()
        self._links: list[LinkButton] = []
        self._others: list[LinkButton] = []
        self.sentence = problem_sentence(context.workspace.plan, problem, context.t)
        self.setAccessibleName(f"{severity_name(problem.severity, context.t)}: {self.sentence}")
        text = Label(self.sentence)
        text.setWordWrap(True)
        text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        font = text.font()
        font.setBold(problem.severity == Severity.ERROR and not problem.accepted)
        text.setFont(font)
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(0)
        right = QVBoxLayout()
        right.setSpacing(2)
        right.addWidget(text)
        if problem.note:
            note = Label(context.t("Accepted: {note}", note=problem.note))
            note.setWordWrap(True)
            note.setObjectName("muted")
            right.addWidget(note)
        right.addLayout(self._buttons)
        right.addLayout(self._always())
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(10)
        row.addWidget(SeverityIcon(context, problem.severity), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(right, 1)

    def show_offers(self, found: tuple[Offer, ...]) -> bool:
        """Show a button for each fix; return whether anything changed."""
        plan, self._offers = self._context.workspace.plan, found
        words = [offer_sentence(plan, offer, self._context.t) for offer in found]
        if words == self.offered():
            return False
        for link in self._links:
            self._buttons.removeWidget(link)
            link.hide()
            link.deleteLater()
        self._links = [self._link(number, label) for number, label in enumerate(words)]
        return True

    def offered(self) -> list[str]:
        """Return the labels of the buttons for fixes."""
        return [link.label() for link in self._links]

    def stops(self) -> list[QWidget]:
        """Return the focusable widgets in reading order."""
        return [self, *self._links, *self._others]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the problem's subjects by Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.problem.subjects:
            self.chosen.emit()
            return
        super().keyPressEvent(event)

    def _link(self, number: int, label: str) -> LinkButton:
        link = LinkButton(self._context, label)
        link.clicked.connect(lambda: self.mended.emit(self._offers[number]))
        self._buttons.addWidget(link)
        return link

    def _always(self) -> QHBoxLayout:
        t = self._context.t
        line = QHBoxLayout()
        line.setSpacing(12)
        if self.problem.subjects:
            show = LinkButton(self._context, t("Show"))
            show.clicked.connect(self.chosen)
            line.addWidget(show)
            self._others.append(show)
        meant = LinkButton(self._context, t("Report again") if self.problem.accepted else t("Accept …"))
        meant.clicked.connect(self.reported_again if self.problem.accepted else self.accept_asked)
        line.addWidget(meant)
        self._others.append(meant)
        line.addStretch(1)
        return line
