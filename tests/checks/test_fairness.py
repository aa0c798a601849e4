from typing import Literal

import pytest

from planner.model import Contribution, Item, Person, Role, Session, Status
from tests.checks.tiny import QUIET, codes, group, only, plan, sentences, with_person

Gender = Literal["", "female", "male", "diverse"]


def cast(*genders: Gender) -> tuple[Person, ...]:
    return tuple(Person(id=f"p{n}", name=f"Person {n}", gender=gender) for n, gender in enumerate(genders, 1))


def panel(*contributions: Contribution, minutes: int = 60) -> Session:
    return group("podium", "10:00", minutes, kind="panel", contributions=contributions)


def sits(number: int, role: Role = Role.PANEL, **fields: object) -> Contribution:
    return with_person(f"c{number}", f"p{number}", role=role, **fields)


EVEN = QUIET.changed(largest_speaking_share=100)


# Panels


@pytest.mark.parametrize(
    ("gender", "german", "english"),
    [
        ("female", "„Podium“: alle 2 auf dem Podium sind Frauen.", "“Podium”: all 2 on the panel are women."),
        ("male", "„Podium“: alle 2 auf dem Podium sind Männer.", "“Podium”: all 2 on the panel are men."),
    ],
)
def test_a_panel_of_one_gender(gender: Gender, german: str, english: str) -> None:
    tried = plan(panel(sits(1), sits(2)), people=cast(gender, gender), settings=EVEN)

    problem = only(tried, "one-gender-panel")

    assert dict(problem.facts) == {"session": "podium", "gender": gender, "number": 2}
    assert sentences(tried, problem) == (german, english)


@pytest.mark.parametrize(
    "genders", [("female", "male"), ("female", "diverse"), ("female", ""), ("", ""), ("diverse",) * 2]
)
def test_a_mixed_panel_and_one_that_is_not_known(genders: tuple[Gender, Gender]) -> None:
    assert codes(plan(panel(sits(1), sits(2)), people=cast(*genders), settings=EVEN)) == []


def test_who_moderates_does_not_make_a_panel_mixed() -> None:
    tried = plan(
        panel(sits(1), sits(2), sits(3, Role.MODERATION)), people=cast("male", "male", "female"), settings=EVEN
    )
    assert codes(tried) == ["one-gender-panel"]


def test_a_printed_name_may_be_of_any_gender_and_an_open_place_is_of_none() -> None:
    named = plan(panel(sits(1), sits(2), with_person("c3", label="Staatssekretär")), people=cast("male", "male"))
    assert codes(named) == []
    still_open = with_person("c3", label="N. N.", role=Role.PANEL, status=Status.OPEN)
    assert "one-gender-panel" in codes(plan(panel(sits(1), sits(2), still_open), people=cast("male", "male")))


def test_who_declined_is_not_on_the_panel() -> None:
    tried = plan(panel(sits(1), sits(2), sits(3, status=Status.DECLINED)), people=cast("male", "male", "female"))
    assert codes(tried) == ["one-gender-panel"]


def test_one_alone_is_no_panel_and_the_check_can_be_switched_off() -> None:
    assert codes(plan(panel(sits(1)), people=cast("male"))) == []
    off = EVEN.changed(one_gender_panel=False)
    assert codes(plan(panel(sits(1), sits(2)), people=cast("male", "male"), settings=off)) == []


# Speaking time


def talks(*minutes: int) -> tuple[Session, ...]:
    return tuple(
        group(f"talk{n}", f"{9 + n}:00", length, contributions=(sits(n, Role.SPEAKER),))
        for n, length in enumerate(minutes, 1)
    )


def test_most_of_the_speaking_time() -> None:
    tried = plan(*talks(40, 32, 28), people=cast("male", "male", "female"))

    problem = only(tried, "speaking-share")

    assert problem.subjects == ("plan",)
    assert dict(problem.facts) == {"gender": "male", "percent": 72, "limit": 70, "minutes": 72, "total": 100}
    assert sentences(tried, problem) == (
        "Männer haben 72 % der Redezeit (72 von 100 min), Richtwert höchstens 70 %.",
        "Men have 72% of the speaking time (72 of 100 min), guideline at most 70%.",
    )


def test_just_the_largest_share() -> None:
    assert codes(plan(*talks(40, 30, 30), people=cast("female", "female", "male"))) == []


def test_women_are_told_in_the_same_words() -> None:
    tried = plan(*talks(40, 31, 30), people=cast("female", "female", "male"))

    assert dict(only(tried, "speaking-share").facts)["percent"] == 71
    assert sentences(tried, only(tried, "speaking-share"))[0].startswith(
        "Frauen haben 71 % der Redezeit (71 von 101 min)"
    )


def test_time_is_shared_by_those_on_stage_and_items_have_their_own() -> None:
    items = (Item(id="i1", title="Greeting", minutes=10, contributions=(sits(1, Role.WELCOME),)),)
    shared = group("speech", "10:00", 40, items=items, contributions=(sits(2), sits(3), sits(4, Role.MINUTES)))
    tried = plan(
        shared, people=cast("male", "male", "female", "female"), settings=QUIET.changed(largest_speaking_share=60)
    )

    assert dict(only(tried, "speaking-share").facts) == {
        "gender": "male",
        "percent": 63,
        "limit": 60,
        "minutes": 25,
        "total": 40,
    }


def test_where_too_few_genders_are_entered_nothing_is_asked() -> None:
    known = cast("male", "male", "male", "male", "", "")
    assert codes(plan(*talks(30, 30, 30, 30, 30, 30), people=known)) == ["speaking-share"]
    assert codes(plan(*talks(30, 30, 30, 30, 30, 30), people=(*known[:3], *cast("", "", "", "", "", "")[3:]))) == []


def test_fewer_than_three_people_are_no_share() -> None:
    assert codes(plan(*talks(30, 30), people=cast("male", "male"))) == []


def test_where_items_take_all_the_time_nothing_is_left_for_the_others() -> None:
    items = tuple(
        Item(id=f"i{n}", title="Part", minutes=15, contributions=(sits(n, Role.SPEAKER),)) for n in range(1, 3)
    )
    full = group("speech", "10:00", 30, items=items, contributions=(sits(3, Role.SPEAKER),))
    tried = plan(full, people=cast("male", "female", "male"), settings=QUIET.changed(largest_speaking_share=50))
    assert codes(tried) == []


def test_two_who_share_a_talk_are_no_panel() -> None:
    talk = group("speech", "10:00", kind="talk", contributions=(sits(1), sits(2)))
    assert codes(plan(talk, people=cast("male", "male"), settings=EVEN)) == []
