"""What was typed when a window was killed is offered again where it belongs, and is never an edit by itself."""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from planner.model import Contribution, Document, Person, Plan, Session, new_id
from planner.model.edits import add_contribution, change_plan
from planner.storage import Draft, DraftFile, Journal, LeftDrafts, Revision, left_drafts, read
from planner.text import language
from planner.ui.dialogs.accept_note import AcceptDialog
from planner.ui.dialogs.new_plan import NewPlanDialog
from planner.ui.dialogs.plan_settings import PlanSettingsDialog
from planner.ui.dialogs.programme import ProgrammeDialog
from planner.ui.dialogs.rooms import RoomsDialog
from planner.ui.inspector.contribution_dialog import ContributionDialog
from planner.ui.quick_add.line import QuickLine
from planner.ui.safety.drafts_dialog import DraftsDialog
from planner.ui.safety.recovery_dialog import RecoveryDialog, left_details
from planner.ui.widgets.field_identity import field_id, fields_in, text_of
from planner.ui.window.planner_window import PlannerWindow
from planner.workspace import State
from tests.offscreen import offscreen
from tests.ui.conftest import Asked, Make

ROOT = Path(__file__).resolve().parents[3]


def session_of(planner: PlannerWindow) -> Session:
    return next(one for one in planner.context.workspace.plan.sessions if not one.note and one.scheduled)


def leave(folder: Path, planner: PlannerWindow, *drafts: Draft, plan: Plan | None = None) -> LeftDrafts:
    """Leave what a window would that was killed: drafts, and a journal if the plan was changed."""
    has_plan, journal = planner.files.has_plan, Journal(folder)
    state = planner.files.state if has_plan else State(Document(plan=Plan(id=new_id())))
    revision = Revision(1, state.path, state.digest)
    if plan is not None:
        journal.keep(state.document.with_plan(plan), revision)
    DraftFile(journal).keep(drafts, state.plan.id, state.plan.title, revision)
    vars(journal)["_lock"].release()
    return next(left for left in left_drafts(folder) if left.drafts == drafts)


def press(name: str) -> Callable[[QDialog], None]:
    """Press the first such button of the offer."""

    def run(dialog: QDialog) -> None:
        dialog.findChildren(QPushButton, name)[0].click()

    return run


def answer(*steps: tuple[type[QDialog], Callable[[QDialog], object]]) -> list[str]:
    """Do something in each dialog that opens, one after the other, and then close it if that has not."""
    waiting, seen = list(steps), list[str]()

    def run() -> None:
        dialog = QApplication.activeModalWidget()
        if waiting and isinstance(dialog, waiting[0][0]):
            kind, do = waiting.pop(0)
            seen.append(kind.__name__)
            QTimer.singleShot(10, run)
            try:
                QApplication.processEvents()
                do(dialog)
            finally:
                if QApplication.activeModalWidget() is dialog:
                    dialog.reject()
        elif waiting:
            QTimer.singleShot(10, run)

    QTimer.singleShot(0, run)
    return seen


def offered(
    planner: PlannerWindow, asked: Asked, *steps: tuple[type[QDialog], Callable[[QDialog], object]]
) -> list[str]:
    """Ask about what was left, go on with the first of it, and answer what opens."""
    asked.restores = True
    planner.window.activateWindow()
    seen = answer(*steps)
    planner.safety.ask_recovery()
    return seen


def field(around: QWidget, name: str) -> QWidget:
    found = [one for one in fields_in(around) if (p := field_id(one)) and p.field == name and one.isVisible()]
    assert len(found) == 1, name
    return found[0]


def note(planner: PlannerWindow, text: str = "Vegan dishes?") -> Draft:
    return Draft("", session_of(planner).id, "note", "Panel", "Internal note", text)


def test_a_note_stands_in_its_field_again_and_leaving_takes_it_over(
    planner: PlannerWindow, asked: Asked, folder: Path, qtbot: QtBot
) -> None:
    session, left = session_of(planner), leave(folder, planner, note(planner))
    before = planner.files.state
    assert offered(planner, asked, (DraftsDialog, press("back"))) == ["DraftsDialog"]
    assert asked.left == (left,)
    assert planner.files.state is before
    here = field(planner.window, "note")
    assert text_of(here) == "Vegan dishes?"
    assert planner.context.view.selection == (session.id,)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is here)
    assert planner.window.isWindowModified()
    qtbot.waitUntil(lambda: not left.path.exists(), timeout=3_000)
    (own,) = (LeftDrafts.of(path) for path in folder.glob("journal/*/*.drafts"))
    assert own is not None
    assert [draft.text for draft in own.drafts] == ["Vegan dishes?"]
    QTest.keyClick(here, Qt.Key.Key_Tab)
    assert planner.context.workspace.plan.session_by_id[session.id].note == "Vegan dishes?"


