"""The further fields of a session in the inspector: what it needs, how many it takes, who may see it."""

import pytest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from planner.ui.inspector.inspector import Inspector
from planner.ui.widgets.fields import ChoiceField, LineField
from tests.model.small import at
from tests.ui.harness import SIZE_HINTS, Harness, named, retype

pytestmark = pytest.mark.qt_log_ignore(SIZE_HINTS)


@pytest.fixture
def harness() -> Harness:
    harness = Harness(at("a", 900, 60, "hall", title="One"))
    harness.view.select("a")
    return harness


@pytest.fixture
def inspector(harness: Harness, qtbot: QtBot) -> Inspector:
    made = Inspector(harness.context)
    qtbot.addWidget(made)
    made = harness.put(made, made.show_state, width=300, height=1600)
    made.findChildren(QToolButton)[0].click()
    return made


def line(inspector: Inspector, name: str) -> LineField:
    return named(inspector, LineField, name)


def test_what_a_session_needs_and_how_many_it_takes(inspector: Inspector, harness: Harness) -> None:
    retype(line(inspector, "Needs, separated by commas"), " Projector ,step-free,, Projector")
    retype(line(inspector, "At least"), "8")
    retype(line(inspector, "At most"), "14")
    audience = named(inspector, ChoiceField, "Who may see it")
    audience.activated.emit(audience.findText("The team"))
    session = harness.plan.sessions[0]
    assert session.needs == ("Projector", "step-free")
    assert (session.min_size, session.max_size, session.audience) == (8, 14, "team")
    assert len(harness.steps) == 4


def test_a_size_is_taken_away_or_refused(inspector: Inspector, harness: Harness) -> None:
    most = line(inspector, "At most")
    retype(most, "14")
    retype(most, "many")
    assert (harness.view.hint, most.text()) == ("“many” is not a number of people. Write it like 40.", "14")
    retype(most, "")
    assert harness.plan.sessions[0].max_size is None
