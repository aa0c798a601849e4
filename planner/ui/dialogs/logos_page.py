"""The page of logos: organisers above the printed programme, funders below it with a caption."""

import base64
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QTimer
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from planner.model import Plan, new_id
from planner.model.edits import remove_logo, set_logo
from planner.model.venue import Logo
from planner.text import Language, mark
from planner.ui.dialogs.image_files import encoded
from planner.ui.widgets.form import Form, LabelledField
from planner.ui.widgets.limit import first_limit
from planner.ui.widgets.plain_text import Label

_FIELDS = (
    LabelledField("name"),
    LabelledField(
        "group",
        kind="choice",
        choices=(("organisers", mark("Organisers")), ("funders", mark("Funders"))),
    ),
    LabelledField("words", mark("Text above the logo")),
    LabelledField("width_mm", mark("Width in millimetres"), "number", 10, 80),
)


class LogosPage(QWidget):
    """Shows logos in print order beside the fields of the selected one."""

    def __init__(self, plan: Plan, t: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._logos = list(plan.logos)
        self._form: Form | None = None
        self._shown = -1
        self.list = QListWidget()
        self.list.setAccessibleName(t("Logos"))
        self.list.setFixedWidth(220)
        self.error = Label()
        self.error.setObjectName("error")
        self.error.setWordWrap(True)
        self.error.hide()
        self._side = QVBoxLayout()
        buttons = QHBoxLayout()
        steps = (
            (t("Add a logo …"), lambda: self._choose(-1)),
            (t("Choose a picture …"), lambda: self._choose(self._shown)),
            (t("Up"), lambda: self._move(-1)),
            (t("Down"), lambda: self._move(1)),
            (t("Remove"), self._remove),
        )
        for words, run in steps:
            button = QPushButton(words)
            button.clicked.connect(lambda _=False, run=run: run())
            buttons.addWidget(button)
        buttons.addStretch(1)
        middle = QHBoxLayout()
        middle.addWidget(self.list)
        middle.addLayout(self._side, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 16, 16, 16)
        outer.addLayout(middle, 1)
        outer.addLayout(buttons)
        outer.addWidget(self.error)
        self._fill(0)
        self.list.currentRowChanged.connect(self._show)

    def apply(self, plan: Plan) -> Plan:
        """Return the plan with these logos in this order."""
        if not self._take():
            return plan
        if tuple(self._logos) == plan.logos:
            return plan
        for logo in plan.logos:
            plan = remove_logo(plan, logo.id)
        for logo in self._logos:
            plan = set_logo(plan, logo)
        return plan

    def show_entry(self, entry: str) -> None:
        """Select a logo by its id, if it still exists."""
        found = [row for row, logo in enumerate(self._logos) if logo.id == entry]
        if found:
            self.list.setCurrentRow(found[0])

    def add(self, path: Path, row: int = -1) -> None:
        """Add a file as a new logo, or as the image of an existing one; show why if it is refused."""
        if not self._take():
            return
        try:
            image = encoded(path)
        except ValueError as error:
            self.error.setText(self._t(str(error), file=path.name))
            self.error.show()
            return
        self.error.hide()
        if row >= 0:
            self._logos[row] = self._logos[row].changed(image=image)
        else:
            self._logos.append(Logo(id=new_id(), name=path.stem[:300], image=image))
        self._fill(row if row >= 0 else len(self._logos) - 1)

    def _choose(self, row: int) -> None:
        t = self._t
        name, _ = QFileDialog.getOpenFileName(self, t("Logos"), "", t("Pictures") + " (*.png *.jpg *.jpeg)")
        if name:
            self.add(Path(name), row)

    def _move(self, by: int) -> None:
        if not self._take():
            return
        here, there = self._shown, self._shown + by
        if here >= 0 and 0 <= there < len(self._logos):
            self._logos[here], self._logos[there] = self._logos[there], self._logos[here]
            self._fill(there)

    def _remove(self) -> None:
        if self._shown >= 0:
            del self._logos[self._shown]
            self._shown = -1
            self._fill(0)

    def _take(self) -> bool:
        """Store the entered texts in their logo, unless one is too long."""
        if self._form is not None and self._shown >= 0:
            if first_limit(self._form) is not None:
                return False
            self._logos[self._shown] = self._logos[self._shown].changed(**self._form.changes())
        return True

    def _fill(self, row: int) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for logo in self._logos:
            picture = QPixmap()
            picture.loadFromData(base64.b64decode(logo.image))
            self.list.addItem(QListWidgetItem(QIcon(picture), logo.name))
        self.list.setCurrentRow(min(row, len(self._logos) - 1))
        self.list.blockSignals(False)
        self._shown = -1
        self._show(self.list.currentRow())

    def _restore_selection(self) -> None:
        """Select the shown logo in the list again."""
        self.list.blockSignals(True)
        self.list.setCurrentRow(self._shown, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.list.blockSignals(False)

    def _show(self, row: int) -> None:
        if not self._take():
            QTimer.singleShot(0, self, self._restore_selection)  # Qt has not yet selected the other one
            return
        if self._form is not None:
            self._side.removeWidget(self._form)
            self._form.hide()
            self._form.deleteLater()
        self._form = (
            Form(_FIELDS, self._logos[row], self._t, name="logo", entry=self._logos[row].id) if row >= 0 else None
        )
        self._shown = row
        if self._form is not None:
            self._side.addWidget(self._form)
            self._form.show()
