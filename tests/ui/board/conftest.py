"""Makes a new board, and a hand that uses it, for each test."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtGui import QFontDatabase
from pytestqt.qtbot import QtBot

from planner.model import Document, Plan
from planner.resources import resource
from planner.text import language
from planner.ui.board.board import Board
from planner.ui.services.context import WidgetContext
from planner.ui.services.view_state import ViewState
from planner.ui.widgets.theme import LIGHT
from planner.workspace import Workspace
from tests.ui.board.hand import Hand, small_plan

HERE: Final = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Ignore that the offscreen platform knows no size hints; all other Qt warnings fail."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("does not support propagateSizeHints"))


MakeHand = Callable[..., Hand]


@pytest.fixture
def make_hand(qtbot: QtBot) -> MakeHand:
    for path in resource("fonts").glob("SourceSans3-*.ttf"):
        QFontDatabase.addApplicationFont(str(path))

    def make(plan: Plan | None = None, width: int = 865, height: int = 775, code: str = "de") -> Hand:
        workspace = Workspace(Document(plan=plan or small_plan()))
        view = ViewState()
        context = WidgetContext(workspace, view, language(code), LIGHT)
        workspace.listen(view.show_state)
        board = Board(context)
        qtbot.addWidget(board)
        board.resize(width, height)
        workspace.listen(board.show_state)
        board.show()
        return Hand(board, context)

    return make


@pytest.fixture
def hand(make_hand: MakeHand) -> Hand:
    return make_hand()
