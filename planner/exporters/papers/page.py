"""The parts of the handout around the rows: head, headings of days, notes, and the foot of each page."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import pairwise
from typing import Final

from planner.exporters.papers.logos import funders, organisers
from planner.exporters.papers.print_style import PrintStyle
from planner.exporters.typeset.blocks import EMPTY, Block, Rectangle, beside, moved, paragraph, stacked
from planner.exporters.typeset.lines import StyledText
from planner.exporters.typeset.styles import DARK, DRAFT, INK, MUTED, NOTE_GAP, RULE, SOFT, WIDTH, Style
from planner.exporters.wording import credit_words
from planner.model.programme import DayEntry, Programme
from planner.model.session import Role
from planner.text import Language, clock, date_long, date_plain, date_short, role_name

LONGEST_IMPRINT: Final = 4
"""Lines of the imprint in the foot; a longer one becomes a note."""
LONGEST_NOTE: Final = 600
"""Characters of a note in a column; a longer one takes the whole width below."""
MOST_FUNDERS_BESIDE: Final = 4
"""Logos of funders beside the imprint; more take the whole width above it."""

_SUBTITLE: Final = Style("regular", 10.9, 14.5, MUTED)
_DATE: Final = Style("bold", 10.2, 13.6, INK)
_PLACE: Final = Style("regular", 10.2, 13.6, INK)
_QUESTION: Final = Style("italic", 10.2, 13.6, SOFT)
_PILL: Final = Style("bold", 8.4, 11, DRAFT)
_HEADING: Final = Style("bold", 12, 15, DARK)
_BESIDE: Final = Style("regular", 9, 12, MUTED)
_NOTE_TITLE: Final = Style("bold", 8.7, 11.4, DARK)
_NOTE: Final = Style("regular", 8, 10.6, SOFT)
_FOOT: Final = Style("regular", 7.8, 10, MUTED)


def head(programme: Programme, setting: PrintStyle) -> Block:
    """Return the head above the introduction: logos, title, when, where, and the mark of a draft."""
    logos = organisers([logo for logo in programme.logos if logo.group == "organisers"], setting)
    titles = stacked(
        [
            setting.set(programme.title or setting.t("Programme"), _title_style(programme.title), WIDTH),
            setting.set(programme.subtitle, _SUBTITLE, WIDTH),
            setting.set(programme.question, _QUESTION, WIDTH),
        ],
        1.5,
    )
    mark_width, mark = _mark(programme, setting)
    width = WIDTH - (mark_width + 12 if mark_width else 0)
    when, hours = _when(programme.days, setting.t)
    where = ", ".join(part for part in _address(programme) if part)
    facts = stacked(
        [
            paragraph(setting.fonts, [StyledText(when, _DATE), StyledText(hours, _PLACE)], width),
            setting.set(where, _PLACE, WIDTH if mark.height < _DATE.leading + 4 and when else width),
        ]
    )
    below = beside([(0, facts), (WIDTH - mark_width, mark)])
    return stacked([stacked([logos, titles], 8), below], 7)


def introduction(programme: Programme, setting: PrintStyle) -> Block:
    """Return the paragraph above the programme."""
    return setting.set(programme.introduction, setting.look.style("regular", 9.1, 12.2, SOFT), WIDTH)


def _title_style(title: str) -> Style:
    # The longer the title, the smaller: so most take two lines at most, and the longest leave room for the programme.
    size = next(size for size, most in ((19.8, 110), (16, 180), (13, 1000)) if len(title) <= most)
    return Style("bold", size, size * 1.14, DARK)


def _mark(programme: Programme, setting: PrintStyle) -> tuple[float, Block]:
    """Return the width and block of the draft mark, a pill; a final programme shows only its date, if one is given."""
    text = mark_text(programme, setting)
    width = setting.width(text, _PILL) + 14
    if not text:
        return 0, EMPTY
    if not setting.draft:
        return width - 14, setting.set(text, _BESIDE, width, align=0)
    pill = Block(14.4, (Rectangle(0, 0, width, 14.4, stroke=DRAFT, radius=7.2),))
    return width, beside([(0, pill), (7, moved(setting.set(text, _PILL, width), 0, 1.5))])


def mark_text(programme: Programme, setting: PrintStyle) -> str:
    """Return "Entwurf · Stand 12. Mai 2017", or only the part that applies."""
    as_of = programme.print.as_of
    parts = [setting.t("Draft")] if setting.draft else []
    if as_of:
        parts.append(setting.t("as of {date}", date=date_plain(as_of, setting.t)))
    return " · ".join(parts)


def _address(programme: Programme) -> tuple[str, ...]:
    venue = programme.venue
    return venue.name, venue.street, f"{venue.postcode} {venue.town}".strip()


def _when(days: Sequence[DayEntry], t: Language) -> tuple[str, str]:
    """Return the date or dates, and the hours; arrivals do not count as the beginning."""
    if not days:
        return "", ""
    used = [day for day in days if day.slots] or days
    start, end = _beginning(used[0]), max((slot.end for slot in used[-1].slots), default=used[-1].end)
    if len(days) == 1:
        return date_long(days[0].date, t), t(" · {start} to {end}", start=clock(start), end=clock(end))
    hours = t(" · starts at {start}, ends at {end}", start=clock(start), end=clock(end))
    last = date_long(days[-1].date, t)
    if all(after.date - before.date == timedelta(1) for before, after in pairwise(days)):
        same_year = days[0].date.year == days[-1].date.year
        first = date_short(days[0].date, t) if same_year else date_long(days[0].date, t)
        return t("{first} to {last}", first=first, last=last), hours
    return " · ".join([*(date_short(day.date, t) for day in days[:-1]), last]), hours


def _beginning(day: DayEntry) -> int:
    content = [slot.start for slot in day.slots if any(entry.kind.family != "arrival" for entry in slot.entries)]
    return min(content, default=day.start)


def day_title(day: DayEntry, days: Sequence[DayEntry], t: Language) -> str:
    """Return the heading of a day: "Programm" or its title for the only one, else title and date."""
    if len(days) == 1:
        return day.title or t("Programme")
    dated = date_long(day.date, t)
    return f"{day.title} · {dated}" if day.title else dated


def day_heading(day: DayEntry, days: Sequence[DayEntry], setting: PrintStyle) -> Block:
    """Return a day's heading over a strong rule, with those who lead through the day at its right."""
    people = stacked(setting.set(line, _BESIDE, WIDTH * 0.5, align=1) for line in _leading(day, setting.t))
    title = setting.set(day_title(day, days, setting.t), _HEADING, WIDTH * (0.48 if people.height else 1))
    height = max(title.height, people.height)
    both = beside(
        [(0, moved(title, 0, height - title.height)), (WIDTH * 0.5, moved(people, 0, height - people.height - 0.3))]
    )
    rule = Rectangle(0, height + 2.5, WIDTH, 1.6, fill=DARK)
    return Block(height + 4.1, (*both.marks, rule))


