"""What organisers paste from a venue's table becomes rooms; what is no room is handed back."""

from collections.abc import Callable
from itertools import count
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.importers.rooms import parse_rooms, with_pasted
from planner.model import Seating


def numbers() -> Callable[[], str]:
    counter = count(1)
    return lambda: f"r{next(counter)}"


def read(text: str) -> dict[str, dict[str, int]]:
    return {
        room.name: {str(capacity.seating): capacity.places for capacity in room.capacities}
        for room in parse_rooms(text, numbers()).rooms
    }


@pytest.mark.parametrize(
    ("line", "name", "places"),
    [
        ("Großer Saal; 80 Reihen; 48 Tische", "Großer Saal", {"rows": 80, "groups": 48}),
        ("Großer Saal, 80 Reihen, 48 Gruppentische", "Großer Saal", {"rows": 80, "groups": 48}),
        ("Großer Saal: 80 Reihen, 48 Bankett", "Großer Saal", {"rows": 80, "banquet": 48}),
        ("Großer Saal – 80 (Reihen)", "Großer Saal", {"rows": 80}),
        ("Großer Saal (80 Reihen)", "Großer Saal", {"rows": 80}),
        ("Saal 80 Reihen 48 parlamentarisch", "Saal", {"rows": 80, "classroom": 48}),
        ("Saal 80", "Saal", {"rows": 80}),
        ("- Saal, 80 Personen", "Saal", {"rows": 80}),
        ("Raum 1; 20 Stuhlkreis", "Raum 1", {"circle": 20}),
        ("Raum 1\t20", "Raum 1", {"rows": 20}),
        ("Raum 1 20 Stuhlkreis", "Raum 1", {"circle": 20}),
        ("Raum 101 20", "Raum 101", {"rows": 20}),
        ("Saal (Altbau), 80 Reihen", "Saal (Altbau)", {"rows": 80}),
        ("Foyer; Stehtische 80", "Foyer", {"standing": 80}),
        ("Raum Hase; 20 im Stuhlkreis; 14 U-Form", "Raum Hase", {"circle": 20, "u-shape": 14}),
        ("Main hall: 80 theatre, 52 classroom, 40 boardroom", "Main hall", {"rows": 80, "classroom": 52, "block": 40}),
        ("Room 2 | 24 circle | 30 standing", "Room 2", {"circle": 24, "standing": 30}),
        ("Arena; 1.200 Reihen", "Arena", {"rows": 1200}),
        ("Saal; 120 m²; 80 Reihen", "Saal", {"rows": 80}),
        ("Saal 120,5 m² 80 Personen", "Saal", {"rows": 80}),
        ("Saal (max. 80 Personen)", "Saal", {"rows": 80}),
        ("Saal für bis zu 80 Personen", "Saal", {"rows": 80}),
        ("Raum 12 20 Reihen", "Raum 12", {"rows": 20}),
    ],
)
def test_a_line_is_a_room_with_its_places(line: str, name: str, places: dict[str, int]) -> None:
    assert read(line) == {name: places}
    assert parse_rooms(line).ignored == ()


def test_a_head_line_from_a_spreadsheet_names_the_seatings_of_the_columns() -> None:
    text = (
        "Raum\tFläche\tReihen\tParlamentarisch\tStuhlkreis\tStehempfang\r\n"
        "Großer Saal\t140 m²\t80\t52\t40\t110\r\n"
        "Raum Hase\t44\t–\t\t20\t\r\n"
        '"Raum Dom"\t35\t0\t12\t14\t-\r\n'
    )
    assert read(text) == {
        "Großer Saal": {"rows": 80, "classroom": 52, "circle": 40, "standing": 110},
        "Raum Hase": {"circle": 20},
        "Raum Dom": {"classroom": 12, "circle": 14},
    }


