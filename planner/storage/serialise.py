"""The text of a plan file: a document always gives the same bytes, and a small change gives a small diff.

Fields stand in the order of the model. Empty values ("", [], null, false, and objects of nothing else) are left out
where the default is empty, too: such a default can only change together with a migration. All other values are written
even where they equal the default, and settings completely, so that a later default does not change old plans. An object
with an id has one line per field; smaller values share a line of up to 120 characters.
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


class EntryTexts:
    """Caches the texts of a document's entries, so that entries shared with the next document are not written again.

    Not thread-safe.
    """

    def __init__(self) -> None:
        self._before: dict[int, tuple[Frozen, str]] = {}
        self._now: dict[int, tuple[Frozen, str]] = {}

    def text(self, value: Frozen, indent: str) -> str:
        """Return the text of an entry; its depth, and so its indent, is the same in every document."""
        known = self._before.get(id(value))  # the cache keeps it alive, so no other object can have its id
        text = known[1] if known is not None else _object(value, indent, None)
        self._now[id(value)] = (value, text)
        return text

    def turn(self) -> None:
        """Drop the entries that the last document did not contain."""
        self._before, self._now = self._now, {}


def dump(document: Document, memory: EntryTexts | None = None) -> bytes:
    """Return the bytes of a document's file: JSON in UTF-8, with LF line ends and a final newline."""
    parts = {
        "format": _quoted("planner"),
        "version": str(VERSION),
        "plan": _object(document.plan, _INDENT, memory),
        "ledger": _object(document.ledger, _INDENT, memory),
    }
    if memory is not None:
        memory.turn()
    lines = ",\n".join(f'{_INDENT}"{name}": {part}' for name, part in parts.items())
    return f"{{\n{lines}\n}}\n".encode()


def _text(value: Any, indent: str, memory: EntryTexts | None) -> str:  # noqa: ANN401  # whatever a field of the model holds
    if isinstance(value, Frozen):
        remembered = memory if hasattr(value, "id") else None
        return _object(value, indent, memory) if remembered is None else remembered.text(value, indent)
    if isinstance(value, tuple):
        inner = indent + _INDENT
        return _enclosed("[", [_text(element, inner, memory) for element in value], "]", indent)  # pyright: ignore[reportUnknownVariableType]
    if isinstance(value, date):
        return _quoted(value.isoformat())
    return _quoted(value)


def _object(value: Frozen, indent: str, memory: EntryTexts | None) -> str:
    inner = indent + _INDENT
    parts: list[str] = []
    for field in _fields(type(value)):
        held = getattr(value, field.name)
        if field.left_out and held == field.default:
            continue
        text = _text(held, inner, memory)
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
