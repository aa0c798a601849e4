"""Lines as people type them: what is understood, what stays the title's, and what is said of what is not clear."""

from typing import Any

import pytest

from planner.importers.quick_add import hint_sentence, parse_quick
from planner.model import Kind, Person, Place, Plan, Room, Seating, Status
from planner.model.typed_session import Guest, Sketch
from planner.text import language
from tests.model.small import at, plan_of

PLAN = plan_of(
    at("known", 900, contributions=()),
    rooms=(
        Room(id="hall", name="Großer Saal"),
        Room(id="hase", name="Raum Hase"),
        Room(id="r1", name="Raum 1"),
        Room(id="r10", name="Raum 10"),
        Room(id="ab", name="Saal A/B"),
        Room(id="nameless", name=""),
    ),
    people=(
        Person(id="anna", name="Anna Beispiel"),
        Person(id="annette", name="Annette Muster"),
        Person(id="odd", name='Jo "J" O\\Neill'),
    ),
)
OPEN = Guest(label="N. N.", status=Status.OPEN)


def read(line: str, plan: Plan = PLAN) -> Sketch:
    sketch = parse_quick(line, plan).sketch
    assert sketch is not None
    return sketch


def said(line: str, code: str = "en") -> list[str]:
    return [hint_sentence(hint, language(code)) for hint in parse_quick(line, PLAN).hints]


def test_the_line_of_the_manual() -> None:
    sketch = read("Begrüßung 15m @Großer #N.N.")
    assert (sketch.title, sketch.kind.id, sketch.minutes) == ("Begrüßung", "welcome", 15)
    assert (sketch.places, sketch.guests) == ((Place(room="hall"),), (OPEN,))


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("15m", 15),
        ("15min", 15),
        ("15 min", 15),
        ("15 Min.", 15),
        ("15 Minuten", 15),
        ("15'", 15),
        ("1h", 60),
        ("1 h", 60),
        ("2 Std", 120),
        ("1 Stunde", 60),
        ("1h30", 90),
        ("1 h 30 min", 90),
        ("1,5 Std", 90),
        ("1.5h", 90),
        ("1:30h", 90),
        ("1:30 Std", 90),
        ("15m,", 15),
        ("30′", 30),
        ("30´", 30),
        ("1½h", 90),
        ("1 Std 30", 90),
        ("00:30:00", 30),
        ("(45 min)", 45),
        ("24 h", 1440),
    ],
)
def test_lengths(typed: str, minutes: int) -> None:
    assert (read(f"Film {typed}").minutes, read(f"Film {typed}").title) == (minutes, "Film")
    assert (read(f"{typed} @hase Film").minutes, read(f"{typed} @hase Film").title) == (minutes, "Film")


@pytest.mark.parametrize(
    ("typed", "start", "fixed"),
    [
        ("10:30", 630, False),
        ("10.30 Uhr", 630, False),
        ("10:30 Uhr", 630, False),
        ("10 Uhr", 600, False),
        ("10 Uhr 30", 630, False),
        ("um 10", 600, False),
        ("um 10.30", 630, False),
        ("at 10", 600, False),
        ("ab 10:30", 630, False),
        ("2pm", 840, False),
        ("12:15 am", 15, False),
        ("=10:30", 630, True),
        ("!10:30", 630, True),
        ("10:30!", 630, True),
        ("10:30 =", 630, True),
        ("9:30h", 570, False),
        ("ab 9 h", 540, False),
        ("10.30 h", 630, False),
        ("19 h", 1140, False),
        ("12h30", 750, False),
        ("23h30", 1410, False),
        ("9⁰⁰ Uhr", 540, False),
        ("24:00", 1440, False),
        ("24:30", 1470, False),
    ],
)
def test_starts(typed: str, start: int, fixed: bool) -> None:
    for line in (f"Film {typed}", f"Film {typed} 15m", f"{typed} @hase Film"):
        sketch = read(line)
        assert (sketch.title, sketch.start, sketch.fixed) == ("Film", start, fixed), line


@pytest.mark.parametrize(
    ("typed", "start", "minutes"),
    [
        ("10:30-11:15", 630, 45),
        ("10:30 – 11:15", 630, 45),
        ("9.30-10.15", 570, 45),
        ("14–15.30 Uhr", 840, 90),
        ("von 10 bis 11 Uhr", 600, 60),
        ("10:30-11", 630, 30),
        ("22:00-01:30", 1320, 210),
        ("20:00-24:00", 1200, 240),
        ("10:30‑11:15", 630, 45),
        ("13:00-01:00", 780, 720),
        ("16:00 → 16:30", 960, 30),
        ("9:30 / 10:00", 570, 30),
        ("10³⁰ – 11¹⁵ Uhr", 630, 45),
        ("23:00-24:30", 1380, 90),
        ("19h30–21h", 1170, 90),
    ],
)
def test_ranges(typed: str, start: int, minutes: int) -> None:
    sketch = read(f"Film {typed}")
    assert (sketch.title, sketch.start, sketch.minutes) == ("Film", start, minutes)


