"""The log helps to mend the program and tells nothing of people: no text, no name, no path."""

import json
import sys
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtGui import QGuiApplication

from planner.clock import Clock
from planner.examples import template
from planner.model import new_id
from planner.storage import dump, parse, save
from planner.ui.safety.crash import CrashReport
from planner.ui.safety.log import MAX_BYTES, Log
from planner.ui.window.planner_window import PlannerWindow
from tests.ui.conftest import Asked, Make

CANARY = "Qanarienvogel"
NAMES = frozenset(
    """note name email phone text label function organisation title end_label short words location town group subtitle
    question introduction organiser organiser_email imprint directions description link responsible technology material
    street postcode access travel""".split()  # noqa: SIM905  # read more easily than forty quotes
)
"""Every field of the document that holds free text."""


def marked(value: Any) -> Any:  # noqa: ANN401  # any JSON
    """Put the canary into each text that a person types."""
    if isinstance(value, dict):
        entries = cast("dict[str, Any]", value)
        return {
            name: f"{CANARY}{entry}"
            if name in NAMES and isinstance(entry, str) and entry not in {"organisers", "funders"}
            else marked(entry)
            for name, entry in entries.items()
        }
    return [marked(entry) for entry in cast("list[Any]", value)] if isinstance(value, list) else value


@pytest.fixture
def canary(make: Make, tmp_path: Path) -> PlannerWindow:
    document = template("osnabrueck", plan_id=new_id())
    changed = parse(json.dumps(marked(json.loads(dump(document)))).encode())
    path = tmp_path / CANARY / f"{CANARY}.plan"
    path.parent.mkdir()
    save(changed, path)
    assert path.read_text(encoding="utf-8").count(CANARY) > 40
    return make(path)


def test_nothing_that_somebody_typed_reaches_the_log(
    canary: PlannerWindow, asked: Asked, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sessions = canary.context.workspace.plan.sessions
    for action in ("duplicate", "fix", "undo", "list-view", "put-away", "delete", "undo"):
        canary.context.view.select(sessions[0].id)
        canary.menus[action].trigger()
    assert canary.files.state.path is not None
    canary.files.state.path.write_bytes(b"{" + CANARY.encode())
    assert not canary.files.save()
    assert not canary.files.open(canary.files.state.path)
    assert CANARY in asked.told[-1]
    monkeypatch.setattr(CrashReport, "_tell", lambda _: None)
    try:
        canary.context.workspace.apply(lambda _: {}[CANARY], CANARY)
    except KeyError:
        CrashReport(canary.window, canary.context.t, canary.safety.log)(*cast("Any", sys.exc_info()))
    canary.menus["report"].trigger()
    report = QGuiApplication.clipboard().text()
    log = (folder / "log" / "planner.log").read_text(encoding="utf-8")
    for text in (report, log):
        assert "action duplicate" in text
        assert "trouble damaged" in text
        assert "error KeyError at test_log.py" in text
        assert CANARY not in text
        assert str(folder.parent) not in text
        assert str(Path.home()) not in text
    assert "Qt 6" in report


def test_the_log_stays_small(tmp_path: Path) -> None:
    log = Log(tmp_path, Clock())
    for _ in range(9_000):
        log.action("a" * 60)
    log.close()
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) <= 2 * MAX_BYTES
    assert len(log.report().splitlines()) <= 201


def test_a_log_in_a_place_that_cannot_be_makes_nothing_worse(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    log = Log(tmp_path / "file" / "log", Clock())
    log.action("save")
    assert "action save" in log.report()
    log.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes")
def test_nobody_else_reads_the_log(tmp_path: Path) -> None:
    log = Log(tmp_path / "log", Clock())
    for _ in range(2):
        for number in range(MAX_BYTES // 40):
            log.action(f"action-{number}")
    log.close()
    files = list((tmp_path / "log").iterdir())
    assert len(files) == 2
    assert not [path for path in files if path.stat().st_mode & 0o077]
