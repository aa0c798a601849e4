import pytest

from planner.storage.title_names import file_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Netzwerktreffen Osnabrück", "Netzwerktreffen Osnabrück.plan"),
        ('a/b\\c:d*e?f"g<h>i|j', "a b c d e f g h i j.plan"),
        ("../../etc", "etc.plan"),
        ("", "Plan.plan"),
        ("CON", "Plan CON.plan"),
        ("lpt1", "Plan lpt1.plan"),
        ("ends with dots...", "ends with dots.plan"),
        ("x" * 300, "x" * 80 + ".plan"),
        ("አዲስ አበባ", "አዲስ አበባ.plan"),
    ],
)
def test_a_title_becomes_a_name_that_every_system_takes(title: str, name: str) -> None:
    assert file_name(title, ".plan") == name
