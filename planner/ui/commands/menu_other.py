"""Commands on rooms, participants and papers, and help."""

from typing import Final

from planner.text import mark
from planner.ui.commands import people as people_commands
from planner.ui.commands import plan as commands
from planner.ui.commands import rooms as room_commands
from planner.ui.commands import versions as safety
from planner.ui.commands.action import Action, always

ACTIONS: Final = (
    Action("rooms", mark("&Rooms and seating …"), room_commands.rooms, "", "room"),
    Action("paste-rooms", mark("&Paste the venue’s table …"), room_commands.paste_rooms, "", "table"),
    Action("swap-rooms", mark("E&xchange rooms …"), room_commands.swap_rooms, enabled=room_commands.has_rooms),
    Action("numbers", mark("&Numbers and places …"), commands.numbers, "", "people"),
    Action("hours", mark("&When people are there …"), people_commands.hours, enabled=people_commands.has_people),
    Action(
        "forget-person", mark("&Delete a person for good …"), people_commands.forget, enabled=people_commands.may_forget
    ),
    Action("release", mark("&Hold this state …"), commands.release, "", "release"),
    Action("keys", mark("&Keys"), commands.keys, "F1", enabled=always),
    Action("legend", mark("&Legend"), commands.legend),
    Action("report", mark("Copy the &report"), safety.copy_report, enabled=always),
    Action("about", mark("&About Tagungsplaner"), commands.about, enabled=always),
)

MENUS: Final = (
    (mark("&Rooms"), ("rooms", "paste-rooms", "swap-rooms")),
    (mark("&Participants"), ("numbers", "hours", "", "forget-person")),
    (mark("Pri&nt and export"), ("papers", "", "*exports", "", "release")),
    (mark("&Help"), ("keys", "legend", "report", "about")),
)
