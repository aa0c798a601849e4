import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from planner.clock import Clock
from planner.text import language
from planner.ui.safety.crash import CrashReport
from planner.ui.safety.log import Log


def secret() -> None:
    message = "what somebody typed"
    raise ValueError(message)


def test_a_mistake_is_told_calmly_and_logged_without_texts(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    told: list[int] = []
    monkeypatch.setattr(CrashReport, "_tell", lambda _: told.append(1))
    report = CrashReport(window, language("en"), kept := Log(tmp_path / "logs", Clock()))
    for _ in range(3):
        try:
            secret()
        except ValueError:
            report(*sys.exc_info())  # pyright: ignore[reportArgumentType]
    assert told == []  # not in the midst of what was going on
    QApplication.processEvents()
    kept.close()
    log = (tmp_path / "logs" / "planner.log").read_text(encoding="utf-8")
    assert len(told) == 1
    assert log.count("ValueError at test_crash.py") == 3
    assert "typed" not in log
    assert str(tmp_path) not in log


def test_a_log_that_cannot_be_written_makes_nothing_worse(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    monkeypatch.setattr(CrashReport, "_tell", lambda _: None)
    (tmp_path / "file").write_text("")
    CrashReport(window, language("en"), Log(tmp_path / "file" / "log", Clock()))(ValueError, ValueError(), None)
