"""Copied sessions for other programs: lines with tabs for a mail, an HTML table for Word, Excel and Outlook."""

from collections.abc import Iterator
from html import escape
from typing import Final, NamedTuple

from planner.exporters.csv import cell
from planner.exporters.wording import credit_lines, entry_name, item_lines
from planner.model.programme import Entry, Programme
from planner.text.language import Language, mark
from planner.text.times import clock_range, date_long

HEADS: Final = (mark("Time"), mark("Title"), mark("Room"), mark("Contributors"))
_STYLE: Final = "border:1px solid #999;padding:3px 6px;vertical-align:top;text-align:left;mso-number-format:'\\@'"
"""The last property keeps Excel from reading text as a formula or a date."""


class _Line(NamedTuple):
    time: str
    title: str
    more: tuple[str, ...]
    rooms: str
    people: tuple[str, ...]


def text(programme: Programme, untimed: tuple[Entry, ...], t: Language) -> str:
    """Return a line for each session, with tabs between time, title, room and people; dates only if several."""
    lines: list[str] = []
    for heading, sessions in _parts(programme, untimed, t):
        if heading:
            lines.append(heading)
        lines += [
            "\t".join(map(_flat, (session.time, session.title, session.rooms, "; ".join(session.people))))
            for session in sessions
        ]
    return "\n".join(lines)


def html(programme: Programme, untimed: tuple[Entry, ...], t: Language) -> str:
    """Return the same as a table, with what belongs to a title below it."""
    rows = ["<tr>" + "".join(_cell("th", t(words)) for words in HEADS) + "</tr>"]
    for heading, sessions in _parts(programme, untimed, t):
        if heading:
            rows.append(f'<tr><td colspan="{len(HEADS)}" style="{_STYLE}"><b>{_safe(heading)}</b></td></tr>')
        for session in sessions:
            cells = ((session.time,), (session.title, *session.more), (session.rooms,), session.people)
            rows.append("<tr>" + "".join(_cell("td", *lines) for lines in cells) + "</tr>")
    table = f'<table style="border-collapse:collapse">{"".join(rows)}</table>'
    return f'<html><head><meta charset="utf-8"></head><body>{table}</body></html>'


def _parts(programme: Programme, untimed: tuple[Entry, ...], t: Language) -> Iterator[tuple[str, list[_Line]]]:
    days = [day for day in programme.days if day.slots]
    for day in days:
        entries = [entry for slot in day.slots for entry in slot.entries]
        yield date_long(day.date, t) if len(days) > 1 else "", [_line(entry, t) for entry in entries]
    if untimed:
        yield "", [_line(entry, t)._replace(time="") for entry in untimed]


def _line(entry: Entry, t: Language) -> _Line:
    return _Line(
        time=clock_range(entry.start, entry.end),
        title=entry_name(entry, t),
        more=tuple(part for part in (entry.subtitle, *item_lines(entry, t)) if part),
        rooms=", ".join(entry.rooms),
        people=tuple(credit_lines(entry.credits, t)) if entry.credits else (),
    )


def _flat(words: str) -> str:
    return cell(" ".join(words.split()))


def _cell(tag: str, *lines: str) -> str:
    inner = '<br style="mso-data-placement:same-cell">'.join(_safe(line) for line in lines)
    return f'<{tag} style="{_STYLE}">{inner}</{tag}>'


def _safe(words: str) -> str:
    return escape(_flat(words))
