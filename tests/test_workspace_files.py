"""The workspace and its file: backups, damaged files, what somebody else saved, and what was recovered."""

import errno
import os
import sys
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from planner.clock import Clock
from planner.model import Document, Ledger, Person, Plan, Release, Session
from planner.model.edits import change_plan
from planner.model.merge.diff import compare
from planner.storage import (
    ANY,
    BackupReason,
    Backups,
    Journal,
    NotForgotten,
    ReadError,
    Revision,
    SaveConflict,
    TargetReadOnly,
    digest,
    discard,
    read,
    recoverable,
    save,
    take,
)
from planner.storage.migrations import migrate
from planner.workspace import Workspace

START = datetime(2027, 1, 1, 8, tzinfo=UTC)
PLAN = Plan(id="event", title="old", sessions=(Session(id="s", kind="talk"),))


def hourly() -> Clock:
    """Return a clock that goes on by an hour each time it is read."""
    hours = count(1)
    return Clock(lambda: START + timedelta(hours=next(hours)))


@pytest.fixture
def backups(tmp_path: Path) -> Backups:
    return Backups(tmp_path / "local")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "event.plan"
    save(Document(plan=PLAN), path)
    return path


@pytest.fixture
def work(path: Path, backups: Backups) -> Workspace:
    work = Workspace(Document(plan=Plan(id="nothing")), backups=backups, clock=hourly())
    work.open(path)
    return work


def rename(work: Workspace, title: str) -> None:
    work.apply(lambda plan: change_plan(plan, title=title), "Rename")


def theirs(path: Path, **fields: object) -> Document:
    document = read(path).document
    changed = document.changed(plan=document.plan.changed(**fields))
    save(changed, path)
    return changed


def test_each_save_leaves_a_backup(work: Workspace, backups: Backups) -> None:
    for title in ("one", "two"):
        rename(work, title)
        work.save()
    assert [backup.read().document.plan.title for backup in backups.list("event")] == ["two", "one", "old"]
    assert work.trouble is None


def test_a_damaged_file_is_answered_with_its_newest_backup(work: Workspace, path: Path) -> None:
    rename(work, "one")
    work.save()
    path.write_bytes(b"\0" * 100)
    with pytest.raises(ReadError):
        work.open(path)
    backup = work.newest_backup(path)
    assert backup is not None
    assert backup.read().document.plan.title == "one"
    assert work.plan.title == "one"


def test_without_backups_there_is_none_to_offer(path: Path) -> None:
    path.write_bytes(b"")
    work = Workspace(Document(plan=PLAN))
    with pytest.raises(ReadError):
        work.open(path)
    assert work.newest_backup(path) is None


def test_what_somebody_else_saved_is_not_overwritten(work: Workspace, path: Path) -> None:
    other = theirs(path, subtitle="theirs")
    rename(work, "mine")
    with pytest.raises(SaveConflict) as caught:
        work.save()
    assert work.state.dirty
    assert caught.value.theirs == other
    work.save(overwrite=caught.value.digest)
    assert read(path).document.plan.title == "mine"
    assert not work.state.dirty


def test_their_changes_can_be_taken_over_one_by_one(work: Workspace, path: Path) -> None:
    release = Release(id="r", name="Stand 1", at=START)
    document = theirs(path, subtitle="theirs", organiser="them")
    document = document.changed(ledger=Ledger(releases=(release,)))
    save(document, path)
    rename(work, "mine")
    with pytest.raises(SaveConflict) as caught:
        work.save()
    other = caught.value.theirs
    assert other is not None
    saved = work.state.saved
    found = compare(saved.plan if saved else None, work.plan, other.plan)
    assert [difference.change.id for difference in found] == ["subtitle", "organiser"]
    assert work.take_over(other, caught.value.digest, [found[0].change], "Apply") == ()
    work.save()
    result = read(path).document
    assert (result.plan.title, result.plan.subtitle, result.plan.organiser) == ("mine", "theirs", "")
    assert result.ledger.releases == (release,)
    work.undo()
    assert (work.plan.title, work.plan.subtitle) == ("mine", "")
    assert work.state.document.ledger.releases == (release,)


