from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from planner.text import language
from planner.ui.services.prompts import Choice, Prompts


@pytest.fixture
def prompts(qtbot: QtBot) -> Prompts:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    return Prompts(parent, language("de"))


def when_asked(do: Callable[[QMessageBox], object]) -> None:
    def look() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            do(box)
        else:
            QTimer.singleShot(5, look)

    QTimer.singleShot(0, look)


def click(words: str) -> Callable[[QMessageBox], object]:
    return lambda box: next(button for button in box.buttons() if button.text() == words).click()


@pytest.mark.parametrize(
    ("do", "answer"),
    [
        (click("Speichern"), Choice.SAVE),
        (click("Nicht speichern"), Choice.DISCARD),
        (click("Abbrechen"), Choice.CANCEL),
        (lambda box: box.close(), Choice.CANCEL),
        (lambda box: QTest.keyClick(box, Qt.Key.Key_Escape), Choice.CANCEL),
        (lambda box: QTest.keyClick(box, Qt.Key.Key_Return), Choice.SAVE),
    ],
    ids=["save", "discard", "cancel", "close", "escape", "return"],
)
def test_changes(prompts: Prompts, do: Callable[[QMessageBox], object], answer: Choice) -> None:
    when_asked(do)
    assert prompts.unsaved("Plan <b>") is answer


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("Als Kopie speichern …", Choice.SAVE),
        ("Überschreiben", Choice.DISCARD),
        ("Vergleichen …", Choice.COMPARE),
        ("Neu öffnen", Choice.RELOAD),
        ("Abbrechen", Choice.CANCEL),
    ],
)
def test_a_file_that_somebody_else_changed(prompts: Prompts, words: str, answer: Choice) -> None:
    when_asked(click(words))
    assert prompts.changed_elsewhere(Path("a.plan")) is answer


def test_what_went_wrong_is_said_as_it_is(prompts: Prompts) -> None:
    seen: list[str] = []

    def look(box: QMessageBox) -> None:
        seen.append(box.text())
        assert box.textFormat() == Qt.TextFormat.PlainText
        box.close()

    when_asked(look)
    prompts.tell("<img src=x> is broken")
    assert seen == ["<img src=x> is broken"]


@pytest.mark.parametrize(
    ("suggested", "given", "found"),
    [
        ("plan.pdf", "", None),
        ("plan.pdf", "/x/a", "/x/a.pdf"),
        ("plan.pdf", "/x/a.PDF", "/x/a.PDF"),
        ("plan.pdf", "/x/a.plan", "/x/a.plan.pdf"),
        ("plan.plan", "/x/Fachtag 14.11.2026", "/x/Fachtag 14.11.2026.plan"),
        ("plan.plan", "/x/Programm v1.2", "/x/Programm v1.2.plan"),
        ("plan.plan", "/x/tagung.", "/x/tagung.plan"),
        ("plan.plan", "/x/Tagung.Plan", "/x/Tagung.Plan"),
    ],
)
def test_a_name_without_our_ending_gets_it(
    prompts: Prompts, monkeypatch: pytest.MonkeyPatch, suggested: str, given: str, found: str | None
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (given, ""))
    assert prompts.save_path(Path(suggested), "Export", "PDF") == (found and Path(found))


def named(monkeypatch: pytest.MonkeyPatch, *paths: Path) -> list[str]:
    """Let the system's dialog return paths, one each time, and nothing then; returns what it was shown."""
    shown: list[str] = []
    left = [str(path) for path in paths]

    def answer(_parent: QWidget, _title: str, place: str, _filter: str) -> tuple[str, str]:
        shown.append(Path(place).name)
        return (left.pop(0) if left else ""), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return shown


def test_what_only_our_ending_meets_is_asked_about_by_its_name(
    prompts: Prompts, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "tagung.plan").write_bytes(b"x")
    asked: list[str] = []

    def replace(box: QMessageBox) -> None:
        asked.append(box.text())
        click("Ersetzen")(box)

    named(monkeypatch, tmp_path / "tagung")
    when_asked(replace)
    assert prompts.save_path(Path("a.plan"), "Save", "Plans") == tmp_path / "tagung.plan"
    assert len(asked) == 1
    assert "tagung.plan" in asked[0]


def test_what_is_not_to_be_replaced_leads_back_to_the_name(
    prompts: Prompts, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "tagung.plan").write_bytes(b"x")
    shown = named(monkeypatch, tmp_path / "tagung", tmp_path / "other")
    when_asked(lambda box: QTest.keyClick(box, Qt.Key.Key_Return))  # by itself it never replaces
    assert prompts.save_path(Path("a.plan"), "Save", "Plans") == tmp_path / "other.plan"
    assert shown == ["a.plan", "tagung.plan"]


def test_what_the_systems_dialog_has_asked_about_is_not_asked_again(
    prompts: Prompts, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "tagung.plan").write_bytes(b"x")
    named(monkeypatch, tmp_path / "tagung.plan")
    assert prompts.save_path(Path("a.plan"), "Save", "Plans") == tmp_path / "tagung.plan"


def test_what_changes_while_it_is_asked_about_is_asked_about_again(
    prompts: Prompts, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    other = tmp_path / "tagung.plan"
    other.write_bytes(b"x")
    named(monkeypatch, tmp_path / "tagung")

    def meanwhile(box: QMessageBox) -> None:
        other.write_bytes(b"somebody else's")
        when_asked(click("Abbrechen"))
        click("Ersetzen")(box)

    when_asked(meanwhile)
    assert prompts.save_path(Path("a.plan"), "Save", "Plans") is None
