"""What every importer is, a name and a function from a text to a parsed programme, and why a text may be refused."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from planner.importers.parsed import ParsedProgramme
from planner.model import Plan
from planner.text import mark


class NotImported(Exception):  # noqa: N818  # named for the situation
    """A text that is refused as a whole; the message is the class's sentence filled with the facts."""

    sentence: ClassVar[str] = ""

    def __init__(self, **facts: str | int) -> None:
        self.facts = facts
        super().__init__(self.sentence.format_map(facts))


class TooManyRows(NotImported):
    """More rows than a plan may have sessions; facts: limit."""

    sentence = mark("The table has more than {limit} rows. Nothing was inserted; paste it in parts.")


class TooManyColumns(NotImported):
    """More columns than any programme; facts: limit."""

    sentence = mark("The table has more than {limit} columns. Nothing was inserted; paste only those of the programme.")


class TooManyCells(NotImported):
    """More cells than any programme, counting each that a wide one spans; facts: limit."""

    sentence = mark("The table has more than {limit} cells. Nothing was inserted; paste it in parts.")


class TooSlow(NotImported):
    """A text that takes longer to read than any programme; facts: limit in seconds."""

    sentence = mark(
        "Reading this took longer than {limit} seconds and was stopped. Nothing was "
        "inserted; paste it in parts, or as plain text."
    )


class TooMuchForRooms(NotImported):
    """A table of rooms longer than any venue's; facts: limit in characters."""

    sentence = mark(
        "The table has more than {limit} characters. Nothing was inserted; paste only the rows of the rooms."
    )


class TooMuchText(NotImported):
    """A row of more text than a session holds; facts: row, limit."""

    sentence = mark("Row {row} has more than {limit} characters. Nothing was inserted; shorten it or leave it out.")


class TooLong(NotImported):
    """A text longer than any programme; facts: limit in millions of characters."""

    sentence = mark("The text has more than {limit} million characters. Nothing was inserted; paste it in parts.")


@dataclass(frozen=True)
class Importer:
    """A way into the program: it understands what it can, says what it does not, and loses nothing.

    The plan is the one that the sessions will go to: its rooms, kinds and people are known by name.
    """

    name: str
    title: str
    read: Callable[[str, Plan], ParsedProgramme]
