from datetime import date, timedelta

from planner.checks import Index, Problem, offers, problems
from planner.model import Contribution, Item, Plan, Status
from planner.text import offer_sentence
from tests.checks.tiny import DAY, ENGLISH, group, people, plan, sentences, with_person

TODAY = date(2027, 2, 10)
DAY_BEFORE = TODAY - timedelta(1)


def asked(key: str, by: date | None, person: str | None = None, **fields: object) -> Contribution:
    usual: dict[str, object] = {"status": Status.ASKED, "answer_by": by, "label": "" if person else key}
    return with_person(key, person, **usual | fields)


def late(of: Plan, today: date | None = TODAY) -> list[Problem]:
    return [problem for problem in problems(of, today=today) if problem.code == "answer-late"]


def test_an_answer_that_is_late_by_a_day() -> None:
    tried = plan(group("speech", "10:00", contributions=(asked("c1", DAY_BEFORE, "p1"),)), people=people(1))

    (problem,) = late(tried)

    assert problem.subjects == ("speech", "c1")
    assert dict(problem.facts) == {"answers": 1, "by_on": "2027-02-09"}
    assert sentences(tried, problem) == (
        "1 Antwort war bis 9. Februar erbeten: Person 1 – heute nachfassen.",
        "1 answer was due by 9 February: Person 1. Ask again today.",
    )


def test_an_answer_that_is_due_today_is_not_late() -> None:
    assert late(plan(group("speech", "10:00", contributions=(asked("c1", TODAY, label="A"),)))) == []


def test_answers_that_are_late_are_one_problem_that_names_the_people() -> None:
    item = Item(id="i1", title="Greeting", contributions=(asked("c2", date(2026, 12, 24), label="Stadt"),))
    talk = group("speech", "10:00", contributions=(asked("c1", DAY_BEFORE, "p1"),), items=(item,))
    days = (DAY.changed(contributions=(asked("c3", DAY_BEFORE, label="Moderation"),)),)
    tried = plan(talk, people=people(1), days=days)

    (problem,) = late(tried)

    assert problem.subjects == ("mon", "speech", "c3", "c1", "c2")
    german, english = sentences(tried, problem)
    assert german == (
        "3 Antworten waren erbeten, die erste bis 24. Dezember 2026, die letzte bis 9. Februar: Moderation, "
        "Person 1, Stadt – heute nachfassen."
    )
    assert english == (
        "3 answers were due from 24 December 2026 to 9 February: Moderation, Person 1, Stadt. Ask again today."
    )


def test_several_answers_by_one_day() -> None:
    both = (asked("c1", DAY_BEFORE, label="A"), asked("c2", DAY_BEFORE, label="B"))
    tried = plan(group("speech", "10:00", contributions=both))

    assert sentences(tried, late(tried)[0])[0] == "2 Antworten waren bis 9. Februar erbeten: A, B – heute nachfassen."


def test_without_a_today_nothing_is_late() -> None:
    tried = plan(group("speech", "10:00", contributions=(asked("c1", DAY_BEFORE, label="A"),)))
    assert late(tried, None) == []
    assert Index(tried).today is None


def test_who_has_answered_or_is_not_found_yet_is_not_asked_again() -> None:
    settled = (
        asked("c1", DAY_BEFORE, label="A", status=Status.CONFIRMED),
        asked("c2", DAY_BEFORE, label="B", status=Status.DECLINED),
        asked("c3", DAY_BEFORE, label="N. N."),
        asked("c4", None, label="D"),
    )
    assert late(plan(group("speech", "10:00", contributions=settled))) == []


def test_an_event_that_is_over_asks_nobody_but_its_last_day_does() -> None:
    tried = plan(group("speech", "10:00", contributions=(asked("c1", DAY_BEFORE, label="A"),)))
    assert len(late(tried, DAY.date)) == 1
    assert late(tried, DAY.date + timedelta(1)) == []


def test_who_was_asked_again_has_a_week() -> None:
    both = (asked("c1", DAY_BEFORE, label="A"), asked("c2", TODAY, label="B"))
    tried = plan(group("speech", "10:00", contributions=both))
    index = Index(tried, TODAY)

    (offer,) = offers(tried, late(tried)[0], index)

    assert offer_sentence(tried, offer, ENGLISH) == "Asked again: answer by 17 February (solves 1, creates 0)"
    contributions = offer.plan.session_by_id["speech"].contributions
    assert [contribution.answer_by for contribution in contributions] == [TODAY + timedelta(7), TODAY]
    assert late(offer.plan) == []
