"""The command that saves sessions as a pattern."""

from typing import Final

from planner.model import new_id
from planner.model.edits import pattern_of
from planner.model.pattern import MAX_PATTERN_SESSIONS
from planner.text import mark, session_name
from planner.ui.commands.action import Action
from planner.ui.services.command_context import CommandContext


def can_save(context: CommandContext) -> bool:
    """Return whether sessions of one day are selected, all with a time."""
    chosen = context.selected()
    return (
        bool(chosen) and all(session.scheduled for session in chosen) and len({session.day for session in chosen}) == 1
    )


def save(context: CommandContext) -> None:
    """Ask for a name and save the selected sessions as a pattern."""
    from planner.ui.dialogs.pattern import SavePatternDialog

    t, chosen = context.t, sorted(context.selected(), key=lambda session: session.start or 0)
    name = session_name(context.plan, chosen[0], t)
    try:
        pattern = pattern_of(context.plan, [session.id for session in chosen], new_id(), name)
    except ValueError:
        context.view.say(
            t("A pattern holds at most {number} sessions, with as many items each", number=MAX_PATTERN_SESSIONS)
        )
        return
    dialog = SavePatternDialog(
        t("Save as a pattern"),
        pattern,
        lambda name: context.pattern_library.add(pattern.changed(title=name)),
        t,
        context.window,
    )
    if dialog.exec():
        context.window.fold("left", away=False)
        context.view.say(t("Saved to your patterns: {name}", name=dialog.line.text().strip()))
    dialog.deleteLater()


ACTIONS: Final = (Action("save-pattern", mark("Save as patte&rn …"), save, enabled=can_save),)