@pytest.mark.parametrize(
    "title",
    [
        "Kommune 2030",
        "E-Mail a@b.de",
        "C#",
        "Forum #1",
        "24h-Lauf",
        "10-11 Jahre",
        "Kürzung um 10 Prozent",
        "Um 10 Uhr30",
        "Die Welt in 5 Minuten",
        "90 Minuten für die Kommune",
        "Planspiel für 40 Personen",
        "Verhältnis 16:9",
        "Zug 25:30",
        "Film 9-8 Uhr",
        "Film 14:00-13:00",
        "12:75",
        "Agenda 19.06",
        "1 + 1 = 2 !",
        "Was nun? :-) @ # :",
        "Foren: Bildung",
        "x1 x99 x",
        "5G und 3D",
        "Los!",
        "10:30-10:30",
        "Preis 5 m",
        "#",
        "@",
        ":D",
    ],
)
def test_what_only_looks_like_a_command_stays_the_title(title: str) -> None:
    quick = parse_quick(title, PLAN)
    assert quick.sketch is not None
    assert quick.sketch.title == title
    assert (quick.tokens, quick.hints) == ((), ())


@pytest.mark.parametrize(
    ("typed", "room", "seating"),
    [
        ("@Großer Saal", "hall", None),
        ("@großer", "hall", None),
        ('@"Großer Saal"', "hall", None),
        ("@„Großer Saal“", "hall", None),
        ("@Hase", "hase", None),
        ("@Raum 1", "r1", None),
        ("@Raum 10", "r10", None),
        ("@Saal A/B", "ab", None),
        ("@Großer/Stuhlkreis", "hall", Seating.CIRCLE),
        ("@Großer Saal/Circle of chairs", "hall", Seating.CIRCLE),
        ('@"Saal A/B"/Reihen', "ab", Seating.ROWS),
        ("@Hase/rows", "hase", Seating.ROWS),
        ("@Hase,", "hase", None),
    ],
)
def test_rooms(typed: str, room: str, seating: Seating | None) -> None:
    for line in (f"Film {typed}", f"{typed} Film", f"Film {typed} 15m"):
        sketch = read(line)
        assert sketch.places == (Place(room=room, seating=seating),), line
        assert sketch.title == "Film", line


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("@Sahl", "Room “Sahl” unknown. Did you mean “Großer Saal”?"),
        ("@Xyz", "Room “Xyz” unknown"),
        ("@Raum", "“Raum” fits several rooms: Raum Hase, Raum 1, Raum 10"),
        ("@Hase/Sofa", "Seating “Sofa” unknown"),
        ("@Hase/St", "“St” fits several seatings: Stuhlkreis, Stehtische, Standing tables"),
        (":podim", "Kind “podim” unknown. Did you mean “Podium”?"),
        ("#Ann", "“Ann” fits several people: Anna Beispiel, Annette Muster"),
    ],
)
def test_what_is_not_clear_is_said_and_stays_in_the_title(typed: str, sentence: str) -> None:
    assert said(f"Film {typed} 15m") == [sentence]
    assert read(f"Film {typed} 15m").title == f"Film {typed}"


@pytest.mark.parametrize("twice", ["15m 20m", "10:30 11:30", "@Hase @Hase", "#Annette #Annette", "40p 50p", ":film"])
def test_what_is_said_twice_counts_once_and_the_second_stays(twice: str) -> None:
    first, _, second = twice.partition(" ")
    if second:
        assert said(f"Film {twice}") == [f"“{second}” stays in the title, because that was given already"]
        assert read(f"Film {twice}").title == f"Film {second}"
        assert parse_quick(f"Film {twice}", PLAN).tokens == (first,)


@pytest.mark.parametrize(
    ("typed", "start", "minutes", "sentence"),
    [
        ("16:30–open end", 990, 20, "“16:30–open end”: the end is open; the length is the usual one"),
        ("19 Uhr – Ende offen", 1140, 20, "“19 Uhr – Ende offen”: the end is open; the length is the usual one"),
        ("ca. 10:30", 630, 20, "“ca. 10:30”: the time is approximate"),
        ("9:30*", 570, 20, "“*” beside the time is left out"),
        ("17:00 MESZ", 1020, 20, "“MESZ” beside the time is left out"),
    ],
)
def test_what_is_not_exact_about_a_time_is_said(typed: str, start: int, minutes: int, sentence: str) -> None:
    sketch = read(f"Film {typed}")
    assert (sketch.title, sketch.start, sketch.minutes) == ("Film", start, minutes)
    assert said(f"Film {typed}") == [sentence]


def test_hours_are_a_time_of_day_from_eight_on_unless_the_start_is_said() -> None:
    assert (read("Abendessen 19 h 2h").start, read("Abendessen 19 h 2h").minutes) == (1140, 120)
    assert (read("Film 10:00 12h").start, read("Film 10:00 12h").minutes) == (600, 720)
    assert read("Film 7h").minutes == 420


def test_no_length_is_a_deadline_s_at_a_fixed_time() -> None:
    assert (read("Bus fährt =12:00 0m").minutes, read("Bus fährt 0 min 12:00!").minutes) == (0, 0)
    assert read("Film 12:00 0m").title == "Film 0m"


