"""A small plan and how its calendar reads, for the tests of the calendar file."""

from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from planner.exporters import ICS, Options
from planner.model import (
    Day,
    Document,
    Place,
    Plan,
    Room,
    Session,
)
from planner.model.releases import release

DAY = Day(id="d1", date=date(2017, 6, 19))
MADE = datetime(2017, 5, 12, 10, 30, tzinfo=UTC)
TALK = Session(id="impuls", kind="talk", title="Impuls", day="d1", start=600, minutes=30, places=(Place(room="r1"),))


def plan_of(*sessions: Session, **fields: object) -> Document:
    known = {"id": "plan", "title": "Treffen", "days": (DAY,), "rooms": (Room(id="r1", name="Saal"),)}
    return Document(plan=Plan.model_validate({**known, "sessions": sessions, **fields}))


def written(document: Document, language: str = "de") -> bytes:
    return ICS.export(document, Options(language="de" if language == "de" else "en", made=MADE))[0].data


def lines_of(document: Document, language: str = "de") -> list[str]:
    return written(document, language).decode().replace("\r\n ", "").split("\r\n")


def events_of(document: Document) -> dict[str, Event]:
    calendar = Calendar.from_ical(written(document))
    return {str(event["UID"]): event for event in calendar.events}


def event_of(session: Session, **fields: object) -> Event:
    (event,) = events_of(plan_of(session, **fields)).values()
    return event


def released(document: Document, number: int, plan: Plan | None = None) -> Document:
    changed = document.changed(plan=plan or document.plan)
    return release(changed, release_id=f"v{number}", name="Stand", at=MADE + timedelta(days=number))
