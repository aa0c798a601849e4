"""Files of every released format are read for ever, and the way from one format to the next has no gaps."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

from planner.model import Document, Role, Seating, Share
from planner.model.base import Frozen
from planner.storage import VERSION, dump, parse, read
from planner.storage.migrations import MIGRATIONS, Raw, migrate

FORMATS = Path(__file__).parents[1] / "formats"


@pytest.mark.parametrize("version", range(1, VERSION + 1))
def test_every_released_format_is_read(version: int) -> None:
    loaded = read(FORMATS / f"version-{version}.plan")
    assert loaded.version == version


def test_version_1_still_means_what_it_meant() -> None:
    document = read(FORMATS / "version-1.plan").document
    plan = document.plan
    forum = plan.session_by_id["forum"]
    assert plan.title == "Zukunft der Innenstadt"
    assert plan.introduction == "Liebe Gäste,\nherzlich willkommen!"
    assert (forum.start, forum.minutes, forum.fixed, forum.series) == (1445, 50, True, "housing")
    assert forum.attendance == Share(round="forums")
    assert [(place.room, place.seating) for place in forum.places] == [
        ("half", Seating.CIRCLE),
        ("hall", Seating.BANQUET),
    ]
    assert forum.items[0].contributions[0].label == "N. N."
    assert forum.contributions[0].role is Role.HOST
    assert plan.room_by_id["hall"].places(Seating.U_SHAPE) == 40
    assert plan.person_by_id["anna"].needs == ("vegan",)
    assert plan.rounds[0].seats[0].pinned
    assert plan.settings.catering == 58
    assert plan.settings.one_gender_panel is False
    assert plan.acceptances[0].facts == (("places", 10), ("room", "Saal"))
    assert document.ledger.releases[0].given[0].start.isoformat() == "2027-03-01T12:30:00+00:00"


def test_the_sample_uses_every_field_of_the_model() -> None:
    document = read(FORMATS / "version-1.plan").document
    unused = {
        (kind.__name__, name)
        for kind, seen in _values(document).items()
        for name, field in kind.model_fields.items()
        if name != "who" and not field.is_required() and all(getattr(value, name) == field.default for value in seen)
    }
    assert unused == set()
    assert {kind.__name__ for kind in _kinds()} == {kind.__name__ for kind in _values(document)}


def _kinds(kind: type[Frozen] = Document, found: set[type[Frozen]] | None = None) -> set[type[Frozen]]:
    """The classes that a document is made of, by what its fields may hold."""
    found = set() if found is None else found
    if kind not in found:
        found.add(kind)
        for held in get_type_hints(kind).values():
            for part in _parts(held):
                _kinds(part, found)
    return found


def _parts(held: object) -> Iterator[type[Frozen]]:
    """The classes in an annotation, however deep: ``tuple[Session, ...]``, ``Share | None``."""
    if isinstance(held, type) and issubclass(held, Frozen):
        yield held
    for argument in get_args(held):
        yield from _parts(argument)


def _values(value: object, found: dict[type[Frozen], list[Frozen]] | None = None) -> dict[type[Frozen], list[Frozen]]:
    found = {} if found is None else found
    if isinstance(value, Frozen):
        found.setdefault(type(value), []).append(value)
        for name in type(value).model_fields:
            _values(getattr(value, name), found)
    elif isinstance(value, tuple):
        for element in value:  # pyright: ignore[reportUnknownVariableType]
            _values(element, found)  # pyright: ignore[reportUnknownArgumentType]
    return found


def _from_1(raw: Raw) -> Raw:
    return {**raw, "agenda": raw["plan"], "trail": [*raw.get("trail", ()), 1]}


def _from_2(raw: Raw) -> Raw:
    return {**raw, "agenda": raw["agenda"].upper(), "trail": [*raw["trail"], 2]}


TOYS = ((1, _from_1), (2, _from_2))


def test_migrations_run_in_order_from_where_the_file_is() -> None:
    raw = {"format": "planner", "version": 1, "plan": "x"}
    kept = dict(raw)
    assert migrate(raw, TOYS, 3) == {**raw, "version": 3, "agenda": "X", "trail": [1, 2]}
    assert raw == kept
    second: dict[str, Any] = {"version": 2, "agenda": "y", "trail": []}
    assert migrate(second, TOYS, 3) == {"version": 3, "agenda": "Y", "trail": [2]}
    third = {"version": 3, "agenda": "z"}
    assert migrate(third, TOYS, 3) == third


@pytest.mark.parametrize("migrations", [TOYS[:1], TOYS[1:] + TOYS[:1], (*TOYS, *TOYS), ((0, _from_1), (2, _from_2))])
def test_gaps_and_disorder_are_refused(migrations: tuple[Any, ...]) -> None:
    with pytest.raises(ValueError, match="one by one"):
        migrate({"version": 1}, migrations, 3)


@pytest.mark.parametrize("version", [0, 4, -1])
def test_a_version_without_a_way_is_refused(version: int) -> None:
    with pytest.raises(ValueError, match="no migration"):
        migrate({"version": version}, TOYS, 3)


def test_the_real_migrations_lead_to_the_version_that_is_written() -> None:
    assert [start for start, _ in MIGRATIONS] == list(range(VERSION - len(MIGRATIONS), VERSION))
    assert json.loads(dump(read(FORMATS / "version-1.plan").document))["version"] == VERSION


def test_all_empty_fields_are_left_out_and_come_back() -> None:
    document = Document.model_validate({"plan": {"id": "x"}})
    text = dump(document).decode()
    assert parse(text.encode()) == document
    assert '"title"' not in text
    assert '"venue"' not in text
    assert '"cap": 60' in text
    assert '"stage_counts": false' in text
    assert '"minutes": 30' in text
    assert text.endswith('  "ledger": {}\n}\n')


def test_a_small_change_is_a_small_diff() -> None:
    document = read(FORMATS / "version-1.plan").document
    plan = document.plan
    sessions = tuple(session.changed(start=570) if session.id == "open" else session for session in plan.sessions)
    before, after = (
        dump(document).splitlines(),
        dump(document.changed(plan=plan.changed(sessions=sessions))).splitlines(),
    )
    assert len(before) == len(after)
    assert [new for old, new in zip(before, after, strict=True) if old != new] == [b'        "start": 570,']


def test_lists_can_be_told_from_their_defaults() -> None:
    document = Document.model_validate({"plan": {"id": "x", "kinds": ()}})
    assert parse(dump(document)).plan.kinds == ()
