"""How the inspector's boxes change the plan: an edit of the shown session, and the words that name the step."""

from collections.abc import Callable
from typing import TypeAlias

from planner.model import Plan

Apply: TypeAlias = Callable[[Callable[[Plan, str], Plan], str], None]
Commit: TypeAlias = Callable[[dict[str, object]], None]
