"""Changes as sentences: every field has a name in both languages, every change a line."""

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from planner.model import (
    Contribution,
    Day,
    Everyone,
    Item,
    Number,
    Person,
    Place,
    Plan,
    Role,
    Room,
    Seating,
    Session,
    Settings,
    Status,
)
from planner.model.base import Frozen
from planner.model.merge.apply import RefusedChange, take
from planner.model.merge.diff import LISTS, PARTS, changes
from planner.text import language
from planner.text.changes import change_sentence, field_sentence, refusal_sentence
from planner.text.field_names import FIELD_LABELS
from tests.model.toys import ToySession
from tests.profiles import tries
from tests.strategies import plans

DE, EN = language("de"), language("en")
DAY = Day(id="d", date=date(2027, 6, 1))
HALL, FORUM = Room(id="hall", name="Saal"), Room(id="forum3", name="Forum 3")
SPEAKER = Contribution(id="c", person="p", role=Role.PANEL)
PODIUM = Session(id="s", kind="panel", title="Podium", day="d", start=695, contributions=(SPEAKER,))
PLAN = Plan(
    id="event", days=(DAY,), rooms=(HALL, FORUM), people=(Person(id="p", name="Dr. Weber"),), sessions=(PODIUM,)
)


def with_podium(**fields: object) -> Plan:
    return PLAN.changed(sessions=(PODIUM.changed(**fields),))


def said(after: Plan, before: Plan = PLAN) -> list[str]:
    return [change_sentence(change, DE) for change in changes(before, after)]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"start": 710}, "Podium: Beginn 11:35 → 11:50"),
        ({"start": None, "minutes": 45}, "Podium: Beginn 11:35 → –; Dauer 30 min → 45 min"),
        ({"places": (Place(room="hall", seating=Seating.ROWS),)}, "Podium: Raum – → Saal (Reihen)"),
        ({"title": "Großes Podium", "fixed": True}, "Podium: Titel Podium → Großes Podium; Uhrzeit fest nein → ja"),
        ({"kind": "talk"}, "Podium: Art Podium → Impulsvortrag"),
        ({"attendance": Number(number=1)}, "Podium: Wer teilnimmt Alle → 1 Person"),
        ({"description": "x" * 80}, "Podium: Beschreibung geändert"),
        ({"contributions": ()}, "Podium: Mitwirkende − Dr. Weber, Podium"),
        (
            {"contributions": (SPEAKER.changed(status=Status.CONFIRMED), Contribution(id="n"))},
            "Podium: Mitwirkende + N. N., Input, Dr. Weber, Podium (Status angefragt → zugesagt)",
        ),
        ({"items": (Item(id="i", title="Grußwort"),)}, "Podium: Unterpunkte + „Grußwort“"),
    ],
)
def test_a_changed_session(fields: dict[str, Any], sentence: str) -> None:
    assert said(with_podium(**fields)) == [sentence]


def test_other_changes() -> None:
    assert said(PLAN.changed(rooms=(HALL,))) == ["Entfernt: Raum „Forum 3“"]
    assert said(PLAN, PLAN.changed(rooms=(HALL,))) == ["Neu: Raum „Forum 3“"]
    assert said(PLAN.changed(rooms=(FORUM, HALL))) == ["Andere Reihenfolge der Räume"]
    assert said(PLAN.changed(title="Fachtag")) == ["Plan: Titel – → Fachtag"]
    assert said(PLAN.changed(settings=Settings(cap=80, lunch_from=705))) == [
        "Zahlen und Grenzen: Höchstens 60 → 80; Mittag beginnt ab 12:00 → 11:45"
    ]
    assert said(PLAN.changed(days=(DAY.changed(date=date(2027, 6, 2)),))) == [
        "Dienstag, 1. Juni: Datum 1. Juni 2027 → 2. Juni 2027"
    ]


def test_a_new_field_that_refers_to_somebody_is_told_by_their_name() -> None:
    session = ToySession(id="s", kind="panel", title="Podium")
    before, after = (PLAN.changed(sessions=(session.changed(chair=chair),)) for chair in (None, "p"))
    (change,) = changes(before, after)
    assert field_sentence(change, change.fields[0], DE).endswith(" – → Dr. Weber")


def test_the_same_in_english() -> None:
    (change,) = changes(PLAN, with_podium(start=710, attendance=Everyone()))
    assert change_sentence(change, EN) == "Podium: Start 11:35 → 11:50"


def test_why_something_is_refused() -> None:
    mine = with_podium(places=(Place(room="forum3"),))
    (removal,) = changes(PLAN, PLAN.changed(rooms=(HALL,)))
    with pytest.raises(RefusedChange) as caught:
        take(mine, removal)
    assert refusal_sentence(mine, caught.value, DE) == (
        "Das lässt sich noch nicht übernehmen, denn es wird hier noch gebraucht: Podium."
    )


def test_every_field_has_a_name() -> None:
    kinds: list[type[Frozen]] = [type(getattr(Plan(id="x"), part)) for part in PARTS]
    kinds += [Day, Person, Room, Session, Item, Contribution, type(Plan(id="x").kinds[0])]
    own = set(Plan.model_fields) - set(PARTS) - set(LISTS.values())
    fields = own | {name for kind in kinds for name in kind.model_fields}
    assert sorted(fields - set(FIELD_LABELS) - {"id"}) == [], "name it in planner/text/field_names.py"


@settings(
    deadline=None, max_examples=tries(15), suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(plans(), plans())
def test_every_change_has_a_line(before: Plan, after: Plan) -> None:
    for change in changes(before, after):
        for t in (DE, EN):
            line = change_sentence(change, t)
            assert line
            assert "\n" not in line
