"""Steps in the list: its fields are opened, typed and chosen in, and left in all ways, while columns change."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from planner.ui.list.columns import COLUMNS
from planner.ui.list.view import ListView
from tests.proving.monkey.hand import CTRL, NONE, SHIFT, Hand, Key
from tests.proving.monkey.poke import drag_header, poke_in
from tests.proving.monkey.world import World


def edit(world: World) -> str:
    """Open a field in a cell, type or choose, let something happen meanwhile, and leave it."""
    listing, hand = _listing(world), world.hand
    if listing is None:
        return "no list"
    row, column = _go(hand, listing)
    hand.key(hand.one_of((Key.Key_F2, Key.Key_Return, Key.Key_Space)))
    words = hand.words()[:20]
    if QApplication.activePopupWidget() is None:
        hand.type(words)
    hand.keys(*[Key.Key_Down] * hand.number(0, 3))
    if hand.often(0.3):
        _meanwhile(hand, listing)
    hand.key(hand.one_of((Key.Key_Return, Key.Key_Return, Key.Key_Tab, Key.Key_Backtab, Key.Key_Escape)))
    return f"row {row}, {column}: {words!r}"


def type_over(world: World) -> str:
    """Type right away into the cell that has the keyboard."""
    listing, hand = _listing(world), world.hand
    if listing is None:
        return "no list"
    row, column = _go(hand, listing)
    words = hand.words()[:12]
    hand.type(words)
    hand.key(hand.one_of((Key.Key_Return, Key.Key_Tab, Key.Key_Escape)))
    return f"row {row}, {column}: {words!r}"


def columns(world: World) -> str:
    """Draw columns wider and narrower."""
    listing, hand = _listing(world), world.hand
    if listing is None:
        return "no list"
    for _ in range(hand.number(1, 3)):
        drag_header(hand, listing.table.horizontalHeader())
    return "drawn"


def filter_rows(world: World) -> str:
    """Filter the list, or let all be seen again."""
    hand = world.hand
    listing = _listing(world)
    if listing is None:
        return "no list"
    if hand.often(0.4):
        hand.key(Key.Key_F, CTRL | SHIFT)
        hand.key(Key.Key_Escape)
        return "nothing left out"
    return poke_in(hand, listing.filter)


def walk(world: World) -> str:
    """Walk through the cells, select rows."""
    listing, hand = _listing(world), world.hand
    if listing is None:
        return "no list"
    for _ in range(hand.number(1, 8)):
        key = hand.one_of((Key.Key_Down, Key.Key_Up, Key.Key_Tab, Key.Key_Right, Key.Key_End, Key.Key_PageDown))
        hand.key(key, hand.one_of((NONE, NONE, SHIFT, CTRL)))
    return "walked"


def _meanwhile(hand: Hand, listing: ListView) -> None:
    """Let something happen while a field is open."""
    what = hand.number(0, 4)
    if what == 0:
        hand.wheel(listing.table.viewport(), hand.one_of((NONE, SHIFT)))
    elif what == 1:
        listing.window().resize(hand.number(700, 1700), hand.number(400, 1100))
    elif what == 2:
        drag_header(hand, listing.table.horizontalHeader())
    elif what == 3:
        hand.key(Key.Key_Z, CTRL)
    else:
        listing.table.verticalScrollBar().setValue(hand.number(0, listing.table.verticalScrollBar().maximum()))


def _go(hand: Hand, listing: ListView) -> tuple[int, str]:
    """Click on a cell that can be seen."""
    table = listing.table
    at = hand.point(table.viewport()) or QPoint(5, 5)
    hand.click(table.viewport(), at)
    here = table.currentIndex()
    return here.row(), COLUMNS[here.column()].id if here.isValid() else ""


def _listing(world: World) -> ListView | None:
    """Return the list; it is called for if something else is seen."""
    listing = world.part(ListView)
    if listing is not None and not listing.isVisible() and world.hand.often(0.5):
        world.hand.key(Key.Key_F7)
    return listing if listing is not None and listing.isVisible() else None


STEPS: Final[tuple[tuple[int, Callable[[World], str]], ...]] = (
    (8, edit),
    (4, type_over),
    (2, columns),
    (2, filter_rows),
    (3, walk),
)
