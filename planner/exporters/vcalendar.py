"""A calendar (RFC 5545, RFC 7986) that is published (RFC 5546 3.2.1), not sent as an invitation."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final, Self
from urllib.parse import quote, urlsplit

from icalendar import Calendar, Event, vCalAddress, vDDDTypes, vGeo, vText, vUri

from planner.exporters.contract import Options
from planner.exporters.vtimezone import observances, vtimezone
from planner.exporters.wording import credit_lines, entry_name, item_lines
from planner.model.programme import Cancelled, Entry, Programme, SlotEntry
from planner.model.time import zone_of
from planner.text.language import Language, language
from planner.text.names import kind_name

MAKER: Final = "-//Tagungsplaner//Planner//EN"
REFRESH: Final = timedelta(hours=1)

_CONTROLS: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_ADDRESS: Final = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_URI: Final = ":/?#[]@!$&'()*+,;=%~"


class CalendarText(vText):
    r"""Text as every property gets it: clean, and escaped as RFC 5545 3.3.11 has it.

    The library alone takes the \N of "C:\Nord" for a new line.
    """

    def __new__(cls, text: str) -> Self:
        """Leave out what a calendar file cannot carry: control characters but tab and LF, lone surrogates."""
        return super().__new__(cls, _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))

    def to_ical(self) -> bytes:
        """Return the escaped octets."""
        escaped = self.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
        return escaped.replace("\n", "\\n").encode()


@dataclass(frozen=True)
class _File:
    """What all events of one file share."""

    programme: Programme
    made: datetime
    t: Language
    local: bool
    """Whether times are written in the plan's zone, not in UTC."""
    organiser: vCalAddress | None


def vcalendar(programme: Programme, options: Options) -> Calendar:
    """Return the calendar of a programme, with an event for each session; dropped sessions are cancelled events."""
    entries = [(slot, entry) for day in programme.days for slot in day.slots for entry in slot.entries]
    events: tuple[Entry | Cancelled, ...] = (*(entry for _, entry in entries), *programme.cancelled)
    moments = [moment for event in events for moment in (event.begins, event.ends)]
    zone = zone_of(programme.zone)
    days = [moment.astimezone(zone).date() for moment in moments]
    halves = observances(programme.zone, min(days), max(days)) if days else ()
    file = _File(
        programme, options.made.astimezone(UTC), language(options.language), bool(halves), _organiser(programme)
    )
    calendar = _head(programme)
    if halves:
        calendar.add_component(vtimezone(programme.zone, halves))
    for slot, entry in entries:
        calendar.add_component(_event(file, slot, entry))
    for session in programme.cancelled:
        calendar.add_component(_cancelled(file, session))
    return calendar


