"""Commands on people. Dialogs are imported when they are asked for."""

from typing import Final

from planner.storage import files_with_person
from planner.text import mark, subject_name
from planner.ui.commands.action import Action
from planner.ui.services.clipboard import clear_own
from planner.ui.services.command_context import CommandContext


def hours(context: CommandContext) -> None:
    """Show when people are present, starting with somebody who contributes to the selected session."""
    from planner.ui.dialogs.people_hours import PeopleHoursDialog

    people = [
        contribution.person
        for session in context.selected()
        for contribution in session.everyone()
        if contribution.person
    ]
    dialog = PeopleHoursDialog(context, next(iter(people), ""), context.window)
    dialog.exec()
    dialog.deleteLater()


def forget(context: CommandContext) -> None:
    """Ask whom to delete for good, do so, and say what remains to be done by hand."""
    from planner.model.derive.next_year import still_named
    from planner.ui.dialogs.forget_person import ForgetPersonDialog

    dialog = ForgetPersonDialog(context, context.window)
    person = dialog.person() if dialog.exec() else ""
    dialog.deleteLater()
    if not person:
        return
    workspace, t, news = context.workspace, context.t, context.window.news
    before, trouble = workspace.plan, workspace.trouble
    name = subject_name(before, person, t)
    forget = workspace.forget_person(person)
    left = context.safety.rewrite(before.id, forget, {person: before.person_by_id[person].name})
    clear_own()
    words = [t("{name} has been deleted. Save to remove the name from the plan’s file too.", name=name)]
    if names := still_named(before, workspace.plan):
        words.append(t("These names still appear in texts: {names}.", names=", ".join(names)))
    path = context.files.state.path
    if path is not None and (beside := files_with_person(path, person, name)):
        words.append(
            t(
                "These files next to the plan still contain the name; look through them and delete "
                "what you do not need: {names}.",
                names=", ".join(file.name for file in beside),
            )
        )
    kept = None if workspace.trouble is trouble else workspace.trouble
    for error in (error for error in (kept, left) if error is not None):
        context.safety.log.trouble(error.code)
        words.append(t(error.sentence, **error.facts))
    news.say(" ".join(words), (t("Save"), lambda: context.files.save() and workspace.trouble is None and news.hide()))


def may_forget(context: CommandContext) -> bool:
    """Return whether the plan has people and its file may be changed."""
    return has_people(context) and not context.files.read_only


def has_people(context: CommandContext) -> bool:
    """Return whether the plan has people."""
    return context.files.has_plan and bool(context.plan.people)


ACTIONS: Final = (
    Action("hours", mark("&When people are available …"), hours, enabled=has_people),
    Action("forget-person", mark("&Delete a person for good …"), forget, enabled=may_forget),
)
