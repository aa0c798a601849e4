"""Drafts: texts typed into fields but not yet applied as edits, kept so that a crash does not lose them.

Each window has one file of drafts, with the name and lock of its journal, so that only those of crashed windows are
offered. Each line is one draft in JSON, so that a damaged line does not affect the others.
"""

import contextlib
import json
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, Final, Self, cast

from planner.storage.folders import plan_key
from planner.storage.journal import Journal, Recovery, Revision
from planner.storage.lock import is_held
from planner.storage.save_errors import SaveFailed
from planner.storage.write import write

_FORMAT: Final = "planner-drafts"
_ENDING: Final = ".drafts"
MOST: Final = 2_000_000
"""Characters of all drafts of a window together; the excess is cut off at the end."""


@dataclass(frozen=True)
class Draft:
    """The text in one field, and what the field belongs to."""

    form: str
    """The dialog or line it was typed into; empty for a field of a session in the window."""
    entry: str
    """The id of the session or other entry, several separated by spaces; empty for the plan or the form itself."""
    field: str
    where: str
    """What the user calls the session or the dialog."""
    label: str
    """What the user calls the field."""
    text: str


_NAMES: Final = tuple(field.name for field in fields(Draft))


class DraftFile:
    """Writes the drafts of one window; not thread-safe, but not bound to one thread."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._path: Path | None = None

    def keep(self, drafts: tuple[Draft, ...], plan_id: str, title: str, revision: Revision) -> None:
        """Replace the kept drafts by these; delete the file if there are none. Raises SaveFailed."""
        if not drafts:
            self._remove()
            return
        path = self._journal.beside(plan_id, _ENDING)
        _write(path, LeftDrafts(path, plan_id, title, revision.path, revision.base, drafts))
        if self._path not in {None, path}:
            self._remove()
        self._path = path

    def close(self) -> None:
        """Delete the drafts when the window closes normally, before the journal is closed."""
        self._remove()

    def _remove(self) -> None:
        if self._path is not None:
            with contextlib.suppress(OSError):
                self._path.unlink(missing_ok=True)
        self._path = None


# After a crash


@dataclass(frozen=True)
class LeftDrafts:
    """The drafts that a crashed window left, and the plan they belong to."""

    path: Path
    plan: str
    title: str
    """Of the plan; empty if it had none or there was no plan."""
    file: Path | None
    base: str
    """The digest of the plan's file when it was last read or saved."""
    drafts: tuple[Draft, ...]

    def belongs_to(self, recovery: Recovery) -> bool:
        """Return whether a journal was written by the same window for the same plan."""
        return self.path.with_suffix(recovery.journal.suffix) == recovery.journal

    @property
    def lock(self) -> Path:
        """The lock file of the window."""
        return self.path.parent.parent / f"{self.path.stem}.lock"

    @classmethod
    def of(cls, path: Path) -> Self | None:
        """Read the drafts in a file, skipping damaged lines; None if there are none."""
        try:
            with path.open("rb") as file:
                head, *lines = file.read(8 * MOST).split(b"\n")
        except OSError:
            return None
        drafts = tuple(draft for line in lines if (draft := _draft(line)) is not None)
        if not drafts:
            return None
        header = _object(head)
        if header is None or header.get("format") != _FORMAT:
            return cls(path, "", "", None, "", drafts)
        place = header.get("path")
        try:
            file_of = Path(place) if isinstance(place, str) else None
        except ValueError:
            file_of = None
        plan, title, base = (str(header.get(name, "")) for name in ("plan", "title", "base"))
        return cls(path, plan, title, file_of, base, drafts)


def left_drafts(root: Path) -> tuple[LeftDrafts, ...]:
    """Return the drafts of crashed windows, ordered by path; deletes nothing."""
    found = (LeftDrafts.of(path) for path in _files(root) if not is_held(path.parent.parent / f"{path.stem}.lock"))
    return tuple(left for left in found if left is not None)


def put_rest(left: LeftDrafts, rest: tuple[Draft, ...]) -> LeftDrafts:
    """Keep only the drafts that the user has not decided about yet; raises SaveFailed."""
    after = replace(left, drafts=rest)
    if rest:
        _write(left.path, after)
    else:
        discard_drafts(left)
    return after


def discard_drafts(left: LeftDrafts) -> None:
    """Delete a file of drafts that the user has decided about; raises SaveFailed."""
    try:
        left.path.unlink(missing_ok=True)
    except OSError as error:
        raise SaveFailed(left.path, reason=error.strerror or type(error).__name__) from error


def forget_drafts(root: Path, plan_id: str, people: Mapping[str, str]) -> None:
    """Delete the drafts of crashed windows that are about people, given as names by id; raises SaveFailed.

    An unreadable file is deleted. The drafts of running windows are left to these windows.
    """
    for path in _files(root):
        if path.parent.name != plan_key(plan_id) or is_held(path.parent.parent / f"{path.stem}.lock"):
            continue
        left = LeftDrafts.of(path)
        if left is None:
            discard_drafts(LeftDrafts(path, "", "", None, "", ()))
            continue
        rest = tuple(draft for draft in left.drafts if not _names(draft, people))
        if rest != left.drafts:
            put_rest(left, rest)


def _names(draft: Draft, people: Mapping[str, str]) -> bool:
    """Return whether a draft belongs to one of these people or contains one of their names."""
    words = " ".join(f"{draft.where} {draft.label} {draft.text}".casefold().split())
    names = (" ".join(name.casefold().split()) for name in people.values())
    return draft.entry in people or any(name and name in words for name in names)


def _files(root: Path) -> Iterator[Path]:
    try:
        yield from sorted((root / "journal").glob(f"*/*{_ENDING}"))
    except OSError:
        return


def _write(path: Path, left: LeftDrafts) -> None:
    head = {
        "format": _FORMAT,
        "plan": left.plan,
        "title": left.title,
        "path": None if left.file is None else str(left.file.absolute()),
        "base": left.base,
    }
    lines = [head, *(asdict(draft) for draft in _bounded(left.drafts))]
    try:
        _make_private(path)
    except OSError as error:
        raise SaveFailed(path, reason=error.strerror or type(error).__name__) from error
    write(path, "\n".join(map(json.dumps, lines)).encode("ascii"))


def _make_private(path: Path) -> None:
    """Create an empty file that only this user may read, before anything is written into it."""
    if sys.platform != "win32" and not path.exists():
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600))


def _bounded(drafts: tuple[Draft, ...]) -> Iterator[Draft]:
    room = MOST
    for draft in drafts:
        room -= len(draft.where) + len(draft.label)
        if room <= 0:
            return
        yield replace(draft, text=draft.text[:room])
        room -= len(draft.text)


def _draft(line: bytes) -> Draft | None:
    entry = _object(line)
    values = [] if entry is None else [entry.get(name) for name in _NAMES]
    texts = [value for value in values if isinstance(value, str)]
    return Draft(*texts) if len(texts) == len(_NAMES) else None


def _object(line: bytes) -> dict[str, Any] | None:
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return cast("dict[str, Any]", entry) if isinstance(entry, dict) else None
