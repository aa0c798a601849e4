"""How the inspector's boxes change the plan: by a field's answer, or by an edit of the shown session with its name."""

from collections.abc import Callable
from typing import Any, TypeAlias

from planner.fields.field import Field
from planner.model import Plan

Apply: TypeAlias = Callable[[Callable[[Plan, str], Plan], str], None]
Answer: TypeAlias = Callable[[Field[Any], object], bool]
"""Takes what was typed into a field, or chosen, for all sessions that are shown; returns whether it was not refused."""
