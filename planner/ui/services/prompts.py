"""All message boxes and file dialogs in one place, so that tests can replace them."""

from collections.abc import Mapping
from datetime import datetime
from enum import Enum
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QStandardPaths
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QMessageBox, QWidget

from planner.storage import LeftDrafts, Recovery, fingerprint
from planner.storage.file_names import with_ending
from planner.text import Language
from planner.text.times import moment
from planner.ui.widgets.plain_text import MessageBox

if TYPE_CHECKING:
    from planner.exporters import Exporter, Options
    from planner.model.merge.diff import Change, Difference


class Choice(Enum):
    """Answers to questions about unsaved changes and changed files."""

    SAVE = "save"
    DISCARD = "discard"
    CANCEL = "cancel"
    RELOAD = "reload"
    COMPARE = "compare"


class Prompts:
    """Message boxes of one window, in its language."""

    def __init__(self, parent: QWidget, t: Language) -> None:
        self._parent = parent
        self._t = t

    def unsaved(self, name: str) -> Choice:
        """Ask whether to save the changes of a plan."""
        t = self._t
        box = self._box(QMessageBox.Icon.Question, t("Save the changes to “{plan}”?", plan=name))
        box.setInformativeText(t("Without saving, your changes since the last save are lost."))
        save = box.addButton(t("Save"), QMessageBox.ButtonRole.AcceptRole)
        discard = box.addButton(t("Do not save"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(t("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(save)
        box.setEscapeButton(cancel)
        return _answer(box, save, discard)

    def gives_up(self, texts: tuple[str, ...]) -> bool:
        """Say which texts are not in the plan; return whether they may be lost."""
        t = self._t
        box = self._box(
            QMessageBox.Icon.Warning,
            t.count("{number} text is not in the plan yet.", "{number} texts are not in the plan yet.", len(texts)),
        )
        box.setInformativeText("\n".join((*texts, t("Go back to shorten or copy it; otherwise it is lost."))))
        back = box.addButton(t("Go back"), QMessageBox.ButtonRole.RejectRole)
        lose = box.addButton(t("Discard the text"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(back)
        box.setEscapeButton(back)
        return _answer(box, back, lose) is Choice.DISCARD

    def changed_elsewhere(self, path: Path, *, readable: bool = True) -> Choice:
        """Ask what to do with a file that somebody changed since it was read: SAVE means as a copy, DISCARD over it."""
        t = self._t
        box = self._box(
            QMessageBox.Icon.Warning,
            t("“{file}” has been changed by someone else since it was opened.", file=path.name),
        )
        box.setInformativeText(
            t(
                "Saving a copy keeps both. Comparing shows the other person’s changes, to be applied "
                "one by one. Opening again shows the plan as the other person left it. Overwriting "
                "loses the other person’s changes."
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
        return _answer(box, elsewhere, overwrite, {Choice.COMPARE: compare, Choice.RELOAD: reload})

    def take_over(self, differences: "tuple[Difference, ...]", *, known: bool) -> "tuple[Change, ...] | None":
        """Show what somebody else changed; return what to take over, None if nothing is to be saved."""
        from planner.ui.safety.compare_dialog import CompareDialog

        dialog = CompareDialog(differences, self._t, self._parent, known=known)
        accepted = dialog.exec()
        dialog.deleteLater()
        return dialog.chosen() if accepted else None

    def recover(self, found: tuple[Recovery, ...], left: tuple[LeftDrafts, ...]) -> Recovery | LeftDrafts | None:
        """Ask about plans and typed texts that a crashed window left; return what to continue with."""
        from planner.ui.safety.recovery_dialog import RecoveryDialog

        question = RecoveryDialog(found, left, self._t, self._parent)
        question.exec()
        question.deleteLater()
        return question.chosen

    def damaged(self, sentence: str, backup: datetime) -> bool:
        """Say why a file cannot be opened; return whether to open its newest backup instead."""
        t = self._t
        box = self._box(QMessageBox.Icon.Warning, sentence)
        time = moment(backup.astimezone(), t)
        instead = box.addButton(t("Open the newest backup ({time})", time=time), QMessageBox.ButtonRole.AcceptRole)
        cancel = box.addButton(t("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(instead)
        box.setEscapeButton(cancel)
        box.exec()
        box.deleteLater()
        return box.clickedButton() == instead

    def open_path(self, title: str = "") -> Path | None:
        """Ask for the file of a plan, in a box with a title that says what for; None if that was cancelled."""
        t = self._t
        name, _ = QFileDialog.getOpenFileName(
            self._parent, title or t("Open a plan"), _documents(), f"{t('Plans')} (*.plan);;{t('All files')} (*)"
        )
        return Path(name) if name else None

    def save_path(self, suggested: Path, title: str, words: str) -> Path | None:
        """Ask for a path to write to; the name gets the suggested ending if it has another one or none.

        The system's dialog asks before something is replaced, but it knows only the name without our ending: what
        stands under the whole name is asked about here.
        """
        ending = suggested.suffix
        place = suggested if suggested.is_absolute() else Path(_documents()) / suggested
        while True:
            name, _ = QFileDialog.getSaveFileName(self._parent, title, str(place), f"{words} (*{ending})")
            if not name:
                return None
            place = with_ending(Path(name), ending)
            if place == Path(name) or self._replaces(place):
                return place

    def _replaces(self, path: Path) -> bool:
        """Ask whether a file may be replaced, again if it changes meanwhile; True if there is none."""
        t, seen = self._t, None
        while (there := fingerprint(path)) != seen:
            seen = there
            box = self._box(QMessageBox.Icon.Warning, t("“{file}” already exists. Replace it?", file=path.name))
            box.setInformativeText(t("What it holds now is lost unless there is a copy elsewhere."))
            replace = box.addButton(t("Replace"), QMessageBox.ButtonRole.DestructiveRole)
            cancel = box.addButton(t("Cancel"), QMessageBox.ButtonRole.RejectRole)
            box.setDefaultButton(cancel)
            box.setEscapeButton(cancel)
            if _answer(box, replace, cancel) is not Choice.SAVE:
                return False
        return True

    def export_options(self, exporter: "Exporter", options: "Options") -> "Options | None":
        """Ask for the options of an export, starting with these; None if that was cancelled."""
        from planner.ui.dialogs.export import ExportDialog

        dialog = ExportDialog(exporter, options, self._t, self._parent)
        accepted = dialog.exec()
        dialog.deleteLater()
        return dialog.options() if accepted else None

    def tell(self, sentence: str, *, title: str = "") -> None:
        """Show a warning; with a title, that is the main text and the sentence stands below it."""
        box = self._box(QMessageBox.Icon.Warning, title or sentence)
        if title:
            box.setInformativeText(sentence)
        box.addButton(self._t("OK"), QMessageBox.ButtonRole.AcceptRole)
        box.exec()
        box.deleteLater()

    def _box(self, symbol: QMessageBox.Icon, text: str) -> QMessageBox:
        box = MessageBox(self._parent)
        box.setWindowTitle(self._t("Tagungsplaner"))
        box.setIcon(symbol)
        box.setText(text)
        return box


def _answer(
    box: QMessageBox,
    save: QAbstractButton,
    discard: QAbstractButton,
    others: Mapping[Choice, QAbstractButton | None] = MappingProxyType({}),
) -> Choice:
    box.exec()
    clicked = box.clickedButton()
    box.deleteLater()
    answers = {Choice.SAVE: save, Choice.DISCARD: discard, **others}
    return next((answer for answer, button in answers.items() if button == clicked), Choice.CANCEL)


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or QDir.homePath()
