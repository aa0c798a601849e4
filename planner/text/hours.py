"""Hours of a day as people type and read them: "8:00–12:00, 14:00–18:00", "ab 8", "until 18:00"."""

import re
from collections.abc import Iterable
from typing import Final

from planner.model.time import DAY, Span
from planner.text.flat import Flat
from planner.text.midnight import end_after
from planner.text.time_grammar import Times, read_times
from planner.text.times import clock

_BETWEEN: Final = re.compile(r"\s*(?:[,;\n]|\bund\b|\band\b|\+|&)\s*", re.IGNORECASE)
_FROM: Final = {"from", "ab", "von"}
_TO: Final = re.compile(r"(?:to\b|–) ?", re.IGNORECASE)
"""What else stands before an end alone."""


def parse_spans(text: str) -> tuple[Span, ...] | None:
    """Return typed hours, in order; None if any part is not a time."""
    parts = [part for part in _BETWEEN.split(text.strip()) if part]
    spans = [_span(part) for part in parts]
    return tuple(sorted(span for span in spans if span)) if spans and all(spans) else None


def spans_text(spans: Iterable[Span]) -> str:
    """Return hours in the form in which they are typed."""
    return ", ".join(f"{clock(start)}–{'24:00' if end == DAY else clock(end)}" for start, end in spans)


def _span(part: str) -> Span | None:
    flat = Flat(part).text
    to = _TO.match(flat)
    found = read_times(flat, to.end() if to else 0)
    if found is None or found.end < len(flat) or found.about:
        return None
    start, end = _ends(found, until=to is not None or found.until)
    return Span(start, end) if start < min(end, DAY) else None


def _ends(found: Times, *, until: bool) -> tuple[int, int]:
    """Return start and end in minutes; a time alone says which of both it is, and is else no hours: start is end."""
    start, end = found.span()
    if end is not None:
        # Somebody may be there from morning to night: only sessions are short.
        return start, end_after(start, end, DAY)
    if until:
        return 0, start
    return start, DAY if found.open or _FROM & set(found.lead) else start
