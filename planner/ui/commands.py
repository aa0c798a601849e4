"""What the commands do that are not about the selected sessions. Dialogs are imported when they are asked for."""

from datetime import UTC, datetime, timedelta

from planner.model import Day, new_id
from planner.model.edits import add_day as add_day_edit
from planner.ui.desk import Desk

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
    from planner.model.samples import template

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
    """Take the last step back."""
    desk.context.workspace.undo()


def redo(desk: Desk) -> None:
    """Do the step again that was taken back."""
    desk.context.workspace.redo()


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


# What is seen


def show_board(desk: Desk) -> None:
    """Show the day board."""
    desk.window.show_view("board")


def show_list(desk: Desk) -> None:
    """Show the list; called there again, it leads back to the board."""
    desk.window.show_view("board" if shows_list(desk) else "list")


def show_papers(desk: Desk) -> None:
    """Show what will be printed; called there again, it leads back to the board."""
    desk.window.show_view("board" if shows_papers(desk) else "papers")


def shows_board(desk: Desk) -> bool:
    """Tell whether the board is seen."""
    return desk.window.view == "board"


def shows_list(desk: Desk) -> bool:
    """Tell whether the list is seen."""
    return desk.window.view == "list"


def shows_papers(desk: Desk) -> bool:
    """Tell whether the papers are seen."""
    return desk.window.view == "papers"


def toggle_left(desk: Desk) -> None:
    """Fold the blocks away, or out."""
    desk.window.fold("left", away=has_left(desk))


def toggle_right(desk: Desk) -> None:
    """Fold the details away, or out."""
    desk.window.fold("right", away=has_right(desk))


def has_left(desk: Desk) -> bool:
    """Tell whether the blocks are seen."""
    return not desk.window.folded("left")


def has_right(desk: Desk) -> bool:
    """Tell whether the details are seen."""
    return not desk.window.folded("right")


def can_zoom(desk: Desk) -> bool:
    """Tell whether what is seen can be made larger."""
    return desk.files.has_plan and desk.window.can_zoom


def zoom_in(desk: Desk) -> None:
    """Show everything larger."""
    desk.window.zoom_requested.emit(1.15)


def zoom_out(desk: Desk) -> None:
    """Show everything smaller."""
    desk.window.zoom_requested.emit(1 / 1.15)


def zoom_reset(desk: Desk) -> None:
    """Show everything as large as at first."""
    desk.window.zoom_requested.emit(0.0)


def toggle_flow(desk: Desk) -> None:
    """Let what follows move along, or not."""
    desk.context.view.set_flow(not desk.context.view.flow)


def flows(desk: Desk) -> bool:
    """Tell whether what follows moves along."""
    return desk.context.view.flow


# Days


def next_day(desk: Desk) -> None:
    """Show the next day."""
    _show_day(desk, 1)


def previous_day(desk: Desk) -> None:
    """Show the day before."""
    _show_day(desk, -1)


def has_next_day(desk: Desk) -> bool:
    """Tell whether there is a day behind the one that is seen."""
    return _day_beside(desk, 1) is not None


def has_previous_day(desk: Desk) -> bool:
    """Tell whether there is a day before the one that is seen."""
    return _day_beside(desk, -1) is not None


def add_day(desk: Desk) -> None:
    """Add a day behind the last one, with the same hours, and show it."""
    days = desk.plan.days
    last = days[-1] if days else None
    date = last.date + timedelta(days=1) if last else datetime.now(UTC).date()
    day = Day(id=new_id(), date=date, start=last.start if last else 9 * 60, end=last.end if last else 17 * 60)
    if desk.context.workspace.apply(lambda plan: add_day_edit(plan, day), desk.context.t("Add a day")):
        desk.context.view.show_day(day.id)


def _show_day(desk: Desk, step: int) -> None:
    if day := _day_beside(desk, step):
        desk.context.view.show_day(day)


def _day_beside(desk: Desk, step: int) -> str | None:
    order = [day.id for day in desk.plan.days]
    if not desk.files.has_plan or desk.context.view.day not in order:
        return None
    place = order.index(desk.context.view.day) + step
    return order[place] if 0 <= place < len(order) else None


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


def rooms(desk: Desk) -> None:
    """Show the rooms and their places."""
    from planner.ui.dialogs.rooms import RoomsDialog

    dialog = RoomsDialog(desk.context, desk.window)
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


def about(desk: Desk) -> None:
    """Show version and licences."""
    from planner.ui.dialogs.about import About

    dialog = About(desk.context, desk.window)
    dialog.exec()
    dialog.deleteLater()
