"""What was typed and not taken over stays on this machine until it is, whatever becomes of the window."""

import json
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from planner.model import Document, Person, Session
from planner.storage import (
    Draft,
    DraftFile,
    Journal,
    LeftDrafts,
    Revision,
    SaveFailed,
    discard_drafts,
    left_drafts,
    put_rest,
)
from planner.storage.drafts import MOST, forget_drafts
from planner.storage.journal import recoverable, sweep
from tests.model.small import plan_of

NOTE = Draft("", "s1", "note", "Panel", "Internal note", "Ask the caterer for vegan soup")
TITLE = Draft("settings", "", "event.title", "About the event", "Title", "Zeile 1\nZeile 2 – „ß“ \u2028 ende")


def crash(journal: Journal) -> None:
    """Let go of the lock, as the end of a process does."""
    lock = vars(journal)["_lock"]
    if lock is not None:
        lock.release()


def leave(root: Path, *drafts: Draft, plan: str = "p1", file: Path | None = None) -> LeftDrafts:
    """Leave what a window would that was killed."""
    journal = Journal(root)
    DraftFile(journal).keep(drafts, plan, "Meeting", Revision(0, file, "abc"))
    crash(journal)
    return next(left for left in left_drafts(root) if left.drafts == drafts)


def test_what_was_left_is_found_with_the_plan_and_its_file(tmp_path: Path) -> None:
    left = leave(tmp_path, NOTE, TITLE, file=tmp_path / "meeting.plan")
    assert left.drafts == (NOTE, TITLE)
    assert (left.plan, left.title, left.file, left.base) == ("p1", "Meeting", tmp_path / "meeting.plan", "abc")
    assert left_drafts(tmp_path) == (left,)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes")
def test_nobody_else_may_read_it(tmp_path: Path) -> None:
    left = leave(tmp_path, NOTE)
    assert stat.S_IMODE(left.path.stat().st_mode) == 0o600


