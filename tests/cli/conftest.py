"""What the tests of the command line share: English sentences and a plan file."""

from pathlib import Path

import pytest

from planner.examples import osnabrueck
from planner.storage import save
from planner.text import language


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:  # pyright: ignore[reportUnusedFunction]
    monkeypatch.setenv("PLANNER_LANGUAGE", "en")
    language.cache_clear()


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "osnabrück.plan"
    save(osnabrueck(), path)
    return path
