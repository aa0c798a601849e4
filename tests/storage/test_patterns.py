"""Own patterns: what is written is read again, and what cannot be read is named, kept, and never written over."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.examples import examples
from planner.model.edits import pattern_of
from planner.storage import ReadError, SaveFailed
from planner.storage.errors import NewerVersion, NotAFile
from planner.storage.patterns import (
    MAX_PATTERNS,
    PatternsDamaged,
    TooManyPatterns,
    read_patterns,
    set_aside,
    write_patterns,
)
from planner.text import language
from planner.text.patterns import built_in_patterns

PATTERNS = built_in_patterns(language("de"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "patterns.json"


def test_no_file_is_no_pattern(path: Path) -> None:
    assert read_patterns(path) == ()


def test_what_is_written_is_read_again(path: Path) -> None:
    plan = examples()["osnabrueck"].plan
    scheduled = [session.id for session in plan.sessions if session.scheduled]
    written = (*PATTERNS, pattern_of(plan, scheduled, "own", "Ganzer Tag"))
    write_patterns(path, written)
    assert read_patterns(path) == written
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"\0" * 40,
        b"{",
        b"[]",
        b"\xff\xfe",
        b'{"format": "planner", "version": 1, "plan": {}}',
        b'{"format": "planner-patterns", "version": 1, "patterns": [{"id": "x"}]}',
        b'{"format": "planner-patterns", "version": "1", "patterns": []}',
        b'{"format": "planner-patterns", "version": 1, "patterns": [], "more": 1}',
        b'{"format": "planner-patterns", "version": 1, "patterns": "\\ud800"}',
        b'{"a":' * 5000 + b"1" + b"}" * 5000,
    ],
)
def test_damage_is_named_and_the_file_stays(path: Path, damage: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(damage)
    with pytest.raises(PatternsDamaged) as caught:
        read_patterns(path)
    assert str(path) in str(caught.value)
    assert path.read_bytes() == damage


@given(st.data())
def test_no_bytes_raise_anything_else(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    path = tmp_path_factory.getbasetemp() / "chance.json"
    write_patterns(path, PATTERNS[:1])
    whole = path.read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    path.write_bytes(whole[:at] + data.draw(st.binary(max_size=3)) + whole[at + data.draw(st.integers(0, 3)) :])
    try:
        read_patterns(path)
    except ReadError as error:
        assert error.sentence.format_map(error.facts)  # noqa: PT017  # either way is right


def test_a_file_of_a_newer_program_is_not_called_damaged(path: Path) -> None:
    path.parent.mkdir()
    path.write_text(json.dumps({"format": "planner-patterns", "version": 2, "shelves": []}), encoding="utf-8")
    with pytest.raises(NewerVersion):
        read_patterns(path)


def test_a_folder_in_its_place_is_named(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(NotAFile):
        read_patterns(path)
    with pytest.raises(SaveFailed):
        write_patterns(path, PATTERNS)


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(SaveFailed):
        write_patterns(tmp_path / "file" / "patterns.json", PATTERNS)


def test_more_than_anybody_finds_again_is_refused_before_the_file_is_touched(path: Path) -> None:
    many = tuple(PATTERNS[0].changed(id=f"p{number}") for number in range(MAX_PATTERNS + 1))
    with pytest.raises(TooManyPatterns):
        write_patterns(path, many)
    assert not path.exists()


def test_two_damaged_files_are_both_kept(path: Path) -> None:
    path.parent.mkdir()
    for text in ("one", "two"):
        path.write_text(text, encoding="utf-8")
        set_aside(path)
    kept = sorted(entry.read_text(encoding="utf-8") for entry in path.parent.iterdir())
    assert kept == ["one", "two"]
    with pytest.raises(SaveFailed):
        set_aside(path)
