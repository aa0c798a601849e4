"""Reads times and days as programmes write them: "14–15.30 Uhr", "ab 14 Uhr", "12:30 PM", "Montag, 19. Juni 2017"."""

import re
from dataclasses import replace
from typing import Final, NamedTuple

from planner.importers.parsed import ParsedDay
from planner.text.flat import DASHES, UNSEEN, Flat
from planner.text.lengths import whole_length
from planner.text.time_grammar import Times, is_open_end, read_times, remark_end

_LEAD: Final = re.compile(rf"[{DASHES}\s•*·({UNSEEN}]*")
_FOLLOW: Final = f" \t\n:,;|.){DASHES}{UNSEEN}"
_DATE_END: Final = re.compile(r"\.(?: |$|\d)")
"""What follows "19.06" if it is a date, not a time."""
_LENGTH: Final = re.compile(
    r"[^\w½¼¾]{0,3}(?:(?:dauer|duration|ca|circa|zirka|etwa|rund|je|about|approx)\b[^\w½¼¾]{0,3}){0,2}(.{1,40})",
    re.DOTALL | re.IGNORECASE,
)
_JOINED: Final = re.compile(r"(?<=-\d\d)T(?=\d\d:)")
"""The letter between day and time in ISO 8601."""
_DIGIT: Final = re.compile(r"\d")
_LONGEST_TIME: Final = 120
"""Characters that are looked at; a time is shorter, and a long text need not be flattened as a whole."""


class ParsedTime(NamedTuple):
    """A time, in minutes of the day; "bis 13 Uhr" has only an end."""

    start: int | None
    end: int | None
    about: bool = False
    open: bool = False
    """Whether the end is said to be open."""
    remark: str = ""
    """What is said of the time itself: "(45 min)", "MESZ", "*"."""
    rest: str = ""
    """The text behind it."""


def read_time(text: str, *, column: bool = False) -> ParsedTime | None:
    """Return the time that a text begins with; None if there is none.

    In a column of times a bare "14" is one, too; elsewhere a time has minutes or a unit such as Uhr.
    """
    lead = _LEAD.match(text)
    given = text[lead.end() :] if lead else text
    if _DIGIT.search(given, 0, _LONGEST_TIME) is None:  # most cells: they need not be flattened
        return None
    flat = Flat(given[:_LONGEST_TIME])
    found = read_times(flat.text)
    if found is None or _is_date(found, flat.text):
        return None
    if lead and "(" in lead[0] and flat.text[found.end : found.end + 1] != ")":  # "(10 Uhr am Dom)" is a remark
        return None
    end = remark_end(flat.text, found.end)
    remark = given[flat.place(found.end) : flat.place(end)].strip()
    rest = given[flat.place(end) :].lstrip(_FOLLOW).rstrip()
    if not found.sure and not (column and not rest):
        return None
    start, finish = found.span()
    if found.until:
        start, finish = None, start
    return ParsedTime(start, finish, found.about, found.open, remark, rest)


def _is_date(found: Times, text: str) -> bool:
    """Return whether a time is a date: "19.06. Begrüßung" has a point behind it, and a month in place of minutes."""
    first = found.first
    return (
        found.second is None
        and first.sep == "."
        and _DATE_END.match(text, found.end) is not None
        and first.minute % 60 <= 12
    )


def read_end(text: str) -> ParsedTime | None:
    """Return the time in a cell of a column of ends; an open end is a time without any."""
    if is_open_end(Flat(text[:_LONGEST_TIME]).text):
        return ParsedTime(None, None, open=True)
    when = read_time(text, column=True)
    return when if when is None or when.start is None else when._replace(start=None, end=when.end or when.start)


def read_moment(text: str) -> tuple[ParsedDay, ParsedTime] | None:
    """Return the day and the time of a cell that holds both and nothing else: "19.06.2017 10:30", as Excel gives it."""
    day = read_day(_JOINED.sub(" ", text))
    when = read_time(day.title) if day is not None else None
    return None if day is None or when is None or when.rest else (replace(day, title=""), when)


def read_length(text: str) -> int | None:
    """Return the minutes of "15 Min.", "1,5 Std.", "1½ h", "00:30:00" or "90"; None for anything else."""
    match = _LENGTH.fullmatch(text.strip())
    return None if match is None else whole_length(Flat(match[1].strip("() ")).text) or None


