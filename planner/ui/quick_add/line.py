"""The quick-add line: shows how typed text is understood, and adds sessions by Enter.

The grammar is imported once something is typed, for which the first picture of the window should not wait.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from planner.model import Plan, Session, new_id
from planner.model.edits import insert_sketch, sketch_ids
from planner.model.typed_session import Sketch
from planner.text import kind_name
from planner.text.consequence import consequence
from planner.ui.palette.tray import next_place
from planner.ui.services.context import WidgetContext
from planner.ui.widgets.field_identity import identify
from planner.ui.widgets.icons import icon
from planner.ui.widgets.limit import uncut
from planner.ui.widgets.plain_text import Label, tip
from planner.workspace import State

if TYPE_CHECKING:
    from planner.ui.quick_add.completion import NameCompletion

QUICK_FORM = "quick-add"
"""The name of the command that opens the line."""
QUICK_FIELD = "line"


class QuickLine(QFrame):
    """Shown at the bottom of the view while it is used, and on an empty day.

    It stays open after a session was added; Esc clears and leaves it.
    """

    left = Signal()
    """Emitted when the focus is to return to where it was before."""

    def __init__(self, context: WidgetContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._ids: tuple[str, ...] = ()
        self._last = ""
        self.setObjectName("quick")
        t = context.t
        mark = Label()
        mark.setPixmap(icon("plus", context.theme, context.theme.muted).pixmap(QSize(16, 16)))
        self.line = _Line(self)
        self.line.setPlaceholderText(t("Add by typing: Welcome 15m @Hall #N.N."))
        self.line.setAccessibleName(t("Add a session by typing"))
        self.line.setToolTip(tip(_grammar(context)))
        identify(self.line, QUICK_FIELD, form=QUICK_FORM, entry="")
        uncut(self.line)
        self.line.textEdited.connect(self._on_typed)
        self.line.focused.connect(self._update)
        self.line.installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(8)
        row.addWidget(mark)
        row.addWidget(self.line, 1)
        self.setFocusProxy(self.line)
        self.bubble = _Bubble(self)
        context.view.day_changed.connect(self._update)
        context.view.flow_changed.connect(self._show)
        self.hide()

    @cached_property
    def names(self) -> "NameCompletion":
        """The completion of names, made when the first key is pressed."""
        from planner.ui.quick_add.completion import NameCompletion

        return NameCompletion(self._context, self.line)

    def attach_to(self, ground: QWidget) -> None:
        """Become a child at the bottom of a widget, and follow its size."""
        self.setParent(ground)
        ground.installEventFilter(self)
        self._update()

    def open(self) -> None:
        """Show the line and focus it."""
        self.show()
        self._update_geometry()
        self.line.setFocus()

    def show_state(self, before: State | None, after: State) -> None:
        """Interpret the text in the plan's current state."""
        if before is None or before.plan is not after.plan:
            self._update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the parent's size; handle Enter, Esc and the up arrow before the line does."""
        if watched is self.parent() and event.type() == QEvent.Type.Resize:
            self._update_geometry()
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if self.names.press(event):
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._add()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._leave()
                return True
            if event.key() == Qt.Key.Key_Up and not self.line.text():
                self.line.setText(self._last)
                self._show()
                return True
        return super().eventFilter(watched, event)

    def open_form(self, form: str) -> bool:
        """Show the line for a restored draft; return False for other forms."""
        if form == QUICK_FORM:
            self.show()
            self._update_geometry()
        return form == QUICK_FORM

    def resume(self, text: str) -> None:
        """Continue with the text of a line that this one replaces."""
        self.line.setText(text)
        self._update()

    def _on_typed(self) -> None:
        self.names.offer()
        self._show()

    def _leave(self) -> None:
        self.line.clear()
        self._context.view.say("")
        self.left.emit()
        self._update()

    def _update(self) -> None:
        """Show the line while it is focused, contains text, or the day is empty."""
        context = self._context
        plan, day = context.workspace.plan, context.view.day
        empty = day in plan.day_by_id and all(session.day != day for session in plan.sessions)
        self.setVisible(self.parent() is not None and (empty or self.line.hasFocus() or bool(self.line.text())))
        self._update_geometry()
        self._show()

    def _update_geometry(self) -> None:
        ground = self.parentWidget()
        if ground is not None and not self.isHidden():
            height = self.sizeHint().height()
            self.setGeometry(0, ground.height() - height, ground.width(), height)
            self.raise_()
            self.bubble.place()

    def _show(self) -> None:
        """Show how the text is understood, and its consequence in the status line."""
        if not self.line.hasFocus():
            self.bubble.hide()
            return
        from planner.importers.quick_add import hint_sentence, parse_quick, quick_sentence

        context, text = self._context, self.line.text()
        t, before = context.t, context.workspace.plan
        quick = parse_quick(text, before)
        hints = [hint_sentence(hint, t) for hint in quick.hints]
        tried = self._preview(before, quick.sketch) if quick.sketch is not None else None
        if tried is not None:
            after, new = tried
            said = quick_sentence(after, new, t)
            context.view.say(consequence(before, after, new[0].id, t))
        else:
            said = t("No title yet") if text.strip() else _signs(context)
            if any(hint.too_long for hint in quick.hints):
                said, hints = " ".join(hints), []
            context.view.say("")
        if quick.sketch is not None and tried is None:
            hints.append(t("The plan cannot hold that."))
        self.bubble.say(said, hints)
        self.line.setAccessibleDescription(". ".join([said, *hints]))

    def _preview(self, plan: Plan, sketch: Sketch) -> tuple[Plan, tuple[Session, ...]] | None:
        """Return the plan with the typed sessions and those sessions; None if the plan cannot hold them."""
        if len(self._ids) < sketch_ids(sketch):
            self._ids += tuple(new_id() for _ in range(sketch_ids(sketch) - len(self._ids)))
        day, start = next_place(self._context)
        title = f"{self._context.t('Round')} {len(plan.rounds) + 1}"
        if not day:
            return None
        try:
            flow = self._context.view.flow
            after = insert_sketch(plan, sketch, day, start, self._ids, flow=flow, round_title=title)
        except ValueError:  # more sessions than a plan can hold
            return None
        return after, tuple(session for session in after.sessions if session.id in self._ids)

    def _add(self) -> None:
        """Add the typed sessions as one undoable step, and clear the line."""
        from planner.importers.quick_add import parse_quick

        context = self._context
        t, before = context.t, context.workspace.plan
        sketch = parse_quick(self.line.text(), before).sketch
        tried = None if sketch is None else self._preview(before, sketch)
        if sketch is None or tried is None:
            self._show()
            return
        after, new = tried
        what = sketch.title if len(sketch.title) <= 40 else kind_name(after.kind_of(new[0]), t)
        self._last, self._ids = self.line.text(), ()
        self.line.clear()
        context.workspace.apply(lambda _plan: after, t("Add {what}", what=what or kind_name(sketch.kind, t)))
        context.view.select(new[-1].id)
        self._show()
        context.view.say(consequence(before, after, new[0].id, t))


