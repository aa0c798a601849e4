"""The kinds of steps and how often each is taken; what a board, a list and a plan's commands ask for is beside it."""

from collections.abc import Callable
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QMimeData, QPoint
from PySide6.QtGui import QAction, QGuiApplication, QHelpEvent
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QWidget
from shiboken6.Shiboken import isValid

from planner.ui.commands.registry import ACTIONS
from planner.ui.inspector.inspector import Inspector
from planner.ui.palette.palette import Palette
from planner.ui.problems.panel import ProblemsPanel
from planner.ui.quick_add.line import QuickLine
from tests.proving.monkey import board_steps, list_steps
from tests.proving.monkey.hand import CTRL, NONE, RIGHT, Key
from tests.proving.monkey.plans import NAMES
from tests.proving.monkey.poke import poke_in
from tests.proving.monkey.world import World

MOST_SESSIONS: Final = 450
"""A plan that has grown beyond is left for a fresh one: each step looks at all of it."""
HTML: Final = (
    "<table><tr><td>9:00</td><td>Begrüßung</td></tr><tr><td>9:30</td><td>Impuls &amp; Gespräch</td></tr></table>",
    "<b>fett</b><img src='file:///etc/hostname'>",
    "<table><tr><td colspan=3>",
)
TEXTS: Final = (
    "9:00 Begrüßung\n9:30 Impuls\n10:30 Pause",
    "Zeit\tTitel\n09:00\tAnkommen\n10:00\tPanel",
    "nur ein Wort",
    "",
)


class Step(NamedTuple):
    """A kind of step; return in words what was done."""

    weight: int
    run: Callable[[World], str]

    @property
    def name(self) -> str:
        return self.run.__name__


def action(world: World) -> str:
    """Call a command by its keys, or by the mouse in the menu."""
    hand, chosen = world.hand, world.hand.one_of(ACTIONS)
    if chosen.shortcut and hand.often(0.7):
        hand.shortcut(chosen.shortcut)
        return f"{chosen.id} by {chosen.shortcut}"
    return f"{chosen.id} by {choose(world, chosen.id)}"


def choose(world: World, action_id: str) -> str:
    """Open the menu that has a command, submenus too, and click on it."""
    bar = world.planner.window.menuBar()
    wanted = world.planner.menus[action_id]
    for title in bar.actions():
        path = _path_to(title.menu(), wanted)
        if path is not None:
            world.hand.click(bar, bar.actionGeometry(title).center())
            for menu, entry in path:
                if isValid(menu) and menu.isVisible():
                    world.hand.click(menu, menu.actionGeometry(entry).center())
            return "the menu"
    return "nothing: it is in no menu"


def _path_to(menu: object, wanted: QAction) -> list[tuple[QMenu, QAction]] | None:
    if not isinstance(menu, QMenu):
        return None
    for entry in menu.actions():
        if entry is wanted:
            return [(menu, entry)]
        rest = _path_to(entry.menu(), wanted)
        if rest is not None:
            return [(menu, entry), *rest]
    return None


def menu_by_keys(world: World) -> str:
    """Walk through the menu bar by keys: languages, exports, the last plans and the grid are only there."""
    hand, bar = world.hand, world.planner.window.menuBar()
    title = hand.one_of(bar.actions())
    hand.click(bar, bar.actionGeometry(title).center())
    return f"menu {title.text()}: {_walk(world)}"


def _walk(world: World) -> str:
    """Go down in an open menu, sometimes into another one, and take what is there."""
    hand = world.hand
    hand.keys(*[Key.Key_Down] * hand.number(1, 14))
    words, leads_on = _entry()
    if leads_on:
        hand.key(Key.Key_Right)
        hand.keys(*[Key.Key_Down] * hand.number(0, 4))
        words, _ = _entry()
    hand.key(Key.Key_Return if hand.often(0.85) else Key.Key_Escape)
    return words


def _entry() -> tuple[str, bool]:
    """Return what the chosen entry of the open menu says, and whether it leads to another menu."""
    popup = QApplication.activePopupWidget()
    entry = popup.activeAction() if isinstance(popup, QMenu) else None
    return ("nothing", False) if entry is None else (entry.text(), isinstance(entry.menu(), QMenu))


def anything(world: World) -> str:
    """Use any widget of the window."""
    return poke_in(world.hand, world.window)


def _in(kind: type[QWidget]) -> Callable[[World], str]:
    def step(world: World) -> str:
        part = world.part(kind)
        return "nothing" if part is None or not part.isVisible() else poke_in(world.hand, part)

    step.__name__ = kind.__name__
    return step


def undo(world: World) -> str:
    """Take back many steps and do some again."""
    back, on = world.hand.number(1, 8), world.hand.number(0, 8)
    for _ in range(back):
        world.hand.key(Key.Key_Z, CTRL)
    for _ in range(on):
        world.hand.key(Key.Key_Y, CTRL)
    return f"{back} back, {on} on"


def problems(world: World) -> str:
    """Go from problem to problem."""
    times = world.hand.number(1, 14)
    world.hand.keys(*[Key.Key_F8] * times)
    if world.hand.often(0.3):
        world.hand.key(Key.Key_Return)
    return f"F8 ×{times}"


