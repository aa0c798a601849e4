"""All keys on one page."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from planner.text import mark
from planner.ui.actions import ACTIONS
from planner.ui.context import Context
from planner.ui.dialogs.frame import Frame

BOARD_KEYS = (
    ("Alt+↑ ↓ ← →", mark("Move the session by a grid step, or to another room")),
    ("Ctrl+Shift+↑ ↓", mark("Move the session by one minute")),
    ("Shift+Alt+↑ ↓", mark("Make the session shorter or longer")),
    ("Esc", mark("Call a drag off")),
    ("Alt", mark("Hold while dragging: no snapping")),
)


class Keys(Frame):
    """Lists what each key does."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        t = context.t
        super().__init__(t("Keys"), t("Close"), t, parent)
        native = QKeySequence.SequenceFormat.NativeText
        rows = [
            (QKeySequence(each.shortcut).toString(native), t(each.label).replace("&", "").removesuffix(" …"))
            for each in ACTIONS
            if each.shortcut
        ]
        rows += [(keys.replace("Ctrl", t("Ctrl")).replace("Shift", t("Shift")), t(words)) for keys, words in BOARD_KEYS]
        table = QTableWidget(len(rows), 2)
        table.setHorizontalHeaderLabels([t("Key"), t("What it does")])
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.horizontalHeader().resizeSection(0, 150)
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setAccessibleName(t("Keys"))
        for place, row in enumerate(rows):
            for column, words in enumerate(row):
                table.setItem(place, column, QTableWidgetItem(words))
        self.body.addWidget(table)
        self.resize(560, 560)
