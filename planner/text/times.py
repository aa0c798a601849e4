"""Times, lengths and dates as people read and type them."""

import re
from datetime import date, datetime
from typing import Final

from planner.model.time import DAY
from planner.text.calendar_names import CALENDAR_NAMES
from planner.text.language import Language

DASHES: Final = "-‐‑‒–—―−"
"""All characters used as dashes between times; the hyphen is first, as a character class requires."""
MOST_PEOPLE: Final = 100_000
"""The largest number of people that the model accepts anywhere."""
_CLOCK: Final = re.compile(r"(\d{1,2})(?:[:.h]?(\d{2}))?\s*(?:uhr|h)?", re.IGNORECASE)
_LENGTH: Final = re.compile(
    r"(?:(\d{1,6})\s*(?:h|std\.?|stunden?|hours?|:))?\s*(?:(\d{1,6})\s*(?:min\.?|minuten?|minutes?|m|')?)?",
    re.IGNORECASE,
)
_HOURS: Final = re.compile(r"(\d{1,2}[.,]\d{1,2})\s*(?:h|std\.?|stunden?|hours?)", re.IGNORECASE)

_DATE: Final = re.compile(
    r"(?P<iso>(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2}))"
    r"|(?P<day>\d{1,2})[./ ]+(?P<month>\d{1,2}|[^\W\d_]+\.?)[./ ]+(?P<year>\d{4})"
)


def parse_clock(text: str) -> int | None:
    """Return the wall minute typed as 9, 9:30, 0930, 9.30 Uhr or 9h30; None if it is not a time."""
    match = _CLOCK.fullmatch(text.strip())
    if match is None:
        return None
    hours, minutes = int(match[1]), int(match[2] or 0)
    return hours * 60 + minutes if hours < 24 and minutes < 60 else None


def parse_duration(text: str) -> int | None:
    """Return the minutes typed as 45, 45 min, 1:30, 1 h 30, 2 h or 1,5 h; None if it is not a length."""
    if hours := _HOURS.fullmatch(text.strip()):
        minutes = round(float(hours[1].replace(",", ".")) * 60)
        return minutes if minutes <= DAY else None
    match = _LENGTH.fullmatch(text.strip())
    if match is None or not (match[1] or match[2]):
        return None
    minutes = int(match[1] or 0) * 60 + int(match[2] or 0)
    return minutes if minutes <= DAY else None


def parse_people(text: str) -> int | None:
    """Return the number of people that somebody typed; None if it is none, or more than a plan can hold."""
    text = text.strip()
    number = int(text) if text.isdecimal() and len(text) <= 9 else -1
    return number if 0 <= number <= MOST_PEOPLE else None


def parse_shift(text: str) -> int | None:
    """Return the minutes of "+15", "-1:30" or "+ 1 h"; None without a sign before it."""
    text = text.strip()
    minutes = parse_duration(text[1:]) if text[:1] in {"+", "-", "−", "–"} else None
    return None if minutes is None else minutes if text[0] == "+" else -minutes


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


def parse_date(text: str, t: Language) -> date | None:
    """Return the date typed as 12.5.2017, 12. Mai 2017, 12 May 2017 or 2017-05-12; None if it is not a date."""
    match = _DATE.fullmatch(text.strip())
    if match is None:
        return None
    if match["iso"]:
        year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
    else:
        year, month, day = int(match["year"]), _month(match["month"].strip(". ").casefold(), t), int(match["day"])
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(word: str, t: Language) -> int:
    """Return the number of a month by its number, name or beginning of three letters; 0 if there is none."""
    if word.isdecimal():
        return int(word)
    names = enumerate(CALENDAR_NAMES[t.code].months, 1)
    return next((number for number, name in names if len(word) > 2 and name.casefold().startswith(word)), 0)
