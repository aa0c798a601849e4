"""What holds for every line: it never raises, loses no character, and what was understood can be typed again."""

from collections import Counter

from hypothesis import example, given
from hypothesis import strategies as st

from planner.importers.quick_add import hint_sentence, parse_quick, quick_sentence, quoted
from planner.model import KINDS, Person, Plan, Room, Status
from planner.model.base import clean_line
from planner.model.edits import insert_sketch, sketch_ids
from planner.model.typed_session import Sketch
from planner.text import language, seating_name
from tests.model.small import at, plan_of
from tests.texts import AWKWARD, texts

WORDS = r"""
15m 15 min 1h 1h30 1,5 Std 2 Stunden 1:30h 10:30 10.30 Uhr um 10 =9:00 ! 10:30-11:15 14–15.30 bis von x4 x 40p @ @Saal
@"Großer @Saal/Stuhlkreis / # #N.N. #N. N. #Anna #Ann? #"A " „ “ : :podium :D Podium Mittagspause , ; - – . \ \@Saal \\
Kommune 2030 a@b.de C# @Haus, A/B ? , 2pm 24:00 24:30 19 h 12h30 0m 1½h 30′ 9⁰⁰ 9:30* (45 min) MESZ → / open
end ca. gegen
"""
PIECES = st.sampled_from(WORDS.split())
LINES = st.lists(PIECES | texts, max_size=9).map(" ".join) | st.lists(PIECES | texts, max_size=6).map("".join)
NAMES = st.sampled_from(("Großer Saal", "Saal A/B", "Haus, A", "Anna Beispiel", "Anna", '"', "/", "?", "\\")) | texts


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    rooms = draw(st.lists(NAMES, max_size=4))
    people = draw(st.lists(NAMES, max_size=4))
    return plan_of(
        at("a", 900),
        rooms=tuple(Room(id=f"r{number}", name=name) for number, name in enumerate(rooms)),
        people=tuple(Person(id=f"p{number}", name=name) for number, name in enumerate(people)),
        kinds=KINDS,
    )


def typed(sketch: Sketch, plan: Plan) -> str:
    """Return a sketch as a line: each word of the title kept from being anything else."""
    line = " ".join(f"\\{word}" for word in sketch.title.split())
    parts = [line, f"{sketch.minutes}m" if sketch.minutes or sketch.fixed else "", f":{quoted(sketch.kind.id)}"]
    if sketch.start is not None:
        clock = f"{sketch.start // 60}:{sketch.start % 60:02}"
        parts.append(f"={clock}" if sketch.fixed else clock)
    for place in sketch.places:
        seating = f"/{seating_name(place.seating, language('de'))}" if place.seating else ""
        parts.append(f"@{quoted(plan.room_by_id[place.room].name)}{seating}")
    for guest in sketch.guests:
        name = plan.person_by_id[guest.person].name if guest.person else guest.label
        parts.append(f"#{quoted(name)}{'?' if guest.status == Status.ASKED else ''}")
    parts += [
        f"{sketch.number}p" if sketch.number is not None else "",
        f"x{sketch.copies}" if sketch.copies > 1 else "",
    ]
    return " ".join(part for part in parts if part)


@given(plans(), LINES)
def test_no_line_raises_and_each_can_be_added_and_said(plan: Plan, line: str) -> None:
    quick = parse_quick(line, plan)
    for code in ("de", "en"):
        for hint in quick.hints:
            assert hint_sentence(hint, language(code))
    if quick.sketch is None:
        return
    ids = tuple(f"new{number}" for number in range(sketch_ids(quick.sketch)))
    after = insert_sketch(plan, quick.sketch, "mon", 600, ids, flow=True, round_title="Round")
    new = tuple(session for session in after.sessions if session.id in ids)
    assert len(new) == quick.sketch.copies
    assert Plan.model_validate_json(after.model_dump_json()) == after
    assert quick_sentence(after, new, language("de"))


@given(plans(), LINES)
def test_every_character_is_the_title_s_or_a_token_s(plan: Plan, line: str) -> None:
    quick = parse_quick(line, plan)
    if quick.sketch is None:
        return
    there = Counter("".join(str(clean_line(line)).split()))
    kept = Counter("".join(quick.sketch.title.split())) + Counter("".join("".join(quick.tokens).split()))
    assert not kept - there
    assert set(there - kept) <= {"\\"}


@example(plan_of(people=(Person(id="p0", name="N. N."),)), "15 #N.N.")
@given(plans(), LINES)
def test_what_was_understood_can_be_typed_again(plan: Plan, line: str) -> None:
    plan = plan.changed(kinds=tuple(kind.changed(name=kind.id) for kind in plan.kinds))
    sketch = parse_quick(line, plan).sketch
    if sketch is not None:
        assert parse_quick(typed(sketch, plan), plan).sketch == sketch


@given(st.sampled_from(AWKWARD) | st.text(max_size=40))
def test_words_with_a_backslash_are_the_title(words: str) -> None:
    line = str(clean_line(words))
    sketch = parse_quick(" ".join(f"\\{word}" for word in line.split()), plan_of()).sketch
    assert (sketch.title if sketch else "") == " ".join(line.split())
