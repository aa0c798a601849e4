"""Holding a state: SEQUENCE rises where time, rooms or status change, never falls, and nothing else raises it."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.model import Audience, Document, Given, Ledger, Place, Plan, Release, Room, Sent
from planner.model.edits import change_print, change_session, move_session, remove_session, set_places, to_tray
from planner.model.ledger import MAX_SEQUENCE
from planner.model.programme import programme
from planner.model.releases import release
from planner.storage import dump, parse
from tests.model.small import at, forum, plan_of
from tests.profiles import tries

FIRST, SECOND, THIRD = (datetime(2027, 1, n, 12, tzinfo=UTC) for n in (1, 2, 3))


def document() -> Document:
    return Document(plan=plan_of(at("a", 900, 60, "hall", title="Talk"), at("b", 1000), at("t", None)))


def held(before: Document, name: str, at_: datetime) -> Document:
    return release(before, release_id=name, name=name, at=at_)


def again(edit: Callable[[Plan], Plan]) -> Given:
    """Hold, edit, hold again, and return what is known of session "a"."""
    first = held(document(), "v1", FIRST)
    return held(first.with_plan(edit(first.plan)), "v2", SECOND).ledger.current["a"]


def test_the_first_release_gives_sequence_0_to_what_has_a_time() -> None:
    ledger = held(document(), "v1", FIRST).ledger
    assert [(release_.id, release_.name, release_.at) for release_ in ledger.releases] == [("v1", "v1", FIRST)]
    assert {facts.session: (facts.sequence, facts.at) for facts in ledger.current.values()} == {
        "a": (0, FIRST),
        "b": (0, FIRST),
    }
    given_a = ledger.current["a"]
    assert (given_a.start, given_a.end) == (datetime(2027, 3, 1, 8, tzinfo=UTC), datetime(2027, 3, 1, 9, tzinfo=UTC))
    assert (given_a.rooms, given_a.location, given_a.title, given_a.status) == (("hall",), "Hall", "Talk", "tentative")


RAISING: tuple[Callable[[Plan], Plan], ...] = (
    lambda plan: move_session(plan, "a", "mon", 545),
    lambda plan: change_session(plan, "a", minutes=50),
    lambda plan: set_places(plan, "a", (Place(room="foyer"),)),
    lambda plan: change_print(plan, draft=False),
)


@pytest.mark.parametrize("edit", RAISING)
def test_time_rooms_and_status_raise_it_by_one(edit: Callable[[Plan], Plan]) -> None:
    given_a = again(edit)
    assert (given_a.sequence, given_a.at) == (1, SECOND)


def test_wording_changes_the_stamp_only() -> None:
    given_a = again(lambda plan: change_session(plan, "a", title="Other"))
    assert (given_a.sequence, given_a.at, given_a.title) == (0, SECOND, "Other")


def test_what_did_not_change_keeps_number_and_stamp() -> None:
    for given_a in (
        again(lambda plan: change_session(plan, "a", note="x")),
        again(lambda plan: move_session(plan, "b", "mon", 700)),
    ):
        assert (given_a.sequence, given_a.at) == (0, FIRST)


ENDING: tuple[Callable[[Plan], Plan], ...] = (
    lambda plan: remove_session(plan, "a"),
    lambda plan: to_tray(plan, "a"),
    lambda plan: change_session(plan, "a", audience=Audience.TEAM),
)


@pytest.mark.parametrize("edit", ENDING)
def test_what_is_gone_or_no_longer_public_is_cancelled_once(edit: Callable[[Plan], Plan]) -> None:
    first = held(document(), "v1", FIRST)
    second = held(first.with_plan(edit(first.plan)), "v2", SECOND)
    third = held(second, "v3", THIRD)
    for later in (second, third):
        given_a = later.ledger.current["a"]
        assert (given_a.status, given_a.sequence, given_a.at) == ("cancelled", 1, SECOND)
        assert given_a.start == first.ledger.current["a"].start
    back = held(third.with_plan(first.plan), "v4", THIRD)
    assert (back.ledger.current["a"].sequence, back.ledger.current["a"].status) == (2, "tentative")


def test_a_release_stamps_whole_seconds_in_utc() -> None:
    local = datetime(2027, 1, 1, 13, 0, 0, 999, tzinfo=timezone(timedelta(hours=1)))
    assert held(document(), "v1", local).ledger.releases[0].at == FIRST


def test_what_the_team_only_sees_is_not_given_out() -> None:
    plan = plan_of(at("a", 900, audience=Audience.TEAM), forum("f", 1000, audience=Audience.ATTENDEES))
    assert held(Document(plan=plan), "v1", FIRST).ledger.current == {}


def test_more_rooms_than_a_line_holds_are_all_given_out() -> None:
    rooms = tuple(Room(id=f"r{number}", name=f"Raum {number} " + "x" * 280) for number in range(8))
    places = tuple(Place(room=room.id) for room in rooms)
    plan = plan_of(at("a", 900)).changed(rooms=rooms)
    first = held(Document(plan=set_places(plan, "a", places)), "v1", FIRST)
    given_a = first.ledger.current["a"]
    assert given_a.rooms == tuple(room.id for room in rooms)
    assert given_a.location.startswith(f"{rooms[0].name}, Raum 1 x")
    assert given_a.location.endswith("…")
    assert held(first, "v2", SECOND).ledger.current["a"] == given_a
    fewer = first.with_plan(set_places(plan, "a", places[:-1]))
    assert held(fewer, "v2", SECOND).ledger.current["a"].sequence == 1
    assert parse(dump(first)) == first


@pytest.mark.parametrize(
    ("zone", "day", "start", "first"),
    [
        ("Europe/Berlin", date(1900, 1, 1), 30, datetime(1900, 1, 1, tzinfo=UTC)),
        ("Africa/Monrovia", date(1900, 1, 2), 1000, datetime(1900, 1, 2, 10, 43, 8, tzinfo=UTC)),
        ("America/New_York", date(2999, 12, 31), 2300, datetime(2999, 12, 31, 23, 59, 59, tzinfo=UTC)),
        ("UTC", date(2999, 12, 31), 4759, datetime(2999, 12, 31, 23, 59, 59, tzinfo=UTC)),
    ],
)
def test_the_first_and_last_days_that_a_plan_may_have_are_given_out(
    zone: str, day: date, start: int, first: datetime
) -> None:
    plan = plan_of(at("a", start)).changed(zone=zone)
    plan = plan.changed(days=tuple(first.changed(date=day) for first in plan.days[:1]))
    given_out = held(Document(plan=plan), "v1", FIRST)
    assert given_out.ledger.current["a"].start == first
    assert held(given_out, "v2", SECOND).ledger.current["a"].sequence == 0
    assert parse(dump(given_out)) == given_out


def test_the_largest_number_is_never_passed() -> None:
    first = held(document(), "v1", FIRST)
    (release_,) = first.ledger.releases
    most = tuple(facts.changed(sequence=MAX_SEQUENCE) for facts in release_.given)
    full = Document(plan=first.plan, ledger=Ledger(releases=(release_.changed(given=most),)))
    moved = held(full.with_plan(move_session(full.plan, "a", "mon", 545)), "v2", SECOND)
    gone = held(moved.with_plan(to_tray(moved.plan, "a")), "v3", THIRD)
    assert [later.ledger.current["a"].sequence for later in (moved, gone)] == [MAX_SEQUENCE, MAX_SEQUENCE]
    assert gone.ledger.current["a"].status == "cancelled"
    unheld = programme(moved.with_plan(to_tray(moved.plan, "a")))
    assert [cancelled.sequence for cancelled in unheld.cancelled] == [MAX_SEQUENCE]


@settings(max_examples=tries(40), deadline=None)
@given(st.lists(st.sampled_from(("later", "tray", "back", "title", "remove", "undo", "hold")), max_size=14))
def test_no_number_ever_falls_whatever_is_undone(steps: list[str]) -> None:
    now, first, stamp = document(), document().plan, FIRST
    numbers: dict[str, int] = {}
    for step in steps:
        stamp += timedelta(hours=1)
        plan = now.plan
        known = "a" in plan.session_by_id
        if step == "hold":
            now = held(now, f"v{stamp.timestamp():.0f}", stamp)
        elif step in {"undo", "back"}:
            now = now.with_plan(first)
        elif known and step == "later":
            now = now.with_plan(move_session(plan, "a", "mon", (plan.session_by_id["a"].start or 0) + 5))
        elif known and step == "title":
            now = now.with_plan(change_session(plan, "a", title=f"{stamp}"))
        elif known:
            now = now.with_plan(to_tray(plan, "a") if step == "tray" else remove_session(plan, "a"))
        for key, facts in now.ledger.current.items():
            assert facts.sequence >= numbers.get(key, 0)
            numbers[key] = facts.sequence


def test_two_copies_of_a_ledger_become_one() -> None:
    one, two, three = (Release(id=f"v{n}", name=f"{n}", at=moment) for n, moment in enumerate((FIRST, SECOND, THIRD)))
    sent = Sent(recipient="ann", session="a", sequence=0, status="confirmed", at=FIRST)
    here, there = Ledger(releases=(one, three), sent=(sent,)), Ledger(releases=(one, two), sent=(sent,))
    assert here.merged(there) == there.merged(here)
    assert here.merged(there).releases == (one, two, three)
    assert here.merged(there).sent == (sent,)
    assert here.merged(Ledger()) == here
