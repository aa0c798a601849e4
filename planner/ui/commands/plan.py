"""Commands on the plan as a whole. Dialogs are imported when they are asked for."""

from datetime import UTC, datetime

from planner.model import new_id
from planner.ui.services.command_context import Desk

# Files


def new(desk: Desk) -> None:
    """Ask the four questions and begin with a new plan."""
    from planner.ui.dialogs.new_plan import NewPlan

    dialog = NewPlan(desk.context, desk.window)
    if dialog.exec():
        desk.files.start(dialog.document())
    dialog.deleteLater()


def open_file(desk: Desk) -> None:
    """Ask for a plan and open it."""
    desk.files.choose()


def open_read_only(desk: Desk) -> None:
    """Ask for a plan and open it so that its file stays as it is."""
    desk.files.choose(read_only=True)


def open_example(desk: Desk) -> None:
    """Begin with a copy of the example."""
    from planner.examples import template

    desk.files.start(template("osnabrueck", plan_id=new_id()))


def save(desk: Desk) -> None:
    """Save the plan."""
    desk.files.save()


def save_as(desk: Desk) -> None:
    """Save the plan at another place."""
    desk.files.save_as()


def leave(desk: Desk) -> None:
    """Close the window, which asks about changes."""
    desk.window.close()


# What was done


def undo(desk: Desk) -> None:
    """Take the last step back, and say which."""
    words = undo_text(desk)
    desk.context.workspace.undo()
    desk.context.view.say(words)


def redo(desk: Desk) -> None:
    """Do the step again that was taken back, and say which."""
    words = redo_text(desk)
    desk.context.workspace.redo()
    desk.context.view.say(words)


def can_undo(desk: Desk) -> bool:
    """Tell whether there is a step to take back."""
    return desk.files.has_plan and desk.context.workspace.state.undo is not None


def can_redo(desk: Desk) -> bool:
    """Tell whether there is a step to do again."""
    return desk.files.has_plan and desk.context.workspace.state.redo is not None


def undo_text(desk: Desk) -> str:
    """Say which step undo takes back."""
    t, step = desk.context.t, desk.context.workspace.state.undo
    return t("Undo: {step}", step=step) if step else t("Undo")


def redo_text(desk: Desk) -> str:
    """Say which step redo does again."""
    t, step = desk.context.t, desk.context.workspace.state.redo
    return t("Redo: {step}", step=step) if step else t("Redo")


def find(desk: Desk) -> None:
    """Ask for words, and select the session that has them."""
    from planner.ui.dialogs.find import Find

    dialog = Find(desk.context, desk.window)
    if dialog.exec() and (found := dialog.chosen()):
        session = desk.plan.session_by_id[found]
        if session.day is not None:
            desk.context.view.show_day(session.day)
        desk.context.view.select(found)
    dialog.deleteLater()


def replace(desk: Desk) -> None:
    """Ask for words and what to write instead, and replace them as one step."""
    from planner.model.edits import replace_words
    from planner.ui.dialogs.replace import Replace

    dialog, t = Replace(desk.context, desk.window), desk.context.t
    if dialog.exec():
        found, new = dialog.chosen(), dialog.replacement
        name = t("Replace “{old}” by “{new}”", old=_brief(dialog.words), new=_brief(new))
        desk.context.workspace.apply(lambda plan: replace_words(plan, found, new), name)
        desk.context.view.say(t.count("{number} place replaced", "{number} places replaced", len(found)))
    dialog.deleteLater()


def _brief(words: str) -> str:
    return words if len(words) <= 24 else f"{words[:23]}…"


# Problems and details


def has_problems(desk: Desk) -> bool:
    """Tell whether there is a problem to go to."""
    return desk.files.has_plan and any(not each.accepted for each in desk.context.findings.problems(desk.plan))


def next_problem(desk: Desk) -> None:
    """Go to the next problem."""
    desk.window.problem_requested.emit()


def focus_title(desk: Desk) -> None:
    """Put the cursor into the title of the selected session."""
    desk.window.title_requested.emit()


def plan_settings(desk: Desk) -> None:
    """Show what holds for the whole event."""
    _settings(desk, "event")


def numbers(desk: Desk) -> None:
    """Show how many people are expected, and how many may come."""
    _settings(desk, "numbers")


def _settings(desk: Desk, page: str) -> None:
    from planner.ui.dialogs.plan_settings import PlanSettings

    dialog = PlanSettings(desk.context, page, desk.window)
    dialog.exec()
    dialog.deleteLater()


def release(desk: Desk) -> None:
    """Ask for a name and hold the plan as it is given out."""
    from planner.ui.dialogs.release import HoldState

    dialog = HoldState(desk.context, desk.window)
    if dialog.exec():
        name = dialog.name()
        desk.context.workspace.hold(name, datetime.now(UTC))
        desk.window.news.say(desk.context.t("Held as given out: {name}", name=name))
    dialog.deleteLater()


# Help


def keys(desk: Desk) -> None:
    """Show all keys."""
    from planner.ui.dialogs.keys import Keys

    dialog = Keys(desk.context, desk.window)
    dialog.exec()
    dialog.deleteLater()


def legend(desk: Desk) -> None:
    """Show what colours and signs mean."""
    from planner.ui.dialogs.legend import Legend

    dialog = Legend(desk.context, desk.window)
    dialog.exec()
    dialog.deleteLater()


def about(desk: Desk) -> None:
    """Show version and licences."""
    from planner.ui.dialogs.about import About

    dialog = About(desk.context, desk.window)
    dialog.exec()
    dialog.deleteLater()
