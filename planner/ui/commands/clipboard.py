"""Commands that copy, cut and paste sessions and programmes, also to and from other programs."""

from datetime import timedelta
from typing import Final, Literal

from planner.model import Document, Plan, PrintSettings, Session, new_id
from planner.model.agenda import on_day
from planner.model.edits import PasteTarget, paste_sessions, pasted_ids, remove_session
from planner.storage import BackupReason
from planner.text import clock, mark
from planner.text.consequence import consequence, short_name
from planner.ui.commands.action import Action, always
from planner.ui.commands.selection import has_selection
from planner.ui.palette.drag import next_start
from planner.ui.services.clipboard import (
    BadClip,
    PastedContent,
    came_in,
    has_programme,
    on_clipboard,
    put_sessions,
    sessions_in,
)
from planner.ui.services.command_context import CommandContext

_SOON: Final = 90
"""Days from today to the first day of a pasted programme that names no date."""


def copy(context: CommandContext) -> None:
    """Copy the selected sessions to the clipboard."""
    what = _what(context, context.plan, context.selected())
    put_sessions(context.plan, context.view.selection)
    context.view.say(context.t("Copied: {what}", what=what))


def cut(context: CommandContext) -> None:
    """Copy the selected sessions to the clipboard and remove them; what follows stays where it is."""
    sessions = context.selected()
    name = context.t("Cut {what}", what=_what(context, context.plan, sessions))
    put_sessions(context.plan, context.view.selection)

    def edit(plan: Plan) -> Plan:
        for session in sessions:
            plan = remove_session(plan, session.id)
        return plan

    context.workspace.apply(edit, name)
    context.view.say(context.t("Now on the clipboard, ready to paste; what follows stays where it is"))


def paste(context: CommandContext) -> None:
    """Paste the clipboard after the selected session, or after the last one of the day."""
    try:
        pasted = sessions_in(on_clipboard())
    except BadClip as reason:
        context.prompts.tell(context.t(str(reason)))
        return
    if pasted is not None:
        _paste(context, pasted)
    else:
        _paste_foreign(context)


def paste_programme(context: CommandContext) -> None:
    """Ask for a programme from Word, Excel or a mail, and insert it; without a plan, start one from it."""
    _ask_programme(context, PastedContent("", ""))


def landings(plan: Plan, pasted: Plan, first_day: str, start: int) -> dict[str, PasteTarget]:
    """Return where each pasted day goes: its day in the plan, and by how many minutes its sessions are shifted.

    The first day with sessions starts at the given time; the days after it keep their times. Sessions
    of days that the plan does not have go to the tray.
    """
    order = [day.id for day in plan.days]
    found = {day.id: PasteTarget(None) for day in pasted.days}
    used = [day.id for day in pasted.days if on_day(pasted, day.id)]
    place = order.index(first_day) if first_day in order else len(order)
    for theirs, mine in zip(used, order[place:], strict=False):
        found[theirs] = PasteTarget(mine)
    if used and first_day in order:
        found[used[0]] = PasteTarget(first_day, start - (on_day(pasted, used[0])[0].start or 0))
    return found


def _paste_foreign(context: CommandContext) -> None:
    """Ask what to do with content of another program; long content is read while the dialog is open."""
    from planner.importers import NotImported
    from planner.ui.dialogs.background_reading import AT_ONCE

    t = context.t
    try:
        came = came_in(on_clipboard())
        long = came.size > AT_ONCE
        found = bool(came.html) or has_programme(came.text) if long else has_programme(came.read())
    except NotImported as reason:
        context.prompts.tell(t(reason.sentence, **reason.facts))
        return
    if found:
        _ask_programme(context, came)
    else:
        context.view.say(t("There are no sessions and no table on the clipboard"))


def _paste(context: CommandContext, pasted: Plan) -> None:
    view, t, plan = context.view, context.t, context.plan
    selected = view.selection[-1] if view.selection else ""
    start = next_start(plan, view.day, selected) if view.day else 0
    where = landings(plan, pasted, view.day, start)
    ids = tuple(new_id() for _ in range(pasted_ids(pasted)))
    name = t("Paste {what}", what=_what(context, pasted, pasted.sessions))
    try:
        context.workspace.apply(lambda now: paste_sessions(now, pasted, where, ids, flow=view.flow), name)
    except ValueError:
        context.prompts.tell(t("The plan cannot hold that much: 5,000 sessions are the limit. Nothing was pasted."))
        return
    added = [session for session in context.plan.sessions if session.id not in plan.session_by_id]
    view.select(*(session.id for session in added))
    view.say(_consequence(context, plan, added))


def _ask_programme(context: CommandContext, came: PastedContent) -> None:
    from planner.ui.dialogs.programme import ProgrammeDialog

    t, has_plan = context.t, context.files.has_plan
    language: Literal["de", "en"] = "de" if t.code == "de" else "en"
    plan = context.plan if has_plan else Plan(id=new_id(), print=PrintSettings(language=language))
    soon = context.clock.today() + timedelta(days=_SOON)
    dialog = ProgrammeDialog(context, plan, came, soon, context.window)
    accepted, words = dialog.exec(), dialog.words()
    dialog.deleteLater()
    if not accepted:
        return
    try:
        after = dialog.edit()(plan)
    except ValueError:
        context.prompts.tell(t("The plan cannot hold that much: 5,000 sessions are the limit. Nothing was pasted."))
        return
    if not has_plan:
        context.files.start(Document(plan=after))
        return
    context.workspace.back_up(BackupReason.IMPORT)
    context.workspace.apply(lambda _: after, t("Insert the programme"))
    added = [session for session in after.sessions if session.id not in plan.session_by_id]
    shown = next((session.day for session in added if session.day is not None), None)
    if shown is not None:
        context.view.show_day(shown)
    context.view.select(*(session.id for session in added))
    context.window.news.say(
        t("Inserted: {what}. The previous plan is kept under File, “Earlier versions”.", what=words),
        (t("Undo"), context.workspace.undo),
    )


def _consequence(context: CommandContext, before: Plan, added: list[Session]) -> str:
    t, timed = context.t, [session for session in added if session.start is not None]
    words = t.count("{number} session pasted", "{number} sessions pasted", len(added))
    first = next((session for session in timed if session.day == context.view.day), None)
    if first is not None and all(session.day == first.day and session.start is not None for session in added):
        return t("Pasted: {what}", what=consequence(before, context.plan, first.id, t))
    if timed and first is None:
        words = t("{what} from {time}", what=words, time=clock(min(session.start or 0 for session in timed)))
    if waiting := len(added) - len(timed):
        words += t.count(", {number} of them unscheduled", ", {number} of them unscheduled", waiting)
    return words if first is None else f"{words} · {consequence(before, context.plan, first.id, t)}"


def _what(context: CommandContext, plan: Plan, sessions: tuple[Session, ...]) -> str:
    t = context.t
    if len(sessions) == 1:
        return short_name(plan, sessions[0], t)
    return t.count("{number} session", "{number} sessions", len(sessions))


ACTIONS: Final = (
    Action("cut", mark("Cu&t"), cut, "Ctrl+X", enabled=has_selection, in_views=True),
    Action("copy", mark("&Copy"), copy, "Ctrl+C", enabled=has_selection, in_views=True),
    Action("paste", mark("&Paste"), paste, "Ctrl+V", in_views=True),
    Action("programme", mark("Pro&gramme table …"), paste_programme, "", "table", always),
)
