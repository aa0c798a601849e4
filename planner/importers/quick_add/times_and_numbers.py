"""Finds times, lengths and numbers among the words of a line."""

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from planner.model.time import DAY
from planner.model.typed_session import MAX_COPIES
from planner.text.flat import DASHES

_END: Final = r"(?=[,;]*(?:\s|$))"
_MINUTES: Final = r"(?:min(?:s|ute[ns]?|uten)?\.?|m|['′])"
_HOURS: Final = r"(?:h|std\.?|stunden?|hours?|hrs?)"
_DASH: Final = rf"(?:\s*[{DASHES}]\s*|\s+(?:bis|to|until)\s+)"
_CLOCK: Final = r"(\d{1,2})(?:([:.])(\d{2}))?"

_RANGE: Final = re.compile(
    rf"([=!])?((?:von|from)\s+)?{_CLOCK}(?:\s?uhr)?{_DASH}{_CLOCK}(\s?uhr|\s?h)?(\s?[=!])?{_END}", re.IGNORECASE
)
_START: Final = re.compile(
    rf"([=!])?((?:um|ab|at)\s+)?{_CLOCK}(?:(\s?uhr)(?:\s(\d\d))?|(\s?[ap]m)|(\s?h))?(\s?[=!])?{_END}", re.IGNORECASE
)
_SHORT: Final = re.compile(rf"(\d{{1,4}})(\s?){_MINUTES}{_END}", re.IGNORECASE)
_LONG: Final = re.compile(rf"(\d{{1,2}})(\s?){_HOURS}(?:(\d{{1,2}})|\s?(\d{{1,2}})\s?{_MINUTES})?{_END}", re.IGNORECASE)
_DECIMAL: Final = re.compile(rf"(\d{{1,2}})[,.](\d{{1,2}})(\s?){_HOURS}{_END}", re.IGNORECASE)
_COLON: Final = re.compile(rf"([0-7]):([0-5]\d)(\s?){_HOURS}{_END}", re.IGNORECASE)
_PEOPLE: Final = re.compile(rf"(\d{{1,5}})(?:p|\s?pers\.?|\s?ppl){_END}", re.IGNORECASE)
_COPIES: Final = re.compile(rf"[x×](\d{{1,2}}){_END}", re.IGNORECASE)

_MORNING, _EVENING, _NIGHT = 8, 18, 6
"""Hours: from the first on "10.30 h" is a time, not a length.

A range whose end is before its start passes midnight if it begins from the second on, or ends by the third.
"""
_SPELLED: Final = re.compile(r"minute|stunde|hour", re.IGNORECASE)
_RELATIVE: Final = re.compile(
    r"in|nach|vor|alle|je|pro|mit|für|die|der|den|das|bis|seit|über|unter"
    r"|after|before|every|per|for|with|within|the|over|under",
    re.IGNORECASE,
)
"""Words after which a length is part of a sentence: "Die Welt in 5 Minuten"."""


class Figure(NamedTuple):
    """What a part of a line says, and where it ends."""

    end: int
    start: int | None = None
    minutes: int | None = None
    fixed: bool = False
    number: int | None = None
    copies: int | None = None


def figure_at(line: str, at: int, before: str) -> Figure | None:
    """Return the figure that begins at a position, after another word of the title; None if it belongs to the title."""
    for read in (_range, _colon_length, _start, _length, _people, _copies):
        found = read(line, at, before)
        if found is not None:
            return found
    return None


def _colon_length(line: str, at: int, _before: str) -> Figure | None:
    match = _COLON.match(line, at)
    return Figure(match.end(), minutes=int(match[1]) * 60 + int(match[2])) if match else None


def _range(line: str, at: int, _before: str) -> Figure | None:
    match = _RANGE.match(line, at)
    if match is None:
        return None
    fixed, led, hour, sep, minute, hour2, sep2, minute2, unit, fixed2 = match.groups()
    colon = ":" in {sep, sep2} or (sep and sep2)
    if not (colon or led or unit or "uhr" in match[0].lower()):
        return None
    start, end = _wall(hour, minute), _wall(hour2, minute2, end=True)
    if start is None or end is None or start == end or (end < start < _EVENING * 60 and end > _NIGHT * 60):
        return None
    return Figure(match.end(), start=start, minutes=(end - start) % DAY or DAY, fixed=bool(fixed or fixed2))


def _start(line: str, at: int, _before: str) -> Figure | None:
    match = _START.match(line, at)
    if match is None:
        return None
    fixed, led, hour, sep, minute, oclock, more, half, unit, fixed2 = match.groups()
    if sep and more:
        return None
    start = _wall(hour, minute or more)
    if half:
        start = _half_day(int(hour), int(minute or 0), half.strip().lower())
    if start is None:
        return None
    hours = unit and sep and (unit == "h" or int(hour) >= _MORNING)  # "10.30 h" is a time, "1.25 h" a length
    said = bool(half or oclock or sep == ":" or (led and (sep or unit)) or hours)
    bare = bool(led and not led.lower().startswith("ab"))
    if not said and not (bare and _closes(line, match.end())):
        return None
    return Figure(match.end(), start=start, fixed=bool(fixed or fixed2))


def _length(line: str, at: int, before: str) -> Figure | None:
    minutes, match = 0, _DECIMAL.match(line, at)
    if match is not None:
        minutes = round((int(match[1]) + int(match[2]) / 10 ** len(match[2])) * 60)
    elif match := _LONG.match(line, at):
        minutes = int(match[1]) * 60 + int(match[3] or match[4] or 0)
    elif (match := _SHORT.match(line, at)) and not (match[2] and match[0].lower().endswith((" m", "'", "′"))):
        minutes = int(match[1])
    if match is None or not 0 < minutes <= DAY:
        return None
    spelled = bool(_SPELLED.search(match[0]))
    if " " in match[0] and _RELATIVE.fullmatch(before):
        return None
    if spelled and (_RELATIVE.fullmatch(before) or not _closes(line, match.end())):
        return None
    return Figure(match.end(), minutes=minutes)


def _people(line: str, at: int, before: str) -> Figure | None:
    match = _PEOPLE.match(line, at)
    if match is None or int(match[1]) > 100_000 or (" " in match[0] and _RELATIVE.fullmatch(before)):
        return None
    return Figure(match.end(), number=int(match[1]))


def _copies(line: str, at: int, _before: str) -> Figure | None:
    match = _COPIES.match(line, at)
    return Figure(match.end(), copies=int(match[1])) if match and 2 <= int(match[1]) <= MAX_COPIES else None


def _wall(hour: str, minute: str | None, *, end: bool = False) -> int | None:
    """Return a wall minute; only an end can be 24:00."""
    found = int(hour) * 60 + int(minute or 0)
    return found if int(minute or 0) < 60 and (found < DAY or (end and found == DAY)) else None


def _half_day(hour: int, minute: int, half: str) -> int | None:
    if not 1 <= hour <= 12 or minute > 59:
        return None
    return (hour % 12 + (12 if half == "pm" else 0)) * 60 + minute


def _closes(line: str, at: int) -> bool:
    """Return whether the title ends at a position: only then are "um 10" and "15 Minuten" a time and a length."""
    rest = line[at:].lstrip(" ,;")
    sure: tuple[Callable[[str], object], ...] = (
        re.compile(r"[@#:][\w\"„“]").match,
        re.compile(rf"[=!]?\d{{1,2}}:\d{{2}}{_END}").match,
        re.compile(rf"\d{{1,4}}(?:m|min|h|p){_END}", re.IGNORECASE).match,
        _COPIES.match,
    )
    return not rest or any(read(rest) for read in sure)
