"""Text as rows of cells: tables with tabs as Excel gives them, and lines of a mail."""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from planner.importers.delimited import delimited
from planner.importers.importer import TooLong, TooManyColumns, TooManyRows, TooMuchText
from planner.importers.times import read_time
from planner.model.base import MAX_TEXT, clean_text

MAX_ROWS: Final = 5_000
MAX_COLUMNS: Final = 200
MAX_MILLIONS: Final = 5

_FIELD: Final = re.compile(rf'"((?:[^"]|""){{0,{MAX_TEXT}}})"(?=[\t\n]|\Z)|([^\t\n]*)')
_SPACES: Final = re.compile(r"[^\S\n\t]")
_WORD: Final = re.compile(r"\w")
_RUNS: Final = re.compile(" {2,}")
_BETWEEN: Final = re.compile(r" {2,}| \| ")


class Grid(NamedTuple):
    """Rows of cells, and whether somebody made a table of them: a line without a time goes on with the last one."""

    rows: tuple[tuple[str, ...], ...]
    table: bool


def grid_of(text: str) -> Grid:
    """Return text as rows of cells; raises NotImported for more than fits a plan."""
    if len(text) > MAX_MILLIONS * 1_000_000:
        raise TooLong(limit=MAX_MILLIONS)
    text = _SPACES.sub(" ", str(clean_text(text.replace("\v", " "))))
    if "\t" in text:
        return Grid(checked(_fields(text)), table=True)
    if rows := delimited(text):
        return Grid(checked(rows), table=True)
    return Grid(checked(line_cells(line) for line in text.split("\n")), table=False)


def checked(rows: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    """Return rows with their cells stripped; raises NotImported for more than fits a plan."""
    found: list[tuple[str, ...]] = []
    for row in rows:
        cells = tuple(_RUNS.sub(" ", cell).strip() for cell in row)
        while cells and not cells[-1]:
            cells = cells[:-1]
        found.append(cells if any(map(_WORD.search, cells)) else ())
        if len(found) > MAX_ROWS:
            raise TooManyRows(limit=MAX_ROWS)
        if len(cells) > MAX_COLUMNS:
            raise TooManyColumns(limit=MAX_COLUMNS)
        if sum(map(len, cells)) + 3 * len(cells) > MAX_TEXT:
            raise TooMuchText(row=len(found), limit=MAX_TEXT)
    return tuple(found)


def tsv(rows: Iterable[Iterable[str]]) -> str:
    """Return rows as text that grid_of reads back as they are."""
    return "\n".join("\t".join(map(_quoted, row)) for row in rows)


def _quoted(cell: str) -> str:
    cell = str(clean_text(cell))
    return '"' + cell.replace('"', '""') + '"' if any(each in cell for each in '\n\t"') else cell


def _fields(text: str) -> Iterable[list[str]]:
    row: list[str] = []
    place = 0
    while True:
        match = _FIELD.match(text, place)
        assert match is not None  # the second way matches nothing, too
        row.append(match[2] if match[1] is None else match[1].replace('""', '"').replace("\t", " "))
        place = match.end() + 1
        if match.end() == len(text) or text[match.end()] == "\n":
            yield row
            row = []
        if match.end() == len(text):
            return


def line_cells(line: str) -> list[str]:
    """Return a line's time and what stands behind it, in cells if it is set in columns."""
    line = line.strip().strip("|").strip()
    when = read_time(line)
    if when is None:
        return [line]
    time = line[: len(line) - len(when.rest)] if when.rest and line.endswith(when.rest) else line
    return [time, *_BETWEEN.split(when.rest)] if when.rest else [time]
