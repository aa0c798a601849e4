"""Who attends one session or several: everyone, the share of a round, or a number of people."""

from typing import Final

from planner.fields.field import MIXED
from planner.fields.session import ATTENDANCE
from planner.model import Everyone, Number, Session, Share
from planner.ui.inspector.apply import Answer
from planner.ui.inspector.field_input import say_mixed, shared
from planner.ui.services.context import WidgetContext
from planner.ui.widgets.fields import ChoiceField

_NUMBER: Final = "#"


class AttendanceChoice(ChoiceField):
    """Offers everyone, each round, and a number, which then starts with all participants."""

    def __init__(self, context: WidgetContext, answer: Answer) -> None:
        super().__init__(context.t(ATTENDANCE.label))
        self._context, self._answer = context, answer
        self.committed.connect(self._attend)

    def show_sessions(self, sessions: tuple[Session, ...]) -> bool:
        """Show who attends, or that it differs; return whether it is a number of people everywhere."""
        plan, t = self._context.workspace.plan, self._context.t
        choices: list[tuple[object, str]] = [("", t("Everyone"))]
        choices += [(round_.id, round_.title or t("Round")) for round_ in plan.rounds]
        choices.append((_NUMBER, t("A number of people")))
        who = shared(_NUMBER if isinstance(session.attendance, Number) else session.round or "" for session in sessions)
        self.show_values(choices, who)
        say_mixed(self._context, self, mixed=who is MIXED)
        return who == _NUMBER

    def _attend(self, chosen: str) -> None:
        people = self._context.problem_cache.index(self._context.workspace.plan).participants
        number = Number(number=people) if chosen == _NUMBER else None
        self._answer(ATTENDANCE, number or (Share(round=chosen) if chosen else Everyone()))
