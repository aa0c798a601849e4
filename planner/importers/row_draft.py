"""A row that is still being read: its cells by column, from which a parsed row is made once all rows are known."""

import re
from dataclasses import dataclass, field, replace
from typing import Final

from planner.importers.names import people_line, silent
from planner.importers.parsed import Doubt, ParsedPerson, ParsedRow
from planner.importers.vocabulary import BULLET, FORUM, PARALLEL, ROOM, ROOM_LABEL, kind_of
from planner.model import Plan
from planner.model.base import MAX_TEXT, MAX_TITLE, clean_text

_MOST: Final = 50
"""Of people and items in one row; more is text, not a list."""
_TOKEN: Final = re.compile(r"[^\W_]+")
_BRACKETS: Final = re.compile(r"(.+?)[ ,–-]*\(([^()]{2,60})\)", re.DOTALL)
_CUT: Final = "…"
_GOES_ON: Final = re.compile(r"(?!(?:mit|inkl|incl|anschl|moderiert|danach|dann|with|by|then)\w*\b)[a-zäöüß]{2}")
_LETTERED: Final = re.compile(r"([a-h]\) *\S.*)")
_ENDS: Final = ".:!?;)"


@dataclass
class RowDraft:
    """What was read of a row so far; lines are the title and the lines below it, until is an end without a start."""

    cells: list[str]
    day: int = 0
    start: int | None = None
    end: int | None = None
    length: int | None = None
    until: int | None = None
    open: bool = False
    """Whether its end is said to be open."""
    aside: str = ""
    """The words beside its time, until it is known whether they are its title."""
    last: int | None = None
    beside: bool = False
    bare_title: bool = False
    """Whether subtitle and room have columns of their own, so that the title's cell is the title and nothing else."""
    whole_title: bool = False
    """Whether the title is one line of its own cell, so that the line after it does not continue it."""
    kind: str | None = None
    round: str = ""
    lines: list[str] = field(default_factory=list[str])
    description: str = ""
    rooms: list[str] = field(default_factory=list[str])
    people: list[ParsedPerson] = field(default_factory=list[ParsedPerson])
    notes: list[str] = field(default_factory=list[str])
    doubts: list[Doubt] = field(default_factory=list[Doubt])

    @property
    def title(self) -> str:
        """The first line."""
        return self.lines[0] if self.lines else ""

    @property
    def heads_others(self) -> bool:
        """Return whether this is a heading above parallel sessions, as "Parallele Foren" is."""
        return bool(PARALLEL.search(self.title[:MAX_TITLE])) and not FORUM.match(self.title)

    def note_beside_time(self, words: str) -> None:
        """Keep what is said beside a time as a note, with a doubt: it is no title."""
        if words:
            self.notes.append(words)
            self.doubts.append(Doubt.ASIDE)

    def settle_aside(self, *, titles: bool) -> None:
        """Make the words beside the time the title where titles stand there or no other cell gives one, else a note."""
        words, self.aside = self.aside, ""
        if self.lines and not titles:
            self.note_beside_time(words)
        elif words:
            self.lines = words.split("\n") + self.lines
            self.cells.append(words)

    def size(self) -> int:
        """Return how much text it holds."""
        return sum(map(len, self.cells)) + 3 * len(self.cells)

    def split(self) -> "tuple[RowDraft | None, list[RowDraft]]":
        """Split a cell that lists several forums: return the text above them (None if it lists none) and the forums."""
        places = [place for place, line in enumerate(self.lines) if FORUM.match(line)]
        if len(places) < 2:
            return None, [self]
        children: list[RowDraft] = []
        for place, end in zip(places, [*places[1:], len(self.lines)], strict=True):
            lines = [_plain(self.lines[place]), *self.lines[place + 1 : end]]
            child = RowDraft(cells=list(lines), day=self.day, lines=lines)
            child.start, child.end, child.length, child.until = self.start, self.end, self.length, self.until
            child.doubts, child.last, child.beside = list(self.doubts), self.last, self.beside
            child.open = self.open
            children.append(child)
        if len(self.rooms) == len(children):
            for child, room in zip(children, self.rooms, strict=True):
                child.rooms.append(room)
        children[0].cells += _not_in(" ".join((*self.lines, *self.rooms)), self.cells)
        return replace(self, lines=self.lines[: places[0]]), children

    def row(self, plan: Plan) -> ParsedRow:
        """Return what is understood; what is not goes into the note, so that no word is lost."""
        lines = [line.strip() for line in self.lines if line.strip()]
        if not self.whole_title:
            lines = _joined(lines, plan)
        title = lines[0] if lines else ""
        if not self.bare_title:
            title = self._without_room(_plain(title), plan)
        kind = self.kind or kind_of(title, plan)
        doubts = list(self.doubts)
        if not title:
            doubts.append(Doubt.NO_TITLE)
        if len(title) > MAX_TITLE:
            doubts.append(Doubt.LONG_TITLE)
            self.notes.append(title)
            title = title[: MAX_TITLE - 1] + _CUT
        row = ParsedRow(
            source=" | ".join(cell for cell in self.cells if cell),
            day=self.day,
            start=self.start,
            end=self.end,
            kind=kind or "",
            title=title,
            round=self.round,
            description=self.description,
            length=self.length,
            open=self.open,
            last=self.last,
            beside=self.beside,
        )
        row = self._below(row, lines[1:], plan)
        row = replace(
            row,
            rooms=tuple(dict.fromkeys(room[:MAX_TITLE] for room in self.rooms)),
            people=(*row.people, *self.people)[:_MOST],
            note="\n".join(self.notes),
            doubts=tuple(dict.fromkeys(doubts)),
        )
        return kept(row, self.cells)

    def _below(self, row: ParsedRow, lines: list[str], plan: Plan) -> ParsedRow:
        """Return the row with the lines below the title read: rooms, people, items, a subtitle; others become notes."""
        for line in lines:
            bullet = BULLET.fullmatch(line) or _LETTERED.fullmatch(line)
            room = ROOM_LABEL.fullmatch(line)
            if room is not None and len(room[1]) <= MAX_TITLE:
                self.rooms.append(room[1].strip())
            elif who := people_line(line, plan):
                row = replace(row, people=(*row.people, *who))
            elif bullet is not None and len(bullet[1]) <= MAX_TITLE and len(row.items) < _MOST:
                row = replace(row, items=(*row.items, bullet[1].strip()))
            elif not row.subtitle and not row.items and len(line) <= MAX_TITLE:
                row = replace(row, subtitle=line)
            else:
                self.notes.append(line)
        return row

    def _without_room(self, title: str, plan: Plan) -> str:
        """Move a room in brackets from the end of a title to the rooms: "Forum 1: Wohnen (Raum Hase)"."""
        match = _BRACKETS.fullmatch(title) if len(title) <= MAX_TITLE else None
        known = {room.name.casefold() for room in plan.rooms if room.name}
        if match is None or not (match[2].casefold() in known or ROOM.match(match[2])):
            return title
        self.rooms.append(match[2].strip())
        return match[1].strip()


