"""Commands that make one plan of another. Dialogs are imported when they are asked for."""

from planner.storage import ReadError, read
from planner.ui.services.command_context import CommandContext


def next_year(context: CommandContext) -> None:
    """Ask for last year's plan and begin with a new one made from it; the old file is only read."""
    from planner.model.derive.next_year import still_named
    from planner.ui.dialogs.next_year import NextYearDialog

    t = context.t
    path = context.prompts.open_path()
    if path is None:
        return
    try:
        old = read(path).document.plan
    except ReadError as error:
        context.prompts.tell(t(error.sentence, **error.facts))
        return
    dialog = NextYearDialog(context, old, context.problem_cache.today(), context.window)
    if dialog.exec():
        document = dialog.document()
        if context.files.start(document):
            words = t("Made from {file}, which stays as it is.", file=path.name)
            names = still_named(old, document.plan)
            if names:
                words += " " + t("These names still stand in texts: {names}.", names=", ".join(names))
            context.window.news.say(words)
    dialog.deleteLater()
