"""Commands on the file."""

from typing import Final

from planner.text import mark
from planner.ui.commands import derive as plan_commands
from planner.ui.commands import plan as commands
from planner.ui.commands import versions as safety
from planner.ui.commands.action import Action, always

ACTIONS: Final = (
    Action("new", mark("&New …"), commands.new, "Ctrl+N", "new", always),
    Action("next-year", mark("Ne&w from last year’s plan …"), plan_commands.next_year, "", "calendar", always),
    Action("open", mark("&Open …"), commands.open_file, "Ctrl+O", "open", always),
    Action("open-read-only", mark("Open write-&protected …"), commands.open_read_only, "", "lock", always),
    Action("example", mark("Open the &example"), commands.open_example, "", "example", always),
    Action("save", mark("&Save"), commands.save, "Ctrl+S", "save"),
    Action("save-as", mark("Save &as …"), commands.save_as, "Ctrl+Shift+S"),
    Action("earlier", mark("Earlier ve&rsions …"), safety.earlier_versions),
    Action("settings", mark("About the e&vent …"), commands.plan_settings, "", "settings"),
    Action("quit", mark("&Quit"), commands.leave, "Ctrl+Q", "", always),
)

MENU: Final = (
    mark("&File"),
    (
        "new",
        "next-year",
        "open",
        "open-read-only",
        "*recent",
        "example",
        "",
        "save",
        "save-as",
        "earlier",
        "",
        "settings",
        "",
        "quit",
    ),
)
