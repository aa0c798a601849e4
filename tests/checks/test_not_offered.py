"""Each kind of fix is offered in one plan and not in another with the same problem."""

import ast
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Final

import pytest

from planner import checks
from planner.checks import Index, offers, problems
from planner.model import Plan, Role, Status
from tests.checks.cases.case import Case
from tests.checks.cases.insertions import INSERTION_CASES
from tests.checks.cases.people import PEOPLE_CASES
from tests.checks.cases.rooms import ROOM_CASES
from tests.checks.cases.times import TIME_CASES
from tests.checks.tiny import DAY, group, plan, with_person

CASES: Final = (*TIME_CASES, *INSERTION_CASES, *ROOM_CASES, *PEOPLE_CASES)


def kinds(tried: Plan, code: str) -> set[str]:
    """The fixes that are offered for the problems of a code."""
    index = Index(tried)
    found = [problem for problem in problems(tried, index) if problem.code == code]
    assert found
    return {offer.fix.message.many for problem in found for offer in offers(tried, problem, index)}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.fix}: {case.reason}")
def test_a_fix_is_offered_only_where_it_helps(case: Case) -> None:
    assert case.fix in kinds(case.yes, case.code)
    assert case.fix not in kinds(case.no, case.code)


ALWAYS: Final = {
    "Start the day at {to_at}": "a day can always begin earlier",
    "A second interpreter (N. N.)": "whoever is alone can always be joined; see below for who is not",
    "Asked again: answer by {by_on}": "it needs a current date; see below",
}


def test_each_kind_of_fix_has_a_plan_in_which_it_is_not_offered() -> None:
    kinds_of_fixes: set[str] = set()
    for file in Path(*checks.__path__).rglob("*.py"):
        for function in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(function, ast.FunctionDef) and not function.name.endswith("sentence"):
                kinds_of_fixes |= set(messages(function))

    assert kinds_of_fixes == {case.fix for case in CASES} | set(ALWAYS)


def messages(function: ast.FunctionDef) -> Iterator[str]:
    """The messages that a function makes: outside the sentences of checks, they are the labels of fixes."""
    for call in ast.walk(function):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Message":
            label = call.args[0]
            assert isinstance(label, ast.Constant)
            yield str(label.value)


def test_a_pair_of_interpreters_needs_no_third_where_another_is_alone() -> None:
    interpreters = tuple(
        with_person(f"c{number}", label=label, role=Role.INTERPRETER)
        for number, label in enumerate(("Dolmetscherin", "Dolmetscher", "Gebärdensprache"))
    )
    tried = plan(group("one", "10:00", 90, contributions=interpreters))
    (problem,) = problems(tried)

    (offer,) = offers(tried, problem)

    assert offer.plan.session_by_id["one"].contributions[-1].function == "Gebärdensprache"


def test_nobody_is_asked_again_without_a_current_date() -> None:
    asked = with_person("c1", label="A", status=Status.ASKED, answer_by=DAY.date - timedelta(20))
    tried = plan(group("one", "10:00", contributions=(asked,)))
    (problem,) = (found for found in problems(tried, today=DAY.date) if found.code == "answer-late")

    assert len(offers(tried, problem, Index(tried, DAY.date))) == 1
    assert offers(tried, problem) == ()
