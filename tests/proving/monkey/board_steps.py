"""Steps on the board: drags of all kinds, drops from outside, keys, and titles written where they stand."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF
from PySide6.QtWidgets import QWidget

from planner.ui.board.canvas import Canvas
from planner.ui.palette.drag import KIND_MIME, PATTERN_MIME, SESSION_MIME
from planner.ui.palette.entry import PaletteEntry
from planner.ui.palette.tray_list import TrayList
from planner.ui.window.day_tabs import DayTabs
from tests.proving.monkey.hand import ALT, CTRL, HELD, NONE, SHIFT, Hand, Key
from tests.proving.monkey.world import World

ARROWS: Final = (Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right)


def drag(world: World) -> str:
    """Move, resize, roll a border or draw a band; sometimes it is called off."""
    canvas, hand = _canvas(world), world.hand
    if canvas is None:
        return "no board"
    at, held = somewhere(hand, canvas), hand.one_of(HELD)
    to = at + QPoint(hand.number(-500, 500), hand.number(-350, 350))
    hand.press(canvas.viewport(), at, held)
    for share in (0.05, 0.4, 1.0):
        hand.move(canvas.viewport(), at + (to - at) * share, held)
    calls_off = hand.often(0.15)
    if calls_off:
        hand.key(Key.Key_Escape)
    elif hand.often(0.1):
        hand.key(hand.one_of((Key.Key_Z, Key.Key_S, Key.Key_A)), CTRL)  # in the middle of it
    hand.release(canvas.viewport(), to, held)
    return f"{(at.x(), at.y())} to {(to.x(), to.y())} with {held.name}{', called off' if calls_off else ''}"


def click(world: World) -> str:
    """Select one or several."""
    canvas, hand = _canvas(world), world.hand
    if canvas is None:
        return "no board"
    for _ in range(hand.number(1, 4)):
        hand.click(canvas.viewport(), somewhere(hand, canvas), hand.one_of((NONE, NONE, CTRL, SHIFT, CTRL | SHIFT)))
    return f"{len(world.planner.context.view.selection)} selected"


def keys(world: World) -> str:
    """Walk on the board and call its commands by letters."""
    canvas, hand = _canvas(world), world.hand
    if canvas is None:
        return "no board"
    hand.click(canvas.viewport(), somewhere(hand, canvas))
    for _ in range(hand.number(1, 6)):
        if hand.often(0.5):
            hand.key(hand.one_of(ARROWS), hand.one_of((NONE, SHIFT, ALT, ALT | SHIFT, CTRL | SHIFT)))
        else:
            hand.key(
                hand.one_of((Key.Key_L, Key.Key_R, Key.Key_S, Key.Key_M, Key.Key_G, Key.Key_Space, Key.Key_Return))
            )
    return "pressed"


def rename(world: World) -> str:
    """Write a title where it stands; while the field is open something else may happen."""
    canvas, hand = _canvas(world), world.hand
    if canvas is None:
        return "no board"
    if hand.often(0.5):
        hand.double_click(canvas.viewport(), somewhere(hand, canvas))
    else:
        hand.click(canvas.viewport(), somewhere(hand, canvas))
        hand.key(Key.Key_F2)
    words = hand.words()
    hand.type(words)
    if hand.often(0.2):
        hand.wheel(canvas.viewport(), hand.one_of((NONE, CTRL, SHIFT)))
    if hand.often(0.8):
        hand.key(hand.one_of((Key.Key_Return, Key.Key_Return, Key.Key_Escape, Key.Key_Tab)))
    return repr(words)


def wheel(world: World) -> str:
    """Scroll and zoom."""
    canvas, hand = _canvas(world), world.hand
    if canvas is not None:
        for _ in range(hand.number(1, 4)):
            hand.wheel(canvas.viewport(), hand.one_of((NONE, CTRL, SHIFT)))
    return "turned"


def drop(world: World) -> str:
    """Bring a kind, a pattern or what waits in the tray onto the board, or something that is none of them."""
    canvas, hand = _canvas(world), world.hand
    found = _payloads(world)
    if canvas is None or not found:
        return "no board"
    mime, payload = hand.one_of(found)
    data = QMimeData()
    data.setData(mime, QByteArray(payload.encode()))
    points = [somewhere(hand, canvas) for _ in range(hand.number(1, 3))]
    hand.drop(canvas.viewport(), data, points, hand.one_of(HELD), lets_go=hand.often(0.85))
    return f"{mime} {payload[:30]}"


def press_entry(world: World) -> str:
    """Press an entry of the palette, or draw it a little as if it were to be dragged."""
    hand = world.hand
    entries = [entry for entry in world.window.findChildren(PaletteEntry) if not entry.visibleRegion().isEmpty()]
    if not entries:
        return "none"
    entry = hand.one_of(entries)
    at = hand.point(entry)
    if at is not None and hand.often(0.3):
        hand.press(entry, at)
        hand.move(entry, at + QPoint(hand.number(-40, 40), hand.number(-40, 40)))
        hand.release(entry, at)
    else:
        hand.click(entry)
    return entry.accessibleName()[:30]


def day_tabs(world: World) -> str:
    """Show another day, or drop what is held on its tab."""
    tabs, canvas, hand = world.part(DayTabs), _canvas(world), world.hand
    if tabs is None or not tabs.isVisible():
        return "no tabs"
    if canvas is not None and hand.often(0.4):
        at = somewhere(hand, canvas)
        hand.press(canvas.viewport(), at)
        target: QWidget = hand.one_of((tabs, *world.window.findChildren(TrayList)))
        to = canvas.viewport().mapFromGlobal(target.mapToGlobal(hand.point(target) or QPoint(30, 10)))
        hand.move(canvas.viewport(), (at + to) / 2)
        hand.move(canvas.viewport(), to)
        hand.release(canvas.viewport(), to)
        return f"dropped on {type(target).__name__}"
    hand.click(tabs, QPoint(hand.number(12, 300), tabs.height() - 12))
    return "clicked"


def tray(world: World) -> str:
    """Choose in the tray, put onto the day by Enter, delete."""
    hand, trays = world.hand, [tray_list for tray_list in world.window.findChildren(TrayList) if tray_list.isVisible()]
    if not trays:
        return "no tray"
    for _ in range(hand.number(1, 3)):
        hand.click(trays[0].viewport(), held=hand.one_of((NONE, CTRL, SHIFT)))
    key = hand.one_of((Key.Key_Return, Key.Key_Delete, Key.Key_Down, Key.Key_F2))
    hand.key(key)
    return key.name


def somewhere(hand: Hand, canvas: Canvas) -> QPoint:
    """Return a point on the board: of a session mostly, at its edges too."""
    scene = canvas.scene
    boxes = sorted(scene.layout.box_of.values()) if scene is not None else []
    if not boxes or hand.often(0.15):
        return hand.point(canvas.viewport()) or QPoint(30, 30)
    box = hand.one_of(boxes)
    down = hand.one_of((1.0, box.height / 2, box.height / 2, box.height - 1))
    inside = QPointF(box.x + box.width * hand.one_of((0.1, 0.5, 0.95)), box.y + down) - canvas.offset()
    return inside.toPoint()


def _payloads(world: World) -> list[tuple[str, str]]:
    context, plan = world.planner.context, world.plan
    waiting = [session.id for session in plan.sessions if not session.scheduled]
    found = [(KIND_MIME, kind.id) for kind in plan.kinds]
    found += [(PATTERN_MIME, pattern.id) for pattern in context.pattern_library.all(context.t)]
    found += [(SESSION_MIME, session) for session in waiting]
    return [*found, (KIND_MIME, "no such kind"), ("text/plain", "words")] if found else []


def _canvas(world: World) -> Canvas | None:
    """Return the board; it is called for if something else is seen."""
    canvas = world.part(Canvas)
    if canvas is not None and not canvas.isVisible() and world.hand.often(0.5):
        world.hand.shortcut("Ctrl+1")
    return canvas if canvas is not None and canvas.isVisible() and not canvas.visibleRegion().isEmpty() else None


STEPS: Final[tuple[tuple[int, Callable[[World], str]], ...]] = (
    (14, drag),
    (6, click),
    (8, keys),
    (5, rename),
    (3, wheel),
    (6, drop),
    (3, press_entry),
    (3, day_tabs),
    (3, tray),
)
