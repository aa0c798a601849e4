"""A session's title, edited where it stands on the board."""

from typing import Final

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolTip

from planner.fields.field import EditRequest, Refusal
from planner.fields.session import TITLE
from planner.fields.step import ProposedStep, proposed_step
from planner.text import kind_name, session_name
from planner.ui.board.canvas import Canvas
from planner.ui.board.paint.session_block import BAR
from planner.ui.widgets.field_identity import identify
from planner.ui.widgets.limit import uncut
from planner.ui.widgets.plain_text import tip

NARROWEST: Final = 180
"""Minimum width in pixels, also over a narrower column."""
_STYLE: Final = "QLineEdit {{ border: 2px solid {accent}; border-radius: 4px; padding: 0 4px; background: {surface}; }}"


class Renaming:
    """Opens a title editor over a block, at most one at a time."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._editor: TitleEditor | None = None

    def begin(self, session: str) -> bool:
        """Edit a session's title on its block; return whether the day shown has one."""
        self.finish()
        scene = self._canvas.scene
        box = None if scene is None else scene.layout.box_of.get(session)
        if box is None:
            return False
        self._canvas.reveal(box)
        self._editor = editor = TitleEditor(self._canvas, session)
        editor.ended.connect(self._on_ended)
        editor.place()
        editor.show()
        editor.setFocus()
        return True

    def finish(self) -> None:
        """Apply what was typed into the editor, if one is open."""
        if self._editor is not None:
            self._editor.finish()

    def place(self) -> None:
        """Keep the editor on its block; close it when the block no longer exists."""
        if self._editor is not None and not self._editor.place():
            self._editor.lose()

    def _on_ended(self) -> None:
        self._editor = None


class TitleEditor(QLineEdit):
    """A field over a block: Enter and leaving it apply the title as one step, Esc discards it."""

    ended = Signal()

    def __init__(self, canvas: Canvas, session_id: str) -> None:
        super().__init__(canvas.viewport())
        self._canvas, self.session = canvas, session_id
        context = canvas.context
        plan, t = context.workspace.plan, context.t
        session = plan.session_by_id[session_id]
        self._before = session.title
        self._done = False
        uncut(self)
        self.setText(context.view.kept.get((session_id, "title")) or session.title)
        self.setPlaceholderText(kind_name(plan.kind_of(session), t))
        self.setAccessibleName(t("Title of {session}", session=session_name(plan, session, t)))
        self.setFont(canvas.ink.bold)
        self.setStyleSheet(_STYLE.format(accent=context.theme.accent, surface=context.theme.surface))
        identify(self, TITLE.id, label=t(TITLE.label), entry=session_id, form="")
        self.selectAll()
        context.view.say(t("Enter: accept the title · Esc: leave it unchanged"))

    @property
    def committed_text(self) -> str:
        """What the plan holds: anything else is not taken over yet."""
        return self.text() if self._done else self._before

    def place(self) -> bool:
        """Move the field over its block; return whether the block still exists."""
        scene = self._canvas.scene
        box = None if scene is None else scene.layout.box_of.get(self.session)
        if box is None:
            return False
        seen, ink = self._canvas.viewport().rect(), self._canvas.ink
        corner = QPointF(box.x + BAR + 1, box.y) - self._canvas.offset()
        left = min(max(round(corner.x()), 2), max(2, seen.width() - NARROWEST - 2))
        right = max(left + NARROWEST, min(round(corner.x() + box.width - BAR) - 4, seen.width() - 2))
        height, top = round(ink.line) + 8, round(corner.y() + ink.small_line + 3)
        if box.height < 2 * ink.small_line + ink.line + 10:  # no room for the lines above and below the title
            height, top = max(height, round(box.height) - 4), round(corner.y()) + 2
        self.setGeometry(QRect(left, top, right - left, height))
        return True

    def finish(self) -> None:
        """Apply a changed title; one that is too long is kept as unfinished input."""
        if self._done:
            return
        context, title = self._canvas.context, self.text()
        self._end()
        step = self._step()  # not before: the focus that moves on may change the plan
        if isinstance(step, Refusal):
            self._keep(title)
            context.view.say(step.sentence)
            return
        self._keep("")
        if title != self._before and step is not None:
            context.workspace.apply(lambda _: step.plan, step.name)

    def cancel(self) -> None:
        """Discard what was typed."""
        if not self._done:
            self._end()
            self._keep("")

    def lose(self) -> None:
        """Close the field, as its block no longer exists; a changed title is kept as unfinished input."""
        if not self._done:
            self._end()
            if self.text() != self._before:
                self._keep(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Apply the title on Enter, unless it is too long; discard it on Esc."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if isinstance(step := self._step(), Refusal):
                self._canvas.context.view.say(step.sentence)
                QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), tip(step.sentence), self)
            else:
                self.finish()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancel()
        else:
            super().keyPressEvent(event)

    def _step(self) -> ProposedStep | Refusal | None:
        """Return the step that the title becomes, or why it is refused; None if the session is gone."""
        context, plan = self._canvas.context, self._canvas.context.workspace.plan
        if self.session not in plan.session_by_id:
            return None
        request = EditRequest(plan, (self.session,), context.t, context.view.day, context.view.flow)
        return proposed_step(TITLE, request, self.text())

    def _keep(self, title: str) -> None:
        self._canvas.context.view.keep(self.session, "title", title)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Apply the title, unless only the field's own context menu opens."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.finish()

    def _end(self) -> None:
        """Close the field; return the focus to the board if the field still had it."""
        self._done = True
        if self.hasFocus():
            self._canvas.setFocus()
        self.ended.emit()
        self._canvas.context.view.say("")
        self.hide()
        self.deleteLater()