def test_a_column_of_equipment_is_kept_and_added_to_what_is_known() -> None:
    text = "Raum\tReihen\tAusstattung\tStuhlkreis\nSaal\t80\tBeamer, 2 Mikrofone; Beamer\t\nFoyer\t\t–\t\nAula\t90"
    saal, foyer, aula = parse_rooms(text, numbers()).rooms
    assert saal.features == ("Beamer", "2 Mikrofone")
    assert [capacity.places for capacity in saal.capacities] == [80]
    assert (foyer.features, aula.features) == ((), ())
    (known,) = with_pasted((saal.changed(features=("Flipchart", "Beamer")),), (saal,))
    assert known.features == ("Flipchart", "Beamer", "2 Mikrofone")


def test_an_english_head_line_is_understood_too() -> None:
    assert read("Name;Theatre;U-shape;Banquet\nHall;80;30;60") == {"Hall": {"rows": 80, "u-shape": 30, "banquet": 60}}


def test_a_room_of_the_table_without_places_is_still_a_room() -> None:
    assert read("Raum\tReihen\nGarten\t") == {"Garten": {}}


def test_what_is_no_room_is_handed_back_and_blank_lines_are_not() -> None:
    table = parse_rooms("Unsere Räume im Überblick\n\nSaal; 80\n;;\n12\nRaum 2\nSaal; 90\n")
    assert [room.name for room in table.rooms] == ["Saal"]
    assert table.ignored == ("Unsere Räume im Überblick", ";;", "12", "Raum 2", "Saal; 90")


@pytest.mark.parametrize(
    ("line", "rooms", "ignored"),
    [
        ("Saal; -5", {}, ("Saal; -5",)),
        ("Saal -5 Reihen", {}, ("Saal -5 Reihen",)),
        ("Saal; −5 Reihen; 20 Stuhlkreis", {"Saal": {"circle": 20}}, ("Saal: −5 Reihen",)),
        ("Raum;Reihen;Stuhlkreis\nSaal;500000;20", {"Saal": {"circle": 20}}, ("Saal: 500000",)),
        ("Saal; –; 20 Stuhlkreis", {"Saal": {"circle": 20}}, ()),
        ("Saal - 80 Reihen", {"Saal": {"rows": 80}}, ()),
        ("Raum E-1; 80 Reihen", {"Raum E-1": {"rows": 80}}, ()),
    ],
)
def test_a_number_that_no_room_can_have_is_handed_back(
    line: str, rooms: dict[str, dict[str, int]], ignored: tuple[str, ...]
) -> None:
    assert (read(line), parse_rooms(line).ignored) == (rooms, ignored)


def test_more_places_than_houses_have_are_doubtful() -> None:
    table = parse_rooms("Saal; 60.000\nArena; 5000\nFoyer; 60 Reihen; 7200 stehend")
    assert table.doubtful == (("Saal", 60_000), ("Foyer", 7200))


def test_the_same_seating_twice_keeps_the_first_number() -> None:
    assert read("Saal; 80 Reihen; 60 Reihen") == {"Saal": {"rows": 80}}


def test_every_room_has_its_own_id() -> None:
    assert [room.id for room in parse_rooms("A; 8\nB; 9", numbers()).rooms] == ["r1", "r2"]


@given(st.text(max_size=200))
def test_no_text_at_all_breaks_it(text: str) -> None:
    for room in parse_rooms(text).rooms:
        assert room.name
        assert all(capacity.seating in Seating for capacity in room.capacities)


def test_the_number_on_a_door_is_no_number_of_places() -> None:
    table = parse_rooms("Raum 12\nRaum 14\nSaal 80")
    assert [room.name for room in table.rooms] == ["Saal"]
    assert table.ignored == ("Raum 12", "Raum 14")


@given(st.text("Saal 18;,\t\nReint.-–:|m²", max_size=60))
def test_no_line_is_lost(text: str) -> None:
    table = parse_rooms(text)
    assert len(table.rooms) + len(table.ignored) == len([line for line in text.split("\n") if line.strip()])


@pytest.mark.parametrize("text", ["1 " * 100_000, "a\t" * 100_000, "a: " * 100_000])
def test_a_line_without_end_is_handed_back_at_once(text: str) -> None:
    before = process_time()
    assert parse_rooms(text).ignored == (text.strip(),)
    assert process_time() - before < 0.5
