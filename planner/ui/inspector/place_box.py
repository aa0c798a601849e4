"""Rooms, seating and attendance of the selected session, and whether the places suffice."""

from typing import Any

from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from planner.model import Everyone, Number, Place, Plan, Room, Seating, Session, Share
from planner.model.edits import change_session, set_places
from planner.text import mark, room_name, seating_name
from planner.text.places import free_sentence, places_sentence
from planner.text.times import parse_people
from planner.ui.inspector.apply import Apply
from planner.ui.services.context import WidgetContext
from planner.ui.widgets.field_identity import identify
from planner.ui.widgets.fields import ChoiceField, LineField, focused, labelled, tab_before
from planner.ui.widgets.link_button import LinkButton
from planner.ui.widgets.plain_text import VerdictLabel


class PlaceBox(QWidget):
    """Shows one row per room; their places add up."""

    def __init__(self, context: WidgetContext, apply: Apply, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        t = context.t
        self._context, self._apply = context, apply
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(8)
        self._rows.setVerticalSpacing(6)
        self._choices: list[ChoiceField] = []
        self._attends = ChoiceField(t("Who attends"))
        self._attends.committed.connect(self._attend)
        self._number = LineField(t("Number of people"))
        identify(self._number, "number")
        self._number.committed.connect(self._count)
        self._more = LinkButton(context, t("Add a room"))
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
        attends.addWidget(self._number, 1)
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
        plan, t = self._context.workspace.plan, self._context.t
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
        choices: list[tuple[object, str]] = [("", t("Everyone"))]
        choices += [(round_.id, round_.title or t("Round")) for round_ in plan.rounds]
        choices.append(("#", t("A number of people")))
        by_number = isinstance(session.attendance, Number)
        self._attends.show_values(choices, "#" if by_number else session.round or "")
        self._number.setVisible(by_number)
        if isinstance(session.attendance, Number):
            self._number.show_value(str(session.attendance.number))
        self._show_sum(session)

    def _add_row(self, plan: Plan, session: Session, row: int, place: Place | None) -> None:
        t = self._context.t
        room = ChoiceField(t("Room"))
        rooms: list[tuple[object, str]] = [("", t("No room"))]
        taken = {other.room for other in session.places} - {place.room if place else ""}
        rooms += [(room.id, room_name(plan, room.id, t)) for room in plan.rooms if room.id not in taken]
        room.show_values(rooms, place.room if place else "")
        room.committed.connect(lambda chosen: self._set_room(row, str(chosen)))
        seating = ChoiceField(t("Seating"))
        seating.setEnabled(place is not None)
        if place is not None:
            seating.show_values(self._seatings(plan.room_by_id[place.room]), place.seating)
        seating.committed.connect(lambda chosen: self._set_seating(row, chosen))
        self._choices += [room, seating]
        for column, (words, field) in enumerate(((t("Room"), room), (t("Seating"), seating))):
            holder = labelled(words, field) if row == 0 else field
            self._rows.addWidget(holder, row, column)
            holder.show()

    def _seatings(self, room: Room) -> list[tuple[object, str]]:
        t = self._context.t
        found: list[tuple[object, str]] = [
            (capacity.seating, f"{seating_name(capacity.seating, t)} · {capacity.places}")
            for capacity in room.capacities
        ]
        known = {capacity.seating for capacity in room.capacities}
        return found + [(seating, seating_name(seating, t)) for seating in Seating if seating not in known]

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
        session = self._session
        if session is None:
            return
        places = list(session.places)
        if not room:
            del places[row : row + 1]
        else:
            seating = places[row].seating if row < len(places) else None
            places[row : row + 1] = [self._place(room, seating)]
        self._put(tuple(places))

    def _place(self, room: str, seating: Seating | None) -> Place:
        plan = self._context.workspace.plan
        session = self._session
        seating = seating or (plan.kind_of(session).seating if session else None)
        capacities = plan.room_by_id[room].capacities
        if capacities and plan.room_by_id[room].places(seating) is None:
            seating = capacities[0].seating
        return Place(room=room, seating=seating)

    def _set_seating(self, row: int, seating: Any) -> None:  # noqa: ANN401  # what a combo box holds
        if self._session is not None:
            places = list(self._session.places)
            places[row] = Place(room=places[row].room, seating=Seating(seating))
            self._put(tuple(places), mark("Change the seating of {session}"))

    def _add(self) -> None:
        session = self._session
        if session is not None:
            taken = {place.room for place in session.places}
            room = next(room.id for room in self._context.workspace.plan.rooms if room.id not in taken)
            self._put((*session.places, self._place(room, session.places[0].seating)))

    def _put(self, places: tuple[Place, ...], words: str = mark("Change the room of {session}")) -> None:
        self._apply(lambda plan, session: set_places(plan, session, places), words)

    def _attend(self, chosen: str) -> None:
        participants = self._context.problem_cache.index(self._context.workspace.plan).participants
        attendance = Everyone() if not chosen else Number(number=participants) if chosen == "#" else Share(round=chosen)
        self._apply(
            lambda plan, session: change_session(plan, session, attendance=attendance),
            mark("Change who attends {session}"),
        )

    def _count(self, text: str) -> None:
        number = parse_people(text)
        if number is None:
            self._context.view.say(
                self._context.t("“{text}” is not a number of people. Write it like 40.", text=text[:60])
            )
            if self._session is not None:
                self.show_session(self._session)
            return
        attendance = Number(number=number)
        self._apply(
            lambda plan, session: change_session(plan, session, attendance=attendance),
            mark("Change who attends {session}"),
        )
