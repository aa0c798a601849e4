"""All exporters, as a tuple: a new one is written, listed here, and tested. Heavy libraries are imported when used."""

from typing import Final

from planner.exporters.contract import Exporter, ExportError, NamedFile, Options
from planner.exporters.csv import CSV
from planner.exporters.ical import ICS
from planner.exporters.papers.exporter import PDF

EXPORTERS: Final[tuple[Exporter, ...]] = (ICS, PDF, CSV)

__all__ = ["CSV", "EXPORTERS", "ICS", "ExportError", "Exporter", "NamedFile", "Options", "exporter_for"]


def exporter_for(name: str) -> Exporter | None:
    """Return the exporter with a name, or with the ending that a file's name has; None if there is none."""
    name = name.lower()
    named = (exporter for exporter in EXPORTERS if exporter.name == name)
    ending = (exporter for exporter in EXPORTERS if name.endswith("." + exporter.ending))
    return next(named, None) or next(ending, None)
