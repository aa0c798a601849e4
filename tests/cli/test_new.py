"""The command `new`."""

from pathlib import Path

import pytest

from planner.cli import main, new
from planner.examples import TEMPLATES
from planner.storage import read
from tests.cli.printed import says


@pytest.mark.parametrize("name", TEMPLATES)
def test_new_makes_a_plan_of_each_template(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, other = tmp_path / "a.plan", tmp_path / "b.plan"
    assert main(["new", str(path), "--template", name, "--title", "Treffen", "--date", "2031-05-06"]) == 0
    assert main(["new", str(other), "--template", name]) == 0
    assert says(capsys) == ([f"Written: {path}", f"Written: {other}"], [])
    first, second = read(path).document, read(other).document
    assert first.plan.id != second.plan.id
    assert (first.plan.title, first.plan.days[0].date.isoformat()) == ("Treffen", "2031-05-06")
    assert first.ledger.releases == ()


def test_the_templates_of_the_command_are_those_that_there_are() -> None:
    assert tuple(TEMPLATES) == new.TEMPLATES


def test_new_overwrites_only_when_told_to(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = plan.read_bytes()
    assert main(["new", str(plan), "--template", "empty"]) == 2
    assert plan.read_bytes() == before
    assert says(capsys) == ([], [f"planner: {plan} already exists and was not touched; --force overwrites it."])
    assert main(["new", str(plan), "--template", "empty", "--force"]) == 0
    assert read(plan).document.plan.sessions == ()


@pytest.mark.parametrize("option", [["--people", "-1"], ["--title", "x" * 301], ["--date", "0001-01-01"]])
def test_new_refuses_what_no_plan_can_hold(
    option: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.plan"
    assert main(["new", str(path), "--template", "one-day", *option]) == 2
    out, err = says(capsys)
    assert (out, len(err), path.exists()) == ([], 1, False)
    assert err[0].startswith("planner: No plan can be made from this: ")
