"""What the program keeps beside plans is this user's alone, also what an older version left open to others."""

import os
import stat
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from planner.model import Document, Plan
from planner.storage import BackupReason, Backups, Journal, Revision, dump, tighten
from planner.storage.folders import make_private
from planner.storage.patterns import write_patterns

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a user's folders from others by itself")
DOCUMENT = Document(plan=Plan(id="event"))


@pytest.fixture(autouse=True)
def _usual_rights() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


def test_all_that_is_kept_is_private_from_the_start(tmp_path: Path) -> None:
    root = tmp_path / "share" / "Tagungsplaner"
    backups = Backups(root)
    for number in range(2):
        backups.keep(
            dump(DOCUMENT) + b"\n" * number, "event", BackupReason.SAVED, datetime(2027, 1, 1, number, tzinfo=UTC)
        )
    backups.remember(tmp_path / "event.plan", "event")
    backups.rewrite("event", lambda document: document.with_plan(document.plan.changed(title="x")))
    journal = Journal(root)
    for number in (1, 2):
        journal.keep(DOCUMENT, Revision(number))
    write_patterns(root / "patterns.json", ())
    open_ = [path for path in [root, *root.rglob("*")] if path.stat().st_mode & 0o077]
    assert open_ == []


def test_what_an_older_version_left_open_is_shut(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_bytes(b"x")
    root = tmp_path / "local"
    for name in ("journal/p/a.journal", "backups/p/a.plan", "log/planner.log", "patterns.json", "photos/a.jpg"):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    (root / "backups" / "p" / "link.plan").symlink_to(outside)
    tighten(root)
    shut = [path for path in root.rglob("*") if not path.is_symlink() and not path.stat().st_mode & 0o077]
    assert sorted({path.relative_to(root).parts[0] for path in shut}) == ["backups", "journal", "log", "patterns.json"]
    assert len(shut) == 9
    assert stat.S_IMODE(outside.stat().st_mode) == 0o644
    tighten(tmp_path / "gone")


def test_all_folders_on_the_way_are_private(tmp_path: Path) -> None:
    make_private(tmp_path / "a" / "b" / "c")
    assert [stat.S_IMODE((tmp_path / path).stat().st_mode) for path in ("a", "a/b", "a/b/c")] == [0o700] * 3
    make_private(tmp_path)
