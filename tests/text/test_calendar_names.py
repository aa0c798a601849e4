"""Days and months are called as CLDR calls them."""

import pytest
from babel.dates import get_day_names, get_month_names

from planner.text.calendar_names import CALENDAR_NAMES
from planner.text.language import LANGUAGES


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_names_are_those_of_cldr(code: str) -> None:
    names = CALENDAR_NAMES[code]
    for width, weekdays, months in (
        ("wide", names.weekdays, names.months),
        ("abbreviated", names.weekdays_brief, names.months_brief),
    ):
        assert dict(enumerate(weekdays)) == dict(get_day_names(width, locale=code))
        assert dict(enumerate(months, 1)) == dict(get_month_names(width, locale=code))
