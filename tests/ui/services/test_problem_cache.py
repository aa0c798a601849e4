from datetime import date, timedelta

import pytest

from planner.examples import osnabrueck
from planner.ui.services.problem_cache import Findings


def test_answers_become_late_at_midnight_without_an_edit(monkeypatch: pytest.MonkeyPatch) -> None:
    plan = osnabrueck().plan
    today = date(2017, 5, 2)
    monkeypatch.setattr(Findings, "today", lambda _: today)
    findings = Findings()
    codes = {each.code for each in findings.problems(plan)}
    index = findings.index(plan)
    assert "answer-late" not in codes
    assert findings.index(plan) is index

    today += timedelta(1)

    assert "answer-late" in {each.code for each in findings.problems(plan)}
    assert findings.index(plan) is not index


def test_an_example_that_is_over_asks_nobody() -> None:
    assert "answer-late" not in {each.code for each in Findings().problems(osnabrueck().plan)}
