"""All importers, as a tuple: a new one is written, listed here, and tested."""

from typing import Final

from planner.importers.contract import Importer, NotImported, TooLong
from planner.importers.delimited import delimited
from planner.importers.grid import grid_of, tsv
from planner.importers.html_table import has_table, html_rows
from planner.importers.parsed import DOUBTS, Doubt, ParsedDay, ParsedPerson, ParsedProgramme, ParsedRow
from planner.importers.paste_limits import MAX_MILLIONS
from planner.importers.programme import PROGRAMME
from planner.importers.rooms import check_rooms, read_rooms
from planner.importers.sessions import date_of, day_id, day_of, plan_of
from planner.importers.times import read_time

IMPORTERS: Final[tuple[Importer, ...]] = (PROGRAMME,)
_LOOK: Final = 20_000
"""Characters: enough to judge whether a text may be a programme, and few enough to be shown in any case."""

__all__ = [
    "DOUBTS",
    "IMPORTERS",
    "PROGRAMME",
    "Doubt",
    "Importer",
    "NotImported",
    "ParsedDay",
    "ParsedPerson",
    "ParsedProgramme",
    "ParsedRow",
    "as_text",
    "check_rooms",
    "check_size",
    "date_of",
    "day_id",
    "day_of",
    "has_table",
    "html_rows",
    "may_be_programme",
    "plan_of",
    "read_rooms",
    "tsv",
]


def check_size(octets: int) -> None:
    """Refuse data that is too large, by its size in UTF-8; raises NotImported."""
    if octets > 4 * MAX_MILLIONS * 1_000_000:
        raise TooLong(limit=MAX_MILLIONS)


def as_text(html: str, text: str) -> str:
    """Return what was copied, a table in HTML or a text, as text from which a programme is read.

    Raises NotImported for too much; also for text that a field could not show: a line of a million tabs freezes it.
    """
    found = tsv(html_rows(html)) if html else text
    if len(found) > _LOOK:
        grid_of(found)
    return found


def may_be_programme(text: str) -> bool:
    """Return whether a text may be a programme: a table, or lines that begin with a time."""
    start = text.strip()[:_LOOK]
    return "\t" in start or any(map(read_time, start.splitlines())) or delimited(start) is not None
