"""A save that fails, is refused or is killed leaves the old file or the new one, whole, and says which."""

import contextlib
import hashlib
import os
import random
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.model import Document, Plan
from planner.storage import SaveFailed, dump, parse, read, save, write
from planner.storage.save_errors import (
    BackupFailed,
    DiskFull,
    FolderMissing,
    FolderReadOnly,
    NameRefused,
    TargetNotAFile,
    TargetReadOnly,
    TooLargeToSave,
)

OLD = Document(plan=Plan(id="event", title="old"))
NEW = Document(plan=Plan(id="event", title="new"))
LARGE = Document(plan=Plan(id="event", title="large", introduction="ä" * 20_000, imprint="ö" * 20_000))

KILLED = 1 if sys.platform == "win32" else -9


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "event.plan"
    save(OLD, path)
    return path


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_what_is_saved_is_read(path: Path) -> None:
    digest = save(NEW, path)
    loaded = read(path)
    assert loaded.document == NEW
    assert loaded.digest == digest == hashlib.sha256(path.read_bytes()).hexdigest()
    assert names(path.parent) == ["event.plan"]


def test_saving_twice_is_byte_identical(path: Path) -> None:
    first = path.read_bytes()
    assert save(read(path).document, path) == hashlib.sha256(first).hexdigest()
    assert path.read_bytes() == first


def test_the_old_file_is_kept_as_backup(path: Path) -> None:
    backup = path.with_name("backup.plan")
    backup.write_bytes(b"an older backup, longer than the new one" * 100)
    old = path.read_bytes()
    save(NEW, path, backup=backup)
    assert backup.read_bytes() == old
    assert read(path).document == NEW
    assert names(path.parent) == ["backup.plan", "event.plan"]


def test_a_first_save_needs_no_backup(tmp_path: Path) -> None:
    save(NEW, tmp_path / "first.plan", backup=tmp_path / "backup.plan")
    assert names(tmp_path) == ["first.plan"]