def kept(row: ParsedRow, cells: list[str]) -> ParsedRow:
    """Return the row with every cell added to its note that has a word found nowhere else in it: no word is lost."""
    people = " ".join(f"{who.name} {who.organisation}" for who in row.people)
    there = " ".join((row.title, row.subtitle, row.description, row.note, row.round, people, *row.rooms, *row.items))
    lost = _not_in(there, cells)
    note = "\n".join(part for part in (row.note, *lost) if part)
    if len(str(clean_text(note))) > MAX_TEXT:
        note = row.source
    return replace(row, note=note)


def _not_in(there: str, cells: list[str]) -> list[str]:
    """Return the cells with a word that the text does not contain."""
    words = set(_TOKEN.findall(there))
    return [
        cell for cell in dict.fromkeys(cells) if not all(word in words or silent(word) for word in _TOKEN.findall(cell))
    ]


def _joined(lines: list[str], plan: Plan) -> list[str]:
    """Rejoin a title that was broken to fit its cell: the line after it begins with a small letter."""
    if len(lines) < 2 or len(lines[0]) + len(lines[1]) >= MAX_TITLE:
        return lines
    if not _GOES_ON.match(lines[1]) or lines[0][-1] in _ENDS or people_line(lines[1], plan):
        return lines
    return [f"{lines[0]} {lines[1]}", *lines[2:]]


def _plain(line: str) -> str:
    match = BULLET.fullmatch(line)
    return match[1].strip() if match else line
