"""Words on blocks are readable in every theme."""

import pytest
from PySide6.QtGui import QColor, QFont
from pytestqt.qtbot import QtBot

from planner.model import KINDS
from planner.ui.board.paint.ink import make_ink
from planner.ui.widgets.theme import DARK, HIGH_CONTRAST, LIGHT, Theme, contrast


@pytest.mark.parametrize("theme", [LIGHT, DARK, HIGH_CONTRAST], ids=lambda theme: theme.name)
def test_text_on_tints_keeps_its_contrast(qtbot: QtBot, theme: Theme) -> None:
    assert qtbot
    ink = make_ink(theme, QFont())
    for kind in KINDS:
        ground = ink.tint(kind.colour)
        assert contrast(ink.theme.ink(kind.colour), ground) >= 4.5
        assert contrast(ink.colour("text"), ground) >= 4.5
        assert contrast(ink.colour("muted"), ground) >= 4.5
        assert contrast(ink.theme.bar(kind.colour), ground) >= 3.0
        assert contrast(ink.colour("text"), ink.strong_tint(kind.colour)) >= 4.5
        assert contrast(ink.colour("error"), ink.strong_tint(kind.colour)) >= 4.5
    assert contrast(QColor(theme.accent), QColor(theme.surface)) >= 3.0
