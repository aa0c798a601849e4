"""The guards of exporting onto an existing file: a plan, or a file changed since the user agreed, is not replaced."""

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeAlias

from planner.storage.conflict import current
from planner.storage.path_identity import same_file
from planner.storage.read import plan_id_of
from planner.storage.save_errors import SaveFailed
from planner.storage.write import write
from planner.text import mark

Fingerprint: TypeAlias = tuple[int, int, int, int] | None
"""Device, inode, size and modification time in ns, by which a changed or other file is noticed; None for no file."""

_OURS: Final = re.compile(rb'"format"\s*:\s*"planner')


class TargetIsPlan(SaveFailed):
    """The target is a plan, or has the name of one."""

    code = "target-is-plan"
    sentence = mark(
        "{path} is the file of a plan, and an export never replaces a plan. Nothing was changed; choose another name."
    )


class TargetChanged(SaveFailed):
    """The target changed after the user agreed to replace it."""

    code = "target-changed"
    sentence = mark(
        "{path} was changed by another program in the meantime and was not replaced. Check "
        "what it contains and try again."
    )


class TargetExists(SaveFailed):
    """A file of an export is there already, and nobody was asked whether it may be replaced."""

    code = "target-exists"
    sentence = mark("{path} already exists and was not replaced. Move it, or choose another name.")


def fingerprint(path: Path) -> Fingerprint:
    """Return the fingerprint of the file at a path, to be compared later."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


def refuse_plan(path: Path, own: Path | None = None) -> None:
    """Raise TargetIsPlan if a path leads to a plan: by its ending, by its content, or because it is the file `own`.

    The ending counts for the path and for the target of its links, and also where the file is damaged or missing.
    """
    data = current(path)
    if (
        any(place.name.casefold().endswith(".plan") for place in (path, _resolved(path)))
        or (own is not None and same_file(path, own))
        or (data is not None and _holds_plan(data))
    ):
        raise TargetIsPlan(path)


def write_export(path: Path, data: bytes, *, own: Path | None, may_replace: Callable[[], object]) -> None:
    """Write an export atomically; raises SaveFailed. An export can be made again, so nothing is ever left beside it.

    Immediately before the old file is replaced, a plan is refused and `may_replace` is called, which can raise to
    keep another file.
    """

    def check() -> None:
        refuse_plan(path, own)
        may_replace()

    write(path, data, check=check, keep_new=False)


def begins(path: Path, heads: tuple[bytes, ...]) -> bool:
    """Return whether a file begins with one of the heads of its format; an empty or missing file counts as one."""
    data = current(path)
    return not data or data.startswith(heads)


def check_unchanged(path: Path, seen: Fingerprint) -> None:
    """Raise TargetChanged if the fingerprint at a path differs from the one seen."""
    if fingerprint(path) != seen:
        raise TargetChanged(path)


def check_missing(path: Path) -> None:
    """Raise TargetExists if there is anything at a path."""
    if os.path.lexists(path):
        raise TargetExists(path)


def _resolved(path: Path) -> Path:
    """Return the path with links resolved; the path itself if that fails."""
    try:
        return Path(os.path.realpath(path))
    except (OSError, ValueError):
        return path


def _holds_plan(data: bytes) -> bool:
    """Return whether bytes are a plan, even a damaged one, or another JSON file of this program."""
    if not data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        return False
    return _OURS.search(data) is not None or plan_id_of(data) != ""
