"""Every text field of a dialog keeps what is too long, says by how much, and takes it once it is short enough."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

import pytest
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QTableWidget,
)
from pytestqt.qtbot import QtBot

from planner.model import Contribution, new_id
from planner.model.pattern import Pattern, PatternSession
from planner.model.venue import Logo
from planner.text import language
from planner.ui.dialogs.accept_note import AcceptDialog
from planner.ui.dialogs.must_end import MustEndDialog
from planner.ui.dialogs.new_plan import NewPlanDialog
from planner.ui.dialogs.next_year import NextYearDialog
from planner.ui.dialogs.pattern import SavePatternDialog
from planner.ui.dialogs.plan_settings import PlanSettingsDialog
from planner.ui.dialogs.programme import ProgrammeDialog
from planner.ui.dialogs.programme_table import TITLE
from planner.ui.dialogs.release import ReleaseDialog
from planner.ui.dialogs.replace import ReplaceDialog
from planner.ui.dialogs.rooms import RoomsDialog
from planner.ui.inspector.contribution_dialog import ContributionDialog
from planner.ui.services.clipboard import PastedContent
from planner.ui.widgets.dialog_frame import Frame
from planner.ui.widgets.limit import LimitNotice, field_text
from tests.ui.harness import SIZE_HINTS, Harness
from tests.ui.long_texts import LINE, NO_TEXT, TEXT, fields_of, limit_of, named, open_harness, put
from tests.ui.sheet import MENUS

pytestmark = pytest.mark.qt_log_ignore(SIZE_HINTS, MENUS)


@dataclass
class Opened:
    dialog: QDialog
    result: Callable[[], object]
    """What came of it, in any form that shows the text."""


def _settings(harness: Harness) -> Opened:
    made = PlanSettingsDialog(harness.context)
    return Opened(made, lambda: harness.plan.model_dump_json())  # noqa: PLW0108  # the plan as it is then


def _rooms(harness: Harness) -> Opened:
    return Opened(RoomsDialog(harness.context), lambda: harness.plan.model_dump_json())  # noqa: PLW0108  # as above


def _contribution(harness: Harness) -> Opened:
    made = ContributionDialog(harness.context, Contribution(id=new_id()), new=True)
    return Opened(made, lambda: made.contribution().model_dump_json())


def _release(harness: Harness) -> Opened:
    made = ReleaseDialog(harness.context)
    return Opened(made, made.name)


def _new(harness: Harness) -> Opened:
    made = NewPlanDialog(harness.context)
    return Opened(made, lambda: made.document().plan.title)


def _next(harness: Harness) -> Opened:
    made = NextYearDialog(harness.context, harness.plan, date(2026, 3, 1))
    return Opened(made, lambda: made.document().plan.title)


def _must_end(harness: Harness) -> Opened:
    made = MustEndDialog(harness.context, 720, None)
    return Opened(made, lambda: made.edit(harness.plan).model_dump_json())


def _pattern(harness: Harness) -> Opened:
    kept: list[str] = []
    pattern = Pattern(id="p", title="Mine", pieces=(PatternSession(kind=harness.plan.kinds[0]),))
    return Opened(SavePatternDialog("Save", pattern, kept.append, language("en")), lambda: kept)


def _note(_table: Harness) -> Opened:
    made = AcceptDialog("accept", language("en"))
    return Opened(made, made.line.text)


def _replace(harness: Harness) -> Opened:
    made = ReplaceDialog(harness.context)
    return Opened(made, lambda: "")


def _programme(harness: Harness) -> Opened:
    made = ProgrammeDialog(harness.context, harness.plan, PastedContent("", "9:00 Talk"), date(2027, 3, 1))
    return Opened(made, lambda: "")


DIALOGS: Final = {
    "settings": _settings,
    "rooms": _rooms,
    "contribution": _contribution,
    "release": _release,
    "new": _new,
    "next year": _next,
    "must end": _must_end,
    "pattern": _pattern,
    "note": _note,
    "replace": _replace,
    "programme": _programme,
}
FIELDS: Final = {
    "settings": [
        *((name, LINE) for name in ("Title", "Subtitle", "Guiding question", "Organiser", "Organiser’s e-mail")),
        *((name, TEXT) for name in ("Introduction", "Imprint", "Access", "How to get there", "Text")),
        *((name, LINE) for name in ("Title of the day", "Closing label", "Venue name", "Street", "Postcode", "Town")),
        *((name, LINE) for name in ("Name", "E-mail", "Telephone", "Text above the logo")),
    ],
    "rooms": [("Name", LINE), ("Equipment", LINE), ("Directions", LINE), ("Internal note", TEXT)],
    "contribution": [("Person", LINE), ("Printed name", LINE), ("Function", LINE), ("Organisation", LINE)],
    "release": [("Name", LINE)],
    "new": [("Title", LINE)],
    "next year": [("Title", LINE)],
    "must end": [("Why", LINE)],
    "pattern": [("Name", LINE)],
    "note": [("Note", LINE)],
}
EACH: Final = [(dialog, name, most) for dialog, fields in FIELDS.items() for name, most in fields]


def press_ok(dialog: QDialog) -> None:
    if isinstance(dialog, Frame):
        dialog.ok.click()
    else:
        box = dialog.findChildren(QDialogButtonBox)[0]
        box.button(QDialogButtonBox.StandardButton.Ok).click()


@pytest.mark.parametrize(("dialog", "name", "most"), EACH)
def test_a_dialog_keeps_what_is_too_long_and_stays(qtbot: QtBot, dialog: str, name: str, most: int) -> None:
    harness = open_harness()
    opened = DIALOGS[dialog](harness)
    qtbot.addWidget(opened.dialog)
    opened.dialog.show()
    before = harness.plan
    field = next(field for field in fields_of(opened.dialog) if field.accessibleName() == name)
    limit = limit_of(opened.dialog, field)
    long = "x" * (most + 2)
    put(field, long)
    press_ok(opened.dialog)
    assert opened.dialog.isVisible()
    assert limit.isVisible()  # its page is turned to
    assert limit.text().startswith(f"2 characters too many: at most {most}")
    assert (harness.plan, field_text(field)) == (before, long)
    put(field, "y" * most)
    assert not limit.text()
    assert not isinstance(opened.dialog, Frame) or not opened.dialog.error.text()
    press_ok(opened.dialog)
    assert not opened.dialog.isVisible()
    assert "y" * most in str(opened.result())


@pytest.mark.parametrize("dialog", DIALOGS)
def test_every_field_of_a_dialog_has_its_limit(qtbot: QtBot, dialog: str) -> None:
    opened = DIALOGS[dialog](open_harness())
    qtbot.addWidget(opened.dialog)
    fields = [field for field in fields_of(opened.dialog) if not isinstance(field.parentWidget(), QComboBox)]
    known = {limit.field.accessibleName() for limit in opened.dialog.findChildren(LimitNotice)}
    assert {field.accessibleName() for field in fields} - known <= NO_TEXT


def test_another_logo_is_not_turned_to_while_a_text_is_too_long(qtbot: QtBot) -> None:
    harness = open_harness()
    harness.workspace.apply(
        lambda plan: plan.changed(logos=(*plan.logos, Logo(id="two", name="State"))),
        "Add a logo",
    )
    made = PlanSettingsDialog(harness.context, "logos")
    qtbot.addWidget(made)
    made.show()
    field = named(made.logos, "Name")
    put(field, "x" * 301)
    made.logos.list.setCurrentRow(1)
    qtbot.waitUntil(lambda: made.logos.list.currentRow() == 0)
    assert field_text(named(made.logos, "Name")) == "x" * 301


def test_a_title_of_a_pasted_programme_keeps_what_is_too_long(qtbot: QtBot) -> None:
    harness = open_harness()
    made = ProgrammeDialog(harness.context, harness.plan, PastedContent("", "9:00 Talk\n10:00 Panel"), date(2027, 3, 1))
    qtbot.addWidget(made)
    made.show()
    item = made.findChildren(QTableWidget)[0].item(1, TITLE)
    assert item is not None
    item.setText("x" * 304)
    assert made.error.text().startswith("Row 2: 4 characters too many: at most 300")
    made.ok.click()
    assert made.isVisible()
    assert item.text() == "x" * 304
    item.setText("y" * 300)
    made.ok.click()
    assert not made.isVisible()
    assert made.edit()(harness.plan).sessions[-1].title == "y" * 300
