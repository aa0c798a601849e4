"""Times, lengths and dates as people read and type them; what only reading needs is imported late."""

import re
from datetime import date, datetime
from typing import Final

from planner.model.time import DAY
from planner.text.calendar_names import CALENDAR_NAMES
from planner.text.language import LANGUAGES, Language

MOST_PEOPLE: Final = 100_000
"""The largest number of people that the model accepts anywhere."""
_PLUS, _MINUS = "+", ("-", "−", "–")
_START_WORDS: Final = {"ab", "at", "from", "um", "von"}
_LONGEST: Final = 40
"""Characters of a field that may hold a time or a length; a longer text is neither."""

_DATE: Final = re.compile(
    r"(?:[^\W\d_]{2,10}\.?,? )?"  # the weekday, which follows from the date
    r"(?:(?P<iso>(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2}))"
    r"|(?P<day>\d{1,2})[./ ] ?(?P<month>\d{1,2}|[^\W\d_]+\.?)[./ ] ?(?P<year>\d{4}|\d{2}))"
)
_CENTURY: Final = 2000
"""What a year of two digits belongs to."""


def parse_clock(text: str) -> int | None:
    """Return the wall minute typed as 9, 9:30, 0930, 9.30 Uhr, 12 Uhr 30, 2pm or 24:30; None if there is any more."""
    from planner.text.flat import flat
    from planner.text.time_grammar import read_times

    words = flat(text.strip()) if len(text) <= _LONGEST else ""
    found = read_times(words)
    if found is None or found.end < len(words) or found.second or found.open or not set(found.lead) <= _START_WORDS:
        return None
    return found.first.minute


def parse_duration(text: str) -> int | None:
    """Return the minutes typed as 45, 45 min, 30′, 1:30, 00:30:00, 1 h 30, 1½h or 1,5 h; None if there is any more."""
    from planner.text.flat import flat
    from planner.text.lengths import whole_length

    return whole_length(flat(text.strip())) if len(text) <= _LONGEST else None


def parse_people(text: str) -> int | None:
    """Return the number of people that somebody typed; None if it is none, or more than a plan can hold."""
    text = text.strip()
    number = int(text) if text.isdecimal() and len(text) <= 9 else -1
    return number if 0 <= number <= MOST_PEOPLE else None


def parse_shift(text: str) -> int | None:
    """Return the minutes of "+15", "-1:30" or "+ 1 h"; None without a sign before it."""
    text = text.strip()
    minutes = parse_duration(text[1:]) if text[:1] in {_PLUS, *_MINUS} else None
    return None if minutes is None else minutes if text[0] == _PLUS else -minutes


def clock(minute: int) -> str:
    """Return a wall minute as HH:MM; after midnight it starts at 00:00 again."""
    hours, minutes = divmod(minute % DAY, 60)
    return f"{hours:02}:{minutes:02}"


def clock_range(start: int, end: int) -> str:
    """Return two wall minutes as HH:MM–HH:MM."""
    return f"{clock(start)}–{clock(end)}"


def duration(minutes: int) -> str:
    """Return minutes as "45 min"."""
    return f"{minutes} min"


def duration_long(minutes: int) -> str:
    """Return minutes as "45 min" or "2 h 15 min"."""
    hours, rest = divmod(minutes, 60)
    return " ".join(
        part for part in (f"{hours} h" if hours else "", duration(rest) if rest or not hours else "") if part
    )


def date_long(day: date, t: Language) -> str:
    """Return "Montag, 19. Juni 2017" or "Monday, 19 June 2017"."""
    return f"{date_short(day, t)} {day.year}"


def date_short(day: date, t: Language) -> str:
    """Return "Montag, 19. Juni" or "Monday, 19 June", for tabs and headings."""
    names = CALENDAR_NAMES[t.code]
    return f"{names.weekdays[day.weekday()]}, {day.day}{names.after_day} {names.months[day.month - 1]}"


def date_brief(day: date, t: Language) -> str:
    """Return "Mo., 19. Juni" or "Mon, 19 Jun", for narrow columns."""
    names = CALENDAR_NAMES[t.code]
    return f"{names.weekdays_brief[day.weekday()]}, {day.day}{names.after_day} {names.months_brief[day.month - 1]}"


def date_plain(day: date, t: Language) -> str:
    """Return "12. Mai 2017" or "12 May 2017"."""
    names = CALENDAR_NAMES[t.code]
    return f"{day.day}{names.after_day} {names.months[day.month - 1]} {day.year}"


def moment(when: datetime, t: Language) -> str:
    """Return a date and a time of day: "12. Mai 2017, 14:30"."""
    return f"{date_plain(when.date(), t)}, {when:%H:%M}"


def date_digits(day: date, t: Language, *, weekday: bool = False) -> str:
    """Return "14.06.2027" or "14/06/2027", with the weekday "Mo., 14.06.2027", for fields."""
    names = CALENDAR_NAMES[t.code]
    digits = names.between.join((f"{day.day:02}", f"{day.month:02}", str(day.year)))
    return f"{names.weekdays_brief[day.weekday()]}, {digits}" if weekday else digits


def parse_date(text: str, t: Language) -> date | None:
    """Return the date typed as 12.5.2017, 12.5.17, 12. Mai 2017, 12 May 2017 or 2017-05-12; None if it is not a date.

    A weekday may stand before it.
    """
    match = _DATE.fullmatch(" ".join(text.split())) if len(text) <= _LONGEST else None
    if match is None:
        return None
    if match["iso"]:
        year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
    else:
        year, month, day = int(match["year"]), _month(match["month"].strip(". ").casefold(), t), int(match["day"])
    try:
        return date(year + _CENTURY if year < 100 else year, month, day)
    except ValueError:
        return None


def _month(word: str, t: Language) -> int:
    """Return the number of a month by its number, name or beginning of three letters; 0 if there is none."""
    if word.isdecimal():
        return int(word)
    for code in (t.code, *LANGUAGES):
        found = (
            number
            for number, name in enumerate(CALENDAR_NAMES[code].months, 1)
            if len(word) > 2 and name.casefold().startswith(word)
        )
        if number := next(found, 0):
            return number
    return 0
