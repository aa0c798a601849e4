"""What every widget is given: the workspace, the view state, the language, the theme, the patterns and the thread."""

from dataclasses import dataclass, field

from planner.text import Language
from planner.ui.services.background import Background
from planner.ui.services.pattern_library import Shelf
from planner.ui.services.problem_cache import Findings
from planner.ui.services.view_state import ViewState
from planner.ui.widgets.theme import Theme
from planner.workspace import Workspace


@dataclass(frozen=True)
class Context:
    """The few things that all widgets share; there are no globals."""

    workspace: Workspace
    view: ViewState
    t: Language
    theme: Theme
    findings: Findings = field(default_factory=Findings)
    shelf: Shelf = field(default_factory=Shelf)
    background: Background = field(default_factory=Background)
