"""Days and months are called as CLDR calls them."""

from typing import Final, Literal

import pytest
from babel.dates import get_day_names, get_month_names

from planner.text.calendar_names import CALENDAR_NAMES
from planner.text.language import LANGUAGES

WIDTHS: Final[tuple[Literal["wide", "abbreviated"], ...]] = ("wide", "abbreviated")


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_names_are_those_of_cldr(code: str) -> None:
    names = CALENDAR_NAMES[code]
    written = ((names.weekdays, names.months), (names.weekdays_brief, names.months_brief))
    for width, (weekdays, months) in zip(WIDTHS, written, strict=True):
        assert dict(enumerate(weekdays)) == dict(get_day_names(width, locale=code))
        assert dict(enumerate(months, 1)) == dict(get_month_names(width, locale=code))
