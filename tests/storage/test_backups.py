"""Backups: kept, listed, found again when the file is damaged, and never hidden by a broken one."""

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from planner.model import Document, Person, Plan
from planner.storage import BackupReason, Backups, ReadError, SaveFailed, digest, dump, read
from planner.storage.errors import EmptyFile
from planner.storage.thinning import FEW, TIERS

NOW = datetime(2027, 6, 1, 12, 2, tzinfo=UTC)
LATER = NOW + timedelta(minutes=6)


def data(title: str, plan_id: str = "event") -> bytes:
    return dump(Document(plan=Plan(id=plan_id, title=title)))


@pytest.fixture
def backups(tmp_path: Path) -> Backups:
    return Backups(tmp_path / "local")


def titles(backups: Backups) -> list[str]:
    return [backup.read().document.plan.title for backup in backups.list("event")]


def test_a_backup_is_a_plan_file_named_by_plan_and_time(backups: Backups) -> None:
    made = backups.keep(data("one"), "event", BackupReason.SAVED, NOW)
    assert made.path.name.startswith("event-20270601T120200")
    assert read(made.path).document.plan.title == "one"
    assert backups.list("event") == (made,)
    assert (made.time, made.reason, made.sessions) == (NOW, BackupReason.SAVED, 0)
    assert sys.platform == "win32" or made.path.parent.stat().st_mode & 0o077 == 0


def test_they_come_newest_first(backups: Backups) -> None:
    for number in range(4):
        backups.keep(data(str(number)), "event", BackupReason.SAVED, NOW + number * timedelta(minutes=5))
    assert titles(backups) == ["3", "2", "1", "0"]


def test_within_five_minutes_only_the_newest_stays(backups: Backups) -> None:
    for number in range(3):
        backups.keep(data(str(number)), "event", BackupReason.SAVED, NOW + number * timedelta(seconds=50))
    assert titles(backups) == ["2"]


def test_what_is_kept_already_is_not_kept_twice(backups: Backups) -> None:
    first = backups.keep(data("one"), "event", BackupReason.SAVED, NOW)
    assert backups.keep(data("one"), "event", BackupReason.REPLACED, LATER) == first
    first.path.write_bytes(b"")
    assert backups.keep(data("one"), "event", BackupReason.SAVED, LATER) != first


def test_before_a_migration_and_an_import_one_is_kept_for_long(backups: Backups) -> None:
    backups.keep(data("old"), "event", BackupReason.MIGRATION, NOW)
    backups.keep(data("list"), "event", BackupReason.IMPORT, NOW + timedelta(seconds=1))
    backups.keep(data("old"), "event", BackupReason.MIGRATION, NOW + timedelta(seconds=2))
    for day in range(400):
        backups.keep(data(str(day)), "event", BackupReason.SAVED, LATER + timedelta(days=day))
    assert titles(backups)[-2:] == ["list", "old"]


def test_a_broken_one_hides_no_other(backups: Backups) -> None:
    backups.keep(data("good"), "event", BackupReason.SAVED, NOW)
    broken = backups.keep(data("bad"), "event", BackupReason.SAVED, LATER)
    broken.path.write_bytes(data("bad")[:40])
    folder = broken.path.parent
    (folder / "~$event-0123456789ab.tmp").write_bytes(b"x")
    (folder / "event-20279901T000000000000Z-saved-0123456789ab.plan").write_bytes(b"x")
    (folder / "event-20270601T000000000000Z-mood-0123456789ab.plan").write_bytes(b"x")
    assert len(backups.list("event")) == 2
    assert backups.list("event")[0].sessions is None
    newest = backups.newest("event")
    assert newest is not None
    assert newest.read().document.plan.title == "good"


@pytest.mark.parametrize("damage", [b"", b"\0" * 500, b"Dear all"])
def test_the_newest_is_found_for_a_file_of_which_nothing_is_left(
    backups: Backups, tmp_path: Path, damage: bytes
) -> None:
    path = tmp_path / "event.plan"
    path.write_bytes(damage)
    assert backups.newest_of(path) is None
    backups.remember(path, "event")
    backups.remember(path, "event")
    backups.keep(data("good"), "event", BackupReason.SAVED, NOW)
    with pytest.raises(EmptyFile if not damage else ReadError):
        read(path)
    newest = backups.newest_of(path)
    assert newest is not None
    assert newest.read().document.plan.title == "good"


def test_the_id_in_a_truncated_file_leads_to_its_backup(backups: Backups, tmp_path: Path) -> None:
    path = tmp_path / "moved.plan"
    path.write_bytes(data("a truncated one")[:70])
    backups.keep(data("good"), "event", BackupReason.SAVED, NOW)
    newest = backups.newest_of(path)
    assert newest is not None
    assert newest.plan == "event"
    assert backups.newest_of(tmp_path / "nothing.plan") is None


