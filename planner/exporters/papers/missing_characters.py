"""Finds the characters of a programme that no shipped font has, before it is printed."""

from collections.abc import Iterable, Iterator

from planner.exporters.typeset.fonts import Fonts
from planner.model.programme import Credit, DayEntry, Entry, Programme, SlotEntry


def missing_characters(programme: Programme) -> tuple[str, ...]:
    """Return the characters of a programme that no shipped font has, in the order of their codes."""
    fonts = Fonts()
    return tuple(sorted(set[str]().union(*(fonts.missing(text) for text in set(_texts(programme))))))


def _texts(programme: Programme) -> Iterator[str]:
    """Yield all text that a handout may show."""
    venue, contact = programme.venue, programme.contact
    yield from (programme.title, programme.subtitle, programme.question, programme.introduction)
    yield from (programme.organiser, programme.imprint)
    yield from (venue.name, venue.street, venue.postcode, venue.town, venue.access, venue.travel)
    yield from (contact.name, contact.email, contact.phone, contact.text)
    for note in programme.notes:
        yield from (note.title, note.text)
    for logo in programme.logos:
        yield from (logo.name, logo.words)
    for day in programme.days:
        yield from _of_day(day)


def _of_day(day: DayEntry) -> Iterator[str]:
    yield from (day.title, day.end_label)
    yield from _of_credits(day.credits)
    for slot in day.slots:
        yield from _of_slot(slot)


def _of_slot(slot: SlotEntry) -> Iterator[str]:
    yield from (slot.round_title, slot.round_question)
    for entry in slot.entries:
        yield from _of_entry(entry)


def _of_entry(entry: Entry) -> Iterator[str]:
    yield from (entry.kind.name, entry.title, entry.subtitle, entry.question, entry.description, entry.language)
    yield from entry.rooms
    yield from _of_credits(entry.credits)
    for item in entry.items:
        yield item.title
        yield from _of_credits(item.credits)


def _of_credits(credits_: Iterable[Credit]) -> Iterator[str]:
    for credit in credits_:
        yield from (credit.name, credit.function, credit.organisation)
