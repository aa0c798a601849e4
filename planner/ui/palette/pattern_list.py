"""The patterns in the palette: built-in ones, and below them the user's own, to rename and delete."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.model import new_id
from planner.model.edits import insert_pattern, pattern_ids
from planner.model.pattern import Pattern
from planner.text import duration
from planner.text.consequence import consequence
from planner.text.patterns import built_in_patterns
from planner.ui.palette.drag import PATTERN_MIME
from planner.ui.palette.entry import PaletteEntry
from planner.ui.palette.tray import next_place
from planner.ui.services.context import WidgetContext
from planner.ui.widgets.plain_text import Label


class PatternList(QWidget):
    """Shows one entry per pattern, to be dragged or added after the selection by click or Enter."""

    grown = Signal(QWidget)
    """Emitted with the entry of a new pattern."""

    def __init__(self, context: WidgetContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setObjectName("paletteBody")
        self._known: set[str] = set()
        self._own = QVBoxLayout()
        self._own.setSpacing(5)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        for pattern in built_in_patterns(context.t):
            column.addWidget(self._entry(pattern))
        column.addLayout(self._own)
        context.pattern_library.changed.connect(self._show_own)
        self._show_own()

    def _show_own(self) -> None:
        while item := self._own.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        pattern_library, t = self._context.pattern_library, self._context.t
        known, self._known = self._known, {pattern.id for pattern in pattern_library.own}
        for pattern in pattern_library.own:
            entry = self._own_entry(pattern)
            self._own.addWidget(entry)
            if pattern.id not in known:
                self.grown.emit(entry)
        if pattern_library.trouble is not None:
            words = Label(t(pattern_library.trouble.sentence, **pattern_library.trouble.facts))
            words.setObjectName("error")
            words.setWordWrap(True)
            self._own.addWidget(words)

    def _entry(self, pattern: Pattern) -> PaletteEntry:
        entry = PaletteEntry(self._context, pattern.title, duration(pattern.minutes), "")
        entry.drags(PATTERN_MIME, pattern.id)
        entry.clicked.connect(lambda: self._add(pattern))
        return entry

    def _own_entry(self, pattern: Pattern) -> PaletteEntry:
        t, entry = self._context.t, self._entry(pattern)
        entry.add_hint(t("F2 renames it, Del deletes it."))
        entry.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        entry.keys = {Qt.Key.Key_F2: lambda: self._rename(pattern), Qt.Key.Key_Delete: lambda: self._delete(pattern)}
        for label, key in ((t("&Rename …"), Qt.Key.Key_F2), (t("&Delete …"), Qt.Key.Key_Delete)):
            words = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
            action = QAction(f"{label}\t{words}", entry)
            action.triggered.connect(entry.keys[key])
            entry.addAction(action)
        return entry

    def _add(self, pattern: Pattern) -> None:
        context = self._context
        day, start = next_place(context)
        if not day:
            return
        before, ids = context.workspace.plan, tuple(new_id() for _ in range(pattern_ids(pattern)))
        name = context.t("Add {what}", what=pattern.title)
        flow = context.view.flow
        if context.workspace.apply(lambda plan: insert_pattern(plan, pattern, day, start, ids, flow=flow), name):
            after = context.workspace.plan
            new = [session for session in after.sessions if session.id not in before.session_by_id]
            context.view.select(max(new, key=lambda session: session.end).id)
            context.view.say(consequence(before, after, new[0].id, context.t))

    def _rename(self, pattern: Pattern) -> None:
        from planner.ui.dialogs.pattern import SavePatternDialog

        t, pattern_library = self._context.t, self._context.pattern_library
        dialog = SavePatternDialog(
            t("Rename the pattern"), pattern, lambda name: pattern_library.rename(pattern.id, name), t, self
        )
        dialog.typed_form = "rename-pattern"
        dialog.exec()
        dialog.deleteLater()

    def _delete(self, pattern: Pattern) -> None:
        from planner.ui.dialogs.pattern import DeletePatternDialog

        dialog = DeletePatternDialog(
            pattern, lambda: self._context.pattern_library.remove(pattern.id), self._context.t, self
        )
        dialog.exec()
        dialog.deleteLater()
