"""All importers, as a tuple: a new one is written, listed here, and tested."""

from typing import Final

from planner.importers.found import DOUBTS, Doubt, FoundDay, Programme, Row, Who
from planner.importers.grid import tsv
from planner.importers.html_table import has_table, html_rows
from planner.importers.importer import Importer, NotImported
from planner.importers.programme import PROGRAMME
from planner.importers.sessions import date_of, day_id, day_of, plan_of
from planner.importers.times import read_time

IMPORTERS: Final[tuple[Importer, ...]] = (PROGRAMME,)

__all__ = [
    "DOUBTS",
    "IMPORTERS",
    "PROGRAMME",
    "Doubt",
    "FoundDay",
    "Importer",
    "NotImported",
    "Programme",
    "Row",
    "Who",
    "begins_with_time",
    "date_of",
    "day_id",
    "day_of",
    "has_table",
    "html_rows",
    "plan_of",
    "tsv",
]


def begins_with_time(line: str) -> bool:
    """Tell whether a line may be one of a programme."""
    return read_time(line) is not None
