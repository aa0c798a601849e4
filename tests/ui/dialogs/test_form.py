"""Forms: their rows stay together however high the window is, and a hint stands right below its field."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from planner.ui.dialogs.plan_settings import CONTACT, VENUE, PlanSettingsDialog
from planner.ui.widgets.form import Form
from tests.ui.harness import SIZE_HINTS, Harness

pytestmark = pytest.mark.qt_log_ignore(SIZE_HINTS)


def test_rows_stay_together_and_hints_at_their_field(qtbot: QtBot) -> None:
    harness = Harness()
    form = Form(CONTACT, harness.plan.contact, harness.context.t)
    venue = Form(VENUE, harness.plan.venue, harness.context.t)
    for widget in (form, venue):
        qtbot.addWidget(widget)
        widget.resize(600, 900)
        widget.show()
    QApplication.processEvents()
    fields = [form.field(field.name) for field in CONTACT]
    for one, two in pairwise(fields):
        assert 0 <= two.mapTo(form, QPoint()).y() - one.mapTo(form, QPoint(0, one.height())).y() <= 12
    access = venue.field("access")
    hint = next(label for label in venue.findChildren(QLabel) if "lift" in label.text())
    assert 0 <= hint.mapTo(venue, QPoint()).y() - access.mapTo(venue, QPoint(0, access.height())).y() <= 4


def test_pages_are_no_stops_of_their_own(qtbot: QtBot) -> None:
    dialog = PlanSettingsDialog(Harness().context)
    qtbot.addWidget(dialog)
    pages = [page for page in dialog.findChildren(QScrollArea) if type(page) is QScrollArea]
    assert pages
    assert not any(page.focusPolicy().value for page in pages)
