"""The grammar of lengths, in German and English: "45", "1:30 h", "1½h", "00:30:00", "30′", "1 Std. 30"."""

import re
from typing import Final, NamedTuple

from planner.model.time import DAY

_NO_LETTER: Final = r"(?![^\W\d_])\.?"
HOURS: Final = rf"(?:hours?|hrs?|h|stunden?|stdn?|std){_NO_LETTER}"
MINUTES: Final = rf"(?:minuten?|minutes?|mins?|m|['’′´`]){_NO_LETTER}"
_FRACTIONS: Final = {"½": 30, "1/2": 30, "¼": 15, "1/4": 15, "¾": 45, "3/4": 45}
_FORMS: Final = (
    re.compile(rf"(?P<h>\d{{1,2}}):(?P<m>[0-5]\d)(?::(?P<s>[0-5]\d)|(?P<hours> ?{HOURS}))?(?![\d:])", re.IGNORECASE),
    re.compile(rf"(?P<h>\d{{1,2}})[.,](?P<part>\d{{1,2}})(?P<hours> ?{HOURS})", re.IGNORECASE),
    re.compile(
        rf"(?P<h>\d{{1,2}})? ?(?P<fraction>{'|'.join(_FRACTIONS)})(?P<hours>(?: ?|–){HOURS})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?P<h>\d{{1,4}})(?P<hours> ?{HOURS})"
        rf"(?:,? ?(?:und |and )?(?P<m>\d{{1,6}})(?!\d|[:.,]\d)(?:(?P<minutes> ?{MINUTES})|(?![^\W\d_])))?",
        re.IGNORECASE,
    ),
    re.compile(rf"(?P<m>\d{{1,6}})(?P<nought>[.,]0{{1,2}})?(?P<minutes> ?{MINUTES})?(?![\d:]|[.,/]\d)", re.IGNORECASE),
)
_SPOKEN: Final = {
    "eine viertelstunde": 15,
    "viertelstunde": 15,
    "eine halbe stunde": 30,
    "halbe stunde": 30,
    "half an hour": 30,
    "half hour": 30,
    "eine dreiviertelstunde": 45,
    "dreiviertelstunde": 45,
    "eine stunde": 60,
    "an hour": 60,
    "one hour": 60,
    "anderthalb stunden": 90,
    "eineinhalb stunden": 90,
    "zwei stunden": 120,
    "two hours": 120,
}
_SURELY_MINUTES: Final = 5
"""From this number on "45.0" are minutes, as a sheet writes whole numbers; "1.0" could as well be an hour."""


class Length(NamedTuple):
    """A length in minutes, where it ends, and how it was written."""

    minutes: int
    end: int
    bare: bool
    """Whether no unit at all was given."""
    seconds: bool
    """Whether it has seconds, as Excel writes a length."""


def read_length(text: str, at: int = 0) -> Length | None:
    """Return the length that a flat text has at a place; None if there is none or it is longer than a day."""
    for form in _FORMS:
        match = form.match(text, at)
        if match is not None:
            said = match.groupdict()
            minutes, unit = _minutes(said), said.get("hours") or said.get("minutes")
            return None if minutes is None else Length(minutes, match.end(), not unit, bool(said.get("s")))
    return None


def whole_length(text: str) -> int | None:
    """Return the minutes of a flat text that is a length and nothing else; None for any other."""
    spoken = _SPOKEN.get(text.strip().casefold())
    if spoken is not None:
        return spoken
    found = read_length(text.strip())
    return found.minutes if found is not None and found.end == len(text.strip()) else None


def _minutes(said: dict[str, str | None]) -> int | None:
    """Return the minutes of what a form has found; None for more than a day, or a number that says neither unit."""
    minutes = int(said.get("h") or 0) * 60 + int(said.get("m") or 0) + round(int(said.get("s") or 0) / 60)
    if part := said.get("part"):
        minutes += round(int(part) / 10 ** len(part) * 60)
    minutes += _FRACTIONS.get(said.get("fraction") or "", 0)
    doubtful = bool(said.get("nought")) and minutes < _SURELY_MINUTES
    return None if doubtful or minutes > DAY else minutes
