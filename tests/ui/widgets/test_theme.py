"""The tokens of each set of colours: what is read keeps 4.5 : 1, what is seen 3 : 1 (WCAG 2.2, 1.4.3 and 1.4.11)."""

import pytest
from PySide6.QtGui import QColor

from planner.ui.widgets.theme import DARK, HIGH_CONTRAST, LIGHT, Theme, contrast

READ = ("text", "muted", "error", "warning", "hint", "success", "accent")


@pytest.mark.parametrize("theme", [LIGHT, DARK, HIGH_CONTRAST], ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", ["window", "surface"])
def test_words_can_be_read_on_their_ground(theme: Theme, ground: str) -> None:
    for ink in READ:
        found = contrast(QColor(getattr(theme, ink)), QColor(getattr(theme, ground)))
        assert found >= 4.5, f"{ink} on {ground}: {found:.2f}"
    assert contrast(QColor(theme.on_accent), QColor(theme.accent)) >= 4.5


def test_high_contrast_is_higher_than_all() -> None:
    for ink in READ:
        assert contrast(QColor(getattr(HIGH_CONTRAST, ink)), QColor(HIGH_CONTRAST.surface)) >= 7
    assert contrast(QColor(HIGH_CONTRAST.line), QColor(HIGH_CONTRAST.surface)) >= 7
