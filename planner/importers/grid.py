"""Splits text into rows of cells: tables with tabs as Excel copies them, saved tables, and the lines of a mail."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from planner.importers.contract import TooManyRows, TooMuchText
from planner.importers.delimited import delimited
from planner.importers.paste_limits import MAX_ROWS, Guard
from planner.importers.times import read_time
from planner.model.base import MAX_TEXT, clean_text

_MOST_LINES: Final = 20 * MAX_ROWS
"""More lines than rows are allowed, as a cell may have several."""
_FIELD: Final = re.compile(rf'"((?:[^"]|""){{0,{MAX_TEXT}}})"(?=[\t\n]|\Z)|([^\t\n]*)')
_SPACES: Final = re.compile(r"[^\S\n\t]")
_WORD: Final = re.compile(r"\w")
_RUNS: Final = re.compile(" {2,}")
_BETWEEN: Final = re.compile(r" {2,}| \| ")
_LOOSE: Final = re.compile(r"(?<=[–—:,-]) {2,}")
"""Spaces after a sign that leads on, such as a dash: no new column begins there."""
_GUARDED: Final = re.compile(r"'(?=[\s'\"]*[=+\-@＝＋－＠])")
"""The apostrophe that saved tables, ours too, put before what a spreadsheet would take for a formula."""


class Grid(NamedTuple):
    """Rows of cells, and whether they come from a table; if not, a line without a time continues the one before."""

    rows: tuple[tuple[str, ...], ...]
    table: bool


def grid_of(text: str, guard: Guard | None = None) -> Grid:
    """Return text as rows of cells; raises NotImported for more than fits a plan."""
    guard = guard or Guard()
    guard.text(text)
    text = _SPACES.sub(" ", str(clean_text(text.replace("\v", " "))))
    if text.count("\n") > _MOST_LINES:
        raise TooManyRows(limit=MAX_ROWS)
    if "\t" in text:
        return Grid(_checked(map(_unguarded, _fields(text)), guard), table=True)
    if rows := delimited(text, guard):
        return Grid(_checked(map(_unguarded, rows), guard), table=True)
    return Grid(_checked((line_cells(line) for line in text.split("\n")), guard), table=False)


def _checked(rows: Iterable[Sequence[str]], guard: Guard) -> tuple[tuple[str, ...], ...]:
    """Return rows with their cells stripped; raises NotImported for more than fits a plan."""
    found: list[tuple[str, ...]] = []
    for row in rows:
        guard.rows()
        width = next((width for width in range(len(row), 0, -1) if row[width - 1].strip()), 0)
        guard.cells(width, width)
        cells = tuple(_RUNS.sub(" ", cell).strip() for cell in row[:width])
        if sum(map(len, cells)) + 3 * len(cells) > MAX_TEXT:
            raise TooMuchText(row=len(found) + 1, limit=MAX_TEXT)
        found.append(cells if any(map(_WORD.search, cells)) else ())
    return tuple(found)


def _unguarded(row: Sequence[str]) -> list[str]:
    return [cell[1:] if _GUARDED.match(cell) else cell for cell in row]


def tsv(rows: Iterable[Iterable[str]]) -> str:
    """Return rows as text that grid_of reads back as they are."""
    return "\n".join("\t".join(map(_quoted, row)) for row in rows)


def _quoted(cell: str) -> str:
    cell = str(clean_text(cell))
    return '"' + cell.replace('"', '""') + '"' if any(sign in cell for sign in '\n\t"') else cell


def _fields(text: str) -> Iterator[list[str]]:
    """Yield rows of cells between tabs; a cell in quotes may hold line ends and doubled quotes, as Excel writes it."""
    row: list[str] = []
    place = 0
    while True:
        match = _FIELD.match(text, place)
        assert match is not None  # the second alternative also matches the empty string
        row.append(match[2] if match[1] is None else match[1].replace('""', '"').replace("\t", " "))
        place = match.end() + 1
        if match.end() == len(text) or text[match.end()] == "\n":
            yield row
            row = []
        if match.end() == len(text):
            return


def line_cells(line: str) -> list[str]:
    """Return the time that a line begins with and the rest, split where several spaces or a bar separate columns."""
    line = line.strip().strip("|").strip()
    when = read_time(line)
    if when is None:
        return [line]
    time = line[: len(line) - len(when.rest)] if when.rest and line.endswith(when.rest) else line
    return [time, *_BETWEEN.split(_LOOSE.sub(" ", when.rest))] if when.rest else [time]
