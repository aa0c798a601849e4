"""The files beside a plan's file: conflict copies made by cloud storage, and temporary files of interrupted saves."""

import json
import os
import re
import socket
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from planner.model import Document
from planner.storage.errors import ReadError
from planner.storage.precheck import MAX_BYTES
from planner.storage.read import parse, plan_id_of
from planner.storage.save_errors import SaveFailed

# Conflict copies


@dataclass(frozen=True)
class Sibling:
    """A file beside a plan that is named like another state of it; `document` is None if it cannot be read."""

    path: Path
    document: Document | None
    unreadable: ReadError | None = None


_COPY: Final = re.compile(
    r"[ ._-]*(\(.*(conflict|konflikt).*\)|sync-conflict-\d{8}-\d{6}-\w+|_.+_conflict)| \(\d{1,3}\)", re.IGNORECASE
)
_COMPUTER: Final = re.compile(r"-(DESKTOP|LAPTOP|WIN|MININT)-[A-Z0-9]{5,12}")
"""OneDrive adds a computer's name, and Windows gives such names. Other capitals, as in "-FINAL", are the user's."""
_MOST: Final = 20


def siblings(path: Path) -> tuple[Sibling, ...]:
    """Return the conflict copies that cloud storage made beside a plan when two people saved at once, at most 20.

    A copy is recognised by its name, as Dropbox, Nextcloud, OneDrive, Google Drive, Syncthing and Synology form it,
    by the id of its plan, and by its content, which differs from the file's. Unreadable ones are included.
    """
    path = Path(os.path.realpath(path))
    known = _bytes(path)
    mine = plan_id_of(known)
    found: list[Sibling] = []
    for other in _beside(path):
        if not _is_copy(path, other) or (data := _bytes(other)) == known:
            continue
        try:
            document = parse(data, other)
        except ReadError as error:
            found.append(Sibling(other, None, error))
        else:
            if not mine or document.plan.id == mine:
                found.append(Sibling(other, document))
    return tuple(found[:_MOST])


def _beside(path: Path) -> list[Path]:
    try:
        return sorted(other for other in path.parent.iterdir() if _is_candidate(other, path))
    except OSError:
        return []


def _is_candidate(other: Path, path: Path) -> bool:
    same_suffix = other.suffix.casefold() == path.suffix.casefold()
    return same_suffix and other.name != path.name and os.path.isfile(other)  # noqa: PTH113  # Path.is_file can raise


def _is_copy(path: Path, other: Path) -> bool:
    """Return whether cloud storage would give this name to a conflict copy of a file."""
    if not other.stem.startswith(path.stem):
        return False
    rest = other.stem[len(path.stem) :]
    here = f"-{socket.gethostname()}".casefold()
    return bool(_COPY.fullmatch(rest) or _COMPUTER.fullmatch(rest)) or rest.casefold() == here


def _bytes(path: Path) -> bytes:
    try:
        if not path.is_file():
            return b""
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError:
        return b""


# Interrupted saves


@dataclass(frozen=True)
class Leftover:
    """The temporary file of an interrupted save, or one kept because another program held the plan's file."""

    path: Path
    document: Document | None
    """None if the file cannot be read."""


def leftovers(path: Path) -> tuple[Leftover, ...]:
    """Return the temporary files of interrupted saves beside a plan; any of them may be the only copy of a state.

    Those with the content of the file, and those of another plan, are left out.
    """
    target = Path(os.path.realpath(path))
    known = _bytes(target)
    mine = plan_id_of(known)
    found: list[Leftover] = []
    for unfinished in _unfinished(target):
        data = _bytes(unfinished)
        if not data or data == known:
            continue
        try:
            document = parse(data, unfinished)
        except ReadError:
            found.append(Leftover(unfinished, None))
        else:
            if not mine or document.plan.id == mine:
                found.append(Leftover(unfinished, document))
    return tuple(found)


def _unfinished(target: Path) -> list[Path]:
    pattern = re.compile(re.escape(f"~${target.stem[:30]}-") + r"[0-9a-f]{12}\.tmp")
    try:
        return sorted(path for path in target.parent.iterdir() if pattern.fullmatch(path.name))
    except OSError:
        return []


def remove_leftover(leftover: Leftover) -> None:
    """Delete a leftover that the user does not want; raises SaveFailed."""
    try:
        leftover.path.unlink(missing_ok=True)
    except OSError as error:
        raise SaveFailed(leftover.path, reason=error.strerror or type(error).__name__) from error


# Files that still contain a person


def files_with_person(path: Path, person: str, name: str) -> tuple[Path, ...]:
    """Return the files beside a plan, named like it, and temporary ones whose bytes contain a person’s id or name.

    Includes files that siblings() and leftovers() leave out, such as exact copies and broken ones.
    """
    target = Path(os.path.realpath(path))
    copies = [other for other in _beside(target) if other.stem.startswith(target.stem)]
    needles = [json.dumps(person).encode()]
    if name:
        needles += [name.encode("utf-8", "replace"), json.dumps(name)[1:-1].encode()]
    return tuple(
        other for other in (*copies, *_unfinished(target)) if any(needle in _bytes(other) for needle in needles)
    )
