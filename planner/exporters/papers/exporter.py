"""The printed programme as PDF. The modules that draw it are imported only when one is written: reportlab is slow."""

from typing import Final

from planner.exporters.contract import Exporter
from planner.exporters.papers.handout_options import HandoutOptions
from planner.model.audience import Audience
from planner.model.programme import Programme
from planner.text import mark


def write(programme: Programme, options: HandoutOptions) -> bytes:
    """Return the handout as PDF; raises ExportError with the session on which it failed."""
    from planner.exporters.papers.handout import handout

    return handout(programme, options)


def missing_characters(programme: Programme) -> tuple[str, ...]:
    """Return the characters of a programme that no shipped font has; a box is printed for each."""
    from planner.exporters.papers.missing_characters import missing_characters as missing

    return missing(programme)


PDF: Final = Exporter(
    name="pdf",
    title=mark("Printed programme (PDF)"),
    ending="pdf",
    options=HandoutOptions,
    audience=Audience.PUBLIC,
    write=write,
    heads=(b"%PDF-",),
)
