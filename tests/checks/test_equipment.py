from planner.checks import problems
from planner.model import Plan, Registration, Session
from planner.model.needs import Need
from tests.checks.tiny import (
    codes,
    forum,
    group,
    offered,
    only,
    people,
    plan,
    pressed,
    room,
    seated,
    sentences,
    session,
    with_person,
)

BEAMER = group("speech", "10:00", needs=("Beamer",))
ELM = room("elm", circle=20)
OAK = room("oak", circle=14)


# Equipment


def test_what_a_session_needs_and_its_room_lacks() -> None:
    rooms = (ELM.changed(features=("Flipchart",)), OAK.changed(features=("BEAMER (4K)",)))
    tried = plan(BEAMER, rooms=rooms)

    problem = only(tried, "equipment")

    assert problem.subjects == ("speech",)
    assert dict(problem.facts) == {"session": "speech", "room": "elm", "needs": "Beamer"}
    assert sentences(tried, problem) == (
        "„Speech“ braucht Beamer, in Elm gibt es das nicht.",
        "“Speech” needs Beamer, but Elm does not have it.",
    )
    assert codes(pressed(tried, problem, "“Speech” to Oak, Circle of chairs (14 places) (solves 1, creates 0)")) == []


def test_a_feature_is_found_in_any_case_and_within_a_word() -> None:
    needs = group("speech", "10:00", needs=("mikrofon", "Beamer"))
    assert codes(plan(needs, rooms=(ELM.changed(features=("Ansteckmikrofon", "beamer")),))) == []


def test_any_of_several_rooms_may_have_it() -> None:
    rooms = (ELM.changed(features=("Flipchart",)), OAK.changed(features=("Beamer",)))
    both = BEAMER.changed(places=(*BEAMER.places, *group("x", "10:00", place="oak circle").places))
    assert codes(plan(both, rooms=rooms)) == []


def test_a_room_without_a_list_is_not_known() -> None:
    tried = plan(BEAMER, rooms=(ELM,))

    problem = only(tried, "needs-unknown")

    assert problem.subjects == ("elm",)
    assert sentences(tried, problem) == (
        "Nicht eingetragen ist, ob es dort gibt, was gebraucht wird (Beamer): Elm.",
        "It has not been entered whether these have what is needed there (Beamer): Elm.",
    )


def test_a_list_of_much_equipment_fits_into_an_acceptance() -> None:
    needs = tuple(f"Gerät Nummer {number}" for number in range(40))
    tried = plan(group("speech", "10:00", needs=needs), rooms=(ELM.changed(features=("Flipchart",)),))

    assert len(str(dict(only(tried, "equipment").facts)["needs"])) <= 201


# Step-free access and hearing loops


def wheelchairs(*sessions: Session, step_free: bool | None, number: int = 2) -> Plan:
    listed = people(number, registration=Registration.REGISTERED, needs=("Rollstuhl",))
    rooms = (ELM.changed(step_free=step_free), OAK.changed(step_free=True))
    return plan(*sessions, rooms=rooms, people=listed)


def test_people_who_need_step_free_access_are_counted_not_named() -> None:
    tried = wheelchairs(session("speech", "10:00", place="elm circle"), step_free=False)

    problem = only(tried, "no-step-free")

    assert problem.subjects == ("elm", "speech")
    assert dict(problem.facts) == {"room": "elm", "people": 2, "sessions": 1}
    assert sentences(tried, problem) == (
        "2 Personen brauchen stufenlosen Zugang, Elm hat keinen: Speech.",
        "2 people need step-free access, Elm has none: Speech.",
    )
    assert offered(tried, problem) == ["“Speech” to Oak, Circle of chairs (14 places) (solves 1, creates 0)"]


def test_one_person_is_one_person() -> None:
    tried = wheelchairs(session("speech", "10:00", place="elm circle"), step_free=False, number=1)

    assert (
        sentences(tried, only(tried, "no-step-free"))[0]
        == "1 Person braucht stufenlosen Zugang, Elm hat keinen: Speech."
    )


def test_a_room_that_is_step_free_is_none() -> None:
    assert codes(wheelchairs(session("speech", "10:00", place="elm circle"), step_free=True)) == []


def test_a_room_of_which_nobody_knows_is_a_hint() -> None:
    tried = wheelchairs(session("speech", "10:00", place="elm circle"), step_free=None)

    assert sentences(tried, only(tried, "needs-unknown"))[0] == (
        "Nicht eingetragen ist, ob es dort gibt, was gebraucht wird (stufenloser Zugang): Elm."
    )