def test_taking_nothing_over_is_no_step_but_may_be_saved(work: Workspace, path: Path) -> None:
    rename(work, "mine")
    other = theirs(path, subtitle="theirs")
    assert work.take_over(other, digest(path.read_bytes()), (), "Apply") == ()
    assert work.state.undo == "Rename"
    work.save()
    assert read(path).document.plan.subtitle == ""


def test_a_new_plan_overwrites_nothing_unasked(path: Path, tmp_path: Path) -> None:
    work = Workspace(Document(plan=Plan(id="new")), path)
    with pytest.raises(SaveConflict):
        work.save()
    work.save(tmp_path / "new.plan")
    work.save(path)  # chosen in a dialog that asked
    assert read(path).document.plan.id == "new"
    theirs(path, title="theirs")
    work.save(overwrite=ANY)


def other_ways(path: Path) -> list[Path]:
    """Return other paths that lead to a file: over a folder, relative, and by links of both kinds."""
    (path.parent / "folder").mkdir()
    ways = [path.parent / "folder" / ".." / path.name, Path(os.path.relpath(path)), path.with_name("hard.plan")]
    os.link(path, ways[-1])
    if sys.platform != "win32":
        ways.append(path.with_name("soft.plan"))
        ways[-1].symlink_to(path)
    return ways


def test_the_own_file_by_another_path_is_not_overwritten_unseen(work: Workspace, path: Path) -> None:
    ways = other_ways(path)
    text = path.read_bytes().replace(b'"old"', b'"theirs"')
    path.write_bytes(text)  # in place, so that the second name holds it too
    rename(work, "mine")
    for way in ways:
        with pytest.raises(SaveConflict):
            work.save(way)
    assert path.read_bytes() == text


def test_a_protected_file_stays_so_by_every_path(path: Path, backups: Backups) -> None:
    work = Workspace(Document(plan=Plan(id="nothing")), backups=backups)
    before = path.read_bytes()
    work.open(path, read_only=True)
    rename(work, "mine")
    for way in other_ways(path):
        with pytest.raises(TargetReadOnly):
            work.save(way)
    assert path.read_bytes() == before


