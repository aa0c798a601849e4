"""What every exporter is: a name, an ending, options, an audience, and a function from a programme to bytes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, Field

from planner.model import Audience, Document
from planner.model.base import Frozen
from planner.model.programme import Programme, programme


class Options(Frozen, defer_build=True):
    """Options that every exporter has; dialog and command line are derived from the fields of this model."""

    language: Annotated[Literal["de", "en"], Field(description="Language of the fixed words")] = "de"
    made: Annotated[AwareDatetime, Field(description="When the export is made, for formats that must say so")] = (
        datetime(2000, 1, 1, tzinfo=UTC)
    )


class ExportError(Exception):
    """An export that failed, with the id of the session on which it failed, if it was one."""

    def __init__(self, reason: str, session: str = "") -> None:
        super().__init__(reason)
        self.session = session


@dataclass(frozen=True)
class Exporter:
    """An export format. Deterministic: the same programme and options give the same bytes."""

    name: str
    title: str
    ending: str
    options: type[Options]
    audience: Audience
    write: Callable[[Programme, Any], bytes]
    heads: tuple[bytes, ...] = ()
    """Possible first bytes of a file of this format, by which an earlier export is recognised."""

    def export(self, document: Document, options: Options | None = None) -> bytes:
        """Return the file's bytes; what the exporter's audience may not see never reaches it."""
        return self.write(programme(document, self.audience), options or self.options())
