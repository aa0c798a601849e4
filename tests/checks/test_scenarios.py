"""What an organiser lives through, with the limits as they come."""

import pytest

from planner.checks import Severity, offers, problems
from planner.examples import examples, osnabrueck
from planner.model import Plan, Settings
from planner.model.edits import resize_session
from planner.text import clock_range
from tests.checks.tiny import codes, plan, room, sentences, session

ROOMS = (room("hall", rows=80, groups=80), room("foyer", standing=80))
USUAL = Settings(expected=60, cap=60)


def times(of: Plan) -> dict[str, str]:
    return {entry.title: clock_range(entry.start or 0, entry.end) for entry in of.sessions}


def test_a_room_empty_for_ninety_minutes_gives_no_reseating_warning() -> None:
    lunch = session("lunch", "12:15", 75, "foyer standing", kind="meal")
    morning, afternoon = session("morning", "11:00", 60), session("afternoon", "13:30", 60, "hall groups")

    assert codes(plan(morning, lunch, afternoon, rooms=ROOMS, settings=USUAL)) == []

    late = afternoon.changed(start=lunch.start)
    assert "reseating" in codes(plan(morning, late, rooms=ROOMS, settings=USUAL))


def test_a_panel_that_grows_before_a_fixed_lunch_moves_only_what_is_before_lunch() -> None:
    tried = plan(
        session("opening", "9:30", 60),
        session("coffee", "10:30", 20, "foyer standing", kind="break"),
        session("podium", "10:50", 45, kind="panel"),
        session("questions", "11:35", 25, kind="plenary"),
        session("lunch", "12:00", 75, "foyer standing", kind="meal", fixed=True),
        session("work", "13:15", 60),
        rooms=ROOMS,
        settings=USUAL,
    )
    assert codes(tried) == []

    grown = resize_session(tried, "podium", 60, flow=True)

    assert times(grown) == times(tried) | {"Podium": "10:50–11:50", "Questions": "11:50–12:15"}
    (problem,) = problems(grown)
    assert dict(problem.facts)["minutes"] == 15
    assert sentences(grown, problem) == (
        "„Questions“ ist 15 min zu lang: „Lunch“ beginnt fest um 12:00.",
        "“Questions” is 15 min too long: “Lunch” is fixed at 12:00.",
    )


def test_the_panel_of_the_example_grows_and_its_lunch_stays() -> None:
    tried = osnabrueck().plan

    grown = resize_session(tried, "s-podium", 75, flow=True)

    moved = {entry.id for entry in tried.sessions if grown.session_by_id[entry.id] != entry}
    assert moved == {"s-podium"}
    worst = problems(grown)[0]
    assert sentences(grown, worst)[0] == (
        "„Geschlechtergerechtigkeit in der kommunalen…“ ist 15 min zu lang: „Mittagspause“ beginnt fest um 12:35."
    )


def test_the_day_of_the_example_has_one_hint_of_its_own() -> None:
    tried = osnabrueck().plan
    dramaturgy = [
        problem for problem in problems(tried) if problem.code in {"one-way", "no-break", "lunch", "early", "reseating"}
    ]

    assert [sentences(tried, problem)[0] for problem in dramaturgy] == [
        "75 min Vortrag am Stück (10:00–11:15), Richtwert 45."
    ]


@pytest.mark.parametrize("name", examples())
def test_no_fix_that_an_example_offers_raises_the_number_of_errors(name: str) -> None:
    tried = examples()[name].plan
    before = errors(tried)
    offered = [offer for problem in problems(tried) for offer in offers(tried, problem)]

    assert offered
    assert all(errors(offer.plan) <= before for offer in offered)


def errors(of: Plan) -> int:
    return sum(problem.severity == Severity.ERROR for problem in problems(of))
