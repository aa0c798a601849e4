"""A fixed time without a length means "must end by": what runs beyond it is too long, and nothing else is said."""

import pytest

from planner.model import Session
from tests.checks.tiny import at, codes, group, offered, only, plan, sentences, session

MARK = session("mark", "15:30", 0, "", kind="change", fixed=True, title="Bus")


def test_what_runs_beyond_it_is_told_with_the_time() -> None:
    tried = plan(session("podium", "15:00", 45), MARK)
    problem = only(tried, "fixed-overrun")
    assert (problem.fact("minutes"), problem.fact("from_at")) == (15, at("15:30"))
    assert sentences(tried, problem) == (
        "„Podium“ muss bis 15:30 enden („Bus“): 15 min zu lang.",
        "“Podium” must end by 15:30 (“Bus”): 15 min too long.",
    )
    assert offered(tried, problem)[0] == "Shorten “Podium” by 15 min (solves 1, creates 0)"


@pytest.mark.parametrize(
    "sessions",
    [
        (session("a", "15:00", 30),),
        (session("a", "14:00", 30),),
        (session("a", "15:00", 30), session("b", "15:30")),
        (session("z", "15:30"),),
        (session("a", "15:30"),),
        (group("a", "15:30"),),
        (session("a", "14:00", 30), session("b", "16:00", fixed=True)),
    ],
)
def test_what_ends_in_time_or_begins_then_is_no_problem(sessions: tuple[Session, ...]) -> None:
    assert codes(plan(*sessions, MARK)) == codes(plan(*sessions))


def test_what_takes_no_time_and_is_not_fixed_is_in_nobodys_way() -> None:
    assert codes(plan(session("podium", "15:00"), MARK.changed(fixed=False))) == []
