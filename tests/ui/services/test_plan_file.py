import os
import sys
from pathlib import Path

import pytest

from planner.model.edits import change_plan
from planner.storage import read
from planner.storage.write import PAUSES, retried
from planner.ui.services.prompts import Choice
from planner.ui.services.window_settings import WindowSettings
from planner.ui.window.planner_window import PlannerWindow
from tests.ui.conftest import Asked, Make


def retitle(planner: PlannerWindow, title: str = "Another title") -> None:
    planner.context.workspace.apply(lambda plan: change_plan(plan, title=title), "Change the title")


def test_a_plan_that_was_opened_and_saved_is_the_same(planner: PlannerWindow, plan_file: Path) -> None:
    before = plan_file.read_bytes()
    assert planner.files.save()
    assert plan_file.read_bytes() == before
    assert not planner.files.dirty


def test_saving_writes_what_was_changed(planner: PlannerWindow, plan_file: Path) -> None:
    retitle(planner)
    assert planner.files.dirty
    assert planner.window.isWindowModified()
    assert planner.files.save()
    assert read(plan_file).document.plan.title == "Another title"
    assert not planner.window.isWindowModified()


def test_a_new_plan_asks_where_to_save(empty: PlannerWindow, asked: Asked, tmp_path: Path) -> None:
    asked.path = tmp_path / "new.plan"
    empty.menus["example"].trigger()
    assert empty.files.dirty
    assert empty.files.save()
    assert asked.prompts[-1].endswith(".plan")
    assert read(tmp_path / "new.plan").document == empty.files.state.document


def test_saving_as_goes_on_with_the_other_file(
    planner: PlannerWindow, asked: Asked, tmp_path: Path, plan_file: Path
) -> None:
    before = plan_file.read_bytes()
    asked.path = tmp_path / "copy.plan"
    retitle(planner)
    assert planner.files.save_as()
    assert planner.files.state.path == tmp_path / "copy.plan"
    assert plan_file.read_bytes() == before


def test_a_plan_whose_file_is_called_otherwise_is_saved_as_with_our_ending(
    make: Make, asked: Asked, tmp_path: Path, plan_file: Path
) -> None:
    dated = plan_file.rename(tmp_path / "Fachtag 14.11.2026")
    planner = make(dated)
    asked.path = None
    planner.files.save_as()
    assert asked.prompts[-1] == "Fachtag 14.11.2026.plan"


def test_saving_as_onto_the_own_file_by_another_path_asks_as_saving_does(
    planner: PlannerWindow, asked: Asked, plan_file: Path
) -> None:
    retitle(planner)
    plan_file.write_bytes(other := plan_file.read_bytes() + b"\n")
    asked.path = plan_file.parent / "." / ".." / plan_file.parent.name / plan_file.name
    assert not planner.files.save_as()
    assert asked.prompts[-1] == plan_file.name
    assert plan_file.read_bytes() == other
    asked.conflict_answer = Choice.DISCARD
    assert planner.files.save_as()
    assert read(plan_file).document.plan.title == "Another title"


def test_one_file_is_remembered_once(planner: PlannerWindow, plan_file: Path, tmp_path: Path) -> None:
    second = tmp_path / "second.plan"
    os.link(plan_file, second)
    planner.files.open(second)
    assert planner.files.window_settings.recent() == (second,)


def test_saving_as_can_be_called_off(planner: PlannerWindow, asked: Asked) -> None:
    retitle(planner)
    asked.path = None
    assert not planner.files.save_as()
    assert planner.files.dirty


@pytest.mark.parametrize(
    ("answer", "leaves", "saved"),
    [(Choice.SAVE, True, True), (Choice.DISCARD, True, False), (Choice.CANCEL, False, False)],
)
def test_the_question_about_changes_has_three_answers(
    planner: PlannerWindow, asked: Asked, plan_file: Path, answer: Choice, *, leaves: bool, saved: bool
) -> None:
    retitle(planner)
    asked.unsaved_answer = answer
    assert planner.window.close() is leaves
    assert planner.window.isVisible() is not leaves
    assert (read(plan_file).document.plan.title == "Another title") is saved


def test_nothing_is_asked_where_nothing_changed(planner: PlannerWindow, asked: Asked) -> None:
    planner.window.close()
    assert asked.prompts == []


