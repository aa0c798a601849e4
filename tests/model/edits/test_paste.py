from planner.model import KINDS, Contribution, Day, Item, Person, Place, Plan, Room, Round, Series, Share
from planner.model.derive.excerpt import excerpt
from planner.model.edits import PasteTarget, add_room, paste_sessions, pasted_ids, remove_session
from tests.model.small import MONDAY, SOME, TUESDAY, at, forum, plan_of, starts


def pasted(
    plan: Plan, source: Plan, *sessions: str, day: str | None = "tue", later: int = 0, flow: bool = False
) -> Plan:
    part = excerpt(source, sessions)
    ids = tuple(f"new{number}" for number in range(pasted_ids(part)))
    return paste_sessions(plan, part, {source.id: PasteTarget(day, later) for source in part.days}, ids, flow=flow)


def new(before: Plan, after: Plan) -> dict[str, tuple[str | None, int | None]]:
    return {
        session.title: (session.day, session.start)
        for session in after.sessions
        if session.id not in before.session_by_id
    }


def other_plan() -> Plan:
    """A plan of somebody else: other ids, some names as here."""
    return Plan(
        id="other",
        days=(MONDAY.changed(id="d1"),),
        kinds=(*KINDS, KINDS[0].changed(id="walk", name="Walk")),
        rooms=(Room(id="r1", name="FOYER"), Room(id="r2", name="Attic")),
        people=(Person(id="p1", name="ann"), Person(id="p2", name="Cleo")),
        series=(Series(id="t1", title="Water"),),
        sessions=(
            at(
                "s1", 900, 30, "r1", "r2", day="d1", title="One", series="t1",
                contributions=(Contribution(id="c1", person="p1"), Contribution(id="c2", person="p2")),
                items=(Item(id="i1", title="Part", contributions=(Contribution(id="c3", person="p1"),)),),
            ),
            at("s2", 1000, 30, day="d1", title="Two").changed(kind="walk"),
        ),
    )  # fmt: skip


def test_relative_times_are_kept_and_ids_are_new() -> None:
    plan = plan_of(at("a", 900, 30, title="A"), at("b", 1015, 30, title="B"), at("c", 1200, 30, title="C"))
    after = pasted(plan, plan, "a", "b", later=60)
    assert new(plan, after) == {"A": ("tue", 600), "B": ("tue", 675)}


def test_what_follows_makes_room_with_flow_only() -> None:
    plan = plan_of(at("a", 900, 60), at("b", 1000, 60), at("c", 1100, 60, fixed=True))
    assert starts(pasted(plan, plan, "a", day="mon", later=60, flow=True))["b"] == 1100
    assert starts(pasted(plan, plan, "a", day="mon", later=60, flow=True))["c"] == 1100
    assert starts(pasted(plan, plan, "a", day="mon", later=60))["b"] == 1000


def test_a_room_that_comes_along_can_make_others_flow() -> None:
    plan = plan_of(at("x", 900, 60, "foyer", who=SOME), rooms=(Room(id="f", name="foyer"), Room(id="foyer", name="f")))
    source = plan_of(at("y", 900, 60, "foyer", "hall", who=SOME))
    after = pasted(plan, source, "y", day="mon", flow=True)
    assert starts(after)["x"] == 1000


def test_rooms_people_and_kinds_are_found_by_name_or_come_along() -> None:
    plan = plan_of(at("x", 900))
    after = pasted(plan, other_plan(), "s1", "s2")
    one, two = after.sessions[1:]
    assert [after.room_by_id[place.room].name for place in one.places] == ["Foyer", "Attic"]
    assert [person.name for person in after.people] == ["Ann", "Ben", "Cleo"]
    assert [contribution.person for contribution in one.everyone()] == ["ann", "p2", "ann"]
    assert after.kind_of(two).name == "Walk"
    assert [topic.title for topic in after.series] == ["Water"]
    again = pasted(after.changed(sessions=()), other_plan(), "s1", "s2")
    assert (again.rooms, again.people, again.kinds, again.series) == (
        after.rooms, after.people, after.kinds, after.series,
    )  # fmt: skip


