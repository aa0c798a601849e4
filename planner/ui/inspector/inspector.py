"""The inspector panel: the selected session, or what several have in common."""

from collections.abc import Callable
from string import Template
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.fields.field import EditRequest, Field, Refusal
from planner.fields.session import TITLE
from planner.fields.step import proposed_step
from planner.model import Plan, Session
from planner.text import kind_name, session_name
from planner.text.consequence import consequence
from planner.ui.inspector.details import Details
from planner.ui.inspector.field_input import title_input
from planner.ui.inspector.people import PeopleBox
from planner.ui.inspector.place_box import PlaceBox
from planner.ui.inspector.several import SeveralSessions
from planner.ui.inspector.time_box import TimeBox
from planner.ui.services.context import WidgetContext
from planner.ui.widgets.fields import LineField, TextField
from planner.ui.widgets.limit import limited
from planner.ui.widgets.plain_text import Label
from planner.ui.widgets.scroll import scrolled
from planner.workspace import State

_TITLE: Final = Template(
    "#title { font-size: 12pt; font-weight: 700; border: 1px solid transparent; padding: 1px; }"
    "#title:hover { border-color: $line; } #title:focus { border: 2px solid $accent; padding: 0; }"
)


class Inspector(QWidget):
    """Shows the selection; typed text goes to the session it was typed for, even if the selection changes meanwhile."""

    filled = Signal()
    """Emitted when the selection becomes empty or non-empty."""

    def __init__(self, context: WidgetContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._session = self._plan_id = ""
        self._shown: tuple[str, ...] = ()
        self.setObjectName("inspector")
        self.setAccessibleName(context.t("Details"))
        self._kind = Label()
        self._kind.setObjectName("kind")
        self._title = title_input(context, TITLE, self.answer)
        self._title.setObjectName("title")
        self._title.setStyleSheet(_TITLE.substitute(line=context.theme.line, accent=context.theme.accent))
        self._time = TimeBox(context, self.answer)
        self._place = PlaceBox(context, self.answer)
        self._people = PeopleBox(context, self.apply)
        self._details = Details(context, self.answer, self.apply)
        self.several = SeveralSessions(context, self.answer)
        self._empty = Label(context.t("Select a session to see and change its details."))
        self._empty.setObjectName("muted")
        self._empty.setWordWrap(True)
        self._form = QWidget()
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(6)
        form.addWidget(self._kind)
        form.addWidget(limited(self._title, self._title.limit))
        for widget in (self._time, self._place, self._people, self._details):
            form.addWidget(widget)
        self._scroll(self._form, self.several, self._empty)
        context.view.selection_changed.connect(self._show)
        context.view.kept_changed.connect(self._show_kept)

    def _scroll(self, *widgets: QWidget) -> None:
        body = QWidget()
        body.setObjectName("inspectorBody")
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 10, 14, 10)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        self._body = body
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(body, takes_focus=False, horizontal=False))

    def show_state(self, before: State | None, after: State) -> None:
        """Show the selected session's current values."""
        if before is None or before.plan is not after.plan:
            self._show()

    @property
    def empty(self) -> bool:
        """Return whether no session is shown."""
        return not self._empty.isHidden()

    def needed_height(self, width: int) -> int:
        """Return the height at which nothing is scrolled."""
        layout = self._body.layout()
        return layout.totalHeightForWidth(width) if layout is not None else self.sizeHint().height()

    def focus_title(self) -> None:
        """Focus the title with its text selected."""
        self._title.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._title.selectAll()

    def apply(self, edit: Callable[[Plan, str], Plan], words: str) -> None:
        """Apply an edit of the shown session as a named step; words may name it as {session}."""
        plan = self._context.workspace.plan
        session = plan.session_by_id.get(self._session)
        if session is not None:
            t = self._context.t
            name = t(words, session=session_name(plan, session, t))
            self._context.view.say("")  # clear the earlier refusal
            try:
                changed = self._context.workspace.apply(lambda plan: edit(plan, session.id), name)
            except ValueError:  # more than a plan can hold
                self._context.view.say(t("The plan cannot hold that."))
                return
            if changed:
                self._tell(plan, session)

    def _tell(self, before: Plan, was: Session) -> None:
        """Show the consequence of a changed time or room, as the board does."""
        after, t = self._context.workspace.plan, self._context.t
        now = after.session_by_id[was.id]
        same = (was.day, was.start, was.minutes, was.places) == (now.day, now.start, now.minutes, now.places)
        if now.scheduled and not same:
            self._context.view.say(consequence(before, after, now.id, t))

    def typed_entry(self) -> str:
        """Return the ids of the shown sessions, separated by spaces."""
        return " ".join(self._shown)

    def answer(self, field: Field[Any], given: object) -> bool:
        """Take what was typed or chosen for the shown sessions as one step; say why it is refused."""
        context, plan = self._context, self._context.workspace.plan
        ids = tuple(session_id for session_id in self._shown if session_id in plan.session_by_id)
        if not ids:
            return False
        view = context.view
        step = proposed_step(field, EditRequest(plan, ids, context.t, view.day, view.flow), given)
        if isinstance(step, Refusal):
            view.say(step.sentence)
            self._fill_shown(plan)
            return False
        view.say("")  # clear the earlier refusal
        if context.workspace.apply(lambda _: step.plan, step.name) and len(ids) == 1:
            self._tell(plan, plan.session_by_id[ids[0]])
        return True

    def _show(self) -> None:
        if self._shown and self._shown != self._chosen():
            self.finish()
        plan, chosen, was_empty = self._context.workspace.plan, self._chosen(), self.empty
        self._shown, self._plan_id = chosen, plan.id
        self._session = chosen[0] if len(chosen) == 1 else ""
        self._form.setVisible(bool(self._session))
        self.several.setVisible(len(chosen) > 1)
        self._empty.setVisible(not chosen)
        self._fill_shown(plan)
        if was_empty != self.empty:
            self.filled.emit()

    def _show_kept(self) -> None:
        """Show or remove refused texts kept for the shown sessions."""
        if self._shown and self._shown == self._chosen():
            self._fill_shown(self._context.workspace.plan)

    def _chosen(self) -> tuple[str, ...]:
        known = self._context.workspace.plan.session_by_id
        return tuple(session_id for session_id in self._context.view.selection if session_id in known)

    def finish(self) -> None:
        """Commit the field that still has the focus to the session it was typed for."""
        if self._plan_id == self._context.workspace.plan.id:
            for field in (*self.findChildren(LineField), *self.findChildren(TextField)):
                field.finish()

    def _fill_shown(self, plan: Plan) -> None:
        if self._session:
            self._fill(plan.session_by_id[self._session])
        elif self._shown:
            self.several.show_sessions(tuple(plan.session_by_id[session] for session in self._shown))

    def _fill(self, session: Session) -> None:
        plan, t, theme = self._context.workspace.plan, self._context.t, self._context.theme
        kind = plan.kind_of(session)
        self._kind.setText(kind_name(kind, t).upper())
        self._kind.setStyleSheet(f"color: {theme.ink(kind.colour).name()}")
        self._title.show_value(session.title, session.id)
        for box in (self._time, self._place, self._people, self._details):
            box.show_session(session)
