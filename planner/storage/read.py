"""Reading a plan file: any bytes give a complete document or an error that names what is wrong with them."""

import hashlib
import json
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

from pydantic import ValidationError

from planner.garbage import collecting_later
from planner.model import Document, Ledger, Plan
from planner.model.base import Frozen
from planner.storage.errors import (
    InvalidPlan,
    NewerVersion,
    NotAFile,
    NotAPlan,
    NotFound,
    NotReadable,
    ReadError,
    TooDeep,
)
from planner.storage.migrations import MIGRATIONS, VERSION, migrate
from planner.storage.precheck import MAX_BYTES, check_size, check_surrogates, printable, raw_of, text_of


@dataclass(frozen=True)
class Loaded:
    """A document, the SHA-256 of its bytes, the version of its format, and whether its file is write-protected."""

    document: Document
    digest: str
    version: int
    read_only: bool = False


class _File(Frozen):
    """The complete file, so that the locations in validation errors begin at its root."""

    format: Literal["planner"]
    version: int
    plan: Plan
    ledger: Ledger = Ledger()


def read(path: Path) -> Loaded:
    """Read a plan file; raises only errors of planner.storage.errors and never writes."""
    data = bytes_of(path)
    document, version = _parsed(data, path)
    return Loaded(document, digest(data), version, read_only=not may_write(path))


def parse(data: bytes, path: Path | str = "*.plan") -> Document:
    """Return the document in the bytes of a plan file; the path is only for messages."""
    return _parsed(data, path)[0]


def plan_id_of(data: bytes) -> str:
    """Return the id of the plan in the bytes of a file, "" if they are not a plan."""
    try:
        return parse(data).plan.id
    except ReadError:
        return ""


def digest(data: bytes) -> str:
    """Return the SHA-256 of bytes, by which a changed file is noticed."""
    return hashlib.sha256(data).hexdigest()


def may_write(path: Path) -> bool:
    """Return whether the system allows changing a file."""
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def bytes_of(path: Path) -> bytes:
    """Return the content of a file; raises ReadError."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise NotAFile(path)
        check_size(found.st_size, path)
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise NotFound(path) from None
    except OSError as error:
        raise NotReadable(path, reason=error.strerror or type(error).__name__) from error
    except ValueError:  # a NUL in the name
        raise NotFound(path) from None


@collecting_later()  # nothing that is read is garbage
def _parsed(data: bytes, path: Path | str) -> tuple[Document, int]:
    text = text_of(data, path)
    raw = raw_of(text, path)
    version = _version(raw, path)
    check_surrogates(text, path)
    if version < VERSION:
        text = _migrated(raw, path)
    try:
        file = _File.model_validate_json(text)
    except ValidationError as error:
        raise _invalid(error, path) from None
    except RecursionError:
        raise TooDeep(path) from None
    return Document(plan=file.plan, ledger=file.ledger), version


def _version(raw: dict[str, Any], path: Path | str) -> int:
    if raw.get("format") != "planner":
        raise NotAPlan(path)
    version = raw.get("version")
    if type(version) is not int or version < VERSION - len(MIGRATIONS):
        named = printable(str(version)) if isinstance(version, int | float | str) else type(version).__name__
        detail = f"{named} is not a version of this format"
        raise InvalidPlan(path, where="version", detail=detail, kind="version", count=1)
    if version > VERSION:
        raise NewerVersion(path, version=min(version, 10**9), known=VERSION)
    return version


def _migrated(raw: dict[str, Any], path: Path | str) -> str:
    """Return a file of an older version as text of this one; raises InvalidPlan if a migration fails."""
    try:
        return json.dumps(migrate(raw))
    except RecursionError:
        raise TooDeep(path) from None
    except (LookupError, TypeError, ValueError, AttributeError, ArithmeticError) as error:
        detail = printable(f"{type(error).__name__} {error}")
        raise InvalidPlan(path, where="plan", detail=detail, kind="migration", count=1) from error


def _invalid(error: ValidationError, path: Path | str) -> InvalidPlan | TooDeep:
    """Return the first of pydantic's errors, with its location in the file."""
    first = error.errors(include_url=False, include_input=False, include_context=False)[0]
    if first["type"] == "json_invalid" and "recursion" in first["msg"]:
        return TooDeep(path)
    return InvalidPlan(
        path,
        where=_place(first["loc"]),
        detail=printable(first["msg"].removeprefix("Value error, "), _DETAIL),
        kind=first["type"],
        count=error.error_count(),
    )


_DETAIL: Final = 300


def _place(loc: tuple[int | str, ...]) -> str:
    """Return a path in the document, such as plan.sessions[3].title."""
    place = "".join(f"[{step}]" if isinstance(step, int) else f".{printable(step)}" for step in loc)
    return place.removeprefix(".") or "JSON"