def test_it_can_be_given_up_in_the_field(planner: PlannerWindow, asked: Asked, folder: Path, qtbot: QtBot) -> None:
    left = leave(folder, planner, note(planner))
    offered(planner, asked, (DraftsDialog, press("back")))
    QTest.keyClick(field(planner.window, "note"), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not left.path.exists(), timeout=3_000)
    assert not planner.files.dirty


def test_a_line_stands_in_its_field_again(planner: PlannerWindow, asked: Asked, folder: Path) -> None:
    session = session_of(planner)
    leave(folder, planner, Draft("", session.id, "responsible", "", "Responsible", "Ann"))
    offered(planner, asked, (DraftsDialog, press("back")))
    line = field(planner.window, "responsible")
    assert text_of(line) == "Ann"
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert planner.context.workspace.plan.session_by_id[session.id].responsible == "Ann"


def test_it_comes_with_the_plan_that_was_not_saved(planner: PlannerWindow, asked: Asked, folder: Path) -> None:
    plan = change_plan(planner.context.workspace.plan, title="Changed")
    leave(folder, planner, note(planner), plan=plan)
    assert offered(planner, asked, (DraftsDialog, press("back"))) == ["DraftsDialog"]
    assert len(asked.found) == len(asked.left) == 1
    assert planner.context.workspace.plan.title == "Changed"
    assert text_of(field(planner.window, "note")) == "Vegan dishes?"


def test_its_plan_is_opened(empty: PlannerWindow, make: Make, asked: Asked, folder: Path, plan_file: Path) -> None:
    planner = make(plan_file)
    leave(folder, planner, note(planner))
    planner.window.close()
    offered(empty, asked, (DraftsDialog, press("back")))
    assert empty.files.state.path == plan_file
    assert text_of(field(empty.window, "note")) == "Vegan dishes?"


def test_where_the_plans_file_is_gone_the_text_can_be_copied(
    empty: PlannerWindow, make: Make, asked: Asked, folder: Path, plan_file: Path
) -> None:
    planner = make(plan_file)
    left = leave(folder, planner, note(planner))
    planner.window.close()
    plan_file.unlink()
    assert "no longer exists" in left_details(left, language("en"))

    def copy(dialog: QDialog) -> None:
        assert dialog.findChildren(QPushButton, "back")[0].isHidden()
        press("copy")(dialog)

    assert offered(empty, asked, (DraftsDialog, copy)) == ["DraftsDialog"]
    assert len(asked.told) == 1
    assert QGuiApplication.clipboard().text() == "Vegan dishes?"
    assert left.path.exists()


def test_a_session_that_is_gone_leaves_the_text_to_be_copied(
    planner: PlannerWindow, asked: Asked, folder: Path
) -> None:
    leave(folder, planner, Draft("", "gone", "note", "Old panel", "Internal note", "<b>Text</b>"))

    def look(dialog: QDialog) -> None:
        assert dialog.findChildren(QPushButton, "back")[0].isHidden()
        (text,) = dialog.findChildren(QPlainTextEdit)
        assert text.toPlainText() == "<b>Text</b>"
        assert text.isReadOnly()
        labels = {label.text(): label for label in dialog.findChildren(QLabel)}
        assert labels["Old panel"].textFormat() == labels["Internal note"].textFormat() == Qt.TextFormat.PlainText

    assert offered(planner, asked, (DraftsDialog, look)) == ["DraftsDialog"]


def test_later_keeps_it_and_the_window_shows_the_way_back(planner: PlannerWindow, asked: Asked, folder: Path) -> None:
    left = leave(folder, planner, note(planner))
    offered(planner, asked, (DraftsDialog, QDialog.reject))
    assert left_drafts(folder) == (left,)
    assert "1 typed text" in planner.window.news.words
    seen = answer((DraftsDialog, press("back")))
    (show,) = (one for one in planner.window.news.findChildren(QPushButton) if one.text() == "Show")
    show.click()
    assert seen == ["DraftsDialog"]
    assert text_of(field(planner.window, "note")) == "Vegan dishes?"


def test_discarding_asks_once_more_and_leaves_the_others(planner: PlannerWindow, asked: Asked, folder: Path) -> None:
    other = Draft("", session_of(planner).id, "title", "Panel", "Title", "Other")
    leave(folder, planner, note(planner), other)

    def drop(dialog: QDialog) -> None:
        (first, _) = dialog.findChildren(QPushButton, "discard")
        first.click()
        assert len(left_drafts(folder)[0].drafts) == 2
        assert first.text() == "Discard for good"
        first.click()

    offered(planner, asked, (DraftsDialog, drop))
    assert [left.drafts for left in left_drafts(folder)] == [(other,)]


