"""Journals of crashed windows no longer contain a deleted person, even where one of them cannot be changed."""

import errno
from pathlib import Path

import pytest

from planner.model import Document
from planner.storage import Journal, NotForgotten, Revision, recoverable
from planner.storage.journal import rewrite
from tests.storage.crashed import crash, document, left


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "local"


def test_a_deleted_person_is_gone_from_what_crashed_windows_left(root: Path) -> None:
    left(root, (1, "Erika"))
    left(root, (1, "Max"))
    left(root, (1, "Erika, broken"))
    broken = next(recovery for recovery in recoverable(root) if recovery.document == document("Erika, broken"))
    broken.journal.write_bytes(broken.journal.read_bytes()[:-30])
    other = Journal(root)
    other.keep(document("Erika", "other"), Revision(1))
    crash(other)

    def without(before: Document) -> Document:
        return document("") if before.plan.title == "Erika" else before

    assert rewrite(root, "event", without) == 1
    held = [
        recovery.document.plan.title for recovery in recoverable(root) if recovery.document and recovery.plan == "event"
    ]
    assert sorted(held) == ["", "Max"]
    assert len(recoverable(root)) == 3


def test_one_that_is_held_hinders_no_other_when_a_person_is_deleted(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(3):
        left(root, (1, "Erika"))
    first, broken, _ = (recovery.journal for recovery in recoverable(root))
    broken.write_bytes(broken.read_bytes()[:-30])
    replace, unlink = Path.replace, Path.unlink
    refused = PermissionError(errno.EACCES, "in use")

    def replaced(path: Path, target: Path) -> Path:
        if target == first:
            raise refused
        return replace(path, target)

    def unlinked(path: Path, missing_ok: bool = False) -> None:
        if path == broken:
            raise refused
        unlink(path, missing_ok=missing_ok)

    def without(_: Document) -> Document:
        return document("")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", replaced)
        patched.setattr(Path, "unlink", unlinked)
        with pytest.raises(NotForgotten) as caught:
            rewrite(root, "event", without)
    assert caught.value.facts["number"] == 2
    assert sum(b"Erika" in recovery.journal.read_bytes() for recovery in recoverable(root)) == 2
    assert rewrite(root, "event", without) == 1
    assert not any(b"Erika" in recovery.journal.read_bytes() for recovery in recoverable(root))


def test_what_dead_writes_left_goes_with_a_deleted_person(root: Path) -> None:
    left(root, (1, "Max"))
    alive = Journal(root)
    alive.keep(document("alive"), Revision(1))
    theirs, dead = sorted(root.glob("journal/*/*.journal"), key=lambda path: b"Max" in path.read_bytes())
    unfinished = [path.with_name(f"~${path.stem}-0123456789ab.tmp") for path in (theirs, dead)]
    for path in unfinished:
        path.write_bytes(b"Erika")
    rewrite(root, "event", lambda same: same)
    assert [path.exists() for path in unfinished] == [True, False]
    alive.close()
