"""Commands on all rooms. Dialogs are imported when they are asked for."""

from planner.model.edits import set_rooms
from planner.ui.services.command_context import Desk


def rooms(desk: Desk) -> None:
    """Show the rooms and all that is known of them."""
    from planner.ui.dialogs.rooms import RoomsDialog

    dialog = RoomsDialog(desk.context, desk.window)
    dialog.exec()
    dialog.deleteLater()


def paste_rooms(desk: Desk) -> None:
    """Ask for the venue's table and take it over as one step."""
    from planner.ui.dialogs.paste_rooms import PasteRooms

    t = desk.context.t
    dialog = PasteRooms(desk.plan.rooms, t, desk.window)
    if dialog.exec():
        found = dialog.rooms()
        if desk.context.workspace.apply(lambda plan: set_rooms(plan, found), t("Paste the venue’s table")):
            words = t.count("{number} room taken over", "{number} rooms taken over", dialog.understood)
            desk.context.view.say(words)
    dialog.deleteLater()


def swap_rooms(desk: Desk) -> None:
    """Exchange rooms for each other, with a preview."""
    from planner.ui.dialogs.swap_rooms import SwapRooms

    dialog = SwapRooms(desk.context, desk.window)
    dialog.exec()
    dialog.deleteLater()


def has_rooms(desk: Desk) -> bool:
    """Tell whether there are two rooms that could be exchanged."""
    return desk.files.has_plan and len(desk.plan.rooms) > 1
