"""What differs between two plans, and taking it over: everything taken gives the other plan, anything taken a plan."""

from datetime import date
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.model import (
    Acceptance,
    Available,
    Contribution,
    Day,
    Item,
    Note,
    Person,
    Place,
    Plan,
    Role,
    Room,
    Round,
    Seat,
    Session,
    Settings,
    Share,
    Status,
)
from planner.model.edits import accept, add_contribution, change_contribution, seat
from planner.model.merge.apply import MergeHindrance, RefusedChange, take, take_all
from planner.model.merge.diff import Change, FieldChange, changes, compare
from tests.profiles import tries
from tests.strategies import plans

_slow = settings(
    deadline=None, max_examples=tries(20), suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)

NOTE = Note(title="Fotos", text="Es wird fotografiert.")
DAY = Day(id="d", date=date(2027, 6, 1))
HALL, HALF = Room(id="hall", name="Saal", parts=("half",)), Room(id="half", name="Saal links")
PANEL = Session(id="podium", kind="panel", title="Podium", day="d", start=695, places=(Place(room="half"),))
BASE = Plan(id="event", title="Fachtag", days=(DAY,), rooms=(HALF,), sessions=(PANEL,))


def only(before: Plan, after: Plan) -> Change:
    (change,) = changes(before, after)
    return change


def with_panel(plan: Plan, **fields: object) -> Plan:
    return plan.changed(
        sessions=tuple(session.changed(**fields) if session.id == "podium" else session for session in plan.sessions)
    )


# What differs


def test_the_same_has_no_changes() -> None:
    assert changes(BASE, BASE) == ()
    assert changes(BASE, Plan.model_validate(BASE.model_dump())) == ()


def test_a_changed_field_is_named_with_before_and_after() -> None:
    change = only(BASE, with_panel(BASE, start=710))
    assert (change.what, change.noun, change.id) == ("changed", "session", "podium")
    assert change.fields == (FieldChange("start", 695, 710),)


def test_the_plans_own_fields_and_settings() -> None:
    change = only(BASE, BASE.changed(title="Fachtag 2"))
    assert (change.noun, change.id, change.fields) == ("plan", "title", (FieldChange("title", "Fachtag", "Fachtag 2"),))
    change = only(BASE, BASE.changed(settings=Settings(cap=80)))
    assert (change.noun, change.id, change.fields) == ("settings", "", (FieldChange("cap", 60, 80),))


def test_added_and_removed_things_are_told_as_such() -> None:
    wide = BASE.changed(rooms=(HALF, HALL))
    assert (only(BASE, wide).what, only(BASE, wide).id) == ("added", "hall")
    assert (only(wide, BASE).what, only(wide, BASE).noun) == ("removed", "room")


def test_another_order_is_one_change() -> None:
    plan = BASE.changed(sessions=(PANEL, PANEL.changed(id="b"), PANEL.changed(id="c")))
    turned = plan.changed(sessions=tuple(reversed(plan.sessions)))
    change = only(plan, turned)
    assert (change.what, change.fields[0].after) == ("ordered", ("c", "b", "podium"))
    assert take(plan, change) == turned


def test_something_put_in_the_middle_is_no_other_order() -> None:
    plan = BASE.changed(sessions=(PANEL, PANEL.changed(id="c")))
    after = plan.changed(sessions=(PANEL, PANEL.changed(id="b"), PANEL.changed(id="c")))
    assert only(plan, after).what == "added"
    assert take(plan, only(plan, after)) == after


# Taking


@_slow
@given(plans(), plans())
def test_all_changes_at_once_give_the_other_plan(before: Plan, after: Plan) -> None:
    taken = take_all(before, changes(before, after))
    assert taken.refused == ()
    assert taken.plan == after


@_slow
@given(plans(), plans())
def test_one_by_one_each_leaves_a_plan_or_is_refused(before: Plan, after: Plan) -> None:
    plan = before
    refused: list[RefusedChange] = []
    for change in changes(before, after):
        try:
            plan = take(plan, change)
        except RefusedChange as reason:
            refused.append(reason)
        assert Plan.model_validate(plan.model_dump()) == plan
    assert {refusal.code for refusal in refused} <= {MergeHindrance.DAY_TWICE, MergeHindrance.IN_USE}
    assert all(refusal.subjects for refusal in refused)
    if not refused:
        assert plan == after


@_slow
@given(plans(), plans(), plans(), st.randoms(use_true_random=False))
def test_any_change_into_any_third_plan(before: Plan, after: Plan, mine: Plan, chance: Random) -> None:
    found = list(changes(before, after))
    chance.shuffle(found)
    plan = mine
    for change in found[:6]:
        try:
            plan = take(plan, change)
        except RefusedChange:
            continue
        assert Plan.model_validate(plan.model_dump()) == plan
    assert take_all(mine, found).plan.id == mine.id


