"""The file of the user's own patterns, kept on this machine across plans."""

from pathlib import Path
from typing import Any, Final, Literal, Self

from pydantic import Field, ValidationError, model_validator

from planner.model.base import Frozen
from planner.model.pattern import Pattern
from planner.storage.errors import NewerVersion, NotFound, ReadError, StorageError
from planner.storage.folders import make_private
from planner.storage.precheck import check_surrogates, printable, raw_of, text_of
from planner.storage.read import bytes_of
from planner.storage.save_errors import SaveFailed
from planner.storage.write import write
from planner.text import mark

FORMAT: Final = "planner-patterns"
VERSION: Final = 1
MAX_PATTERNS: Final = 500


class PatternsDamaged(ReadError):  # noqa: N818  # named for the situation
    """The file of patterns cannot be read; facts: detail."""

    code = "patterns-damaged"
    sentence = mark(
        "Your own patterns cannot be read: {path} is damaged ({detail}). The file stays as "
        "it is; the next pattern that you save starts a new file, and this one is kept next "
        "to it."
    )


class TooManyPatterns(SaveFailed):
    """The file has the greatest number of patterns; facts: limit."""

    code = "too-many-patterns"
    sentence = mark("You already have {limit} patterns of your own. Nothing was changed; delete one of them first.")


class _File(Frozen, defer_build=True):
    format: Literal["planner-patterns"] = FORMAT
    version: Literal[1] = VERSION
    patterns: tuple[Pattern, ...] = Field(default=(), max_length=MAX_PATTERNS)

    @model_validator(mode="after")
    def _each_id_once(self) -> Self:
        if len({pattern.id for pattern in self.patterns}) != len(self.patterns):
            message = "two patterns have the same id"
            raise ValueError(message)
        return self


def read_patterns(path: Path) -> tuple[Pattern, ...]:
    """Return the patterns of a file, none if there is no file; raises ReadError and never writes."""
    try:
        data = bytes_of(path)
    except NotFound:
        return ()
    try:
        text = text_of(data, path)
        raw = raw_of(text, path)
        check_surrogates(text, path)
    except StorageError as error:
        raise PatternsDamaged(path, detail=error.code) from error
    if _newer(raw):
        raise NewerVersion(path, version=min(raw["version"], 10**9), known=VERSION)
    try:
        return _File.model_validate_json(text).patterns
    except (ValidationError, RecursionError) as error:
        raise PatternsDamaged(path, detail=_detail(error)) from error


def write_patterns(path: Path, patterns: tuple[Pattern, ...]) -> None:
    """Replace the patterns in a file, all or none; raises SaveFailed."""
    if len(patterns) > MAX_PATTERNS:
        raise TooManyPatterns(path, limit=MAX_PATTERNS)
    try:
        make_private(path.parent)
    except OSError as error:
        raise SaveFailed(path, reason=error.strerror or type(error).__name__) from error
    write(path, (_File(patterns=patterns).model_dump_json(indent=1) + "\n").encode(), private=True)


def set_aside(path: Path) -> Path:
    """Rename a damaged file to a free name in its folder and return that; raises SaveFailed."""
    names = (path.with_name(f"{path.stem}-damaged-{number}{path.suffix}") for number in range(1, 1000))
    free = next((name for name in names if not name.exists()), None)
    if free is None:
        raise SaveFailed(path, reason="1000")
    try:
        path.rename(free)
    except OSError as error:
        raise SaveFailed(path, reason=error.strerror or type(error).__name__) from error
    return free


def _newer(raw: dict[str, Any]) -> bool:
    version = raw.get("version")
    return raw.get("format") == FORMAT and type(version) is int and version > VERSION


def _detail(error: ValidationError | RecursionError) -> str:
    if isinstance(error, RecursionError):
        return "too-deep"
    first = error.errors(include_url=False, include_input=False, include_context=False)[0]
    place = ".".join(str(step) for step in first["loc"])
    return printable(f"{place}: {first['msg'].removeprefix('Value error, ')}", 200)
