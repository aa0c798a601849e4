from typing import Any

from planner.checks import problems
from planner.model import Audience, Available, Contribution, Registration, Role, Status
from tests.checks.tiny import (
    DAY,
    at,
    codes,
    group,
    offered,
    only,
    people,
    plan,
    pressed,
    sentences,
    session,
    with_person,
)

SIGNING = people(1, registration=Registration.REGISTERED, needs=("Gebärdensprache",))


def interpreter(key: str, label: str = "", **fields: Any) -> Contribution:  # noqa: ANN401  # checked by the model
    return with_person(key, label=label, role=Role.INTERPRETER, audience=Audience.TEAM, **fields)


def test_nobody_interprets_for_those_who_need_it() -> None:
    listed = people(2, registration=Registration.REGISTERED, needs=("Dolmetschen Arabisch",))
    coffee = session("coffee", "11:00", place="", kind="break")
    tried = plan(session("speech", "10:00"), coffee, session("more", "12:00"), people=listed)

    problem = only(tried, "no-interpretation")

    assert problem.subjects == ("speech", "more")
    assert dict(problem.facts) == {"people": 2, "sessions": 2}
    assert sentences(tried, problem) == (
        "2 Personen brauchen Dolmetschen, niemand ist dafür eingeplant: Speech, More.",
        "2 people need interpretation, but nobody interprets: Speech, More.",
    )


def test_an_interpreter_of_the_session_or_of_the_day_serves() -> None:
    pair = (interpreter("c1", "Gebärdensprache 1"), interpreter("c2", "Gebärdensprache 2"))
    assert codes(plan(session("speech", "10:00", contributions=pair), people=SIGNING)) == []

    days = (DAY.changed(contributions=pair),)
    assert codes(plan(session("speech", "10:00"), session("more", "11:00"), people=SIGNING, days=days)) == []


def test_who_interprets_speech_does_not_sign() -> None:
    pair = (interpreter("c1", "Dolmetscherin Arabisch"), interpreter("c2", "Dolmetscher Arabisch"))
    tried = plan(session("speech", "10:00", contributions=pair), people=SIGNING)

    assert sentences(tried, only(tried, "no-sign-language")) == (
        "1 Person braucht Gebärdensprache, niemand ist dafür eingeplant: Speech.",
        "1 person needs sign language, but nobody interprets: Speech.",
    )


def test_an_interpreter_of_whom_nothing_is_written_may_do_either() -> None:
    pair = (interpreter("c1", "A. Muster"), interpreter("c2", "B. Muster"))
    assert codes(plan(session("speech", "10:00", contributions=pair), people=SIGNING)) == []


def test_who_declined_does_not_interpret() -> None:
    gone = interpreter("c1", "Gebärdensprache", status=Status.DECLINED)
    tried = plan(session("speech", "10:00", contributions=(gone,)), people=SIGNING)
    assert codes(tried) == ["no-sign-language"]


def test_who_is_not_there_yet_needs_nothing() -> None:
    late = (SIGNING[0].changed(available=(Available(day="mon", start=at("11:00"), minutes=300),)),)
    tried = plan(session("speech", "10:00"), session("more", "11:00"), people=late)

    assert only(tried, "no-sign-language").subjects == ("more",)


def test_a_session_may_ask_for_it_itself() -> None:
    tried = plan(group("speech", "10:00", needs=("interpretation",)), group("sign", "11:00", needs=("sign-language",)))
    speech, sign = problems(tried)

    assert sentences(tried, speech)[0] == "Dolmetschen wird gebraucht, niemand ist dafür eingeplant: Speech."
    assert sentences(tried, sign)[1] == "Sign language is needed, but nobody interprets: Sign."


def test_one_interpreter_alone_for_too_long() -> None:
    tried = plan(group("speech", "10:00", 31, contributions=(interpreter("c1", "Gebärdensprache"),)))

    problem = only(tried, "interpreter-alone")

    assert dict(problem.facts) == {"session": "speech", "minutes": 31, "most": 30}
    assert sentences(tried, problem) == (
        "„Speech“: eine Person dolmetscht 31 min allein, Richtwert 30.",
        "“Speech”: one person interprets alone for 31 min, guideline 30.",
    )
    assert offered(tried, problem) == ["A second interpreter (N. N.) (solves 1, creates 1)"]
    mended = pressed(tried, problem, "A second interpreter (N. N.) (solves 1, creates 1)")
    assert codes(mended) == ["asked"]
    first, second = mended.session_by_id["speech"].contributions
    assert (second.function, second.status, second.audience) == (first.label, Status.OPEN, Audience.TEAM)


def test_half_an_hour_alone_and_two_together_are_well() -> None:
    assert codes(plan(group("speech", "10:00", 30, contributions=(interpreter("c1", "A"),)))) == []
    pair = (interpreter("c1", "A"), interpreter("c2", "B"))
    assert codes(plan(group("speech", "10:00", 90, contributions=pair))) == []


def test_one_for_speech_and_one_for_signs_are_each_alone() -> None:
    pair = (interpreter("c1", "Dolmetscherin"), interpreter("c2", "Gebärdensprache"))
    assert codes(plan(group("speech", "10:00", 90, contributions=pair))) == ["interpreter-alone"]


def test_one_interpreter_for_a_whole_day_is_told_once() -> None:
    days = (DAY.changed(title="Monday", contributions=(interpreter("c1", "Gebärdensprache"),)),)
    tried = plan(session("speech", "10:00"), session("more", "11:00", 90), session("short", "12:30", 20), days=days)

    problem = only(tried, "interpreter-alone")

    assert problem.subjects == ("mon", "speech", "more")
    assert sentences(tried, problem) == (
        "Monday: eine Person dolmetscht allein, bis zu 90 min am Stück, Richtwert 30: Speech, More.",
        "On Monday one person interprets alone, up to 90 min, guideline 30: Speech, More.",
    )
    mended = pressed(tried, problem, "A second interpreter (N. N.) (solves 1, creates 1)")
    assert [contribution.status for contribution in mended.days[0].contributions] == [Status.CONFIRMED, Status.OPEN]
