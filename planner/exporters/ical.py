"""The programme as a calendar file. The module that writes it is imported only then: icalendar is slow to import."""

import re
from collections.abc import Iterator
from typing import Final

from planner.exporters.contract import Exporter, NamedFile, Options, only
from planner.model import Audience
from planner.model.programme import Programme
from planner.text.language import mark

_OCTETS: Final = 75
_UNITS: Final = re.compile(r"\\.|.", re.DOTALL)
"""An escape, or a character."""


def write(programme: Programme, options: Options) -> tuple[NamedFile, ...]:
    """Return one calendar with an event for each session."""
    from planner.exporters.vcalendar import vcalendar

    return only(fold(vcalendar(programme, options).to_ical()))


def fold(data: bytes) -> bytes:
    """Return a calendar with its lines folded at 75 octets (RFC 5545 3.1), never within a character or an escape.

    The library may tear an escaped backslash in two, and readers that unfold after unescaping then lose it.
    """
    lines = data.decode().replace("\r\n ", "").split("\r\n")
    return "\r\n".join("\r\n ".join(_pieces(line)) for line in lines).encode()


def _pieces(line: str) -> Iterator[str]:
    piece, room = "", _OCTETS
    for unit in _UNITS.findall(line):
        size = len(unit.encode())
        if size > room:
            yield piece
            piece, room = "", _OCTETS - 1  # the space that begins a continued line
        piece += unit
        room -= size
    yield piece


ICS: Final = Exporter(
    name="ics",
    title=mark("Calendar file (ICS)"),
    ending="ics",
    options=Options,
    limit=Audience.TEAM,
    write=write,
    heads=(b"BEGIN:VCALENDAR",),
)
