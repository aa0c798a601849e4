"""Reads times and days as programmes write them: "14–15.30 Uhr", "ab 14 Uhr", "12:30 PM", "Montag, 19. Juni 2017"."""

import re
from dataclasses import replace
from typing import Final, NamedTuple

from planner.importers.parsed import ParsedDay
from planner.model.time import DAY
from planner.text.times import DASHES, parse_clock, parse_duration

_POINT: Final = (
    r"(\d{1,2})(?!\d)(?: ?[.:] ?([0-5]\d)(?!\d)(?::[0-5]\d(?!\d))?| ?h ?([0-5]\d)(?!\d))?"
    r" ?([ap]\.?m\b\.?)? ?(uhr\b|hrs?\b|h\b|o['’]clock\b)?"
)
_BEFORE: Final = r"((?:(?:ab|von|um|gegen|ca|circa|zirka|etwa|about|approx|from|at|bis|until|till)\b\.? ?){0,3})"
_TIME: Final = re.compile(
    rf"{_BEFORE}{_POINT}(?: ?(?:–|bis|to|until|till) ?((?:ca|circa|etwa)\.? ?)?{_POINT})?", re.IGNORECASE
)
# Groups of _TIME: 1 the words before, 2–6 the first point (hour, minutes, minutes after h, half of the day, unit),
# 7 "ca." before the second, 8–12 the second point.
_UNSEEN: Final = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060"
"""Characters without width that Word and web pages leave in text: soft hyphens, joiners, marks of direction."""
_LEAD: Final = re.compile(rf"[{DASHES}\s•*·{_UNSEEN}]*")
_FOLLOW: Final = f" \t\n:,;|.){DASHES}{_UNSEEN}"
_VAGUE: Final = ("ca", "circa", "zirka", "gegen", "etwa", "about", "approx")
_UNTIL: Final = ("bis", "until", "till")
_DATE_END: Final = re.compile(r"\.(?: |$|\d)")
"""What follows "19.06" if it is a date, not a time."""
_LENGTH: Final = re.compile(
    r"[^\w½]{0,3}(?:(?:dauer|duration|ca|circa|zirka|etwa|rund|je|about|approx)\b[^\w½]{0,3}){0,2}(.{1,40})",
    re.DOTALL | re.IGNORECASE,
)
_EVENING: Final = 18 * 60
"""Minutes: an end before its start is on the next day only if the start is later than this, else it is a mistake."""
_JOINED: Final = re.compile(r"(?<=-\d\d)T(?=\d\d:)")
"""The letter between day and time in ISO 8601."""


class ParsedTime(NamedTuple):
    """A time, in minutes of the day; "bis 13 Uhr" has only an end. The rest is the text after it."""

    start: int | None
    end: int | None
    about: bool
    rest: str


def read_time(text: str, *, column: bool = False) -> ParsedTime | None:
    """Return the time that a text begins with; None if there is none.

    In a column of times a bare "14" is one, too; elsewhere a time has minutes or a unit such as Uhr.
    """
    lead = _LEAD.match(text)
    given = text[lead.end() :] if lead else text
    flat = _Flat(given[:120])  # a time is shorter; a long text need not be flattened as a whole
    match = _TIME.match(flat.text)
    if match is None:
        return _typed(text) if column else None
    first, second = match.groups()[1:6], match.groups()[7:12]
    sure = any(first[1:]) or any(second[1:])
    end_of_match = match.end()
    rest = given[flat.place(end_of_match) :].lstrip(_FOLLOW).rstrip()
    if not sure and not (column and not rest):
        return _typed(text) if column else None
    # "19.06. Begrüßung" begins with a date: a point behind it, and a month in place of the minutes.
    if not second[0] and "." in match[0] and _DATE_END.match(flat.text[end_of_match:]) and int(first[1] or 99) <= 12:
        return None
    return _when(match, first, second, rest)


def _when(match: re.Match[str], first: tuple[str, ...], second: tuple[str, ...], rest: str) -> ParsedTime | None:
    start, end = _minute(first, first[3] or ""), _minute(second, second[3] or "") if second[0] else None
    if start is None or (second[0] and end is None):
        return None
    # "9–11 PM": the half of the day counts for both, unless the start would then be after the end ("11–1 PM").
    if end is not None and second[3] and not first[3]:
        later = _minute(first, second[3])
        start = later if later is not None and later <= end else start
    words = match[1].casefold()
    about = any(word in words for word in _VAGUE) or bool(match[7])
    if end is None and any(word in words for word in _UNTIL):
        return ParsedTime(None, start, about, rest)
    if end is not None and end < start and start >= _EVENING:
        end += DAY
    return ParsedTime(start, end, about, rest)


def _minute(point: tuple[str, ...], half: str) -> int | None:
    hour, minute = int(point[0]), int(point[1] or point[2] or 0)
    half = half.casefold().replace(".", "")
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    found = hour * 60 + minute
    return found if found <= DAY else None


def _typed(text: str) -> ParsedTime | None:
    minute = parse_clock(text)
    return None if minute is None else ParsedTime(minute, None, about=False, rest="")


def read_moment(text: str) -> tuple[ParsedDay, ParsedTime] | None:
    """Return the day and the time of a cell that holds both and nothing else: "19.06.2017 10:30", as Excel gives it."""
    day = read_day(_JOINED.sub(" ", text))
    when = read_time(day.title) if day is not None else None
    return None if day is None or when is None or when.rest else (replace(day, title=""), when)


class _Flat:
    """Text with single spaces, one kind of dash and no invisible characters; keeps their original places."""

    def __init__(self, text: str) -> None:
        places: list[int] = []
        letters: list[str] = []
        for place, letter in enumerate(text):
            if not letter.isspace() and letter not in _UNSEEN:
                letters.append("–" if letter in DASHES else letter)
                places.append(place)
            elif letter.isspace() and letters and letters[-1] != " ":
                letters.append(" ")
                places.append(place)
        self.text = "".join(letters)
        self._places = [*places, len(text)]

    def place(self, place: int) -> int:
        """Return the place in the original text."""
        return self._places[place]


def read_length(text: str) -> int | None:
    """Return the minutes of "15 Min.", "1,5 Std.", "1½ h" or "90"; None for anything else."""
    match = _LENGTH.fullmatch(text.strip())
    if match is None:
        return None
    words = " ".join(match[1].replace("1/2", "½").split())
    words = re.sub(r"(\d?) ?½", lambda half: f"{half[1] or 0},5", words).strip("()")
    return parse_duration(words) or None


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
