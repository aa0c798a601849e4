"""The command `check`, and files that are not plans."""

import json
from pathlib import Path

import pytest

from planner.checks import Severity, problems
from planner.cli import main
from planner.examples import osnabrueck
from planner.model import Acceptance, Day, Document, Plan
from planner.storage import read, save
from planner.text import language, problem_sentence
from tests.at_once import at_once
from tests.cli.printed import says
from tools.catalogue import ROOT

TROUBLED = ROOT / "resources" / "examples" / "osnabrueck-with-problems.plan"
ENTRY = {"code": str, "severity": str, "subjects": list, "facts": dict, "text": str}


def test_check_says_each_problem_and_returns_one_for_errors(capsys: pytest.CaptureFixture[str]) -> None:
    document = read(TROUBLED).document
    open_ = [problem for problem in problems(document.plan) if not problem.accepted]
    assert main(["check", str(TROUBLED), "--lang", "de"]) == 1
    out, err = says(capsys)
    assert len(out) == len(problems(document.plan))
    assert all(line.startswith(("Fehler: ", "Achtung: ", "Tipp: ")) for line in out[: len(open_)])
    assert err == []


def test_check_returns_zero_without_errors(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(plan)]) == 0
    errors = [problem for problem in problems(osnabrueck().plan) if problem.severity == Severity.ERROR]
    assert errors == []
    assert len(says(capsys)[0]) == max(1, len(problems(osnabrueck().plan)))


def test_check_of_nothing_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    save(Document(plan=Plan(id="p", days=(Day(id="d", date=osnabrueck().plan.days[0].date),))), tmp_path / "a.plan")
    assert main(["check", str(tmp_path / "a.plan")]) == 0
    assert says(capsys)[0] == ["No problems found."]


@pytest.mark.parametrize("lang", ["de", "en"])
def test_check_as_json_has_all_that_a_program_needs(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(TROUBLED), "--json", "--lang", lang]) == 1
    found = json.loads(capsys.readouterr().out)
    plan = read(TROUBLED).document.plan
    assert found["problems"] == [
        {
            "code": problem.code,
            "severity": problem.severity.value,
            "subjects": list(problem.subjects),
            "facts": dict(problem.facts),
            "text": problem_sentence(plan, problem, language(lang)),
        }
        for problem in problems(plan)
        if not problem.accepted
    ]
    for entry in found["problems"]:
        assert {name: type(value) for name, value in entry.items()} == ENTRY


def test_an_accepted_error_is_told_apart_and_is_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan = read(TROUBLED).document.plan
    accepted = tuple(
        Acceptance(code=problem.code, subjects=problem.subjects, facts=problem.facts, note="so gewollt")
        for problem in problems(plan)
        if problem.severity == Severity.ERROR
    )
    save(Document(plan=plan.changed(acceptances=accepted)), tmp_path / "a.plan")
    assert main(["check", str(tmp_path / "a.plan"), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert "error" not in {problem["severity"] for problem in found["problems"]}
    assert [problem["note"] for problem in found["accepted"]] == ["so gewollt"] * len(accepted)
    assert main(["check", str(tmp_path / "a.plan")]) == 0
    assert says(capsys)[0][-1].startswith("Accepted: ")


@pytest.mark.parametrize(
    "content",
    [
        None,
        b"",
        b"\0" * 4096,
        b"{",
        b'{"format": "planner"',
        b'{"a": 1}',
        b"[" * 100_000,
        b"\xff\xfe\x00",
        b'{"format": "planner", "version": 999, "plan": {}, "ledger": {}}',
        b'{"format": "planner", "version": 1, "plan": {"id": "p", "id": "q"}}',
        b'{"format": "planner", "version": 1, "plan": {"id": "p", "title": NaN}}',
        b'{"format": "planner", "version": 1, "plan": {"id": "p", "title": "\\ud800"}}',
    ],
)
@pytest.mark.parametrize("command", [["check"], ["export", "x.ics"]])
def test_a_bad_file_gets_one_sentence_and_stays_as_it_is(
    content: bytes | None, command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "schlecht.plan"
    if content is not None:
        path.write_bytes(content)
    assert main([*command[:1], str(path), *(str(tmp_path / name) for name in command[1:])]) == 2
    out, err = says(capsys)
    assert out == []
    assert len(err) == 1
    assert err[0].startswith("planner: ")
    assert "schlecht.plan" in err[0]
    assert "Traceback" not in err[0]
    assert (path.read_bytes() if path.exists() else None) == content
    assert not (tmp_path / "x.ics").exists()


def test_json_names_every_session_of_a_cluster(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan = at_once(300, "room")
    save(Document(plan=plan), tmp_path / "a.plan")

    assert main(["check", str(tmp_path / "a.plan"), "--json", "--lang", "en"]) == 1

    told = json.loads(capsys.readouterr().out)["problems"]
    (room,) = (entry for entry in told if entry["code"] == "room-twice")
    assert sorted(room["subjects"]) == sorted(session.id for session in plan.sessions)
    assert room["facts"]["sessions"] == 300
    assert room["text"].endswith("Talk 1, Talk 2, Talk 11, Talk 101 and 296 more.")
