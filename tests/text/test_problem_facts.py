import pytest

from planner.model import Contribution, Item
from planner.text import language
from planner.text.names import subject_name
from planner.text.problem_facts import event_date, lacking, listed, needs_in_words
from tests.checks.tiny import group, people, plan, with_person

GERMAN, ENGLISH = language("de"), language("en")


@pytest.mark.parametrize(
    ("iso", "german", "english"),
    [("2027-05-02", "2. Mai", "2 May"), ("2026-12-24", "24. Dezember 2026", "24 December 2026")],
)
def test_a_day_has_its_year_where_it_is_not_the_events(iso: str, german: str, english: str) -> None:
    assert (event_date(plan(), iso, GERMAN), event_date(plan(), iso, ENGLISH)) == (german, english)


def test_agreed_words_are_translated_and_others_are_kept() -> None:
    assert needs_in_words("step-free, Beamer, hearing-loop", GERMAN) == "stufenloser Zugang, Beamer, Höranlage"
    assert needs_in_words("interpretation, sign-language", ENGLISH) == "interpretation, sign language"


def test_only_roles_that_lack_are_told() -> None:
    assert lacking({"no_minutes": 2}, GERMAN) == "2 ohne Protokoll"
    assert lacking({"no_moderation": 1, "no_timekeeping": 3}, ENGLISH) == "1 without moderation, 3 without time-keeping"
    assert lacking({"people": 2}, GERMAN) == ""


def test_people_are_listed_where_a_problem_names_them() -> None:
    item = Item(id="i1", title="Greeting", contributions=(Contribution(id="c2", label="Stadt"),))
    tried = plan(group("one", "10:00", contributions=(with_person("c1", "p1"),), items=(item,)), people=people(1))

    assert listed(tried, ["one", "c1", "c2"]) == ["c1", "c2"]
    assert listed(tried, ["one", "p1"]) == ["one", "p1"]
    assert [subject_name(tried, contribution, GERMAN) for contribution in ("c1", "c2")] == ["Person 1", "Stadt"]
