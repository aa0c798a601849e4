"""A field that refers to an entry is declared once: everything that walks over references knows it then."""

from datetime import date
from itertools import count
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.model import Contribution, Document, Item, Person, Plan, Room, Seat
from planner.model.agenda import of_person
from planner.model.derive.excerpt import excerpt
from planner.model.derive.new_ids import reidentified
from planner.model.derive.next_year import NextYearChoices, next_year
from planner.model.edits import paste_sessions, pasted_ids, remove_person, remove_room, remove_session
from planner.model.merge.apply import RefusedChange, take, take_all
from planner.model.merge.diff import changes
from planner.model.plan import ids_of
from planner.model.references import Reference, changed_entries, held, references, references_to, renamed
from tests.model.small import MONDAY, at, forum, plan_of
from tests.model.toys import Interpreter, ToyRoom, ToySession, toy_plan
from tests.profiles import tries
from tests.strategies import plans

TOYS = toy_plan()
TOY = TOYS.sessions[0]


def toy(plan: Plan) -> ToySession:
    """Return the first session as what it is."""
    session = plan.sessions[0]
    assert isinstance(session, ToySession)
    return session


def names(plan: Plan) -> tuple[Any, ...]:
    """Return what the first session refers to, by names."""
    session, people, rooms = toy(plan), plan.person_by_id, plan.room_by_id
    return (
        session.chair and people[session.chair].name,
        [(people[one.person].name, one.booth and rooms[one.booth].name) for one in session.interpreters],
    )


@pytest.mark.parametrize(
    "fields",
    [{"chair": "x"}, {"interpreters": (Interpreter(person="x"),)}, {"after": ("b", "x")}],
    ids=lambda fields: next(iter(fields)),
)
def test_a_plan_with_a_reference_to_nothing_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="refers to 'x'"):
        TOYS.changed(sessions=(TOY.changed(**fields), *TOYS.sessions[1:]))


def test_what_refers_to_a_deleted_entry_is_emptied() -> None:
    assert toy(remove_person(TOYS, "ann")).chair is None
    assert toy(remove_person(TOYS, "ben")).interpreters == (Interpreter(person="cem"),)
    assert toy(remove_room(TOYS, "booth")).interpreters == (Interpreter(person="ben"), Interpreter(person="cem"))
    assert toy(remove_session(TOYS, "b")).after == ()
    room = remove_person(TOYS, "cem").rooms[0]
    assert isinstance(room, ToyRoom)
    assert room.key is None


def test_new_ids_lead_to_the_same_entries() -> None:
    counter = count()
    new = reidentified(Document(plan=TOYS), "new", lambda: f"n{next(counter)}").plan
    assert names(new) == names(TOYS)
    assert toy(new).after == (new.sessions[1].id,)
    assert set(ids_of(new)).isdisjoint(set(ids_of(TOYS)) - set(TOYS.kind_by_id))


def test_an_excerpt_brings_what_is_named_and_leaves_what_belongs_to_the_event() -> None:
    part = excerpt(TOYS, {"a"})
    assert [person.id for person in part.people] == ["ann", "ben", "cem"]
    assert part.rooms == (ToyRoom(id="booth", name="Booth"),)
    assert toy(part).after == ()
    assert names(part) == names(TOYS)


def test_pasted_references_lead_to_the_same_names() -> None:
    here = plan_of(people=(Person(id="p", name="ann"), Person(id="ben", name="Other Ben")))
    part = excerpt(TOYS, {"a", "b"})
    after = paste_sessions(here, part, {}, tuple(f"n{number}" for number in range(pasted_ids(part))))
    assert toy(after).chair == "p"
    assert toy(after).after == (after.sessions[1].id,)
    assert [person.name for person in after.people] == ["ann", "Other Ben", "Cem"]


def test_a_pasted_day_of_another_date_gets_an_id_of_its_own() -> None:
    part = excerpt(TOYS, {"a"})
    here = plan_of(days=(MONDAY.changed(date=date(2030, 1, 1)),), rooms=(Room(id="ann", name="Attic"),), people=())
    after = paste_sessions(here, part, {}, tuple(f"n{number}" for number in range(pasted_ids(part))))
    (session,) = after.sessions
    assert session.day
    assert after.day_by_id[session.day].date == MONDAY.date
    assert names(after) == names(TOYS)


