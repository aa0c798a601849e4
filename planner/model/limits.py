"""How long a text may be, read from the annotation of its field, so that each limit is written in one place only."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple, cast, get_args

from pydantic import BeforeValidator, StringConstraints

from planner.model.base import Frozen


class _Rule(NamedTuple):
    most: int
    clean: tuple[Callable[[object], object], ...]


def limit_of(model: type[Frozen], name: str) -> int | None:
    """Return the greatest length of a text in a field, in characters; None if the field holds no text."""
    rule = _rule(model, name)
    return None if rule is None else rule.most


def over_limit(model: type[Frozen], name: str, *texts: str) -> int:
    """Return by how many characters the longest text is too long, counted as the model keeps it; 0 if all fit."""
    rule = _rule(model, name)
    if rule is None:
        return 0
    return max((0, *(len(_cleaned(rule, text)) - rule.most for text in texts)))


def cleaned(model: type[Frozen], name: str, text: str) -> str:
    """Return a text as the model keeps it in a field."""
    rule = _rule(model, name)
    return text if rule is None else _cleaned(rule, text)


def _cleaned(rule: _Rule, text: str) -> str:
    for clean in rule.clean:
        text = str(clean(text))
    return text


@cache
def _rule(model: type[Frozen], name: str) -> _Rule | None:
    found = model.model_fields.get(name)
    if found is None:
        return None
    marks = list(_marks((*found.metadata, found.annotation)))
    most = [mark.max_length for mark in marks if isinstance(mark, StringConstraints) and mark.max_length is not None]
    clean = [cast("Callable[[object], object]", mark.func) for mark in marks if isinstance(mark, BeforeValidator)]
    return _Rule(min(most), tuple(clean)) if most else None


def _marks(found: Iterable[Any]) -> Iterator[object]:
    """Return the metadata of an annotation, including that of the elements of a tuple."""
    for mark in found:
        yield mark
        if isinstance(mark, BeforeValidator | StringConstraints):
            continue
        yield from _marks((*get_args(mark), *getattr(mark, "__metadata__", ())))
