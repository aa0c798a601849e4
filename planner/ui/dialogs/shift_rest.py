"""Asks by how much the rest of a day moves, with a preview of what that affects."""

from PySide6.QtWidgets import QWidget

from planner.model import Plan
from planner.model.agenda import on_day
from planner.model.edits import flowing_from, shift_rest
from planner.text import clock
from planner.text.consequence import consequence, short_name
from planner.ui.dialogs.preview_dialog import PreviewDialog, minute_near
from planner.ui.services.context import WidgetContext

USUAL = 15


class ShiftRestDialog(PreviewDialog):
    """Shifts what starts at or after a time on the shown day, up to the next fixed time."""

    typed_form = "shift-rest"

    def __init__(self, context: WidgetContext, minute: int, parent: QWidget | None = None) -> None:
        t = context.t
        super().__init__(context, t("Shift the rest of the day"), t("Shift it"), parent)
        self._near, self._day = minute, context.view.day
        self.start = self.add_clock(t("Sessions starting from"), minute)
        self.minutes = self.add_minutes(t("By"), USUAL)
        self.side = self.add_choice(t("Direction"), [("later", t("Later")), ("earlier", t("Earlier"))])
        self.follow()

    def edit(self, plan: Plan) -> Plan:
        """Return the plan with the rest of the day shifted."""
        return shift_rest(plan, self._day, self._minute(), self._by())

    def words(self) -> str:
        """Return how many blocks move, up to which fixed time, and what no longer fits."""
        t, minute = self.t, self._minute()
        moving = flowing_from(self.plan, self._day, minute)
        stays = [
            session for session in on_day(self.plan, self._day) if (session.start or 0) >= minute and session.fixed
        ]
        if not moving:
            if stays:
                name = short_name(self.plan, stays[0], t)
                return t("Nothing moves: {session} is fixed at {time}", session=name, time=clock(stays[0].start or 0))
            return t("Nothing starts at {time} or later", time=clock(minute))
        after = self.edit(self.plan)
        if after is self.plan:
            return t("There is no free time before {time} to move into", time=clock(moving[0].start or 0))
        words = consequence(self.plan, after, moving[0].id, t, tuple(session.id for session in moving[1:]))
        name = short_name(self.plan, stays[0], t) if stays else ""
        if name and name not in words:
            return t("{words}. {session} stays at {time}", words=words, session=name, time=clock(stays[0].start or 0))
        return words

    def step_name(self) -> str:
        """Return the step's name, by the minutes."""
        by = self._by()
        words = self.t("Shift the rest by {number} min", number=f"{by:+d}")
        return words.replace("-", "−")

    def _by(self) -> int:
        return self.minutes.value() * (1 if self.side.currentData() == "later" else -1)

    def _minute(self) -> int:
        return minute_near(self.start, self._near)
