"""Somebody else saved the same file: both states stay until the user has chosen, change by change if wanted."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.model import Plan
from planner.model.edits import change_plan, change_session
from planner.model.merge.diff import compare
from planner.storage import BackupReason, Backups, read, save
from planner.text import language
from planner.ui.safety.compare_dialog import CompareDialog
from planner.ui.services.prompts import Choice
from planner.ui.window.planner_window import PlannerWindow
from tests.ui.conftest import Asked


def other_saves(path: Path, title: str = "Theirs") -> str:
    """Save, as another person, a new title of the plan and of its panel; return the panel's id."""
    document = read(path).document
    panel = next(session.id for session in document.plan.sessions if session.kind == "panel")
    plan = change_session(change_plan(document.plan, title=title), panel, title="Their panel")
    save(document.with_plan(plan), path)
    return panel


def retitle(plan: Plan) -> Plan:
    return change_plan(plan, title="Mine")


def test_their_changes_are_taken_one_by_one(planner: PlannerWindow, asked: Asked, plan_file: Path) -> None:
    panel = other_saves(plan_file)
    planner.context.workspace.apply(retitle, "Change")
    asked.conflict_answer = Choice.COMPARE
    asked.choose = lambda found: tuple(difference.change for difference in found if not difference.clash)
    assert planner.files.save()
    assert [difference.clash for difference in asked.differences] == [True, False]
    plan = read(plan_file).document.plan
    assert (plan.title, plan.session_by_id[panel].title) == ("Mine", "Their panel")
    assert planner.context.workspace.plan == plan
    planner.menus["undo"].trigger()
    assert planner.context.workspace.plan.session_by_id[panel].title != "Their panel"
    assert planner.context.workspace.plan.title == "Mine"


def test_calling_the_comparison_off_changes_nothing(planner: PlannerWindow, asked: Asked, plan_file: Path) -> None:
    other_saves(plan_file)
    data = plan_file.read_bytes()
    planner.context.workspace.apply(retitle, "Change")
    state = planner.files.state
    asked.conflict_answer = Choice.COMPARE
    assert not planner.files.save()
    assert planner.files.state is state
    assert plan_file.read_bytes() == data


def test_opening_again_keeps_mine_among_the_backups(
    planner: PlannerWindow, asked: Asked, plan_file: Path, folder: Path
) -> None:
    other_saves(plan_file)
    planner.context.workspace.apply(retitle, "Change")
    asked.conflict_answer = Choice.RELOAD
    assert not planner.files.save()
    assert planner.context.workspace.plan.title == "Theirs"
    assert not planner.files.dirty
    (kept,) = Backups(folder).list(planner.context.workspace.plan.id)
    assert kept.reason is BackupReason.REPLACED
    assert kept.read().document.plan.title == "Mine"
    assert "Opened again" in planner.window.news.words


def test_mine_is_not_given_up_where_it_cannot_be_kept(
    planner: PlannerWindow, asked: Asked, plan_file: Path, folder: Path
) -> None:
    other_saves(plan_file)
    planner.context.workspace.apply(retitle, "Change")
    folder.mkdir(exist_ok=True)
    (folder / "backups").write_text("in the way")
    asked.conflict_answer = Choice.RELOAD
    assert not planner.files.save()
    assert planner.context.workspace.plan.title == "Mine"
    assert len(asked.told) == 1


def test_overwriting_is_for_just_what_was_seen(planner: PlannerWindow, asked: Asked, plan_file: Path) -> None:
    other_saves(plan_file)
    planner.context.workspace.apply(retitle, "Change")
    asked.conflict_answer = Choice.DISCARD
    assert planner.files.save()
    assert read(plan_file).document.plan.title == "Mine"


def test_what_cannot_be_read_is_not_compared(planner: PlannerWindow, asked: Asked, plan_file: Path) -> None:
    plan_file.write_bytes(b"{}")
    planner.context.workspace.apply(retitle, "Change")
    assert not planner.files.save()
    assert asked.prompts == ["meeting.plan?"]


def test_the_box_shows_both_sides_and_leaves_clashes_to_the_user(
    planner: PlannerWindow, plan_file: Path, qtbot: QtBot
) -> None:
    base = planner.context.workspace.plan
    other_saves(plan_file)
    found = compare(base, retitle(base), read(plan_file).document.plan)
    dialog = CompareDialog(found, language("de"))
    qtbot.addWidget(dialog)
    rows = [dialog.table.topLevelItem(row) for row in range(2)]
    texts = [[row.text(column) for column in (1, 2, 3)] for row in rows if row is not None]
    assert texts[0] == ["Titel: Mine", "Titel: Theirs", "von beiden geändert"]
    assert texts[1][1:] == ["Titel: Their panel", ""]
    assert dialog.chosen() == (found[1].change,)
    assert rows[0] is not None
    rows[0].setCheckState(0, Qt.CheckState.Checked)
    assert dialog.chosen() == (found[0].change, found[1].change)