def test_whom_a_merged_session_names_comes_along() -> None:
    here = plan_of(rooms=(), people=())
    added = next(change for change in changes(here, TOYS) if change.id == "a")
    after = take(here, added)
    assert {person.id for person in after.people} == {"ann", "ben", "cem"}
    assert {session.id for session in after.sessions} == {"a", "b"}
    without_ann = remove_person(TOYS, "ann")
    removal = next(change for change in changes(TOYS, without_ann) if change.what == "removed")
    with pytest.raises(RefusedChange, match="in-use") as caught:
        take(TOYS, removal)
    assert caught.value.subjects == ("a",)
    assert take_all(TOYS, changes(TOYS, without_ann)).plan == without_ann


def test_next_year_without_people_names_nobody() -> None:
    ids = (f"n{number}" for number in count())
    kept = NextYearChoices(people=False)
    plan = next_year(TOYS, "Next", date(2028, 3, 1), kept, plan_id="next", ids=lambda: next(ids)).plan
    assert (toy(plan).chair, toy(plan).interpreters) == (None, ())


def test_what_one_person_has_in_the_plan() -> None:
    assert [session.id for session in of_person(TOYS, "ben")] == ["a"]
    assert of_person(TOYS, "dan") == ()


def test_a_reference_is_told_with_its_path_and_its_entry() -> None:
    chair, ben, booth, *_ = _named(toy(TOYS))
    assert chair == Reference(("chair",), "a", TOY, "people", "ann")
    assert (ben.path, ben.entry, ben.id) == (("interpreters", "person"), "a", "ben")
    assert (booth.path, booth.to, booth.id) == (("interpreters", "booth"), "rooms", "booth")
    assert [found.path for found in references_to(TOYS, "people", "cem")] == [
        ("rooms", "key"), ("sessions", "interpreters", "person"),
    ]  # fmt: skip


def _named(session: ToySession) -> list[Reference]:
    return [found for found in references(session) if found.path[0] in {"chair", "interpreters"}]


def test_what_an_entry_holds_is_what_the_walk_finds() -> None:
    item = Item(id="i", title="", contributions=(Contribution(id="c2", person="ben"),))
    session = forum("f", 900, 60, "hall", items=(item,), contributions=(Contribution(id="c1", person="ann"),))
    assert held(session).ids == ("f", "i", "c2", "c1")
    assert set(held(session).needed) == {
        ("kinds", "talk"), ("days", "mon"), ("rooms", "hall"), ("rounds", "round"), ("people", "ann"),
        ("people", "ben"),
    }  # fmt: skip


def test_only_the_entries_of_some_ids_are_changed_and_the_rest_is_shared() -> None:
    item = Item(id="i", title="", contributions=(Contribution(id="c", person="ben"),))
    plan = plan_of(at("a", 900, items=(item,)), at("b", 1000))
    after = changed_entries(plan, lambda entry: entry.changed(label="N. N."), ("c",))
    assert after.sessions[0].items[0].contributions[0].label == "N. N."
    assert after.sessions[1] is plan.sessions[1]
    assert changed_entries(plan, lambda _: None, ("i",)).sessions[0].items == ()
    assert changed_entries(plan, lambda entry: entry) is plan


@settings(deadline=None, max_examples=tries(30))
@given(plans(), st.data())
def test_all_references_follow_their_entry(plan: Plan, data: st.DataObject) -> None:
    known = sorted(ids_of(plan))
    old = data.draw(st.sampled_from(known))
    new = renamed(plan, {old: "never-used"})
    assert Plan.model_validate(new.model_dump()) == new
    assert renamed(new, {"never-used": old}) == plan
    seats = [seat for round_ in new.rounds for seat in round_.seats]
    assert all(isinstance(seat, Seat) and old not in (seat.person, seat.session) for seat in seats)
    assert old not in ids_of(new)
