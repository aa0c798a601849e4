"""Days are named so that they can be told apart, however many there are and however narrow the window is."""

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QTabBar
from pytestqt.qtbot import QtBot

from planner.model import Day, Document, Plan
from planner.ui.window.day_tabs import DayTabs
from planner.ui.window.planner_window import PlannerWindow
from planner.ui.window.share_bar import ShareBar
from tests.model.small import MONDAY, at, plan_of
from tests.ui.harness import SIZE_HINTS, Harness

pytestmark = pytest.mark.qt_log_ignore(SIZE_HINTS)


def with_days(plan: Plan, number: int) -> Plan:
    more = tuple(Day(id=f"more{step}", date=date(2027, 9, 1) + timedelta(step)) for step in range(number - 1))
    return plan.changed(days=(MONDAY, *more))


def whole(bar: QTabBar) -> bool:
    """Tell whether all of each tab's words is seen."""
    metrics = bar.fontMetrics()
    return all(
        bar.tabRect(place).width() > metrics.horizontalAdvance(bar.tabText(place)) and bar.tabRect(place).right() > 0
        for place in range(bar.count())
    )


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_days_are_named_in_whole_when_some_are_added(number: int, qtbot: QtBot) -> None:
    harness = Harness(at("a", 900, 60), days=(MONDAY,))
    tabs = DayTabs(harness.context)
    qtbot.addWidget(tabs)
    harness.put(tabs, tabs.show_state, width=754, height=36)
    harness.workspace.apply(lambda plan: with_days(plan, number), "Add days")
    bar, shares = tabs.findChild(QTabBar), tabs.findChild(ShareBar)
    assert bar is not None
    assert shares is not None
    assert bar.count() == number
    assert bar.sizeHint().width() <= tabs.width()
    qtbot.waitUntil(lambda: whole(bar))
    assert all(bar.tabToolTip(place) for place in range(number))
    harness.workspace.apply(lambda plan: with_days(plan, 1), "Remove days")
    assert shares.isVisible()


def test_a_day_with_sessions_says_how_it_is_shared_out_after_one_without(planner: PlannerWindow) -> None:
    planner.window.resize(1400, 800)
    planner.files.start(Document(plan=plan_of(at("a", 900, day="tue"))))
    QApplication.processEvents()
    shares = planner.window.findChild(ShareBar)
    assert shares is not None
    assert not shares.isVisible()
    planner.context.view.show_day("tue")
    assert shares.isVisible()
