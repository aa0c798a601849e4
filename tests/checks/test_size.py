"""Large plans: what is found in them, and that the work grows with the number of sessions, not with its square."""

import sys
from types import FrameType

import pytest

from planner.checks import problems
from planner.model import Plan
from tests.at_once import SHARED, Shared, at_once
from tests.big import big_plan


def test_a_large_plan_has_the_mistakes_that_were_put_in() -> None:
    tried = big_plan(1_105)

    assert len(tried.sessions) == 1_105
    assert {problem.code for problem in problems(tried)} == {"forum-roles", "room-small"}


def test_the_work_grows_like_n_log_n() -> None:
    """Count calls instead of time, so that a busy machine cannot fail this: log 3000 / log 300 is 1.4."""
    assert _calls(big_plan(3_000)) / _calls(big_plan(300)) <= 10 * 1.4


@pytest.mark.parametrize("shared", SHARED)
def test_sessions_at_one_time_cost_little_more_than_apart(shared: Shared) -> None:
    assert _calls(at_once(1000, shared)) <= 2.5 * _calls(at_once(1000, "nothing"))


def test_everything_in_one_room_is_one_problem_with_all_sessions() -> None:
    tried = at_once(1000, "room")

    problem = next(problem for problem in problems(tried) if problem.code == "room-twice")

    assert sorted(problem.subjects) == sorted(session.id for session in tried.sessions)
    assert problem.fact("sessions") == 1000


def _calls(of: Plan) -> int:
    count = 0

    def called(_frame: FrameType, _event: str, _argument: object) -> None:
        nonlocal count
        count += 1

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        problems(of)
    finally:
        sys.setprofile(before)
    return count