def test_who_has_no_seat_in_a_forum_is_not_counted_there() -> None:
    members = (forum("one", "14:00", "elm circle"), forum("two", "14:00", "oak circle"))
    listed = (*people(1, registration=Registration.REGISTERED, needs=("step-free",)), *people(2)[1:])
    rooms = (ELM.changed(step_free=False), OAK.changed(step_free=True))
    there = plan(*members, rooms=rooms, people=listed, rounds=(seated("round", ("one", range(1, 3))),))
    elsewhere = plan(*members, rooms=rooms, people=listed, rounds=(seated("round", ("two", range(1, 3))),))

    assert only(there, "no-step-free").fact("people") == 1
    assert codes(elsewhere) == []


def test_a_group_is_joined_by_nobody_who_is_not_known_to_be_in_it() -> None:
    assert codes(wheelchairs(group("walk", "10:00"), step_free=False)) == []


def test_who_waits_or_cancelled_needs_nothing() -> None:
    for registration in (Registration.WAITING, Registration.CANCELLED):
        listed = people(2, registration=registration, needs=("Rollstuhl",))
        talk = session("speech", "10:00", place="elm circle")
        found = problems(plan(talk, rooms=(ELM.changed(step_free=False),), people=listed))
        assert "no-step-free" not in {problem.code for problem in found}


def test_who_cancelled_needs_nothing_even_where_their_name_still_stands() -> None:
    cancelled = people(1, registration=Registration.CANCELLED, needs=("Rollstuhl",))
    talk = group("speech", "10:00", contributions=(with_person("c1", "p1"),))

    assert codes(plan(talk, rooms=(ELM.changed(step_free=False),), people=cancelled)) == []


def test_a_session_may_ask_for_it_itself() -> None:
    tried = plan(group("speech", "10:00", needs=("step-free",)), rooms=(ELM.changed(step_free=False),))

    assert sentences(tried, only(tried, "no-step-free")) == (
        "Elm hat keinen stufenlosen Zugang, dort wird er gebraucht: Speech.",
        "Elm has no step-free access, which is needed there: Speech.",
    )


def test_a_room_without_a_hearing_loop() -> None:
    listed = people(1, registration=Registration.REGISTERED, needs=("Höranlage",))
    talks = (
        session("speech", "10:00", place="elm circle"),
        session("coffee", "11:00", place="elm circle", kind="break"),
    )
    tried = plan(*talks, rooms=(ELM.changed(hearing_loop=False),), people=listed)

    problem = only(tried, "no-hearing-loop")

    assert problem.subjects == ("elm", "speech")
    assert sentences(tried, problem) == (
        "1 Person braucht eine Höranlage, Elm hat keine: Speech.",
        "1 person needs a hearing loop, Elm has none: Speech.",
    )


def test_a_hearing_loop_can_be_brought_along_or_be_a_feature() -> None:
    listed = people(1, registration=Registration.REGISTERED, needs=(Need.HEARING_LOOP.value,))
    brought = session("speech", "10:00", place="elm circle", technology="Mobile Höranlage, Laptop")
    assert codes(plan(brought, rooms=(ELM.changed(hearing_loop=False),), people=listed)) == []

    talk = session("speech", "10:00", place="elm circle")
    assert codes(plan(talk, rooms=(ELM.changed(features=("Hearing loop",)),), people=listed)) == []
    asked = group("speech", "10:00", needs=("hearing-loop",))
    assert sentences(of := plan(asked, rooms=(ELM.changed(hearing_loop=False),)), only(of, "no-hearing-loop"))[0] == (
        "Elm hat keine Höranlage, dort wird sie gebraucht: Speech."
    )


def test_a_long_list_of_equipment_is_cut_where_a_fact_could_not_hold_it() -> None:
    rooms = (room("elm", circle=20).changed(features=("Flipchart",)),)

    def needs(length: int) -> str:
        tried = plan(group("one", "10:00", needs=("x" * 100, "y" * (length - 102))), rooms=rooms)
        return str(dict(only(tried, "equipment").facts)["needs"])

    assert needs(200) == f"{'x' * 100}, {'y' * 98}"
    assert needs(201) == f"{'x' * 100}, {'y' * 98}…"
