"""All importers, as a tuple: a new one is written, listed here, and tested."""

from typing import Final

from planner.importers.delimited import delimited
from planner.importers.found import DOUBTS, Doubt, FoundDay, Programme, Row, Who
from planner.importers.grid import tsv
from planner.importers.html_table import has_table, html_rows
from planner.importers.importer import Importer, NotImported
from planner.importers.programme import PROGRAMME
from planner.importers.sessions import date_of, day_id, day_of, plan_of
from planner.importers.times import read_time

IMPORTERS: Final[tuple[Importer, ...]] = (PROGRAMME,)
_LOOK: Final = 100_000
"""So many characters of a text tell whether it may be a programme."""

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
    "date_of",
    "day_id",
    "day_of",
    "has_table",
    "html_rows",
    "may_be_programme",
    "plan_of",
    "tsv",
]


def may_be_programme(text: str) -> bool:
    """Tell whether a text may be a programme: a table, or lines that begin with a time."""
    start = text.strip()[:_LOOK]
    return "\t" in start or any(map(read_time, start.splitlines())) or delimited(start) is not None
