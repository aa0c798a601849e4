"""Commands that make one plan of another. Dialogs are imported when they are asked for."""

from planner.storage import ReadError, read
from planner.ui.services.command_context import Desk


def next_year(desk: Desk) -> None:
    """Ask for last year's plan and begin with a new one made from it; the old file is only read."""
    from planner.model.derive.next_year import still_named
    from planner.ui.dialogs.next_year import NextYear

    t = desk.context.t
    path = desk.questions.open_path()
    if path is None:
        return
    try:
        old = read(path).document.plan
    except ReadError as error:
        desk.questions.tell(t(error.sentence, **error.facts))
        return
    dialog = NextYear(desk.context, old, desk.context.findings.today(), desk.window)
    if dialog.exec():
        document = dialog.document()
        if desk.files.start(document):
            words = t("Made from {file}, which stays as it is.", file=path.name)
            names = still_named(old, document.plan)
            if names:
                words += " " + t("These names still stand in texts: {names}.", names=", ".join(names))
            desk.window.news.say(words)
    dialog.deleteLater()
