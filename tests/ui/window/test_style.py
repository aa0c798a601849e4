"""The style: words fit their buttons, and what can be ticked is seen in every set of colours."""

import pytest
from PySide6.QtGui import QColor, QFontMetrics
from PySide6.QtWidgets import QCheckBox, QPushButton, QRadioButton, QToolButton
from pytestqt.qtbot import QtBot

from planner.ui.widgets.theme import DARK, HIGH_CONTRAST, LIGHT, Theme, contrast, palette, stylesheet
from tests.ui.harness import SIZE_HINTS

pytestmark = pytest.mark.qt_log_ignore(SIZE_HINTS)
WORDS = "Folgende mitschieben"


@pytest.mark.parametrize("role", ["default", "primary", "checked", "checked fold"])
def test_bold_words_fit_their_button(qtbot: QtBot, role: str) -> None:
    button: QPushButton | QToolButton = QPushButton(WORDS) if role == "default" else QToolButton()
    button.setText(WORDS)
    qtbot.addWidget(button)
    if isinstance(button, QPushButton):
        button.setDefault(True)
    button.setCheckable("checked" in role)
    button.setChecked("checked" in role)
    button.setObjectName({"checked fold": "fold"}.get(role, role))
    button.setStyleSheet(stylesheet(LIGHT))
    button.ensurePolished()
    rule = stylesheet(LIGHT)
    states = ("QToolButton:checked {", "QPushButton:default, #primary {", "#fold:checked {")
    for state in states:
        assert "font-weight" not in rule.partition(state)[2].partition("}")[0]
    assert button.sizeHint().width() >= QFontMetrics(button.font()).horizontalAdvance(WORDS) + 6


@pytest.mark.parametrize("theme", [LIGHT, DARK, HIGH_CONTRAST], ids=lambda theme: theme.name)
@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_a_tick_is_seen_and_its_absence_too(
    qtbot: QtBot, theme: Theme, kind: type[QCheckBox] | type[QRadioButton]
) -> None:
    pictures: list[set[str]] = []
    for checked in (False, True):
        box = kind()
        qtbot.addWidget(box)
        box.setPalette(palette(theme))
        box.setStyleSheet(stylesheet(theme) + f"* {{ background: {theme.surface}; }}")
        box.setChecked(checked)
        box.resize(24, 24)
        box.show()
        image = box.grab().toImage()
        colours = {image.pixelColor(x, y).name() for x in range(16) for y in range(24)}
        seen = [colour for colour in colours if contrast(QColor(colour), QColor(theme.surface)) >= 3]
        assert seen
        pictures.append(colours)
    dark_ground = QColor(theme.accent).name()
    assert dark_ground in pictures[1]
    assert dark_ground not in pictures[0]
    assert max(contrast(QColor(colour), QColor(theme.accent)) for colour in pictures[1]) >= 3
