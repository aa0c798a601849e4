"""Commands that look back: earlier versions of the plan, and the report for whoever mends the program."""

from PySide6.QtGui import QGuiApplication

from planner.text.times import moment
from planner.ui.services.command_context import CommandContext


def earlier_versions(context: CommandContext) -> None:
    """Show earlier versions, and take one back as one step."""
    from planner.ui.safety.versions_dialog import VersionsDialog

    t = context.t
    dialog = VersionsDialog(context, context.safety.backups, context.background, context.window)
    accepted, plan, backup = dialog.exec(), dialog.plan, dialog.chosen()
    dialog.deleteLater()
    if accepted and plan is not None and backup is not None:
        time = moment(backup.time.astimezone(), t)
        context.workspace.apply(lambda _: plan, t("Back to the version of {time}", time=time))
        context.window.news.say(
            t("The plan is as it was on {time}. Undo takes that back.", time=time), (t("Undo"), context.workspace.undo)
        )


def copy_report(context: CommandContext) -> None:
    """Put version, system and the last lines of the log into the clipboard."""
    QGuiApplication.clipboard().setText(context.safety.log.report())
    context.window.news.say(context.t("The report is in the clipboard. It holds no names and no texts of your plan."))
