"""The bar at the bottom: the selection, a hint about the current action, and whether the plan is saved."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from planner.model import Plan, Session
from planner.text import Language, clock, clock_range, kind_name, room_name, subject_name
from planner.ui.services.context import WidgetContext
from planner.ui.services.plan_file import PlanFile
from planner.ui.widgets.plain_text import Label, tip
from planner.workspace import State

_WIDEST: Final = 320
"""Largest width of the selection, in pixels; the hint gets the rest."""


def selection_words(plan: Plan, ids: tuple[str, ...], t: Language) -> str:
    """Describe a selection: kind, time and rooms of one thing; number and total length of several sessions."""
    if len(ids) > 1:
        sessions = [plan.session_by_id[subject] for subject in ids if subject in plan.session_by_id]
        if len(sessions) == len(ids):
            number = t.count("{number} session", "{number} sessions", len(ids))
            return f"{number}, {hours(sum(session.minutes for session in sessions), t)}"
        return t.count("{number} selected", "{number} selected", len(ids))
    for subject in ids:
        session = plan.session_by_id.get(subject)
        return _session_words(plan, session, t) if session else subject_name(plan, subject, t)
    return ""


def _session_words(plan: Plan, session: Session, t: Language) -> str:
    if session.start is None:
        when = t("unscheduled")
    elif session.minutes:
        when = clock_range(session.start, session.end)
    else:
        when = t("by {time}", time=clock(session.start)) if session.fixed else clock(session.start)
    where = [room_name(plan, place.room, t) for place in session.places]
    return f"{kind_name(plan.kind_of(session), t)}: {', '.join([when, *where])}"


def hours(minutes: int, t: Language) -> str:
    """Return a sum of minutes as "45 min", "2 h" or "2 h 15 min"."""
    whole, rest = divmod(minutes, 60)
    if not whole:
        return t("{minutes} min", minutes=rest)
    return t("{hours} h {minutes} min", hours=whole, minutes=rest) if rest else t("{hours} h", hours=whole)


class StatusBar(QFrame):
    """Shows selection and hint on the left, people, file and zoom on the right."""

    def __init__(self, context: WidgetContext, files: PlanFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self._context, self._files = context, files
        self._selection, self._hint = ElidedLabel(), ElidedLabel()
        self._hint.setObjectName("consequence")
        self._people, self._saved, self._zoom = Label(), Label(), Label()
        self._people.setToolTip(context.t("People registered (or expected, as long as there is no list) and the limit"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 3, 12, 3)
        row.setSpacing(18)
        self._selection.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._selection.setMaximumWidth(_WIDEST)
        row.addWidget(self._selection)
        row.addWidget(self._hint, 1)
        for label in (self._people, self._saved, self._zoom):
            row.addWidget(label)
        context.view.selection_changed.connect(self._show_selection)
        context.view.hint_changed.connect(self._hint.say)
        files.stored.connect(self._show_file)

    def show_state(self, before: State | None, after: State) -> None:
        """Show how many places are taken and whether everything is saved."""
        if before is None or before.plan is not after.plan:
            self._show_people(after.plan)
            self._show_selection()
        self._show_file()

    def _show_people(self, plan: Plan) -> None:
        t = self._context.t
        people = self._context.problem_cache.index(plan).participants
        cap = plan.settings.cap
        self._people.setText(t("{people} of {cap} places taken", people=people, cap=cap))
        self._people.setObjectName("error" if people > cap else "")
        self._people.setStyleSheet(f"color: {self._context.theme.error}" if people > cap else "")

    def show_zoom(self, zoom: float | None) -> None:
        """Show the zoom as a percentage; None hides it."""
        self._zoom.setVisible(zoom is not None)
        if zoom is not None:
            self._zoom.setText(f"{round(zoom * 100)} %")

    def _show_selection(self) -> None:
        plan = self._context.workspace.plan
        words = selection_words(plan, self._context.view.selection, self._context.t)
        self._selection.say(words)
        self._selection.setVisible(bool(words))

    def _show_file(self) -> None:
        t, files = self._context.t, self._files
        if files.dirty:
            words = t("not saved")
        elif files.saved_at is not None:
            words = t("saved {time}", time=files.saved_at.strftime("%H:%M"))
        else:
            words = t("saved")
        self._saved.setText(words)


class ElidedLabel(Label):
    """A line that elides instead of widening the window."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def say(self, words: str) -> None:
        """Set the text."""
        self.setText(words)
        self._tell_rest()

    def shown(self) -> str:
        """Return the text, elided where it does not fit."""
        room = self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def minimumSizeHint(self) -> QSize:
        """Return no least width, so that a long text never widens the window."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show an elided text in full as a tool tip."""
        super().resizeEvent(event)
        self._tell_rest()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the elided text."""
        with QPainter(self) as painter:
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            self.style().drawItemText(
                painter,
                self.contentsRect(),
                flags,
                self.palette(),
                self.isEnabled(),
                self.shown(),
                self.foregroundRole(),
            )

    def _tell_rest(self) -> None:
        self.setToolTip(tip("" if self.shown() == self.text() else self.text()))