def quick(world: World) -> str:
    """Type sessions into the line for it."""
    hand = world.hand
    hand.key(Key.Key_Return, CTRL)
    line = world.part(QuickLine)
    if line is None or not line.isVisible():
        return "no line"
    for _ in range(hand.number(1, 3)):
        hand.type(hand.words())
        hand.key(hand.one_of((Key.Key_Return, Key.Key_Return, Key.Key_Tab, Key.Key_Down)))
    if hand.often(0.8):
        hand.key(Key.Key_Escape)
    return "typed"


def clipboard(world: World) -> str:
    """Copy, cut and paste, also what comes from other programs."""
    hand, clip = world.hand, QGuiApplication.clipboard()
    if hand.often(0.3):
        data = QMimeData()
        if hand.often(0.5):
            data.setHtml(hand.one_of(HTML))
        else:
            data.setText(hand.one_of(TEXTS))
        clip.setMimeData(data)
    keys = [hand.one_of((Key.Key_C, Key.Key_X, Key.Key_V, Key.Key_V)) for _ in range(hand.number(1, 4))]
    for key in keys:
        hand.key(key, CTRL)
    return " ".join(key.name for key in keys)


def view(world: World) -> str:
    """Change to another view."""
    keys = world.hand.one_of(("Ctrl+1", "Ctrl+1", "F7", "Ctrl+P", "Ctrl+PgDown", "Ctrl+PgUp", "F9", "Shift+F9"))
    world.hand.shortcut(keys)
    return keys


def zoom(world: World) -> str:
    """Make what is seen larger or smaller."""
    keys = world.hand.one_of(("Ctrl++", "Ctrl+-", "Ctrl+0"))
    for _ in range(world.hand.number(1, 4)):
        world.hand.shortcut(keys)
    return keys


def theme(world: World) -> str:
    """Let the system change its colours."""
    number = world.hand.number(0, 2)
    world.dress(number)
    return str(number)


def open_fresh(world: World) -> str:
    """Open another plan, as it was on the first day."""
    name = world.hand.one_of(NAMES)
    world.answers = [str(world.fresh(name))]
    world.hand.key(Key.Key_O, CTRL)
    world.answers = []
    return name


def save(world: World) -> str:
    """Save where the plan lies."""
    world.hand.key(Key.Key_S, CTRL)
    return str(world.planner.files.state.path and world.planner.files.state.path.name)


def window(world: World) -> str:
    """Make the window larger or smaller, minimise it and bring it back."""
    hand, shown = world.hand, world.window
    what = hand.number(0, 3)
    if what == 0:
        shown.showMinimized()
        QApplication.processEvents()
        shown.showNormal()
        shown.activateWindow()
        return "minimised and back"
    if what == 1:
        shown.resize(1440, 900)
        return "as at first"
    shown.resize(hand.number(520, 1800), hand.number(300, 1200))
    return f"{shown.width()} × {shown.height()}"


def close(world: World) -> str:
    """Close the window, which asks about changes."""
    world.window.close()
    return "closed" if not world.window.isVisible() else "kept"


def hover(world: World) -> str:
    """Rest with the mouse on something, which may say more of itself."""
    hand = world.hand
    found = [widget for widget in world.window.findChildren(QWidget) if hand.point(widget) is not None]
    widget = hand.one_of(found)
    at = hand.point(widget) or QPoint()
    hand.move(widget, at)
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, at, widget.mapToGlobal(at)))
    return type(widget).__name__


def context_menu(world: World) -> str:
    """Ask for a menu somewhere, by mouse or key, and take something in it."""
    hand = world.hand
    widget = QApplication.focusWidget()
    if hand.often(0.5) and widget is not None:
        hand.ask_menu(widget)
    else:
        found = [widget for widget in world.window.findChildren(QWidget) if not isinstance(widget, QMenuBar)]
        widget = hand.one_of([widget for widget in found if not widget.visibleRegion().isEmpty()])
        hand.click(widget, button=RIGHT)
    if not isinstance(QApplication.activePopupWidget(), QMenu):
        return f"none at {type(widget).__name__}"
    return f"at {type(widget).__name__}: {_walk(world)}"


def tab(world: World) -> str:
    """Go from field to field."""
    times = world.hand.number(1, 12)
    world.hand.keys(*[world.hand.one_of((Key.Key_Tab, Key.Key_Tab, Key.Key_Backtab))] * times)
    return f"×{times}"


def typing(world: World) -> str:
    """Type wherever the keyboard is."""
    words = world.hand.words()[:6]
    world.hand.type(words)
    world.hand.key(world.hand.one_of((Key.Key_Return, Key.Key_Escape, Key.Key_Tab, Key.Key_Delete)), NONE)
    return repr(words)


STEPS: Final = (
    Step(22, action),
    Step(6, menu_by_keys),
    Step(8, anything),
    Step(8, _in(Inspector)),
    Step(4, _in(Palette)),
    Step(5, _in(ProblemsPanel)),
    Step(6, undo),
    Step(4, problems),
    Step(3, quick),
    Step(5, clipboard),
    Step(4, view),
    Step(2, zoom),
    Step(1, theme),
    Step(2, open_fresh),
    Step(3, save),
    Step(2, window),
    Step(1, close),
    Step(4, hover),
    Step(4, context_menu),
    Step(2, tab),
    Step(3, typing),
    *(Step(weight, run) for weight, run in (*board_steps.STEPS, *list_steps.STEPS)),
)


def choose_step(world: World) -> Step:
    """Return what is done next."""
    if len(world.plan.sessions) > MOST_SESSIONS:
        return Step(0, open_fresh)
    return world.hand.chance.choices(STEPS, [step.weight for step in STEPS])[0]
