"""What the program asks and says in boxes, in one place, so that everything else can be tried out without them."""

from collections.abc import Mapping
from datetime import datetime
from enum import Enum
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QDir, QStandardPaths
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QMessageBox, QWidget

from planner.model.diff import Change, Difference
from planner.storage import Recovery
from planner.text import Language
from planner.ui.plain import Box


class Answer(Enum):
    """What to do with changes that no file holds."""

    SAVE = "save"
    DISCARD = "discard"
    CANCEL = "cancel"
    RELOAD = "reload"
    COMPARE = "compare"


class Questions:
    """Boxes over one window, in its language."""

    def __init__(self, parent: QWidget, t: Language) -> None:
        self._parent = parent
        self._t = t

    def unsaved(self, name: str) -> Answer:
        """Ask what becomes of the changes of a plan."""
        t = self._t
        box = self._box(QMessageBox.Icon.Question, t("Save the changes to “{plan}”?", plan=name))
        box.setInformativeText(t("Without saving, what you changed since the last saving is lost."))
        save = box.addButton(t("Save"), QMessageBox.ButtonRole.AcceptRole)
        discard = box.addButton(t("Do not save"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(t("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(save)
        box.setEscapeButton(cancel)
        return _answer(box, save, discard)

    def changed_elsewhere(self, path: Path, *, readable: bool = True) -> Answer:
        """Ask what to do with a file that somebody changed since it was read: SAVE means as a copy, DISCARD over it."""
        t = self._t
        box = self._box(
            QMessageBox.Icon.Warning, t("“{file}” was changed by somebody else since it was opened.", file=path.name)
        )
        box.setInformativeText(
            t(
                "As a copy, both stay. Comparing shows what the other has changed, to be taken over one by one. "
                "Opened again, the plan is as the other has left it. Overwriting loses what the other has changed."
            )
        )
        elsewhere = box.addButton(t("Save as a copy …"), QMessageBox.ButtonRole.AcceptRole)
        compare = reload = None
        if readable:
            compare = box.addButton(t("Compare …"), QMessageBox.ButtonRole.AcceptRole)
            reload = box.addButton(t("Open again"), QMessageBox.ButtonRole.DestructiveRole)
        overwrite = box.addButton(t("Overwrite"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(t("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(compare or elsewhere)
        box.setEscapeButton(cancel)
        return _answer(box, elsewhere, overwrite, {Answer.COMPARE: compare, Answer.RELOAD: reload})

    def take_over(self, differences: tuple[Difference, ...], *, known: bool) -> tuple[Change, ...] | None:
        """Show what somebody else changed; returns what is to be taken over, None if nothing is to be saved."""
        from planner.ui.safety.differences import Differences

        dialog = Differences(differences, self._t, self._parent, known=known)
        accepted = dialog.exec()
        dialog.deleteLater()
        return dialog.chosen() if accepted else None

    def recover(self, found: tuple[Recovery, ...]) -> Recovery | None:
        """Ask what becomes of plans that a crashed window left; returns the one to go on with."""
        from planner.ui.safety.recovery import RecoveryQuestion

        question = RecoveryQuestion(found, self._t, self._parent)
        question.exec()
        question.deleteLater()
        return question.chosen

    def damaged(self, sentence: str, backup: datetime) -> bool:
        """Say why a file cannot be opened; tells whether its newest backup is to be opened instead."""
        t = self._t
        box = self._box(QMessageBox.Icon.Warning, sentence)
        time = f"{backup.astimezone():%d.%m.%Y %H:%M}"
        instead = box.addButton(t("Open the newest backup ({time})", time=time), QMessageBox.ButtonRole.AcceptRole)
        cancel = box.addButton(t("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(instead)
        box.setEscapeButton(cancel)
        box.exec()
        box.deleteLater()
        return box.clickedButton() == instead

    def open_path(self) -> Path | None:
        """Ask for a plan to open."""
        t = self._t
        name, _ = QFileDialog.getOpenFileName(
            self._parent, t("Open a plan"), _documents(), f"{t('Plans')} (*.plan);;{t('All files')} (*)"
        )
        return Path(name) if name else None

    def save_path(self, suggested: Path, title: str, words: str) -> Path | None:
        """Ask for a place to write to; the name gets the suggested ending if it has none."""
        ending = suggested.suffix
        place = suggested if suggested.is_absolute() else Path(_documents()) / suggested
        name, _ = QFileDialog.getSaveFileName(self._parent, title, str(place), f"{words} (*{ending})")
        if not name:
            return None
        path = Path(name)
        return path if path.suffix else path.with_suffix(ending)

    def tell(self, sentence: str, *, title: str = "") -> None:
        """Say what could not be done."""
        box = self._box(QMessageBox.Icon.Warning, title or sentence)
        if title:
            box.setInformativeText(sentence)
        box.addButton(self._t("OK"), QMessageBox.ButtonRole.AcceptRole)
        box.exec()
        box.deleteLater()

    def _box(self, symbol: QMessageBox.Icon, text: str) -> QMessageBox:
        box = Box(self._parent)
        box.setWindowTitle(self._t("Tagungsplaner"))
        box.setIcon(symbol)
        box.setText(text)
        return box


def _answer(
    box: QMessageBox,
    save: QAbstractButton,
    discard: QAbstractButton,
    others: Mapping[Answer, QAbstractButton | None] = MappingProxyType({}),
) -> Answer:
    box.exec()
    clicked = box.clickedButton()
    box.deleteLater()
    answers = {Answer.SAVE: save, Answer.DISCARD: discard, **others}
    return next((answer for answer, button in answers.items() if button == clicked), Answer.CANCEL)


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or QDir.homePath()