class _Line(QLineEdit):
    focused = Signal()
    committed_text = ""
    """No text of this line is in the plan yet."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.focused.emit()


class _Bubble(QFrame):
    """An overlay above the line, so that nothing moves while typing."""

    def __init__(self, line: QWidget) -> None:
        super().__init__(line)
        self._line = line
        self.setObjectName("quickWords")
        self._said, self._hints = Label(), Label()
        self._hints.setObjectName("warning")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 7, 12, 7)
        column.setSpacing(3)
        for label in (self._said, self._hints):
            label.setWordWrap(True)
            column.addWidget(label)
        self.hide()

    def say(self, said: str, hints: list[str]) -> None:
        """Show a sentence and, below it, hints on what is unclear."""
        self._said.setText(said)
        self._hints.setText("\n".join(hints))
        self._hints.setVisible(bool(hints))
        self.show()
        self.place()

    def words(self) -> tuple[str, str]:
        """Return the shown sentence and hints; empty if hidden."""
        return ("", "") if self.isHidden() else (self._said.text(), self._hints.text())

    def place(self) -> None:
        """Place the overlay directly above the line, at its width."""
        parent = self._line.parentWidget()
        if parent is None or self.isHidden():
            return
        if self.parentWidget() is not parent:
            self.setParent(parent)
            self.show()
        width = self._line.width()
        self.setGeometry(0, 0, width, self.heightForWidth(width))
        self.move(self._line.mapTo(parent, QPoint(0, -self.height())))
        self.raise_()


def _signs(context: WidgetContext) -> str:
    t = context.t
    return t(
        "Title, then in any order: 15m · 10:30 or 10:30–11:15 (! fixed) · @room/seating · #name (? asked) · "
        ":kind · 40p · x4"
    )


def _grammar(context: WidgetContext) -> str:
    t = context.t
    return t(
        "Title words and, among them in any order:\n15m, 1h30, 1.5 h – length\n10:30, at 10, "
        "10:30–11:15 – time; ! fixes it\n@Hall, @Hall/circle – room and seating\n#Name, "
        "#Name?, #N.N. – who; ? for asked\n:panel – kind, where the title does not tell\n40p – "
        "how many attend, where it is not for all\nx4 – four of them\n\\@word – stays in the "
        "title"
    )