def test_the_form_of_the_event_opens_with_its_texts(
    planner: PlannerWindow, asked: Asked, folder: Path, qtbot: QtBot
) -> None:
    title = Draft("settings", "", "event.title", "About the event", "Title", "Other title")
    cap = Draft("settings", "", "numbers.cap", "About the event", "Maximum attendance", "77")
    words = Draft("settings", "", "contact.text", "About the event", "Text", "Call us\nat once")
    day = planner.context.workspace.plan.days[0]
    start = Draft("settings", day.id, "day.start", "About the event", "From", "07:45")
    moved = Draft("settings", day.id, "day.date", "About the event", "Date", "03/02/2027")
    left = leave(folder, planner, title, cap, words, start, moved)

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, PlanSettingsDialog)
        form = dialog.event_form.field("title")
        assert isinstance(form, QLineEdit)
        assert form.text() == "Other title"
        qtbot.waitUntil(lambda: not left.path.exists(), timeout=3_000)
        dialog.accept()

    assert offered(planner, asked, (DraftsDialog, press("back")), (PlanSettingsDialog, look)) == [
        "DraftsDialog",
        "PlanSettingsDialog",
    ]
    plan = planner.context.workspace.plan
    assert (plan.title, plan.settings.cap, plan.contact.text) == ("Other title", 77, "Call us\nat once")
    assert (plan.days[0].start, plan.days[0].date) == (7 * 60 + 45, date(2027, 2, 3))


@pytest.mark.parametrize("text", ["3/0/2027", "03.02.2027", ""])
def test_half_a_date_becomes_no_other_date(planner: PlannerWindow, asked: Asked, folder: Path, text: str) -> None:
    day = planner.context.workspace.plan.days[0]
    left = leave(folder, planner, Draft("settings", day.id, "day.date", "About the event", "Date", text))
    offered(planner, asked, (DraftsDialog, press("back")), (PlanSettingsDialog, QDialog.accept))
    assert planner.context.workspace.plan.days[0] == day
    assert left_drafts(folder) == (left,)


def test_rooms_get_what_was_typed_for_each_of_them(planner: PlannerWindow, asked: Asked, folder: Path) -> None:
    rooms = planner.context.workspace.plan.rooms
    drafts = [Draft("rooms", room.id, "room.note", room.name, "Internal note", f"Note {room.name}") for room in rooms]
    gone = Draft("rooms", "gone", "room.note", "New room", "Internal note", "Of a room that was never kept")
    leave(folder, planner, *drafts[:2], gone)

    def take(dialog: QDialog) -> None:
        assert isinstance(dialog, RoomsDialog)
        dialog.accept()

    offered(planner, asked, (DraftsDialog, press("back")), (RoomsDialog, take))
    after = planner.context.workspace.plan.rooms
    assert [room.note for room in after[:2]] == [draft.text for draft in drafts[:2]]
    assert after[2:] == rooms[2:]
    assert "1 typed text" in planner.window.news.words


def test_a_new_plans_questions_open_without_a_plan(empty: PlannerWindow, asked: Asked, folder: Path) -> None:
    leave(folder, empty, Draft("new", "", "1", "New plan", "Title", "Meeting"))

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, NewPlanDialog)
        assert dialog.title.text() == "Meeting"

    assert offered(empty, asked, (DraftsDialog, press("back")), (NewPlanDialog, look))[1:] == ["NewPlanDialog"]
    assert asked.told == []


def test_a_pasted_programme_opens_with_its_cells(planner: PlannerWindow, asked: Asked, folder: Path) -> None:
    came = Draft("programme", "", "came", "", "Pasted text", "9:00\tWelcome\n9:30\tPanel")
    cells = [Draft("programme", f"{row} 4", "cell", "", "Title", f"Mended {row}") for row in (0, 1)]
    leave(folder, planner, came, *cells)

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, ProgrammeDialog)
        dialog.came.setFocus()
        QApplication.processEvents()
        assert [row.title for row in dialog.table.taken()] == ["Mended 0", "Mended 1"]

    assert offered(planner, asked, (DraftsDialog, press("back")), (ProgrammeDialog, look))[1:] == ["ProgrammeDialog"]


def test_the_quick_line_opens_with_its_text(planner: PlannerWindow, asked: Asked, folder: Path, qtbot: QtBot) -> None:
    leave(folder, planner, Draft("quick-add", "", "line", "", "Add a session by typing", "Welcome 15m"))
    offered(planner, asked, (DraftsDialog, press("back")))
    quick = planner.window.findChild(QuickLine)
    assert quick is not None
    assert quick.line.text() == "Welcome 15m"
    qtbot.waitUntil(quick.bubble.isVisible)


