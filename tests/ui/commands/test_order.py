"""Merging, swapping, covering and the next gap, through the window."""

from pathlib import Path

import pytest

from planner.model import Day, Plan
from planner.model.edits import fix_time
from planner.ui.dialogs.insert_buffer import BufferDialog
from planner.ui.dialogs.must_end import MustEndDialog
from planner.ui.dialogs.shift_rest import ShiftRestDialog
from planner.ui.widgets.dialog_frame import Frame
from tests.ui.board.hand import at_once, small_plan
from tests.ui.conftest import Make
from tests.ui.harness import SIZE_HINTS
from tests.ui.keyboard import Keyboard, keyboard

pytestmark = pytest.mark.qt_log_ignore(SIZE_HINTS)


@pytest.fixture
def keys(make: Make, tmp_path: Path) -> Keyboard:
    return keyboard(make, tmp_path)


def undone(keys: Keyboard, before: Plan) -> bool:
    keys.planner.context.workspace.undo()
    return keys.plan is before


def test_a_session_and_the_next_become_one(keys: Keyboard) -> None:
    before = keys.plan
    keys.select("hello")
    keys.press("M")
    assert (keys.session("hello").title, keys.span("hello")) == ("Begrüßung + Podium", (600, 720))
    assert "podium" not in keys.plan.session_by_id
    assert keys.said == "Begrüßung + Podium um 60 min länger (10:00–12:00)"
    assert keys.undo == "Begrüßung + Podium verbinden"
    assert undone(keys, before)


def test_a_fixed_time_that_goes_up_in_another_session_is_named(keys: Keyboard) -> None:
    keys.planner.context.workspace.apply(lambda plan: fix_time(plan, "podium", fixed=True), "Fix")
    keys.select("hello")
    keys.press("M")
    assert not keys.session("hello").fixed
    assert keys.said.endswith("nicht mehr fest: 11:00 (Podium)")


def test_the_selected_ones_become_one_in_order_of_time_and_a_round_only_by_itself(keys: Keyboard) -> None:
    keys.select("lunch", "film", "hello", "podium")
    keys.press("M")
    assert keys.session("hello").title == "Begrüßung + Podium + Mittag + Film"
    before = keys.plan
    keys.select("one", "end")
    keys.press("M")
    assert keys.plan is before
    assert "Forenrunde" in keys.said
    keys.select("one", "two")
    keys.press("M")
    assert [place.room for place in keys.session("one").places] == ["hase", "dom"]


def test_texts_too_long_for_one_session_are_not_merged(make: Make, tmp_path: Path) -> None:
    plan = small_plan()
    sessions = tuple(
        session.changed(note=session.id * 3_000) if session.id in {"hello", "podium"} else session
        for session in plan.sessions
    )
    keys = keyboard(make, tmp_path, plan.changed(sessions=sessions))
    before = keys.plan
    keys.select("hello")
    keys.press("M")
    assert keys.plan is before
    assert keys.said == "Ihre Texte sind zusammen zu lang für einen Programmpunkt"


def test_neighbours_swap_by_keys_and_two_by_the_menu(keys: Keyboard) -> None:
    before = keys.plan
    keys.select("hello")
    keys.press("Alt+PgDown")
    assert (keys.span("hello"), keys.span("podium")) == ((660, 720), (600, 660))
    assert keys.said.startswith("Begrüßung um 60 min später (11:00–12:00)")
    assert undone(keys, before)
    keys.press("Alt+PgUp")
    assert (keys.plan, keys.said) == (before, "Davor kommt nichts")
    keys.select("hello", "end")
    keys.planner.menus["swap-both"].trigger()
    assert (keys.span("hello"), keys.span("end")) == ((920, 980), (600, 630))
    keys.select("film", "end")
    keys.planner.menus["swap-both"].trigger()
    assert (keys.span("film"), keys.session("end").start) == ((600, 620), None)


def test_what_lies_under_a_session_gives_way(make: Make, tmp_path: Path) -> None:
    plan = at_once(at_once(small_plan(), "Chor", 650, 20, "hall"), "Tanz", 720, 60, "attic")
    keys = keyboard(make, tmp_path, plan)
    before = keys.plan
    keys.select("podium")
    keys.planner.menus["cover"].trigger()
    assert keys.span("Chor") == (650, 660)
    assert keys.said == "Chor kürzer"
    assert undone(keys, before)
    keys.select("Tanz")
    keys.planner.menus["cover"].trigger()
    assert keys.plan is before
    assert keys.said == "Darunter liegt nichts, das weichen kann"


