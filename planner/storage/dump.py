"""The text of a plan file: the same document always gives the same bytes, and a small change gives a small diff.

Fields stand in the order of the model. What is empty ("", [], null, false, and objects of nothing else) is left out
where empty is also the default: such a default can never come to mean something else without a migration. All other
values are written even where they equal the default, and settings whole, so that a later default does not change old
plans. An object with an id has lines of its own, one field each; smaller things share a line where they fit.
"""

import json
from datetime import date
from functools import lru_cache
from typing import Any, Final, NamedTuple

from planner.model import Document, PrintSettings, Settings
from planner.model.base import Frozen
from planner.storage.migrations import VERSION

_WIDTH: Final = 120
_INDENT: Final = "  "
_WHOLE: Final = (Settings, PrintSettings)
_quoted: Final = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


class _Field(NamedTuple):
    name: str
    label: str
    default: Any
    left_out: bool
    """Whether the default is empty and therefore not written."""


def dump(document: Document) -> bytes:
    """Return the file of a document: JSON in UTF-8, LF line ends, a newline at the end."""
    parts = {
        "format": _quoted("planner"),
        "version": str(VERSION),
        "plan": _text(document.plan, _INDENT),
        "ledger": _text(document.ledger, _INDENT),
    }
    lines = ",\n".join(f'{_INDENT}"{name}": {part}' for name, part in parts.items())
    return f"{{\n{lines}\n}}\n".encode()


def _text(value: Any, indent: str) -> str:  # noqa: ANN401  # whatever a field of the model holds
    if isinstance(value, Frozen):
        return _object(value, indent)
    if isinstance(value, tuple):
        inner = indent + _INDENT
        return _enclosed("[", [_text(each, inner) for each in value], "]", indent)  # pyright: ignore[reportUnknownVariableType]
    if isinstance(value, date):
        return _quoted(value.isoformat())
    return _quoted(value)


def _object(value: Frozen, indent: str) -> str:
    inner = indent + _INDENT
    parts: list[str] = []
    for field in _fields(type(value)):
        held = getattr(value, field.name)
        if field.left_out and held == field.default:
            continue
        text = _text(held, inner)
        if text != "{}" or not isinstance(field.default, Frozen):
            parts.append(field.label + text)
    return _enclosed("{", parts, "}", indent, spread=hasattr(value, "id"))


def _enclosed(opening: str, parts: list[str], closing: str, indent: str, *, spread: bool = False) -> str:
    if not parts:
        return opening + closing
    if not spread and not any("\n" in part for part in parts):
        line = f"{opening}{', '.join(parts)}{closing}"
        if len(indent) + len(line) <= _WIDTH:
            return line
    inner = f"\n{indent}{_INDENT}"
    return f"{opening}{inner}{f',{inner}'.join(parts)}\n{indent}{closing}"


@lru_cache(maxsize=64)
def _fields(kind: type[Frozen]) -> tuple[_Field, ...]:
    whole = issubclass(kind, _WHOLE)
    return tuple(
        _Field(name, f'"{name}": ', info.default, not whole and _is_empty(info.default))
        for name, info in kind.model_fields.items()
    )


def _is_empty(default: object) -> bool:
    return default is None or default is False or default in ("", ())
