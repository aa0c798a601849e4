"""Start, length and end of the selected session, its day, and whether its time is fixed."""

from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from planner.model import Plan, Session
from planner.model.edits import fix_time, move_session, to_tray
from planner.model.time import wall_end
from planner.text import clock, date_short, mark
from planner.ui.inspector.apply import Apply
from planner.ui.list import edits
from planner.ui.list.edits import CellEdit, EditRequest
from planner.ui.services.context import WidgetContext
from planner.ui.widgets.field_identity import identify
from planner.ui.widgets.fields import ChoiceField, LineField, labelled


class TimeBox(QWidget):
    """Keeps start, length and end consistent: a new start moves the session, a new length or end resizes it."""

    def __init__(self, context: WidgetContext, apply: Apply, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        t = context.t
        self._context, self._apply = context, apply
        self._session: Session | None = None
        self._start, self._minutes, self._end = (
            LineField(t("Start")),
            LineField(t("Length")),
            LineField(t("End")),
        )
        for name, field in (("start", self._start), ("length", self._minutes), ("end", self._end)):
            identify(field, name)
        self._day = ChoiceField(t("Day"))
        self._fixed = QCheckBox(t("Time fixed"))
        self._fixed.setToolTip(t("A fixed time stays where it is when sessions before it move"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.addWidget(labelled(t("Start"), self._start), 0, 0)
        grid.addWidget(labelled(t("Length"), self._minutes), 0, 1)
        grid.addWidget(labelled(t("End"), self._end), 0, 2)
        grid.addWidget(self._day, 1, 0, 1, 2)
        grid.addWidget(self._fixed, 1, 2)
        for field in (self._start, self._minutes, self._end):
            field.textEdited.connect(lambda: context.view.say(""))  # clear the earlier refusal
        self._start.committed.connect(lambda text: self._type(edits.start, text))
        self._minutes.committed.connect(lambda text: self._type(edits.length, text))
        self._end.committed.connect(lambda text: self._type(edits.end, text))
        self._day.committed.connect(self._to_day)
        self._fixed.clicked.connect(self._fix)

    def show_session(self, session: Session) -> None:
        """Show the times of a session."""
        plan, t = self._context.workspace.plan, self._context.t
        self._session = session
        self._start.show_value("" if session.start is None else clock(session.start))
        self._minutes.show_value(f"{session.minutes} min")
        self._end.show_value(clock(self._ends(plan, session)) if session.scheduled else "")
        self._end.setEnabled(session.scheduled)
        days: list[tuple[object, str]] = [("", t("Unscheduled"))]
        days += [(day.id, date_short(day.date, t)) for day in plan.days]
        self._day.show_values(days, session.day if session.scheduled else "")
        self._fixed.setChecked(session.fixed)
        self._fixed.setEnabled(session.scheduled)

    def _ends(self, plan: Plan, session: Session) -> int:
        day = plan.day_by_id[session.day or ""].date
        return wall_end(plan.zone, day, session.start or 0, session.minutes)

    def _type(self, cell: CellEdit, text: str) -> None:
        """Do what the same words do in the list."""
        if self._session is None:
            return
        view, plan = self._context.view, self._context.workspace.plan
        change = cell(EditRequest(plan, (self._session.id,), self._context.t, view.day, view.flow), text)
        if isinstance(change, str):
            self._refuse(change)
        else:
            self._apply(lambda after, _session: change.apply(after), change.words)

    def _to_day(self, day: str) -> None:
        session = self._session
        if session is None:
            return
        if not day:
            self._apply(to_tray, mark("Unschedule {session}"))
            return
        start = session.start if session.start is not None else self._context.workspace.plan.day_by_id[day].start
        self._apply(lambda plan, session: move_session(plan, session, day, start), mark("Move {session}"))
        self._context.view.show_day(day)

    def _fix(self, fixed: bool) -> None:
        words = mark("Fix the time of {session}") if fixed else mark("Unfix the time of {session}")
        self._apply(lambda plan, session: fix_time(plan, session, fixed=fixed), words)

    def _refuse(self, sentence: str) -> None:
        self._context.view.say(sentence)
        if self._session is not None:
            self.show_session(self._session)
