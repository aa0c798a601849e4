"""Copy, cut and paste through the window's own keys and menu."""

from collections.abc import Iterator
from typing import Final

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.model import Document, Plan
from planner.storage import dump
from planner.ui.board.board import Board
from planner.ui.board.renaming import TitleEditor
from planner.ui.services.clipboard import MIME
from planner.ui.widgets.fields import TitleField
from planner.ui.window.planner_window import PlannerWindow
from tests.ui.conftest import Asked, Make

CTRL: Final = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def clipboard(qapp: QApplication) -> Iterator[None]:
    yield
    qapp.clipboard().clear()


def press(planner: PlannerWindow, key: Qt.Key) -> None:
    board = planner.window.findChild(Board)
    assert board is not None
    board.canvas.setFocus()
    QTest.keyClick(board.canvas, key, CTRL)


def plan_in(planner: PlannerWindow) -> Plan:
    return planner.context.workspace.plan


def by_kind(planner: PlannerWindow, kind: str) -> tuple[str, ...]:
    return tuple(session.id for session in plan_in(planner).sessions if session.kind == kind)


def offer(mime: str, data: bytes) -> None:
    made = QMimeData()
    made.setData(mime, data)
    QGuiApplication.clipboard().setMimeData(made)


def test_a_copy_is_pasted_behind_what_is_selected_and_the_rest_makes_room(planner: PlannerWindow) -> None:
    (welcome,) = by_kind(planner, "welcome")
    after = by_kind(planner, "talk")[0]
    planner.context.view.select(welcome)
    press(planner, Qt.Key.Key_C)
    before = plan_in(planner)
    press(planner, Qt.Key.Key_V)
    plan = plan_in(planner)
    (copy,) = (session for session in plan.sessions if session.id not in before.session_by_id)
    original = plan.session_by_id[welcome]
    assert (copy.title, copy.start, copy.minutes, copy.note) == (
        original.title, original.end, original.minutes, original.note,
    )  # fmt: skip
    assert planner.context.view.selection == (copy.id,)
    assert plan.session_by_id[after].start == (before.session_by_id[after].start or 0) + copy.minutes
    assert plan.rooms == before.rooms
    assert planner.context.view.hint.startswith("Pasted: Begrüßung 10:20–10:40")
    assert planner.context.workspace.state.undo == "Paste Begrüßung"
    planner.menus["undo"].trigger()
    assert plan_in(planner) is before


def test_other_programs_get_text_and_a_table_without_notes(planner: PlannerWindow) -> None:
    planner.context.view.select(*by_kind(planner, "welcome"), *by_kind(planner, "panel"))
    planner.menus["copy"].trigger()
    data = QGuiApplication.clipboard().mimeData()
    session = plan_in(planner).session_by_id[by_kind(planner, "welcome")[0]]
    assert len(data.text().split("\n")) == 2
    assert session.title in data.text()
    assert f"{session.title}</td>" in data.html()
    assert session.technology
    assert session.technology not in data.text() + data.html()
    assert session.technology in bytes(data.data(MIME).data()).decode()


def test_how_many_were_pasted_is_said_once(planner: PlannerWindow) -> None:
    planner.context.view.select(*by_kind(planner, "forum"))
    planner.menus["copy"].trigger()
    planner.menus["paste"].trigger()
    assert planner.context.view.hint.startswith("Pasted: 4 blocks ")
    assert "4 sessions" not in planner.context.view.hint


def test_cut_is_one_step_and_comes_back_by_paste(planner: PlannerWindow) -> None:
    before = plan_in(planner)
    forums = by_kind(planner, "forum")
    planner.context.view.select(*forums)
    press(planner, Qt.Key.Key_X)
    assert len(plan_in(planner).sessions) == len(before.sessions) - len(forums)
    assert planner.context.workspace.state.undo == "Cut 4 sessions"
    press(planner, Qt.Key.Key_V)
    plan = plan_in(planner)
    assert len(plan.sessions) == len(before.sessions)
    assert len(plan.rounds) == len(before.rounds)
    back = [plan.session_by_id[session] for session in planner.context.view.selection]
    assert len({session.start for session in back}) == 1
    assert {session.round for session in back} == {plan.rounds[0].id}
    assert set(forums).isdisjoint(planner.context.view.selection)


