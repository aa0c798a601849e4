"""What every widget is given instead of globals."""

from dataclasses import dataclass, field

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
    problem_cache: ProblemCache = field(default_factory=ProblemCache)
    pattern_library: PatternLibrary = field(default_factory=PatternLibrary)
    background: Background = field(default_factory=Background)
