"""Two sessions become one without losing a word."""

import json
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.examples import examples
from planner.model import Audience, Contribution, Item, Place, Plan, Round, Seat, Session
from planner.model.edits import merge_sessions, needed_ids, split_session
from tests.model.small import at, forum, plan_of
from tests.strategies import plans


def merged(first: Session, second: Session, **fields: Any) -> Session:  # noqa: ANN401
    plan = merge_sessions(plan_of(first, second, **fields), first.id, second.id)
    (session,) = plan.sessions
    return session


def test_texts_items_and_people_are_joined_in_order() -> None:
    one = at("a", 900, title="Podium", description="Eins", items=(Item(id="i", title="Rede"),), technology="Beamer")
    two = at("b", 1000, title="Diskussion", description="Zwei", contributions=(Contribution(id="c", person="ann"),))
    found = merged(one, two.changed(technology="Mikrofon", note="leise"))
    assert (found.title, found.description, found.technology) == (
        "Podium + Diskussion",
        "Eins\n\nZwei",
        "Beamer, Mikrofon",
    )
    assert (found.note, found.items[0].id, found.contributions[0].person) == ("leise", "i", "ann")
    assert (found.start, found.minutes) == (540, 120)


@pytest.mark.parametrize(
    ("start", "span"), [(1000, (540, 660)), (930, (540, 630)), (1100, (540, 660)), (800, (480, 600))]
)
def test_it_takes_the_time_of_both(start: int, span: tuple[int, int]) -> None:
    found = merged(at("a", 900), at("b", start))
    assert (found.start, found.end) == span


def test_what_lies_in_the_tray_lengthens_what_has_a_time() -> None:
    for pair in ((at("a", 900), at("b", None, 20)), (at("b", None, 20), at("a", 900))):
        found = merged(*pair)
        assert (found.day, found.start, found.minutes) == ("mon", 540, 80)


def test_seats_in_a_round_move_along_and_the_narrower_audience_wins() -> None:
    seats = (Seat(person="ann", session="one"), Seat(person="ben", session="two"))
    plan = plan_of(
        forum("one", 900, 60, "hall"),
        forum("two", 900, 60, "foyer", audience=Audience.TEAM),
        rounds=(Round(id="round", seats=seats),),
    )
    found = merge_sessions(plan, "one", "two")
    assert {(seat.person, seat.session) for seat in found.rounds[0].seats} == {("ann", "one"), ("ben", "one")}
    assert found.sessions[0].places == (Place(room="hall"), Place(room="foyer"))
    assert found.sessions[0].audience == Audience.TEAM


def test_lines_too_long_to_be_joined_go_to_the_note() -> None:
    found = merged(at("a", 900, title="x" * 200), at("b", 1000, title="y" * 220))
    assert (found.title, found.note) == ("y" * 220, "x" * 200)


@given(st.data())
def test_merging_undoes_splitting(data: st.DataObject) -> None:
    plan = data.draw(st.sampled_from([example.plan for example in examples().values()]))
    session = data.draw(st.sampled_from([block for block in plan.sessions if block.minutes > 1 and not block.round]))
    ids = tuple(f"new{n}" for n in range(needed_ids(session)))
    halves = split_session(plan, session.id, data.draw(st.integers(1, session.minutes - 1)), ids)
    assert merge_sessions(halves, session.id, "new0") == plan


@given(st.data())
def test_no_word_and_nobody_is_lost(data: st.DataObject) -> None:
    plan = data.draw(plans(6))
    if len(plan.sessions) < 2:
        return
    first, second = data.draw(st.permutations(plan.sessions))[:2]
    after = merge_sessions(plan, first.id, second.id)
    kept = json.dumps(_strings(after), ensure_ascii=False)
    for words in _strings(plan):
        assert json.dumps(words, ensure_ascii=False)[1:-1] in kept, words
    people = [
        {contribution.person for contribution in found.everyone()}
        for found in (first, second, after.session_by_id[first.id])
    ]
    assert people[0] | people[1] == people[2]
    assert len(after.sessions) == len(plan.sessions) - 1


def _strings(plan: Plan) -> list[str]:
    """Give the texts of the sessions, without ids and what is chosen from lists."""
    names = ("title", "subtitle", "question", "description", "language", "link", "responsible", "technology", "note")
    found = [cast("str", getattr(session, name)) for session in plan.sessions for name in names]
    found += [item.title for session in plan.sessions for item in session.items]
    return [text for text in found if text]


def test_a_fixed_start_of_either_stays_fixed() -> None:
    plan = plan_of(at("a", 900), at("b", 900, fixed=True))
    assert merge_sessions(plan, "a", "b").session_by_id["a"].fixed
