"""Changing many files so that a failure of one does not stop the others, as when a person is deleted for good."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from planner.storage.errors import StorageError
from planner.storage.save_errors import NotForgotten
from planner.storage.write import PAUSES, retried

File = TypeVar("File")


def change_all(folder: Path, files: Iterable[File], change: Callable[[File], bool]) -> int:
    """Apply `change` to files of a folder and return how many it has changed.

    Continues after a failure and raises NotForgotten at the end; another call tries the rest again.
    """
    done = failed = 0
    reason = ""
    for file in files:
        try:
            done += change(file)
        except (StorageError, OSError) as error:
            failed += 1
            reason = _reason(error)
    if failed:
        raise NotForgotten(folder, number=failed, reason=reason)
    return done


def remove(path: Path) -> None:
    """Delete a file if it exists, waiting up to 0.75 s for a program on Windows that holds it; raises OSError."""
    retried(lambda: path.unlink(missing_ok=True), PAUSES[:4])


def entries_of(folder: Path) -> list[Path]:
    """Return the entries of a folder, sorted, none if it does not exist; raises NotForgotten if it cannot be listed."""
    try:
        return sorted(folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise NotForgotten(folder, number="?", reason=_reason(error)) from error


def is_unfinished(path: Path) -> bool:
    """Return whether a name is that of a temporary file, left by a write that did not end or in use by one now."""
    return path.name.startswith("~$") and path.name.endswith(".tmp")


def _reason(error: Exception) -> str:
    if isinstance(error, StorageError):
        return str(error.facts.get("reason", error.code))
    return getattr(error, "strerror", None) or type(error).__name__
