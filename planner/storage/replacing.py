"""What an export may take the place of: never a plan, and never what changed since it was asked about."""

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeAlias

from planner.storage.conflict import current
from planner.storage.identity import same_file
from planner.storage.read import plan_id_of
from planner.storage.save_errors import SaveFailed
from planner.storage.write import write
from planner.text import mark

Standing: TypeAlias = tuple[int, int, int, int] | None
"""What tells a file from another one that comes to the same place: device, number, size, time; None for no file."""

_OURS: Final = re.compile(rb'"format"\s*:\s*"planner')


class TargetIsPlan(SaveFailed):
    """The file is a plan, or is called so."""

    code = "target-is-plan"
    sentence = mark(
        "{path} is a plan’s file, and an export never takes the place of a plan. "
        "Nothing was changed; choose another name."
    )


class TargetChanged(SaveFailed):
    """Something else came to the place since it was asked about."""

    code = "target-changed"
    sentence = mark(
        "{path} was changed by another program in the meantime and was not replaced. Look what it holds and try again."
    )


def standing(path: Path) -> Standing:
    """Return what stands at a path now, to be compared with what stands there later."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


def refuse_plan(path: Path, own: Path | None = None) -> None:
    """Raise TargetIsPlan if a path means a plan: by its ending, by what it holds, or because it is the own one.

    What is called a plan is one also where a link leads to it, where it is damaged, and before it is there.
    """
    data = current(path)
    if (
        any(place.name.casefold().endswith(".plan") for place in (path, _end(path)))
        or (own is not None and same_file(path, own))
        or (data is not None and _holds_plan(data))
    ):
        raise TargetIsPlan(path)


def write_export(path: Path, data: bytes, *, own: Path | None, may_replace: Callable[[], object]) -> None:
    """Put an export in its place, all or none; raises SaveFailed.

    At the last moment a plan is refused, the own one by whatever path it is reached, and what else may not be
    replaced: then the function raises.
    """

    def check() -> None:
        refuse_plan(path, own)
        may_replace()

    write(path, data, check=check)


def begins(path: Path, heads: tuple[bytes, ...]) -> bool:
    """Tell whether a file begins like others of its kind; one that is empty does, and where there is none."""
    data = current(path)
    return not data or data.startswith(heads)


def unchanged(path: Path, seen: Standing) -> None:
    """Raise TargetChanged if something else stands at a path than was seen there."""
    if standing(path) != seen:
        raise TargetChanged(path)


def _end(path: Path) -> Path:
    """Return where links lead; the path itself if that cannot be told."""
    try:
        return Path(os.path.realpath(path))
    except (OSError, ValueError):
        return path


def _holds_plan(data: bytes) -> bool:
    """Tell whether bytes are a plan's, also a damaged one's, or another file of this program."""
    if not data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        return False
    return _OURS.search(data) is not None or plan_id_of(data) != ""
