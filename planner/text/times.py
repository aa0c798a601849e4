"""Times as people read them. Babel is imported late: checks need only clock times."""

from datetime import date

from planner.model.time import DAY
from planner.text.language import Language


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


def date_long(day: date, t: Language) -> str:
    """Return "Montag, 19. Juni 2017" or "Monday, 19 June 2017"."""
    from babel.dates import format_date

    return format_date(day, "EEEE, d. MMMM y" if t.code == "de" else "EEEE, d MMMM y", locale=t.code)


def date_short(day: date, t: Language) -> str:
    """Return "Montag, 19. Juni" or "Monday, 19 June", for tabs and headings."""
    from babel.dates import format_date

    return format_date(day, "EEEE, d. MMMM" if t.code == "de" else "EEEE, d MMMM", locale=t.code)


def date_plain(day: date, t: Language) -> str:
    """Return "12. Mai 2017" or "12 May 2017"."""
    from babel.dates import format_date

    return format_date(day, "d. MMMM y" if t.code == "de" else "d MMMM y", locale=t.code)