def test_a_session_brings_its_room_along_and_what_that_needs() -> None:
    forum = Session(id="f", kind="forum", places=(Place(room="hall"),))
    theirs = BASE.changed(rooms=(HALF, HALL), sessions=(PANEL, forum))
    mine = Plan(id="event")
    change = next(found for found in changes(BASE, theirs) if found.noun == "session")
    taken = take(mine, change)
    assert {room.id for room in taken.rooms} == {"hall", "half"}
    assert taken.sessions == (forum,)


def test_mine_in_other_fields_stays() -> None:
    mine = with_panel(BASE, title="Großes Podium")
    assert take(mine, only(BASE, with_panel(BASE, start=710))) == with_panel(mine, start=710)


def test_what_is_still_used_here_cannot_go() -> None:
    theirs = BASE.changed(rooms=(), sessions=(PANEL.changed(places=()),))
    removal = next(change for change in changes(BASE, theirs) if change.what == "removed")
    with pytest.raises(RefusedChange, match="in-use") as caught:
        take(BASE, removal)
    assert caught.value.subjects == ("podium",)
    mine = BASE.changed(sessions=(PANEL, PANEL.changed(id="mine")))
    taken = take_all(mine, changes(BASE, theirs))
    assert [refusal.subjects for refusal in taken.refused] == [("mine",)]
    assert taken.plan.session_by_id["podium"].places == ()


def test_what_is_gone_here_comes_back_as_theirs() -> None:
    theirs = with_panel(BASE, start=710)
    taken = take(BASE.changed(sessions=()), only(BASE, theirs))
    assert taken == theirs


def test_two_days_of_one_date_are_refused_with_both() -> None:
    mine = BASE.changed(days=(DAY, Day(id="mine", date=date(2027, 6, 2))))
    theirs = BASE.changed(days=(DAY, Day(id="theirs", date=date(2027, 6, 2))))
    with pytest.raises(RefusedChange, match="day-twice") as caught:
        take(mine, only(BASE, theirs))
    assert sorted(caught.value.subjects) == ["mine", "theirs"]


def test_days_that_change_their_dates_can_be_taken_together() -> None:
    two = BASE.changed(days=(DAY, Day(id="e", date=date(2027, 6, 2))))
    turned = two.changed(days=(DAY.changed(date=date(2027, 6, 2)), Day(id="e", date=date(2027, 6, 1))))
    assert take_all(two, changes(two, turned)).plan == turned


def test_a_start_brings_its_day_where_there_is_none() -> None:
    mine = with_panel(BASE, start=None).changed(sessions=(PANEL.changed(start=None, day=None),))
    assert take(mine, only(BASE, with_panel(BASE, start=710))).session_by_id["podium"].day == "d"


def test_a_contribution_that_moved_is_in_one_place() -> None:
    speaks, other = Contribution(id="c", label="N. N."), PANEL.changed(id="other", places=())
    item = Item(id="i", title="Gruß")
    mine = BASE.changed(sessions=(PANEL.changed(contributions=(speaks,), items=(item,)), other))
    theirs = BASE.changed(sessions=(PANEL, other.changed(contributions=(speaks,), items=(item,))))
    for change in changes(mine, theirs):
        if change.id == "other":
            assert take(mine, change) == theirs
        else:
            assert take(mine, change).session_by_id["podium"] == PANEL


def test_a_seat_goes_with_its_session() -> None:
    forum = Session(id="f", kind="forum", attendance=Share(round="g"))
    people = (Person(id="p", name="A", available=(Available(day="d", start=0, minutes=60),)),)
    round_ = Round(id="g", seats=(Seat(person="p", session="f"),))
    mine = BASE.changed(people=people, rounds=(round_,), sessions=(PANEL, forum))
    theirs = BASE.changed(people=people, rounds=(Round(id="g"),))
    removal = next(change for change in changes(mine, theirs) if change.what == "removed")
    assert take(mine, removal) == theirs


# What others changed since


def test_only_what_they_changed_is_offered() -> None:
    mine = with_panel(BASE, title="Großes Podium").changed(rooms=(HALF, Room(id="new", name="Neu")))
    theirs = with_panel(BASE, start=710)
    (found,) = compare(BASE, mine, theirs)
    assert found.change.fields == (FieldChange("start", 695, 710),)
    assert not found.clash
    assert take(mine, found.change) == with_panel(mine, start=710)


def test_what_both_changed_is_told_with_mine_before() -> None:
    mine, theirs = with_panel(BASE, start=700), with_panel(BASE, start=710)
    (found,) = compare(BASE, mine, theirs)
    assert found.change.fields == (FieldChange("start", 700, 710),)
    assert found.clash


