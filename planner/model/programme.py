"""What an audience may see, as a type of its own: exporters get a programme, never the plan, and cannot see more."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from planner.model.agenda import Slot, slots, tray
from planner.model.audience import Audience, sees
from planner.model.document import Document
from planner.model.kind import Kind
from planner.model.ledger import Given
from planner.model.plan import Day, Plan
from planner.model.redaction import seen_by
from planner.model.session import Contribution, Item, Role, Session, Status
from planner.model.settings import PrintSettings
from planner.model.time import instants, wall_end
from planner.model.venue import Contact, Logo, Note, Venue


@dataclass(frozen=True)
class Credit:
    """A contribution as it is printed."""

    name: str
    function: str
    organisation: str
    role: Role
    asked: bool
    """Whether "(angefragt)" is printed after it."""


@dataclass(frozen=True)
class ItemEntry:
    """A named part of a session."""

    title: str
    minutes: int | None
    credits: tuple[Credit, ...]


@dataclass(frozen=True)
class Team:
    """What only the organising team sees of a session."""

    responsible: str
    technology: str
    material: str
    seating: tuple[str, ...]
    note: str
    """Empty for all but the internal audience."""


@dataclass(frozen=True)
class Entry:
    """One session of the programme, with start and end in wall minutes of the day and as instants in UTC."""

    id: str
    kind: Kind
    title: str
    subtitle: str
    question: str
    description: str
    language: str
    start: int
    end: int
    begins: datetime
    ends: datetime
    rooms: tuple[str, ...]
    credits: tuple[Credit, ...]
    items: tuple[ItemEntry, ...]
    link: str
    sequence: int
    """The number last released; one more if the session was cancelled then and is back."""
    stamp: datetime | None
    """The time of the release that last changed the session; None before any."""
    team: Team | None


@dataclass(frozen=True)
class SlotEntry:
    """What takes place at one time: one entry, or several side by side."""

    start: int
    end: int
    entries: tuple[Entry, ...]
    round_title: str
    round_question: str
    is_round: bool


@dataclass(frozen=True)
class DayEntry:
    """One day of the programme."""

    id: str
    date: date
    title: str
    start: int
    end: int
    end_label: str
    credits: tuple[Credit, ...]
    slots: tuple[SlotEntry, ...]


@dataclass(frozen=True)
class Cancelled:
    """A session that was released and no longer takes place."""

    id: str
    title: str
    location: str
    begins: datetime
    ends: datetime
    sequence: int
    stamp: datetime


@dataclass(frozen=True)
class Programme:
    """The event as one audience may see it."""

    id: str
    title: str
    subtitle: str
    question: str
    introduction: str
    organiser: str
    organiser_email: str
    imprint: str
    zone: str
    audience: Audience
    days: tuple[DayEntry, ...]
    cancelled: tuple[Cancelled, ...]
    venue: Venue
    contact: Contact
    notes: tuple[Note, ...]
    logos: tuple[Logo, ...]
    print: PrintSettings


def programme(document: Document, audience: Audience = Audience.PUBLIC) -> Programme:
    """Return what an audience may see of a document."""
    document = document.with_plan(seen_by(document.plan, audience))
    plan = document.plan
    return Programme(
        id=plan.id,
        title=plan.title,
        subtitle=plan.subtitle,
        question=plan.question,
        introduction=plan.introduction,
        organiser=plan.organiser,
        organiser_email=plan.organiser_email,
        imprint=plan.imprint,
        zone=plan.zone,
        audience=audience,
        days=tuple(_day(document, day, audience) for day in plan.days),
        cancelled=_cancelled(document),
        venue=plan.venue,
        contact=plan.contact,
        notes=plan.notes,
        logos=plan.logos,
        print=plan.print,
    )


def untimed(document: Document, audience: Audience = Audience.PUBLIC) -> tuple[Entry, ...]:
    """Return what an audience may see of the sessions without a time; the times of these entries mean nothing."""
    nowhen = Day(id="never", date=date(2000, 1, 1))
    document = document.with_plan(seen_by(document.plan, audience))
    return tuple(_entry(document, nowhen, session, audience) for session in tray(document.plan))


def _day(document: Document, day: Day, audience: Audience) -> DayEntry:
    plan = document.plan
    found = (_slot(document, day, slot, audience) for slot in slots(plan, day.id))
    return DayEntry(
        id=day.id,
        date=day.date,
        title=day.title,
        start=day.start,
        end=day.end,
        end_label=day.end_label,
        credits=_credits(plan, day.contributions),
        slots=tuple(found),
    )


def _slot(document: Document, day: Day, slot: Slot, audience: Audience) -> SlotEntry:
    entries = tuple(_entry(document, day, session, audience) for session in slot.sessions)
    return SlotEntry(
        start=min(entry.start for entry in entries),
        end=max(entry.end for entry in entries),
        entries=entries,
        round_title=slot.round.title if slot.round else "",
        round_question=slot.round.question if slot.round else "",
        is_round=slot.round is not None,
    )


def _entry(document: Document, day: Day, session: Session, audience: Audience) -> Entry:
    plan = document.plan
    start = session.start or 0
    begins, ends = instants(plan.zone, day.date, start, session.minutes)
    given = document.ledger.current.get(session.id)
    return Entry(
        id=session.id,
        kind=plan.kind_of(session),
        title=session.title,
        subtitle=session.subtitle,
        question=session.question,
        description=session.description,
        language=session.language,
        start=start,
        end=wall_end(plan.zone, day.date, start, session.minutes),
        begins=begins,
        ends=ends,
        rooms=tuple(plan.room_by_id[place.room].name for place in session.places),
        credits=_credits(plan, session.contributions),
        items=tuple(_item(plan, item) for item in session.items),
        link=session.link,
        sequence=_sequence(given, cancelled=False),
        stamp=given.at if given else None,
        team=_team(session) if sees(audience, Audience.TEAM) else None,
    )


def _sequence(given: Given | None, *, cancelled: bool) -> int:
    """Return the number last given out; the next one where it was given out as cancelled and is back, or is gone."""
    if given is None:
        return 0
    return given.sequence if (given.status == "cancelled") == cancelled else given.following


def _item(plan: Plan, item: Item) -> ItemEntry:
    return ItemEntry(item.title, item.minutes, _credits(plan, item.contributions))


def _team(session: Session) -> Team:
    return Team(
        responsible=session.responsible,
        technology=session.technology,
        material=session.material,
        seating=tuple(place.seating or "" for place in session.places),
        note=session.note,
    )


def _credits(plan: Plan, contributions: Iterable[Contribution]) -> tuple[Credit, ...]:
    """Return contributions as printed; those who declined are never printed."""
    found: list[Credit] = []
    for contribution in contributions:
        if contribution.status == Status.DECLINED:
            continue
        person = plan.person_by_id.get(contribution.person or "")
        found.append(
            Credit(
                name=contribution.label or (person.name if person else "") or "N. N.",
                function=contribution.function or (person.function if person else ""),
                organisation=contribution.organisation or (person.organisation if person else ""),
                role=contribution.role,
                asked=contribution.status == Status.ASKED and contribution.print_status,
            )
        )
    return tuple(found)


def _cancelled(document: Document) -> tuple[Cancelled, ...]:
    """Return what was released and is gone; until that is released, its number is one above the last one."""
    found: list[Cancelled] = []
    for given in document.ledger.current.values():
        session = document.plan.session_by_id.get(given.session)
        if session is None or not session.scheduled:
            found.append(
                Cancelled(
                    id=given.session,
                    title=given.title,
                    location=given.location,
                    begins=given.start,
                    ends=given.end,
                    sequence=_sequence(given, cancelled=True),
                    stamp=given.at,
                )
            )
    return tuple(found)
