"""A disk that is really full, and nearly full: the file stays byte for byte as it was until the new one is whole."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Generator
from pathlib import Path
from typing import Final, NamedTuple

from planner.model import Document, Plan
from planner.storage import Backups, SaveFailed, digest, dump, save, save_guarded

OLD: Final = Document(plan=Plan(id="event", title="old"))
NEW: Final = Document(plan=Plan(id="event", title="new", introduction="ä" * 20_000, imprint="ö" * 20_000))
PAGE: Final = 4096


class Full(NamedTuple):
    """How often it was tried, how often it failed for want of room, and what went wrong."""

    tried: int
    refused: int
    failures: tuple[str, ...]


@contextlib.contextmanager
def small_disk(folder: Path, size: str = "512k") -> Generator[Path | None]:
    """Give a disk of this size, None if this user may not make one."""
    if sys.platform == "win32":
        yield None
        return
    disk = folder / "disk"
    disk.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", disk], capture_output=True, check=False
    )
    if done.returncode:
        yield None
        return
    try:
        yield disk
    finally:
        subprocess.run(["umount", disk], check=True)


def full_disk(disk: Path, step: int = 1) -> Full:
    """Save with no page left, with one, and so on, until it succeeds easily; the backups lie on the same disk."""
    refused = tried = 0
    failures: list[str] = []
    for pages in range(0, 70, step):
        for entry in sorted(disk.rglob("*"), reverse=True):
            entry.rmdir() if entry.is_dir() else entry.unlink()
        path = disk / "event.plan"
        save(OLD, path)
        before = path.read_bytes()
        _fill(disk / "rest")
        _free(disk / "rest", pages)
        tried += 1
        try:
            save_guarded(NEW, path, digest(before), backups=Backups(disk / "local"))
        except SaveFailed:
            refused += 1
            if path.read_bytes() != before:
                failures.append(f"{pages} pages free: refused, but the file is another")
        else:
            if path.read_bytes() != dump(NEW):
                failures.append(f"{pages} pages free: said saved, but the file is not the new one")
        left = [entry.name for entry in disk.rglob("*") if entry.suffix == ".tmp"]
        failures += [f"{pages} pages free: left {left}"] if left else []
    return Full(tried, refused, tuple(failures))


def _fill(path: Path) -> None:
    with contextlib.suppress(OSError), path.open("wb", buffering=0) as file:
        while file.write(b"x" * PAGE):
            pass


def _free(path: Path, pages: int) -> None:
    os.truncate(path, max(0, path.stat().st_size - pages * PAGE))
