"""The one sentence about a text that is longer than its field may be."""

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from planner.model.base import Frozen
from planner.model.limits import limit_of, over_limit
from planner.text.language import Language

Objection: TypeAlias = Callable[[str], str]
"""Returns why a text is refused; empty if it is not."""


def too_long(model: type[Frozen], name: str, t: Language, *texts: str) -> str:
    """Return the limit of a field and by how much the longest text exceeds it, as a sentence; empty if all fit."""
    over = over_limit(model, name, *texts)
    if not over:
        return ""
    return t.count(
        "{number} character too many: at most {most} fit. The text stays here as typed; shorten it to apply it.",
        "{number} characters too many: at most {most} fit. The text stays here as typed; shorten it to apply it.",
        over,
        most=limit_of(model, name),
    )


def length_of(model: type[Frozen], name: str, t: Language) -> Objection:
    """Return the function that refuses texts too long for a field."""
    return partial(too_long, model, name, t)
