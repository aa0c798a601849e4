"""Changing many files so that one that is held hinders no other, as when a person is deleted for good."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from planner.storage.errors import StorageError
from planner.storage.save_errors import NotForgotten
from planner.storage.write import PAUSES, retried

File = TypeVar("File")


def change_all(folder: Path, files: Iterable[File], change: Callable[[File], bool]) -> int:
    """Change each of some files in a folder and return how many there was anything to change in.

    Goes on after one that cannot be changed; raises NotForgotten when all others are done. Run again, it finishes.
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
    """Delete a file that may be gone already; waits a while for a program on Windows that holds it; raises OSError."""
    retried(lambda: path.unlink(missing_ok=True), PAUSES[:4])


def lying_in(folder: Path) -> list[Path]:
    """Return what lies in a folder, nothing where there is none; raises NotForgotten if nobody can tell."""
    try:
        return sorted(folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise NotForgotten(folder, number="?", reason=_reason(error)) from error


def is_unfinished(path: Path) -> bool:
    """Tell whether a write that died has left a file, as long as no other one is writing it now."""
    return path.name.startswith("~$") and path.name.endswith(".tmp")


def _reason(error: Exception) -> str:
    if isinstance(error, StorageError):
        return str(error.facts.get("reason", error.code))
    return getattr(error, "strerror", None) or type(error).__name__