def test_a_session_goes_to_the_next_gap_of_this_day_or_another(make: Make, tmp_path: Path) -> None:
    plan = small_plan()
    second = Day(id="e", date=plan.days[0].date.replace(day=20), start=540, end=1020)
    keys = keyboard(make, tmp_path, plan.changed(days=(*plan.days, second)))
    keys.select("film")
    keys.press("G")
    assert (keys.session("film").day, keys.span("film")) == ("d", (540, 560))
    keys.press("G", "G")
    assert keys.span("film") == (810, 830)
    keys.press("G", "G", "G")
    assert (keys.session("film").day, keys.view.day) == ("e", "e")
    before = keys.plan
    keys.press("G")
    assert keys.plan is before
    assert keys.said == "Keine 20 min mehr frei für Film"
    keys.select("one")
    assert not keys.planner.menus["next-gap"].isEnabled()


def test_a_buffer_comes_behind_each_selected_session(keys: Keyboard) -> None:
    before = keys.plan
    seen: list[str] = []

    def fill(dialog: Frame) -> None:
        assert isinstance(dialog, BufferDialog)
        dialog.minutes.setValue(10)
        seen.append(dialog.sentence.text())
        dialog.ok.click()

    keys.select("hello", "one", "two")
    keys.answer(fill)
    keys.press("B")
    new = [session for session in keys.plan.sessions if session.id not in before.session_by_id]
    assert sorted((session.start, session.minutes) for session in new) == [(660, 10), (900, 10)]
    assert keys.span("podium") == (670, 730)
    assert set(keys.view.selection) == {session.id for session in new}
    assert keys.said == seen[0]
    assert undone(keys, before)


def test_a_break_that_was_just_inserted_stays_when_the_rest_goes_later(keys: Keyboard) -> None:
    keys.select("hello")
    keys.answer(lambda dialog: dialog.ok.click())
    keys.press("B")
    (buffer,) = keys.view.selection
    middle, before = keys.plan, keys.span(buffer)
    keys.answer(lambda dialog: dialog.ok.click())
    keys.press("Shift+R")
    assert keys.span(buffer) == before
    assert keys.session("podium").start == (middle.session_by_id["podium"].start or 0) + 15
    assert keys.session("lunch").start == 750
    assert "Mittag ist fest" in keys.said
    assert keys.undo == "Rest um +15 min verschieben"


def test_the_rest_says_why_nothing_moves_and_offers_no_button_then(keys: Keyboard) -> None:
    said: list[tuple[str, bool]] = []

    def look(dialog: Frame) -> None:
        assert isinstance(dialog, ShiftRestDialog)
        for side, clock in ((0, "12:30"), (0, "17:00"), (1, "14:00"), (0, "15:00")):
            dialog.side.setCurrentIndex(side)
            dialog.start.setTime(dialog.start.time().fromString(clock, "HH:mm"))
            said.append((dialog.sentence.text(), dialog.ok.isEnabled()))

    keys.answer(look)
    keys.press("Shift+R")
    assert [enabled for _, enabled in said] == [False, False, True, True]
    assert said[0][0] == "Nichts rückt: Mittag ist fest um 12:30"
    assert said[1][0] == "Um 17:00 oder später beginnt nichts"
    assert keys.plan == small_plan()


def test_a_latest_end_is_marked_and_told_when_something_runs_beyond_it(keys: Keyboard) -> None:
    before = keys.plan

    def fill(dialog: Frame) -> None:
        assert isinstance(dialog, MustEndDialog)
        dialog.time.setTime(dialog.time.time().fromString("11:45", "HH:mm"))
        dialog.line.setText("Bus")
        dialog.ok.click()

    keys.select("podium")
    keys.answer(fill)
    keys.planner.menus["must-end"].trigger()
    (mark,) = keys.view.selection
    assert (keys.span(mark), keys.session(mark).fixed, keys.session(mark).title) == ((705, 705), True, "Bus")
    assert keys.said == "Podium muss bis 11:45 enden, 15 min zu lang"
    assert keys.undo == "Muss enden bis 11:45"
    (problem,) = [
        problem for problem in keys.planner.context.problem_cache.problems(keys.plan) if mark in problem.subjects
    ]
    assert (problem.code, problem.fact("minutes")) == ("fixed-overrun", 15)
    assert undone(keys, before)
