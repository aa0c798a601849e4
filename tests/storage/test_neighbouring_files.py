"""What lies beside a plan: copies of a cloud and what dead saves left are named, and never deleted unasked."""

import os
import socket
from pathlib import Path

import pytest

from planner.model import Document, Person, Plan
from planner.storage import dump, files_with_person, leftovers, remove_leftover, save, siblings


def document(title: str, plan_id: str = "event") -> Document:
    return Document(plan=Plan(id=plan_id, title=title))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "Fachtag (Entwurf).plan"
    save(document("mine"), path)
    return path


@pytest.mark.parametrize(
    "rest",
    [
        " (conflicted copy 2027-06-01 120000)",
        " (Erika's conflicted copy 2027-06-01)",
        " (In Konflikt stehende Kopie von Erika 2027-06-01)",
        ".sync-conflict-20270601-120000-ABCDEFG",
        "_PC-ERIKA_Jun-01-1200-2027_Conflict",
        "-DESKTOP-7GK3L2",
        "-LAPTOP-AB12CD34",
        f"-{socket.gethostname()}",
        " (1)",
    ],
)
def test_copies_are_known_by_their_name(path: Path, rest: str) -> None:
    other = path.with_name(f"{path.stem}{rest}.plan")
    save(document("theirs"), other)
    (found,) = siblings(path)
    assert (found.path, found.document) == (other, document("theirs"))


@pytest.mark.parametrize(
    "rest", ["-alt", " mit Anmerkungen", "2", "-2027-06", "-FINAL", "-NEU", "-V2", " 2", "-TEIL-2"]
)
def test_what_the_user_named_is_none(path: Path, rest: str) -> None:
    save(document("theirs"), path.with_name(f"{path.stem}{rest}.plan"))
    assert siblings(path) == ()


def test_the_same_again_and_another_plan_are_none(path: Path) -> None:
    save(document("mine"), path.with_name(f"{path.stem} (1).plan"))
    save(document("other", "other"), path.with_name(f"{path.stem} (2).plan"))
    path.with_name(f"{path.stem} (3).plan").mkdir()
    path.with_name(f"{path.stem} (4).txt").write_bytes(b"x")
    assert siblings(path) == ()


def test_one_that_cannot_be_read_is_named(path: Path) -> None:
    path.with_name(f"{path.stem} (1).plan").write_bytes(dump(document("theirs"))[:40])
    (found,) = siblings(path)
    assert found.document is None
    assert found.unreadable is not None


def test_beside_a_damaged_file_all_are_named(path: Path) -> None:
    path.write_bytes(b"")
    save(document("theirs"), path.with_name(f"{path.stem} (1).plan"))
    assert len(siblings(path)) == 1
    assert siblings(path.parent / "gone" / "event.plan") == ()


def leave(path: Path, data: bytes, digits: str = "0123456789ab") -> Path:
    temporary = path.with_name(f"~${path.stem[:30]}-{digits}.tmp")
    temporary.write_bytes(data)
    return temporary


def test_what_a_dead_save_left_is_offered(path: Path) -> None:
    whole = leave(path, dump(document("newer")))
    half = leave(path, dump(document("newer"))[:60], "ba9876543210")
    found = leftovers(path)
    assert [(leftover.path, leftover.document) for leftover in found] == [(whole, document("newer")), (half, None)]
    assert whole.is_file()
    for leftover in found:
        remove_leftover(leftover)
        remove_leftover(leftover)
    assert leftovers(path) == ()
    assert path.is_file()


def test_what_is_worth_nothing_is_not_offered(path: Path) -> None:
    leave(path, path.read_bytes())
    leave(path, b"", "000000000000")
    leave(path, dump(document("other", "other")), "111111111111")
    leave(path.with_name("Another.plan"), dump(document("newer")), "222222222222")
    assert leftovers(path) == ()


def test_with_the_file_gone_it_may_be_the_only_copy(path: Path) -> None:
    data = path.read_bytes()
    path.unlink()
    leave(path, data)
    assert [leftover.document for leftover in leftovers(path)] == [document("mine")]


def test_copies_beside_the_file_itself_are_found_through_a_link(path: Path, tmp_path: Path) -> None:
    other = path.with_name(f"{path.stem} (1).plan")
    save(document("theirs"), other)
    (tmp_path / "desktop").mkdir()
    link = tmp_path / "desktop" / "Short.plan"
    try:
        link.symlink_to(path)
    except OSError:
        pytest.skip("few users of Windows may make symbolic links")
    assert [sibling.path.resolve() for sibling in siblings(link)] == [other.resolve()]


def test_another_name_of_the_file_is_no_copy(path: Path) -> None:
    os.link(path, path.with_name(f"{path.stem} (1).plan"))
    assert siblings(path) == ()
    assert files_with_person(path, "event", "") == (path.with_name(f"{path.stem} (1).plan"),)


def test_what_still_holds_a_person_is_named_whatever_state_it_is_in(path: Path) -> None:
    erika = Document(plan=Plan(id="event", people=(Person(id="p1", name="Erika Müßig"),)))
    save(erika, path)
    same = path.with_name(f"{path.stem} (1).plan")
    whole = path.with_name(f"{path.stem} (conflicted copy 2027-06-01 120000).plan")
    escaped = path.with_name(f"{path.stem} 2.plan")
    save(erika, same)
    save(erika.with_plan(erika.plan.changed(title="older")), whole)
    escaped.write_bytes(b'{"name": "Erika M\\u00fc\\u00dfig"')
    half = leave(path, dump(erika)[:-40])
    by_id = leave(path, b'{"contributions": [{"person": "p1"}]', "111111111111")
    leave(path, b"Max", "222222222222")
    save(document("nobody"), path.with_name(f"{path.stem} 3.plan"))
    save(erika, path.with_name("Other.plan"))
    assert set(files_with_person(path, "p1", "Erika Müßig")) == {same, whole, escaped, half, by_id}
    assert files_with_person(path.parent / "gone" / "x.plan", "p1", "Erika Müßig") == ()


def test_many_copies_are_all_named(path: Path) -> None:
    for number in range(30):
        path.with_name(f"{path.stem} ({number}).plan").write_bytes(b'"p1"')
    assert len(files_with_person(path, "p1", "")) == 30
