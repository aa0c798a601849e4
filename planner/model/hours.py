"""When a room or a person is there: between the spans of the document and hours of wall time on a day."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC
from typing import TYPE_CHECKING, Final

from planner.model.room import Available
from planner.model.time import DAY, Span, local, wall_end

if TYPE_CHECKING:
    from planner.model.plan import Day, Plan

ALL_DAY: Final = (Span(0, DAY), Span(DAY // 2, DAY + DAY // 2))
"""A day and the night behind it; two spans, as none may be longer than a day, even one of 25 hours."""


def hours_by_day(plan: "Plan", available: Iterable[Available]) -> dict[str, list[Span]]:
    """Return spans by day and in order; those that touch are one."""
    found: dict[str, list[Span]] = defaultdict(list)
    for entry in sorted(available, key=lambda entry: entry.start):
        span = Span(entry.start, wall_end(plan.zone, plan.day_by_id[entry.day].date, entry.start, entry.minutes))
        known = found[entry.day]
        if known and span.start <= known[-1].end:
            known[-1] = Span(known[-1].start, max(known[-1].end, span.end))
        else:
            known.append(span)
    return found


def all_day(spans: Iterable[Span]) -> bool:
    """Tell whether somebody is there for the whole of a day."""
    return any(span.start == 0 and span.end >= DAY for span in spans)


def available_on(plan: "Plan", day: "Day", spans: Iterable[Span]) -> tuple[Available, ...]:
    """Return hours of wall time as the document keeps them, in elapsed minutes."""
    return tuple(
        Available(day=day.id, start=span.start, minutes=min(DAY, _elapsed(plan.zone, day, span))) for span in spans
    )


def _elapsed(zone: str, day: "Day", span: Span) -> int:
    start, end = (local(zone, day.date, minute).astimezone(UTC) for minute in span)
    return max(0, round((end - start).total_seconds() / 60))
