"""The checks of a file's bytes before the model reads them: size, encoding, JSON, duplicate keys."""

import json
import re
from pathlib import Path
from typing import Any, Final, NoReturn, TypeAlias, cast

from planner.storage.errors import (
    Damaged,
    DuplicateKey,
    EmptyFile,
    InvalidPlan,
    LoneSurrogate,
    NotAPlan,
    NotUtf8,
    StorageError,
    TooDeep,
    TooLarge,
    TooMany,
    Truncated,
    ZeroFilled,
    shown,
)

MAX_BYTES: Final = 50_000_000
MAX_ENTRIES: Final = 1_000_000
"""Of objects and lists, and of the values in them: bounds the memory that a file can take."""

Pairs: TypeAlias = list[tuple[str, Any]]

_ZEROS: Final = b"\0" * 16
_BOM: Final = b"\xef\xbb\xbf"
_ESCAPE: Final = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|.)", re.DOTALL)
_BROKEN_END: Final = 12
"""Characters before the end of the text in which a syntax error counts as a truncated file.

The parser reports an incomplete literal or escape where it begins, and a pair of Unicode escapes has 12 characters.
"""


class _NotANumberError(Exception):
    """NaN or Infinity, which are not JSON."""


def check_size(size: int, path: Path | str) -> None:
    """Raise TooLarge for more bytes than a plan may have."""
    if size > MAX_BYTES:
        raise TooLarge(path, size=-(-size // 1_000_000), limit=MAX_BYTES // 1_000_000)


def text_of(data: bytes, path: Path | str) -> str:
    """Return the bytes of a file as text; raises the ReadError that fits what they are instead."""
    check_size(len(data), path)
    _check_zeros(data, path)
    data = data.removeprefix(_BOM)
    if not data.strip():
        raise EmptyFile(path)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and data.lstrip().startswith(b"{"):
            raise Truncated(path, line=data.count(b"\n") + 1) from None
        raise NotUtf8(path, offset=error.start) from None
    if data.count(b"{") + data.count(b"[") > MAX_ENTRIES:
        raise TooMany(path, limit=MAX_ENTRIES)
    return text


def raw_of(text: str, path: Path | str) -> dict[str, Any]:
    """Return the JSON object in a text; raises the ReadError that names what is wrong."""
    try:
        raw = json.loads(text, object_pairs_hook=_Counting(path), parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise _broken(text, error, path) from None
    except RecursionError:
        raise TooDeep(path) from None
    except _NotANumberError as error:
        raise InvalidPlan(path, where="JSON", detail=str(error), kind="not_finite", count=1) from None
    except ValueError as error:  # Python refuses to read a number of more than 4,300 digits
        raise InvalidPlan(path, where="JSON", detail=str(error), kind="number_size", count=1) from None
    if not isinstance(raw, dict):
        raise NotAPlan(path)
    return cast("dict[str, Any]", raw)


def check_surrogates(text: str, path: Path | str) -> None:
    """Raise LoneSurrogate for an escape that is half of a pair: JSON accepts it, but it could not be saved as UTF-8."""
    high: re.Match[str] | None = None
    for match in _ESCAPE.finditer(text):
        unit = int(match[1], 16) if match[1] else 0
        if high is not None and not (high.end() == match.start() and 0xDC00 <= unit < 0xE000):
            raise _lone(text, high, path)
        if high is None and 0xDC00 <= unit < 0xE000:
            raise _lone(text, match, path)
        high = match if 0xD800 <= unit < 0xDC00 else None
    if high is not None:
        raise _lone(text, high, path)


def _lone(text: str, match: re.Match[str], path: Path | str) -> LoneSurrogate:
    start = match.start()
    return LoneSurrogate(path, line=text.count("\n", 0, start) + 1, column=start - text.rfind("\n", 0, start))


def _check_zeros(data: bytes, path: Path | str) -> None:
    head = data[:64].lstrip()
    offset = data.find(_ZEROS) if head.startswith((b"{", _BOM)) else -1
    if data.startswith(b"\0"):
        offset = 0
    if offset < 0 and data.endswith(b"\0") and head.startswith(b"{"):
        offset = len(data.rstrip(b"\0"))
    if offset >= 0:
        raise ZeroFilled(path, offset=offset)


def _no_constant(name: str) -> NoReturn:
    message = f"{name} is not a number"
    raise _NotANumberError(message)


def _broken(text: str, error: json.JSONDecodeError, path: Path | str) -> StorageError:
    if not text.lstrip().startswith("{"):
        return NotAPlan(path)
    if error.msg.startswith("Unterminated string") or error.pos >= len(text.rstrip()) - _BROKEN_END:
        return Truncated(path, line=text.rstrip().count("\n") + 1)
    return Damaged(path, line=error.lineno, column=error.colno, detail=error.msg)


class _Counting:
    """Builds the objects of a JSON text; raises DuplicateKey, and TooMany when they hold too many values together."""

    def __init__(self, path: Path | str) -> None:
        self._path = path
        self._count = 0

    def __call__(self, pairs: Pairs) -> dict[str, Any]:
        """Return the object with these pairs of keys and values."""
        made = dict(pairs)
        if len(made) != len(pairs):
            raise DuplicateKey(self._path, key=_twice(pairs))
        self._count += len(pairs) + sum(len(cast("list[Any]", value)) for value in made.values() if type(value) is list)
        if self._count > MAX_ENTRIES:
            raise TooMany(self._path, limit=MAX_ENTRIES)
        return made


def _twice(pairs: Pairs) -> str:
    seen: set[str] = set()
    for key, _ in pairs:
        if key in seen:
            return printable(key)
        seen.add(key)
    raise AssertionError


def printable(text: str, most: int = 120) -> str:
    """Return foreign text for a message: at most so many characters, on one line, unprintable ones as U+FFFD."""
    shortened = text if len(text) <= most else text[: most - 1] + "…"
    return shown(shortened)
