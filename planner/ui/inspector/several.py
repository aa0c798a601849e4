"""The inspector for several selected sessions: shows their common values and changes all at once."""

from collections.abc import Callable, Iterable
from typing import Any, Final, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from planner.model import Audience, Everyone, Number, Place, Plan, Seating, Session, Share
from planner.model.edits import change_each, resize_sessions
from planner.text import (
    clock_range,
    date_short,
    duration_long,
    kind_name,
    mark,
    parse_duration,
    room_name,
    seating_name,
)
from planner.text.times import parse_people
from planner.ui.board.gestures.resize import places_in
from planner.ui.inspector.contribution_dialog import AUDIENCES
from planner.ui.list.edits import EditRequest, length
from planner.ui.services.context import WidgetContext
from planner.ui.widgets.field_identity import identify
from planner.ui.widgets.fields import ChoiceField, LineField, TextTarget, labelled
from planner.ui.widgets.plain_text import Label

MIXED: Final = object()
"""Marks values that differ; no field shows it as a value, so that merely showing never changes anything."""
_NUMBER: Final = "#"
_SEVERAL_ROOMS: Final = "+"


class SeveralSessions(QWidget):
    """Fields that show the shared value or that values differ; a change is one undoable step for all sessions."""

    def __init__(self, context: WidgetContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        t = context.t
        self._context = context
        self._ids: tuple[str, ...] = ()
        self._title, self._sum = Label(), Label()
        self._title.setStyleSheet("font-size: 12pt; font-weight: 700")
        self._sum.setObjectName("muted")
        for label in (self._title, self._sum):
            label.setWordWrap(True)
        self._buttons = QGridLayout()
        self._buttons.setSpacing(0)
        self._kind, self._room, self._seating = (
            ChoiceField(t("Kind")),
            ChoiceField(t("Room")),
            ChoiceField(t("Seating")),
        )
        self._attends, self._audience = ChoiceField(t("Who attends")), ChoiceField(t("Who may see it"))
        self._minutes, self._number = LineField(t("Length")), LineField(t("Number of people"))
        self._fixed = QCheckBox(t("Time fixed"))
        self._fixed.setToolTip(t("A fixed time stays where it is when sessions before it move"))
        self._words = {
            "language": LineField(t("Language"), TextTarget(context, Session, "language")),
            "responsible": LineField(t("Responsible"), TextTarget(context, Session, "responsible")),
            "technology": LineField(t("Technology"), TextTarget(context, Session, "technology")),
            "material": LineField(t("Material"), TextTarget(context, Session, "material")),
        }
        for name, field in (("length", self._minutes), ("number", self._number), *self._words.items()):
            identify(field, name)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        t = self._context.t
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        team = Label(t("Only for the team"))
        team.setObjectName("heading")
        attends = QHBoxLayout()
        attends.setSpacing(8)
        attends.addWidget(labelled(self._attends.accessibleName(), self._attends), 3)
        self._people = labelled(t("People"), self._number)
        attends.addWidget(self._people, 1)
        pairs = ((self._kind, self._minutes), (self._room, self._seating), (self._audience, self._words["language"]))
        for row, pair in zip((0, 2, 4), pairs, strict=True):
            for column, field in enumerate(pair):
                grid.addWidget(labelled(field.accessibleName(), field), row, column)
        grid.addWidget(self._fixed, 1, 1)
        grid.addLayout(attends, 3, 0, 1, 2)
        grid.addWidget(team, 5, 0, 1, 2)
        for row, name in enumerate(("responsible", "technology", "material"), 6):
            grid.addWidget(labelled(self._words[name].accessibleName(), self._words[name]), row, 0, 1, 2)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for label in (self._title, self._sum):
            layout.addWidget(label)
        layout.addLayout(self._buttons)
        layout.addLayout(grid)

    def _connect(self) -> None:
        self._kind.committed.connect(lambda kind: self._set(mark("Kind"), kind=kind))
        self._minutes.committed.connect(self._resize)
        self._fixed.clicked.connect(self._fix)
        self._room.committed.connect(self._to_room)
        self._seating.committed.connect(self._seat)
        self._attends.committed.connect(self._attend)
        self._number.committed.connect(self._count)
        self._audience.committed.connect(lambda seen: self._set(mark("Visibility"), audience=Audience(seen)))
        for name, field in self._words.items():
            noun = field.accessibleName()
            field.committed.connect(lambda text, name=name, noun=noun: self._set(noun, **{name: text}))

    def offer(self, *actions: QAction) -> None:
        """Show buttons for commands on the selection, two per row."""
        for place, action in enumerate(actions):
            button = QToolButton()
            button.setObjectName("fold")
            button.setMinimumHeight(24)
            button.setDefaultAction(action)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            self._buttons.addWidget(button, *divmod(place, 2), Qt.AlignmentFlag.AlignLeft)

    def show_sessions(self, sessions: tuple[Session, ...]) -> None:
        """Show what several sessions have in common."""
        context, plan, t = self._context, self._context.workspace.plan, self._context.t
        self._ids = tuple(session.id for session in sessions)
        self._title.setText(t.count("{number} session selected", "{number} sessions selected", len(sessions)))
        self._sum.setText(sum_words(context, sessions))
        _choose(context, self._kind, [(kind.id, kind_name(kind, t)) for kind in plan.kinds], common(sessions, "kind"))
        _write(context, self._minutes, shared(f"{session.minutes} min" for session in sessions))
        self._show_fixed(sessions)
        self._show_places(plan, sessions)
        self._show_attendance(plan, sessions)
        audiences: list[tuple[object, str]] = [(audience, t(words)) for audience, words in AUDIENCES.items()]
        _choose(context, self._audience, audiences, common(sessions, "audience"))
        for name, field in self._words.items():
            _write(context, field, common(sessions, name), " ".join(self._ids))

    def _show_fixed(self, sessions: tuple[Session, ...]) -> None:
        fixed = shared(session.fixed for session in sessions if session.scheduled)
        state = Qt.CheckState.Checked if fixed is True else Qt.CheckState.Unchecked
        self._fixed.setCheckState(Qt.CheckState.PartiallyChecked if fixed is MIXED else state)
        self._fixed.setEnabled(any(session.scheduled for session in sessions))

    def _show_places(self, plan: Plan, sessions: tuple[Session, ...]) -> None:
        context, t = self._context, self._context.t
        rooms: list[tuple[object, str]] = [("", t("No room"))]
        rooms += [(room.id, room_name(plan, room.id, t)) for room in plan.rooms]
        where = shared(tuple(place.room for place in session.places) for session in sessions)
        if isinstance(where, tuple):
            found = cast("tuple[str, ...]", where)
            where = found[0] if len(found) == 1 else _SEVERAL_ROOMS if found else ""
            if where == _SEVERAL_ROOMS:
                rooms.append((where, " + ".join(room_name(plan, room_id, t) for room_id in found)))
        _choose(context, self._room, rooms, where)
        seatings: list[tuple[object, str]] = [(seating, seating_name(seating, t)) for seating in Seating]
        _choose(
            context, self._seating, seatings, shared(place.seating for session in sessions for place in session.places)
        )
        self._seating.setEnabled(any(session.places for session in sessions))

    def _show_attendance(self, plan: Plan, sessions: tuple[Session, ...]) -> None:
        context, t = self._context, self._context.t
        choices: list[tuple[object, str]] = [("", t("Everyone"))]
        choices += [(round_.id, round_.title or t("Round")) for round_ in plan.rounds]
        choices.append((_NUMBER, t("A number of people")))
        numbers = [session.attendance.number for session in sessions if isinstance(session.attendance, Number)]
        who = shared(_NUMBER if isinstance(session.attendance, Number) else session.round or "" for session in sessions)
        _choose(context, self._attends, choices, who)
        self._people.setVisible(who == _NUMBER)
        _write(context, self._number, shared(str(number) for number in numbers))

    # Changes

    def _sessions(self) -> tuple[Session, ...]:
        """Return the shown sessions in their current state, without those deleted meanwhile."""
        known = self._context.workspace.plan.session_by_id
        return tuple(known[session_id] for session_id in self._ids if session_id in known)

    def _apply(self, noun: str, edit: Callable[[Plan, tuple[Session, ...]], Plan]) -> None:
        """Change the sessions that are shown, as one step."""
        t, sessions = self._context.t, self._sessions()
        name = t.count(
            "Change “{field}” of {number} session",
            "Change “{field}” of {number} sessions",
            len(sessions),
            field=t(noun),
        )
        self._context.view.say("")  # clear the earlier refusal
        try:
            self._context.workspace.apply(lambda plan: edit(plan, sessions), name)
        except ValueError:  # more than a plan can hold
            self._context.view.say(t("The plan cannot hold that."))

    def _set(self, noun: str, **fields: Any) -> None:  # noqa: ANN401  # validated by the model
        self._each(noun, lambda _plan, _session: fields)

    def _each(self, noun: str, fields: Callable[[Plan, Session], dict[str, Any]]) -> None:
        self._apply(
            noun, lambda plan, sessions: change_each(plan, {session.id: fields(plan, session) for session in sessions})
        )

    def _resize(self, text: str) -> None:
        """Give all sessions one length, or change each by "+15", as the list does with the same words."""
        context = self._context
        plan, view, ids = context.workspace.plan, context.view, tuple(session.id for session in self._sessions())
        change = length(EditRequest(plan, ids, context.t, view.day, view.flow), text)
        if isinstance(change, str):
            self._refuse(change)
            return
        minutes, flow = parse_duration(text), view.flow
        self._apply(
            mark("Length"),
            lambda after, _sessions: (
                change.apply(after) if minutes is None else resize_sessions(after, ids, minutes, flow=flow)
            ),
        )

    def _fix(self) -> None:
        fixed = not all(session.fixed for session in self._sessions() if session.scheduled)
        self._each(mark("Fixed time"), lambda _, session: {"fixed": fixed} if session.scheduled else {})

    def _to_room(self, room: str) -> None:
        if room != _SEVERAL_ROOMS:
            self._each(mark("Room"), lambda plan, session: {"places": places_in(plan, session, room) if room else ()})

    def _seat(self, seating: str) -> None:
        def seated(_plan: Plan, session: Session) -> dict[str, Any]:
            return {"places": tuple(Place(room=place.room, seating=Seating(seating)) for place in session.places)}

        self._each(mark("Seating"), seated)

    def _attend(self, who: str) -> None:
        people = self._context.problem_cache.index(self._context.workspace.plan).participants
        attendance = Everyone() if not who else Number(number=people) if who == _NUMBER else Share(round=who)
        self._set(mark("Attendance"), attendance=attendance)

    def _count(self, text: str) -> None:
        number = parse_people(text)
        if number is None:
            self._refuse(self._context.t("“{text}” is not a number of people. Write it like 40.", text=text[:60]))
        else:
            self._set(mark("Attendance"), attendance=Number(number=number))

    def _refuse(self, sentence: str) -> None:
        self._context.view.say(sentence)
        self.show_sessions(self._sessions())


def shared(values: Iterable[object]) -> object:
    """Return the common value, or MIXED if values differ or there are none."""
    found = list(values)
    return found[0] if found and all(value == found[0] for value in found) else MIXED


def common(sessions: Iterable[Session], name: str) -> object:
    """Return what a field is in all sessions, or MIXED."""
    return shared(getattr(session, name) for session in sessions)


def sum_words(context: WidgetContext, sessions: tuple[Session, ...]) -> str:
    """Return the total length, the time span on each day, and the number of unscheduled sessions, in words."""
    t, plan = context.t, context.workspace.plan
    parts = [t("{length} in total", length=duration_long(sum(session.minutes for session in sessions)))]
    timed = [session for session in sessions if session.scheduled]
    for day in plan.days:
        there = [session for session in timed if session.day == day.id]
        if there:
            times = clock_range(min(session.start or 0 for session in there), max(session.end for session in there))
            parts.append(f"{times}, {date_short(day.date, t)}")
    if waiting := len(sessions) - len(timed):
        parts.append(t.count("{number} unscheduled", "{number} unscheduled", waiting))
    return " · ".join(parts)


def _choose(context: WidgetContext, choice: ChoiceField, values: list[tuple[object, str]], value: object) -> None:
    choice.show_values(values, value)
    _say_mixed(context, choice, mixed=value is MIXED)


def _write(context: WidgetContext, field: LineField, value: object, subject: str = "") -> None:
    field.show_value("" if value is MIXED else str(value), subject)
    _say_mixed(context, field, mixed=value is MIXED)


def _say_mixed(context: WidgetContext, field: ChoiceField | LineField, *, mixed: bool) -> None:
    words = context.t("different") if mixed else ""
    if field.accessibleDescription() != words:
        field.setPlaceholderText(words)
        field.setAccessibleDescription(words)
        field.setStyleSheet(f"QComboBox {{ color: {context.theme.muted}; font-style: italic }}" if mixed else "")