def test_what_was_seen_at_the_start_of_saving_as_is_all_that_is_replaced(
    work: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other.plan"
    sync = os.fsync

    def meanwhile(descriptor: int) -> None:
        sync(descriptor)
        other.write_bytes(b"somebody else's")

    monkeypatch.setattr(os, "fsync", meanwhile)
    for before in (None, b"what the question was about"):
        if before is not None:
            other.write_bytes(before)
        with pytest.raises(SaveConflict):
            work.save(other)
        assert other.read_bytes() == b"somebody else's"


def test_a_backup_that_fails_is_trouble_and_no_error(path: Path, tmp_path: Path) -> None:
    (tmp_path / "full").write_bytes(b"a file where a folder should be")
    work = Workspace(Document(plan=PLAN), backups=Backups(tmp_path / "full"))
    work.open(path)
    rename(work, "one")
    work.save()
    assert work.trouble is not None
    assert read(path).document.plan.title == "one"


def _to_2(raw: dict[str, Any]) -> dict[str, Any]:
    return {**raw, "version": 2}


def test_before_a_migration_the_file_is_kept(
    path: Path, work: Workspace, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = ((1, _to_2),)
    reading = sys.modules["planner.storage.read"]
    monkeypatch.setattr(reading, "VERSION", 2)
    monkeypatch.setattr(reading, "MIGRATIONS", steps)
    monkeypatch.setattr(reading, "migrate", partial(migrate, migrations=steps, newest=2))
    monkeypatch.setattr("planner.workspace.VERSION", 2)
    work.open(path)
    work.open(path)
    (backup,) = backups.list("event")
    assert backup.reason is BackupReason.MIGRATION
    assert backup.path.read_bytes() == path.read_bytes()


def test_before_an_import_the_plan_is_kept(work: Workspace, backups: Backups) -> None:
    rename(work, "before")
    work.back_up(BackupReason.IMPORT)
    (backup,) = backups.list("event")
    assert (backup.reason, backup.read().document.plan.title) == (BackupReason.IMPORT, "before")


def test_a_deleted_person_is_gone_from_the_backups(work: Workspace, backups: Backups) -> None:
    work.apply(lambda plan: plan.changed(people=(Person(id="p", name="Erika Muster"),)), "Add")
    work.save()
    work.forget_person("p")
    work.save()
    assert all(b"Erika" not in backup.path.read_bytes() for backup in backups.list("event"))


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> set[Path]:
    """Files that another program holds, as on Windows: they can neither be deleted nor replaced."""
    found: set[Path] = set()
    unlink, replace = Path.unlink, Path.replace

    def refused(path: Path) -> None:
        if path in found:
            raise PermissionError(errno.EACCES, "in use", str(path))

    def unlinked(path: Path, missing_ok: bool = False) -> None:
        refused(path)
        unlink(path, missing_ok=missing_ok)

    def replaced(path: Path, target: Path) -> Path:
        refused(Path(target))
        return replace(path, target)

    monkeypatch.setattr(Path, "unlink", unlinked)
    monkeypatch.setattr(Path, "replace", replaced)
    return found


def names(backups: Backups) -> list[bool]:
    return [b"Erika" in backup.path.read_bytes() for backup in backups.list("event")]


def test_a_backup_that_is_held_hinders_no_other_and_no_save(
    work: Workspace, path: Path, backups: Backups, held: set[Path]
) -> None:
    work.apply(lambda plan: plan.changed(people=(Person(id="p", name="Erika Muster"),)), "Add")
    for number in range(4):
        rename(work, str(number))
        work.save()
    held.add(backups.list("event")[1].path)
    work.forget_person("p")
    assert isinstance(work.trouble, NotForgotten)
    assert work.trouble.facts["number"] == 1
    assert sum(names(backups)) == 1
    for title in ("one", "two"):
        rename(work, title)
        work.save()  # no conflict with what was saved here
        assert isinstance(work.trouble, NotForgotten)
        assert read(path).document.plan.title == title
    held.clear()
    rename(work, "three")
    work.save()
    assert work.trouble is None
    assert not any(names(backups))
    rename(work, "four")
    work.save()
    assert work.trouble is None


def test_whatever_fails_after_the_file_is_in_place_the_next_save_knows_it(
    work: Workspace, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> int:
        raise RuntimeError

    work.forget_person("nobody")
    with monkeypatch.context() as patched:
        patched.setattr(Backups, "rewrite", broken)
        with pytest.raises(RuntimeError):
            work.save()
    rename(work, "after")
    work.save()
    assert read(path).document.plan.title == "after"


def test_what_a_crashed_window_left_goes_on_where_it_was(work: Workspace, path: Path, tmp_path: Path) -> None:
    root = tmp_path / "local"
    journal = Journal(root)
    rename(work, "unsaved")
    state = work.state
    assert journal.keep(state.document, Revision(state.revision, state.path, state.digest))
    vars(journal)["_lock"].release()
    (recovery,) = recoverable(root)
    document, file = take(recovery)
    again = Workspace(Document(plan=Plan(id="nothing")))
    again.start(document, file, recovery.revision.base)
    assert again.state.dirty
    again.save()
    discard(recovery)
    assert read(path).document.plan.title == "unsaved"
    assert recoverable(root) == ()


def test_each_other_document_has_a_higher_revision(work: Workspace) -> None:
    seen = [work.state.revision]
    rename(work, "one")
    seen.append(work.state.revision)
    work.undo()
    seen.append(work.state.revision)
    assert seen == sorted(set(seen))
    work.save()
    assert work.state.revision == seen[-1]
