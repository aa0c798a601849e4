"""Compares two versions of a plan, so that differences can be merged one by one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from planner.model.merge.diff import Change, Difference
from planner.text import Language
from planner.text.changes import change_name, change_sides
from planner.ui.widgets.dialog_frame import Frame
from planner.ui.widgets.plain_text import Label, tip


class CompareDialog(Frame):
    """Shows one row per difference: a checkbox to merge it, mine, theirs, and a mark on conflicts."""

    def __init__(
        self, differences: tuple[Difference, ...], t: Language, parent: QWidget | None = None, *, known: bool = True
    ) -> None:
        super().__init__(t("Changes by the other person"), t("Apply what is ticked and save"), t, parent)
        self._differences = differences
        words = t(
            "What is ticked becomes as the other person has it; everything else stays as you "
            "have it and is saved like that."
        )
        if not differences:
            words = t("The other person changed nothing that is not in your plan as well. Saving loses nothing.")
        elif not known:
            words += " " + t(
                "Because it is not known which state both of you started from, the list includes your own changes too."
            )
        label = Label(words)
        label.setWordWrap(True)
        self.body.addWidget(label)
        self.table = QTreeWidget()
        self.table.setAccessibleName(t("Changes by the other person"))
        self.table.setHeaderLabels([t("Apply"), t("Mine"), t("Theirs"), ""])
        self.table.setRootIsDecorated(False)
        self.table.setWordWrap(True)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        for difference in differences:
            self.table.addTopLevelItem(self._item(difference, ticked=known and not difference.clash))
        header = self.table.header()
        header.setStretchLastSection(False)
        for column in (0, 1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.ResizeToContents)
        self.body.addWidget(self.table, 1)
        self.add_cancel()
        self.resize(900, 460)

    def chosen(self) -> tuple[Change, ...]:
        """Return the ticked changes."""
        rows = enumerate(self._differences)
        return tuple(difference.change for row, difference in rows if _ticked(self.table.topLevelItem(row)))

    def _item(self, difference: Difference, *, ticked: bool) -> QTreeWidgetItem:
        mine, theirs = change_sides(difference.change, self.t)
        clash = self.t("changed by both") if difference.clash else ""
        item = QTreeWidgetItem([change_name(difference.change, self.t), mine, theirs, clash])
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        for column in range(4):
            item.setToolTip(column, tip(item.text(column)))
        return item


def _ticked(item: QTreeWidgetItem | None) -> bool:
    return item is not None and item.checkState(0) == Qt.CheckState.Checked