def _leading(day: DayEntry, t: Language) -> Iterator[str]:
    for role in dict.fromkeys(credit.role for credit in day.credits):
        names = " · ".join(credit_words(credit, t) for credit in day.credits if credit.role == role)
        if role == Role.MODERATION:
            yield t("Moderation of the day: {names}", names=names)
        else:
            yield f"{role_name(role, t)}: {names}"


def notes(programme: Programme, setting: PrintStyle) -> list[Block]:
    """Return registration, access, travel and further notes in up to three columns, the long ones below."""
    every = [(title, text) for title, text in _notes(programme, setting) if text]
    found = [note for note in every if len(note[1]) <= LONGEST_NOTE]
    columns = 2 if len(found) in {2, 4} else min(3, len(found)) or 1
    width = (WIDTH - NOTE_GAP * (columns - 1)) / columns
    rows: list[Block] = []
    for first in range(0, len(found), columns):
        blocks = [
            stacked([setting.set(title, _NOTE_TITLE, width), setting.set(text, _NOTE, width)])
            for title, text in found[first : first + columns]
        ]
        rows.append(beside((place * (width + NOTE_GAP), block) for place, block in enumerate(blocks)))
    rows += [
        stacked([setting.set(title, _NOTE_TITLE, WIDTH), setting.set(text, _NOTE, WIDTH)])
        for title, text in every
        if len(text) > LONGEST_NOTE
    ]
    return rows


def _notes(programme: Programme, setting: PrintStyle) -> Iterator[tuple[str, str]]:
    t, contact, venue = setting.t, programme.contact, programme.venue
    phone = t("telephone {number}", number=contact.phone) if contact.phone else ""
    reached = ", ".join(part for part in (contact.name, phone, contact.email) if part)
    yield t("Registration and contact"), " ".join(part for part in (contact.text, reached) if part)
    yield t("Accessibility"), venue.access
    yield t("How to get there"), venue.travel
    yield from ((note.title, note.text) for note in programme.notes)
    if _imprint_is_long(programme, setting):
        yield t("Imprint"), programme.imprint


def _imprint_is_long(programme: Programme, setting: PrintStyle) -> bool:
    return setting.set(programme.imprint, _FOOT, WIDTH / 2).height > LONGEST_IMPRINT * _FOOT.leading


def last_foot(programme: Programme, setting: PrintStyle, number: str) -> Block:
    """Return the foot of the last page: organiser, imprint and page at the left, funders at the right."""
    logos = [logo for logo in programme.logos if logo.group == "funders"]
    beside_text = len(logos) <= MOST_FUNDERS_BESIDE
    taken, images = funders(logos, setting, WIDTH * 0.62 if beside_text else WIDTH)
    width = WIDTH - taken - 20 if taken and beside_text else WIDTH
    t = setting.t
    said = [t("Organised by {organiser}", organiser=programme.organiser)] if programme.organiser else []
    imprint = "" if _imprint_is_long(programme, setting) else programme.imprint.strip()
    said.append(f"{imprint} · {number}" if imprint else number)
    text = stacked(setting.set(line, _FOOT, width) for line in said)
    if not beside_text:
        return _ruled(stacked([images, text], 10))
    height = max(text.height, images.height)
    placed = [(0.0, moved(text, 0, height - text.height)), (WIDTH - taken, moved(images, 0, height - images.height))]
    return _ruled(beside(placed))


def foot(programme: Programme, setting: PrintStyle, number: str) -> Block:
    """Return the foot of a page that is not the last."""
    width = setting.width(number, _FOOT) + 1
    title = setting.set(programme.title, _FOOT, WIDTH - width - 20, limit=1)
    return _ruled(beside([(0, title), (WIDTH - width, setting.set(number, _FOOT, width, align=1))]))


def running_head(programme: Programme, setting: PrintStyle) -> Block:
    """Return the line at the top of a further page: the title of the event, and whether it is a draft."""
    mark = mark_text(programme, setting)
    style = Style("bold", 8, 11, DRAFT) if setting.draft else _FOOT
    width = setting.width(mark, style) + 1
    title = setting.set(programme.title, _FOOT, WIDTH - width - 20, limit=1)
    line = beside([(0, title), (WIDTH - width, setting.set(mark, style, width, align=1))])
    return Block(line.height + 10, line.marks)


def _ruled(block: Block) -> Block:
    return moved(Block(block.height, (Rectangle(0, -8, WIDTH, 0.6, fill=RULE), *block.marks)), 0, 8)
