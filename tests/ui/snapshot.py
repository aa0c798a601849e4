"""What a whole window shows, as words that can be compared with those of a window made anew."""

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from planner.ui.board.canvas import Canvas
from planner.ui.commands.registry import ACTIONS
from planner.ui.problems.row import ProblemRow
from planner.ui.window.planner_window import PlannerWindow
from planner.ui.window.share_bar import shares

_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.CheckStateRole,
)


def snapshot(planner: PlannerWindow) -> list[str]:
    """Return everything that the window shows, in no order of importance; hints pass and are left out."""
    window = planner.window
    found = [f"window {window.windowTitle()} {window.isWindowModified()} {window.view}"]
    for action in ACTIONS:
        made = planner.menus[action.id]
        found.append(f"action {action.id} {made.text()} {made.isEnabled()} {made.isChecked()}")
    for widget in window.findChildren(QWidget):
        if widget.isVisibleTo(window) and not _inside_problem(widget) and widget.objectName() != "consequence":
            found += [f"{type(widget).__name__} {words}" for words in _said(widget)]
    return sorted(found)


def _inside_problem(widget: QWidget) -> bool:
    """Return whether a widget is part of a problem's row, which finds its offers in its own time."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, ProblemRow):
        around = around.parentWidget()
    return around is not None


def _said(widget: QWidget) -> Iterator[str]:
    match widget:
        case ProblemRow():
            yield f"{widget.sentence} {widget.problem}"
        case Canvas():
            yield from _board(widget)
        case QAbstractItemView():
            yield f"{widget.accessibleName()} selected {sorted({at.row() for at in widget.selectedIndexes()})}"
            yield from _items(widget.model())
        case QTabBar():
            tabs = [(widget.tabText(place), widget.tabToolTip(place)) for place in range(widget.count())]
            yield f"{tabs} {widget.currentIndex()}"
        case QComboBox():
            choices = [widget.itemText(place) for place in range(widget.count())]
            yield f"{widget.accessibleName()} {choices} {widget.currentIndex()} {widget.isEnabled()}"
        case QLabel() if widget.text():
            yield widget.text()
        case QLineEdit():
            yield f"{widget.accessibleName()} {widget.text()} {widget.placeholderText()}"
        case QPlainTextEdit():
            yield f"{widget.accessibleName()} {widget.toPlainText()}"
        case QAbstractButton():
            yield f"{widget.text()} {widget.isChecked()} {widget.isEnabled()} {widget.toolTip()}"
        case _ if widget.accessibleName():
            yield f"{widget.accessibleName()} {widget.accessibleDescription()}"
        case _:
            pass  # a box around others


def _board(canvas: Canvas) -> Iterator[str]:
    plan, view = canvas.context.workspace.plan, canvas.context.view
    yield f"busy {canvas.ghost is not None} {canvas.band is not None} focus {canvas.focus}"
    if canvas.scene is None:
        return
    content, layout = canvas.scene.content, canvas.scene.layout
    yield f"day {content.day.day} {layout.columns} {layout.strips} {content.index.plan is plan}"
    yield f"shares {shares(plan, view.day)}"
    for block in layout.blocks:
        yield f"{block} {content.words[block.session]}"


def _items(model: QAbstractItemModel) -> Iterator[str]:
    for row in range(model.rowCount()):
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount()):
            yield f"{row} {column} {[model.index(row, column).data(role) for role in _ROLES]}"
