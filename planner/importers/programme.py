"""Reads a programme as people paste it: a table from Word or Excel, or the lines of a mail."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from planner.importers.assign_times import timed
from planner.importers.contract import Importer
from planner.importers.day_columns import one_below_the_other
from planner.importers.detect_columns import columns_of, heads_of, titles_beside_times
from planner.importers.footnotes import take_footnote
from planner.importers.grid import grid_of, line_cells
from planner.importers.names import people_of
from planner.importers.parsed import Doubt, ParsedDay, ParsedProgramme
from planner.importers.paste_limits import Guard
from planner.importers.room_columns import RoomColumns, rooms_over
from planner.importers.row_draft import RowDraft
from planner.importers.times import ParsedTime, read_day, read_end, read_length, read_moment, read_time
from planner.importers.vocabulary import FORUM, ColumnMeaning, column_of, kind_of
from planner.model import Plan, Role
from planner.model.base import MAX_TEXT
from planner.model.time import DAY
from planner.text import mark
from planner.text.flat import flat
from planner.text.midnight import end_after
from planner.text.time_grammar import is_range_sign

_PLAIN: Final = (ColumnMeaning.TIME, ColumnMeaning.TITLE)
_NUMBER: Final = re.compile(r"[#\d .]+")
_COUNT: Final = re.compile(r"\d{1,2}")
"""A bare number below the head "Tag": the first day, the second day."""
_THEN: Final = re.compile(r"anschl(?:ießend|\.)?|im anschluss|danach|then|afterwards", re.IGNORECASE)


def read(text: str, plan: Plan) -> ParsedProgramme:
    """Return the sessions that a text describes; raises only NotImported, for a text that is too large."""
    guard = Guard()
    reader = _Reader(text, plan, guard)
    return timed(reader.days, reader.drafts, plan, guard)


class _Reader:
    """Reads row after row, and remembers the current day, the columns and the row before."""

    def __init__(self, text: str, plan: Plan, guard: Guard) -> None:
        self._plan = plan
        self.days: list[ParsedDay] = [ParsedDay()]
        self.drafts: list[RowDraft] = []
        self._day = 0
        self._gap = True
        self._columns: Sequence[ColumnMeaning] = _PLAIN
        self._heads: Sequence[str] = ()
        self._titles_beside = False
        self._rooms: RoomColumns | None = None
        self._known = tuple(room.name.casefold() for room in plan.rooms if room.name)
        rows, self._table = grid_of(text, guard)
        if self._table:
            rows = one_below_the_other(rows)
            self._set_columns((), rows)
        for place, cells in enumerate(rows):
            guard.look()
            if not cells:
                self._gap = True
            elif len(set(filter(None, cells))) == 1 and take_footnote(cells[0], self.drafts):
                continue
            elif not self._is_day(cells) and not self._is_head(cells, rows[place + 1 :]):
                self._read(cells)
                self._gap = False
        self._keep_empty_days()

    def _keep_empty_days(self) -> None:
        """Make the text beside a date a row of that day if no other row belongs to it."""
        told = {draft.day for draft in self.drafts}
        for place, day in enumerate(self.days):
            if day.title and place not in told:
                self.drafts.append(RowDraft(cells=[day.title], day=place, lines=[day.title]))

    def _until_head(self, rows: Sequence[Sequence[str]]) -> list[Sequence[str]]:
        heads = (
            place for place, cells in enumerate(rows) if rooms_over(cells, self._known, first=False) or heads_of(cells)
        )
        return list(rows[: next(heads, len(rows))])

    def _is_day(self, cells: Sequence[str]) -> bool:
        """Begin another day if a row names only a day; the rest of "Montag, 10.30 Uhr Beginn" is a row of that day."""
        filled = {cell for cell in cells if cell}
        day = read_day(next(iter(filled))) if len(filled) == 1 else None
        if day is None:
            return False
        if read_time(day.title) is not None:
            self._begin(replace(day, title=""))
            self._read((day.title,))
        else:
            self._begin(day)
        return True

    def _begin(self, day: ParsedDay) -> None:
        known = next((place for place, known_day in enumerate(self.days) if known_day.means(day)), None)
        if known is None:
            self.days.append(day)
        elif day.title and day.title != self.days[known].title:  # a day that is named again has its title already
            self.drafts.append(RowDraft(cells=[day.title], day=known, lines=[day.title]))
        self._day = len(self.days) - 1 if known is None else known
        self._gap = True

    def _is_head(self, cells: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
        first = all(draft.start is None for draft in self.drafts)
        rooms = rooms_over(cells, self._known, first=first) if self._table else ()
        heads = tuple(map(column_of, cells)) if rooms else heads_of(cells)
        if rooms:
            self._heads, self._rooms = cells, RoomColumns(rooms, self._plan)
            corner = heads[0] if heads[0] is ColumnMeaning.DAY else ColumnMeaning.TIME
            self._columns = (corner, *(meaning or ColumnMeaning.OTHER for meaning in heads[1:]))
        elif heads:
            self._heads, self._rooms = cells, None
            self._set_columns(heads, below)
        return bool(heads)

    def _set_columns(self, heads: Sequence[ColumnMeaning | None], below: Sequence[Sequence[str]]) -> None:
        rows = self._until_head(below)
        self._columns = columns_of(heads, rows, self._plan)
        self._titles_beside = not heads and titles_beside_times(self._columns, rows)

    def _read(self, cells: Sequence[str]) -> None:
        columns = self._columns
        if len([cell for cell in cells if cell]) == 1 and cells[0]:  # a line, whatever table it stands in
            timeless = not self._table or columns[0] is not ColumnMeaning.TITLE
            cells, columns = (line_cells(cells[0]), _PLAIN) if timeless else (cells, columns)
            if len(cells) == 1 and read_time(cells[0]) is None:
                columns = (ColumnMeaning.TITLE,)
        elif self._rooms is not None:
            self._read_beside(self._rooms, cells)
            return
        draft = RowDraft(cells=[cell for cell in cells if cell], day=self._day)
        draft.bare_title = bool(self._heads) and {ColumnMeaning.SUBTITLE, ColumnMeaning.ROOM} <= set(self._columns)
        timed_cells: list[str] = []
        for place, cell in enumerate(cells):
            column = columns[place] if place < len(columns) else ColumnMeaning.SUBTITLE
            if cell and self._take(draft, column, cell, place):
                timed_cells.append(cell)
        draft.settle_aside(titles=self._titles_beside)
        draft.cells = [cell for cell in draft.cells if cell not in timed_cells]
        self._put(draft, plain=len(cells) == 1 and not self._table)

    def _read_beside(self, rooms: RoomColumns, cells: Sequence[str]) -> None:
        """Read a row of a table whose columns are rooms."""
        shared = RowDraft(cells=[], day=self._day)
        for place, cell in enumerate(cells):
            if cell and not rooms.has(place) and not self._take(shared, self._columns[place], cell, place):
                shared.cells.append(cell)
        shared.note_beside_time(shared.aside)
        shared.notes += shared.lines
        self.drafts += rooms.drafts(replace(shared, lines=[], aside=""), cells)

    def _take(self, draft: RowDraft, column: ColumnMeaning, cell: str, place: int) -> bool:
        """Add a cell to a draft; return whether its meaning is kept as a number, so that its words may be dropped."""
        match column:
            case ColumnMeaning.TIME:
                return self._take_time(draft, cell)
            case ColumnMeaning.END:
                return self._take_end(draft, cell)
            case ColumnMeaning.LENGTH:
                draft.length = read_length(cell)
                return draft.length is not None
            case ColumnMeaning.DAY:
                head = self._heads[place] if place < len(self._heads) else ""
                return self._take_day(draft, f"{head} {cell}" if _COUNT.fullmatch(cell) else cell)
            case ColumnMeaning.NUMBER if _NUMBER.fullmatch(cell) or is_range_sign(flat(cell)):
                return True
            case _:
                self._take_words(draft, column, cell, self._heads[place] if place < len(self._heads) else "")
                return False

    def _take_words(self, draft: RowDraft, column: ColumnMeaning, cell: str, head: str) -> None:
        match column:
            case ColumnMeaning.TITLE | ColumnMeaning.SUBTITLE:
                if column is ColumnMeaning.TITLE and head and ColumnMeaning.SUBTITLE in self._columns:
                    draft.whole_title = "\n" not in cell
                draft.lines += cell.split("\n")
            case ColumnMeaning.TEXT:
                draft.description = "\n".join(part for part in (draft.description, cell) if part)
            case ColumnMeaning.ROOM:
                draft.rooms += [line.strip() for line in cell.split("\n") if any(map(str.isalnum, line))]
            case ColumnMeaning.PEOPLE:
                draft.people += people_of(cell, self._plan)
            case ColumnMeaning.MODERATION:
                draft.people += people_of(cell, self._plan, Role.MODERATION)
            case ColumnMeaning.KIND:
                draft.kind = kind_of(cell, self._plan)
            case _:
                draft.notes.append(f"{head}: {cell}" if head else cell)

    def _take_time(self, draft: RowDraft, cell: str) -> bool:
        moment = read_moment(cell)
        if moment is not None:
            self._enter(draft, moment[0])
        when = read_time(cell, column=True) if moment is None else moment[1]
        if when is None:
            before = self.drafts[-1] if self.drafts else None
            if _THEN.match(cell) and before is not None:
                draft.start = before.end
            draft.doubts.append(Doubt.ODD_TIME if draft.start is None else Doubt.ABOUT)
            return False
        self._set_time(draft, when)
        draft.aside = when.rest
        return True

    def _set_time(self, draft: RowDraft, when: ParsedTime) -> None:
        """Give a draft its time; an open end and an approximate time are doubts, remarks of the time are notes."""
        draft.start, draft.end, draft.open = when.start, when.end, when.open
        if when.start is None:
            draft.end, draft.until = None, when.end
        if when.about or when.open:
            draft.doubts.append(Doubt.ABOUT)
        draft.note_beside_time(when.remark)

    def _enter(self, draft: RowDraft, day: ParsedDay) -> None:
        """Move a draft to the day that one of its cells names."""
        self._begin(replace(day, title=""))
        draft.day = self._day

    def _nights(self, draft: RowDraft, end: ParsedDay) -> int:
        """Return how many nights lie between a draft's day and the one it ends on, as far as both are known."""
        first, last = self.days[draft.day].when, end.when
        return 0 if first is None or last is None else (last - first).days

    def _take_end(self, draft: RowDraft, cell: str) -> bool:
        moment = read_moment(cell)
        when = read_end(cell) if moment is None else moment[1]
        end = None if when is None else when.end if when.start is None else when.start
        if when is not None and when.open and end is None:
            draft.open = True
            draft.doubts.append(Doubt.ABOUT)
            return True
        if when is None or end is None:
            return False
        if moment is not None and (nights := self._nights(draft, moment[0])):
            if nights != 1 or end > DAY // 2:
                draft.doubts.append(Doubt.ODD_TIME)
                return False
            end += DAY
        draft.note_beside_time(when.remark)
        draft.note_beside_time(when.rest)
        if draft.start is None:
            draft.until = end
        else:
            draft.end = end_after(draft.start, end)
        return True

    def _take_day(self, draft: RowDraft, cell: str) -> bool:
        moment = read_moment(cell)
        if moment is not None:  # a date without a time of its own is one at midnight
            if moment[1].start and draft.start is None:
                return self._take_time(draft, cell)
            self._enter(draft, moment[0])
            return True
        day = read_day(cell)
        if day is None:
            return False
        self._enter(draft, day)
        if day.title:
            draft.notes.append(day.title)
        return not day.title

    def _put(self, draft: RowDraft, *, plain: bool) -> None:
        """Add a draft; one without a time may continue the row before, or be parallel to it."""
        before = self.drafts[-1] if self.drafts else None
        timeless = draft.start is None and draft.until is None and Doubt.ODD_TIME not in draft.doubts
        if timeless and before is not None and before.day == draft.day:
            beside = FORUM.match(draft.title) and (FORUM.match(before.title) or before.heads_others)
            more = draft.lines and not (draft.rooms or draft.people or draft.notes or draft.description)
            if beside and (not self._gap or self._table):
                draft.start, draft.end, draft.length = before.start, before.end, draft.length or before.length
                draft.doubts += before.doubts
            elif more and draft.length is None and (plain or self._table) and self._goes_on(before, draft):
                self._go_on(before, draft)
                return
        self.drafts.append(draft)

    def _goes_on(self, before: RowDraft, draft: RowDraft) -> bool:
        return (not self._gap or not before.lines) and before.size() + draft.size() < MAX_TEXT

    def _go_on(self, before: RowDraft, draft: RowDraft) -> None:
        first, *rest = draft.lines
        if before.lines and first[:2].isalpha() and first[:1].islower() and not self._table:  # a mail breaks its lines
            before.lines[-1] += f" {first}"
        else:
            before.lines.append(first)
        before.lines += rest
        before.cells += draft.cells


PROGRAMME: Final = Importer(name="programme", title=mark("Programme table from Word, Excel or an e-mail"), read=read)
