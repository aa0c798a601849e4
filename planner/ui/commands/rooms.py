"""Commands on rooms. Dialogs are imported when they are asked for."""

from typing import Final

from planner.model.edits import set_rooms
from planner.text import mark
from planner.ui.commands.action import Action
from planner.ui.services.command_context import CommandContext


def rooms(context: CommandContext) -> None:
    """Show the rooms with all their details."""
    from planner.ui.dialogs.rooms import RoomsDialog

    dialog = RoomsDialog(context, context.window)
    dialog.exec()
    dialog.deleteLater()


def paste_rooms(context: CommandContext) -> None:
    """Ask for the venue's table of rooms and take it over as one step."""
    from planner.ui.dialogs.paste_rooms import PasteRoomsDialog

    t = context.t
    dialog = PasteRoomsDialog(context.plan.rooms, t, context.window)
    if dialog.exec():
        found = dialog.rooms()
        if context.workspace.apply(lambda plan: set_rooms(plan, found), t("Paste the venue’s room table")):
            words = t.count("{number} room inserted", "{number} rooms inserted", dialog.understood)
            context.view.say(words)
    dialog.deleteLater()


def swap_rooms(context: CommandContext) -> None:
    """Ask which rooms to exchange, with a preview."""
    from planner.ui.dialogs.swap_rooms import SwapRoomsDialog

    dialog = SwapRoomsDialog(context, context.window)
    dialog.exec()
    dialog.deleteLater()


def has_rooms(context: CommandContext) -> bool:
    """Return whether there are at least two rooms."""
    return context.files.has_plan and len(context.plan.rooms) > 1


ACTIONS: Final = (
    Action("rooms", mark("&Rooms and seating …"), rooms, "", "room"),
    Action("paste-rooms", mark("&Paste the venue’s room table …"), paste_rooms, "", "table"),
    Action("swap-rooms", mark("S&wap rooms …"), swap_rooms, enabled=has_rooms),
)