def test_without_a_backup_the_old_file_stays(path: Path) -> None:
    old = path.read_bytes()
    with pytest.raises(BackupFailed, match="was left unchanged"):
        save(NEW, path, backup=path.parent / "gone" / "backup.plan")
    assert path.read_bytes() == old
    assert names(path.parent) == ["event.plan"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes")
def test_the_mode_is_kept_and_a_new_file_gets_the_usual_one(path: Path) -> None:
    path.chmod(0o640)
    save(NEW, path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    usual = path.with_name("usual")
    usual.touch()
    other = path.with_name("other.plan")
    save(NEW, other)
    assert other.stat().st_mode == usual.stat().st_mode


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other owners")
def test_owner_and_group_are_kept_where_the_system_allows_it(path: Path) -> None:
    assert sys.platform != "win32"
    if os.geteuid():
        pytest.skip("only root may give files away")
    os.chown(path, 1234, 4321)
    path.chmod(0o664)
    save(NEW, path)
    found = path.stat()
    assert (found.st_uid, found.st_gid, stat.S_IMODE(found.st_mode)) == (1234, 4321, 0o664)


def test_a_group_that_cannot_be_kept_gives_no_other_one_its_rights(nobodys_folder: Path) -> None:
    assert sys.platform != "win32"
    path = nobodys_folder / "event.plan"
    save(OLD, path)
    user = os.geteuid()
    if user != 65534:
        pytest.skip("only root may give files away")
    os.seteuid(0)
    os.chown(path, 65534, 4321)
    path.chmod(0o664)
    os.setegid(65534)
    os.seteuid(65534)
    try:
        save(NEW, path)
    finally:
        os.seteuid(0)
        os.setegid(0)
    found = path.stat()
    assert (found.st_gid, stat.S_IMODE(found.st_mode)) == (65534, 0o644)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems keep them elsewhere")
def test_what_the_system_keeps_beside_a_file_is_kept(path: Path) -> None:
    assert sys.platform == "linux"
    try:
        os.setxattr(path, "user.mark", b"seen")
    except OSError:
        pytest.skip("this disk has no such attributes")
    save(NEW, path)
    assert os.getxattr(path, "user.mark") == b"seen"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes")
def test_what_is_private_is_nobody_elses_before_and_after(path: Path) -> None:
    path.chmod(0o666)
    write(path, b"a", private=True)
    write(path.with_name("new"), b"b", private=True)
    assert [stat.S_IMODE(file.stat().st_mode) for file in (path, path.with_name("new"))] == [0o600, 0o600]


def test_a_symbolic_link_stays_one(path: Path) -> None:
    folder = path.parent / "elsewhere"
    folder.mkdir()
    link = folder / "link.plan"
    with contextlib.suppress(OSError):
        link.symlink_to(path)
    if sys.platform == "win32" and not link.is_symlink():
        pytest.skip("few users of Windows may make symbolic links")
    save(NEW, link)
    assert link.is_symlink()
    assert read(path).document == NEW
    assert names(folder) == ["link.plan"]


def test_the_longest_name_can_be_saved(tmp_path: Path) -> None:
    path = tmp_path / ("ä" * 125 + ".plan")
    save(NEW, path)
    save(OLD, path)
    assert read(path).document == OLD


def test_what_must_not_be_replaced_is_refused(path: Path) -> None:
    fifo = path.with_name("pipe")
    devices = (path.with_name("NUL"),)
    if sys.platform != "win32":
        os.mkfifo(fifo)
        devices = (fifo, Path("/dev/null"))
    for target in (path.parent, *devices):
        with pytest.raises(NameRefused if target.name == "NUL" else TargetNotAFile):
            save(NEW, target)
    with pytest.raises(FolderMissing, match="gone"):
        save(NEW, path.parent / "gone" / "event.plan")
    with pytest.raises(FolderMissing):
        save(NEW, path / "below.plan")
    with pytest.raises(SaveFailed):
        save(NEW, path.with_name("a\0b.plan"))
    with pytest.raises(SaveFailed):
        save(NEW, path.with_name("x" * 300))
    assert names(path.parent) == ["event.plan", "pipe"][: 1 + fifo.exists()]


def test_a_plan_that_could_not_be_opened_again_is_not_saved(path: Path) -> None:
    person = {"name": "x" * 300, "note": "n" * 20_000}
    people = tuple({"id": f"p{n}", **person} for n in range(2_500))
    document = Document.model_validate({"plan": {"id": "event", "people": people}})
    with pytest.raises(TooLargeToSave, match="52 MB; 50 MB"):
        save(document, path)
    assert read(path).document == OLD


def test_a_folder_without_the_right_to_write(nobodys_folder: Path) -> None:
    path = nobodys_folder / "event.plan"
    save(OLD, path)
    nobodys_folder.chmod(0o555)
    with pytest.raises(FolderReadOnly, match="does not allow"):
        save(NEW, path)
    assert read(path).document == OLD


def test_a_write_protected_file(nobodys_folder: Path) -> None:
    path = nobodys_folder / "event.plan"
    save(OLD, path)
    path.chmod(0o444)
    with pytest.raises(TargetReadOnly):
        save(NEW, path)
    assert read(path).document == OLD
    assert names(nobodys_folder) == ["event.plan"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no files")
@pytest.mark.parametrize("limit", [0, 1, 1000, 50_000, 80_000])
def test_a_short_write_leaves_the_old_file(path: Path, limit: int) -> None:
    """The kernel writes up to the limit, says so, and refuses the rest: what QSaveFile takes for success."""
    assert sys.platform != "win32"
    import resource

    old = path.read_bytes()
    assert limit < len(dump(LARGE))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, before[1]))
    try:
        with pytest.raises(DiskFull, match="is unchanged"):
            save(LARGE, path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert path.read_bytes() == old
    assert names(path.parent) == ["event.plan"]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 256 KiB."""
    if sys.platform == "win32":
        pytest.skip("Windows mounts no disk in a folder so easily")
    disk = tmp_path / "disk"
    disk.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk],
        capture_output=True,
        check=False,
    )
    if done.returncode:
        pytest.skip("only root may mount a small disk")
    try:
        yield disk
    finally:
        subprocess.run(["umount", disk], check=True)


def fill(path: Path) -> None:
    with contextlib.suppress(OSError), path.open("wb", buffering=0) as file:
        while file.write(b"x" * 4096):
            pass


def test_a_full_disk_leaves_the_old_file(small_disk: Path) -> None:
    path = small_disk / "event.plan"
    save(OLD, path)
    old = path.read_bytes()
    fill(small_disk / "rest")
    with pytest.raises(DiskFull, match="not enough space"):
        save(LARGE, path)
    assert path.read_bytes() == old
    assert names(small_disk) == ["event.plan", "rest"]
    (small_disk / "rest").unlink()
    save(LARGE, path)
    assert read(path).document == LARGE


def test_a_disk_with_room_for_half_of_it(small_disk: Path) -> None:
    path = small_disk / "event.plan"
    save(OLD, path)
    old = path.read_bytes()
    with pytest.raises(DiskFull):
        write(path, b"x" * 400_000)
    assert path.read_bytes() == old
    assert names(small_disk) == ["event.plan"]


SAVER = """
import sys
from pathlib import Path
from planner.storage import read, save
path = Path(sys.argv[1])
document = read(path).document
print("ready", flush=True)
for n in range(1_000_000):
    save(document.changed(plan=document.plan.changed(title=str(n), subtitle=str(n))), path)
"""


def test_a_killed_save_leaves_a_whole_file(path: Path) -> None:
    """Which moment the kill meets is chance; that the file is whole must not be."""
    save(LARGE, path)
    seen: set[bytes] = set()
    delays = random.Random(7)
    for _ in range(6):
        with subprocess.Popen([sys.executable, "-c", SAVER, path], stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert process.stdout.readline().split() == [b"ready"]
            end = time.monotonic() + delays.uniform(0.001, 0.1)
            while time.monotonic() < end:
                pass
            process.kill()
        assert process.returncode == KILLED
        plan = parse(path.read_bytes()).plan
        assert plan.title in {plan.subtitle, "large"}
        assert plan.introduction == LARGE.plan.introduction
        seen.add(path.read_bytes())
        left = [name for name in names(path.parent) if name != "event.plan"]
        assert all(name.startswith("~$") and name.endswith(".tmp") for name in left)
        save(LARGE, path)
    assert len(seen) > 1
