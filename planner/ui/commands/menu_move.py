"""Commands that move sessions, change their lengths and their order, and shift the rest of a day."""

from typing import Final

from planner.text import mark
from planner.ui.commands import move as moves
from planner.ui.commands import order
from planner.ui.commands import rest_of_day as rest
from planner.ui.commands import session as sessions
from planner.ui.commands.action import Action

_TIME: Final = (
    ("move-earlier", mark("&Earlier by a grid step"), moves.earlier, "Alt+Up"),
    ("move-later", mark("&Later by a grid step"), moves.later, "Alt+Down"),
    ("minute-earlier", mark("Earlier by &one minute"), moves.minute_earlier, "Ctrl+Shift+Up"),
    ("minute-later", mark("Later by one &minute"), moves.minute_later, "Ctrl+Shift+Down"),
    ("room-left", mark("To the room on the le&ft"), moves.room_left, "Alt+Left"),
    ("room-right", mark("To the room on the &right"), moves.room_right, "Alt+Right"),
)
_LENGTH: Final = (
    ("shorter", mark("&Shorter: end earlier"), moves.shorter, "Alt+Shift+Up"),
    ("longer", mark("&Longer: end later"), moves.longer, "Alt+Shift+Down"),
    ("start-earlier", mark("Longer: start &earlier"), moves.start_earlier, "Alt+Shift+Left"),
    ("start-later", mark("Shorter: start l&ater"), moves.start_later, "Alt+Shift+Right"),
    ("border-earlier", mark("&Border to the next one earlier"), moves.border_earlier, "Alt+Shift+PgUp"),
    ("border-later", mark("Border to the &next one later"), moves.border_later, "Alt+Shift+PgDown"),
)

ACTIONS: Final = (
    *(
        Action(key, label, run, shortcut, enabled=sessions.has_scheduled, in_views=True)
        for key, label, run, shortcut in (*_TIME, *_LENGTH)
    ),
    Action(
        "swap-previous",
        mark("Swap with the one &before"),
        order.swap_with_previous,
        "Alt+PgUp",
        enabled=order.has_one_scheduled,
        in_views=True,
    ),
    Action(
        "swap-next",
        mark("Swap with the one &after"),
        order.swap_with_next,
        "Alt+PgDown",
        enabled=order.has_one_scheduled,
        in_views=True,
    ),
    Action("swap-both", mark("S&wap both"), order.swap_both, "Alt+X", enabled=order.has_two, in_views=True),
    Action("next-gap", mark("To the next &gap"), order.to_next_gap, "G", enabled=order.can_move_to_gap, in_views=True),
    Action(
        "merge",
        mark("Merge wit&h the next one"),
        order.merge,
        "M",
        enabled=order.can_merge,
        text=order.merge_text,
        in_views=True,
    ),
    Action("cover", mark("What lies under it gives &way"), order.cover, enabled=sessions.has_scheduled),
    Action(
        "buffer", mark("&Insert a buffer …"), rest.insert_buffer, "B", enabled=sessions.has_scheduled, in_views=True
    ),
    Action("must-end", mark("Must end b&y …"), rest.must_end, enabled=rest.has_day),
    Action(
        "shift-rest",
        mark("Shift the rest of the d&ay …"),
        rest.shift_rest,
        "Shift+R",
        enabled=rest.has_sessions,
        in_views=True,
    ),
    Action("next-block", mark("Next bloc&k"), moves.next_block, "Return", enabled=rest.has_day, on_board=True),
    Action(
        "previous-block",
        mark("Previous b&lock"),
        moves.previous_block,
        "Shift+Return",
        enabled=rest.has_day,
        on_board=True,
    ),
)

SUBMENUS: Final = {
    "*move": (
        mark("Mo&ve"),
        (
            *(key for key, *_ in _TIME[:4]),
            "",
            *(key for key, *_ in _TIME[4:]),
            "*room",
            "to-next-day",
            "to-previous-day",
            "",
            "swap-previous",
            "swap-next",
            "swap-both",
            "next-gap",
        ),
    ),
    "*length": (mark("Le&ngth"), tuple(key for key, *_ in _LENGTH)),
}