def test_ids_that_differ_only_in_case_have_folders_of_their_own(backups: Backups) -> None:
    one = backups.keep(data("a", "Event"), "Event", BackupReason.SAVED, NOW)
    two = backups.keep(data("b", "event"), "event", BackupReason.SAVED, NOW)
    assert one.path.parent.name.casefold() != two.path.parent.name.casefold()
    assert backups.keep(data("c", "nul"), "nul", BackupReason.SAVED, NOW).path.parent.name != "nul"


def test_a_deleted_person_is_gone_from_all_of_them(backups: Backups) -> None:
    plan = Plan(id="event", people=(Person(id="p", name="Erika Muster"), Person(id="q", name="Max Muster")))
    backups.keep(dump(Document(plan=plan)), "event", BackupReason.SAVED, NOW)
    backups.keep(data("none"), "event", BackupReason.SAVED, LATER)
    broken = backups.keep(data("Erika"), "event", BackupReason.SAVED, LATER + timedelta(minutes=5))
    broken.path.write_bytes(b"Erika")

    def without(document: Document) -> Document:
        people = tuple(person for person in document.plan.people if person.id != "p")
        return document.changed(plan=document.plan.changed(people=people))

    assert backups.rewrite("event", without) == 1
    assert [backup.time for backup in backups.list("event")] == [LATER, NOW]
    texts = b"".join(path.read_bytes() for path in broken.path.parent.iterdir())
    assert b"Erika" not in texts
    assert b"Max" in texts


FAR = datetime(2099, 1, 1, tzinfo=UTC)


def test_a_clock_that_was_ahead_does_not_make_the_newest(backups: Backups) -> None:
    backups.keep(data("before"), "event", BackupReason.SAVED, NOW)
    backups.keep(data("ahead"), "event", BackupReason.SAVED, FAR)
    for number in range(3):
        backups.keep(data(str(number)), "event", BackupReason.SAVED, LATER + number * timedelta(minutes=5))
    assert titles(backups) == ["2", "1", "0", "ahead", "before"]
    newest = backups.newest("event")
    assert newest is not None
    assert newest.read().document.plan.title == "2"
    assert backups.keep(data("2"), "event", BackupReason.SAVED, LATER + timedelta(minutes=20)) == newest


def test_a_clock_that_was_ahead_takes_no_good_state_away(backups: Backups) -> None:
    for number in range(40):
        backups.keep(data(f"good {number}"), "event", BackupReason.SAVED, NOW + number * timedelta(minutes=6))
    for number in range(3):
        backups.keep(data(f"ahead {number}"), "event", BackupReason.SAVED, FAR + number * timedelta(hours=20))
    assert len(titles(backups)) == 43
    for number in range(20):
        backups.keep(data(f"after {number}"), "event", BackupReason.SAVED, NOW + timedelta(hours=5, minutes=6 * number))
    assert len(titles(backups)) == 63


def test_what_a_clock_ahead_left_goes_in_its_turn(backups: Backups) -> None:
    for number in range(30):
        backups.keep(data(f"ahead {number}"), "event", BackupReason.SAVED, FAR + number * timedelta(minutes=6))
    for day in range(300):
        backups.keep(data(f"day {day}"), "event", BackupReason.SAVED, NOW + timedelta(days=day))
    held = titles(backups)
    assert len(held) <= FEW + sum(number for _, number in TIERS)
    assert sum("ahead" in title for title in held) <= 1


def test_those_of_an_older_version_come_before_those_of_this_one(backups: Backups) -> None:
    new = backups.keep(data("new"), "event", BackupReason.SAVED, NOW)
    for title, time in (("old", "20270501T120000000000"), ("older", "20270401T120000000000")):
        start = digest(data(title))[:12]
        new.path.with_name(f"event-{time}Z-saved-{start}.plan").write_bytes(data(title))
    assert titles(backups) == ["new", "old", "older"]
    backups.keep(data("newer"), "event", BackupReason.SAVED, NOW - timedelta(days=40))
    assert titles(backups) == ["newer", "new", "old", "older"]


def test_a_folder_that_cannot_be_made_is_a_named_error(tmp_path: Path) -> None:
    (tmp_path / "backups").write_bytes(b"a file")
    backups = Backups(tmp_path)
    with pytest.raises(SaveFailed):
        backups.keep(data("one"), "event", BackupReason.SAVED, NOW)
    with pytest.raises(SaveFailed):
        backups.remember(tmp_path / "event.plan", "event")
    assert backups.list("event") == ()
