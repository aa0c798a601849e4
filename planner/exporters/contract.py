"""What every exporter is: a name, file endings, options, and a function from a programme to bytes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, Field

from planner.model import Audience, Document
from planner.model.base import Frozen
from planner.model.programme import Programme, programme


class Options(Frozen):
    """What every exporter may be told; dialog and command line derive from the fields of the model."""

    language: Annotated[Literal["de", "en"], Field(description="Language of the fixed words")] = "de"
    made: Annotated[AwareDatetime, Field(description="When the export is made, for formats that must say so")] = (
        datetime(2000, 1, 1, tzinfo=UTC)
    )


class ExportError(Exception):
    """An export that cannot be made; says which session it failed on, if one."""

    def __init__(self, reason: str, session: str = "") -> None:
        super().__init__(reason)
        self.session = session


@dataclass(frozen=True)
class Exporter:
    """A way out of the program. Deterministic: the same programme and options give the same bytes."""

    name: str
    title: str
    ending: str
    options: type[Options]
    audience: Audience
    write: Callable[[Programme, Any], bytes]
    heads: tuple[bytes, ...] = ()
    """What every file of this format begins with, in whichever language: so an earlier one is known again."""

    def export(self, document: Document, options: Options | None = None) -> bytes:
        """Return the file's bytes; what the exporter's audience may not see never reaches it."""
        return self.write(programme(document, self.audience), options or self.options())
