"""Every field that text is typed into says which it is, or that it only searches: else its text could be lost."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QCalendarWidget,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

import planner.ui
from planner.exporters.papers.exporter import PDF
from planner.model import Contribution, Item, new_id
from planner.model.edits import change_session, pattern_of
from planner.storage import LeftDrafts
from planner.ui.board.board import Board
from planner.ui.dialogs.about import AboutDialog
from planner.ui.dialogs.accept_note import AcceptDialog
from planner.ui.dialogs.export import ExportDialog
from planner.ui.dialogs.find import FindDialog
from planner.ui.dialogs.forget_person import ForgetPersonDialog
from planner.ui.dialogs.insert_buffer import BufferDialog
from planner.ui.dialogs.keys import KeysDialog
from planner.ui.dialogs.legend import LegendDialog
from planner.ui.dialogs.must_end import MustEndDialog
from planner.ui.dialogs.new_plan import NewPlanDialog
from planner.ui.dialogs.next_year import NextYearDialog
from planner.ui.dialogs.paste_rooms import PasteRoomsDialog
from planner.ui.dialogs.pattern import DeletePatternDialog, SavePatternDialog
from planner.ui.dialogs.people_hours import PeopleHoursDialog
from planner.ui.dialogs.plan_settings import PlanSettingsDialog
from planner.ui.dialogs.preview_dialog import PreviewDialog
from planner.ui.dialogs.programme import ProgrammeDialog
from planner.ui.dialogs.release import ReleaseDialog
from planner.ui.dialogs.replace import ReplaceDialog
from planner.ui.dialogs.rooms import RoomsDialog
from planner.ui.dialogs.shift_rest import ShiftRestDialog
from planner.ui.dialogs.swap_rooms import SwapRoomsDialog
from planner.ui.inspector.contribution_dialog import ContributionDialog
from planner.ui.list.cell_dialogs import SessionPeopleDialog, SessionRoomsDialog
from planner.ui.list.columns import COLUMNS, CellEditing
from planner.ui.list.table import ListTable
from planner.ui.safety.compare_dialog import CompareDialog
from planner.ui.safety.drafts_dialog import DraftsDialog
from planner.ui.safety.recovery_dialog import RecoveryDialog
from planner.ui.safety.versions_dialog import VersionsDialog
from planner.ui.services.clipboard import PastedContent
from planner.ui.widgets.dialog_frame import Frame
from planner.ui.widgets.field_identity import change_signal, field_id, is_search, label_of
from planner.ui.widgets.plain_text import MessageBox
from planner.ui.window.planner_window import PlannerWindow

TABLE = "9:00\tWelcome\n9:30\tPanel"
PASTED = PastedContent("", TABLE)
DIALOGS: dict[type[QDialog], Callable[[PlannerWindow], QDialog]] = {
    AboutDialog: lambda p: AboutDialog(p.context, p.window),
    AcceptDialog: lambda p: AcceptDialog("accept x", p.context.t, p.window),
    BufferDialog: lambda p: BufferDialog(p.context, p.context.workspace.plan.sessions[:1], p.window),
    ContributionDialog: lambda p: ContributionDialog(p.context, Contribution(id="x"), parent=p.window),
    DeletePatternDialog: lambda p: DeletePatternDialog(pattern(p), lambda: None, p.context.t, p.window),
    CompareDialog: lambda p: CompareDialog((), p.context.t, p.window),
    VersionsDialog: lambda p: VersionsDialog(p.context, p.safety.backups, p.context.background, p.window),
    FindDialog: lambda p: FindDialog(p.context, p.window),
    ExportDialog: lambda p: ExportDialog(PDF, PDF.options(), p.context.t, p.window),
    ForgetPersonDialog: lambda p: ForgetPersonDialog(p.context, p.window),
    ReleaseDialog: lambda p: ReleaseDialog(p.context, p.window),
    KeysDialog: lambda p: KeysDialog(p.context, p.context.key_sections, p.window),
    LegendDialog: lambda p: LegendDialog(p.context, p.window),
    MustEndDialog: lambda p: MustEndDialog(p.context, 600, None, p.window),
    NewPlanDialog: lambda p: NewPlanDialog(p.context, p.window),
    NextYearDialog: lambda p: NextYearDialog(p.context, p.context.workspace.plan, date(2026, 5, 1), p.window),
    PasteRoomsDialog: lambda p: PasteRoomsDialog(p.context.workspace.plan.rooms, p.context.t, p.window),
    SavePatternDialog: lambda p: SavePatternDialog("", pattern(p), lambda _: None, p.context.t, p.window),
    SessionPeopleDialog: lambda p: SessionPeopleDialog(p.context, p.context.workspace.plan.sessions[0].id, p.window),
    PeopleHoursDialog: lambda p: PeopleHoursDialog(p.context, "", p.window),
    PlanSettingsDialog: lambda p: PlanSettingsDialog(p.context, "event", p.window),
    ProgrammeDialog: lambda p: ProgrammeDialog(
        p.context, p.context.workspace.plan, PastedContent("", TABLE), date(2026, 5, 1), p.window
    ),
    RecoveryDialog: lambda p: RecoveryDialog((), (), p.context.t, p.window),
    ReplaceDialog: lambda p: ReplaceDialog(p.context, p.window),
    RoomsDialog: lambda p: RoomsDialog(p.context, p.window),
    SessionRoomsDialog: lambda p: SessionRoomsDialog(p.context, (), p.window),
    ShiftRestDialog: lambda p: ShiftRestDialog(p.context, 600, p.window),
    SwapRoomsDialog: lambda p: SwapRoomsDialog(p.context, p.window),
    DraftsDialog: lambda p: DraftsDialog(p.context, LeftDrafts(Path(), "", "", None, "", ())),
}
BASES = {MessageBox, Frame, PreviewDialog, *DeletePatternDialog.__bases__}
"""What dialogs are made of; nobody sees them by themselves."""


def pattern(planner: PlannerWindow):  # noqa: ANN201
    plan = planner.context.workspace.plan
    chosen = [session.id for session in plan.sessions if session.scheduled][:1]
    return pattern_of(plan, chosen, new_id(), "Pattern")


def typed_into(around: QWidget) -> Iterator[QWidget]:
    """Return every widget that text can be typed into; the year of a calendar only leafs through it."""
    leafed = {widget for calendar in around.findChildren(QCalendarWidget) for widget in calendar.findChildren(QWidget)}
    for widget in around.findChildren(QWidget):
        if widget in leafed:
            continue
        inside = isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox)
        writable = isinstance(widget, QPlainTextEdit | QTextEdit | QLineEdit) and not widget.isReadOnly()
        chosen = isinstance(widget, QComboBox) and widget.isEditable()
        if isinstance(widget, QAbstractSpinBox) or (not inside and (writable or chosen)):
            yield widget


def undeclared(around: QWidget, *, dialog: bool) -> list[str]:
    found: list[str] = []
    for widget in typed_into(around):
        place = field_id(widget)
        told = place is not None and bool(label_of(widget)) and (bool(place.form) or not dialog)
        if not is_search(widget) and not told:
            found.append(f"{type(widget).__name__} {widget.accessibleName() or widget.objectName()!r}: {place}")
    return found


def every(kind: type[QDialog]) -> Iterator[type[QDialog]]:
    for one in kind.__subclasses__():
        yield one
        yield from every(one)


def test_every_dialog_is_looked_at() -> None:
    for module in pkgutil.walk_packages(planner.ui.__path__, "planner.ui."):
        importlib.import_module(module.name)
    ours = {kind for kind in every(QDialog) if kind.__module__.startswith("planner.")}
    assert ours - BASES == set(DIALOGS)


@pytest.mark.parametrize("kind", DIALOGS, ids=lambda kind: kind.__name__)
def test_every_field_of_a_dialog_says_which_it_is(kind: type[QDialog], planner: PlannerWindow, qtbot: QtBot) -> None:
    dialog = DIALOGS[kind](planner)
    qtbot.addWidget(dialog)
    dialog.show()
    assert undeclared(dialog, dialog=True) == []
    places = [field_id(widget) for widget in typed_into(dialog) if not is_search(widget)]
    assert len(set(places)) == len(places)


def test_every_cell_of_a_programme_says_which_it_is(planner: PlannerWindow, qtbot: QtBot) -> None:
    dialog = DIALOGS[ProgrammeDialog](planner)
    qtbot.addWidget(dialog)
    dialog.show()
    (table,) = (view for view in dialog.findChildren(QAbstractItemView) if view.accessibleName().startswith("Sessions"))
    for column in (1, 2, 4):
        table.setCurrentIndex(table.model().index(0, column))
        table.edit(table.currentIndex())
        assert table.viewport().findChildren(QLineEdit)
        assert undeclared(dialog, dialog=True) == []


def test_every_field_of_the_window_says_which_it_is(planner: PlannerWindow) -> None:
    view, workspace = planner.context.view, planner.context.workspace
    session = workspace.plan.sessions[0].id
    workspace.apply(lambda plan: change_session(plan, session, items=(Item(id="i", title="One"),)), "")
    for chosen in ((session,), tuple(one.id for one in workspace.plan.sessions[:2])):
        view.select(*chosen)
        assert undeclared(planner.window, dialog=False) == []
    assert len(list(typed_into(planner.window))) > 15


def test_the_boards_title_says_which_it_is(planner: PlannerWindow) -> None:
    session = next(one.id for one in planner.context.workspace.plan.sessions if one.scheduled)
    planner.context.view.select(session)
    board = planner.window.findChild(Board)
    assert board is not None
    canvas = board.canvas
    assert board.interaction.rename()
    assert undeclared(canvas, dialog=False) == []
    (editor,) = typed_into(canvas)
    place = field_id(editor)
    assert place is not None
    assert (place.entry, place.field) == (session, "title")


@pytest.mark.parametrize("column", [c.id for c in COLUMNS if c.way in {CellEditing.TYPE, CellEditing.TYPE_TIME}])
def test_every_cell_of_the_list_says_which_it_is(planner: PlannerWindow, column: str) -> None:
    planner.window.show_view("list")
    table = planner.window.findChild(ListTable)
    assert table is not None
    place = next(n for n, one in enumerate(COLUMNS) if one.id == column)
    table.setColumnHidden(place, False)  # Qt takes no name for it
    table.setCurrentIndex(table.model().index(0, place))
    QTest.keyClick(table, Qt.Key.Key_F2)
    (editor,) = typed_into(table.viewport())
    assert undeclared(table, dialog=False) == []
    found = field_id(editor)
    assert found is not None
    assert found.entry in planner.context.workspace.plan.session_by_id
    assert change_signal(editor) is not None
