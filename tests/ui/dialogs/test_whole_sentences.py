"""Whatever the language and the size of the font, a dialog shows the whole of every sentence that one decides by."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from planner.ui.dialogs.new_plan import NewPlanDialog
from tests.ui.test_field_identity import DIALOGS

if TYPE_CHECKING:
    from planner.ui.window.planner_window import PlannerWindow


def cut(dialog: QDialog) -> list[str]:
    """The sentences of which some is not seen, each with the pixels that it has and those that it needs."""
    found: list[str] = []
    for label in dialog.findChildren(QLabel):
        needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        if label.isVisible() and label.text() and label.height() < needed:
            found.append(f"{label.text()[:60]}: {label.height()} of {needed} px")
    return found


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("code", ["de", "en"])
@pytest.mark.parametrize("kind", DIALOGS, ids=lambda kind: kind.__name__)
def test_no_sentence_is_cut(
    kind: type[QDialog], code: str, scale: float, planner: "PlannerWindow", qtbot: QtBot
) -> None:
    planner.set_language(code)
    QApplication.processEvents()
    font = QApplication.font()
    larger = QApplication.font()
    larger.setPointSizeF(font.pointSizeF() * scale)
    QApplication.setFont(larger)
    try:
        dialog = DIALOGS[kind](planner)
        qtbot.addWidget(dialog)
        dialog.show()
        QApplication.processEvents()
        assert cut(dialog) == []
    finally:
        QApplication.setFont(font)


@pytest.mark.parametrize("code", ["de", "en"])
def test_what_was_understood_makes_a_dialog_grow(code: str, planner: "PlannerWindow", qtbot: QtBot) -> None:
    planner.set_language(code)
    QApplication.processEvents()
    dialog = NewPlanDialog(planner.context, planner.window)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.rooms.setPlainText("\n".join(f"Seminarraum im Nordflügel {number}; 20 Reihen" for number in range(1, 13)))
    QApplication.processEvents()
    assert cut(dialog) == []
    assert not dialog.understood.geometry().intersects(dialog.rooms.geometry())
