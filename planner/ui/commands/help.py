"""Commands of the help menu. Dialogs are imported when they are asked for."""

from typing import Final

from PySide6.QtGui import QGuiApplication

from planner.text import mark
from planner.ui.commands.action import Action, always
from planner.ui.services.command_context import CommandContext


def keys(context: CommandContext) -> None:
    """Show the keyboard shortcuts."""
    from planner.ui.dialogs.keys import KeysDialog

    dialog = KeysDialog(context, context.key_sections, context.window)
    dialog.exec()
    dialog.deleteLater()


def legend(context: CommandContext) -> None:
    """Show what colours and symbols mean."""
    from planner.ui.dialogs.legend import LegendDialog

    dialog = LegendDialog(context, context.window)
    dialog.exec()
    dialog.deleteLater()


def copy_report(context: CommandContext) -> None:
    """Copy version, system and the last lines of the log to the clipboard."""
    QGuiApplication.clipboard().setText(context.safety.log.report())
    context.window.news.say(
        context.t("The report is on the clipboard. It contains no names and no texts from your plan.")
    )


def about(context: CommandContext) -> None:
    """Show version and licences."""
    from planner.ui.dialogs.about import AboutDialog

    dialog = AboutDialog(context, context.window)
    dialog.exec()
    dialog.deleteLater()


ACTIONS: Final = (
    Action("keys", mark("&Keyboard shortcuts"), keys, "F1", enabled=always),
    Action("legend", mark("&Legend"), legend),
    Action("report", mark("Copy the &report"), copy_report, enabled=always),
    Action("about", mark("&About Tagungsplaner"), about, enabled=always),
)
