"""The rows of a day on paper: time, coloured bar, session and room."""

import re
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from planner.exporters.contract import ExportError
from planner.exporters.papers.people import credit_blocks, credits_line
from planner.exporters.papers.print_style import PrintStyle
from planner.exporters.typeset.blocks import EMPTY, Block, Mark, Rectangle, beside, moved, paragraph, stacked
from planner.exporters.typeset.lines import StyledText
from planner.exporters.typeset.styles import BAR, COLUMN_GAP, HAIRLINE, REST, WIDTH, readable, visible
from planner.exporters.wording import entry_name
from planner.model.programme import DayEntry, Entry, ItemEntry, SlotEntry
from planner.text import LANGUAGES, Language, clock, clock_range, kind_name, language

MOST_COLUMNS: Final = 4
"""Parallel sessions in one row; with more, the columns are too narrow for titles."""
ROOM_SHARE: Final = 0.3
"""Share of the text's width that the name of a room takes at most; a longer one is broken."""

_NUMBERED: Final = re.compile(
    r"^((?:(?:fach|praxis)?forum|workshop|werkstatt|ws|ag|arbeitsgruppe|gruppe|(?:themen|arbeits)?tisch|panel|podium"
    r"|session|block|teil|modul|runde|table|group|track|part|lab) (?:\d{1,2}|[A-Z]|[IVX]+)): (?=\S)",
    re.IGNORECASE,
)
"""The beginning of a title such as "Forum 1: …", which has a line of its own; that of "Agenda 2030: …" has none."""


def day_rows(day: DayEntry, setting: PrintStyle, *, last: bool) -> list[Block]:
    """Return the rows of a day, each with a hairline below it but the last."""
    rows: list[Block] = []
    rooms: tuple[str, ...] = ()
    for slot in day.slots:
        rows.append(_slot(slot, setting, rooms))
        rooms = _rooms_after(slot, rooms)
    label = day.end_label or (setting.t("End of the event") if last else "")
    if label and day.slots:
        end = max(slot.end for slot in day.slots)
        rows.append(_row(setting, clock(end), REST, setting.set(label, setting.rest, setting.body)))
    return [*(_ruled(row) for row in rows[:-1]), *rows[-1:]]


def _slot(slot: SlotEntry, setting: PrintStyle, rooms: tuple[str, ...]) -> Block:
    entries = slot.entries
    time = setting.time(slot.start, slot.end)
    if _is_parallel(slot):
        return _row(setting, time, entries[0].kind.colour, _parallel(slot, setting))
    entry = entries[0]
    shown = "" if not setting.rooms or entry.rooms == rooms else ", ".join(entry.rooms)
    share = min(setting.width(shown, setting.room) + 0.1, setting.body * ROOM_SHARE) if shown else 0
    room = moved(setting.set(shown, setting.room, share, align=1), WIDTH - share, 0)
    with _naming(entry, setting.t):
        body = _single(entry, setting, setting.body - (share + 14 if shown else 0))
    return _row(setting, time, entry.kind.colour, body, room)


def _is_parallel(slot: SlotEntry) -> bool:
    return slot.is_round or len(slot.entries) > 1


def _rooms_after(slot: SlotEntry, rooms: tuple[str, ...]) -> tuple[str, ...]:
    if _is_parallel(slot):
        return ()
    return slot.entries[0].rooms or rooms


def _row(setting: PrintStyle, time: str, colour: str, body: Block, room: Block = EMPTY) -> Block:
    """Return a row with time, bar, body and room side by side."""
    pad = setting.look.pad
    inner = beside([(0, setting.set(time, setting.time_style, setting.bar)), (setting.left, body), (0, room)])
    bar = Rectangle(setting.bar, 1.2, BAR, inner.height - 2.4, fill=visible(colour), radius=1.3)
    return moved(Block(inner.height + pad, (bar, *inner.marks), body.cuts), 0, pad)


def _ruled(row: Block) -> Block:
    line: Mark = Rectangle(0, row.height - 0.3, WIDTH, 0.6, fill=HAIRLINE)
    return Block(row.height, (*row.marks, line), row.cuts)


@contextmanager
def _naming(entry: Entry, t: Language) -> Generator[None]:
    """Turn any exception inside into an ExportError that names the session."""
    try:
        yield
    except Exception as error:
        raise ExportError(t("“{session}” could not be printed.", session=entry_name(entry, t)), entry.id) from error


def _single(entry: Entry, setting: PrintStyle, width: float) -> Block:
    """Return a session that has its time to itself, over the whole width."""
    if entry.kind.rests:
        style = setting.rest
        below = [setting.set(entry.subtitle, setting.credit, width)]
    else:
        style = setting.title
        below = [setting.set(entry.subtitle, setting.subtitle, width)]
    title = setting.set(entry_name(entry, setting.t), style, width)
    return stacked([_kind(entry, setting, width), title, *below, *_details(entry, setting, width)])


