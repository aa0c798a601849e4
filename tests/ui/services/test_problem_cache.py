from datetime import UTC, datetime, timedelta

from planner.clock import Clock
from planner.examples import osnabrueck
from planner.ui.services.problem_cache import KEPT, ProblemCache


def test_answers_become_late_at_midnight_without_an_edit() -> None:
    plan = osnabrueck().plan
    noon = datetime(2017, 5, 2, 12, tzinfo=UTC)
    problem_cache = ProblemCache(Clock(lambda: noon))
    codes = {problem.code for problem in problem_cache.problems(plan)}
    index = problem_cache.index(plan)
    assert "answer-late" not in codes
    assert problem_cache.index(plan) is index

    noon += timedelta(1)

    assert "answer-late" in {problem.code for problem in problem_cache.problems(plan)}
    assert problem_cache.index(plan) is not index


def test_the_last_plans_are_kept_for_undo_and_redo() -> None:
    cache = ProblemCache(Clock())
    first = osnabrueck().plan
    plans = [first, *(first.changed(title=f"Step {number}") for number in range(KEPT))]
    indexes = [cache.index(plan) for plan in plans[:KEPT]]

    assert [cache.index(plan) for plan in plans[:KEPT]] == indexes
    cache.index(plans[-1])
    assert cache.index(first) is not indexes[0]


def test_an_example_that_is_over_asks_nobody() -> None:
    assert "answer-late" not in {problem.code for problem in ProblemCache(Clock()).problems(osnabrueck().plan)}