_MONTHS: Final = (
    "jan",
    "feb",
    "mär|mar|mrz",
    "apr",
    "mai|may",
    "jun",
    "jul",
    "aug",
    "sep",
    "okt|oct",
    "nov",
    "dez|dec",
)
_MONTH: Final = rf"(?P<name>{'|'.join(_MONTHS)})[a-zä]*\.?"
_WEEKDAYS: Final = (
    ("montag", "mo", "monday", "mon"),
    ("dienstag", "di", "tuesday", "tue"),
    ("mittwoch", "mi", "wednesday", "wed"),
    ("donnerstag", "do", "thursday", "thu"),
    ("freitag", "fr", "friday", "fri"),
    ("samstag", "sonnabend", "sa", "saturday", "sat"),
    ("sonntag", "so", "sunday", "sun"),
)
_NAME: Final = rf"(?<=\b[a-z][a-z])\.? (?!den |the |(?:{_MONTH}) \d)[^\W\d]"
"""Text after two letters that are no weekday: "19. Juni Fr. Muster" names a person, "So geht es" begins a sentence."""
_ORDER: Final = ("erster", "zweiter", "dritter", "vierter", "fünfter")
_PARTS: Final = (
    re.compile(r"(?:tag|day) ?(?P<number>\d{1,2})\b|(?P<nth>\d)\. ?tag\b|(?P<word>" + "|".join(_ORDER) + r") tag\b"),
    re.compile(rf"(?P<weekday>{'|'.join(sorted(sum(_WEEKDAYS, ()), key=len, reverse=True))})\b(?!{_NAME})\.?"),
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})\b"),
    re.compile(r"(?:den )?(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\.(?: ?(?P<year>\d{4}|\d{2})\b(?![.:]))?"),
    re.compile(r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4})\b"),
    re.compile(rf"(?:(?:den|the) )?(?P<day>\d{{1,2}})\.? (?:of )?{_MONTH}(?:,? (?P<year>\d{{4}})\b)?"),
    re.compile(rf"{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? (?P<year>\d{{4}})\b)?"),
)
_GAP: Final = re.compile(r"[ ,;:|()–—-]*")
_LONGEST: Final = 160
"""Characters of a line that may name a day; a longer one is a paragraph that mentions a date."""


def read_day(text: str) -> ParsedDay | None:
    """Return the day that a line begins with, and the rest as its title; None for any other line.

    Parts are read from the left, each at most once: number, weekday and date in any order.
    """
    words = " ".join(text.split())
    if not words or len(words) > _LONGEST:
        return None
    found: dict[str, str] = {}
    place = 0
    while (match := _part(words.lower(), place)) is not None:
        new = {str(name): str(value) for name, value in match.groupdict().items() if value}
        if new.keys() & found.keys():
            break
        found |= new
        gap = _GAP.match(words, match.end())
        place = gap.end() if gap else match.end()
    rest = words[place:]
    # "Montag Abendessen" is a row, no day: the rest must be set apart by a sign, unless a date comes before it.
    glued = bool(rest) and words[place - 1] not in ",;:|)–—-" and words[place - 2 : place - 1] not in set(",;:|)–—-")
    if not found or (glued and not found.keys() & {"day"}) or len(words.lower()) != len(words):
        return None
    return _day(words[:place].strip(" ,;:|(–—-"), found, rest)


def _part(words: str, place: int) -> re.Match[str] | None:
    return next((match for part in _PARTS if (match := part.match(words, place)) is not None), None)


def _day(label: str, found: dict[str, str], rest: str) -> ParsedDay | None:
    month = int(found["month"]) if "month" in found else None
    if "name" in found:
        month = next(place for place, names in enumerate(_MONTHS, 1) if found["name"] in names.split("|"))
    year = int(found["year"]) if "year" in found else None
    if year is not None and year < 100:
        year += 2000
    number = found.get("number") or found.get("nth")
    if "word" in found:
        number = str(_ORDER.index(found["word"]) + 1)
    weekday = next((place for place, names in enumerate(_WEEKDAYS) if found.get("weekday") in names), None)
    day = ParsedDay(
        label=label,
        year=year,
        month=month,
        day=int(found["day"]) if "day" in found else None,
        number=int(number) if number else None,
        weekday=weekday,
        title=rest.strip(),
    )
    if month is not None and month > 12:  # "19/6/2017": day and month the other way round
        day = replace(day, month=day.day, day=month)
    known = day.in_year(year or 2000)  # a leap year, so that 29 February exists
    if ("day" in found and known is None) or (year is not None and not 1900 <= year < 3000):
        return None
    return day
