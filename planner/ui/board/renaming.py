"""A session's title, edited where it stands on the board."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolTip

from planner.model import Session
from planner.model.edits import change_session
from planner.text import kind_name, session_name
from planner.text.too_long import too_long
from planner.ui.board.paint.session_block import BAR
from planner.ui.widgets.field_identity import identify
from planner.ui.widgets.limit import uncut
from planner.ui.widgets.plain import tip

if TYPE_CHECKING:
    from planner.ui.board.interaction import Surface

NARROWEST: Final = 180
"""Pixels: a narrow column does not make a narrow field."""
_STYLE: Final = "QLineEdit {{ border: 2px solid {accent}; border-radius: 4px; padding: 0 4px; background: {surface}; }}"


class TitleEditor(QLineEdit):
    """A field over a block: Enter and leaving it commit as one step, Esc leaves the title as it was."""

    ended = Signal()

    def __init__(self, surface: "Surface", session_id: str) -> None:
        super().__init__(surface.viewport())
        self._surface, self.session = surface, session_id
        context = surface.context
        plan, t = context.workspace.plan, context.t
        session = plan.session_by_id[session_id]
        self._before = session.title
        self._done = False
        uncut(self)
        self.setText(context.view.kept.get((session_id, "title")) or session.title)
        self.setPlaceholderText(kind_name(plan.kind_of(session), t))
        self.setAccessibleName(t("Title of {session}", session=session_name(plan, session, t)))
        self.setFont(surface.ink.bold)
        self.setStyleSheet(_STYLE.format(accent=context.theme.accent, surface=context.theme.surface))
        identify(self, "title", label=t("Title"), entry=session_id, form="")
        self.selectAll()
        context.view.say(t("Enter: take the title over · Esc: leave it as it was"))

    @property
    def committed_text(self) -> str:
        """What the plan holds: anything else is not taken over yet."""
        return self.text() if self._done else self._before

    def place(self) -> bool:
        """Lie over the block, where it is now; tells whether there still is one."""
        scene = self._surface.scene
        box = None if scene is None else scene.layout.box_of.get(self.session)
        if box is None:
            return False
        seen, ink = self._surface.viewport().rect(), self._surface.ink
        corner = QPointF(box.x + BAR + 1, box.y) - self._surface.offset()
        left = min(max(round(corner.x()), 2), max(2, seen.width() - NARROWEST - 2))
        right = max(left + NARROWEST, min(round(corner.x() + box.width - BAR) - 4, seen.width() - 2))
        height, top = round(ink.line) + 8, round(corner.y() + ink.small_line + 3)
        if box.height < 2 * ink.small_line + ink.line + 10:  # no place left above or below the title
            height, top = max(height, round(box.height) - 4), round(corner.y()) + 2
        self.setGeometry(QRect(left, top, right - left, height))
        return True

    def finish(self) -> None:
        """Take over what was typed, if it is another title; one that is too long is kept for it."""
        if self._done:
            return
        context, title = self._surface.context, self.text()
        t, plan, session_id = context.t, context.workspace.plan, self.session
        self._end()
        if sentence := self._refusal():
            self._keep(title)
            context.view.say(sentence)
            return
        self._keep("")
        if title != self._before and session_id in plan.session_by_id:
            name = t("Change {session}", session=session_name(plan, plan.session_by_id[session_id], t))
            context.workspace.apply(lambda plan: change_session(plan, session_id, title=title), name)

    def cancel(self) -> None:
        """Leave the title as it was."""
        if not self._done:
            self._end()
            self._keep("")

    def lose(self) -> None:
        """Go, as there is no block to lie on any more; what was typed is kept for the title."""
        if not self._done:
            self._end()
            if self.text() != self._before:
                self._keep(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Commit by Enter, unless the title is too long; go back by Esc."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if sentence := self._refusal():
                self._surface.context.view.say(sentence)
                QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), tip(sentence), self)
            else:
                self.finish()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancel()
        else:
            super().keyPressEvent(event)

    def _refusal(self) -> str:
        return too_long(Session, "title", self._surface.context.t, self.text())

    def _keep(self, title: str) -> None:
        self._surface.context.view.keep(self.session, "title", title)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit what was typed, unless only the field's own menu opens."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.finish()

    def _end(self) -> None:
        """Be gone; who was still in the field is on the board again."""
        self._done = True
        if self.hasFocus():
            self._surface.setFocus()
        self.ended.emit()
        self._surface.context.view.say("")
        self.hide()
        self.deleteLater()
