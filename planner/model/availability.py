"""When a room or a person is available: converts between the entries of the document and wall times of a day."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC
from typing import TYPE_CHECKING, Final

from planner.model.agenda import joined
from planner.model.room import Available
from planner.model.time import DAY, Span, local, wall_end

if TYPE_CHECKING:
    from planner.model.plan import Day, Plan

ALL_DAY: Final = (Span(0, DAY), Span(DAY // 2, DAY + DAY // 2))
"""A day and the night after it; two spans, as an entry may not be longer than 24 hours, even on a day of 25."""


def hours_by_day(plan: "Plan", available: Iterable[Available]) -> dict[str, list[Span]]:
    """Return the hours by day id, in order of start; spans that touch or overlap are joined."""
    found: dict[str, list[Span]] = defaultdict(list)
    for entry in sorted(available, key=lambda entry: entry.start):
        end = wall_end(plan.zone, plan.day_by_id[entry.day].date, entry.start, entry.minutes)
        found[entry.day].append(Span(entry.start, end))
    return {day: joined(spans) for day, spans in found.items()}


def all_day(spans: Iterable[Span]) -> bool:
    """Return whether these hours include a whole day."""
    return any(span.start == 0 and span.end >= DAY for span in spans)


def available_on(plan: "Plan", day: "Day", spans: Iterable[Span]) -> tuple[Available, ...]:
    """Return hours of a day in wall time as entries of the document, with lengths in elapsed minutes."""
    return tuple(
        Available(day=day.id, start=span.start, minutes=min(DAY, _elapsed(plan.zone, day, span))) for span in spans
    )


def _elapsed(zone: str, day: "Day", span: Span) -> int:
    start, end = (local(zone, day.date, minute).astimezone(UTC) for minute in span)
    return max(0, round((end - start).total_seconds() / 60))
