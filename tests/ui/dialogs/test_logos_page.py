"""Logos: a picture is taken in, named, ordered and removed; a bad file gets one clear sentence."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from planner.model.edits import set_logo
from planner.model.venue import Logo
from planner.ui.dialogs.plan_settings import PlanSettingsDialog
from tests.ui.harness import SIZE_HINTS, Harness, click

pytestmark = pytest.mark.qt_log_ignore(SIZE_HINTS)


def picture(folder: Path, name: str) -> Path:
    path = folder / name
    Image.new("RGB", (40, 20), "red").save(path)
    return path


def press(dialog: PlanSettingsDialog, words: str) -> None:
    click(next(button for button in dialog.logos.findChildren(QPushButton) if button.text() == words))


def test_logos_are_added_named_ordered_and_removed_in_one_step(qtbot: QtBot, tmp_path: Path) -> None:
    harness = Harness()
    dialog = PlanSettingsDialog(harness.context, "logos")
    qtbot.addWidget(dialog)
    dialog.show()
    for name in ("one.png", "two.jpg", "three.png"):
        dialog.logos.add(picture(tmp_path, name))
    press(dialog, "Up")
    press(dialog, "Remove")
    assert [dialog.logos.list.item(row).text() for row in range(2)] == ["one", "two"]
    field = next(field for field in dialog.logos.findChildren(QLineEdit) if field.isVisible() and field.text() == "one")
    field.setText("City")
    dialog.accept()
    assert [logo.name for logo in harness.plan.logos] == ["City", "two"]
    assert all(logo.image for logo in harness.plan.logos)
    assert len(harness.steps) == 1


def test_a_bad_file_gets_one_sentence(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = PlanSettingsDialog(Harness().context, "logos")
    qtbot.addWidget(dialog)
    dialog.show()
    bad = tmp_path / "bad.png"
    bad.write_bytes(b"\x89PNG\r\n\x1a\nno picture")
    dialog.logos.add(bad)
    assert dialog.logos.error.isVisible()
    assert "“bad.png” is not a readable picture" in dialog.logos.error.text()
    monkeypatch.setattr("planner.ui.dialogs.image_files.MOST_PIXELS", 100)
    dialog.logos.add(picture(tmp_path, "large.png"))
    assert "too large" in dialog.logos.error.text()
    assert dialog.logos.list.count() == 0


def test_a_logo_without_a_picture_gets_one(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    harness = Harness()
    harness.workspace.apply(lambda plan: set_logo(plan, Logo(id="city", name="City", words="With")), "logo")
    dialog = PlanSettingsDialog(harness.context, "logos")
    qtbot.addWidget(dialog)
    dialog.show()
    path = picture(tmp_path, "city.png")

    def choose(*_: object) -> tuple[str, str]:
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    press(dialog, "Choose a picture …")
    dialog.accept()
    assert [(logo.id, logo.name, logo.words) for logo in harness.plan.logos] == [("city", "City", "With")]
    assert harness.plan.logos[0].image
