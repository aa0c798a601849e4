"""Commands that undo, redo, find and replace. Dialogs are imported when they are asked for."""

from typing import Final

from planner.text import mark
from planner.ui.commands.action import Action
from planner.ui.services.command_context import CommandContext


def undo(context: CommandContext) -> None:
    """Undo the last step, and say which it was."""
    words = undo_text(context)
    context.workspace.undo()
    context.view.say(words)


def redo(context: CommandContext) -> None:
    """Redo the step that was undone, and say which it was."""
    words = redo_text(context)
    context.workspace.redo()
    context.view.say(words)


def can_undo(context: CommandContext) -> bool:
    """Return whether there is a step to undo."""
    return context.files.has_plan and context.workspace.state.undo is not None


def can_redo(context: CommandContext) -> bool:
    """Return whether there is a step to redo."""
    return context.files.has_plan and context.workspace.state.redo is not None


def undo_text(context: CommandContext) -> str:
    """Return a label that names the step to undo."""
    t, step = context.t, context.workspace.state.undo if context.files.has_plan else None
    return t("Undo: {step}", step=step) if step else t("Undo")


def redo_text(context: CommandContext) -> str:
    """Return a label that names the step to redo."""
    t, step = context.t, context.workspace.state.redo if context.files.has_plan else None
    return t("Redo: {step}", step=step) if step else t("Redo")


def find(context: CommandContext) -> None:
    """Ask for words, and select the session that contains them."""
    from planner.ui.dialogs.find import FindDialog

    dialog = FindDialog(context, context.window)
    if dialog.exec() and (found := dialog.chosen()):
        session = context.plan.session_by_id[found]
        if session.day is not None:
            context.view.show_day(session.day)
        context.view.select(found)
    dialog.deleteLater()


def replace(context: CommandContext) -> None:
    """Ask for words and their replacement, and replace them as one step."""
    from planner.model.edits import replace_words
    from planner.ui.dialogs.replace import ReplaceDialog

    dialog, t = ReplaceDialog(context, context.window), context.t
    if dialog.exec():
        found, new = dialog.chosen(), dialog.replacement
        name = t("Replace “{old}” by “{new}”", old=_brief(dialog.words), new=_brief(new))
        context.workspace.apply(lambda plan: replace_words(plan, found, new), name)
        context.view.say(t.count("{number} match replaced", "{number} matches replaced", len(found)))
    dialog.deleteLater()


def _brief(words: str) -> str:
    return words if len(words) <= 24 else f"{words[:23]}…"


ACTIONS: Final = (
    Action("undo", mark("&Undo"), undo, "Ctrl+Z", "undo", can_undo, text=undo_text),
    Action("redo", mark("&Redo"), redo, "Ctrl+Y", "redo", can_redo, text=redo_text),
    Action("find", mark("&Find …"), find, "Ctrl+F", "find"),
    Action("replace", mark("Fi&nd and replace …"), replace, "Ctrl+H"),
)