def test_the_same_length_in_two_ways_is_one() -> None:
    assert read("Begrüßung, 15 min, 9:30–9:45, @Hase").title == "Begrüßung"
    assert said("Begrüßung, 15 min, 9:30–9:45") == []


@pytest.mark.parametrize(
    ("typed", "guest"),
    [
        ("#Annette", Guest(person="annette")),
        ("#Beispiel", Guest(person="anna")),
        ("#anna beispiel", Guest(person="anna")),
        ("#Muster?", Guest(person="annette", status=Status.ASKED)),
        ('#"Anna Beispiel"?', Guest(person="anna", status=Status.ASKED)),
        ('#"Jo \\"J\\" O\\\\Neill"', Guest(person="odd")),
        ("#N.N.", OPEN),
        ("#N. N.", OPEN),
        ("#NN?", OPEN),
        ("#Stadtrat", Guest(label="Stadtrat")),
        ('#"Stadt Osnabrück"?', Guest(label="Stadt Osnabrück", status=Status.ASKED)),
        ('#"Ann"', Guest(label="Ann")),
    ],
)
def test_people(typed: str, guest: Guest) -> None:
    assert read(f"Film {typed} 15m").guests == (guest,)
    assert read(f"Film {typed} 15m").title == "Film"


def test_several_rooms_and_people_keep_their_order() -> None:
    sketch = read("Film #Annette @Hase #N.N. @Großer #N.N. x3 40p")
    assert [place.room for place in sketch.places] == ["hase", "hall"]
    assert sketch.guests == (Guest(person="annette"), OPEN, OPEN)
    assert (sketch.copies, sketch.number) == (3, 40)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Begrüßung", "welcome"),
        ("Mittagspause", "meal"),
        ("Lunch", "meal"),
        ("Kaffeepause", "break"),
        ("Kaffee und Rückkehr ins Plenum", "break"),
        ("Podium: Wer zahlt?", "panel"),
        ("Podiumsgespräch", "panel"),
        ("Forum 2", "forum"),
        ("Kooperationswerkstatt", "workshop"),
        ("Interessen der Kommunen", "plenary"),
        ("Ankommen, Anmeldung, Kaffee", "arrival"),
        ("Welcome and coffee", "welcome"),
        ("Diskussion", "plenary"),
        ("Ergebnisse aus den Foren", "plenary"),
        ("Zusammenfassung und Ausblick", "closing"),
        ("Grußworte", "welcome"),
        ("Spaziergang", "walk"),
        ("Film :workshop", "workshop"),
        ("Film :Podium", "panel"),
        ("Film :input talk", "talk"),
        ('Begrüßung :"Input talk"', "talk"),
        (":pause", "break"),
    ],
)
def test_kinds(title: str, kind: str) -> None:
    plan = PLAN.changed(kinds=(*PLAN.kinds, Kind(id="walk", name="Spaziergang")))
    sketch = read(title, plan)
    assert sketch.kind.id == kind
    assert sketch.minutes == plan.kind_by_id[kind].minutes
    assert sketch.title == title.partition(" :")[0].removeprefix(":pause")


def test_a_kind_that_the_plan_does_not_have_is_not_told() -> None:
    plan = PLAN.changed(sessions=(), kinds=tuple(kind for kind in PLAN.kinds if kind.id not in {"meal", "talk"}))
    assert read("Mittagspause", plan).kind.id == "plenary"
    assert read("Film", PLAN.changed(sessions=(), kinds=())).kind.id == "plenary"


def test_a_title_of_no_kind_is_a_talk_only_if_somebody_speaks() -> None:
    assert read("Interessen der Kommunen").kind.id == "plenary"
    assert read("Interessen der Kommunen #N.N.").kind.id == "talk"
    only = PLAN.changed(sessions=(), kinds=tuple(kind for kind in PLAN.kinds if kind.id == "talk"))
    assert read("Film", only).kind.id == "talk"


@pytest.mark.parametrize("nothing", ["", "   ", "15m", "@Hase #N.N. 10:30", "x" * 301])
def test_without_a_title_or_a_kind_there_is_no_session_yet(nothing: str) -> None:
    assert parse_quick(nothing, PLAN).sketch is None
    assert bool(said(nothing)) == (len(nothing) > 300)


def test_a_backslash_keeps_a_word_in_the_title() -> None:
    sketch = read("\\@Hase \\15m \\\\x Film \\10:30 15m")
    assert (sketch.title, sketch.minutes, sketch.start, sketch.places) == ("@Hase 15m \\x Film 10:30", 15, None, ())


@pytest.mark.parametrize("change", [{}, {"rooms": (), "sessions": ()}, {"people": (), "sessions": ()}])
def test_an_empty_house_understands_all_that_needs_no_names(change: dict[str, Any]) -> None:
    sketch = read("Film 15m 10:30", PLAN.changed(**change))
    assert (sketch.title, sketch.minutes, sketch.start) == ("Film", 15, 630)
