"""The names of days and months (CLDR): written out, as loading Babel's takes a tenth of the window's start."""

from typing import Final, NamedTuple


class CalendarNames(NamedTuple):
    """The names of one language, from Monday and from January on."""

    weekdays: tuple[str, ...]
    weekdays_brief: tuple[str, ...]
    months: tuple[str, ...]
    months_brief: tuple[str, ...]
    after_day: str
    """What follows the number of a day."""
    between: str
    """What stands between the numbers of day, month and year."""


def _names(weekdays: str, weekdays_brief: str, months: str, months_brief: str, signs: tuple[str, str]) -> CalendarNames:
    return CalendarNames(
        tuple(weekdays.split()),
        tuple(weekdays_brief.split()),
        tuple(months.split()),
        tuple(months_brief.split()),
        *signs,
    )


CALENDAR_NAMES: Final = {
    "de": _names(
        "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
        "Mo. Di. Mi. Do. Fr. Sa. So.",
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.",
        (".", "."),
    ),
    "en": _names(
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
        "Mon Tue Wed Thu Fri Sat Sun",
        "January February March April May June July August September October November December",
        "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
        ("", "/"),
    ),
}
"""By the code of a language."""
