from hypothesis import given
from hypothesis import strategies as st

from planner.checks import Problem
from planner.checks.printable_texts import unprintable
from planner.exporters.typeset.fonts import Fonts
from planner.exporters.typeset.text import printable
from planner.model import Item, Person, Plan, Round
from planner.model.base import clean_line
from tests.checks.tiny import codes, group, offered, only, people, plan, pressed, sentences, with_person
from tests.texts import texts


def test_a_title_of_more_than_120_characters_is_told() -> None:
    tried = plan(group("one", "10:00", title="T" * 121))

    problem = only(tried, "long-text")

    assert problem.subjects == ("one",)
    assert dict(problem.facts) == {"session": "one", "field": "title", "letters": 121, "most": 120}
    assert sentences(tried, problem) == (
        f"Der Titel von „{'T' * 59}…“ hat 121 Zeichen, Richtwert für den Druck 120.",
        f"The title of “{'T' * 59}…” has 121 characters, guideline for print 120.",
    )
    assert offered(tried, problem) == []


def test_what_fits_is_not() -> None:
    one = group("one", "10:00", title="T" * 120, subtitle="S" * 160, question="Q" * 200)

    assert codes(plan(one)) == []


def test_subtitles_questions_rounds_and_the_event_have_limits_too() -> None:
    assert said(plan(group("one", "10:00", subtitle="S" * 161))) == (
        "The subtitle of “One” has 161 characters, guideline for print 160."
    )
    assert said(plan(group("one", "10:00", question="Q" * 201))) == (
        "The guiding question of “One” has 201 characters, guideline for print 200."
    )
    assert said(plan(rounds=(Round(id="round", title="Round", question="Q" * 201),))) == (
        "The guiding question of “Round” has 201 characters, guideline for print 200."
    )
    assert said(plan(title="T" * 121)) == "The title of the event has 121 characters, guideline for print 120."
    assert said(plan(subtitle="T" * 161)) == "The subtitle of the event has 161 characters, guideline for print 160."
    assert said(plan(question="T" * 201)) == (
        "The guiding question of the event has 201 characters, guideline for print 200."
    )
    assert said(plan(introduction="T" * 1201)) == "The introduction has 1201 characters, guideline for print 1200."


def said(of: Plan) -> str:
    return sentences(of, only(of, "long-text"))[1]


def test_the_second_half_of_a_title_can_be_the_subtitle() -> None:
    tried = plan(group("one", "10:00", title=f"{'A' * 70}: {'B' * 70}"))
    problem: Problem = only(tried, "long-text")

    (label,) = offered(tried, problem)

    mended = pressed(tried, problem, label).session_by_id["one"]
    assert (mended.title, mended.subtitle) == ("A" * 70, "B" * 70)
    assert offered(plan(group("one", "10:00", title=f"{'A' * 70}: {'B' * 70}", subtitle="C")), problem) == []


def test_characters_that_no_font_has_are_told_once() -> None:
    item = Item(id="i1", title="Über 漢字", contributions=(with_person("c1", label="Émile ☃"),))
    tried = plan(group("one", "10:00", title="Talk 漢"), group("two", "11:00", items=(item,)))

    problem = only(tried, "characters")

    assert problem.subjects == ("one", "two")
    assert dict(problem.facts) == {"letters": 3, "characters": "☃ (U+2603), 字 (U+5B57), 漢 (U+6F22)"}
    assert sentences(tried, problem) == (
        "Keine Schrift hat ☃ (U+2603), 字 (U+5B57), 漢 (U+6F22); gedruckt werden Kästchen: Talk 漢, Two.",
        "No font has ☃ (U+2603), 字 (U+5B57), 漢 (U+6F22), so boxes are printed instead: Talk 漢, Two.",
    )


def test_scripts_that_are_shipped_are_not() -> None:
    names = ("Ayşe Örnek", "Nguyễn Thị Ví Dụ", "مرحبا بكم", "እንኳን ደህና መጡ", "Łódź", "Дмитро", "Ελένη", "½ · „so“ – €")

    assert codes(plan(people=tuple(Person(id=f"p{n}", name=name) for n, name in enumerate(names)))) == []


def test_many_characters_are_cut_and_all_owners_found() -> None:
    tried = plan(title="漢字語文化学校", people=people(1, organisation="漢"))

    problem = only(tried, "characters")

    assert problem.subjects == ("plan", "p1")
    assert dict(problem.facts)["letters"] == 7
    assert str(dict(problem.facts)["characters"]).endswith(", …")
    assert sentences(tried, problem)[0].endswith("gedruckt werden Kästchen: Veranstaltung, Person 1.")


def test_what_cannot_be_seen_is_named_by_its_code() -> None:
    tried = plan(title="a\ue000 and \u20e3")

    assert dict(only(tried, "characters").facts)["characters"] == "U+20E3, U+E000"


@given(st.lists(texts, max_size=4))
def test_whatever_the_handout_misses_is_found_before(drawn: list[str]) -> None:
    cleaned = [str(clean_line(text)) for text in drawn]

    found, missing = unprintable(cleaned), Fonts().missing(" ".join(cleaned))

    assert found >= missing
    assert {char for char in found if printable(char) == char} <= missing
