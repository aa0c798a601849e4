"""Rooms, seating and attendance of the selected session, and whether the places suffice."""

from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from planner.fields.places import seatings_in
from planner.fields.session import NUMBER, ROOM, SEATING
from planner.model import Place, Plan, Session
from planner.text import room_name
from planner.text.places import free_sentence, places_sentence
from planner.ui.inspector.apply import Answer
from planner.ui.inspector.attendance_choice import AttendanceChoice
from planner.ui.inspector.field_input import FieldInput
from planner.ui.services.context import WidgetContext
from planner.ui.widgets.fields import ChoiceField, focused, labelled, tab_before
from planner.ui.widgets.link_button import LinkButton
from planner.ui.widgets.plain_text import VerdictLabel


class PlaceBox(QWidget):
    """Shows one row per room; their places add up."""

    def __init__(self, context: WidgetContext, answer: Answer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._answer = context, answer
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(8)
        self._rows.setVerticalSpacing(6)
        self._choices: list[ChoiceField] = []
        self._attends = AttendanceChoice(context, answer)
        self._number = FieldInput(context, NUMBER, answer)
        self._more = LinkButton(context, context.t("Add a room"))
        self._more.clicked.connect(self._add)
        self._sum = VerdictLabel()
        box = QFrame()
        box.setObjectName("arithmetic")
        inner = QVBoxLayout(box)
        inner.setContentsMargins(10, 6, 10, 6)
        inner.addWidget(self._sum)
        attends = QHBoxLayout()
        attends.setSpacing(8)
        attends.addWidget(self._attends, 3)
        attends.addWidget(self._number.widget, 1)
        attends.addWidget(self._more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(self._rows)
        layout.addWidget(box)
        layout.addLayout(attends)
        self._session: Session | None = None

    def show_session(self, session: Session) -> None:
        """Show rooms, seatings and the arithmetic of a session."""
        plan = self._context.workspace.plan
        self._session = session
        place = focused(self._choices)
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._choices = []
        for row, session_place in enumerate(session.places or (None,)):
            self._add_row(plan, session, row, session_place)
        tab_before(self._attends, self._choices, place)
        self._more.setVisible(0 < len(session.places) < len(plan.rooms))
        self._number.widget.setVisible(self._attends.show_sessions((session,)))
        self._number.show_sessions((session,))
        self._show_sum(session)

    def _add_row(self, plan: Plan, session: Session, row: int, place: Place | None) -> None:
        t = self._context.t
        room = ChoiceField(t(ROOM.label))
        rooms: list[tuple[object, str]] = [("", t("No room"))]
        taken = {other.room for other in session.places} - {place.room if place else ""}
        rooms += [(room.id, room_name(plan, room.id, t)) for room in plan.rooms if room.id not in taken]
        room.show_values(rooms, place.room if place else "")
        room.committed.connect(lambda chosen: self._set_room(row, str(chosen)))
        seating = ChoiceField(t(SEATING.label))
        seating.setEnabled(place is not None)
        if place is not None:
            seating.show_values(seatings_in(plan, (place.room,), t), place.seating)
        seating.committed.connect(lambda chosen: self._set_seating(row, str(chosen)))
        self._choices += [room, seating]
        for column, (words, field) in enumerate(((t(ROOM.label), room), (t(SEATING.label), seating))):
            holder = labelled(words, field) if row == 0 else field
            self._rows.addWidget(holder, row, column)
            holder.show()

    def _show_sum(self, session: Session) -> None:
        index, t, theme = (
            self._context.problem_cache.index(self._context.workspace.plan),
            self._context.t,
            self._context.theme,
        )
        free, enough = free_sentence(index, session, t)
        sign, colour = ("✓", theme.success) if enough else ("×", theme.error)
        words = places_sentence(index, session, t)
        self._sum.say(words, f"{sign}\N{NO-BREAK SPACE}{free}" if free else "", colour)
        self._sum.setAccessibleName(f"{words}: {free}")

    def _set_room(self, row: int, room: str) -> None:
        rooms = self._rooms_of()
        rooms[row : row + 1] = [room] if room else []
        self._answer(ROOM, tuple(rooms))

    def _set_seating(self, row: int, seating: str) -> None:
        seatings = [place.seating or seating for place in self._session.places] if self._session is not None else []
        seatings[row : row + 1] = [seating]
        self._answer(SEATING, tuple(seatings))

    def _add(self) -> None:
        rooms = self._rooms_of()
        free = next(room.id for room in self._context.workspace.plan.rooms if room.id not in rooms)
        self._answer(ROOM, (*rooms, free))

    def _rooms_of(self) -> list[str]:
        return [place.room for place in self._session.places] if self._session is not None else []
