"""The same plan under new ids, for "New from last year's" and for the example used as a template."""

from collections.abc import Callable
from itertools import chain

from planner.model.document import Document
from planner.model.ledger import Ledger
from planner.model.person import Person
from planner.model.plan import Acceptance, Plan
from planner.model.room import Available, Room
from planner.model.round import Round
from planner.model.session import Attendance, Contribution, Session, Share


def reidentified(document: Document, plan_id: str, ids: Callable[[], str]) -> Document:
    """Return the document with another plan id, new ids for all things but kinds, and an empty ledger."""
    return Document(plan=_New(document.plan, plan_id, ids).plan(), ledger=Ledger())


class _New:
    """The new ids of a plan's entries, with one method for each noun that has an id or refers to one."""

    def __init__(self, plan: Plan, plan_id: str, ids: Callable[[], str]) -> None:
        self._plan = plan
        nouns = (plan.days, plan.rooms, plan.people, plan.series, plan.rounds, plan.sessions, plan.logos)
        items = tuple(item for session in plan.sessions for item in session.items)
        credited = (*plan.days, *plan.sessions, *items)
        contributions = tuple(contribution for thing in credited for contribution in thing.contributions)
        self._plan_id = plan_id
        self._ids = {contribution.id: ids() for contribution in chain(*nouns, items, contributions)}

    def plan(self) -> Plan:
        plan, new = self._plan, self._ids
        return plan.changed(
            id=self._plan_id,
            days=tuple(
                day.changed(id=new[day.id], contributions=self._contributions(day.contributions)) for day in plan.days
            ),
            rooms=tuple(self._room(room) for room in plan.rooms),
            people=tuple(self._person(person) for person in plan.people),
            series=tuple(series.changed(id=new[series.id]) for series in plan.series),
            rounds=tuple(self._round(round_) for round_ in plan.rounds),
            sessions=tuple(self._session(session) for session in plan.sessions),
            logos=tuple(logo.changed(id=new[logo.id]) for logo in plan.logos),
            acceptances=tuple(self._acceptance(acceptance) for acceptance in plan.acceptances),
        )

    def _contributions(self, contributions: tuple[Contribution, ...]) -> tuple[Contribution, ...]:
        return tuple(
            contribution.changed(
                id=self._ids[contribution.id], person=self._ids[contribution.person] if contribution.person else None
            )
            for contribution in contributions
        )

    def _available(self, spans: tuple[Available, ...]) -> tuple[Available, ...]:
        return tuple(span.changed(day=self._ids[span.day]) for span in spans)

    def _room(self, room: Room) -> Room:
        return room.changed(
            id=self._ids[room.id],
            parts=tuple(self._ids[part] for part in room.parts),
            available=self._available(room.available),
        )

    def _person(self, person: Person) -> Person:
        return person.changed(
            id=self._ids[person.id],
            wishes=tuple(self._ids[wish] for wish in person.wishes),
            available=self._available(person.available),
        )

    def _round(self, round_: Round) -> Round:
        return round_.changed(
            id=self._ids[round_.id],
            seats=tuple(
                seat.changed(person=self._ids[seat.person], session=self._ids[seat.session]) for seat in round_.seats
            ),
        )

    def _attendance(self, attendance: Attendance) -> Attendance:
        return attendance.changed(round=self._ids[attendance.round]) if isinstance(attendance, Share) else attendance

    def _session(self, session: Session) -> Session:
        new = self._ids
        return session.changed(
            id=new[session.id],
            day=new[session.day] if session.day else None,
            series=new[session.series] if session.series else None,
            places=tuple(place.changed(room=new[place.room]) for place in session.places),
            attendance=self._attendance(session.attendance),
            items=tuple(
                item.changed(id=new[item.id], contributions=self._contributions(item.contributions))
                for item in session.items
            ),
            contributions=self._contributions(session.contributions),
        )

    def _acceptance(self, acceptance: Acceptance) -> Acceptance:
        """Replace the ids in subjects and facts, so that accepted problems stay accepted."""
        new = {self._plan.id: self._plan_id, **self._ids}
        return acceptance.changed(
            subjects=tuple(new.get(subject, subject) for subject in acceptance.subjects),
            facts=tuple(
                (name, new.get(value, value) if isinstance(value, str) else value) for name, value in acceptance.facts
            ),
        )