def _kind(entry: Entry, setting: PrintStyle, width: float) -> Block:
    """Return the name of the kind, unless the title says it already or it is not printed."""
    name = kind_name(entry.kind, setting.t)
    if not entry.kind.printed or entry.kind.rests or not entry.title or entry.title.startswith(name):
        return EMPTY
    return setting.set(name, setting.kind(readable(entry.kind.colour)), width)


def _details(entry: Entry, setting: PrintStyle, width: float, *, small: bool = False) -> Iterator[Block]:
    """Yield the blocks below the title of a session: question, description, items, people and language."""
    question, credit = setting.question, setting.credit
    if small:
        question, credit = setting.small(question), setting.small(credit)
    yield setting.set(entry.question, question, width)
    if setting.descriptions:
        yield setting.set(entry.description, credit, width)
    for item in entry.items:
        yield _item(item, setting, width, small=small)
    yield credit_blocks(entry.credits, setting, credit, width)
    if entry.language:
        yield setting.set(setting.t("Language: {language}", language=entry.language), credit, width)


def _item(item: ItemEntry, setting: PrintStyle, width: float, *, small: bool) -> Block:
    """Return an item with its people on the same line."""
    named, credit = setting.subtitle, setting.credit
    if small:
        named, credit = setting.small(named), setting.small(credit)
    people = credits_line(item.credits, setting.t)
    between = " · " if item.title and people else ""
    return paragraph(setting.fonts, [StyledText(item.title, named), StyledText(between + people, credit)], width)


def _parallel(slot: SlotEntry, setting: PrintStyle) -> Block:
    """Return sessions side by side, at most four in a row, in the order given."""
    body, t = setting.body, setting.t
    colour = slot.entries[0].kind.colour
    kinds = {entry.kind.id for entry in slot.entries}
    label = t("Parallel forums") if kinds == {"forum"} else t("Parallel sessions")
    title = "" if slot.round_title.casefold() == label.casefold() else slot.round_title
    if title.rstrip(" 0123456789") in {language(code)("Round") for code in LANGUAGES}:
        label, title = f"{label} · {title}" if setting.rounds > 1 else label, ""
    head = stacked(
        [
            setting.set(label, setting.kind(readable(colour)), body),
            setting.set(title, setting.title, body),
            setting.set(slot.round_question, setting.question, body),
        ]
    )
    columns = _columns(slot)
    # As few rows as possible, filled evenly: five sessions become three and two, not four and one.
    rows = -(-len(columns) // MOST_COLUMNS)
    wide = -(-len(columns) // rows)
    width = (body - COLUMN_GAP * (wide - 1)) / wide
    tables: list[Block] = []
    for first in range(0, len(columns), wide):
        placed: list[tuple[float, Block]] = []
        for place, column in enumerate(columns[first : first + wide]):
            cells = [_cell(entry, slot, setting, width, kinds) for entry in column]
            placed.append((place * (width + COLUMN_GAP), stacked(cells, setting.look.gap / 2)))
        tables.append(beside(placed))
    return stacked([head, stacked(tables, setting.look.gap / 2)], 4)


def _columns(slot: SlotEntry) -> list[list[Entry]]:
    """Return what stands below each other in each column.

    Where a room has several sessions one after the other, each room has a column, so that nobody reads its second
    session as one that is beside the first of another room. Otherwise each session has a column, by its start.
    """
    by_room: dict[tuple[str, ...], list[Entry]] = {}
    for entry in slot.entries:
        by_room.setdefault(entry.rooms, []).append(entry)
    follows = any(one.end <= other.start for one in slot.entries for other in slot.entries)
    if follows and all(by_room) and len(by_room) < len(slot.entries):
        return [sorted(entries, key=lambda entry: entry.start) for entries in by_room.values()]
    return [[entry] for entry in sorted(slot.entries, key=lambda entry: entry.start)]


def _cell(entry: Entry, slot: SlotEntry, setting: PrintStyle, width: float, kinds: set[str]) -> Block:
    """Return one of several parallel sessions, below a bar in its colour."""
    with _naming(entry, setting.t):
        return _named_cell(entry, slot, setting, width, kinds)


def _named_cell(entry: Entry, slot: SlotEntry, setting: PrintStyle, width: float, kinds: set[str]) -> Block:
    title, credit = setting.small(setting.title), setting.small(setting.credit)
    bar: Sequence[Mark] = (Rectangle(0, 0, width, 2, fill=visible(entry.kind.colour)),)
    name = _NUMBERED.sub(r"\1" + "\n", entry_name(entry, setting.t))
    own_time = (entry.start, entry.end) != (slot.start, slot.end)
    rooms = ", ".join(entry.rooms) if setting.rooms else ""
    text = stacked(
        [
            setting.set(clock_range(entry.start, entry.end), title, width) if own_time else EMPTY,
            _kind(entry, setting, width) if len(kinds) > 1 or not slot.is_round else EMPTY,
            setting.set(name, title, width),
            setting.set(entry.subtitle, setting.small(setting.subtitle), width),
            *_details(entry, setting, width, small=True),
            setting.set(rooms, credit, width),
        ]
    )
    return Block(text.height + 6, (*bar, *moved(text, 0, 5).marks))
