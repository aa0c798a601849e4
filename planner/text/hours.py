"""Hours of a day as people type and read them: "8:00–12:00, 14:00–18:00", "ab 8", "until 18:00"."""

import re
from collections.abc import Iterable
from typing import Final

from planner.model.time import DAY, Span
from planner.text.times import DASHES, clock, parse_clock

_CLOCK: Final = r"(\d{1,2}(?:[:.h]?\d{2})?\s*(?:uhr|h)?)"
_RANGE: Final = re.compile(rf"(?:from|von|ab)?\s*{_CLOCK}\s*(?:[{DASHES}]|bis|to|until|till)\s*{_CLOCK}", re.IGNORECASE)
_FROM: Final = re.compile(rf"(?:from|ab|von)\s*{_CLOCK}", re.IGNORECASE)
_UNTIL: Final = re.compile(rf"(?:until|till|to|bis|[{DASHES}])\s*{_CLOCK}", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"\s*(?:[,;\n]|\bund\b|\band\b|\+|&)\s*", re.IGNORECASE)
_MIDNIGHT: Final = re.compile(r"24(?:[:.h]?00)?\s*(?:uhr|h)?", re.IGNORECASE)
_NIGHT: Final = 6 * 60
"""An end before its start counts as next morning up to this hour; a later one is taken as mistyped."""


def parse_spans(text: str) -> tuple[Span, ...] | None:
    """Return typed hours, in order; None if any part is not a time."""
    parts = [part for part in _BETWEEN.split(text.strip()) if part]
    spans = [_span(part) for part in parts]
    return tuple(sorted(span for span in spans if span)) if spans and all(spans) else None


def spans_text(spans: Iterable[Span]) -> str:
    """Return hours in the form in which they are typed."""
    return ", ".join(f"{clock(start)}–{'24:00' if end == DAY else clock(end)}" for start, end in spans)


def _span(part: str) -> Span | None:
    start: int | None = 0
    end: int | None = DAY
    if match := _RANGE.fullmatch(part):
        start, end = parse_clock(match[1]), _end(match[2])
    elif match := _FROM.fullmatch(part):
        start = parse_clock(match[1])
    elif match := _UNTIL.fullmatch(part):
        end = _end(match[1])
    else:
        return None
    if start is None or end is None:
        return None
    if end <= start and end <= _NIGHT < start:
        end += DAY
    return Span(start, end) if start < end else None


def _end(text: str) -> int | None:
    return DAY if _MIDNIGHT.fullmatch(text.strip()) else parse_clock(text)
