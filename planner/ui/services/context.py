"""What every widget is given instead of globals."""

from dataclasses import dataclass, field
from functools import cached_property

from planner.clock import Clock
from planner.text import Language
from planner.ui.services.background import Background
from planner.ui.services.pattern_library import PatternLibrary
from planner.ui.services.problem_cache import ProblemCache
from planner.ui.services.view_state import ViewState
from planner.ui.widgets.theme import Theme
from planner.workspace import Workspace


@dataclass(frozen=True)
class WidgetContext:
    """The objects that all widgets share; `t` translates into the window's language."""

    workspace: Workspace
    view: ViewState
    t: Language
    theme: Theme
    pattern_library: PatternLibrary = field(default_factory=PatternLibrary)
    background: Background = field(default_factory=Background)

    @property
    def clock(self) -> Clock:
        """The one clock of this window."""
        return self.workspace.clock

    @cached_property
    def problem_cache(self) -> ProblemCache:
        """The problems of the plan, as of the clock's day."""
        return ProblemCache(self.clock)
