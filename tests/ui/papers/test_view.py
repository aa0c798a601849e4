"""The first page of a long programme is shown while the others are still being set."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from planner.model import Document
from planner.model.edits import change_print
from planner.storage import save
from planner.ui.papers.pages import PageColumn, PageImage
from tests.big import big_plan
from tests.ui.conftest import Make
from tests.ui.harness import papers_of


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The numbers of pages that were shown one after the other."""
    found: list[int] = []
    show = PageColumn.show_pages

    def count(column: PageColumn, pages: tuple[PageImage, ...], *, more: bool = False) -> None:
        found.append(len(pages))
        show(column, pages, more=more)

    monkeypatch.setattr(PageColumn, "show_pages", count)
    return found


def test_a_long_programme_begins_with_its_first_page(
    make: Make, tmp_path: Path, qtbot: QtBot, shown: list[int]
) -> None:
    path = tmp_path / "long.plan"
    save(Document(plan=big_plan(200)), path)
    planner = make(path)
    planner.window.show_view("papers")
    papers = papers_of(planner)
    assert papers is not None
    qtbot.waitUntil(lambda: len(shown) == 2, timeout=20_000)
    assert shown[0] == 1
    assert shown[1] == papers.pages.count > 3
    assert papers.pages.labels[0].accessibleName() == f"Page 1 of {shown[1]}"

    planner.context.workspace.apply(lambda plan: change_print(plan, draft=not plan.print.draft), "Change")
    qtbot.waitUntil(lambda: len(shown) == 3, timeout=20_000)
    assert shown[2] == papers.pages.count > 3  # not the first page alone: others were shown already


def test_a_short_programme_is_shown_at_once(make: Make, plan_file: Path, qtbot: QtBot, shown: list[int]) -> None:
    planner = make(plan_file)
    planner.window.show_view("papers")
    qtbot.waitUntil(lambda: bool(shown and shown[-1]), timeout=20_000)
    assert [number for number in shown if number] == [1]
