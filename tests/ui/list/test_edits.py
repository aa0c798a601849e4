"""The list changes what the board changes: each answer is one step, says what it leads to, or why it cannot be."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.model import Audience, Place, Seating, Session, Status
from planner.model.edits import change_session, fix_time, resize_session
from planner.text.list_words import ListContext
from planner.ui.list.cell_input import CellInput
from planner.ui.list.columns import COLUMNS, PLACE, CellEditing
from planner.ui.services.context import WidgetContext
from tests.profiles import tries
from tests.ui.harness import SIZE_HINTS, Harness
from tests.ui.sheet import MENUS, Sheet, small_day

BLUE = Place(room="blue", seating=Seating.CIRCLE)
pytestmark = pytest.mark.qt_log_ignore(SIZE_HINTS, MENUS)


@pytest.fixture
def sheet(qtbot: QtBot) -> Sheet:
    return Sheet(small_day(), qtbot)


@pytest.mark.parametrize(
    ("column", "text", "told"),
    [
        ("start", "10.30", lambda late: late.start == 630),
        ("start", "1030", lambda late: late.start == 630),
        ("start", "10:30 Uhr", lambda late: late.start == 630),
        ("start", "+15", lambda late: late.start == 675),
        ("start", "-1:00", lambda late: late.start == 600),
        ("start", "", lambda late: not late.scheduled),
        ("end", "12.30", lambda late: late.minutes == 90),
        ("end", "+5", lambda late: late.minutes == 65),
        ("length", "45", lambda late: late.minutes == 45),
        ("length", "1h30", lambda late: late.minutes == 90),
        ("length", "-15", lambda late: late.minutes == 45),
        ("title", "  Other title ", lambda late: late.title == "Other title"),
        ("title", "", lambda late: late.title == ""),
        ("attendance", "25", lambda late: late.attendance.number == 25),
        ("attendance", "for", lambda late: late.round == "round"),
    ],
)
def test_what_is_typed_changes_the_session_as_one_step(
    sheet: Sheet, column: str, text: str, told: Callable[[Session], bool]
) -> None:
    before = sheet.harness.plan
    sheet.type("late", column, text)
    assert told(sheet.session("late"))
    assert len(sheet.harness.steps) == 1
    assert "Late" in (sheet.harness.steps[0] or "")
    assert sheet.harness.view.hint
    sheet.harness.workspace.undo()
    assert sheet.harness.plan is before


@pytest.mark.parametrize(
    ("column", "text", "told"),
    [
        ("needs", "Projector, water", lambda late: late.needs == ("Projector", "water")),
        ("min_size", "8", lambda late: late.min_size == 8),
        ("technology", "Microphones", lambda late: late.technology == "Microphones"),
        ("link", "https://example.org", lambda late: late.link == "https://example.org"),
    ],
)
def test_a_column_that_is_hidden_at_first_takes_what_is_typed(
    sheet: Sheet, column: str, text: str, told: Callable[[Session], bool]
) -> None:
    sheet.grid.setColumnHidden(PLACE[column], False)
    sheet.type("late", column, text)
    assert told(sheet.session("late"))
    assert sheet.cell("late", column) == text


def test_a_long_text_is_shown_on_one_line_and_opens_the_details_so_that_no_line_is_lost(sheet: Sheet) -> None:
    sheet.harness.workspace.apply(lambda plan: change_session(plan, "late", description="One\ntwo"), "Describe")
    sheet.grid.setColumnHidden(PLACE["description"], False)
    assert sheet.cell("late", "description") == "One two"
    opened: list[str] = []
    sheet.view.edit_requested.connect(opened.append)
    sheet.go("late", "description")
    sheet.key(Qt.Key.Key_Return)
    assert opened == ["late"]
    assert sheet.line() is None


@pytest.mark.parametrize(
    ("one", "column", "text"),
    [
        ("late", "start", "25:00"),
        ("late", "start", "noon"),
        ("late", "start", "+x"),
        ("late", "end", "11:00"),
        ("late", "length", "0"),
        ("late", "length", "long"),
        ("late", "length", "-60"),
        ("late", "attendance", "nobody knows"),
        ("tray", "start", "+15"),
        ("tray", "end", "9:30"),
    ],
)
def test_a_bad_answer_is_told_and_stays_as_it_was_typed_until_esc(
    sheet: Sheet, one: str, column: str, text: str
) -> None:
    before = sheet.harness.plan
    sheet.type(one, column, text)
    line = sheet.line()
    assert line is not None
    assert line.text() == text
    assert sheet.harness.view.hint
    assert sheet.harness.plan is before
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert sheet.harness.plan is before
    assert sheet.grid.hasFocus()


def test_a_bad_answer_left_by_a_click_elsewhere_changes_nothing(sheet: Sheet) -> None:
    before = sheet.harness.plan
    sheet.type("late", "start", "noon", end=None)
    sheet.go("early", "title")
    assert sheet.harness.plan is before
    assert "noon" in sheet.harness.view.hint


def test_what_follows_moves_along_as_the_switch_says(sheet: Sheet) -> None:
    sheet.type("early", "length", "75")
    assert sheet.session("late").start == 660
    sheet.type("late", "length", "75")
    assert [sheet.session(one).start for one in ("f1", "f2")] == [795, 795]
    assert "2 blocks" in sheet.harness.view.hint
    sheet.harness.view.set_flow(False)
    sheet.type("late", "length", "60")
    assert sheet.session("f1").start == 795


def test_a_row_that_moves_keeps_the_keyboard(sheet: Sheet) -> None:
    sheet.harness.view.set_flow(False)
    sheet.type("early", "start", "15:00")
    assert sheet.column("title").index("Early") == 3
    here = sheet.grid.currentIndex()
    assert (sheet.view.model.ids[here.row()], here.column()) == ("early", PLACE["start"])
    sheet.key(Qt.Key.Key_F2)
    line = sheet.line()
    assert line is not None
    QTest.keyClicks(line, "16")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert sheet.session("early").start == 960


def test_typing_opens_the_cell_and_tab_takes_it_over_and_goes_on(sheet: Sheet) -> None:
    sheet.go("late", "start")
    QTest.keyClicks(sheet.grid, "1")
    line = sheet.line()
    assert line is not None
    QTest.keyClicks(line, "0")
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert sheet.session("late").start == 600
    assert sheet.grid.currentIndex().column() == PLACE["end"]
    assert sheet.grid.hasFocus()


def test_esc_leaves_everything_as_it_was(sheet: Sheet) -> None:
    before = sheet.harness.plan
    sheet.type("late", "title", "Something else", end=Qt.Key.Key_Escape)
    assert sheet.harness.plan is before
    assert sheet.cell("late", "title") == "Late"


def test_what_is_typed_is_taken_over_before_a_command_of_the_window(sheet: Sheet) -> None:
    sheet.type("late", "title", "Half typed", end=None)
    sheet.view.finish()
    assert sheet.session("late").title == "Half typed"


@pytest.mark.parametrize(
    ("column", "words", "told"),
    [
        ("day", "Tuesday", lambda late: (late.day, late.start) == ("tue", 660)),
        ("day", "Unscheduled", lambda late: not late.scheduled),
        ("kind", "Workshop", lambda late: late.kind == "workshop"),
        ("room", "Blue", lambda late: late.places == (BLUE,)),
        ("room", "No room", lambda late: late.places == ()),
        ("seating", "Banquet", lambda late: late.places[0].seating == Seating.BANQUET),
        ("status", "declined", lambda late: late.contributions[0].status == Status.DECLINED),
        ("audience", "the team", lambda late: late.audience == Audience.TEAM),
    ],
)
def test_what_is_chosen_by_keys_changes_the_session_as_one_step(
    sheet: Sheet, column: str, words: str, told: Callable[[Session], bool]
) -> None:
    sheet.grid.setColumnHidden(PLACE[column], False)
    sheet.go("late", column)
    sheet.choose(words)
    assert told(sheet.session("late"))
    assert len(sheet.harness.steps) == 1
    assert sheet.harness.view.hint
    assert sheet.line() is None


def test_a_letter_finds_a_choice_and_esc_takes_none(sheet: Sheet) -> None:
    sheet.go("late", "kind")
    QTest.keyClicks(sheet.grid, "w")
    box = sheet.unfolded()
    assert box.itemText(box.view().currentIndex().row()).startswith("W")
    QTest.keyClick(box.view(), Qt.Key.Key_Escape)
    sheet.qtbot.waitUntil(sheet.grid.hasFocus)
    assert sheet.session("late").kind == "talk"
    assert sheet.harness.steps == []


def test_space_fixes_the_time_and_frees_it_again(sheet: Sheet) -> None:
    sheet.go("late", "fixed")
    sheet.key(Qt.Key.Key_Space)
    assert sheet.session("late").fixed
    assert sheet.cell("late", "fixed") == "fixed"
    sheet.key(Qt.Key.Key_Return)
    assert not sheet.session("late").fixed
    sheet.go("tray", "fixed")
    sheet.key(Qt.Key.Key_Space)
    assert not sheet.session("tray").fixed
    assert sheet.harness.view.hint


def test_a_click_on_the_box_fixes_the_time(sheet: Sheet) -> None:
    sheet.grid.scrollTo(sheet.index("late", "fixed"))
    place = sheet.grid.visualRect(sheet.index("late", "fixed"))
    for fixed in (True, False):
        QTest.mouseClick(
            sheet.grid.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place.left() + 14, place.center().y())
        )
        assert sheet.session("late").fixed is fixed
    assert len(sheet.harness.steps) == 2


def test_with_a_fixed_time_a_length_may_be_nothing(sheet: Sheet) -> None:
    sheet.harness.workspace.apply(lambda plan: fix_time(plan, "late", fixed=True), "Fix")
    sheet.type("late", "length", "0")
    assert sheet.session("late").minutes == 0


def test_one_answer_goes_for_all_selected_rows_as_one_step(sheet: Sheet) -> None:
    sheet.go("early", "title")
    sheet.key(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    sheet.key(Qt.Key.Key_Left)
    assert set(sheet.harness.view.selection) == {"early", "late"}
    sheet.choose("Panel")
    assert [sheet.session(one).kind for one in ("early", "late", "f1")] == ["panel", "panel", "talk"]
    assert sheet.harness.steps == ["Change “Kind” of 2 sessions"]
    assert sheet.harness.view.hint == "2 sessions: Kind Panel"


def test_what_differs_after_an_answer_for_all_is_not_said_with_one_value(sheet: Sheet) -> None:
    sheet.harness.workspace.apply(lambda plan: resize_session(plan, "early", 45), "Shorten")
    sheet.go("early", "title")
    sheet.key(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    while sheet.grid.currentIndex().column() != PLACE["length"]:
        sheet.key(Qt.Key.Key_Left)
    for key, said in (("+5", "different"), ("50", "50 min")):
        QTest.keyClicks(sheet.grid, key[0])
        line = sheet.line()
        assert line is not None
        QTest.keyClicks(line, key[1:])
        QTest.keyClick(line, Qt.Key.Key_Return)
        assert sheet.harness.view.hint == f"2 sessions: Length {said}"


def test_a_room_that_is_taken_away_is_said(sheet: Sheet) -> None:
    sheet.go("late", "room")
    sheet.choose("No room")
    assert sheet.session("late").places == ()
    assert sheet.harness.view.hint == "Late 11:00–12:00, No room"


def test_a_title_goes_for_one_row_only(sheet: Sheet) -> None:
    sheet.go("early", "title")
    sheet.key(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    sheet.key(Qt.Key.Key_F2)
    line = sheet.line()
    assert line is not None
    QTest.keyClicks(line, "Mine")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert sorted(sheet.column("title"))[:2] == ["Early", "Film"]
    assert sheet.session("late").title == "Mine"


def test_the_last_row_makes_a_new_session(sheet: Sheet) -> None:
    sheet.type("", "title", "Closing words")
    new = sheet.harness.plan.sessions[-1]
    assert (new.title, new.scheduled) == ("Closing words", False)
    assert sheet.harness.view.selection == (new.id,)
    assert sheet.harness.steps == ["Add Closing words"]
    sheet.harness.view.show_day("tue")
    sheet.type("", "start", "14")
    new = sheet.harness.plan.sessions[-1]
    assert (new.day, new.start) == ("tue", 840)
    here = sheet.grid.currentIndex()
    assert (sheet.view.model.ids[here.row()], here.column()) == (new.id, PLACE["start"])
    sheet.type("", "length", "nonsense", end=Qt.Key.Key_Return)
    assert sheet.harness.plan.sessions[-1] is new


@settings(max_examples=tries(150), deadline=None)
@given(
    text=st.text(max_size=400), column=st.sampled_from([column for column in COLUMNS if column.way.name[:4] == "TYPE"])
)
def test_no_text_breaks_anything(text: str, column: object) -> None:
    assert column in COLUMNS
    harness = _PLAIN
    cell_input = CellInput(harness.context, lambda: _seen(harness.context))
    for one in ("late", "tray", ""):
        found = cell_input.propose(one, COLUMNS[COLUMNS.index(column)], text)  # type: ignore[arg-type]
        assert isinstance(found, str) or found.plan.sessions


def _seen(context: WidgetContext) -> ListContext:
    plan = context.workspace.plan
    return ListContext(plan, context.problem_cache.index(plan), {}, context.t)


_PLAIN: Harness = small_day()


def test_every_column_can_be_changed_or_says_that_it_is_only_read() -> None:
    for column in COLUMNS:
        assert (column.field is None) == (column.way in {CellEditing.READ, CellEditing.OPEN}), column.id
        assert (column.choices is not None) == (column.way is CellEditing.CHOOSE), column.id
