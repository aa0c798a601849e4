from hypothesis import given, settings
from hypothesis import strategies as st

from planner.checks import CHECKS, Index, Problem, Severity, check_of, offers, problems
from planner.model import Acceptance, Number, Plan, Status
from planner.model.edits import accept, change_session, unaccept
from planner.text import fix_sentence, language, problem_sentence
from tests.checks.tiny import at, codes, group, offered, only, people, plan, session, with_person
from tests.days import days
from tests.profiles import tries
from tests.strategies import plans

TWICE = plan(group("one", "10:00"), group("two", "10:45"))


def accepted(of: Plan, problem: Problem, note: str = "") -> Plan:
    return accept(of, Acceptance(code=problem.code, subjects=problem.subjects, facts=problem.facts, note=note))


def test_codes_are_unique_and_ready_for_a_file() -> None:
    assert len({check.code for check in CHECKS}) == len(CHECKS)
    assert all(check.code.replace("-", "").isalpha() and check.code == check.code.lower() for check in CHECKS)


def test_the_worst_comes_first() -> None:
    tried = plan(session("film", ""), group("press", "10:30", 30), session("one", "10:00", place="hall groups"))

    assert codes(tried) == ["room-small", "beside-everyone", "no-time"]


def test_an_accepted_problem_is_marked_with_its_note() -> None:
    tried = accepted(TWICE, only(TWICE, "room-twice"), "They share it")

    problem = only(tried, "room-twice")

    assert problem.accepted
    assert problem.note == "They share it"
    assert only(unaccept(tried, problem.code, problem.subjects), "room-twice") == only(TWICE, "room-twice")


def test_an_acceptance_lapses_when_the_facts_differ() -> None:
    tried = accepted(TWICE, only(TWICE, "room-twice"), "They share it")

    worse = change_session(tried, "one", minutes=70)

    problem = only(worse, "room-twice")
    assert not problem.accepted
    assert problem.note == ""
    assert only(change_session(worse, "one", minutes=60), "room-twice").accepted


def test_an_acceptance_outlives_what_has_nothing_to_do_with_it() -> None:
    tried = accepted(TWICE, only(TWICE, "room-twice"))

    assert only(change_session(tried, "one", title="Renamed"), "room-twice").accepted


def test_a_fix_that_would_add_an_error_is_not_offered() -> None:
    tried = plan(session("one", "10:00"), session("two", "10:50"), session("three", "11:50", fixed=True))

    assert offered(tried, only(tried, "everyone-twice")) == ["Shorten “One” by 10 min (solves 1, creates 0)"]


def test_a_fix_that_makes_an_error_worse_is_not_offered() -> None:
    tried = plan(session("one", "16:00"), session("two", "16:50", 20))
    assert codes(tried) == ["everyone-twice", "after-day"]

    assert offered(tried, problems(tried)[0]) == ["Shorten “One” by 10 min (solves 1, creates 0)"]


def test_what_a_fix_solves_and_creates_is_counted() -> None:
    tried = both_at_once()
    first = problems(tried)[0]

    assert codes(tried) == ["room-twice", "person-twice"]
    assert offered(tried, first) == [
        "“Two” to Oak, Circle of chairs (14 places) (solves 1, creates 0)",
        "“One” to Oak, Circle of chairs (14 places) (solves 1, creates 0)",
        "“Two” to 11:00 (solves 2, creates 0)",
    ]


def both_at_once() -> Plan:
    """Two sessions at once in one room and with one person."""
    return plan(
        group("one", "10:00", contributions=(with_person("c1", "p1"),)),
        group("two", "10:30", contributions=(with_person("c2", "p1"),)),
        rooms=plan().rooms[3:],
        people=people(1),
    )


def test_a_hint_that_lists_fewer_is_the_same_hint() -> None:
    asked = group("one", "10:00", contributions=(with_person("c1", label="A", status=Status.ASKED),))
    both = plan(asked, group("two", "10:45", contributions=(with_person("c2", label="B", status=Status.ASKED),)))
    (twice, hint) = problems(both)

    labels = [(offer.solves, offer.creates) for offer in offers(both, twice)]

    assert hint.code == "asked"
    assert set(labels) == {(1, 0)}


def test_an_accepted_problem_counts_neither_as_solved_nor_as_created() -> None:
    tried = both_at_once()
    first, last = problems(tried)
    quiet = accepted(tried, last)

    later = offers(quiet, first)[-1]

    assert later.fix.facts["to_at"] == at("11:00")
    assert (later.solves, later.creates) == (1, 0)


@settings(max_examples=tries(120), deadline=None)
@given(st.one_of(plans(), days()))
def test_any_plan_is_checked_told_and_mended_without_new_errors(tried: Plan) -> None:
    today = tried.days[0].date
    index = Index(tried, today)
    found = problems(tried, index)
    assert found == problems(tried, today=today)
    assert len({(finding.code, finding.subjects) for finding in found}) == len(found)
    before = errors(tried)
    for problem in found:
        for code in ("de", "en"):
            assert problem_sentence(tried, problem, language(code))
        for offer in offers(tried, problem, index):
            assert fix_sentence(tried, offer.fix, language("de"))
            assert Plan.model_validate(offer.plan.model_dump()) == offer.plan
            assert errors(offer.plan) <= before
            assert offer.solves >= 1


@settings(max_examples=tries(60), deadline=None)
@given(plans())
def test_any_problem_can_be_accepted_and_stays_so_in_a_file(tried: Plan) -> None:
    today = tried.days[0].date
    for problem in problems(tried, today=today):
        quiet = Plan.model_validate_json(accepted(tried, problem, "So").model_dump_json())
        again = [
            other
            for other in problems(quiet, today=today)
            if (other.code, other.subjects) == (problem.code, problem.subjects)
        ]
        assert [other.accepted for other in again] == [True]


def errors(of: Plan) -> int:
    return sum(problem.severity == Severity.ERROR and not problem.accepted for problem in problems(of))


def test_every_check_says_what_it_finds() -> None:
    assert {check_of(problem).code for problem in problems(TWICE)} == {"room-twice"}


def test_the_number_of_people_of_a_session_is_the_same_everywhere() -> None:
    index = Index(plan(group("one", "10:00", people=7)))
    one = index.plan.sessions[0]

    assert one.attendance == Number(number=7)
    assert (index.attending(one), index.need(one), index.limit(one)) == (7, 7, 20)
