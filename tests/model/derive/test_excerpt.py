from planner.model import Available, Contribution, Person, Registration, Room, Round, Seat, Series
from planner.model.derive.excerpt import excerpt
from tests.model.small import MONDAY, at, forum, plan_of


def test_what_the_sessions_name_comes_along_and_nothing_else() -> None:
    plan = plan_of(
        at("a", 900, 60, "hall", contributions=(Contribution(id="c", person="ann"),), series="water"),
        at("b", 900, 60, "foyer", day="tue"),
        series=(Series(id="water", title="Water"), Series(id="air", title="Air")),
    )
    part = excerpt(plan, {"a"})
    assert [entry.id for entry in (*part.sessions, *part.days, *part.rooms, *part.people, *part.series)] == [
        "a", "mon", "hall", "ann", "water",
    ]  # fmt: skip
    assert [kind.id for kind in part.kinds] == ["talk"]
    assert part.rounds == ()


def test_what_people_need_and_where_they_sit_stays_with_their_event() -> None:
    ann = Person(
        id="ann",
        name="Ann",
        email="ann@example.org",
        registration=Registration.REGISTERED,
        needs=("vegan",),
        note="told us in confidence",
        wishes=("water",),
        available=(Available(day="tue", start=540, minutes=60),),
    )
    plan = plan_of(
        forum("a", 900, 60, "hall", contributions=(Contribution(id="c", person="ann"),)),
        people=(ann,),
        rooms=(Room(id="hall", name="Hall", parts=("half",)), Room(id="half", name="Half")),
        rounds=(Round(id="round", title="Forums", seats=(Seat(person="ann", session="a"),)),),
        series=(Series(id="water", title="Water"),),
    )
    part = excerpt(plan, ("a",))
    assert part.people == (Person(id="ann", name="Ann", email="ann@example.org"),)
    assert part.rounds[0].seats == ()
    assert part.rooms == (Room(id="hall", name="Hall"),)
    assert part.days == (MONDAY,)
