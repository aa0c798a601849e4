"""The programme as a calendar file. The module that writes it is imported only then: icalendar is slow to import."""

from typing import Final

from planner.exporters.contract import Exporter, NamedFile, Options, only
from planner.model import Audience
from planner.model.programme import Programme
from planner.text.language import mark


def write(programme: Programme, options: Options) -> tuple[NamedFile, ...]:
    """Return one calendar with an event for each session."""
    from planner.exporters.vcalendar import vcalendar

    return only(vcalendar(programme, options).to_ical())


ICS: Final = Exporter(
    name="ics",
    title=mark("Calendar file (ICS)"),
    ending="ics",
    options=Options,
    limit=Audience.TEAM,
    write=write,
    heads=(b"BEGIN:VCALENDAR",),
)
