"""Finds what each column of a table holds: by its heading, or without one by what its cells look like."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from planner.importers.names import is_name
from planner.importers.times import read_day, read_length, read_moment, read_time
from planner.importers.vocabulary import ROOM, ColumnMeaning, column_of
from planner.model import Plan
from planner.text.flat import flat
from planner.text.time_grammar import is_range_sign

_LONGEST: Final = 40
"""Characters of a heading or of a room's name; a longer cell is a sentence."""
_UNIT: Final = re.compile(r"[^\W\d]|['’]")
_COUNT: Final = re.compile(r"\d{1,3}\.?")
_MOST: Final = 200
"""Rows that are looked at: more would not change the result, and guessing reads every cell several times."""
_HALF: Final = 0.5
"""Share of cells that must be times, as some rows have none ("anschließend")."""
_MOSTLY: Final = 0.6
"""Share of cells that must look like days, lengths, rooms or people; more than half, as titles may look like these."""


def heads_of(cells: Sequence[str]) -> tuple[ColumnMeaning | None, ...]:
    """Return what the cells of a head row name; empty for a row that is no head."""
    filled = [cell for cell in cells if cell]
    found = tuple(column_of(cell) for cell in cells)
    named = sum(column is not None for column in found)
    plain = all(_may_head(cell, named=column is not None) for cell, column in zip(cells, found, strict=True))
    # A row of a programme may contain a word such as "Ende", but hardly two headings in half of its cells.
    if named < 2 or named * 2 < len(filled) or not plain or any(read_time(cell) is not None for cell in filled):
        return ()
    columns = set(found)
    return found if columns & {ColumnMeaning.TIME, ColumnMeaning.TITLE, ColumnMeaning.DAY} else ()


def _may_head(cell: str, *, named: bool) -> bool:
    """Return whether a cell may be a heading: it is short, or each of its lines names a column."""
    return all(column_of(line) is not None for line in cell.split("\n")) if named else len(cell) <= _LONGEST


def columns_of(
    heads: Sequence[ColumnMeaning | None], rows: Iterable[Sequence[str]], plan: Plan
) -> tuple[ColumnMeaning, ...]:
    """Return what each column holds; without headings this is guessed from the cells."""
    some = [row for row in rows if sum(map(bool, row)) > 1][:_MOST]
    width = max((len(row) for row in some), default=2)
    found: list[ColumnMeaning | None] = [*heads, *[None] * (width - len(heads))]
    cells = [[row[column] for row in some if column < len(row) and row[column]] for column in range(len(found))]
    if ColumnMeaning.TITLE in found:  # a second one says more about the first
        first = found.index(ColumnMeaning.TITLE)
        found = [
            ColumnMeaning.SUBTITLE if meaning is ColumnMeaning.TITLE and place > first else meaning
            for place, meaning in enumerate(found)
        ]
    if not heads:
        _guess(found, cells, plan)
    free = [column for column, meaning in enumerate(found) if meaning is None]
    if ColumnMeaning.TITLE not in found and free:
        # The title is in the first column that is filled nearly as often as the fullest: titles are rarely left out.
        most = max(len(cells[column]) for column in free)
        found[next(column for column in free if len(cells[column]) * 2 >= most)] = ColumnMeaning.TITLE
    other = ColumnMeaning.OTHER if heads else ColumnMeaning.SUBTITLE
    return tuple(other if meaning is None else meaning for meaning in found)


def titles_beside_times(columns: Sequence[ColumnMeaning], rows: Iterable[Sequence[str]]) -> bool:
    """Return whether most cells of the times hold words, too: then "9:00 Welcome" is a time and a title."""
    place = columns.index(ColumnMeaning.TIME) if ColumnMeaning.TIME in columns else 0
    cells = [row[place] for row in rows if sum(map(bool, row)) > 1 and place < len(row) and row[place]][:_MOST]
    times = [when for when in map(read_time, cells) if when is not None]
    return sum(when.rest[:1].isalpha() for when in times) * 2 > len(times)


def _guess(found: list[ColumnMeaning | None], cells: list[list[str]], plan: Plan) -> None:
    """Fill in the columns whose cells look like times, numbers, days, lengths, rooms or people."""
    times = [column for column in range(len(found)) if _is_time(cells[column])]
    if times:
        found[times[0]] = ColumnMeaning.TIME
        # Two columns of times side by side are start and end, unless the first holds "9–10 Uhr" already.
        # A column of "bis" or dashes may stand between them.
        between = times[0] + 1
        signed = between < len(cells) and bool(cells[between]) and all(map(is_range_sign, map(flat, cells[between])))
        nexts = [column for column in times[1:] if column == between + signed]
        if signed and nexts:
            found[between] = ColumnMeaning.NUMBER
        if nexts and _share(cells[times[0]], lambda cell: getattr(read_time(cell), "end", None) is not None) < _HALF:
            found[nexts[0]] = ColumnMeaning.END
    rooms = {room.name.casefold() for room in plan.rooms}
    for column, meaning in enumerate(found):
        if meaning is None and cells[column] and all(map(_COUNT.fullmatch, cells[column])):
            found[column] = _counted([int(cell.strip(".")) for cell in cells[column]])
    looks: tuple[tuple[ColumnMeaning, Callable[[str], bool]], ...] = (
        (ColumnMeaning.DAY, lambda cell: read_day(cell) is not None),
        (ColumnMeaning.LENGTH, lambda cell: _UNIT.search(cell) is not None and read_length(cell) is not None),
        (
            ColumnMeaning.ROOM,
            lambda cell: cell.casefold() in rooms or (len(cell) <= _LONGEST and ROOM.match(cell) is not None),
        ),
        (ColumnMeaning.PEOPLE, lambda cell: any(is_name(part.split(" (")[0]) for part in re.split(r"[\n;,]", cell))),
    )
    for kind, looks_so in looks:
        free = [column for column, meaning in enumerate(found) if meaning is None and cells[column]]
        for column in free:
            # The last column left is the title, even if titles look like rooms or names.
            only = len(free) == 1 and kind in {ColumnMeaning.ROOM, ColumnMeaning.PEOPLE}
            if not only and kind not in found and _share(cells[column], looks_so) >= _MOSTLY:
                found[column] = kind


def _counted(numbers: list[int]) -> ColumnMeaning | None:
    """Return whether bare numbers number the rows, one after the other, or are lengths: multiples of 5 minutes."""
    if numbers == list(range(numbers[0], numbers[0] + len(numbers))):
        return ColumnMeaning.NUMBER
    return ColumnMeaning.LENGTH if all(number % 5 == 0 for number in numbers) else None


def _is_time(cells: list[str]) -> bool:
    # At least one must be a time beyond doubt: a column of bare numbers could hold anything.
    sure = any(read_time(cell) is not None or read_moment(cell) is not None for cell in cells)
    return sure and _share(cells, lambda cell: bool(read_time(cell, column=True) or read_moment(cell))) >= _HALF


def _share(cells: list[str], looks_so: Callable[[str], bool]) -> float:
    return sum(map(looks_so, cells)) / len(cells) if cells else 0.0
