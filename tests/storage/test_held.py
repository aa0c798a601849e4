"""A file that another program holds: tried again for a while, then left as it was, with the new state beside it."""

import errno
import subprocess
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path

import pytest

from planner.model import Document, Plan
from planner.storage import Backups, save, save_guarded, write_export
from planner.storage.neighbouring_files import leftovers
from planner.storage.read import read
from planner.storage.save_errors import ExportTargetBusy, TargetBusy
from planner.storage.write import write

OLD, NEW = (Document(plan=Plan(id="event", title=title)) for title in ("old", "new"))
HOLDER = """
import ctypes, sys, time
open_file = ctypes.WinDLL("kernel32").CreateFileW
open_file.restype = ctypes.c_void_p
assert open_file(sys.argv[1], 0x80000000, int(sys.argv[2]), None, 3, 0, None) != ctypes.c_void_p(-1).value
print("held", flush=True)
time.sleep(float(sys.argv[3]))
"""
ALONE, READERS = 0, 1
"""What the holder lets others do with the file meanwhile."""

windows = pytest.mark.skipif(sys.platform != "win32", reason="elsewhere a file that is open can be replaced")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "Größe und Maß" / "Tagung 1.plan"
    path.parent.mkdir()
    save(OLD, path)
    return path


@contextmanager
def holding(path: Path, sharing: int, seconds: float) -> Generator[None]:
    command = [sys.executable, "-c", HOLDER, path, str(sharing), str(seconds)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline().split() == [b"held"]
        yield
        process.kill()


def guarded(path: Path) -> Callable[[], object]:
    known = read(path).digest
    return lambda: save_guarded(NEW, path, known, backups=Backups(path.parent / "backups"))


@windows
@pytest.mark.parametrize("sharing", [ALONE, READERS])
def test_a_file_that_is_held_for_a_moment_is_saved(path: Path, sharing: int) -> None:
    saving = guarded(path)
    with holding(path, sharing, 0.4):
        saving()
    assert read(path).document == NEW
    assert leftovers(path) == ()


@windows
@pytest.mark.parametrize("sharing", [ALONE, READERS])
def test_a_file_that_is_held_on_is_left_and_the_new_state_kept(path: Path, sharing: int) -> None:
    saving = guarded(path)
    with holding(path, sharing, 60), pytest.raises(TargetBusy, match="in use by another program") as caught:
        saving()
    assert read(path).document == OLD
    assert [leftover.document for leftover in leftovers(path)] == [NEW]
    assert Path(str(caught.value.facts["kept"])).is_file()


def denied(times: int) -> Callable[[], None]:
    """Stand for a look at the file while another program holds it."""
    left = [32] * times

    def look() -> None:
        if left:
            error = PermissionError(errno.EACCES, "in use", None, left[0])
            error.__dict__["winerror"] = left.pop()  # which only Windows takes from there
            raise error

    return look


def test_a_look_at_a_held_file_is_tried_again(path: Path) -> None:
    write(path, b"new", check=denied(2))
    assert path.read_bytes() == b"new"


def test_a_file_that_cannot_be_looked_at_is_not_replaced(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["planner.storage.write"], "PAUSES", (0.0, 0.0))
    with pytest.raises(TargetBusy) as caught:
        write(path, b"new", check=denied(99))
    assert read(path).document == OLD
    assert Path(str(caught.value.facts["kept"])).read_bytes() == b"new"


def test_an_export_that_cannot_be_put_there_leaves_nothing_and_does_not_speak_of_saving(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules["planner.storage.write"], "PAUSES", ())
    target = path.with_name("programme.pdf")
    target.write_bytes(b"old")
    with pytest.raises(ExportTargetBusy, match="export again") as caught:
        write_export(target, b"new", own=path, may_replace=denied(99))
    assert target.read_bytes() == b"old"
    assert sorted(other.name for other in path.parent.iterdir()) == sorted([path.name, target.name])
    assert "save" not in str(caught.value)
