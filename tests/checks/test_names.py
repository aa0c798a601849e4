import unicodedata

import pytest

from planner.model import Person, Registration
from tests.checks.tiny import codes, only, plan, sentences


def listed(*names: str) -> tuple[Person, ...]:
    return tuple(Person(id=f"p{n}", name=name) for n, name in enumerate(names, 1))


def test_the_same_name_is_told_once_with_how_often() -> None:
    tried = plan(people=listed("Ayşe Örnek", "B. Muster", "AYŞE  ÖRNEK", "ayşe örnek"))

    problem = only(tried, "same-name")

    assert problem.subjects == ("p1", "p3", "p4")
    assert dict(problem.facts) == {"person": "p1", "times": 3}
    assert sentences(tried, problem) == (
        "Ayşe Örnek steht 3-mal in der Liste.",
        "Ayşe Örnek is listed 3 times.",
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Straße", "STRASSE"),
        ("Müller", unicodedata.normalize("NFD", "Müller")),
        ("Nguyễn Thị", unicodedata.normalize("NFD", "NGUYỄN THỊ")),
    ],
)
def test_case_and_composition_do_not_matter(one: str, other: str) -> None:
    assert codes(plan(people=listed(one, other))) == ["same-name"]


def test_different_and_empty_names_are_well() -> None:
    assert codes(plan(people=listed("A. Muster", "A. Muster-Beispiel", "", ""))) == []


def test_who_cancelled_and_comes_again_is_one_person() -> None:
    first, second = listed("A. Muster", "A. Muster")
    assert codes(plan(people=(first.changed(registration=Registration.CANCELLED), second))) == []
