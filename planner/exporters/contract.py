"""What every exporter is: a name, an ending, options, the most it may show, and how a programme becomes files."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Any, Final, Literal, NamedTuple

from pydantic import AwareDatetime, Field

from planner.model import Audience, Document
from planner.model.base import Frozen
from planner.model.programme import Programme, programme, sees
from planner.text.language import language, mark


class Shown(NamedTuple):
    """How a dialog shows an option: a label, and words for each choice. English, to be translated; a tick has none."""

    label: str
    choices: tuple[tuple[str, str], ...] = ()


AS_PLANNED: Final = mark("As set under “Papers”")
"""The words of a choice that follows the print settings of the plan."""


AUDIENCES: Final = (
    (Audience.PUBLIC, mark("Everybody")),
    (Audience.ATTENDEES, mark("Participants")),
    (Audience.TEAM, mark("The team")),
)
"""Those for whom a file can be made; what is only for this file itself never leaves it."""


class Options(Frozen, defer_build=True):
    """Options that every exporter has; dialog and command line are derived from the fields of this model."""

    language: Annotated[
        Literal["de", "en"],
        Field(description=mark("Language of the fixed words")),
        Shown(mark("Language"), (("de", "Deutsch"), ("en", "English"))),
    ] = "de"
    audience: Annotated[
        Audience,
        Field(description=mark("Who will read it; what is meant for fewer people is left out")),
        Shown(mark("Made for"), AUDIENCES),
    ] = Audience.PUBLIC
    made: Annotated[AwareDatetime, Field(description=mark("When the export is made, for formats that must say so"))] = (
        datetime(2000, 1, 1, tzinfo=UTC)
    )


class ExportError(Exception):
    """An export that failed, with the id of the session on which it failed, if it was one."""

    def __init__(self, reason: str, session: str = "") -> None:
        super().__init__(reason)
        self.session = session


class NamedFile(NamedTuple):
    """One file of an export, and what tells it from the others, such as a person's name; the only one has no name."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Exporter:
    """An export format. Deterministic: the same programme and options give the same files."""

    name: str
    title: str
    ending: str
    options: type[Options]
    limit: Audience
    """The audience that sees most in this format; the options choose one within it."""
    write: Callable[[Programme, Any], tuple[NamedFile, ...]]
    heads: tuple[bytes, ...] = ()
    """Possible first bytes of a file of this format, by which an earlier export is recognised."""

    @property
    def audiences(self) -> tuple[Audience, ...]:
        """The audiences for which this format can be made."""
        return tuple(audience for audience in Audience if sees(self.limit, audience))

    def export(self, document: Document, options: Options | None = None) -> tuple[NamedFile, ...]:
        """Return the files; what the chosen audience may not see never reaches the exporter.

        Raises ExportError for an audience beyond the exporter's limit.
        """
        options = options or self.options()
        if options.audience not in self.audiences:
            t = language(options.language)
            raise ExportError(t("This format cannot be made for that audience."))
        return self.write(programme(document, options.audience), options)


def only(data: bytes) -> tuple[NamedFile, ...]:
    """Return the files of an export that is a single one."""
    return (NamedFile("", data),)
