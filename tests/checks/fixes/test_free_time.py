"""The next free time of a session."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from planner.checks import Index, problems
from planner.checks.fixes.free_time import Gap, next_gap
from planner.model import Available, Contribution, Day, Person, Plan, Room
from planner.model.edits import move_session
from tests.checks.tiny import DAY, at, group, plan, room, session
from tests.days import days


def gap(tried: Plan, session_id: str) -> Gap | None:
    return next_gap(Index(tried), session_id)


def test_the_next_gap_is_long_enough_and_behind() -> None:
    tried = plan(session("a", "9:00"), session("b", "10:30", 30), session("c", "12:00"))
    assert gap(tried, "a") == ("mon", at("11:00"))
    assert gap(plan(session("a", "9:00"), session("b", "10:30", 390)), "a") is None


def test_another_room_is_free_but_not_for_the_same_person_or_for_all() -> None:
    here, early = group("a", "9:00", 60, "elm circle"), group("z", "9:00", 45, "elm circle")
    beside = group("b", "9:30", place="oak circle")
    assert gap(plan(here, early, beside), "a") == ("mon", at("9:45"))
    ann = (Person(id="ann", name="Ann"),)
    hers, busy = (
        entry.changed(contributions=(Contribution(id=f"c{entry.id}", person="ann"),)) for entry in (here, beside)
    )
    assert gap(plan(hers, early, busy, people=ann), "a") == ("mon", at("10:30"))
    assert gap(plan(here, early, session("b", "9:30")), "a") == ("mon", at("10:30"))


def test_from_the_tray_it_is_the_first_gap_of_all_days_within_their_hours() -> None:
    tuesday = Day(id="tue", date=DAY.date + timedelta(1), start=600, end=700)
    full = session("full", "9:00", 480)
    tried = plan(full, session("film", "", 90), days=(DAY, tuesday))
    assert gap(tried, "film") == ("tue", 600)


def test_rooms_and_people_have_hours() -> None:
    open_ = Room(id="elm", name="Elm", available=(Available(day="mon", start=at("13:00"), minutes=120),))
    assert gap(plan(group("a", "9:00"), rooms=(open_, room("oak", circle=9))), "a") == ("mon", at("13:00"))


def test_an_hour_that_the_clocks_leave_out_is_no_free_time() -> None:
    night = Day(id="mon", date=date(2027, 3, 28), start=0, end=at("2:30"))
    tried = plan(session("a", "1:00", 30), session("b", "0:00", 90), days=(night,))
    assert gap(tried, "a") is None
    assert gap(tried.changed(zone="UTC"), "a") == ("mon", at("1:30"))


@given(st.data())
def test_in_a_gap_no_time_or_room_is_shared(data: st.DataObject) -> None:
    tried = data.draw(days())
    found_session = data.draw(st.sampled_from(tried.sessions))
    found = gap(tried, found_session.id)
    if found is None:
        return
    moved = move_session(tried, found_session.id, found.day, found.start)
    clashes = {
        "everyone-twice",
        "room-twice",
        "person-twice",
        "beside-everyone",
        "fixed-overrun",
        "after-day",
        "room-closed",
    }
    assert not [
        problem for problem in problems(moved) if problem.code in clashes and found_session.id in problem.subjects
    ]


def test_what_stands_in_a_gap_already_is_not_moved_within_it() -> None:
    tried = plan(session("a", "9:00", 30), session("b", "10:30", 30))
    assert gap(tried, "a") == ("mon", at("11:00"))
