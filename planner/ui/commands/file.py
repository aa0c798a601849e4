"""Commands on the plan's file. Dialogs are imported when they are asked for."""

from pathlib import Path
from typing import Final

from planner.model import new_id
from planner.storage import ReadError, read
from planner.text import mark
from planner.text.times import moment
from planner.ui.commands.action import Action, always
from planner.ui.services.command_context import CommandContext


def new(context: CommandContext) -> None:
    """Ask for title, date, people and rooms, and start a new plan."""
    from planner.ui.dialogs.new_plan import NewPlanDialog

    dialog = NewPlanDialog(context, context.window)
    if dialog.exec():
        context.files.start(dialog.document())
    dialog.deleteLater()


def next_year(context: CommandContext) -> None:
    """Ask for last year's plan and start a new one made from it; the old file is only read."""
    from planner.model.derive.next_year import still_named
    from planner.ui.dialogs.next_year import NextYearDialog

    t = context.t
    path = context.prompts.open_path(t("Choose last year’s plan"))
    if path is None:
        return
    try:
        old = read(path).document.plan
    except ReadError as error:
        context.prompts.tell(t(error.sentence, **error.facts))
        return
    dialog = NextYearDialog(context, old, context.clock.today(), context.window)
    if dialog.exec():
        document = dialog.document()
        if context.files.start(document):
            words = t("Created from {file}, which is not changed.", file=path.name)
            names = still_named(old, document.plan)
            if names:
                words += " " + t("These names still appear in texts: {names}.", names=", ".join(names))
            context.window.news.say(words)
    dialog.deleteLater()


def open_file(context: CommandContext) -> None:
    """Ask for a plan and open it."""
    context.files.choose()


def open_read_only(context: CommandContext) -> None:
    """Ask for a plan and open it write-protected."""
    context.files.choose(read_only=True)


def open_recent(context: CommandContext, path: Path) -> None:
    """Open a plan of the list of recent ones."""
    context.files.open(path)


def forget_recent(context: CommandContext) -> None:
    """Clear the list of recent plans."""
    context.window_settings.forget_recent()


def open_example(context: CommandContext) -> None:
    """Start with a copy of the example."""
    from planner.examples import template

    context.files.start(template("osnabrueck", plan_id=new_id()))


def save(context: CommandContext) -> None:
    """Save the plan."""
    context.files.save()


def save_as(context: CommandContext) -> None:
    """Ask for a path and save the plan there."""
    context.files.save_as()


def earlier_versions(context: CommandContext) -> None:
    """Show earlier versions, and restore one as one step."""
    from planner.ui.safety.versions_dialog import VersionsDialog

    t = context.t
    dialog = VersionsDialog(context, context.safety.backups, context.background, context.window)
    accepted, plan, backup = dialog.exec(), dialog.plan, dialog.chosen()
    dialog.deleteLater()
    if accepted and plan is not None and backup is not None:
        time = moment(backup.time.astimezone(), t)
        context.workspace.apply(lambda _: plan, t("Restore the version of {time}", time=time))
        context.window.news.say(
            t("The plan is as it was on {time}. Undo takes that back.", time=time), (t("Undo"), context.workspace.undo)
        )


def leave(context: CommandContext) -> None:
    """Close the window, which asks about unsaved changes."""
    context.window.close()


ACTIONS: Final = (
    Action("new", mark("&New …"), new, "Ctrl+N", "new", always),
    Action("next-year", mark("Ne&w from last year’s plan …"), next_year, "", "calendar", always),
    Action("open", mark("&Open …"), open_file, "Ctrl+O", "open", always),
    Action("open-read-only", mark("Open write-&protected …"), open_read_only, "", "lock", always),
    Action("example", mark("Open the &example"), open_example, "", "example", always),
    Action("save", mark("&Save"), save, "Ctrl+S", "save"),
    Action("save-as", mark("Save &as …"), save_as, "Ctrl+Shift+S"),
    Action("earlier", mark("Earlier ve&rsions …"), earlier_versions),
    Action("quit", mark("&Quit"), leave, "Ctrl+Q", "", always),
)
