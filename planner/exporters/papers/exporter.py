"""The printed programme as PDF. The modules that draw it are imported only when one is written: reportlab is slow."""

from typing import Final

from planner.exporters.contract import Exporter, NamedFile, Options, only
from planner.exporters.papers.handout_options import HandoutOptions
from planner.model.audience import Audience
from planner.model.document import Document
from planner.model.programme import Programme
from planner.model.programme import programme as programme_of
from planner.text import mark


def write(programme: Programme, options: HandoutOptions) -> tuple[NamedFile, ...]:
    """Return the handout as PDF; raises ExportError with the session on which it failed."""
    from planner.exporters.papers.handout import handout

    return only(handout(programme, options))


def first_page(document: Document, options: Options) -> bytes | None:
    """Return the first page of the handout as PDF, for a preview; None if all pages are set as soon."""
    from planner.exporters.papers.handout import first_page as first

    assert isinstance(options, HandoutOptions)
    return first(programme_of(document, options.audience), options)


def missing_characters(programme: Programme) -> tuple[str, ...]:
    """Return the characters of a programme that no shipped font has; a box is printed for each."""
    from planner.exporters.papers.missing_characters import missing_characters as missing

    return missing(programme)


PDF: Final = Exporter(
    name="pdf",
    title=mark("Printed programme (PDF)"),
    ending="pdf",
    options=HandoutOptions,
    limit=Audience.ATTENDEES,
    write=write,
    heads=(b"%PDF-",),
)
