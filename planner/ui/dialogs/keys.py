"""Lists all shortcuts by menu, and the mouse gestures on the board."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from planner.text import mark
from planner.ui.commands.registry import BY_ID, MENUS, SUBMENUS
from planner.ui.services.context import WidgetContext
from planner.ui.widgets.dialog_frame import Frame

HAND: Final = (
    ("↑ ↓ ← →", mark("Go to the next block in a direction")),
    ("Shift+↑ ↓ ← →", mark("Select all up to the next block in a direction")),
    ("Esc", mark("Call a drag off; let go of what is selected")),
    ("Ctrl", mark("Hold while dragging: the other flow")),
    ("Alt", mark("Hold while dragging: no snapping")),
    ("Shift", mark("Hold while dragging: change the room of a session for everyone too")),
)
"""Keys on the board that are not commands: for moving around, or held during a mouse gesture."""

MOUSE: Final = (
    (mark("Click"), mark("Select; with Ctrl one more, with Shift all up to there")),
    (mark("Click on a room"), mark("Select all in it")),
    (mark("Double click"), mark("Change the title")),
    (mark("Drag on the ground"), mark("Select all in a frame")),
    (mark("Drag a block"), mark("Move it to a time, a room, a day’s tab, or out of the plan")),
    (mark("Drag an edge"), mark("Make it longer or shorter")),
    (mark("Drag a border"), mark("Of two that follow each other: one longer, the other shorter; with Shift only one")),
    (mark("Ctrl+wheel"), mark("Zoom")),
    (mark("Space+drag"), mark("Push the day about; the middle button too")),
)
"""Mouse gestures on the board."""

LIST: Final = (
    ("Tab", mark("Go to the next cell")),
    ("Enter", mark("Change the cell; typing does so too")),
    ("Ctrl+Tab", mark("Leave the table")),
)
"""Keys in the list that are not commands."""


class KeysDialog(Frame):
    """Shows a table of all keys."""

    def __init__(self, context: WidgetContext, parent: QWidget | None = None) -> None:
        t = context.t
        super().__init__(t("Keys"), t("Close"), t, parent)
        rows = list(self._rows())
        table = QTableWidget(len(rows), 2)
        table.setHorizontalHeaderLabels([t("Key"), t("What it does")])
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.horizontalHeader().resizeSection(0, 190)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.setShowGrid(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setAccessibleName(t("Keys"))
        for place, (keys, words) in enumerate(rows):
            if not keys:
                table.setItem(place, 0, _heading(words))
                table.setSpan(place, 0, 1, 2)
                continue
            for column, text in enumerate((keys, words)):
                table.setItem(place, column, QTableWidgetItem(text))
        self.body.addWidget(table)
        self.resize(760, 640)

    def _rows(self) -> Iterator[tuple[str, str]]:
        """Yield a heading for each menu that has keys, with no key of its own, then its keys and actions."""
        t, seen = self.t, set[str]()
        for title, ids in MENUS:
            found = [BY_ID[id_] for id_ in _flat(ids) if BY_ID[id_].shortcut and id_ not in seen]
            seen |= {action.id for action in found}
            if found:
                yield "", t(title).replace("&", "")
            for action in found:
                keys = QKeySequence(action.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
                yield keys, t(action.label).replace("&", "").removesuffix(" …")
        for title, rows in ((t("On the board"), HAND), (t("The mouse on the board"), MOUSE), (t("In the list"), LIST)):
            yield "", title
            for keys, words in rows:
                yield t(keys).replace("Ctrl", t("Ctrl")).replace("Shift", t("Shift")), t(words)


def _flat(ids: tuple[str, ...]) -> Iterator[str]:
    """Yield the ids of actions in a menu and its submenus."""
    for id_ in ids:
        if id_ in SUBMENUS:
            yield from _flat(SUBMENUS[id_][1])
        elif id_ in BY_ID:
            yield id_


def _heading(words: str) -> QTableWidgetItem:
    made = QTableWidgetItem(words)
    font = made.font()
    font.setBold(True)
    made.setFont(font)
    return made
