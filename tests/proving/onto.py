"""Saving as and exporting onto files that are there already, by every path that leads to them."""

import contextlib
import io
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from planner.cli import main
from planner.cli.outcome import FAILED
from planner.exporters import CSV, EXPORTERS
from planner.model import Document, Plan
from planner.storage import (
    SaveConflict,
    SaveFailed,
    TargetReadOnly,
    check_unchanged,
    dump,
    fingerprint,
    save,
    write_export,
)
from planner.workspace import Workspace

MINE, OTHER = (Document(plan=Plan(id=name, title=name)) for name in ("mine", "other"))
OTHERS: Final = {
    "other.plan": dump(OTHER),
    "upper.PLAN": dump(OTHER),
    "renamed.csv": dump(OTHER),
    "damaged.plan": dump(OTHER)[:40],
    "empty.plan": b"",
    "notes.csv": b"what somebody wrote",
    "marked.csv": b"\xef\xbb\xbf  " + dump(OTHER),
}


class Onto(NamedTuple):
    """How often something was tried, and what was wrong."""

    tried: int
    failures: tuple[str, ...]


def ways(path: Path) -> Iterator[tuple[str, Path]]:
    """Return paths that lead to a file: as it is, over a folder, relative, and by links of both kinds."""
    folder = path.parent / "folder"
    folder.mkdir(exist_ok=True)
    yield "its path", path
    yield "a folder and back", folder / ".." / path.name
    yield "a relative path", Path(os.path.relpath(path))
    hard, soft, linked = folder / f"hard-{path.name}", folder / f"soft-{path.stem}.csv", path.parent / "linked"
    os.link(path, hard)
    yield "a second name", hard
    with contextlib.suppress(OSError):  # few users of Windows may make symbolic links
        soft.symlink_to(path)
        linked.symlink_to(path.parent, target_is_directory=True)
        yield "a link", soft
        yield "a linked folder", linked / path.name


def onto(folder: Path, step: int = 1) -> Onto:
    """Try everything that writes onto everything that is there, or each so many-th of it."""
    attempts = [
        (name, number, action)
        for name in ("mine.plan", *OTHERS)
        for number, _ in enumerate(ways(_prepared(folder, name)))
        for action in _actions(name)
    ][::step]
    failures: list[str] = []
    for name, number, action in attempts:
        way, target = list(ways(_prepared(folder, name)))[number]
        before = _contents(folder)
        told = _actions(name)[action](folder / "mine.plan", target)
        if told != "refused" or before != _contents(folder):
            failures.append(f"{action} onto {name} by {way}: {told}")
    return Onto(len(attempts), tuple(failures))


def _contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def _prepared(folder: Path, name: str) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    save(MINE, folder / "mine.plan")
    for other, data in OTHERS.items():
        (folder / other).write_bytes(data)
    return folder / name


def _actions(name: str) -> dict[str, Callable[[Path, Path], str]]:
    found: dict[str, Callable[[Path, Path], str]] = {
        f"planner export --format {exporter.name}": _exporting(exporter.name) for exporter in EXPORTERS
    }
    found["planner new"] = lambda _, target: _commanded("new", str(target), "--template", "empty")
    if name != "notes.csv":  # in the window somebody was asked about it
        found["planner export --force"] = lambda mine, target: _commanded(
            "export", str(mine), str(target), "--format", "csv", "--force"
        )
        found["export in the window"] = _export_in_the_window
    if name == "mine.plan":
        found["save as what somebody else changed"] = lambda mine, target: _saved(mine, target, read_only=False)
        found["save as what is protected"] = lambda mine, target: _saved(mine, target, read_only=True)
    return found


def _exporting(name: str) -> Callable[[Path, Path], str]:
    return lambda mine, target: _commanded("export", str(mine), str(target), "--format", name)


def _commanded(*arguments: str) -> str:
    with contextlib.redirect_stderr(io.StringIO()) as err:
        status = main(arguments)
    return "refused" if status == FAILED and err.getvalue().count("\n") == 1 else f"{status} {err.getvalue()}"


def _export_in_the_window(mine: Path, target: Path) -> str:
    seen = fingerprint(target)
    try:
        write_export(target, CSV.export(MINE)[0].data, own=mine, may_replace=lambda: check_unchanged(target, seen))
    except SaveFailed:
        return "refused"
    return "written"


def _saved(mine: Path, target: Path, *, read_only: bool) -> str:
    """Save as onto the own file, which somebody else has changed in place meanwhile, or which is protected."""
    before = mine.read_bytes()
    work = Workspace(OTHER)
    work.open(mine, read_only=read_only)
    mine.write_bytes(before + (b"" if read_only else b"\n"))
    try:
        work.save(target)
    except (SaveConflict, TargetReadOnly):
        changed = mine.read_bytes() != before + (b"" if read_only else b"\n")
        mine.write_bytes(before)
        return "changed" if changed else "refused"
    return "written"
