"""Each impossible state is refused, whichever way it comes; what is merely undesirable is not."""

from typing import Any

import pytest

from planner.model import (
    Available,
    Capacity,
    Contribution,
    Day,
    Item,
    Logo,
    Person,
    Place,
    Plan,
    Room,
    Round,
    Seat,
    Seating,
    Series,
    Session,
    Share,
)
from planner.model.plan import MAX_LEVELS, ids_of
from tests.model.small import MONDAY, at, forum, plan_of

C = Contribution(id="c", person="ann")


def chain(length: int) -> tuple[Room, ...]:
    """Rooms of which each is the only part of the one before."""
    return tuple(Room(id=f"r{n}", name="", parts=(f"r{n + 1}",) if n + 1 < length else ()) for n in range(length))


IMPOSSIBLE: dict[str, dict[str, Any]] = {
    "two sessions of one id": {"sessions": (at("a", 900), at("a", 1000))},
    "a session and a room of one id": {"sessions": (at("hall", 900),)},
    "two contributions of one id": {"sessions": (at("a", 900, contributions=(C,)), at("b", 900, contributions=(C,)))},
    "an item of a known id": {"sessions": (at("a", 900, items=(Item(id="a", title=""),)),)},
    "a contribution of a day and of an item of one id": {
        "days": (MONDAY.changed(contributions=(C,)),),
        "sessions": (at("a", 900, items=(Item(id="i", title="", contributions=(C,)),)),),
    },
    "a kind that does not exist": {"sessions": (Session(id="a", kind="nothing"),)},
    "a day that does not exist": {"sessions": (at("a", 900, day="never"),)},
    "a room that does not exist": {"sessions": (at("a", 900, 60, "nowhere"),)},
    "a series that does not exist": {"sessions": (at("a", 900, series="none"),)},
    "a round that does not exist": {"sessions": (at("a", 900, who=Share(round="none")),)},
    "somebody who does not exist": {"sessions": (at("a", 900, contributions=(Contribution(id="c", person="cem"),)),)},
    "somebody in an item who does not exist": {
        "sessions": (
            at("a", 900, items=(Item(id="i", title="", contributions=(Contribution(id="c", person="cem"),)),)),
        )
    },
    "somebody on a day who does not exist": {
        "days": (MONDAY.changed(contributions=(Contribution(id="c", person="x"),)),)
    },
    "a wish for nothing": {"people": (Person(id="ann", name="", wishes=("none",)),)},
    "somebody there on no day": {
        "people": (Person(id="x", name="", available=(Available(day="d", start=0, minutes=1),)),)
    },
    "a room there on no day": {"rooms": (Room(id="x", name="", available=(Available(day="d", start=0, minutes=1),)),)},
    "a part that does not exist": {"rooms": (Room(id="x", name="", parts=("y",)),)},
    "a room as its own part": {"rooms": (Room(id="x", name="", parts=("x",)),)},
    "two rooms as parts of each other": {
        "rooms": (Room(id="x", name="", parts=("y",)), Room(id="y", name="", parts=("x",)))
    },
    "parts without end": {"rooms": chain(MAX_LEVELS + 1)},
    "a seat of nobody": {
        "sessions": (forum("f", 900),),
        "rounds": (Round(id="round", seats=(Seat(person="cem", session="f"),)),),
    },
    "a seat in a session outside the round": {
        "sessions": (at("a", 900),),
        "rounds": (Round(id="round", seats=(Seat(person="ann", session="a"),)),),
    },
    "two days of one date": {"days": (MONDAY, MONDAY.changed(id="other"))},
    "two logos of one id": {"logos": (Logo(id="l", name=""), Logo(id="l", name=""))},
    "no zone": {"zone": "Nowhere/Town"},
}


@pytest.mark.parametrize("state", IMPOSSIBLE)
def test_an_impossible_plan_is_refused(state: str) -> None:
    fields = dict(IMPOSSIBLE[state])
    sessions = fields.pop("sessions", ())
    with pytest.raises(ValueError, match="validation error"):
        plan_of(*sessions, **fields)


def test_the_deepest_division_that_is_allowed_is() -> None:
    assert len(plan_of(rooms=chain(MAX_LEVELS)).rooms) == MAX_LEVELS


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        (Session, {"id": "a", "kind": "talk", "start": 540}),
        (Session, {"id": "a", "kind": "talk", "places": (Place(room="r"), Place(room="r", seating=Seating.ROWS))}),
        (Session, {"id": "a", "kind": "talk", "day": "d", "start": -1}),
        (Session, {"id": "a", "kind": "talk", "day": "d", "start": 2880}),
        (Session, {"id": "a", "kind": "talk", "minutes": 1441}),
        (Session, {"id": "a", "kind": "talk", "minutes": 1.5}),
        (Day, {"id": "d", "date": MONDAY.date, "start": 600, "end": 600}),
        (Day, {"id": "d", "date": MONDAY.date.replace(year=1899)}),
        (Room, {"id": "r", "name": "", "capacities": (Capacity(seating=Seating.ROWS, places=1),) * 2}),
        (Capacity, {"seating": Seating.ROWS, "places": -1}),
        (Round, {"id": "g", "seats": (Seat(person="p", session="a"), Seat(person="p", session="b"))}),
        (Logo, {"id": "l", "name": "", "image": "PHN2Zz4="}),
        (Logo, {"id": "l", "name": "", "image": "no base64"}),
    ],
)
def test_an_impossible_part_is_refused(kind: type[Session], fields: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="validation error"):
        kind(**fields)


def test_what_is_only_undesirable_is_allowed() -> None:
    plan = plan_of(
        at("a", 900, 60, "hall"),
        at("b", 900, 60, "hall", "half-1"),
        at("c", 300, 0),
        at("d", None, 60, "foyer", fixed=True),
        contact=plan_of().contact,
    )
    assert Plan.model_validate_json(plan.model_dump_json()) == plan


def test_all_ids_are_given_once() -> None:
    item = Item(id="i", title="", contributions=(C.changed(id="c2"),))
    plan = plan_of(at("a", 900, contributions=(C,), items=(item,)), series=(Series(id="s", title=""),))
    found = list(ids_of(plan))
    assert len(set(found)) == len(found)
    assert {"a", "c", "i", "c2", "s", "mon", "tue", "hall", "ann", "round", "talk"} <= set(found)


def test_entries_are_found_by_their_ids() -> None:
    plan = plan_of(at("a", 900), forum("f", 1000))
    assert plan.session_by_id["a"] is plan.sessions[0]
    assert plan.room_by_id["foyer"] is plan.rooms[3]
    assert plan.kind_of(plan.sessions[0]).id == "talk"
    assert plan.sessions_in("round") == (plan.sessions[1],)
