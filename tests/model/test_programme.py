"""What may be seen by whom: a word in every field that is not public, and none of them in the public programme."""

from datetime import date
from typing import Any

import pytest

from planner.model import (
    Acceptance,
    Audience,
    Contribution,
    Document,
    Item,
    Person,
    Place,
    Plan,
    Registration,
    Room,
    Round,
    Seat,
    Seating,
    Status,
)
from planner.model.programme import programme
from tests.model.small import MONDAY, SOME, at, forum, plan_of

PRIVATE: dict[str, dict[str, Any]] = {
    "person": {name: f"Canary-person-{name}" for name in ("town", "email", "phone", "group", "note")}
    | {"languages": ("Canary-person-languages",), "needs": ("Canary-person-needs",)},
    "session": {name: f"Canary-session-{name}" for name in ("responsible", "technology", "material", "note")}
    | {"needs": ("Canary-session-needs",)},
    "room": {"note": "Canary-room-note", "features": ("Canary-room-features",)},
}


def document() -> Document:
    """A plan with a Canary wherever the public must not look."""
    hidden = [
        Contribution(id=f"c-{audience}", label=f"Canary-{audience}", audience=audience)
        for audience in (Audience.ATTENDEES, Audience.TEAM, Audience.INTERNAL)
    ]
    gone = Contribution(id="c-declined", label="Canary-declined", status=Status.DECLINED)
    shown = Contribution(id="c-shown", person="ann", status=Status.ASKED, asked_on=date(2027, 1, 2))
    plan = plan_of(
        at(
            "a",
            900,
            60,
            contributions=(shown, gone, *hidden),
            items=(Item(id="i", title="Public item", contributions=(hidden[1].changed(id="c-item"),)),),
            title="Public talk",
            **PRIVATE["session"],
        ).changed(places=(Place(room="foyer", seating=Seating.BANQUET),)),
        forum("f", 1400, title="Forum"),
        at("rehearsal", 800, title="Canary-rehearsal", audience=Audience.TEAM),
        at("waiting", None, title="Canary-tray"),
        days=(MONDAY.changed(contributions=(hidden[2].changed(id="c-day"),)),),
        rooms=(Room(id="foyer", name="Foyer", **PRIVATE["room"]),),
        people=(
            Person(id="ann", name="Ann", listed=True, registration=Registration.REGISTERED, **PRIVATE["person"]),
            Person(id="ben", name="Canary-ben", function="Canary-ben", organisation="Canary-ben"),
        ),
        rounds=(Round(id="round", seats=(Seat(person="ben", session="f"),)),),
        acceptances=(Acceptance(code="x", subjects=("a",), note="Canary-acceptance"),),
    )
    return Document(plan=plan)


def test_the_public_programme_holds_no_canary() -> None:
    seen = repr(programme(document()))
    assert "Canary" not in seen
    for shown in ("Public talk", "Public item", "Ann", "Foyer", "Forum"):
        assert shown in seen


@pytest.mark.parametrize(
    ("audience", "canaries"),
    [
        (Audience.ATTENDEES, {"attendees"}),
        (
            Audience.TEAM,
            {"attendees", "team", "rehearsal", "session-responsible", "session-technology", "session-material"},
        ),
        (
            Audience.INTERNAL,
            {"attendees", "team", "internal", "rehearsal", "session-responsible", "session-technology"}
            | {"session-material", "session-note"},
        ),
    ],
)
def test_each_audience_sees_exactly_what_is_for_it(audience: Audience, canaries: set[str]) -> None:
    seen = repr(programme(document(), audience))
    known = {"tray", "ben", "acceptance", "declined", "attendees", "team", "internal", "rehearsal"}
    known |= {f"{noun}-{name}" for noun, names in PRIVATE.items() for name in names}
    assert {name for name in known if f"Canary-{name}" in seen} == canaries


def test_no_private_field_is_forgotten_here() -> None:
    """Fail when a noun gains a field: decide whether the public may see it, then say so here or in PRIVATE."""
    public = {
        "person": "id name function organisation gender registration staff listed available wishes",
        "session": "id kind title subtitle question description language day start minutes fixed places attendance "
        "min_size max_size series items contributions audience link",
        "room": "id name capacities parts step_free hearing_loop available directions",
    }
    plan = document().plan
    for noun, value in (("person", plan.people[0]), ("session", plan.sessions[0]), ("room", plan.rooms[0])):
        assert set(type(value).model_fields) == {*public[noun].split(), *PRIVATE[noun]}


def credits_of(plan: Plan) -> list[tuple[str, str, str, bool]]:
    (slot,) = programme(Document(plan=plan)).days[0].slots
    return [(credit.name, credit.function, credit.organisation, credit.asked) for credit in slot.entries[0].credits]


def test_a_credit_takes_label_and_function_before_the_persons_own() -> None:
    ann = Person(id="ann", name="Ann", function="Mayor", organisation="Town")
    contributions = (
        Contribution(id="c1", person="ann"),
        Contribution(id="c2", person="ann", label="Dr. Ann", function="Host", status=Status.CONFIRMED),
        Contribution(id="c3", status=Status.OPEN),
        Contribution(id="c4", person="ann", organisation="Club", print_status=False),
    )
    assert credits_of(plan_of(at("a", 900, contributions=contributions), people=(ann,))) == [
        ("Ann", "Mayor", "Town", True),
        ("Dr. Ann", "Host", "Town", False),
        ("N. N.", "", "", False),
        ("Ann", "Mayor", "Club", False),
    ]


def test_a_round_of_which_only_some_is_public_shows_only_that_and_its_times() -> None:
    plan = plan_of(forum("f1", 1400, 60), forum("f2", 1330, 120, audience=Audience.TEAM), forum("f3", 1410, 60))
    (slot,) = programme(Document(plan=plan)).days[0].slots
    assert ([entry.id for entry in slot.entries], slot.start, slot.end, slot.is_round) == (["f1", "f3"], 840, 910, True)


def test_what_is_hidden_does_not_show_by_the_times_of_others() -> None:
    """A rehearsal from 9:30 to 10:30 would put the talks at 9:00 and at 10:00 into one slot."""
    talks = (at("a", 900, 60, "half-1", who=SOME), at("b", 1000, 60, "half-2", who=SOME))
    plan = plan_of(*talks, at("rehearsal", 930, 60, "foyer", who=SOME, audience=Audience.TEAM))

    def slots(audience: Audience) -> list[list[str]]:
        (day, *_) = programme(Document(plan=plan), audience).days
        return [[entry.id for entry in slot.entries] for slot in day.slots]

    assert slots(Audience.PUBLIC) == [["a"], ["b"]]
    assert slots(Audience.TEAM) == [["a", "b", "rehearsal"]]


def test_a_clock_change_shows_in_the_end_that_is_printed() -> None:
    plan = plan_of(at("a", 130, 60), days=(MONDAY.changed(date=date(2027, 3, 28)),))
    assert programme(Document(plan=plan)).days[0].slots[0].end == 210
