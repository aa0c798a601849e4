"""What an importer has found: rows that may become sessions, each with what is doubtful about it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from planner.model import Role, Status
from planner.text import mark


class Doubt(StrEnum):
    """What was not clear in a row."""

    NO_TIME = "no-time"
    ODD_TIME = "odd-time"
    NO_START = "no-start"
    ABOUT = "about"
    ASIDE = "aside"
    BACKWARDS = "backwards"
    NO_TITLE = "no-title"
    LONG_TITLE = "long-title"
    SAME_TIME = "same-time"


DOUBTS: Final = {
    Doubt.NO_TIME: mark("no time given"),
    Doubt.ODD_TIME: mark("the time was not understood"),
    Doubt.NO_START: mark("only its end is given"),
    Doubt.ABOUT: mark("the time is approximate"),
    Doubt.ASIDE: mark("what stands beside the time is in the note"),
    Doubt.BACKWARDS: mark("earlier than the row before"),
    Doubt.NO_TITLE: mark("no title given"),
    Doubt.LONG_TITLE: mark("the title was too long; the whole title is in the note"),
    Doubt.SAME_TIME: mark("at the same time as another one"),
}


@dataclass(frozen=True)
class ParsedPerson:
    """A contributor as named in the text."""

    name: str
    organisation: str = ""
    role: Role = Role.SPEAKER
    status: Status = Status.CONFIRMED


@dataclass(frozen=True)
class ParsedDay:
    """A day as named, by any of date, number and weekday (Monday is 0); empty for rows before the first day."""

    label: str = ""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    number: int | None = None
    weekday: int | None = None
    title: str = ""

    @property
    def when(self) -> date | None:
        """The date; None if a part of it is missing or it does not exist."""
        return self.in_year(self.year) if self.year is not None else None

    def means(self, other: "ParsedDay") -> bool:
        """Return whether both name the same day; one may leave out the year."""
        if self.month is not None and other.month is not None:
            years = {self.year, other.year} - {None}
            return (self.month, self.day) == (other.month, other.day) and len(years) < 2
        mine, theirs = (self.month, self.number, self.weekday), (other.month, other.number, other.weekday)
        return mine == theirs and bool(self.label) == bool(other.label)

    def in_year(self, year: int) -> date | None:
        """Return the date in a year; None if month or day is missing, or there is no such date."""
        if self.month is None or self.day is None:
            return None
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


@dataclass(frozen=True)
class ParsedRow:
    """A future session: times in minutes of its day, the id of its kind, names as written; no start means the tray."""

    source: str
    """The row as pasted, with bars between its cells."""
    day: int = 0
    """The place of its day in the programme."""
    start: int | None = None
    end: int | None = None
    length: int | None = None
    """The length that the row gives, used where it gives no end."""
    kind: str = "talk"
    title: str = ""
    subtitle: str = ""
    description: str = ""
    rooms: tuple[str, ...] = ()
    people: tuple[ParsedPerson, ...] = ()
    items: tuple[str, ...] = ()
    note: str = ""
    round: str = ""
    """The title of its round: the heading above parallel sessions."""
    open: bool = False
    """Whether its end is said to be open: then it is as long as its kind usually is."""
    last: int | None = None
    """The start of the last row that it reaches into, in a table whose columns are rooms."""
    beside: bool = False
    """Whether, in such a table, other sessions take place in other rooms meanwhile."""
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True)
class ParsedProgramme:
    """All rows, in the order of the text, and the days that it names."""

    days: tuple[ParsedDay, ...] = (ParsedDay(),)
    rows: tuple[ParsedRow, ...] = ()
