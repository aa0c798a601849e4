"""Commands on the event as a whole: its settings, exports and releases."""

from typing import Final

from planner.exporters import Exporter
from planner.model.edits import change_settings
from planner.text import mark
from planner.ui.commands.action import Action
from planner.ui.services.command_context import CommandContext


def plan_settings(context: CommandContext) -> None:
    """Show the settings of the event."""
    _settings(context, "event")


def numbers(context: CommandContext) -> None:
    """Show the settings page with expected and maximum attendance."""
    _settings(context, "numbers")


def set_grid(context: CommandContext, minutes: int) -> None:
    """Change the grid to which times snap, in minutes."""
    context.workspace.apply(lambda plan: change_settings(plan, grid=minutes), context.t("Change the grid"))


def export(context: CommandContext, exporter: Exporter) -> None:
    """Ask where to write, and export the plan in a format."""
    context.exports.ask(exporter)


def release(context: CommandContext) -> None:
    """Ask for a name and save the plan's current state as a release."""
    from planner.ui.dialogs.release import ReleaseDialog

    dialog = ReleaseDialog(context, context.window)
    if dialog.exec():
        saved = context.workspace.save_release(dialog.name())
        context.window.news.say(context.t("Release saved: {name}", name=saved.name))
    dialog.deleteLater()


ACTIONS: Final = (
    Action("settings", mark("About the e&vent …"), plan_settings, "", "settings"),
    Action("numbers", mark("&Numbers and places …"), numbers, "", "people"),
    Action("release", mark("&Save a release …"), release, "", "release"),
)


def _settings(context: CommandContext, page: str) -> None:
    from planner.ui.dialogs.plan_settings import PlanSettingsDialog

    dialog = PlanSettingsDialog(context, page, context.window)
    dialog.exec()
    dialog.deleteLater()
