"""Somebody new has a checked day on paper within a minute."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from planner.checks import Severity, problems
from planner.exporters import EXPORTERS
from planner.ui.window.planner_window import PlannerWindow
from tests.first_minute import TITLE, Newcomer
from tests.ui.conftest import Asked

pytestmark = pytest.mark.qt_log_ignore("does not support (propagateSizeHints|raise|grabbing)")


def test_template_three_changes_a_problem_mended_and_the_paper(
    empty: PlannerWindow, asked: Asked, qtbot: QtBot, tmp_path: Path
) -> None:
    empty.window.resize(1280, 720)
    person = Newcomer(empty)
    person.begin()
    assert person.plan.title == TITLE
    pause, before, lunch = (person.session(kind) for kind in ("break", "panel", "meal"))
    person.shorten_the_break()
    assert person.session("break").minutes == pause.minutes - 15
    person.make_the_panel_longer()
    assert (person.session("panel").start, person.session("panel").end) == ((before.start or 0) - 15, lunch.start)
    person.move_the_panel_to_a_small_room()
    assert person.session("panel").places != before.places
    errors = [problem for problem in problems(person.plan) if problem.severity == Severity.ERROR]
    assert "room-small" in {problem.code for problem in errors}
    person.mend()
    assert "room-small" not in {problem.code for problem in problems(person.plan)}
    person.see_the_paper()
    assert empty.window.view == "papers"
    asked.path = tmp_path / "programme.pdf"
    with qtbot.waitSignal(empty.exports.written, timeout=20_000):
        empty.exports.ask(next(exporter for exporter in EXPORTERS if exporter.name == "pdf"))
    assert asked.path.read_bytes().startswith(b"%PDF")
    assert person.seconds < 60
