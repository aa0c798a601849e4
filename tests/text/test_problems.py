import pytest

from planner.checks import Facts, Fix, Message, Problem, Severity
from planner.model import Plan
from planner.text import fix_sentence, language, problem_sentence, severity_name
from tests.checks.tiny import at, group, only, people, plan, session, with_person

GERMAN, ENGLISH = language("de"), language("en")


def said(message: str, facts: Facts, of: Plan | None = None) -> tuple[str, str]:
    fix = Fix(Message(message), lambda of: of, facts)
    return fix_sentence(of or plan(), fix, GERMAN), fix_sentence(of or plan(), fix, ENGLISH)


@pytest.mark.parametrize(
    ("name", "one", "many"),
    [
        ("people", ("1 Person", "1 person"), ("2 Personen", "2 people")),
        ("places", ("1 Platz", "1 place"), ("2 Plätze", "2 places")),
        ("rooms", ("1 Raum", "1 room"), ("2 Räume", "2 rooms")),
        ("sessions", ("1 Programmpunkt", "1 session"), ("2 Programmpunkte", "2 sessions")),
    ],
)
def test_numbers_bring_their_noun(name: str, one: tuple[str, str], many: tuple[str, str]) -> None:
    assert said(f"{{{name}}}", {name: 1}) == one
    assert said(f"{{{name}}}", {name: 2}) == many
    assert said(f"{{{name}}}", {name: 0}) == tuple(words.replace("2", "0") for words in many)


def test_hours_until_midnight_end_at_24() -> None:
    assert said("{there_from_at} {there_until_at}", {"there_from_at": at("13:00"), "there_until_at": at("24:00")}) == (
        "13:00 24:00",
        "13:00 24:00",
    )
    assert said("{from_at}", {"from_at": at("24:00")}) == ("00:00", "00:00")


def test_ids_become_names_and_minutes_clock_times() -> None:
    tried = plan(session("podium", "10:00"), people=people(1))
    facts: Facts = {
        "session": "podium",
        "room": "elm",
        "person": "p1",
        "day": "mon",
        "from_at": at("24:30"),
        "minutes": 5,
    }

    assert said("{session} {room} {person} {day} {from_at} {minutes}", facts, tried) == (
        "Podium Elm Person 1 Montag, 1. März 00:30 5",
        "Podium Elm Person 1 Monday, 1 March 00:30 5",
    )


def test_a_seating_has_its_word_and_its_place_in_a_sentence() -> None:
    assert said("{seating} · {seated}", {"seating": "u-shape"}) == ("U-Form · in U-Form", "U-shape · in a U-shape")
    assert said("{seating}{seated}", {"seating": ""}) == ("keine Bestuhlung", "no seating")


def test_a_title_that_looks_like_a_place_stays_as_it_is() -> None:
    tried = plan(session("one", "10:00", title="{room} & {0} %s"))

    assert said("Move {session}", {"session": "one"}, tried)[1] == "Move {room} & {0} %s"


def test_long_titles_are_cut_behind_a_word() -> None:
    tried = plan(
        session("one", "10:00", title="Ein sehr langer Titel, der " * 8), session("two", "12:00", title="x" * 99)
    )

    assert (
        said("{session}", {"session": "one"}, tried)[0] == "Ein sehr langer Titel, der Ein sehr langer Titel, der Ein…"
    )
    assert said("{session}", {"session": "two"}, tried)[0] == "x" * 59 + "…"


def test_a_session_without_a_title_is_called_by_its_kind() -> None:
    tried = plan(group("one", "10:00", title="", contributions=(with_person("c1", label="N. N."),)))

    assert problem_sentence(tried, only(tried, "asked"), GERMAN) == "1 offen (N. N.): Werkstatt."


def test_a_subject_that_a_fact_names_is_not_listed_again() -> None:
    problem = Problem("no-places", Severity.HINT, ("oak", "one"), (("room", "oak"), ("seating", ""), ("sessions", 1)))
    tried = plan(group("one", "10:00", place="oak"))

    assert problem_sentence(tried, problem, ENGLISH) == "No seating is chosen in Oak: One."


def test_severities_have_words() -> None:
    assert [severity_name(severity, GERMAN) for severity in Severity] == ["Fehler", "Achtung", "Tipp"]
    assert [severity_name(severity, ENGLISH) for severity in Severity] == ["Error", "Warning", "Hint"]
