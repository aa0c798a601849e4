"""Day, selection, flow and hint: what views share but the plan does not contain."""

from PySide6.QtCore import QObject, Signal

from planner.workspace import State


class ViewState(QObject):
    """State that several views share; every change emits one signal."""

    selection_changed = Signal()
    day_changed = Signal()
    flow_changed = Signal()
    hint_changed = Signal(str)
    kept_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.day = ""
        self.selection: tuple[str, ...] = ()
        self.flow = True
        self.hint = ""
        self.kept: dict[tuple[str, str], str] = {}
        """Texts that the plan cannot take, by the ids they were typed for and the name of the field."""

    def select(self, *ids: str) -> None:
        """Select things by their ids, the last one being the one that the inspector shows."""
        if ids != self.selection:
            self.selection = ids
            self.selection_changed.emit()

    def show_day(self, day: str) -> None:
        """Show another day."""
        if day != self.day:
            self.day = day
            self.day_changed.emit()

    def set_flow(self, flow: bool) -> None:
        """Set whether what follows moves along."""
        if flow != self.flow:
            self.flow = flow
            self.flow_changed.emit()

    def say(self, hint: str) -> None:
        """Show a hint in the status bar."""
        if hint != self.hint:
            self.hint = hint
            self.hint_changed.emit(hint)

    def keep(self, subject: str, field: str, text: str) -> None:
        """Keep a text that the plan cannot take, so that its field shows it; an empty text removes it."""
        if text != self.kept.get((subject, field), ""):
            self.kept.pop((subject, field), None)
            if text:
                self.kept[subject, field] = text
            self.kept_changed.emit()

    def forget(self) -> None:
        """Remove all kept texts."""
        self.kept.clear()
        self.kept_changed.emit()

    def show_state(self, before: State | None, after: State) -> None:
        """Adapt day and selection to a changed plan; must be told before all views."""
        plan, day = after.plan, self.day
        if day not in plan.day_by_id:
            day = plan.days[0].id if plan.days else ""
        same = before is None or before.plan.id == plan.id
        things = (plan.session_by_id, plan.room_by_id, plan.person_by_id, plan.round_by_id)
        selection = tuple(one for one in self.selection if same and any(one in known for known in things))
        other_day, other_selection = day != self.day, selection != self.selection
        self.day, self.selection = day, selection  # both before either signal
        if not same:
            self.forget()
        if other_day:
            self.day_changed.emit()
        if other_selection:
            self.selection_changed.emit()
