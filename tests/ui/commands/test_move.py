"""Keys and menus move and resize one session or several; bursts are one step, and say what they lead to."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu

from planner.model.edits import resize_session
from tests.ui.board.hand import at_once, small_plan
from tests.ui.conftest import Make
from tests.ui.harness import SIZE_HINTS
from tests.ui.keyboard import Keyboard, keyboard

pytestmark = pytest.mark.qt_log_ignore(SIZE_HINTS)


@pytest.fixture
def keys(make: Make, tmp_path: Path) -> Keyboard:
    return keyboard(make, tmp_path)


def test_a_burst_of_moves_is_one_step(keys: Keyboard) -> None:
    before = keys.plan
    keys.view.set_flow(False)
    keys.select("end")
    keys.press("Alt+Down", "Alt+Down", "Alt+Down", "Ctrl+Shift+Up")
    assert keys.session("end").start == 934
    assert keys.undo == "Ergebnisse verschieben"
    keys.planner.context.workspace.undo()
    assert keys.plan is before


def test_what_a_burst_of_keys_did_is_said_in_sum(keys: Keyboard) -> None:
    keys.select("podium")
    keys.press(*["Alt+Down"] * 8)
    assert keys.said == "Podium um 40 min später (11:40–12:40): Mittag ist fest, 10 min zu lang"


def test_what_was_said_is_gone_after_undo_and_with_another_selection(keys: Keyboard) -> None:
    keys.select("podium")
    keys.press("Alt+Up")
    assert keys.said.startswith("Podium um 5 min früher")
    keys.planner.context.workspace.undo()
    assert keys.said == ""
    keys.press("Alt+Down")
    assert keys.said.startswith("Podium um 5 min später")
    keys.press("Up")
    assert (keys.view.selection, keys.said) == (("hello",), "")


def test_the_end_and_the_start_move_by_keys(keys: Keyboard) -> None:
    keys.select("hello")
    keys.press("Shift+Alt+Up")
    assert (keys.span("hello"), keys.span("podium")) == ((600, 655), (655, 715))
    keys.press("Shift+Alt+Left", "Shift+Alt+Left", "Shift+Alt+Right")
    assert (keys.span("hello"), keys.span("podium")) == ((595, 655), (655, 715))


def test_the_border_to_the_next_one_moves_by_keys(keys: Keyboard) -> None:
    keys.select("hello")
    keys.press("Alt+Shift+PgDown", "Alt+Shift+PgDown", "Alt+Shift+PgUp")
    assert (keys.span("hello"), keys.span("podium"), keys.span("lunch")) == ((600, 665), (665, 720), (750, 810))
    keys.planner.context.workspace.undo()
    assert keys.plan == small_plan()
    keys.select("podium")
    keys.press("Alt+Shift+PgDown")
    assert keys.said == "Direkt danach kommt nichts"


def test_several_move_and_grow_together(keys: Keyboard) -> None:
    keys.select("hello", "end")
    keys.press("Alt+Down", "Alt+Down")
    assert (keys.span("hello"), keys.span("podium"), keys.span("end")) == ((610, 670), (670, 730), (930, 960))
    assert keys.said == "2 Programmpunkte um 10 min später, 1 folgt"
    keys.view.set_flow(False)
    keys.press("Shift+Alt+Down", "Shift+Alt+Right")
    assert (keys.span("hello"), keys.span("end")) == ((615, 675), (935, 965))
    assert keys.undo == "Dauer von 2 Programmpunkten"
    keys.view.select("podium")
    keys.press("Shift+Alt+Down")
    keys.select("hello", "end")
    keys.press("Shift+Alt+Down", "Shift+Alt+Down")
    assert keys.said == "2 Programmpunkte um je 10 min länger: überlappt Podium um 15 min"


def test_a_fixed_time_that_keys_move_is_named(keys: Keyboard) -> None:
    keys.planner.context.workspace.apply(lambda plan: resize_session(plan, "podium", 90), "longer")
    keys.select("podium")
    keys.press("Alt+Shift+PgDown")
    assert (keys.span("podium"), keys.span("lunch")) == ((660, 755), (755, 810))
    assert "die feste Uhrzeit von Mittag" in keys.said
    keys.planner.context.workspace.undo()
    keys.press("Alt+PgDown")
    assert keys.span("lunch") == (660, 720)
    assert "die feste Uhrzeit von Mittag" in keys.said


def test_rooms_change_by_keys_up_to_the_edge(keys: Keyboard) -> None:
    keys.select("one", "two")
    keys.press("Alt+Right")
    assert [keys.session(session).places[0].room for session in ("one", "two")] == ["dom", "attic"]
    keys.press("Alt+Right")
    assert [keys.session(session).places[0].room for session in ("one", "two")] == ["dom", "attic"]
    assert keys.said == "Weiter rechts ist kein Raum"
    keys.press("Alt+Left", "Alt+Left", "Alt+Left")
    assert keys.session("one").places[0].room == "hall"


def test_nothing_gets_shorter_than_a_minute_or_leaves_the_day(keys: Keyboard) -> None:
    keys.view.set_flow(False)
    keys.select("end")
    keys.press(*["Shift+Alt+Up"] * 9)
    assert keys.session("end").minutes == 1
    keys.press(*["Shift+Alt+Right"] * 3)
    assert keys.span("end") == (920, 921)
    keys.select("hello")
    keys.planner.context.workspace.apply(lambda _: at_once(small_plan(), "x", 3, 30, "attic"), "x")
    keys.select("x", "hello")
    keys.press("Alt+Up", "Alt+Up")
    assert (keys.session("x").start, keys.session("hello").start) == (0, 597)


def test_enter_goes_through_the_day_in_order_of_time(keys: Keyboard) -> None:
    seen: list[str] = []
    for key in ("Return", "Return", "Enter", "Return", "Return", "Return", "Return", "Shift+Return", "Shift+Enter"):
        keys.press(key)
        seen.append(keys.view.selection[-1])
    assert seen == ["hello", "podium", "lunch", "one", "two", "end", "end", "two", "one"]
    assert keys.plan == small_plan()


def test_the_list_keeps_enter_for_itself(keys: Keyboard) -> None:
    actions = {action.objectName() for action in keys.planner.window.view_stack.actions()}
    assert "move-later" in actions
    assert "next-block" not in actions


def test_a_room_is_chosen_from_the_menu(keys: Keyboard) -> None:
    before = keys.plan
    keys.select("podium", "film")
    rooms = next(menu for menu in keys.planner.window.findChildren(QMenu) if menu.objectName() == "rooms")
    rooms.aboutToShow.emit()
    assert [action.isChecked() for action in rooms.actions()] == [True, False, False, False]
    rooms.actions()[1].trigger()
    assert [keys.session(session).places[0].room for session in ("podium", "film")] == ["hase", "hase"]
    assert keys.span("podium") == (660, 720)
    assert "Raum Hase" in keys.said
    keys.planner.context.workspace.undo()
    assert keys.plan is before
