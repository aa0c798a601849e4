"""Offers uncommitted text after a crash: to be restored into its field, copied, or discarded.

Nothing of it goes into the plan by itself: it stands in the field again as it was typed, and is taken over or not as
anything that is typed there.
"""

from collections.abc import Iterator, Mapping
from typing import Final, Protocol, runtime_checkable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from planner.model import Session
from planner.storage import Draft, LeftDrafts
from planner.text import Language
from planner.ui.commands.registry import BY_ID
from planner.ui.inspector.contribution_dialog import CONTRIBUTION
from planner.ui.safety.entry_list import EntryList
from planner.ui.services.command_context import CommandContext
from planner.ui.widgets.dialog_frame import Frame
from planner.ui.widgets.field_identity import FieldId, find_field, put_text
from planner.ui.widgets.plain_text import Label

_MOST_LINES: Final = 5
_LETTERS: Final = 70
"""Minimum characters per line."""
_EDGES: Final = 28
"""Vertical padding of a text field, in pixels, top and bottom together."""


@runtime_checkable
class OpensForm(Protocol):
    """A widget that can open forms which have no command of their own."""

    def open_form(self, form: str) -> bool:
        """Open it, if it has this name; return whether it could."""
        ...


def offer(context: CommandContext, left: LeftDrafts) -> None:
    """Show the drafts, restore what the user chooses, and keep a way to the rest."""
    dialog = DraftsDialog(context, left)
    dialog.exec()
    rest, chosen = dialog.left, dialog.chosen
    dialog.deleteLater()
    if chosen:
        rest = DraftRestorer(context, rest, chosen).run()
    if rest.drafts:
        t = context.t
        words = t.count(
            "{number} typed text has not been applied yet. It is also offered again at the next start.",
            "{number} typed texts have not been applied yet. They are also offered again at the next start.",
            len(rest.drafts),
        )
        context.window.news.say(words, (t("Show"), lambda: _again(context, rest)))


def _again(context: CommandContext, left: LeftDrafts) -> None:
    context.window.news.hide()
    offer(context, left)


class DraftsDialog(Frame):
    """Shows one entry per session field and per dialog; “Later” keeps all for the next start."""

    def __init__(self, context: CommandContext, left: LeftDrafts) -> None:
        t = context.t
        super().__init__(t("Typed but not applied"), t("Later"), t, context.window)
        self._context = context
        self.left = left
        self.chosen: tuple[Draft, ...] = ()
        words = Label(
            t(
                "This was being typed when the program ended. It is not in the plan. Put it back "
                "into its field and decide there; what you leave here is offered again at the next "
                "start."
            )
        )
        words.setWordWrap(True)
        self.body.addWidget(words)
        entries = EntryList()
        for drafts in grouped(left.drafts):
            entries.add(self._entry(drafts))
        self.body.addWidget(entries, 1)
        self.resize(self.sizeHint())

    def _entry(self, drafts: tuple[Draft, ...]) -> QWidget:
        entry = QFrame()
        entry.setObjectName("unfinished")
        column = QVBoxLayout(entry)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(4)
        for place, draft in enumerate(drafts):
            if not place or draft.where != drafts[place - 1].where:
                column.addWidget(_label(draft.where or draft.label, "heading"))
            if draft.where:
                column.addWidget(_label(draft.label, "muted"))
            column.addWidget(_text(draft, self.t))
        column.addLayout(self._buttons_of(drafts, entry))
        return entry

    def _buttons_of(self, drafts: tuple[Draft, ...], entry: QWidget) -> QHBoxLayout:
        t, row = self.t, QHBoxLayout()
        back, copy, drop = QPushButton(t("Put back")), QPushButton(t("Copy")), QPushButton(t("Discard"))
        for button, name in ((back, "back"), (copy, "copy"), (drop, "discard")):
            button.setObjectName(name)
            button.setAutoDefault(False)
            button.setAccessibleDescription(", ".join(draft.label for draft in drafts))
            row.addWidget(button)
        row.addStretch(1)
        back.setVisible(can_put_back(self._context, drafts))
        back.clicked.connect(lambda: self._choose(drafts))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText("\n".join(draft.text for draft in drafts)))
        drop.clicked.connect(lambda: self._discard(drafts, drop, entry))
        return row

    def _choose(self, drafts: tuple[Draft, ...]) -> None:
        self.chosen = drafts
        self.accept()

    def _discard(self, drafts: tuple[Draft, ...], button: QPushButton, entry: QWidget) -> None:
        """Ask for confirmation on the button itself, then delete."""
        if not button.property("sure"):
            button.setProperty("sure", True)  # Qt's way to keep a property
            button.setText(self.t("Discard for good"))
            return
        self.left = self._context.safety.discard_drafts(self.left, drafts)
        entry.hide()
        if not self.left.drafts:
            self.accept()


