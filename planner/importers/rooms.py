"""Rooms from a venue's table, if it is of a size that a house may have."""

import re
from typing import Final

from planner.importers.contract import TooMuchForRooms
from planner.importers.guard import Guard
from planner.importers.rooms_table import RoomsTable, parse_rooms

MOST: Final = 50_000
"""Characters; as many are read before anybody could see it, whatever they are."""
_BETWEEN: Final = re.compile(r"[\t;|]")


def read_rooms(text: str) -> RoomsTable:
    """Return the rooms of a pasted table; raises NotImported for more than any house has."""
    check_rooms(text)
    return parse_rooms(text)


def check_rooms(text: str) -> None:
    """Refuse what is larger than the table of any house; raises NotImported."""
    if len(text) > MOST:
        raise TooMuchForRooms(limit=MOST)
    guard = Guard()
    for line in text.split("\n"):
        if line.strip():
            cells = 1 + len(_BETWEEN.findall(line))
            guard.rows()
            guard.cells(cells, cells)
