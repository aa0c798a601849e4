"""What holds for the whole plan, and what is meant so."""

import pytest

from planner.model import Acceptance, Kind, Logo, Note
from planner.model.edits import (
    accept,
    change_contact,
    change_plan,
    change_print,
    change_settings,
    change_venue,
    pruned,
    remove_kind,
    remove_logo,
    set_kind,
    set_logo,
    set_notes,
    unaccept,
)
from tests.model.small import at, plan_of


def test_each_part_of_the_plan_changes_alone() -> None:
    plan = plan_of(at("a", 900))
    assert change_plan(plan, title="Meeting").title == "Meeting"
    assert change_settings(plan, cap=80).settings.cap == 80
    assert change_print(plan, language="en").print.language == "en"
    assert change_venue(plan, town="Osnabrück").venue.town == "Osnabrück"
    assert change_contact(plan, name="Office").contact.name == "Office"
    assert set_notes(plan, (Note(title="Food", text="vegan"),)).notes[0].title == "Food"
    assert change_settings(plan, cap=plan.settings.cap) is plan


@pytest.mark.parametrize("fields", [{"cap": -1}, {"cap": 100_001}, {"grid": 0}, {"cap": "60"}, {"nonsense": 1}])
def test_impossible_settings_are_refused(fields: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="validation error"):
        change_settings(plan_of(), **fields)


def test_an_unknown_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown time zone"):
        change_plan(plan_of(), zone="Europe/Osnabrück")


def test_a_logo_is_set_in_its_place_or_behind() -> None:
    plan = set_logo(set_logo(plan_of(), Logo(id="l1", name="One")), Logo(id="l2", name="Two"))
    plan = set_logo(plan, Logo(id="l1", name="First"))
    assert [logo.name for logo in plan.logos] == ["First", "Two"]
    assert [logo.id for logo in remove_logo(plan, "l1").logos] == ["l2"]


def test_sessions_of_a_removed_kind_become_of_another() -> None:
    plan = set_kind(plan_of(at("a", 900), at("b", 900).changed(kind="panel")), Kind(id="walk"))
    left = remove_kind(plan, "talk", "walk")
    assert [session.kind for session in left.sessions] == ["walk", "panel"]
    assert "talk" not in left.kind_by_id
    with pytest.raises(ValueError, match="talk"):
        remove_kind(plan, "talk", "talk")


def test_an_acceptance_replaces_the_former_one_of_the_same_problem() -> None:
    plan = plan_of(at("a", 900))
    for places in (14, 12):
        plan = accept(plan, Acceptance(code="small", subjects=("a",), facts=(("places", places),)))
    plan = accept(plan, Acceptance(code="other", subjects=("a",)))
    assert [(acceptance.code, acceptance.facts) for acceptance in plan.acceptances] == [
        ("small", (("places", 12),)),
        ("other", ()),
    ]
    assert [acceptance.code for acceptance in unaccept(plan, "small", ("a",)).acceptances] == ["other"]
    assert unaccept(plan, "small", ("b",)) is plan


def test_only_acceptances_of_what_is_gone_are_pruned() -> None:
    kept = tuple(Acceptance(code="x", subjects=subjects) for subjects in (("plan",), ("a", "hall"), ("round", "mon")))
    plan = plan_of(at("a", 900), acceptances=(*kept, Acceptance(code="x", subjects=("a", "gone"))))
    once = pruned(plan)
    assert once.acceptances == kept
    assert pruned(once) is once
