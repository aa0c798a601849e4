"""Commands on what is selected say what they did, and their steps are called by the session."""

from pathlib import Path

import pytest

from planner.model.edits import move_session, resize_session
from tests.ui.conftest import Make
from tests.ui.harness import SIZE_HINTS
from tests.ui.keyboard import Keyboard, keyboard

pytestmark = pytest.mark.qt_log_ignore(SIZE_HINTS)


@pytest.fixture
def keys(make: Make, tmp_path: Path) -> Keyboard:
    return keyboard(make, tmp_path)


@pytest.mark.parametrize(
    ("session", "key", "said", "undo"),
    [
        ("one", "L", "Forum 1: Politik: Uhrzeit ist fest", "Uhrzeit fest: Forum 1: Politik"),
        ("lunch", "L", "Mittag: Uhrzeit ist frei", "Uhrzeit frei: Mittag"),
        ("podium", "S", "Podium geteilt: 30 min und 30 min", "Podium teilen"),
        ("hello", "Ctrl+D", "Begrüßung 11:00–12:00: überlappt Podium um 60 min", "Begrüßung duplizieren"),
        ("podium", "Del", "Podium zu „Noch nicht eingeplant“", "Podium aus dem Plan nehmen"),
        ("one", "Ctrl+Del", "Forum 1: Politik gelöscht", "Forum 1: Politik löschen"),
        ("hello", "Shift+Del", "Begrüßung gelöscht, 1 folgt", "Begrüßung löschen"),
        ("film", "Del", "Film gelöscht", "Film löschen"),
    ],
)
def test_what_was_done_is_said(keys: Keyboard, session: str, key: str, said: str, undo: str) -> None:
    before = keys.plan
    keys.select(session)
    keys.press(key)
    assert (keys.said, keys.undo) == (said, undo)
    keys.planner.context.workspace.undo()
    assert keys.plan is before


def test_what_waits_on_another_day_is_said(keys: Keyboard) -> None:
    keys.planner.menus["add-day"].trigger()
    keys.planner.menus["previous-day"].trigger()
    for session, said in (
        ("hello", "Begrüßung zu Dienstag, 20. Juni (10:00–11:00)"),
        ("podium", "Podium zu Dienstag, 20. Juni (11:00–12:00)"),
    ):
        keys.select(session)
        keys.planner.menus["to-next-day"].trigger()
        assert keys.said == said
        keys.planner.menus["previous-day"].trigger()
    keys.planner.context.workspace.apply(lambda plan: resize_session(plan, "hello", 75), "longer")
    keys.planner.context.workspace.apply(lambda plan: move_session(plan, "podium", "d", 660), "back")
    keys.select("podium")
    keys.planner.menus["to-next-day"].trigger()
    assert keys.said == "Podium zu Dienstag, 20. Juni (11:00–12:00): überlappt Begrüßung um 15 min"


def test_both_that_change_places_are_named(keys: Keyboard) -> None:
    keys.select("podium")
    keys.press("Alt+PgUp")
    assert keys.said == "Podium um 60 min früher (10:00–11:00), Begrüßung um 60 min später (11:00–12:00)"
