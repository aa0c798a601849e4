"""Names that Windows refuses are reported by what is wrong with them on any system; titles become safe names."""

import sys
from functools import partial
from pathlib import Path

import pytest

from planner.storage import write
from planner.storage.file_names import fault_of, file_name, file_paths
from planner.storage.save_errors import NameRefused


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        (r"C:\Pläne\Tagung 1.csv", ""),
        (r"\\server\share\Tagung.csv", ""),
        (r"..\Tagung.csv", ""),
        ("Tagung.csv", ""),
        ("a:b.csv", ":"),
        (r"C:\x\a:b.csv", ":"),
        ("ab:c.csv", ":"),
        ("what?.csv", "?"),
        (r"C:\x\<b>.csv", "<"),
        ('say "x".csv', '"'),
        ("a\tb.csv", "U+0009"),
        ("con.csv", "con"),
        (r"C:\x\LPT1", "LPT1"),
        ("com¹.plan", "com¹"),
        ("console.csv", ""),
        (r"C:\x\name.", "."),
        (r"C:\x\name ", "U+0020"),
    ],
)
def test_windows(path: str, fault: str) -> None:
    assert fault_of(path, windows=True) == fault


@pytest.mark.parametrize("path", ["a:b.csv", "/x/what?.csv", "con", "name.", 'say "x"'])
def test_elsewhere_all_that_is_a_name(path: str) -> None:
    assert fault_of(path, windows=False) == ""


def test_what_is_wrong_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["planner.storage.write"], "fault_of", partial(fault_of, windows=True))
    with pytest.raises(NameRefused, match=r"a:b\.csv.*“:”"):
        write(Path("a:b.csv"), b"x")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Netzwerktreffen Osnabrück", "Netzwerktreffen Osnabrück.plan"),
        ('a/b\\c:d*e?f"g<h>i|j', "a b c d e f g h i j.plan"),
        ("../../etc", "etc.plan"),
        ("", "Plan.plan"),
        ("CON", "Plan CON.plan"),
        ("lpt1", "Plan lpt1.plan"),
        ("com¹", "Plan com¹.plan"),
        ("ends with dots...", "ends with dots.plan"),
        ("x" * 300, "x" * 80 + ".plan"),
        ("አዲስ አበባ", "አዲስ አበባ.plan"),
    ],
)
def test_a_title_becomes_a_name_that_every_system_takes(title: str, name: str) -> None:
    assert file_name(title, ".plan") == name


def test_the_files_of_one_export_stand_beside_each_other() -> None:
    target = Path("out", "Tagung.pdf")
    assert file_paths(target, [""]) == (target,)
    assert file_paths(target, ["Anna", "anna", "An/na", "An:na", ""]) == (
        Path("out", "Tagung - Anna.pdf"),
        Path("out", "Tagung - anna 2.pdf"),
        Path("out", "Tagung - An na.pdf"),
        Path("out", "Tagung - An na 2.pdf"),
        target,
    )
    long = file_paths(target.with_stem("x" * 70), ["Anna Muster", "Ben Muster"])
    assert [path.stem[-6:] for path in long] == ["Muster", "Muster"]
    assert len(set(long)) == 2