def test_a_contribution_opens_with_its_texts(
    planner: PlannerWindow, asked: Asked, folder: Path, plan_file: Path
) -> None:
    session = session_of(planner)
    planner.context.workspace.apply(lambda p: add_contribution(p, session.id, Contribution(id="c1", label="Ann")), "")
    assert planner.files.save()
    assert read(plan_file).document == planner.files.state.document
    known = Draft("contribution c1", session.id, "function", "Contributor", "Function", "Mayor")
    new = Draft("contribution", session.id, "label", "Add somebody", "Printed name", "Ben")
    leave(folder, planner, known, new)

    def take(dialog: QDialog) -> None:
        assert isinstance(dialog, ContributionDialog)
        dialog.accept()

    offered(planner, asked, (DraftsDialog, press("back")), (ContributionDialog, take))
    answer((DraftsDialog, press("back")), (ContributionDialog, take))
    next(one for one in planner.window.news.findChildren(QPushButton) if one.text() == "Show").click()
    found = planner.context.workspace.plan.session_by_id[session.id].contributions
    assert {(one.label, one.function) for one in found} >= {("Ann", "Mayor"), ("Ben", "")}


def test_the_note_on_a_problem_opens_with_its_text(planner: PlannerWindow, asked: Asked, folder: Path) -> None:
    problem = next(
        one for one in planner.context.problem_cache.problems(planner.context.workspace.plan) if not one.accepted
    )
    form = " ".join(("accept", problem.code, *problem.subjects))
    leave(folder, planner, Draft(form, "", "note", "Accepted", "Note", "Because"))

    def take(dialog: QDialog) -> None:
        assert isinstance(dialog, AcceptDialog)
        dialog.accept()

    offered(planner, asked, (DraftsDialog, press("back")), (AcceptDialog, take))
    assert [one.note for one in planner.context.workspace.plan.acceptances] == ["Because"]


def test_the_question_at_the_start_names_what_was_typed(planner: PlannerWindow, folder: Path, qtbot: QtBot) -> None:
    with_plan = leave(folder, planner, note(planner), plan=change_plan(planner.context.workspace.plan, title="Changed"))
    alone = leave(folder, planner, Draft("settings", "", "event.title", "About", "Title", "Text"))
    from planner.storage import recoverable

    (recovery,) = recoverable(folder)
    question = RecoveryDialog((recovery,), (with_plan, alone), language("de"))
    qtbot.addWidget(question)
    said = "\n".join(label.text() for label in question.findChildren(QLabel))
    assert "Getippt, aber nicht übernommen: Internal note" in said
    assert "Getippt, aber nicht übernommen: Title" in said
    assert "Der Plan selbst liegt in der Datei meeting.plan." in said
    assert len(question.findChildren(QPushButton, "restore")) == 2
    for drop in question.findChildren(QPushButton, "discard"):
        drop.click()
        drop.click()
    assert (recoverable(folder), left_drafts(folder)) == ((), ())


def test_forgetting_a_person_forgets_what_was_typed_of_them(planner: PlannerWindow, folder: Path) -> None:
    plan = planner.context.workspace.plan
    person = next(one for one in plan.people if " " in one.name)
    assert isinstance(person, Person)
    leave(folder, planner, note(planner, f"Ask {person.name} again"), note(planner, "Vegan"))
    forget = planner.context.workspace.forget_person(person.id)
    assert planner.safety.rewrite(plan.id, forget, {person.id: person.name}) is None
    assert [[draft.text for draft in left.drafts] for left in left_drafts(folder)] == [["Vegan"]]


@pytest.mark.skipif(sys.platform == "win32", reason="kills as Unix does")
def test_a_window_that_is_killed_while_a_note_is_typed_loses_a_word_at_most(
    planner: PlannerWindow, asked: Asked, folder: Path, plan_file: Path
) -> None:
    environment = {**os.environ, "PLANNER_FOLDER": str(folder), "QT_QPA_PLATFORM": offscreen()}
    command = [sys.executable, "-m", "tests.proving.typing", str(plan_file), "once"]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as window:
        assert window.stdout is not None
        typed = window.stdout.readline().rstrip("\n")
        window.kill()
    assert len(typed) > 280
    assert offered(planner, asked, (DraftsDialog, press("back"))) == ["DraftsDialog"]
    found = text_of(field(planner.window, "note"))
    assert typed.startswith(found.rstrip("\n"))
    assert len(typed) - len(found) <= len("interpreters ")