def test_two_contributions_of_one_session_do_not_clash() -> None:
    base = with_panel(BASE, contributions=(Contribution(id="a", label="Ada"), Contribution(id="b", label="Bob")))
    mine = change_contribution(base, "a", status=Status.CONFIRMED)

    def changed_there(plan: Plan) -> Plan:
        return add_contribution(change_contribution(plan, "b", role=Role.PANEL), "podium", Contribution(id="c"))

    (found,) = compare(base, mine, changed_there(base))
    assert not found.clash
    assert take(mine, found.change) == changed_there(mine)


def test_what_both_changed_of_one_contribution_clashes() -> None:
    base = with_panel(BASE, contributions=(Contribution(id="a", label="Ada"),))
    mine, theirs = (change_contribution(base, "a", status=status) for status in (Status.CONFIRMED, Status.DECLINED))
    (found,) = compare(base, change_contribution(mine, "a", function="Mayor"), theirs)
    assert found.clash
    assert take(change_contribution(mine, "a", function="Mayor"), found.change) == change_contribution(
        theirs, "a", function="Mayor"
    )


def test_a_contribution_of_mine_stays_where_another_plan_is_taken_over() -> None:
    base = with_panel(BASE, contributions=(Contribution(id="a", label="Ada"),))
    theirs = change_contribution(base, "a", status=Status.CONFIRMED)
    mine = add_contribution(base, "podium", Contribution(id="m", label="Mine"))
    assert take(mine, only(base, theirs)) == change_contribution(mine, "a", status=Status.CONFIRMED)


def test_seats_of_different_people_notes_and_accepted_problems_do_not_clash() -> None:
    forum = Session(id="f", kind="forum", attendance=Share(round="g"))
    people = (Person(id="p", name="A"), Person(id="q", name="B"))
    base = BASE.changed(people=people, rounds=(Round(id="g"),), sessions=(PANEL, forum), notes=(NOTE,))
    mine, theirs = (
        accept(
            seat(base, "g", (Seat(person=person, session="f"),)).changed(notes=(NOTE, Note(title=person, text=""))),
            Acceptance(code="room-small", subjects=(person,)),
        )
        for person in "pq"
    )
    found = compare(base, mine, theirs)
    assert [(difference.change.noun, difference.change.id) for difference in found] == [
        ("plan", "notes"), ("plan", "acceptances"), ("round", "g"),
    ]  # fmt: skip
    assert not any(difference.clash for difference in found)
    taken = take_all(mine, [difference.change for difference in found]).plan
    assert {seat.person for seat in taken.rounds[0].seats} == {"p", "q"}
    assert {note.title for note in taken.notes} == {"Fotos", "p", "q"}
    assert {acceptance.subjects for acceptance in taken.acceptances} == {("p",), ("q",)}


def test_one_person_in_two_forums_clashes() -> None:
    forums = tuple(Session(id=name, kind="forum", attendance=Share(round="g")) for name in "fh")
    base = BASE.changed(people=(Person(id="p", name="A"),), rounds=(Round(id="g"),), sessions=forums)
    mine, theirs = (seat(base, "g", (Seat(person="p", session=name),)) for name in "fh")
    (found,) = compare(base, mine, theirs)
    assert found.clash
    assert take(mine, found.change) == theirs


def test_what_mine_says_already_is_not_offered() -> None:
    theirs = with_panel(BASE, start=710)
    assert compare(BASE, theirs, theirs) == ()
    assert compare(BASE, with_panel(theirs, title="x"), theirs) == ()


def test_what_one_removed_and_the_other_changed_clashes() -> None:
    gone, moved = BASE.changed(sessions=()), with_panel(BASE, start=710)
    (found,) = compare(BASE, gone, moved)
    assert (found.change.what, found.clash) == ("added", True)
    (found,) = compare(BASE, moved, gone)
    assert (found.change.what, found.clash) == ("removed", True)
    assert compare(BASE, gone, gone) == ()


def test_without_a_base_all_that_differs_is_offered() -> None:
    mine, theirs = with_panel(BASE, title="x"), with_panel(BASE, start=710)
    (found,) = compare(None, mine, theirs)
    assert [field.name for field in found.change.fields] == ["title", "start"]


@_slow
@given(plans(), plans(), plans())
def test_what_both_changed_of_anything_merges_into_a_plan(base: Plan, mine: Plan, theirs: Plan) -> None:
    taken = take_all(mine, [difference.change for difference in compare(base, mine, theirs)])
    assert Plan.model_validate(taken.plan.model_dump()) == taken.plan


@_slow
@given(plans(), plans())
def test_taking_what_they_changed_gives_theirs_where_i_did_nothing(base: Plan, theirs: Plan) -> None:
    found = compare(base, base, theirs)
    assert not any(difference.clash for difference in found)
    assert take_all(base, [difference.change for difference in found]).plan == theirs
