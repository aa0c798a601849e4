"""Each limit can be edited, says truly which checks use it, and has a way back to its standard."""

from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QPushButton, QSpinBox, QTimeEdit, QWidget
from pytestqt.qtbot import QtBot

from planner.checks import CHECKS, problems
from planner.examples import examples
from planner.model import Plan, Settings
from planner.model.edits import change_settings
from planner.ui.dialogs.limits import OWN, USED_BY
from planner.ui.dialogs.plan_settings import PlanSettingsDialog
from tests.ui.harness import SIZE_HINTS, Harness, click, retype

pytestmark = pytest.mark.qt_log_ignore(SIZE_HINTS)
OTHERS: dict[type, tuple[Any, ...]] = {bool: (False, True), int: (0, 3, 55, 70, 100, 700)}
PLANS = tuple(document.plan for document in examples().values())


@pytest.fixture
def dialog(qtbot: QtBot) -> PlanSettingsDialog:
    return opened(Harness(), qtbot)


def opened(harness: Harness, qtbot: QtBot) -> PlanSettingsDialog:
    made = PlanSettingsDialog(harness.context, "numbers")
    qtbot.addWidget(made)
    made.show()
    return made


def _button(field: QWidget) -> QPushButton | None:
    row = field.parentWidget()
    assert row is not None
    return row.findChild(QPushButton)


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_limit_has_a_field_with_a_name_and_says_what_it_is_for(dialog: PlanSettingsDialog, name: str) -> None:
    field = dialog.numbers.field(name)
    assert field.accessibleName()
    assert field.toolTip()
    assert field.accessibleDescription() == field.toolTip()
    if name.endswith("minutes") and isinstance(field, QSpinBox):
        assert field.suffix() == " min"


@pytest.mark.parametrize("name", Settings.model_fields)
def test_only_the_checks_that_are_named_use_a_limit(name: str) -> None:
    assert {code for code in USED_BY[name] if code not in {check.code for check in CHECKS}} == set()
    found = {code for plan in PLANS for code in _changed_by(plan, name)}
    assert found <= set(USED_BY[name])


def _changed_by(plan: Plan, name: str) -> set[str]:
    """Return the codes of the problems that come, go or change when a limit is another."""
    before = set(problems(plan))
    kind = bool if isinstance(getattr(plan.settings, name), bool) else int
    codes: set[str] = set()
    for value in OTHERS[kind]:
        try:
            other = change_settings(plan, **{name: value})
        except ValueError:
            continue
        codes |= {problem.code for problem in before ^ set(problems(other))}
    return codes


@pytest.mark.parametrize("name", sorted(Settings.model_fields.keys() - OWN))
def test_a_button_leads_back_to_the_standard(name: str, qtbot: QtBot) -> None:
    standard = getattr(Settings(), name)
    other: Any = (not standard) if isinstance(standard, bool) else standard - 1
    harness = Harness(settings=Settings(**{name: other}))
    dialog = opened(harness, qtbot)
    button = _button(dialog.numbers.field(name))
    assert button is not None
    assert button.isVisibleTo(dialog)
    click(button)
    assert not button.isVisibleTo(dialog)
    click(dialog.ok)
    assert getattr(harness.plan.settings, name) == standard


@pytest.mark.parametrize("name", sorted(Settings.model_fields.keys() - OWN))
def test_there_is_no_way_back_where_nothing_was_changed(dialog: PlanSettingsDialog, name: str) -> None:
    button = _button(dialog.numbers.field(name))
    assert button is not None
    assert not button.isVisibleTo(dialog)


def test_a_limit_is_typed(qtbot: QtBot) -> None:
    harness = Harness()
    dialog = opened(harness, qtbot)
    for name, text in (("longest_one_way", "30"), ("grid", "15")):
        retype(dialog.numbers.field(name), text)
    lunch = dialog.numbers.field("lunch_from")
    assert isinstance(lunch, QTimeEdit)
    lunch.setFocus()
    lunch.setSelectedSection(QTimeEdit.Section.HourSection)
    QTest.keyClicks(lunch, "1130")
    tick = dialog.numbers.field("one_gender_panel")
    assert isinstance(tick, QCheckBox)
    tick.click()
    click(dialog.ok)
    limits = harness.plan.settings
    assert (limits.longest_one_way, limits.lunch_from, limits.grid) == (30, 690, 15)
    assert not limits.one_gender_panel


def test_values_that_no_field_can_show_stay(qtbot: QtBot) -> None:
    """A lunch after midnight can stand in a file."""
    harness = Harness(settings=Settings(lunch_from=1500, expected=60))
    dialog = opened(harness, qtbot)
    before = harness.plan
    click(dialog.ok)
    assert harness.plan is before
