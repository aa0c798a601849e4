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
    BACKWARDS = "backwards"
    NO_TITLE = "no-title"
    LONG_TITLE = "long-title"
    SAME_TIME = "same-time"


DOUBTS: Final = {
    Doubt.NO_TIME: mark("no time given"),
    Doubt.ODD_TIME: mark("the time was not understood"),
    Doubt.NO_START: mark("only its end is given"),
    Doubt.ABOUT: mark("the time is only about right"),
    Doubt.BACKWARDS: mark("earlier than the row before"),
    Doubt.NO_TITLE: mark("no title given"),
    Doubt.LONG_TITLE: mark("the title was too long, the whole of it is in the note"),
    Doubt.SAME_TIME: mark("at the same time as another one"),
}


@dataclass(frozen=True)
class ParsedPerson:
    """Somebody who contributes, as they are named."""

    name: str
    organisation: str = ""
    role: Role = Role.SPEAKER
    status: Status = Status.CONFIRMED


@dataclass(frozen=True)
class ParsedDay:
    """A day as it is named: by any of date, number and weekday (Monday is 0); nothing for rows before any."""

    label: str = ""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    number: int | None = None
    weekday: int | None = None
    title: str = ""

    @property
    def when(self) -> date | None:
        """The date, where it is said in full and exists."""
        return self.in_year(self.year) if self.year is not None else None

    def means(self, other: "ParsedDay") -> bool:
        """Tell whether both name the same day, one perhaps in fewer words."""
        if self.month is not None and other.month is not None:
            years = {self.year, other.year} - {None}
            return (self.month, self.day) == (other.month, other.day) and len(years) < 2
        mine, theirs = (self.month, self.number, self.weekday), (other.month, other.number, other.weekday)
        return mine == theirs and bool(self.label) == bool(other.label)

    def in_year(self, year: int) -> date | None:
        """Return the date in a year, None if there is none."""
        if self.month is None or self.day is None:
            return None
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


@dataclass(frozen=True)
class ParsedRow:
    """One session to be: minutes of its day, a kind's id, names as they came. Without a start it goes to the tray."""

    source: str
    """The row as it came, cells separated by bars."""
    day: int = 0
    """The place of its day in the programme."""
    start: int | None = None
    end: int | None = None
    length: int | None = None
    """The minutes that it says it takes, which count where there is no time."""
    kind: str = "talk"
    title: str = ""
    subtitle: str = ""
    description: str = ""
    rooms: tuple[str, ...] = ()
    people: tuple[ParsedPerson, ...] = ()
    items: tuple[str, ...] = ()
    note: str = ""
    round: str = ""
    """What stands above several that are side by side."""
    last: int | None = None
    """The start of the last row it reaches into, of a table whose columns are rooms."""
    beside: bool = False
    """Whether in such a table others go on in other rooms."""
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True)
class ParsedProgramme:
    """All rows, in the order they came, and the days they name."""

    days: tuple[ParsedDay, ...] = (ParsedDay(),)
    rows: tuple[ParsedRow, ...] = ()
