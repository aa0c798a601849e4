"""What commands are given: the parts of one window."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from planner.model import Plan, Session
from planner.ui.safety.safety import Safety
from planner.ui.services.context import WidgetContext
from planner.ui.services.export import ExportRunner
from planner.ui.services.plan_file import PlanFile
from planner.ui.services.prompts import Prompts
from planner.ui.services.window_settings import WindowSettings
from planner.ui.window.main_window import MainWindow
from planner.ui.window.plan_views import PlanViews
from planner.ui.window.zoom import Zoom


class KeySection(NamedTuple):
    """The commands of a menu that have keys; title and labels are English, to be translated."""

    title: str
    commands: tuple[tuple[str, str], ...]
    """Keys and label of each command."""


@dataclass(frozen=True, kw_only=True)
class CommandContext(WidgetContext):
    """What all widgets share, plus the parts of the window that only commands need."""

    files: PlanFile
    prompts: Prompts
    window_settings: WindowSettings
    window: MainWindow
    zoom: Zoom
    exports: ExportRunner
    safety: Safety
    set_language: Callable[[str], None]
    """Takes the code of a language and rebuilds the window in it."""
    key_sections: tuple[KeySection, ...]
    """The content of the dialog of keys; commands cannot import the registry that lists them."""

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        return self.workspace.plan

    @property
    def plan_views(self) -> PlanViews:
        """The widgets of the plan; only for commands that are enabled while there is one."""
        views = self.window.plan_views
        assert views is not None
        return views

    def selected(self) -> tuple[Session, ...]:
        """Return the selected sessions, in the order they were selected; none without a plan."""
        if not self.files.has_plan:
            return ()
        known = self.plan.session_by_id
        return tuple(known[session] for session in self.view.selection if session in known)
