"""The programme as a table in which spreadsheets find no formula."""

import csv
import io
import re
from collections.abc import Iterator
from typing import Annotated, Final, Literal

from pydantic import Field

from planner.exporters.contract import Exporter, NamedFile, Options, Shown, only
from planner.exporters.wording import credit_lines, date_and_clock, entry_name, item_lines
from planner.model import Audience, Seating
from planner.model.programme import DayEntry, Entry, Programme, SlotEntry, sees
from planner.text.language import Language, language, mark
from planner.text.names import kind_name, seating_name

MAX_CELL: Final = 32_767
"""Characters that a cell of Excel holds; it counts UTF-16 code units."""

_FORMULA: Final = re.compile(r"[\s'\"]*[=+\-@＝＋－＠]|[\t\r\n]")
_CONTROLS: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_CUT: Final = " […]"

HEADERS: Final = (
    mark("Date"),
    mark("Start"),
    mark("End"),
    mark("Length (min)"),
    mark("Kind"),
    mark("Title"),
    mark("Subtitle"),
    mark("Question"),
    mark("Round"),
    mark("Rooms"),
    mark("Contributors"),
    mark("Items"),
    mark("Language"),
    mark("Description"),
    mark("Link"),
)
TEAM_HEADERS: Final = (mark("Responsible"), mark("Technology"), mark("Material"), mark("Seating"))
"""The columns that only the team's table has."""


class CsvOptions(Options):
    """The options of the table."""

    separator: Annotated[
        Literal["auto", ";", ","],
        Field(description=mark("Between cells; auto is what Excel expects in the language")),
        Shown(
            mark("Separator"),
            (
                ("auto", mark("What Excel expects in the language")),
                (";", mark("Semicolon (;)")),
                (",", mark("Comma (,)")),
            ),
        ),
    ] = "auto"


def cell(text: str) -> str:
    """Return text that a spreadsheet shows as text: no formula, no control characters, not longer than it holds.

    What would start a formula gets an apostrophe (OWASP, CSV Injection).
    """
    text = _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    if _FORMULA.match(text):
        text = "'" + text
    units = text.encode("utf-16-le")
    if len(units) <= 2 * MAX_CELL:
        return text
    return units[: 2 * (MAX_CELL - len(_CUT))].decode("utf-16-le", "ignore") + _CUT


def write(programme: Programme, options: CsvOptions) -> tuple[NamedFile, ...]:
    """Return a table in UTF-8 with CRLF (RFC 4180) and a byte order mark, without which Excel misreads umlauts."""
    t = language(options.language)
    german = options.language == "de"
    separator = (";" if german else ",") if options.separator == "auto" else options.separator
    out = io.StringIO()
    table = csv.writer(out, delimiter=separator, lineterminator="\r\n")
    headers = (*HEADERS, *TEAM_HEADERS) if sees(programme.audience, Audience.TEAM) else HEADERS
    table.writerow([t(header) for header in headers])
    for day in programme.days:
        for slot in day.slots:
            for entry in slot.entries:
                table.writerow([cell(text) for text in _row(day, slot, entry, t)])
    return only(out.getvalue().encode("utf-8-sig"))


def _row(day: DayEntry, slot: SlotEntry, entry: Entry, t: Language) -> Iterator[str]:
    date, start = date_and_clock(day.date, entry.start)
    yield date.isoformat()
    yield start
    yield date_and_clock(day.date, entry.end)[1]
    yield str(int((entry.ends - entry.begins).total_seconds()) // 60)
    yield kind_name(entry.kind, t)
    yield entry_name(entry, t)
    yield entry.subtitle
    yield entry.question
    yield _round(slot)
    yield ", ".join(entry.rooms)
    yield "\n".join(credit_lines(entry.credits, t))
    yield "\n".join(item_lines(entry, t))
    yield entry.language
    yield entry.description
    yield entry.link
    if entry.team is not None:
        yield entry.team.responsible
        yield entry.team.technology
        yield entry.team.material
        yield ", ".join(seating_name(Seating(seating), t) for seating in entry.team.seating if seating)


def _round(slot: SlotEntry) -> str:
    return ": ".join(part for part in (slot.round_title, slot.round_question) if part)


CSV: Final = Exporter(
    name="csv",
    title=mark("Table of the programme (CSV)"),
    ending="csv",
    options=CsvOptions,
    limit=Audience.TEAM,
    write=write,
    heads=tuple(f"\ufeff{date}".encode() for date in ("Datum", "Date")),
)
