"""Saving where others save too: nobody's work is overwritten unseen, and what stood there is kept."""

import os
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from planner.model import Document, Plan
from planner.storage import (
    ANY,
    Backups,
    NotBackedUp,
    SaveConflict,
    SavedUnconfirmed,
    SaveFailed,
    SecondName,
    digest,
    dump,
    read,
    save,
    save_guarded,
)
from planner.storage.errors import Truncated

NOW = datetime(2027, 6, 1, 12, 2, tzinfo=UTC)


def document(title: str, plan_id: str = "event") -> Document:
    return Document(plan=Plan(id=plan_id, title=title))


OLD, MINE, THEIRS = document("old"), document("mine"), document("theirs")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "event.plan"
    save(OLD, path)
    return path


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_an_unchanged_file_is_overwritten(path: Path) -> None:
    saved = save_guarded(MINE, path, digest(dump(OLD)))
    assert (saved.digest, saved.trouble) == (digest(path.read_bytes()), None)
    assert read(path).document == MINE


def test_what_somebody_else_wrote_is_not_overwritten(path: Path) -> None:
    save(THEIRS, path)
    with pytest.raises(SaveConflict, match="someone else") as caught:
        save_guarded(MINE, path, digest(dump(OLD)))
    assert caught.value.theirs == THEIRS
    assert caught.value.unreadable is None
    assert read(path).document == THEIRS
    assert names(path.parent) == ["event.plan"]


def test_what_the_user_has_seen_may_be_overwritten_and_nothing_newer(path: Path) -> None:
    save(THEIRS, path)
    with pytest.raises(SaveConflict) as caught:
        save_guarded(MINE, path, digest(dump(OLD)))
    save(document("newer still"), path)
    with pytest.raises(SaveConflict):
        save_guarded(MINE, path, caught.value.digest)
    save(THEIRS, path)
    save_guarded(MINE, path, caught.value.digest)
    assert read(path).document == MINE


def test_theirs_that_cannot_be_read_is_a_conflict_too(path: Path) -> None:
    broken = dump(THEIRS)[:50]
    path.write_bytes(broken)
    with pytest.raises(SaveConflict) as caught:
        save_guarded(MINE, path, digest(dump(OLD)))
    assert caught.value.theirs is None
    assert isinstance(caught.value.unreadable, Truncated)
    assert path.read_bytes() == broken


def test_a_new_plan_overwrites_nothing_unasked(path: Path) -> None:
    with pytest.raises(SaveConflict):
        save_guarded(MINE, path, "")
    save_guarded(MINE, path, ANY)
    assert read(path).document == MINE


def test_a_file_that_is_gone_is_no_conflict(path: Path) -> None:
    path.unlink()
    save_guarded(MINE, path, digest(dump(OLD)))
    assert read(path).document == MINE


def test_somebody_who_saves_while_this_saves_is_noticed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sync = os.fsync

    def meanwhile(descriptor: int) -> None:
        sync(descriptor)
        path.write_bytes(dump(THEIRS))

    monkeypatch.setattr(os, "fsync", meanwhile)
    with pytest.raises(SaveConflict):
        save_guarded(MINE, path, digest(dump(OLD)))
    assert read(path).document == THEIRS
    assert names(path.parent) == ["event.plan"]


def test_a_save_that_was_not_confirmed_is_known_all_the_same(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unconfirmed(target: Path, path: Path) -> None:
        assert target
        raise SavedUnconfirmed(path, reason="no")

    with monkeypatch.context() as patched:
        patched.setattr(sys.modules["planner.storage.write"], "_flush_folder", unconfirmed)
        with pytest.raises(SavedUnconfirmed) as caught:
            save_guarded(MINE, path, digest(dump(OLD)))
    assert caught.value.digest == digest(path.read_bytes())
    save_guarded(document("again"), path, caught.value.digest)


def test_before_and_after_are_both_kept(path: Path, tmp_path: Path) -> None:
    backups = Backups(tmp_path / "local")
    known = digest(dump(OLD))
    for minutes in (0, 10):
        known = save_guarded(
            document(str(minutes)), path, known, backups=backups, now=NOW + timedelta(minutes=minutes)
        ).digest
    assert [backup.read().document.plan.title for backup in backups.list("event")] == ["10", "0", "old"]
    path.write_bytes(b"")
    newest = backups.newest_of(path)
    assert newest is not None
    assert newest.read().document.plan.title == "10"


def test_another_plan_that_is_overwritten_is_kept_as_its_own(path: Path, tmp_path: Path) -> None:
    backups = Backups(tmp_path / "local")
    save(document("other", "other"), path)
    save_guarded(MINE, path, ANY, backups=backups, now=NOW)
    assert [backup.read().document.plan.title for backup in backups.list("other")] == ["other"]
    assert [backup.read().document.plan.title for backup in backups.list("event")] == ["mine"]


def test_a_backup_that_fails_hinders_no_saving_but_is_told(path: Path, tmp_path: Path) -> None:
    (tmp_path / "backups").write_bytes(b"a file")
    saved = save_guarded(MINE, path, digest(dump(OLD)), backups=Backups(tmp_path), now=NOW)
    assert isinstance(saved.trouble, NotBackedUp)
    assert "was saved" in str(saved.trouble)
    assert read(path).document == MINE


def test_a_second_name_of_the_file_keeps_the_old_state_and_that_is_said_once(path: Path) -> None:
    second = path.with_name("second.plan")
    os.link(path, second)
    saved = save_guarded(MINE, path, digest(dump(OLD)))
    assert isinstance(saved.trouble, SecondName)
    assert "event.plan" in str(saved.trouble)
    assert (read(path).document, read(second).document) == (MINE, OLD)
    assert save_guarded(OLD, path, saved.digest).trouble is None


def test_what_is_no_file_is_refused(path: Path) -> None:
    with pytest.raises(SaveFailed):
        save_guarded(MINE, path.parent, ANY)
    with pytest.raises(SaveFailed):
        save_guarded(MINE, path / "below.plan", "")
    with pytest.raises(SaveFailed):
        save_guarded(MINE, path.with_name("a\0b.plan"), "")