class DraftRestorer:
    """Restores drafts into their fields; a draft is dropped only once it stands in its field."""

    def __init__(self, context: CommandContext, left: LeftDrafts, drafts: tuple[Draft, ...]) -> None:
        self._context, self._left, self._open = context, left, list(drafts)

    def run(self) -> LeftDrafts:
        """Show fields and open dialogs to fill in the drafts; return those that are still undecided."""
        context, first = self._context, self._open[0]
        context.window.show_sessions()
        context.window.activateWindow()
        self._select(first.entry)
        if not first.form:
            context.window.fold("right", away=False)
            self._fill(context.window)
        else:
            self._open_form(first.form)
        if self._open:
            t = context.t
            context.view.say(t("The field no longer exists; the text can be copied."))
            self._open.clear()
        return self._left

    def _select(self, entry: str) -> None:
        view, known = self._context.view, _sessions(self._context)
        sessions = [known[session_id] for session_id in entry.split() if session_id in known]
        if sessions:
            if (day := sessions[0].day) is not None:
                view.show_day(day)
            view.select(*(session.id for session in sessions))

    def _open_form(self, form: str) -> None:
        """Open a form; a dialog is filled in from a timer, since opening it blocks until it is closed."""
        app, action = QApplication.instance(), BY_ID.get(form)
        if not isinstance(app, QApplication):
            return
        app.focusChanged.connect(self._fill_front)
        QTimer.singleShot(0, self._fill_front)
        try:
            opened = any(opener.open_form(form) for opener in _openers(self._context.window))
            if not opened and action is not None and action.enabled(self._context):
                action.run(self._context)
            self._fill_front()  # a line is shown at once, without a dialog
        finally:
            app.focusChanged.disconnect(self._fill_front)

    def _fill_front(self) -> None:
        if self._open:
            self._fill(QApplication.activeModalWidget() or self._context.window)

    def _fill(self, around: QWidget) -> None:
        """Fill in the drafts whose fields are in a window or dialog; the last one gets the focus."""
        done: list[Draft] = []
        for draft in self._open:
            field = find_field(around, FieldId(draft.form, draft.entry, draft.field))
            if field is not None and field.isEnabled():
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                self._context.safety.drafts.watch(field)
                if put_text(field, draft.text):
                    done.append(draft)
        if done:
            self._open = [draft for draft in self._open if draft not in done]
            self._left = self._context.safety.put_back(self._left, tuple(done))


def grouped(drafts: tuple[Draft, ...]) -> list[tuple[Draft, ...]]:
    """Return drafts in groups restored together: those of one dialog, else one each."""
    groups: dict[object, list[Draft]] = {}
    for place, draft in enumerate(drafts):
        groups.setdefault(draft.form or place, []).append(draft)
    return [tuple(group) for group in groups.values()]


def can_put_back(context: CommandContext, drafts: tuple[Draft, ...]) -> bool:
    """Return whether the form of a group can probably be opened."""
    first = drafts[0]
    if not first.form:
        return bool(first.entry) and all(session_id in _sessions(context) for session_id in first.entry.split())
    return first.form in BY_ID or " " in first.form or first.form == CONTRIBUTION


def _sessions(context: CommandContext) -> Mapping[str, Session]:
    """Return the sessions of the plan by id; none where the plan of the drafts could not be opened."""
    return context.plan.session_by_id if context.files.has_plan else {}


def _openers(window: QWidget) -> Iterator[OpensForm]:
    for widget in window.findChildren(QWidget):
        if isinstance(widget, OpensForm):
            yield widget


def _label(words: str, role: str) -> Label:
    label = Label(words)
    label.setObjectName(role)
    label.setWordWrap(True)
    return label


def _text(draft: Draft, t: Language) -> QPlainTextEdit:
    """Return a read-only field with a draft's text."""
    text = QPlainTextEdit(draft.text)
    text.setReadOnly(True)
    text.setTabChangesFocus(True)
    text.setAccessibleName(draft.label or t("Typed but not applied"))
    text.ensurePolished()
    lines = min(_MOST_LINES, sum(1 + len(line) // _LETTERS for line in draft.text.split("\n")))
    text.setFixedHeight(text.fontMetrics().lineSpacing() * lines + _EDGES)
    return text