def test_a_living_windows_drafts_are_its_own(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    DraftFile(journal).keep((NOTE,), "p1", "Meeting", Revision(0))
    script = (
        "import sys; from pathlib import Path; from planner.storage import left_drafts;"
        "from planner.storage.journal import sweep; root = Path(sys.argv[1]); sweep(root);"
        "print(len(left_drafts(root)))"
    )
    seen = subprocess.run([sys.executable, "-c", script, tmp_path], capture_output=True, text=True, check=True)
    assert seen.stdout.strip() == "0"
    crash(journal)
    assert [left.drafts for left in left_drafts(tmp_path)] == [(NOTE,)]


def test_what_is_taken_over_is_dropped_and_a_clean_close_leaves_nothing(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    file = DraftFile(journal)
    file.keep((NOTE,), "p1", "", Revision(0))
    file.keep((), "p1", "", Revision(0))
    assert not list(tmp_path.rglob("*.drafts"))
    file.keep((NOTE,), "p1", "", Revision(0))
    file.close()
    journal.close()
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_another_plan_in_the_window_leaves_no_second_file(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    file = DraftFile(journal)
    file.keep((NOTE,), "p1", "", Revision(0))
    file.keep((NOTE,), "p2", "", Revision(0))
    crash(journal)
    assert [left.plan for left in left_drafts(tmp_path)] == ["p2"]


def test_one_is_decided_and_the_rest_stays(tmp_path: Path) -> None:
    left = leave(tmp_path, NOTE, TITLE)
    rest = put_rest(left, (TITLE,))
    assert left_drafts(tmp_path) == (rest,)
    assert rest.drafts == (TITLE,)
    put_rest(rest, ())
    assert not left.path.exists()


def test_discarding_deletes(tmp_path: Path) -> None:
    left = leave(tmp_path, NOTE)
    discard_drafts(left)
    assert left_drafts(tmp_path) == ()
    discard_drafts(left)


def test_a_journal_and_its_drafts_are_found_side_by_side(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    document = Document(plan=plan_of())
    journal.keep(document, Revision(1))
    DraftFile(journal).keep((NOTE,), document.plan.id, "", Revision(1))
    crash(journal)
    (recovery,), (left,) = recoverable(tmp_path), left_drafts(tmp_path)
    assert left.belongs_to(recovery)
    sweep(tmp_path)
    assert left_drafts(tmp_path) == (left,)


def test_any_damage_keeps_nothing_else_from_being_offered(tmp_path: Path) -> None:
    left = leave(tmp_path, NOTE, TITLE)
    whole = left.path.read_bytes()
    other = leave(tmp_path, NOTE, plan="p2")
    for place in range(0, len(whole), 3):
        for data in (whole[:place], whole[:place] + b"\xff\0" + whole[place + 2 :]):
            left.path.write_bytes(data)
            assert other in left_drafts(tmp_path)
    left.path.unlink()
    left.path.mkdir()
    assert left_drafts(tmp_path) == (other,)


def test_a_damaged_line_leaves_the_others(tmp_path: Path) -> None:
    left = leave(tmp_path, NOTE, TITLE)
    head, _, rest = left.path.read_bytes().split(b"\n", 2)
    left.path.write_bytes(head + b"\n{broken\n" + rest)
    assert [found.drafts for found in left_drafts(tmp_path)] == [(TITLE,)]
    left.path.write_bytes(b"{broken\n" + rest)
    (found,) = left_drafts(tmp_path)
    assert (found.drafts, found.file, found.title) == ((TITLE,), None, "")


def test_a_stranger_in_the_folder_is_no_draft(tmp_path: Path) -> None:
    left = leave(tmp_path, NOTE)
    left.path.write_text(json.dumps({"format": "planner-drafts", "drafts": 1}) + "\n[]\n{}\n1\n" + '{"text": 3}\n')
    assert left_drafts(tmp_path) == ()


def test_size_is_bounded_and_what_fits_stays(tmp_path: Path) -> None:
    large = Draft("programme", "", "came", "", "", "x" * (MOST + 1_000))
    left = leave_some(tmp_path, (NOTE, large, TITLE))
    assert left.drafts[0] == NOTE
    assert 0 < MOST - len(left.drafts[1].text) < 1_000
    assert left.path.stat().st_size < 5 * MOST


def leave_some(root: Path, drafts: tuple[Draft, ...]) -> LeftDrafts:
    journal = Journal(root)
    DraftFile(journal).keep(drafts, "p1", "", Revision(0))
    crash(journal)
    (left,) = left_drafts(root)
    return left


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "journal").write_text("in the way")
    with pytest.raises(SaveFailed):
        DraftFile(Journal(tmp_path)).keep((NOTE,), "p1", "", Revision(0))


def test_a_forgotten_person_goes_from_drafts(tmp_path: Path) -> None:
    plan = plan_of(
        Session(id="s1", kind="panel", minutes=30),
        people=(Person(id="ann", name="Ann Example"), Person(id="ben", name="Ben Other")),
    )
    about = Draft("", "s1", "note", "Panel", "Internal note", "call ANN  example tomorrow")
    hours = Draft("hours", "ann", "hours d1", "When people are available", "Available", "14-16")
    named = Draft("", "s1", "title", "Welcome by Ann Example", "Title", "Short")
    mine = leave(tmp_path, NOTE, about, hours, named, TITLE, plan=plan.id)
    other = leave(tmp_path, about, plan="p2")
    broken = leave(tmp_path, NOTE, plan=plan.id)
    broken.path.write_bytes(b"\0 Ann Example")
    forget_drafts(tmp_path, plan.id, {"ann": "Ann Example"})
    assert {left.path: left.drafts for left in left_drafts(tmp_path)} == {
        mine.path: (NOTE, TITLE),
        other.path: (about,),
    }
    assert not broken.path.exists()
