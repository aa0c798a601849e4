"""What a command may use: the parts of one window, handed over as one thing."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.model import Plan, Session
from planner.ui.services.context import WidgetContext
from planner.ui.services.plan_file import PlanFile
from planner.ui.services.prompts import Prompts
from planner.ui.services.window_settings import WindowSettings

if TYPE_CHECKING:
    from planner.ui.safety.safety import Safety
    from planner.ui.services.export import ExportRunner
    from planner.ui.window.main_window import MainWindow


@dataclass(frozen=True, kw_only=True)
class CommandContext(WidgetContext):
    """What all widgets share, and beside it the parts of the window that only commands need."""

    files: PlanFile
    prompts: Prompts
    window_settings: WindowSettings
    window: "MainWindow"
    exports: "ExportRunner"
    safety: "Safety"

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        return self.workspace.plan

    def selected(self) -> tuple[Session, ...]:
        """Return the selected sessions, in the order they were selected."""
        known = self.plan.session_by_id
        return tuple(known[session] for session in self.view.selection if session in known)
