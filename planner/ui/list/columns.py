"""The columns of the list: how each is titled, shown and edited."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final, TypeAlias

from planner.model import Session, Status
from planner.text import date_short, kind_name, mark, room_name, session_name, status_name
from planner.text import list_words as words
from planner.text.field_names import AUDIENCES
from planner.text.list_words import ListContext
from planner.ui.list import edits
from planner.ui.list.edits import CellEdit

SEVERAL: Final = "*"
"""The choice that opens a dialog instead of being a value."""


class CellEditing(Enum):
    """How a cell is edited."""

    READ = auto()
    TYPE = auto()
    TYPE_TIME = auto()
    CHOOSE = auto()
    TOGGLE = auto()
    OPEN = auto()


Say: TypeAlias = Callable[[ListContext, Session], str]


@dataclass(frozen=True)
class ListColumn:
    """One column; its sample has the width of a typical value."""

    id: str
    title: str
    say: Say
    way: CellEditing = CellEditing.READ
    edit: CellEdit | None = None
    whole: Say | None = None
    """The full text for screen readers and tool tips, where the cell shows an abbreviation."""
    typed: Say | None = None
    """The initial text of the editor, where it differs from the cell's."""
    choices: Callable[[ListContext, Session], list[tuple[object, str]]] | None = None
    sample: str = ""
    shown: bool = True


def _days(seen: ListContext, _session: Session) -> list[tuple[object, str]]:
    return [("", seen.t("Unscheduled")), *((day.id, date_short(day.date, seen.t)) for day in seen.plan.days)]


def _kinds(seen: ListContext, _session: Session) -> list[tuple[object, str]]:
    return [(kind.id, kind_name(kind, seen.t)) for kind in seen.plan.kinds]


def _rooms(seen: ListContext, _session: Session) -> list[tuple[object, str]]:
    rooms: list[tuple[object, str]] = [(room.id, room_name(seen.plan, room.id, seen.t)) for room in seen.plan.rooms]
    several: list[tuple[object, str]] = [(SEVERAL, seen.t("Several rooms …"))] if len(rooms) > 1 else []
    return [("", seen.t("No room")), *rooms, *several]


def _statuses(seen: ListContext, _session: Session) -> list[tuple[object, str]]:
    return [(status, status_name(status, seen.t)) for status in Status]


def _audiences(seen: ListContext, _session: Session) -> list[tuple[object, str]]:
    return [(audience, seen.t(said)) for audience, said in AUDIENCES.items()]


def _seatings(seen: ListContext, session: Session) -> list[tuple[object, str]]:
    return edits.seatings(seen.plan, session, seen.t)


def _text(name: str, title: str, *, many: bool = False) -> ListColumn:
    def say(_seen: ListContext, session: Session) -> str:
        return str(getattr(session, name))

    edit = edits.field(name, many=many)
    return ListColumn(name, title, say, CellEditing.TYPE, edit, sample="some words in it", shown=False)


def _own_title(_seen: ListContext, session: Session) -> str:
    return session.title


COLUMNS: Final = (
    ListColumn(
        "day",
        mark("Day"),
        words.day,
        CellEditing.CHOOSE,
        edits.day,
        words.day_whole,
        choices=_days,
        sample="Mo., 30. Sept.",
    ),
    ListColumn("start", mark("Start"), words.start, CellEditing.TYPE_TIME, edits.start, sample="00:00"),
    ListColumn("end", mark("End"), words.end, CellEditing.TYPE_TIME, edits.end, sample="00:00"),
    ListColumn("length", mark("Length"), words.length, CellEditing.TYPE_TIME, edits.length, sample="000 min"),
    ListColumn(
        "kind", mark("Kind"), words.kind, CellEditing.CHOOSE, edits.kind, choices=_kinds, sample="Impulsvortrag"
    ),
    ListColumn("title", mark("Title"), words.title, CellEditing.TYPE, edits.field("title"), typed=_own_title),
    ListColumn("room", mark("Room"), words.rooms, CellEditing.CHOOSE, edits.rooms, choices=_rooms),
    ListColumn("check", mark("Check"), words.check, whole=words.check_whole),
    ListColumn(
        "fixed", mark("Fixed"), words.fixed, CellEditing.TOGGLE, edits.fixed, words.fixed_whole, sample="––– fest"
    ),
    ListColumn("people", mark("Contributors"), words.people, CellEditing.OPEN, sample="Annegret Beispiel, N. N."),
    ListColumn(
        "status",
        mark("Status"),
        words.status,
        CellEditing.CHOOSE,
        edits.status,
        choices=_statuses,
        sample="2 angefragt, 1 of",
    ),
    ListColumn(
        "seating",
        mark("Seating"),
        words.seating,
        CellEditing.CHOOSE,
        edits.seating,
        choices=_seatings,
        sample="Gruppentische",
    ),
    ListColumn(
        "attendance", mark("Who attends"), words.attendance, CellEditing.TYPE, edits.attendance, sample="Forenrunde 1"
    ),
    ListColumn("free", mark("Places"), words.free, sample="12 Plätze fehlen"),
    _text("subtitle", mark("Subtitle")),
    _text("question", mark("Guiding question")),
    _text("language", mark("Language"), many=True),
    _text("responsible", mark("Responsible"), many=True),
    ListColumn(
        "audience",
        mark("Who may see it"),
        words.audience,
        CellEditing.CHOOSE,
        edits.audience,
        choices=_audiences,
        sample="Teilnehmende",
        shown=False,
    ),
)
"""All columns, in their order."""
PLACE: Final = {column.id: place for place, column in enumerate(COLUMNS)}
SHARES: Final = {"title": (0.46, 170), "room": (0.24, 90), "check": (0.3, 100)}
"""Columns that share the remaining width: the fraction of it, and the minimum in pixels."""


def row_words(seen: ListContext, session: Session) -> str:
    """Return a row's name for screen readers: its time and its title."""
    if not session.scheduled:
        return f"{session_name(seen.plan, session, seen.t)}, {seen.t('unscheduled')}"
    return f"{words.start(seen, session)} {session_name(seen.plan, session, seen.t)}"
