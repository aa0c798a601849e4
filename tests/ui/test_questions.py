from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from planner.text import language
from planner.ui.questions import Answer, Questions


@pytest.fixture
def questions(qtbot: QtBot) -> Questions:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    return Questions(parent, language("de"))


def when_asked(do: Callable[[QMessageBox], object]) -> None:
    def look() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            do(box)
        else:
            QTimer.singleShot(5, look)

    QTimer.singleShot(0, look)


def click(words: str) -> Callable[[QMessageBox], object]:
    return lambda box: next(each for each in box.buttons() if each.text() == words).click()


@pytest.mark.parametrize(
    ("do", "answer"),
    [
        (click("Speichern"), Answer.SAVE),
        (click("Nicht speichern"), Answer.DISCARD),
        (click("Abbrechen"), Answer.CANCEL),
        (lambda box: box.close(), Answer.CANCEL),
        (lambda box: QTest.keyClick(box, Qt.Key.Key_Escape), Answer.CANCEL),
        (lambda box: QTest.keyClick(box, Qt.Key.Key_Return), Answer.SAVE),
    ],
    ids=["save", "discard", "cancel", "close", "escape", "return"],
)
def test_changes(questions: Questions, do: Callable[[QMessageBox], object], answer: Answer) -> None:
    when_asked(do)
    assert questions.unsaved("Plan <b>") is answer


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("Als Kopie speichern …", Answer.SAVE),
        ("Überschreiben", Answer.DISCARD),
        ("Vergleichen …", Answer.COMPARE),
        ("Neu öffnen", Answer.RELOAD),
        ("Abbrechen", Answer.CANCEL),
    ],
)
def test_a_file_that_somebody_else_changed(questions: Questions, words: str, answer: Answer) -> None:
    when_asked(click(words))
    assert questions.changed_elsewhere(Path("a.plan")) is answer


def test_what_went_wrong_is_said_as_it_is(questions: Questions) -> None:
    seen: list[str] = []

    def look(box: QMessageBox) -> None:
        seen.append(box.text())
        assert box.textFormat() == Qt.TextFormat.PlainText
        box.close()

    when_asked(look)
    questions.tell("<img src=x> is broken")
    assert seen == ["<img src=x> is broken"]


@pytest.mark.parametrize(("given", "found"), [("", None), ("/x/a", Path("/x/a.pdf")), ("/x/a.PDF", Path("/x/a.PDF"))])
def test_a_name_without_an_ending_gets_one(
    questions: Questions, monkeypatch: pytest.MonkeyPatch, given: str, found: Path | None
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (given, ""))
    assert questions.save_path(Path("plan.pdf"), "Export", "PDF") == found
