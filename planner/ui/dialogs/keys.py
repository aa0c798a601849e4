"""Lists all shortcuts by menu, and the mouse gestures on the board."""

from collections.abc import Iterable, Iterator
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from planner.text import mark
from planner.ui.services.command_context import KeySection
from planner.ui.services.context import WidgetContext
from planner.ui.widgets.dialog_frame import Frame

HAND: Final = (
    ("↑ ↓ ← →", mark("Go to the nearest block in that direction")),
    ("Shift+↑ ↓ ← →", mark("Extend the selection to the next block in that direction")),
    ("Esc", mark("Cancel a drag; clear the selection")),
    ("Ctrl", mark("Hold while dragging: toggle moving what follows")),
    ("Alt", mark("Hold while dragging: no snapping")),
    ("Shift", mark("Hold while dragging: change the room of a session for everyone too")),
)
"""Keys on the board that are not commands: for moving around, or held during a mouse gesture."""

MOUSE: Final = (
    (mark("Click"), mark("Select; with Ctrl one more, with Shift everything up to there")),
    (mark("Click on a room"), mark("Select all in it")),
    (mark("Double click"), mark("Change the title")),
    (mark("Drag on empty space"), mark("Select everything in a frame")),
    (mark("Drag a block"), mark("Move it to another time, another room, the tab of another day, or out of the plan")),
    (mark("Drag an edge"), mark("Make it longer or shorter")),
    (
        mark("Drag a border"),
        mark("Between two neighbours: one becomes longer, the other shorter; with Shift only one of them"),
    ),
    (mark("Ctrl+wheel"), mark("Zoom")),
    (mark("Space+drag"), mark("Pan the day; the middle button does the same")),
)
"""Mouse gestures on the board."""

LIST: Final = (
    ("Tab", mark("Go to the next cell")),
    ("Enter", mark("Edit the cell; typing does the same")),
    ("Ctrl+Tab", mark("Leave the table")),
)
"""Keys in the list that are not commands."""


class KeysDialog(Frame):
    """Shows a table of all keys."""

    def __init__(self, context: WidgetContext, sections: Iterable[KeySection], parent: QWidget | None = None) -> None:
        t = context.t
        super().__init__(t("Keyboard shortcuts"), t("Close"), t, parent)
        rows = list(self._rows(sections))
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
        table.setAccessibleName(t("Keyboard shortcuts"))
        for place, (keys, words) in enumerate(rows):
            if not keys:
                table.setItem(place, 0, _heading(words))
                table.setSpan(place, 0, 1, 2)
                continue
            for column, text in enumerate((keys, words)):
                table.setItem(place, column, QTableWidgetItem(text))
        self.body.addWidget(table)
        self.resize(760, 640)

    def _rows(self, sections: Iterable[KeySection]) -> Iterator[tuple[str, str]]:
        """Yield keys and what they do; a heading has no keys."""
        t = self.t
        for title, commands in sections:
            yield "", t(title).replace("&", "")
            for shortcut, label in commands:
                keys = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
                yield keys, t(label).replace("&", "").removesuffix(" …")
        for title, rows in ((t("On the board"), HAND), (t("The mouse on the board"), MOUSE), (t("In the list"), LIST)):
            yield "", title
            for keys, words in rows:
                yield t(keys).replace("Ctrl", t("Ctrl")).replace("Shift", t("Shift")), t(words)


def _heading(words: str) -> QTableWidgetItem:
    made = QTableWidgetItem(words)
    font = made.font()
    font.setBold(True)
    made.setFont(font)
    return made
