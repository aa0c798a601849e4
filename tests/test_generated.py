"""Derived files are what their sources say, and every sentence has its German."""

from tools import catalogue, generate


def test_every_derived_file_is_fresh() -> None:
    stale = [path for path, data in generate.derived().items() if not path.is_file() or path.read_bytes() != data]
    names = [path.relative_to(generate.ROOT).as_posix() for path in stale]
    assert names == [], "stale: run `python run.py generate`"


def test_what_is_derived_does_not_change_from_run_to_run() -> None:
    assert generate.derived() == generate.derived()


def test_every_sentence_has_its_german() -> None:
    assert [f"{where}: {words.one!r}" for words, where in catalogue.missing().items()] == []


def test_no_german_is_left_over() -> None:
    assert catalogue.unused() == []


def test_catalogues_agree() -> None:
    assert catalogue.quarrels() == []


def test_german_names_the_same_places() -> None:
    assert catalogue.wrong_places() == []


def test_tables_go_between_their_markers() -> None:
    readme = "# Planner\n<!-- generated: checks -->\nold\n<!-- end -->\n## More\n<!-- generated: exporters -->"

    filled = generate.with_tables(readme)

    assert filled.startswith(
        "# Planner\n<!-- generated: checks -->\n\n| check | severity | code |\n| --- | --- | --- |\n"
    )
    assert "\nold\n" not in filled
    assert "| Room double-booked | Error | `room-twice` |" in filled
    assert filled.endswith("\n<!-- end -->\n## More\n<!-- generated: exporters -->")
    assert generate.with_tables(filled) == filled
