"""Commands on single sessions: add, name, fix, duplicate and split; each is one step with a name."""

from typing import Final

from planner.model import Plan, Session, new_id
from planner.model.edits import duplicate_session, fix_time, needed_ids, split_session
from planner.model.time import snap
from planner.text import mark
from planner.ui.commands.action import Action
from planner.ui.commands.selection import has_one, has_scheduled, has_selection
from planner.ui.commands.step import named, tell
from planner.ui.services.command_context import CommandContext
from planner.ui.window.views import BOARD


def quick_add(context: CommandContext) -> None:
    """Show the quick-add line and focus it."""
    context.window.show_sessions()
    context.plan_views.quick_line.open()


def focus_title(context: CommandContext) -> None:
    """Edit the title of the selected session: on the board if it stands there, else in the details."""
    views = context.plan_views
    if context.window.view != BOARD.name or not views.board.interaction.rename():
        context.window.fold("right", away=False)
        views.inspector.focus_title()


def can_split(context: CommandContext) -> bool:
    """Return whether one session is selected and long enough to be split on the grid."""
    return has_one(context) and 0 < _half(context, context.selected()[0]) < context.selected()[0].minutes


def is_fixed(context: CommandContext) -> bool:
    """Return whether the start of all selected sessions is fixed."""
    scheduled = [session for session in context.selected() if session.scheduled]
    return bool(scheduled) and all(session.fixed for session in scheduled)


def toggle_fixed(context: CommandContext) -> None:
    """Fix the start of the selected sessions, or let them flow again."""
    t, fixed = context.t, not is_fixed(context)
    ids = [session.id for session in context.selected() if session.scheduled]
    label = (
        t("Fix the time of {what}", what=named(context, context.selected()))
        if fixed
        else t("Unfix the time of {what}", what=named(context, context.selected()))
    )

    def edit(plan: Plan) -> Plan:
        for session in ids:
            plan = fix_time(plan, session, fixed=fixed)
        return plan

    if context.workspace.apply(edit, label):
        what = named(context, context.selected())
        words = t("{what}: time is fixed", what=what) if fixed else t("{what}: time is not fixed", what=what)
        context.view.say(words)


def duplicate(context: CommandContext) -> None:
    """Copy the selected sessions and select the copies."""
    ids = {session.id: _ids(session) for session in context.selected()}

    def edit(plan: Plan) -> Plan:
        for session, new in ids.items():
            plan = duplicate_session(plan, session, new)
        return plan

    before, copies = context.plan, [new[0] for new in ids.values()]
    if context.workspace.apply(edit, context.t("Duplicate {what}", what=named(context, context.selected()))):
        context.view.select(*copies)
        tell(context, before, copies)


def split(context: CommandContext) -> None:
    """Split the selected session into two halves, on the grid."""
    (session,) = context.selected()
    ids, minutes, t = _ids(session), _half(context, session), context.t
    what = named(context, context.selected())
    if context.workspace.apply(
        lambda plan: split_session(plan, session.id, minutes, ids), t("Split {what}", what=what)
    ):
        rest = session.minutes - minutes
        context.view.say(t("{what} split: {minutes} min and {rest} min", what=what, minutes=minutes, rest=rest))


ACTIONS: Final = (
    Action("quick-add", mark("&Quick add …"), quick_add, "Ctrl+Return", "plus"),
    Action("title", mark("Change the tit&le"), focus_title, "F2", enabled=has_one),
    Action("fix", mark("Time fi&xed"), toggle_fixed, "L", "lock", has_scheduled, is_fixed, in_views=True),
    Action("duplicate", mark("&Duplicate"), duplicate, "Ctrl+D", enabled=has_selection),
    Action("split", mark("&Split in two"), split, "S", enabled=can_split, in_views=True),
)


def _ids(session: Session) -> tuple[str, ...]:
    return tuple(new_id() for _ in range(needed_ids(session)))


def _half(context: CommandContext, session: Session) -> int:
    return snap(session.minutes // 2, context.plan.settings.grid)
