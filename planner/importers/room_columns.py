"""Reads tables whose columns are rooms, "Zeit | Saal A | Saal B": each cell is a session at the row's time."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from planner.importers.row_draft import RowDraft
from planner.importers.vocabulary import ROOM, ColumnMeaning, column_of, kind_of
from planner.model import KINDS, Plan
from planner.model.base import MAX_TEXT

_LONGEST: Final = 60
"""Characters of a room's name in a head; a longer cell is a sentence."""
_ROOM: Final = re.compile(rf"(?<!\w)(?:{ROOM.pattern}|(?:track|strang|stream|schiene)\b)", re.IGNORECASE)
"""A head that names a room, or a track, which is one room on one day."""
_CORNER: Final = re.compile(r"[^\W\d_]+")
_BESIDE: Final = frozenset(
    {
        ColumnMeaning.TIME,
        ColumnMeaning.END,
        ColumnMeaning.LENGTH,
        ColumnMeaning.DAY,
        ColumnMeaning.NUMBER,
        ColumnMeaning.OTHER,
    }
)
"""Columns that may stand beside rooms; a column of titles shows that the cells are no sessions."""


def rooms_over(cells: Sequence[str], known: Sequence[str] = (), *, first: bool = True) -> tuple[str, ...]:
    """Return the room of each column, "" for other columns; empty for a row that does not clearly name rooms.

    At least two heads, and half of them, must look like rooms or be known. One must name times; where
    no head came before (first), an empty corner is enough.
    """
    if len(cells) < 3 or not ((first and not cells[0]) or any(map(_is_time, cells))):
        return ()
    heads = [" ".join(cell.split()) for cell in cells]
    columns = [ColumnMeaning.TIME if _is_time(head) else column_of(head) for head in heads]
    sure = [_is_room(head, known) for head in heads]
    rooms = tuple(
        head if yes or (head and column is None) else "" for head, yes, column in zip(heads, sure, columns, strict=True)
    )
    filled = [room for room in rooms if room]
    others = {column for column, room in zip(columns, rooms, strict=True) if column is not None and not room}
    clear = sum(sure) >= 2 and sum(sure) * 2 >= len(filled) == len(set(filled)) and max(map(len, filled)) <= _LONGEST
    return rooms if clear and others <= _BESIDE else ()


def _is_time(head: str) -> bool:
    """Return whether a head stands over times, alone or in the corner: "Raum / Zeit"."""
    words = _CORNER.findall(head[:_LONGEST])
    return 0 < len(words) < 4 and all(map(column_of, words)) and ColumnMeaning.TIME in map(column_of, words)


def _is_room(head: str, known: Sequence[str]) -> bool:
    if head.casefold() in known:
        return True
    return _ROOM.search(head[:_LONGEST]) is not None and (column_of(head) is None or head.casefold().startswith("saal"))


class RoomColumns:
    """Reads the rows below such a head, and remembers which session the row before has in each room."""

    def __init__(self, rooms: Sequence[str], plan: Plan) -> None:
        self.rooms = tuple(rooms)
        self._plan = plan
        self._running: dict[int, RowDraft] = {}
        self._rest = {kind.id for kind in (*KINDS, *plan.kinds) if kind.rests}

    def has(self, place: int) -> bool:
        """Return whether a column is a room; one beyond the last head counts as one, too."""
        return place >= len(self.rooms) or bool(self.rooms[place])

    def drafts(self, shared: RowDraft, cells: Sequence[str]) -> list[RowDraft]:
        """Return the new sessions of a row; the shared draft holds its time and day.

        The same text in neighbouring rooms is one session, in all rooms a session for everybody. The same text again in
        the next row is a session that continues. A row without a time continues the cells above it.
        """
        groups = [
            (words, [place for place, _ in group])
            for words, group in groupby(
                ((place, cell) for place, cell in enumerate(cells) if self.has(place)), key=lambda pair: pair[1]
            )
            if words
        ]
        timeless = shared.start is None and shared.until is None and not shared.doubts
        if timeless and self._goes_on(groups):
            for words, places in groups:
                self._running[places[0]].lines += words.split("\n")
                self._running[places[0]].cells.append(words)
            return _with_rest([], shared, self._running)
        if timeless and self._running:
            above = next(iter(self._running.values()))
            shared = replace(shared, start=above.start, end=above.end, length=above.length, doubts=list(above.doubts))
        return self._new(shared, groups)

    def _goes_on(self, groups: Sequence[tuple[str, Sequence[int]]]) -> bool:
        """Return whether each cell has a session of its own above it, which it can continue."""
        above = [self._running.get(places[0]) for _, places in groups]
        own = len({id(draft) for draft in above}) == len(above)
        more = sum(len(words) for words, _ in groups)
        return own and all(
            draft is not None and not draft.heads_others and draft.size() + 2 * more < MAX_TEXT for draft in above
        )

    def _new(self, shared: RowDraft, groups: Sequence[tuple[str, Sequence[int]]]) -> list[RowDraft]:
        new: list[RowDraft] = []
        running: dict[int, RowDraft] = {}
        for words, places in groups:
            draft = self._running.get(places[0])
            if draft is not None and _reaches(draft, words, shared):
                draft.last, draft.end = shared.start, shared.end
            else:
                draft = self._draft(shared, words, places, alone=len(groups) == 1)
                new.append(draft)
            running |= dict.fromkeys(places, draft)
        self._running = running
        several = {id(draft): draft for draft in running.values()}
        if len(several) > 1:
            for draft in several.values():
                draft.beside = True
        return _with_rest(new, shared, running)

    def _draft(self, shared: RowDraft, words: str, places: Sequence[int], *, alone: bool) -> RowDraft:
        lines = words.split("\n")
        for_all = len(places) == sum(map(bool, self.rooms))
        rests = alone and kind_of(lines[0], self._plan) in self._rest  # Excel keeps only the first of merged cells
        rooms = [self.rooms[place] for place in places if place < len(self.rooms)]
        return replace(
            shared,
            cells=[words],
            lines=lines,
            rooms=[] if for_all or rests else rooms,
            notes=[],
            doubts=list(shared.doubts),
        )


def _with_rest(new: list[RowDraft], shared: RowDraft, running: Mapping[int, RowDraft]) -> list[RowDraft]:
    """Add what else a row says to its first new session, or to one that continues; return the new ones."""
    if not new and not running:
        return [shared]
    first = new[0] if new else next(iter(running.values()))
    first.notes += shared.notes
    first.cells += shared.cells
    return new


def _reaches(draft: RowDraft, words: str, shared: RowDraft) -> bool:
    """Return whether a session of the row above continues: the same text, and no gap in time."""
    known = draft.start is not None and shared.start is not None
    return known and draft.lines == words.split("\n") and draft.end in {None, shared.start, shared.end}