def test_opening_another_plan_asks_first(planner: PlannerWindow, asked: Asked, plan_file: Path) -> None:
    retitle(planner)
    asked.unsaved_answer, asked.path = Choice.CANCEL, plan_file
    planner.menus["open"].trigger()
    assert planner.context.workspace.plan.title == "Another title"
    asked.unsaved_answer = Choice.DISCARD
    planner.menus["open"].trigger()
    assert planner.context.workspace.plan.title != "Another title"


@pytest.mark.parametrize("data", [b"", b"\0" * 100, b'{"format": "planner", "vers', b'{"format": "other"}', b"\xff"])
def test_a_broken_file_gives_one_sentence_and_the_plan_stays(
    planner: PlannerWindow, asked: Asked, tmp_path: Path, data: bytes
) -> None:
    broken = tmp_path / "broken.plan"
    broken.write_bytes(data)
    before = planner.files.state
    assert not planner.files.open(broken)
    assert len(asked.told) == 1
    assert "broken.plan" in asked.told[0]
    assert planner.files.state == before
    assert broken.read_bytes() == data


def test_a_broken_file_at_the_start_leads_to_the_start_page(make: Make, asked: Asked, tmp_path: Path) -> None:
    planner = make(tmp_path / "nowhere.plan")
    assert len(asked.told) == 1
    assert planner.window.view == "start"


def test_a_plan_that_cannot_be_saved_stays_unsaved(planner: PlannerWindow, asked: Asked, tmp_path: Path) -> None:
    retitle(planner)
    asked.path = tmp_path / "no such folder" / "x.plan"
    assert not planner.files.save_as()
    assert len(asked.told) == 1
    assert planner.files.dirty


@pytest.mark.parametrize("by_menu", [True, False])
def test_a_protected_plan_can_be_changed_and_is_saved_elsewhere(  # noqa: PLR0917  # fixtures
    empty: PlannerWindow, asked: Asked, plan_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by_menu: bool
) -> None:
    before = plan_file.read_bytes()
    asked.path = plan_file
    if not by_menu:
        monkeypatch.setattr(sys.modules["planner.storage.read"], "may_write", lambda _: False)
    empty.menus["open-read-only" if by_menu else "open"].trigger()
    assert empty.files.read_only
    assert "protected" in empty.window.protected.words
    retitle(empty)
    assert not empty.files.save()
    assert asked.prompts[-1] == f"{plan_file.stem} (copy).plan"
    assert "write-protected and was not changed" in asked.told[-1]
    assert plan_file.read_bytes() == before
    assert empty.files.dirty
    asked.path = tmp_path / "copy.plan"
    assert empty.files.save()
    assert plan_file.read_bytes() == before
    assert read(asked.path).document.plan.title == "Another title"
    assert not empty.files.read_only
    assert empty.window.protected.words == ""


def test_a_file_that_another_program_changed_is_not_overwritten(
    planner: PlannerWindow, asked: Asked, plan_file: Path
) -> None:
    retitle(planner)
    other = plan_file.read_bytes() + b"\n"
    plan_file.write_bytes(other)
    assert not planner.files.save()
    assert plan_file.read_bytes() == other
    asked.conflict_answer = Choice.DISCARD
    assert planner.files.save()
    assert read(plan_file).document.plan.title == "Another title"


def test_what_was_opened_is_offered_again(planner: PlannerWindow, make: Make, plan_file: Path) -> None:
    assert planner.files.window_settings.recent() == (plan_file,)
    again = make()
    again.files.open(again.files.window_settings.recent()[0])
    assert again.context.workspace.plan.title == planner.context.workspace.plan.title


def test_memory_holds_names_only(planner: PlannerWindow, plan_file: Path, tmp_path: Path) -> None:
    planner.window.close()
    kept = (tmp_path / "window.ini").read_text(encoding="utf-8")
    assert plan_file.name in kept
    assert planner.context.workspace.plan.title not in kept


def test_a_plan_that_is_gone_is_not_offered(planner: PlannerWindow, plan_file: Path) -> None:
    retried(plan_file.unlink, PAUSES)  # on Windows it stays while the planner looks at what lies beside it
    assert planner.files.window_settings.recent() == ()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes")
def test_nobody_else_reads_which_plans_there_are(tmp_path: Path, plan_file: Path) -> None:
    place = tmp_path / "config" / "window.ini"
    for rights in (None, 0o644):
        if rights is not None:
            place.chmod(rights)
        window_settings = WindowSettings(place)
        window_settings.remember(plan_file)
        window_settings.flush()
        assert plan_file.name in place.read_text(encoding="utf-8")
        assert not place.stat().st_mode & 0o077
