"""The options of an export in the window."""

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox
from pytestqt.qtbot import QtBot

from planner.exporters import CSV, EXPORTERS, ICS, Exporter
from planner.exporters.papers.exporter import PDF
from planner.exporters.papers.handout_options import HandoutOptions
from planner.model import Audience
from planner.text import language
from planner.ui.dialogs.export import ExportDialog


def choose(dialog: ExportDialog, name: str, value: str) -> None:
    field = dialog.form.field(name)
    assert isinstance(field, QComboBox)
    field.setCurrentIndex(field.findData(value))


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)
def test_nothing_chosen_is_what_was_given(qtbot: QtBot, exporter: Exporter) -> None:
    options = exporter.options(language="en", audience=Audience.ATTENDEES)
    dialog = ExportDialog(exporter, options, language("en"))
    qtbot.addWidget(dialog)
    assert dialog.options() == options


def test_what_is_chosen_is_an_option(qtbot: QtBot) -> None:
    dialog = ExportDialog(PDF, PDF.options(), language("de"))
    qtbot.addWidget(dialog)
    choose(dialog, "language", "en")
    choose(dialog, "times", "range")
    choose(dialog, "rooms", "no")
    choose(dialog, "audience", "attendees")
    tick = dialog.form.field("descriptions")
    assert isinstance(tick, QCheckBox)
    tick.click()
    assert dialog.options() == HandoutOptions(
        language="en", times="range", rooms="no", audience=Audience.ATTENDEES, descriptions=True
    )


def test_only_those_are_offered_for_whom_the_format_can_be_made(qtbot: QtBot) -> None:
    offered: dict[str, list[str]] = {}
    for exporter in (ICS, CSV, PDF):
        dialog = ExportDialog(exporter, exporter.options(), language("en"))
        qtbot.addWidget(dialog)
        field = dialog.form.field("audience")
        assert isinstance(field, QComboBox)
        offered[exporter.name] = [field.itemText(place) for place in range(field.count())]
    team = ["Everybody", "Participants", "The team"]
    assert offered == {"ics": team, "csv": team, "pdf": team[:2]}
