from itertools import combinations

from planner.checks import Problem, problems
from planner.model import Acceptance, Plan, Session
from planner.model.edits import accept, move_session, unaccept
from tests.checks.tiny import at, group, only, people, plan, session, with_person


def accepted(of: Plan, *found: Problem, note: str = "") -> Plan:
    for problem in found:
        of = accept(of, Acceptance(code=problem.code, subjects=problem.subjects, facts=problem.facts, note=note))
    return of


def pairwise_accepted(of: Plan, sessions: tuple[Session, ...], note: str = "") -> Plan:
    """The plan with every problem accepted that two of these sessions have alone, as it was before there were more."""
    for pair in combinations(sessions, 2):
        of = accepted(of, *problems(of.changed(sessions=pair)), note=note)
    return of


THREE = (group("one", "10:00"), group("two", "10:30"), group("three", "10:45"))
EVERYONE = (session("one", "10:00"), session("two", "10:30", fixed=True), session("three", "10:30"))
BUSY = tuple(
    group(key, "10:00", place=place, contributions=(with_person(f"c{key}", "p1"),))
    for key, place in (("one", "elm circle"), ("two", "oak circle"), ("three", "north rows"))
)


def test_a_cluster_of_accepted_pairs_is_accepted_with_their_notes() -> None:
    for sessions in (THREE, EVERYONE, BUSY):
        tried = plan(*sessions, people=people(1))
        assert not any(problem.accepted for problem in problems(tried))

        quiet = pairwise_accepted(tried, sessions, "They share it")

        assert all(problem.accepted for problem in problems(quiet))
        assert {problem.note for problem in problems(quiet)} == {"They share it"}


def test_a_cluster_is_reported_if_one_pair_was_not_accepted_or_has_changed() -> None:
    tried = pairwise_accepted(plan(*THREE), THREE[:2])
    assert not only(tried, "room-twice").accepted

    quiet = pairwise_accepted(plan(*THREE), THREE)
    moved = move_session(quiet, "three", "mon", at("10:50"))
    assert not only(moved, "room-twice").accepted


def test_an_accepted_cluster_stays_so_in_any_order_and_lapses_with_another_member() -> None:
    tried = plan(*THREE)
    quiet = accepted(tried, only(tried, "room-twice"), note="So")

    assert only(quiet.changed(sessions=THREE[::-1]), "room-twice").note == "So"
    assert not only(quiet.changed(sessions=(*THREE, group("four", "10:50"))), "room-twice").accepted


def test_the_subjects_of_a_cluster_have_no_order() -> None:
    problem = only(plan(*THREE), "room-twice")
    turned = Acceptance(code=problem.code, subjects=problem.subjects[::-1], facts=problem.facts)

    assert only(plan(*THREE, acceptances=(turned,)), "room-twice").accepted


def test_what_was_accepted_pair_by_pair_can_be_reported_again() -> None:
    quiet = pairwise_accepted(plan(*THREE), THREE)
    problem = only(quiet, "room-twice")
    assert problem.accepted

    again = unaccept(quiet, problem.code, problem.subjects)

    assert not only(again, "room-twice").accepted
    assert again.acceptances == ()
