"""The views: what derives from their list, and that a fifth one touches one file besides its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from planner.ui.commands.registry import BY_ID
from planner.ui.window.planner_window import PlannerWindow
from planner.ui.window.views import BOARD, VIEWS, View, view_called
from planner.ui.window.zoom import Zoomable

ROOT = Path(__file__).parents[3]


def test_a_view_is_added_in_three_steps(plan_file: Path, tmp_path: Path) -> None:
    """In a process of its own, since commands and menus are made of the list when they are imported."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tests.ui.window.titles_view", str(plan_file), str(tmp_path / "other.ini")]
    ended = subprocess.run(command, capture_output=True, check=False, cwd=ROOT, env=environment, text=True, timeout=60)
    assert ended.returncode == 0, ended.stderr
    assert json.loads(ended.stdout) == {
        "made before": False,
        "ticked": True,
        "first": "Follows",
        "zoomed": ["115 %"],
        "buttons": ["Day plan", "List", "Papers", "Titles"],
        "menu": ["&Day plan", "&List", "&Papers", "&Titles"],
        "again": "board",
        "quick add": "board",
    }


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_each_view_is_shown_by_its_command_and_left_by_it(planner: PlannerWindow, view: View) -> None:
    action = planner.menus[view.command]
    planner.window.show_view(BOARD.name)
    if view is not BOARD:
        action.trigger()
    assert planner.window.view == view.name
    assert [other.name for other in VIEWS if planner.menus[other.command].isChecked()] == [view.name]
    assert planner.window.beside_panels == view.beside_panels
    assert planner.context.zoom.possible == isinstance(planner.window.shown, Zoomable)
    action.trigger()
    assert planner.window.view == BOARD.name


def test_names_commands_and_keys_are_of_one_view_each() -> None:
    for names in ([view.name for view in VIEWS], [view.command for view in VIEWS], [view.keys for view in VIEWS]):
        assert len(set(names)) == len(names)
    assert all(BY_ID[view.command].shortcut == view.keys for view in VIEWS)
    assert view_called("start") is None
    assert view_called(BOARD.name) is BOARD


def test_a_late_view_is_not_made_before_it_is_shown(planner: PlannerWindow) -> None:
    made = [view.name for view in VIEWS if planner.window.has_view(view.name)]
    assert made == [view.name for view in VIEWS if not view.late]