def test_an_id_that_means_something_else_here_is_replaced() -> None:
    plan = add_room(plan_of(at("x", 900)), Room(id="p2", name="A room"))
    after = pasted(plan, other_plan(), "s1")
    cleo = next(person for person in after.people if person.name == "Cleo")
    assert cleo.id not in {"p2", *(room.id for room in plan.rooms)}
    assert after.sessions[-1].contributions[1].person == cleo.id


def test_two_rooms_that_are_one_here_are_named_once() -> None:
    source = other_plan().changed(rooms=(Room(id="r1", name="Foyer"), Room(id="r2", name="foyer")))
    after = pasted(plan_of(), source, "s1")
    assert after.sessions[-1].places == (Place(room="foyer"),)


def test_a_round_at_another_time_is_another_round() -> None:
    plan = plan_of(forum("a", 900, 60, "foyer"), forum("b", 900, 60, "hall"))
    after = pasted(plan, plan, "a", "b", later=120)
    assert len(after.rounds) == 2
    assert {session.round for session in after.sessions[:2]} == {"round"}
    assert len({session.round for session in after.sessions[2:]} - {"round"}) == 1
    assert after.rounds[1].title == "Forums"


def test_a_round_that_was_cut_comes_back_as_it_was() -> None:
    plan = plan_of(forum("a", 900, 60, "foyer"), forum("b", 900, 60, "hall"))
    emptied = remove_session(remove_session(plan, "a"), "b")
    after = pasted(emptied, plan, "a", "b", later=120)
    assert after.rounds == plan.rounds
    assert [session.attendance for session in after.sessions] == [Share(round="round")] * 2


def test_a_fixed_time_is_fixed_only_where_it_was() -> None:
    plan = plan_of(at("a", 900, fixed=True))
    assert pasted(plan, plan, "a", day="tue").sessions[-1].fixed
    assert not pasted(plan, plan, "a", day="tue", later=5).sessions[-1].fixed
    assert not pasted(plan, plan, "a", day=None).sessions[-1].fixed


def test_without_a_day_it_lies_in_the_tray() -> None:
    plan = plan_of(at("a", 900, title="A"), at("t", None, title="T"))
    assert new(plan, pasted(plan, plan, "a", "t", day=None)) == {"A": (None, None), "T": (None, None)}
    assert new(plan, pasted(plan, plan, "a", "t", day=None, flow=True)) == {"A": (None, None), "T": (None, None)}


def test_days_that_land_nowhere_are_those_of_the_same_date_or_come_along() -> None:
    wednesday = Day(id="wed", date=TUESDAY.date.replace(day=3))
    sessions = (at("a", 900, title="A"), at("b", 900, title="B", day="wed"))
    source = plan_of(*sessions, days=(MONDAY, TUESDAY, wednesday))
    plan = plan_of(days=(MONDAY.changed(id="first"),))
    part = excerpt(source, ("a", "b"))
    after = paste_sessions(plan, part, {}, tuple(f"n{number}" for number in range(pasted_ids(part))))
    assert [day.date for day in after.days] == [MONDAY.date, wednesday.date]
    assert new(plan, after) == {"A": ("first", 540), "B": ("wed", 540)}


def test_on_each_day_only_what_lands_there_needs_room() -> None:
    source = plan_of(at("a", 900, 60), at("b", 1400, 60, day="tue"))
    plan = plan_of(at("x", 900), at("y", 1400, day="tue"))
    part = excerpt(source, ("a", "b"))
    landings = {"mon": PasteTarget("mon"), "tue": PasteTarget("tue")}
    after = paste_sessions(plan, part, landings, ("n1", "n2"), flow=True)
    assert starts(after) == {"x": 1000, "y": 1500, "n1": 900, "n2": 1400}


def test_a_round_of_another_title_is_another_round_even_at_the_same_time() -> None:
    source = plan_of(forum("a", 900), rounds=(Round(id="round", title="Workshops"),))
    plan = plan_of(at("x", 1200), rounds=(Round(id="first", title="Forums"),))
    after = pasted(plan, source, "a", day="mon")
    assert [round_.title for round_ in after.rounds] == ["Forums", "Workshops"]
    assert after.sessions[-1].attendance == Share(round="round")