def test_paste_into_another_plan_brings_rooms_and_people_along(planner: PlannerWindow, make: Make) -> None:
    planner.context.view.select(*by_kind(planner, "panel"))
    planner.menus["copy"].trigger()
    source = plan_in(planner)
    other = make()
    other.files.start(Document(plan=Plan(id="other", days=tuple(day.changed(contributions=()) for day in source.days))))
    other.menus["paste"].trigger()
    (copy,) = plan_in(other).sessions
    assert copy.start == source.days[0].start
    assert [room.name for room in plan_in(other).rooms] == [source.room_by_id[copy.places[0].room].name]
    assert {contribution.person for contribution in copy.contributions} - {None} == {
        person.id for person in plan_in(other).people
    }


def test_a_plan_without_days_takes_it_into_the_tray(planner: PlannerWindow, make: Make) -> None:
    planner.context.view.select(*by_kind(planner, "panel"))
    planner.menus["copy"].trigger()
    other = make()
    other.files.start(Document(plan=Plan(id="other")))
    other.menus["paste"].trigger()
    assert [session.start for session in plan_in(other).sessions] == [None]
    assert "unscheduled" in other.context.view.hint


@pytest.mark.parametrize("view", ["board", "list"])
def test_in_a_text_field_the_keys_are_the_fields(planner: PlannerWindow, view: str) -> None:
    (panel,) = by_kind(planner, "panel")
    planner.window.show_view(view)
    planner.window.activateWindow()
    planner.context.view.select(panel)
    before = plan_in(planner)
    planner.menus["title"].trigger()  # on the board it opens a field on the block, elsewhere the one at the right
    QApplication.processEvents()
    title = QApplication.focusWidget()
    assert isinstance(title, TitleEditor if view == "board" else TitleField)
    for key in (Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_A, Qt.Key.Key_X):
        QTest.keyClick(title, key, CTRL)
    assert QGuiApplication.clipboard().text() == before.session_by_id[panel].title
    QGuiApplication.clipboard().setText("words")
    QTest.keyClick(title, Qt.Key.Key_V, CTRL)
    assert plan_in(planner) is before
    QTest.keyClick(title, Qt.Key.Key_Return)
    assert plan_in(planner).session_by_id[panel].title == "words"
    assert len(plan_in(planner).sessions) == len(before.sessions)


def test_without_a_selection_there_is_nothing_to_copy(planner: PlannerWindow) -> None:
    planner.context.view.select()
    planner.menus.refresh()
    assert not planner.menus["copy"].isEnabled()
    assert not planner.menus["cut"].isEnabled()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0" * 40,
        b"{",
        b"[1, 2]",
        b'{"format": "planner", "version": 1, "plan": {"id": "x"}}',
        b'{"format": "planner", "version": 1, "plan": {"id": "x", "sessions": [{"id": "s", "kind": "no-such"}]}}',
        b'{"format": "planner", "version": 1, "plan": {"id": "\\ud800"}}',
        b"[" * 100_000,
    ],
)
def test_a_hostile_clipboard_gives_one_sentence(planner: PlannerWindow, asked: Asked, data: bytes) -> None:
    before = plan_in(planner)
    offer(MIME, data)
    press(planner, Qt.Key.Key_V)
    assert plan_in(planner) is before
    assert len(asked.told) == 1
    assert "Nothing was pasted" in asked.told[0]


def test_what_a_newer_version_copied_is_named_so(planner: PlannerWindow, asked: Asked) -> None:
    offer(MIME, dump(Document(plan=plan_in(planner))).replace(b'"version": 1', b'"version": 99'))
    press(planner, Qt.Key.Key_V)
    assert "newer version" in asked.told[0]


def test_more_than_a_plan_holds_is_refused(planner: PlannerWindow, asked: Asked) -> None:
    before = plan_in(planner)
    session = before.sessions[0]
    many = before.changed(
        rounds=(), sessions=tuple(session.changed(id=f"many{number}") for number in range(5_000)), acceptances=()
    )
    offer(MIME, dump(Document(plan=many)))
    press(planner, Qt.Key.Key_V)
    assert plan_in(planner) is before
    assert "5,000" in asked.told[0]


def test_an_empty_clipboard_is_said_in_the_status_line(planner: PlannerWindow) -> None:
    QGuiApplication.clipboard().clear()
    before = plan_in(planner)
    press(planner, Qt.Key.Key_V)
    assert plan_in(planner) is before
    assert "no sessions and no table" in planner.context.view.hint
