"""A plan under new ids says the same."""

from collections import Counter
from collections.abc import Callable
from itertools import count

import pytest

from planner.checks import problems
from planner.examples import (
    examples,
    osnabrueck_two_days,
    osnabrueck_with_problems,
)
from planner.model import Acceptance, Document, Plan, Session
from planner.model.derive.new_ids import reidentified
from planner.model.plan import ids_of


def counted() -> Callable[[], str]:
    counter = count(1)
    return lambda: f"n{next(counter)}"


def _ids(plan: Plan) -> set[str]:
    nouns = (plan.days, plan.rooms, plan.people, plan.series, plan.rounds, plan.sessions)
    contributions = {contribution.id for session in plan.sessions for contribution in session.everyone()}
    return {entry.id for noun in nouns for entry in noun} | contributions


def _named(plan: Plan, session: Session) -> tuple[object, ...]:
    """A session with everything it refers to written out."""
    return (
        session.title,
        session.start,
        plan.day_by_id[session.day].date if session.day else None,
        [plan.room_by_id[place.room].name for place in session.places],
        [
            (contribution.label, plan.person_by_id[contribution.person].name if contribution.person else "")
            for contribution in session.everyone()
        ],
        next((topic.title for topic in plan.series if topic.id == session.series), ""),
        plan.round_by_id[session.round].title if session.round else "",
    )


class TestReidentified:
    @pytest.mark.parametrize("name", examples())
    def test_says_the_same_under_other_ids(self, name: str) -> None:
        old = examples()[name]
        new = reidentified(old, "new", counted())
        assert not _ids(new.plan) & _ids(old.plan)
        assert [_named(new.plan, session) for session in new.plan.sessions] == [
            _named(old.plan, session) for session in old.plan.sessions
        ]
        for one, two in zip(old.plan.rounds, new.plan.rounds, strict=True):
            assert [_seat(old.plan, seat.person, seat.session) for seat in one.seats] == [
                _seat(new.plan, seat.person, seat.session) for seat in two.seats
            ]
        assert Counter(problem.code for problem in problems(new.plan)) == Counter(
            problem.code for problem in problems(old.plan)
        )

    def test_the_same_ids_give_the_same_document_back(self) -> None:
        old = osnabrueck_two_days()
        there = reidentified(old, "new", counted())
        known = iter(_in_order(old.plan))
        back = reidentified(there, old.plan.id, lambda: next(known))
        assert back == old

    def test_keeps_what_was_accepted(self) -> None:
        plan = osnabrueck_with_problems().plan
        accepted = tuple(Acceptance(code=p.code, subjects=p.subjects, facts=p.facts, note="so") for p in problems(plan))
        new = reidentified(Document(plan=plan.changed(acceptances=accepted)), "new", counted())
        assert all(problem.accepted for problem in problems(new.plan))


def _seat(plan: Plan, person: str, session: str) -> tuple[str, str]:
    return plan.person_by_id[person].name, plan.session_by_id[session].title


def _in_order(plan: Plan) -> list[str]:
    """All ids in the order in which new ones are given."""
    return [known for known in ids_of(plan) if known not in plan.kind_by_id]
