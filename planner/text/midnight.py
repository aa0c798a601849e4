"""Which side of midnight a typed time is on: it is crossed only late, and into the small hours."""

from typing import Final

from planner.model.time import DAY

EVENING: Final = 18 * 60
NIGHT: Final = 6 * 60
"""Minutes of the day: from the evening on the small hours, which last until the morning, are those that follow."""
_HALF: Final = DAY // 2
"""The longest that a session runs past midnight; an end that is farther from its start is a mistake."""


def end_after(start: int, end: int, longest: int = _HALF) -> int:
    """Return an end in minutes from the start's 00:00: past midnight if that is meant, else as given."""
    crosses = end <= NIGHT < start and end < start and end + DAY - start <= longest
    return end + DAY if crosses else end


def typed_start(minute: int, before: int | None) -> int:
    """Return the start that somebody means who types a time of day, by the start that the session had (None: none).

    The night belongs to the evening before it: "0:30" typed for 23:30 is 24:30, and "23:00" for 24:30 is that evening.
    """
    if before is None or minute >= DAY:
        return minute
    if before >= DAY:
        # What begins still later than the small hours of the next day stays on that day.
        small_hours = minute <= NIGHT or (before - DAY > NIGHT and minute < EVENING)
        return minute + DAY if small_hours else minute
    return minute + DAY if before >= EVENING and minute < NIGHT else minute


def typed_end(minute: int, start: int) -> int:
    """Return the end that somebody means who types a time of day for a session; it may lie before its start."""
    if minute >= DAY:
        return minute
    if start < DAY:
        return end_after(start, minute)
    return minute + DAY if minute + DAY - start <= _HALF else minute
