"""Exchanges rooms, with a preview of what that changes, solves and causes."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from planner.checks import Outcome, compared, problems
from planner.model import Plan, Room
from planner.model.edits import reassign_rooms
from planner.text import date_short, problem_sentence, room_name
from planner.ui.services.context import WidgetContext
from planner.ui.widgets.dialog_frame import Frame
from planner.ui.widgets.plain_text import Label

MOST: Final = 4
"""Up to so many new problems are listed."""


class SwapRoomsDialog(Frame):
    """Maps each room to another simultaneously, X to Y and Y to Z, as one undoable step."""

    def __init__(self, context: WidgetContext, parent: QWidget | None = None) -> None:
        t, plan = context.t, context.workspace.plan
        super().__init__(t("Swap rooms"), t("Swap"), t, parent)
        self._context = context
        self.targets: dict[str, QComboBox] = {}
        day = plan.day_by_id.get(context.view.day)
        self.this_day = QRadioButton(t("Only on {day}", day=date_short(day.date, t)) if day else "")
        self.all_days = QRadioButton(t("On all days, including what is unscheduled"))
        for choice in (self.this_day, self.all_days):
            choice.setVisible(len(plan.days) > 1 and day is not None)
        self.all_days.setChecked(True)
        self.changes, self.result_ = Label(), Label()
        for label in (self.changes, self.result_):
            label.setWordWrap(True)
        self.result_.setObjectName("muted")
        self.result_.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.result_.setMinimumHeight(self.result_.fontMetrics().lineSpacing() * (MOST + 3))
        self._clear = QPushButton(t("Reset all"))
        self._clear.setAutoDefault(False)
        self._clear.clicked.connect(self._reset)
        self._lay_out()
        self.add_cancel()
        self.this_day.toggled.connect(self._preview)
        self._preview()
        self.resize(720, 640)
        if self.targets:
            next(iter(self.targets.values())).setFocus()

    def mapping(self) -> dict[str, str]:
        """Return the mapping of room ids, without rooms that stay."""
        found = {room: str(target.currentData()) for room, target in self.targets.items()}
        return {room: target for room, target in found.items() if room != target}

    def accept(self) -> None:
        """Exchange the rooms as one step, and report how many sessions changed."""
        self._context.workspace.apply(self._edit, self.t("Swap rooms"))
        self._context.view.say(self.changes.text())
        super().accept()

    def _lay_out(self) -> None:
        t, plan = self.t, self._context.workspace.plan
        grid = QGridLayout()
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(2, 1)
        used = [place.room for session in plan.sessions for place in session.places]
        for column, words in enumerate((t("Room"), t("Sessions"), t("Becomes"))):
            grid.addWidget(_muted(words), 0, column)
        for row, room in enumerate(plan.rooms, 1):
            name = Label(room_name(plan, room.id, t))
            grid.addWidget(name, row, 0)
            number = _muted(str(used.count(room.id)))
            number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(number, row, 1)
            self.targets[room.id] = self._target(plan, room)
            grid.addWidget(self.targets[room.id], row, 2)
        grid.setRowStretch(len(plan.rooms) + 1, 1)
        body = QWidget()
        body.setObjectName("side")
        body.setLayout(grid)
        scroll = QScrollArea()
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setWidget(body)
        scroll.setMinimumHeight(160)
        days = QVBoxLayout()
        days.setSpacing(2)
        for widget in (self.this_day, self.all_days):
            days.addWidget(widget)
        below = QHBoxLayout()
        below.addLayout(days, 1)
        below.addWidget(self._clear)
        self.body.addWidget(scroll, 1)
        self.body.addLayout(below)
        self.body.addWidget(self.changes)
        self.body.addWidget(self.result_)

    def _target(self, plan: Plan, room: Room) -> QComboBox:
        t, target = self.t, QComboBox()
        name = room_name(plan, room.id, t)
        target.addItem(t("stays"), room.id)
        for other in plan.rooms:
            if other.id != room.id:
                target.addItem(room_name(plan, other.id, t), other.id)
        target.setAccessibleName(t("{room} becomes", room=name))
        target.currentIndexChanged.connect(self._preview)
        return target

    def _edit(self, plan: Plan) -> Plan:
        day = self._context.view.day if self.this_day.isChecked() else None
        return reassign_rooms(plan, self.mapping(), day)

    def _reset(self) -> None:
        for target in self.targets.values():
            target.setCurrentIndex(0)

    def _preview(self) -> None:
        """Show how many sessions change, and compute the problems solved and caused."""
        t, context = self.t, self._context
        plan = context.workspace.plan
        after = self._edit(plan)
        number = sum(one is not two for one, two in zip(plan.sessions, after.sessions, strict=True))
        self.ok.setEnabled(number > 0)
        self.changes.setText(
            t.count("{number} session changes.", "{number} sessions change.", number) if number else ""
        )
        if not number:
            self.result_.setText(t("Choose a replacement for each room. Rooms may swap places."))
            return
        found = problems(after, today=context.clock.today())
        outcome = compared(context.problem_cache.problems(plan), found)
        self.result_.setText("\n".join(self._told(after, outcome)))

    def _told(self, after: Plan, outcome: Outcome) -> list[str]:
        t, created = self.t, (*outcome.created, *outcome.worse)
        lines = [t("Solves {solves}, creates {creates}.", solves=len(outcome.solved), creates=len(created))]
        lines += [f"• {problem_sentence(after, problem, t)}" for problem in created[:MOST]]
        if len(created) > MOST:
            lines.append(t("… and {number} more", number=len(created) - MOST))
        return lines


def _muted(words: str) -> Label:
    label = Label(words)
    label.setObjectName("muted")
    return label
