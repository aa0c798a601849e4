"""Deleting a person for good: nothing happens by itself, and nothing of them is left."""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from planner.model import Contribution, Document, Person
from planner.model.edits import change_session
from planner.storage import Backups, Journal, Revision, dump, read, recoverable, save
from planner.ui.dialogs.forget_person import ForgetPersonDialog
from planner.ui.services.clipboard import MIME, on_clipboard, put_sessions
from planner.ui.window.planner_window import PlannerWindow
from tests.model.small import at, plan_of
from tests.ui.conftest import Make
from tests.ui.harness import SIZE_HINTS, click

pytestmark = pytest.mark.qt_log_ignore(SIZE_HINTS)
CANARY = "Ursula Kanarienvogel"
CONTRIBUTIONS = (Contribution(id="c", person="ursula"), Contribution(id="d", person="ann"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    person = Person(id="ursula", name=CANARY, organisation="Verein")
    plan = plan_of(
        at("a", 600, 60, title=f"Talk by {CANARY}", contributions=CONTRIBUTIONS),
        people=(Person(id="ann", name="Ann Example"), person),
    )
    path = tmp_path / "people.plan"
    save(Document(plan=plan), path)
    return path


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[ForgetPersonDialog], None]], None]:
    """Let somebody act in the dialog when it opens."""

    def by(act: Callable[[ForgetPersonDialog], None]) -> None:
        def run(dialog: QDialog) -> int:
            assert isinstance(dialog, ForgetPersonDialog)
            dialog.show()
            act(dialog)
            if dialog.isVisible():
                dialog.reject()
            return dialog.result()

        monkeypatch.setattr(QDialog, "exec", run)

    return by


def choose(dialog: ForgetPersonDialog, words: str) -> None:
    QTest.keyClicks(dialog.list.filter, words)
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)


def crashed(file: Path, folder: Path) -> None:
    """Leave what a crashed window leaves: a journal with the person in it."""
    document = read(file).document
    left = document.with_plan(change_session(document.plan, "a", title="Left behind"))
    journal = Journal(folder)
    journal.keep(left, Revision(1, file, "base"))
    vars(journal)["_lock"].release()


def test_nothing_of_the_person_is_left_anywhere(
    make: Make, file: Path, folder: Path, answer: Callable[..., None], qtbot: QtBot
) -> None:
    crashed(file, folder)
    planner = make(file)
    work = planner.context.workspace
    work.apply(lambda plan: change_session(plan, "a", title="A talk"), "Rename")
    planner.menus["save"].trigger()  # the file with the old title is kept among the backups
    work.apply(lambda plan: change_session(plan, "a", title="Another talk"), "Rename")
    put_sessions(work.plan, ("a",))
    assert any(CANARY.encode() in dump(backup.read().document) for backup in Backups(folder).list(work.plan.id))

    def delete(dialog: ForgetPersonDialog) -> None:
        assert not dialog.ok.isEnabled()
        choose(dialog, "verein")
        assert CANARY in dialog.sentence.text()
        click(dialog.ok)

    answer(delete)
    planner.menus["forget-person"].trigger()
    assert [person.id for person in work.plan.people] == ["ann"]
    assert (work.state.undo, work.state.redo) == (None, None)
    assert not on_clipboard().hasFormat(MIME)
    assert not any(
        "ursula" in backup.read().document.plan.person_by_id for backup in Backups(folder).list(work.plan.id)
    )
    offers = [button for button in planner.window.news.findChildren(QPushButton) if button.text() == "Save"]
    assert len(offers) == 1
    assert CANARY in planner.window.news.words
    assert [contribution.person for contribution in work.plan.sessions[0].everyone()] == [None, "ann"]
    click(offers[0])
    assert not planner.files.dirty
    assert planner.window.news.words == ""
    assert CANARY.encode() not in file.read_bytes()
    backups = Backups(folder).list(work.plan.id)
    assert backups
    for backup in backups:
        document = backup.read().document
        assert "ursula" not in document.plan.person_by_id
        assert {one.person for one in document.plan.sessions[0].everyone()} == {None, "ann"}
    qtbot.waitUntil(lambda: len(list((folder / "journal").rglob("*.journal"))) == 1)
    (left,) = recoverable(folder)
    assert left.document is not None
    assert left.document.plan.sessions[0].title == "Left behind"
    assert CANARY.encode() not in left.data


def delete(dialog: ForgetPersonDialog) -> None:
    choose(dialog, "verein")
    click(dialog.ok)


def test_what_lies_beside_the_file_and_still_holds_the_person_is_said(
    make: Make, file: Path, answer: Callable[..., None]
) -> None:
    copy, half = file.with_name("people (1).plan"), file.with_name("~$people-0123456789ab.tmp")
    copy.write_bytes(file.read_bytes())
    half.write_bytes(file.read_bytes()[:-30])
    planner = make(file)
    answer(delete)
    planner.menus["forget-person"].trigger()
    words = planner.window.news.words
    assert copy.name in words
    assert half.name in words


def test_what_could_not_be_changed_is_said_and_tried_again(
    make: Make, file: Path, folder: Path, answer: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    crashed(file, folder)
    planner = make(file)
    (journal,) = (path for path in (folder / "journal").rglob("*.journal") if b"Left behind" in path.read_bytes())
    replace = Path.replace

    def refused(path: Path, target: Path) -> Path:
        if target == journal:
            raise PermissionError(errno.EACCES, "in use")
        return replace(path, target)

    answer(delete)
    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", refused)
        planner.menus["forget-person"].trigger()
        assert "could not be changed" in planner.window.news.words
        assert planner.files.save()
        assert "could not be changed" in planner.window.news.words
    assert CANARY.encode() in journal.read_bytes()
    planner.context.workspace.apply(lambda plan: change_session(plan, "a", title="On"), "Rename")
    assert planner.files.save()
    assert CANARY.encode() not in journal.read_bytes()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_no_key_deletes_by_itself(make: Make, file: Path, answer: Callable[..., None], key: Qt.Key) -> None:
    planner = make(file)
    before = planner.context.workspace.plan

    def press(dialog: ForgetPersonDialog) -> None:
        choose(dialog, "ursula")
        QTest.keyClick(dialog.list, key)
        QTest.keyClick(dialog.list.filter, key)

    answer(press)
    planner.menus["forget-person"].trigger()
    assert planner.context.workspace.plan is before


def test_who_is_sifted_out_is_not_deleted(make: Make, file: Path, answer: Callable[..., None]) -> None:
    planner = make(file)

    def act(dialog: ForgetPersonDialog) -> None:
        choose(dialog, "ursula")
        assert dialog.person() == "ursula"
        dialog.list.filter.setText("ann")
        assert not dialog.person()
        assert not dialog.ok.isEnabled()
        dialog.list.filter.clear()
        assert not dialog.person()

    answer(act)
    planner.menus["forget-person"].trigger()


def test_a_protected_plan_keeps_its_people(make: Make, file: Path, planner: PlannerWindow) -> None:
    assert planner.menus["forget-person"].isEnabled() == bool(planner.context.workspace.plan.people)
    protected = make(file)
    assert protected.menus["forget-person"].isEnabled()
    protected.files.open(file, read_only=True)
    protected.menus.refresh()
    assert not protected.menus["forget-person"].isEnabled()
