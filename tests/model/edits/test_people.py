"""People: who is removed leaves open places and no trace."""

from datetime import date

from planner.model import Acceptance, Audience, Contribution, Item, Role, Round, Seat, Status
from planner.model.edits import add_person, change_person, remove_person
from planner.model.person import Person
from tests.model.small import MONDAY, at, forum, plan_of

FULL = Contribution(
    id="c1",
    person="ann",
    label="Dr. Ann Canary",
    function="Canary",
    organisation="Canary",
    role=Role.PANEL,
    status=Status.CONFIRMED,
    asked_on=date(2027, 1, 1),
    audience=Audience.TEAM,
)


def test_a_person_is_added_and_changed() -> None:
    plan = change_person(add_person(plan_of(), Person(id="cem", name="Cem")), "cem", town="Osnabrück")
    assert [(person.name, person.town) for person in plan.people][-1] == ("Cem", "Osnabrück")


def test_a_removed_person_leaves_open_contributions_everywhere_and_no_seat() -> None:
    plan = plan_of(
        at("a", 900, contributions=(FULL, Contribution(id="c2", person="ben"))),
        forum("f1", 1400, items=(Item(id="i1", title="", contributions=(FULL.changed(id="c3"),)),)),
        at("other", 1600, contributions=(Contribution(id="c4", person="ben"),)),
        days=(MONDAY.changed(contributions=(FULL.changed(id="c5"),)),),
        rounds=(Round(id="round", seats=(Seat(person="ann", session="f1"), Seat(person="ben", session="f1"))),),
        acceptances=(Acceptance(code="x", subjects=("ann", "a"), note="Canary"), Acceptance(code="x", subjects=("a",))),
    )
    left = remove_person(plan, "ann")
    opened = Contribution(id="c1", role=Role.PANEL, status=Status.OPEN, audience=Audience.TEAM)
    assert left.session_by_id["a"].contributions[0] == opened
    assert left.session_by_id["f1"].items[0].contributions[0] == opened.changed(id="c3")
    assert left.days[0].contributions[0] == opened.changed(id="c5")
    assert [seat.person for seat in left.rounds[0].seats] == ["ben"]
    assert "Canary" not in left.model_dump_json()
    assert '"ann"' not in left.model_dump_json()
    assert left.session_by_id["other"] is plan.session_by_id["other"]
    assert len(left.acceptances) == 1
