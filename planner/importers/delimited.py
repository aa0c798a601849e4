"""Reads tables saved as text, whose cells are separated by semicolons, bars or commas."""

import csv
import re
from collections.abc import Sequence
from io import StringIO
from typing import Final

from planner.importers.detect_columns import heads_of
from planner.importers.paste_limits import Guard
from planner.importers.room_columns import rooms_over
from planner.importers.times import read_day, read_moment, read_time

_MARKS: Final = ";|,"
_QUOTED: Final = re.compile(r'"[^"]*"')
_HEADED: Final = 5
"""So many rows are searched for a head: it may stand below a title."""


def delimited(text: str, guard: Guard | None = None) -> list[list[str]] | None:
    """Return the rows of a text whose lines agree on a separator; None for any other text.

    There must be a head, or a time alone in the first cells. As sentences have commas, too, all rows must have equally
    many, and without a head none may be followed by a space: otherwise titles would be torn.
    """
    guard = guard or Guard()
    return next((rows for mark in _MARKS if (rows := _split(text, mark, guard)) is not None), None)


def _split(text: str, mark: str, guard: Guard) -> list[list[str]] | None:
    if mark not in text:
        return None
    lines = [line.strip().removeprefix("|") for line in text.split("\n")] if mark == "|" else text.split("\n")
    try:
        rows = [
            [f"{mark} ".join(row)] if _names_day(row, guard) else row
            for row in csv.reader(StringIO("\n".join(lines)), delimiter=mark, skipinitialspace=True)
        ]
    except csv.Error:  # a cell without end
        return None
    wide = [row for row in rows if len(row) > 1]
    agreed = mark != "," or len(set(map(len, wide))) == 1
    # At least half of the lines must be rows: a mail with a few semicolons is no table.
    if not agreed or len(wide) < 2 or len(wide) * 2 < sum(map(bool, rows)):
        return None
    spaced = mark == "," and ", " in _QUOTED.sub("", text)
    timed = sum(map(_is_time, wide)) * 2 >= len(wide) and not spaced
    return rows if timed or any(heads_of(row) or rooms_over(row) for row in wide[:_HEADED]) else None


def _names_day(row: Sequence[str], guard: Guard) -> bool:
    """Return whether a row is a date that contains the separator, such as "Montag, 19. Juni 2017"."""
    guard.look()
    filled = [cell for cell in row if cell.strip()]
    day = read_day(", ".join(filled)) if 1 < len(filled) < 4 else None
    return day is not None and not day.title


def _is_time(row: Sequence[str]) -> bool:
    """Return whether the first cell is a time or a date, and nothing else."""
    first = row[0].strip()
    when, day = read_time(first), read_day(first)
    timed = when is not None and not when.rest
    return timed or (day is not None and not day.title) or read_moment(first) is not None
