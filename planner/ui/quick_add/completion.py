"""Completes rooms after @ and people after # in the quick-add line."""

import re
from typing import Final

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from planner.importers.quick_add import quoted
from planner.importers.quick_add.names import fold
from planner.ui.services.context import WidgetContext

_BEGUN: Final = re.compile(r"(?:^|\s)([@#])([^@#\"]*)$")
_PLAIN: Final = re.compile(r"[^\W\d][\w.]*(?: [\w.]+)*")
_MOST: Final = 8


class NameCompletion:
    """A list of names: arrow and Enter, or Tab, insert one; Esc closes it."""

    def __init__(self, context: WidgetContext, line: QLineEdit) -> None:
        self._context, self._line = context, line
        self._model = QStringListModel(line)
        self._completer = QCompleter(self._model, line)
        self._popup = QListView()
        self._completer.setPopup(self._popup)
        self._completer.setWidget(line)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.activated.connect(self._take)
        self._popup.setAccessibleName(context.t("Matching names"))

    @property
    def offered(self) -> tuple[str, ...]:
        """The names that are shown."""
        return tuple(self._model.stringList()) if self._popup.isVisible() else ()

    def offer(self) -> None:
        """Show names that begin with the text after the sign, unless it is a complete name."""
        begun = _BEGUN.search(self._line.text()[: self._line.cursorPosition()])
        names = self._fitting(begun[1], begun[2]) if begun else []
        if begun is None or not names or (len(names) == 1 and fold(names[0]) == fold(begun[2])):
            self._popup.hide()
            return
        self._model.setStringList(names)
        self._completer.complete()

    def press(self, event: QKeyEvent) -> bool:
        """Handle a key press; return whether the list used it."""
        popup = self._popup
        if not popup.isVisible():
            return False
        key, index = event.key(), popup.currentIndex()
        if key == Qt.Key.Key_Escape:
            popup.hide()
            return True
        if key == Qt.Key.Key_Tab or (key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid()):
            name = str((index if index.isValid() else self._model.index(0)).data())
            popup.hide()
            self._take(name)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            popup.hide()
        return False

    def _fitting(self, sign: str, begun: str) -> list[str]:
        plan, key = self._context.workspace.plan, fold(begun)
        if sign == "@":
            known = [room.name for room in plan.rooms]
        else:
            known = ["N. N.", *(person.name for person in plan.people)] if key else []
        fits = [name for name in dict.fromkeys(known) if name and _begins(fold(name), key)]
        return sorted(fits, key=lambda name: not fold(name).startswith(key))[:_MOST]

    def _take(self, name: str) -> None:
        """Replace the begun name by the chosen one."""
        at = self._line.cursorPosition()
        text = self._line.text()
        begun = _BEGUN.search(text[:at])
        if begun is None:
            return
        head = text[: begun.start(2)] + (name if _PLAIN.fullmatch(name) else quoted(name)) + " "
        self._line.setText(head + text[at:].lstrip(" "))
        self._line.setCursorPosition(len(head))
        self._line.textEdited.emit(self._line.text())


def _begins(name: str, key: str) -> bool:
    return name.startswith(key) or any(word.startswith(key) for word in name.split())