def _head(programme: Programme) -> Calendar:
    calendar = Calendar()  # Calendar.new() would add a random UID, which readers take for an event's
    calendar.add("PRODID", CalendarText(MAKER))
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("METHOD", "PUBLISH")
    if programme.title:
        calendar.add("NAME", CalendarText(programme.title))
        calendar.add("X-WR-CALNAME", CalendarText(programme.title))
    calendar.add("X-WR-TIMEZONE", CalendarText(programme.zone))
    calendar.add("REFRESH-INTERVAL", vDDDTypes(REFRESH), parameters={"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", vDDDTypes(REFRESH))
    return calendar


def _event(file: _File, slot: SlotEntry, entry: Entry) -> Event:
    event = _frame(file, entry, "TENTATIVE" if file.programme.print.draft else "CONFIRMED")
    event.add("SUMMARY", CalendarText(entry_name(entry, file.t)))
    link = _link(entry.link)
    if description := _description(slot, entry, file.t):
        event.add("DESCRIPTION", CalendarText(description))
    online = bool(link) and not entry.rooms
    if not online:
        _add_place(event, file.programme, ", ".join(entry.rooms))
    event.add("CATEGORIES", [CalendarText(kind_name(entry.kind, file.t))])
    if link:
        event.add("URL", vUri(link))
    if online:
        event.add("CONFERENCE", vUri(link), parameters={"VALUE": "URI"})
    return event


def _cancelled(file: _File, session: Cancelled) -> Event:
    event = _frame(file, session, "CANCELLED")
    event.add("SUMMARY", CalendarText(session.title or file.t("Session")))
    _add_place(event, file.programme, session.location)
    return event


def _frame(file: _File, session: Entry | Cancelled, status: str) -> Event:
    """Return an event with the properties that sessions and cancelled sessions have in common."""
    event = Event()
    event.add("UID", CalendarText(f"{session.id}@{file.programme.id}"))
    stamp = session.stamp or file.made
    event.add("DTSTAMP", stamp)
    event.add("LAST-MODIFIED", stamp)
    if session.sequence:
        event.add("SEQUENCE", session.sequence)
    begins, ends = _times(file, session.begins, session.ends)
    event.add("DTSTART", begins)
    if ends > begins:  # an event that ends when it starts has no DTEND (RFC 5545 3.6.1, 3.8.2.2)
        event.add("DTEND", ends)
    event.add("STATUS", status)
    if file.organiser is not None:
        event.add("ORGANIZER", file.organiser)
    return event


def _times(file: _File, begins: datetime, ends: datetime) -> tuple[datetime, datetime]:
    """Return two instants in the plan's zone; in UTC where that has no rule, or where their hour comes twice."""
    if file.local:
        zone = zone_of(file.programme.zone)
        there = begins.astimezone(zone), ends.astimezone(zone)
        if not any(_comes_twice(moment) for moment in there):
            return there
    return begins, ends


def _comes_twice(moment: datetime) -> bool:
    """Return whether the clock shows a time twice that day; many readers take the first for the second."""
    return moment.replace(fold=0).utcoffset() != moment.replace(fold=1).utcoffset()


def _add_place(event: Event, programme: Programme, rooms: str) -> None:
    venue = programme.venue
    town = " ".join(part for part in (venue.postcode, venue.town) if part)
    if place := ", ".join(part for part in (rooms, venue.name, venue.street, town) if part):
        event.add("LOCATION", CalendarText(place))
    if venue.latitude is not None and venue.longitude is not None:
        event.add("GEO", vGeo((_degrees(venue.latitude), _degrees(venue.longitude))))


def _degrees(value: float) -> float:
    """Round to about ten metres; smaller numbers would print with an exponent."""
    return round(value, 4)


def _description(slot: SlotEntry, entry: Entry, t: Language) -> str:
    """Return what a guest reads below the title, a paragraph each."""
    round_ = " – ".join(part for part in (slot.round_title, slot.round_question) if part)
    paragraphs = [
        entry.subtitle,
        entry.question,
        entry.description,
        "\n".join(credit_lines(entry.credits, t)),
        "\n".join(f"– {line}" for line in item_lines(entry, t)),
        round_,
        t("Language: {language}", language=entry.language) if entry.language else "",
        entry.link,
    ]
    return "\n\n".join(part for part in paragraphs if part)


def _organiser(programme: Programme) -> vCalAddress | None:
    """Return who gives the event, if there is an address that a calendar may hold: ASCII, with a domain."""
    local, _, domain = programme.organiser_email.rpartition("@")
    try:
        address = f"{local}@{domain.encode('idna').decode()}"
    except UnicodeError:
        return None
    if not _ADDRESS.fullmatch(address):
        return None
    organiser = vCalAddress(f"mailto:{address}")
    if name := typographic(CalendarText(programme.organiser)):
        organiser.params["CN"] = name
    return organiser


def typographic(text: str) -> str:
    """Return text as a parameter's value: typographic quotes, as it cannot hold plain ones (RFC 5545 3.2), and slashes.

    A parameter knows no escapes, but readers take a backslash before a colon for one.
    """
    pieces = text.replace("\\", "/").split('"')
    return "".join(piece + ("“" if n % 2 == 0 else "”") for n, piece in enumerate(pieces[:-1])) + pieces[-1]


def _link(text: str) -> str:
    """Return a web address with only the characters that addresses have; empty for all other links."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return ""
    return quote(text, safe=_URI)
