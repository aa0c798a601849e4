"""The printed programme as PDF: what it may be told. What draws it is imported when it is written."""

from typing import Annotated, Final, Literal

from pydantic import Field

from planner.exporters.contract import Exporter, Options
from planner.model.programme import Programme
from planner.model.session import Audience
from planner.text import mark


class HandoutOptions(Options):
    """Without a language of its own, a handout is printed in that of the plan's print settings."""

    times: Annotated[Literal["plan", "start", "range"], Field(description="Start times only, or start and end")] = (
        "plan"
    )
    draft: Annotated[Literal["plan", "yes", "no"], Field(description="Whether it is marked as a draft")] = "plan"
    descriptions: Annotated[bool, Field(description="Print the descriptions of sessions")] = False


def write(programme: Programme, options: HandoutOptions) -> bytes:
    """Return the handout as PDF."""
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
