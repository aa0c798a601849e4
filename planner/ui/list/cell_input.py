"""Turns what was entered into a cell into one undoable step, with a sentence on its consequence or on why it failed."""

from collections.abc import Callable
from typing import Final

from planner.fields.field import EditRequest, Refusal
from planner.fields.step import ProposedStep, proposed_step, sessions_named
from planner.model import Plan, Session, new_id
from planner.model.edits import add_session
from planner.text import mark
from planner.text.consequence import consequence, short_name
from planner.text.list_words import ListContext
from planner.ui.list.columns import ListColumn
from planner.ui.services.context import WidgetContext

_ON_BOARD: Final = {"day", "start", "end", "length", "room"}
"""Columns whose changes are described by their consequence on the board."""


class CellInput:
    """Applies cell input, to all selected sessions if the edited row is one of them and the column allows it."""

    def __init__(self, context: WidgetContext, seen: Callable[[], ListContext]) -> None:
        self._context, self._seen = context, seen

    def propose(self, session_id: str, column: ListColumn, value: object) -> ProposedStep | str:
        """Try an input; an empty id means a new session. Return the changed plan, or a sentence that says why not."""
        context, t = self._context, self._context.t
        plan, chosen = context.workspace.plan, context.view.selection
        if column.field is None or not (session_id or value):
            return ""
        if session_id and session_id not in plan.session_by_id:
            return t("“{text}” was not applied: its row no longer exists.", text=str(value)[:60])
        ids, words = (session_id,), ""
        if not session_id:
            new = draft(plan, new_id())
            ids, plan, words = (new.id,), add_session(plan, new), mark("Add {session}")
        elif session_id in chosen:
            others = (other for other in chosen if other != session_id and other in plan.session_by_id)
            ids = (session_id, *others)
        request = EditRequest(plan, ids, t, context.view.day, context.view.flow)
        step = proposed_step(column.field, request, value, words)
        return step.sentence if isinstance(step, Refusal) else step

    def refusal(self, session_id: str, column: ListColumn, value: object) -> str:
        """Return a sentence that says why an input is refused; empty if it is accepted."""
        proposed = self.propose(session_id, column, value)
        return proposed if isinstance(proposed, str) else ""

    def commit(self, session_id: str, column: ListColumn, value: object) -> ProposedStep | str:
        """Apply an input as one undoable step, and show its consequence in the status line."""
        proposed = self.propose(session_id, column, value)
        if isinstance(proposed, str):
            return proposed
        context = self._context
        before = context.workspace.plan
        if context.workspace.apply(lambda _: proposed.plan, proposed.name):
            if not session_id:
                context.view.select(*proposed.ids)
            context.view.say(self._told(before, column, proposed))
        return proposed

    def _told(self, before: Plan, column: ListColumn, taken: ProposedStep) -> str:
        context, t = self._context, self._context.t
        after = context.workspace.plan
        lead = after.session_by_id[taken.ids[0]]
        if not lead.scheduled and column.id in {"day", "start"}:
            return f"{sessions_named(after, taken.ids, t)}: {t('unscheduled')}"
        if column.id in _ON_BOARD and len(taken.ids) == 1 and lead.scheduled:
            return consequence(before, after, lead.id, t)
        what = short_name(after, lead, t) if len(taken.ids) == 1 else sessions_named(after, taken.ids, t)
        seen, says = self._seen(), column.whole or column.say
        every = {says(seen, after.session_by_id[session_id]) or t("empty") for session_id in taken.ids}
        said = every.pop() if len(every) == 1 else t("different")
        return t("{session}: {column} {value}", session=what, column=t(column.title), value=said)


def draft(plan: Plan, session_id: str) -> Session:
    """Return the unscheduled session that the last row starts with: a talk, or the plan's first kind."""
    kind = plan.kind_by_id.get("talk", plan.kinds[0])
    return Session(id=session_id, kind=kind.id, minutes=kind.minutes)
