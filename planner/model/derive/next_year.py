"""A new plan made from last year's: the same days at other dates, new ids, and nobody counted as asked yet."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple, TypeAlias

from pydantic_core import to_json

from planner.model.derive.new_ids import reidentified
from planner.model.document import Document
from planner.model.edits.contributions import map_contributions
from planner.model.marks import ListName, fields_of
from planner.model.person import Person, Registration
from planner.model.plan import Plan
from planner.model.references import removed
from planner.model.session import Contribution, Status
from planner.model.venue import Contact

Contributions: TypeAlias = tuple[Contribution, ...]


class NextYearChoices(NamedTuple):
    """What is kept of the old plan; ids, releases and acceptances never are."""

    programme: bool = True
    rooms: bool = True
    people: bool = False
    open_places: bool = True
    """Whether, without people, each contribution becomes an open place of the same role, or is dropped."""
    contact: bool = False
    """The contact for guests, the organiser's address and the imprint: these usually name somebody."""
    notes: bool = False
    """Internal notes."""


def next_year(
    plan: Plan, title: str, first: date, kept: NextYearChoices, *, plan_id: str, ids: Callable[[], str]
) -> Document:
    """Return a new document with all days moved as far as the first one; raises ValueError for impossible dates.

    Nobody has been asked yet: contributions are open, and registrations, seats, wishes and special needs are removed.
    So are the addresses of online meetings, which last year's people know.
    """
    plan = _without_people(plan) if not kept.people else _unasked(plan)
    if not kept.programme:
        plan = _without_all(plan, "sessions", "rounds", "series")
    if not kept.rooms:
        plan = _without_all(plan, "rooms")
    if not (kept.people or kept.open_places):
        plan = map_contributions(plan, lambda _: None)
    if not kept.contact:
        plan = plan.changed(contact=Contact(), organiser_email="", imprint="")
    if not kept.notes:
        plan = _without_notes(plan)
    plan = plan.changed(
        title=title,
        days=tuple(day.changed(date=day.date + date_shift(plan, first)) for day in plan.days),
        sessions=tuple(session.changed(link="") for session in plan.sessions),
        print=plan.print.changed(as_of=None, draft=True),
        acceptances=(),
    )
    return reidentified(Document(plan=plan), plan_id, ids)


def first_date(plan: Plan) -> date | None:
    """Return the date of the first day; None if there is no day."""
    return min((day.date for day in plan.days), default=None)


def date_shift(plan: Plan, first: date) -> timedelta:
    """Return by how much all days move when the first one moves to this date."""
    return first - (first_date(plan) or first)


def next_date(plan: Plan, today: date) -> date:
    """Return the date of the next edition: as many times 52 weeks later as put it after today, on the same weekday."""
    old, year = first_date(plan), timedelta(weeks=52)
    return today if old is None else old + max(1, (today - old) // year + 1) * year


def next_title(plan: Plan, first: date) -> str:
    """Return the title with the old year in it replaced."""
    old = first_date(plan)
    return plan.title if old is None else re.sub(rf"(?<!\d){old.year}(?!\d)", str(first.year), plan.title)


def still_named(old: Plan, new: Plan) -> tuple[str, ...]:
    """Return the people who are no longer in the new plan, but whose full names still occur in its texts."""
    kept = {person.name for person in new.people}
    written = new.model_dump_json(exclude={"people"})
    names = dict.fromkeys(person.name for person in old.people if " " in person.name and person.name not in kept)
    return tuple(name for name in names if to_json(name).decode()[1:-1] in written)


def _without_people(plan: Plan) -> Plan:
    """Remove all people and everything that names them; their contributions become open places."""

    def opened(contribution: Contribution) -> Contribution:
        return Contribution(
            id=contribution.id, role=contribution.role, audience=contribution.audience, status=Status.OPEN
        )

    plan = map_contributions(_free(plan), opened)
    plan = plan.changed(sessions=tuple(session.changed(responsible="") for session in plan.sessions))
    return _without_all(plan, "people")


def _without_all(plan: Plan, *lists: ListName) -> Plan:
    """Remove all entries of some lists, and whatever refers to them."""
    for name in lists:
        plan = removed(plan, name, [entry.id for entry in getattr(plan, name)])
    return plan


def _unasked(plan: Plan) -> Plan:
    """Keep the people, but nothing of what they answered or wished for last year."""

    def unasked(contribution: Contribution) -> Contribution:
        return contribution.changed(status=Status.OPEN, asked_on=None, answer_by=None)

    def again(person: Person) -> Person:
        special = {field.name: field.default for field in fields_of(type(person)) if field.seen is None}
        return person.changed(registration=Registration.NONE, available=(), wishes=(), **special)

    plan = map_contributions(_free(plan), unasked)
    return plan.changed(people=tuple(again(person) for person in plan.people))


def _free(plan: Plan) -> Plan:
    """Remove all seats, and the contributions that were declined, as others had taken their place."""
    plan = map_contributions(
        plan, lambda contribution: contribution if contribution.status != Status.DECLINED else None
    )
    return plan.changed(rounds=tuple(round_.changed(seats=()) for round_ in plan.rounds))


def _without_notes(plan: Plan) -> Plan:
    return plan.changed(
        sessions=tuple(session.changed(note="") for session in plan.sessions),
        rooms=tuple(room.changed(note="") for room in plan.rooms),
        people=tuple(person.changed(note="") for person in plan.people),
    )
