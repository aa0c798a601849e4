"""Commands on the plan as a whole. Dialogs are imported when they are asked for."""

from datetime import UTC, datetime

from planner.model import new_id
from planner.ui.services.command_context import CommandContext

# Files


def new(context: CommandContext) -> None:
    """Ask the four questions and begin with a new plan."""
    from planner.ui.dialogs.new_plan import NewPlanDialog

    dialog = NewPlanDialog(context, context.window)
    if dialog.exec():
        context.files.start(dialog.document())
    dialog.deleteLater()


def open_file(context: CommandContext) -> None:
    """Ask for a plan and open it."""
    context.files.choose()


def open_read_only(context: CommandContext) -> None:
    """Ask for a plan and open it so that its file stays as it is."""
    context.files.choose(read_only=True)


def open_example(context: CommandContext) -> None:
    """Begin with a copy of the example."""
    from planner.examples import template

    context.files.start(template("osnabrueck", plan_id=new_id()))


def save(context: CommandContext) -> None:
    """Save the plan."""
    context.files.save()


def save_as(context: CommandContext) -> None:
    """Save the plan at another place."""
    context.files.save_as()


def leave(context: CommandContext) -> None:
    """Close the window, which asks about changes."""
    context.window.close()


# What was done


def undo(context: CommandContext) -> None:
    """Take the last step back, and say which."""
    words = undo_text(context)
    context.workspace.undo()
    context.view.say(words)


def redo(context: CommandContext) -> None:
    """Do the step again that was taken back, and say which."""
    words = redo_text(context)
    context.workspace.redo()
    context.view.say(words)


def can_undo(context: CommandContext) -> bool:
    """Tell whether there is a step to take back."""
    return context.files.has_plan and context.workspace.state.undo is not None


def can_redo(context: CommandContext) -> bool:
    """Tell whether there is a step to do again."""
    return context.files.has_plan and context.workspace.state.redo is not None


def undo_text(context: CommandContext) -> str:
    """Say which step undo takes back."""
    t, step = context.t, context.workspace.state.undo
    return t("Undo: {step}", step=step) if step else t("Undo")


def redo_text(context: CommandContext) -> str:
    """Say which step redo does again."""
    t, step = context.t, context.workspace.state.redo
    return t("Redo: {step}", step=step) if step else t("Redo")


def find(context: CommandContext) -> None:
    """Ask for words, and select the session that has them."""
    from planner.ui.dialogs.find import FindDialog

    dialog = FindDialog(context, context.window)
    if dialog.exec() and (found := dialog.chosen()):
        session = context.plan.session_by_id[found]
        if session.day is not None:
            context.view.show_day(session.day)
        context.view.select(found)
    dialog.deleteLater()


def replace(context: CommandContext) -> None:
    """Ask for words and what to write instead, and replace them as one step."""
    from planner.model.edits import replace_words
    from planner.ui.dialogs.replace import ReplaceDialog

    dialog, t = ReplaceDialog(context, context.window), context.t
    if dialog.exec():
        found, new = dialog.chosen(), dialog.replacement
        name = t("Replace “{old}” by “{new}”", old=_brief(dialog.words), new=_brief(new))
        context.workspace.apply(lambda plan: replace_words(plan, found, new), name)
        context.view.say(t.count("{number} place replaced", "{number} places replaced", len(found)))
    dialog.deleteLater()


def _brief(words: str) -> str:
    return words if len(words) <= 24 else f"{words[:23]}…"


# Problems and details


def has_problems(context: CommandContext) -> bool:
    """Tell whether there is a problem to go to."""
    return context.files.has_plan and any(not each.accepted for each in context.problem_cache.problems(context.plan))


def next_problem(context: CommandContext) -> None:
    """Go to the next problem."""
    context.window.problem_requested.emit()


def focus_title(context: CommandContext) -> None:
    """Put the cursor into the title of the selected session."""
    context.window.title_requested.emit()


def plan_settings(context: CommandContext) -> None:
    """Show what holds for the whole event."""
    _settings(context, "event")


def numbers(context: CommandContext) -> None:
    """Show how many people are expected, and how many may come."""
    _settings(context, "numbers")


def _settings(context: CommandContext, page: str) -> None:
    from planner.ui.dialogs.plan_settings import PlanSettingsDialog

    dialog = PlanSettingsDialog(context, page, context.window)
    dialog.exec()
    dialog.deleteLater()


def release(context: CommandContext) -> None:
    """Ask for a name and hold the plan as it is given out."""
    from planner.ui.dialogs.release import ReleaseDialog

    dialog = ReleaseDialog(context, context.window)
    if dialog.exec():
        name = dialog.name()
        context.workspace.hold(name, datetime.now(UTC))
        context.window.news.say(context.t("Held as given out: {name}", name=name))
    dialog.deleteLater()


# Help


def keys(context: CommandContext) -> None:
    """Show all keys."""
    from planner.ui.dialogs.keys import KeysDialog

    dialog = KeysDialog(context, context.window)
    dialog.exec()
    dialog.deleteLater()


def legend(context: CommandContext) -> None:
    """Show what colours and signs mean."""
    from planner.ui.dialogs.legend import LegendDialog

    dialog = LegendDialog(context, context.window)
    dialog.exec()
    dialog.deleteLater()


def about(context: CommandContext) -> None:
    """Show version and licences."""
    from planner.ui.dialogs.about import AboutDialog

    dialog = AboutDialog(context, context.window)
    dialog.exec()
    dialog.deleteLater()
