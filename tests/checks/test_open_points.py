import pytest

from planner.checks import problems
from planner.checks.open_points import state_of
from planner.model import Contribution, Status
from tests.checks.tiny import DAY, codes, group, only, people, plan, sentences, session, with_person


def test_sessions_without_a_time_are_one_hint() -> None:
    tried = plan(session("film", ""), session("market", "", places=()))

    problem = only(tried, "no-time")

    assert problem.subjects == ("film", "market")
    assert dict(problem.facts) == {"sessions": 2}
    assert sentences(tried, problem) == (
        "2 Programmpunkte ohne Uhrzeit: Film, Market.",
        "2 sessions without a time: Film, Market.",
    )


def test_one_session_without_a_time() -> None:
    tried = plan(session("film", ""))

    assert sentences(tried, only(tried, "no-time")) == (
        "1 Programmpunkt ohne Uhrzeit: Film.",
        "1 session without a time: Film.",
    )


def test_a_session_with_a_time_is_not_in_the_tray() -> None:
    assert codes(plan(session("film", "10:00"))) == []


def test_asked_and_open_are_one_hint_with_both_numbers() -> None:
    tried = plan(
        group("one", "11:00", contributions=(with_person("c1", "p1", status=Status.ASKED),)),
        group("two", "10:00", contributions=(with_person("c2", label="N. N."), with_person("c3", "p2"))),
        session("film", "", contributions=(with_person("c4", "p2", status=Status.ASKED),)),
        people=people(2),
        days=(DAY.changed(title="Monday", contributions=(with_person("c5", "p1", status=Status.OPEN),)),),
    )

    problem = next(found for found in problems(tried) if found.code == "asked")

    assert problem.subjects == ("mon", "two", "one", "film")
    assert dict(problem.facts) == {"asked": 2, "open": 2}
    assert sentences(tried, problem) == (
        "2 angefragt, 2 offen (N. N.): Monday, Two, One, Film.",
        "2 asked, 2 open (N. N.): Monday, Two, One, Film.",
    )


def test_only_asked_or_only_open_says_no_zero() -> None:
    asked = plan(group("one", "11:00", contributions=(with_person("c1", label="A", status=Status.ASKED),)))
    assert sentences(asked, only(asked, "asked")) == (
        "1 angefragt, noch nicht zugesagt: One.",
        "1 asked, not confirmed yet: One.",
    )
    nobody = plan(group("one", "11:00", contributions=(with_person("c1"),)))
    assert sentences(nobody, only(nobody, "asked")) == ("1 offen (N. N.): One.", "1 open (N. N.): One.")


def test_many_are_named_up_to_four() -> None:
    tried = plan(*(session(f"talk{n}", "") for n in range(6)))

    assert sentences(tried, only(tried, "no-time")) == (
        "6 Programmpunkte ohne Uhrzeit: Talk0, Talk1, Talk2, Talk3 und 2 weitere.",
        "6 sessions without a time: Talk0, Talk1, Talk2, Talk3 and 2 more.",
    )


def test_confirmed_and_declined_are_settled() -> None:
    settled = (with_person("c1", "p1"), with_person("c2", "p1", status=Status.DECLINED))
    assert codes(plan(group("one", "10:00", contributions=settled), people=people(1))) == []


@pytest.mark.parametrize(
    ("contribution", "state"),
    [
        (Contribution(id="c", label="N. N.", status=Status.ASKED), Status.OPEN),
        (Contribution(id="c", label="n.n.", status=Status.CONFIRMED), Status.OPEN),
        (Contribution(id="c", status=Status.DECLINED), Status.DECLINED),
        (Contribution(id="c", label="Stadt Osnabrück", status=Status.ASKED), Status.ASKED),
        (Contribution(id="c", person="p", status=Status.OPEN), Status.OPEN),
    ],
)
def test_a_contribution_that_names_nobody_is_open(contribution: Contribution, state: Status) -> None:
    assert state_of(contribution) == state
