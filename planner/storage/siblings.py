"""What lies beside a plan's file: copies that a cloud made of it, and what dead saves left."""

import json
import os
import re
import socket
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from planner.model import Document
from planner.storage.errors import ReadError
from planner.storage.precheck import MAX_BYTES
from planner.storage.read import parse, plan_id_of
from planner.storage.save_errors import SaveFailed

# Copies that a cloud made

Origin = Literal["copy", "machine", "numbered"]


@dataclass(frozen=True)
class Sibling:
    """A file beside a plan that looks like another state of it, and what it holds if it can be read."""

    path: Path
    origin: Origin
    document: Document | None
    unreadable: ReadError | None = None


_COPY: Final = re.compile(
    r"[ ._-]*(\(.*(conflict|konflikt).*\)|sync-conflict-\d{8}-\d{6}-\w+|_.+_conflict)", re.IGNORECASE
)
_NUMBERED: Final = re.compile(r" \(\d{1,3}\)| \d{1,2}")
_MACHINE: Final = re.compile(r"-(?=.*[A-Z])[A-Z0-9][A-Z0-9-]{2,14}")
_MOST: Final = 20


def siblings(path: Path) -> tuple[Sibling, ...]:
    """Return the copies that a cloud made of a plan beside it when two people saved at once.

    Told by the name, as Dropbox, Nextcloud, OneDrive, Google Drive, iCloud, Syncthing and Synology form it, by the id
    of the plan, and by holding something else than the file. One that cannot be read is named too.
    """
    path = Path(os.path.realpath(path))
    known = _quietly(path)
    mine = plan_id_of(known)
    found: list[Sibling] = []
    for other in _beside(path):
        origin = _origin(path, other)
        data = _quietly(other) if origin else b""
        if not origin or data == known:
            continue
        try:
            document = parse(data, other)
        except ReadError as error:
            found.append(Sibling(other, origin, None, error))
        else:
            if not mine or document.plan.id == mine:
                found.append(Sibling(other, origin, document))
    return tuple(found[:_MOST])


def _beside(path: Path) -> list[Path]:
    try:
        return sorted(each for each in path.parent.iterdir() if _is_copy(each, path))
    except OSError:
        return []


def _is_copy(each: Path, path: Path) -> bool:
    return each.suffix.casefold() == path.suffix.casefold() and each.name != path.name and os.path.isfile(each)  # noqa: PTH113  # a Path's own raises


def _origin(path: Path, other: Path) -> Origin | None:
    if not other.stem.startswith(path.stem):
        return None
    rest = other.stem[len(path.stem) :]
    if _COPY.fullmatch(rest):
        return "copy"
    if _NUMBERED.fullmatch(rest):
        return "numbered"
    if _MACHINE.fullmatch(rest) or rest.casefold() == f"-{socket.gethostname()}".casefold():
        return "machine"
    return None


def _quietly(path: Path) -> bytes:
    try:
        if not path.is_file():
            return b""
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError:
        return b""


# What dead saves left


@dataclass(frozen=True)
class Leftover:
    """The unfinished file of a save that died, or was kept because the plan's file was held by another program."""

    path: Path
    document: Document | None
    """None if it breaks off."""


def leftovers(path: Path) -> tuple[Leftover, ...]:
    """Return what dead saves of a plan left beside it, to be offered: any of them may be the only copy.

    The same as the file holds is worth nothing and left out, as is what belongs to another plan.
    """
    target = Path(os.path.realpath(path))
    known = _quietly(target)
    mine = plan_id_of(known)
    found: list[Leftover] = []
    for each in _unfinished(target):
        data = _quietly(each)
        if not data or data == known:
            continue
        try:
            document = parse(data, each)
        except ReadError:
            found.append(Leftover(each, None))
        else:
            if not mine or document.plan.id == mine:
                found.append(Leftover(each, document))
    return tuple(found)


def _unfinished(target: Path) -> list[Path]:
    pattern = re.compile(re.escape(f"~${target.stem[:30]}-") + r"[0-9a-f]{12}\.tmp")
    try:
        return sorted(path for path in target.parent.iterdir() if pattern.fullmatch(path.name))
    except OSError:
        return []


def remove_leftover(leftover: Leftover) -> None:
    """Remove what the user does not want; raises SaveFailed."""
    try:
        leftover.path.unlink(missing_ok=True)
    except OSError as error:
        raise SaveFailed(leftover.path, reason=error.strerror or type(error).__name__) from error


# What still holds a person


def holding(path: Path, person: str, name: str) -> tuple[Path, ...]:
    """Return the copies and unfinished files beside a plan that hold a person's id or name, readable or not.

    Also those that nobody is offered, because they hold just what the file does, or nothing whole.
    """
    target = Path(os.path.realpath(path))
    copies = [other for other in _beside(target) if _origin(target, other)]
    signs = [json.dumps(person).encode()]
    if name:
        signs += [name.encode("utf-8", "replace"), json.dumps(name)[1:-1].encode()]
    return tuple(other for other in (*copies, *_unfinished(target)) if any(sign in _quietly(other) for sign in signs))
