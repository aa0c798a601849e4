"""What a command may use: the parts of one window, handed over as one thing."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.model import Plan, Session
from planner.ui.services.background import Background
from planner.ui.services.context import Context
from planner.ui.services.plan_file import Files
from planner.ui.services.prompts import Questions
from planner.ui.services.window_settings import Memory

if TYPE_CHECKING:
    from planner.ui.safety.safety import Safety
    from planner.ui.services.export import Exports
    from planner.ui.window.main_window import MainWindow


@dataclass(frozen=True)
class Desk:
    """A window's parts."""

    context: Context
    files: Files
    questions: Questions
    memory: Memory
    background: Background
    window: "MainWindow"
    exports: "Exports"
    safety: "Safety"

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        return self.context.workspace.plan

    def selected(self) -> tuple[Session, ...]:
        """Return the selected sessions, in the order they were selected."""
        known = self.plan.session_by_id
        return tuple(known[each] for each in self.context.view.selection if each in known)
