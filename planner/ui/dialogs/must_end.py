"""Asks for a latest end: a fixed time of no length, before which sessions must have ended."""

from PySide6.QtWidgets import QWidget

from planner.model import Audience, Plan, Session, new_id
from planner.model.agenda import on_day
from planner.model.edits import add_session
from planner.model.edits.order import share_track
from planner.text import clock
from planner.text.consequence import short_name
from planner.ui.dialogs.preview_dialog import PreviewDialog, minute_near
from planner.ui.services.context import WidgetContext


class MustEndDialog(PreviewDialog):
    """Adds a latest end on the shown day; for a session that is not for everyone, in its room alone."""

    typed_form = "must-end"

    def __init__(
        self, context: WidgetContext, minute: int, session: Session | None, parent: QWidget | None = None
    ) -> None:
        t = context.t
        super().__init__(context, t("Must end by"), t("Insert"), parent)
        self._near = minute
        kinds = [kind for kind in self.plan.kinds if kind.rests and not kind.needs_room] or list(self.plan.kinds)
        kind = next((kind for kind in kinds if kind.id == "change"), kinds[0])
        mark = Session(id=new_id(), kind=kind.id, day=context.view.day, minutes=0, fixed=True, audience=Audience.TEAM)
        if session is not None and session.attendance.who == "number":
            mark = mark.changed(places=session.places, attendance=session.attendance)
        self._mark = mark
        self.time = self.add_clock(t("Must end by"), minute)
        self.line = self.add_line(t("Why"), t("Latest end"))
        self.follow()

    def edit(self, plan: Plan) -> Plan:
        """Return the plan with the mark."""
        return add_session(plan, self._at())

    def words(self) -> str:
        """Return which sessions run beyond the time."""
        t, mark = self.t, self._at()
        minute = mark.start or 0
        plan, time = self.edit(self.plan), clock(minute)
        running = [session for session in on_day(plan, mark.day or "") if (session.start or 0) < minute < session.end]
        for session in running:
            if share_track(plan, mark, session):
                name, over = short_name(plan, session, t), session.end - minute
                return t("{session} must end by {time}, {number} min too long", session=name, time=time, number=over)
        return t("What comes before must end by {time}; nothing is too long", time=time)

    def step_name(self) -> str:
        """Return the step's name, by the time."""
        return self.t("Must end by {time}", time=clock(self._at().start or 0))

    def new_ids(self) -> tuple[str, ...]:
        """Return the id of the mark."""
        return (self._mark.id,)

    def _at(self) -> Session:
        return self._mark.changed(start=minute_near(self.time, self._near), title=self.line.text())
