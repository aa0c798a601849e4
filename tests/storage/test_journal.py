"""The recovery journal: what a crashed window leaves is offered, whole, and stays until somebody has chosen."""

import json
import os
import subprocess
import sys
import tempfile
import threading
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from planner.storage import (
    Journal,
    ReadError,
    Revision,
    SaveFailed,
    discard,
    dump,
    recoverable,
    save,
    sweep,
    take,
)
from planner.storage.errors import NewerVersion, Truncated
from planner.storage.journal import rewrite
from planner.storage.migrations import migrate
from tests.storage.crashed import crash, document, files, left, only

FORMATS = Path(__file__).parents[1] / "formats"
READING = sys.modules["planner.storage.read"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "local"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "event.plan"
    save(document("saved"), path)
    return path


def test_what_was_not_saved_comes_back(root: Path, path: Path) -> None:
    base = save(document("saved"), path)
    left(root, (1, "one"), (2, "two"), path=path, base=base)
    recovery = only(root)
    assert take(recovery) == (document("two"), path)
    assert recovery.document == document("two")
    assert (recovery.plan, recovery.file, recovery.revision) == ("event", path, Revision(2, path, base))
    assert (recovery.file_status, recovery.intact) == ("same", True)
    assert recoverable(root) == (recovery,)
    discard(recovery)
    assert recoverable(root) == ()
    assert files(root) == []


def test_a_plan_that_never_had_a_file(root: Path) -> None:
    left(root, (5, "new"))
    assert take(only(root)) == (document("new"), None)
    assert only(root).file_status == "unsaved"


def test_a_journal_in_use_is_not_offered(root: Path) -> None:
    journal = Journal(root)
    journal.keep(document("now"), Revision(1))
    assert recoverable(root) == ()
    sweep(root)
    crash(journal)
    assert len(recoverable(root)) == 1


def test_a_clean_save_and_a_clean_close_leave_nothing(root: Path, path: Path) -> None:
    journal = Journal(root)
    journal.keep(document("now"), Revision(1, path))
    journal.saved(1)
    assert not [entry for entry in files(root) if entry.suffix == ".journal"]
    journal.keep(document("more"), Revision(2, path))
    journal.close()
    journal.close()
    assert files(root) == []


def test_an_edit_made_while_saving_stays(root: Path, path: Path) -> None:
    journal = Journal(root)
    journal.keep(document("saved"), Revision(1, path))
    journal.keep(document("newer"), Revision(2, path))
    journal.saved(1)
    crash(journal)
    assert only(root).document == document("newer")


def test_what_comes_late_changes_nothing(root: Path) -> None:
    journal = Journal(root)
    assert journal.keep(document("two"), Revision(2))
    assert not journal.keep(document("one"), Revision(1))
    journal.saved(3)
    assert not journal.keep(document("three"), Revision(3))
    assert not [entry for entry in files(root) if entry.suffix == ".journal"]
    assert journal.keep(document("four"), Revision(4))


def test_what_the_file_holds_is_not_offered(root: Path, path: Path) -> None:
    left(root, (1, "saved"), path=path)
    assert recoverable(root) == ()
    path.write_bytes(dump(document("saved")).replace(b"\n", b"\r\n"))  # by hand, but the same plan
    assert recoverable(root) == ()
    path.write_bytes(dump(document("other")))
    assert only(root).document == document("saved")
    save(document("saved"), path)
    sweep(root)
    assert files(root) == []


def test_dates_decide_nothing(root: Path, path: Path) -> None:
    base = save(document("saved"), path)
    left(root, (1, "unsaved"), path=path, base=base)
    os.utime(path, (4e9, 4e9))
    os.utime(only(root).journal, (0, 0))
    assert only(root).document == document("unsaved")
    assert only(root).file_status == "same"


def test_how_the_file_is_to_what_is_recovered(root: Path, path: Path) -> None:
    left(root, (1, "unsaved"), path=path, base=save(document("saved"), path))
    save(document("somebody else"), path)
    assert only(root).file_status == "changed"
    path.unlink()
    assert only(root).file_status == "gone"
    assert only(root).document == document("unsaved")


def test_two_windows_on_one_plan_have_a_journal_each(root: Path) -> None:
    left(root, (1, "left"))
    left(root, (1, "right"))
    assert {recovery.document.plan.title for recovery in recoverable(root) if recovery.document} == {"left", "right"}


def test_another_plan_in_the_same_window(root: Path) -> None:
    journal = Journal(root)
    journal.keep(document("a", "one"), Revision(1))
    journal.keep(document("b", "two"), Revision(2))
    crash(journal)
    assert only(root).plan == "two"


@pytest.mark.parametrize("damage", [b"", b"\0" * 300, b"{}\n{}", b'{"format": "planner-journal"}\n', b"[" * 100_000])
def test_a_broken_one_hides_no_other_and_is_not_deleted(root: Path, damage: bytes) -> None:
    left(root, (1, "broken"))
    only(root).journal.write_bytes(damage)
    left(root, (1, "whole"))
    found = recoverable(root)
    assert len(found) == 2
    assert [recovery.document for recovery in found if recovery.document] == [document("whole")]
    sweep(root)
    assert len(recoverable(root)) == 2
    broken = next(recovery for recovery in found if recovery.document is None)
    with pytest.raises(ReadError):
        take(broken)


HEAD = {"format": "planner-journal", "plan": "event", "number": 1, "base": "", "path": None, "digest": ""}
ODD_VALUES: tuple[object, ...] = (None, 5, [], {"a": []}, True, "\ud800", "x" * 5000)
ODD = (
    *(json.dumps({**HEAD, name: value}) for name in HEAD for value in ODD_VALUES),
    *(json.dumps({**HEAD, "path": path}) for path in ("a\0b", "", "/", "x" * 5000, "\udcff.plan", "//x/y")),
    *(
        json.dumps(HEAD).replace(": 1", f": {number}")
        for number in ("Infinity", "-1e999", "NaN", "9" * 5000, "1e308", "-1")
    ),
    json.dumps({name: value for name, value in HEAD.items() if name != "path"}),
    json.dumps([HEAD]),
    "[" * 100_000,
    '{"a":' * 100_000,
)


@pytest.mark.parametrize("head", ODD, ids=range(len(ODD)))
def test_whatever_a_head_says_the_others_are_offered(root: Path, head: str) -> None:
    left(root, (1, "odd"))
    journal = only(root).journal
    for body in (b"", b"\n{}", b"\n" + dump(document("odd")), b"\xff\n"):
        journal.write_bytes(head.encode("utf-8", "surrogatepass") + body)
        sweep(root)
        found = recoverable(root)
        assert len(found) == 1
        assert found[0].file_status in {"same", "changed", "gone", "unsaved"}
        assert found[0].document in (None, document("odd"))
    left(root, (1, "whole"))
    assert document("whole") in [recovery.document for recovery in recoverable(root)]
    rewrite(root, "event", lambda same: same)


def test_what_is_no_file_is_not_offered_and_hides_no_other(root: Path, tmp_path: Path) -> None:
    left(root, (1, "whole"))
    folder = only(root).journal.parent
    (folder / "folder.journal").mkdir()
    (folder.parent / "file").write_bytes(b"x")
    (folder.parent / "x.journal").mkdir()
    (folder.parent / "y.lock").mkdir()
    if sys.platform != "win32":
        os.mkfifo(folder / "pipe.journal")
        os.mkfifo(folder.parent / "z.lock")
        (folder / "loop.journal").symlink_to(folder / "loop.journal")
        (folder / "away.journal").symlink_to(tmp_path)
    sweep(root)
    assert [recovery.document for recovery in recoverable(root) if recovery.document] == [document("whole")]
    assert rewrite(root, "event", lambda same: same) == 0


def test_one_larger_than_any_plan_is_not_read(root: Path) -> None:
    left(root, (1, "huge"))
    left(root, (1, "whole"))
    huge = next(recovery.journal for recovery in recoverable(root) if recovery.document == document("huge"))
    os.truncate(huge, 40_000_000_000)
    sweep(root)
    sizes = {
        recovery.journal == huge: (len(recovery.data), recovery.document is None) for recovery in recoverable(root)
    }
    assert sizes == {True: (0, True), False: (len(dump(document("whole"))), False)}


@pytest.mark.skipif(sys.platform == "win32", reason="on Windows rights are of another kind")
def test_what_may_not_be_read_hides_no_other() -> None:
    assert sys.platform != "win32"
    if os.geteuid():
        pytest.skip("only root may give files away")
    with tempfile.TemporaryDirectory() as name:
        root = Path(name) / "local"
        for number in range(4):
            left(root, (1, f"{number}"))
            left(root, (1, f"{number}"), path=Path(name) / "event.plan")
            (root / "journal" / "another").mkdir(exist_ok=True)
        journals = sorted(recovery.journal for recovery in recoverable(root))
        for path in [root, *root.rglob("*"), Path(name)]:
            os.chown(path, 65534, 65534)
        journals[0].chmod(0)
        (root / "journal" / "another").chmod(0)
        os.chown(journals[1], 0, 0)
        os.seteuid(65534)
        try:
            sweep(root)
            assert [
                recovery.document is None
                for recovery in sorted(recoverable(root), key=lambda recovery: recovery.journal)
            ] == [
                *[True] * 2,
                *[False] * 6,
            ]
        finally:
            os.seteuid(0)


def test_one_that_breaks_off_or_has_a_wrong_byte_says_so(root: Path) -> None:
    left(root, (1, "whole"))
    journal = only(root).journal
    data = journal.read_bytes()
    journal.write_bytes(data[:-20])
    with pytest.raises(Truncated):
        take(only(root))
    journal.write_bytes(data.replace(b'"whole"', b'"whale"'))
    assert not only(root).intact
    assert take(only(root))[0] == document("whale")


def test_one_of_version_1_is_read_for_ever(root: Path) -> None:
    folder = root / "journal" / "sample"
    folder.mkdir(parents=True)
    (folder / "0123456789abcdef.journal").write_bytes((FORMATS / "version-1.journal").read_bytes())
    recovery = only(root)
    assert recovery.document is not None
    assert recovery.document.plan.title == "Zukunft der Innenstadt"
    assert len(recovery.document.ledger.releases) == 1
    assert recovery.intact
    assert recovery.revision.number == 7


def _to_2(raw: dict[str, Any]) -> dict[str, Any]:
    return {**raw, "plan": {**raw["plan"], "title": raw["plan"]["title"] + " (2)"}}


def test_an_older_one_opens_in_a_newer_program(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    left(root, (1, "old"))
    steps = ((1, _to_2),)
    monkeypatch.setattr(READING, "VERSION", 2)
    monkeypatch.setattr(READING, "MIGRATIONS", steps)
    monkeypatch.setattr(READING, "migrate", partial(migrate, migrations=steps, newest=2))
    assert only(root).document == document("old (2)")


def test_a_newer_one_is_refused_and_kept(root: Path) -> None:
    left(root, (1, "new"))
    journal = only(root).journal
    journal.write_bytes(journal.read_bytes().replace(b'"version": 1', b'"version": 2'))
    with pytest.raises(NewerVersion):
        take(only(root))
    assert journal.is_file()


def test_threads_do_not_get_in_each_others_way(root: Path) -> None:
    journal = Journal(root)
    threads = [
        threading.Thread(target=journal.keep, args=(document(str(number)), Revision(number))) for number in range(12)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    crash(journal)
    assert only(root).document == document("11")
    assert len(files(root)) == 2


def test_a_place_that_cannot_be_written_is_a_named_error(tmp_path: Path) -> None:
    (tmp_path / "journal").write_bytes(b"a file")
    with pytest.raises(SaveFailed):
        Journal(tmp_path).keep(document("one"), Revision(1))
    assert recoverable(tmp_path) == ()


KEEPER = """
import sys, time
from pathlib import Path
from planner.model import Document, Plan
from planner.storage import Journal, Revision
journal = Journal(Path(sys.argv[1]))
journal.keep(Document(plan=Plan(id="event", title="alive")), Revision(1))
print("kept", flush=True)
time.sleep(60)
"""


def test_the_end_of_a_process_ends_its_lock(root: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", KEEPER, root], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline().split() == [b"kept"]
        assert recoverable(root) == ()
        process.kill()
    assert process.returncode == (1 if sys.platform == "win32" else -9)
    assert only(root).document == document("alive")


def test_a_journal_says_what_it_is(root: Path, path: Path) -> None:
    left(root, (3, "x"), path=path, base="b")
    head, _, body = only(root).journal.read_bytes().partition(b"\n")
    told = json.loads(head)
    assert (told["format"], told["plan"], told["number"], told["base"]) == ("planner-journal", "event", 3, "b")
    assert body == dump(document("x"))
