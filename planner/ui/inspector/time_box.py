"""Start, length and end of the selected session, its day, and whether its time is fixed."""

from typing import Any

from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from planner.model import Plan, Session
from planner.model.edits import fix_time, move_session, resize_session, to_tray
from planner.model.time import DAY, minutes_until, wall_end
from planner.text import clock, date_short, mark, parse_clock, parse_duration
from planner.ui.inspector.apply import Apply
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
        self._start.committed.connect(self._move)
        self._minutes.committed.connect(self._resize)
        self._end.committed.connect(self._end_at)
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

    def _flows(self) -> dict[str, Any]:
        return {"flow": self._context.view.flow}

    def _move(self, text: str) -> None:
        start, day = parse_clock(text), (self._session and self._session.day) or self._context.view.day
        if start is None or not day or self._session is None:
            self._refuse(self._context.t("“{text}” is not a time. Write it like 9:30.", text=text[:60]))
            return
        if (self._session.start or 0) >= DAY:
            start += DAY
        self._apply(
            lambda plan, session: move_session(plan, session, day, start, **self._flows()), mark("Move {session}")
        )

    def _resize(self, text: str) -> None:
        minutes = parse_duration(text)
        if not minutes:
            self._refuse(self._context.t("“{text}” is not a length. Write it like 45 or 1:30.", text=text[:60]))
            return
        self._apply(
            lambda plan, session: resize_session(plan, session, minutes, **self._flows()), mark("Resize {session}")
        )

    def _end_at(self, text: str) -> None:
        end, session = parse_clock(text), self._session
        if end is None or session is None or session.start is None:
            self._refuse(self._context.t("“{text}” is not a time. Write it like 9:30.", text=text[:60]))
            return
        plan = self._context.workspace.plan
        minutes = minutes_until(plan.zone, plan.day_by_id[session.day or ""].date, session.start, end)
        if not minutes:
            self._refuse(self._context.t("A session lasts at least one minute."))
            return
        self._apply(
            lambda plan, session: resize_session(plan, session, minutes, **self._flows()), mark("Resize {session}")
        )

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
