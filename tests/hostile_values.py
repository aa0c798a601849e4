"""The values at the limits of every field: texts that broke programs once, odd zones, dates and numbers."""

from datetime import UTC, date, datetime
from typing import Any, Final

from hypothesis import strategies as st

from planner.model.base import MAX_TEXT, MAX_TITLE, clean_line, clean_name, clean_text
from planner.model.time import DAY, LAST_START

CLASSES: Final = (
    "W", "ä", "\xa0x", "\u202e\u2066\u200f", "\u200bx\u2060", "\u200d\u200c", "e\u0301\u0323\u0308", "\u0301",
    "👩‍👩‍👧‍👦", "🇩🇪", "𝔘", "\U0010fffd", "\ue000", "مرحبا ", "שלום ", "እንኳን ", "漢字", "ﬁ", "\xad", "\ufffd", "ẞ",
    "\u0f71\u0f72\u0f74", "Å\u2126", "\ufb1d", "\U000e0041", "\ufe0f", "\u034f", "<b>&amp;</b>", "<img src=x>",
    "{name} %s {0} ", "=1+1;", "'\"", "\\N\\n,;:", "a" * 80 + " ", "- ", "· ", "/", "CON", "../", "1900-01-01 ",
    "N. N. ",
)  # fmt: skip
"""What repeated fills a field: each broke some program once, by turning, hiding, joining, escaping or being long."""


def filled(part: str, most: int) -> str:
    """Return a part repeated as often as the model takes it, which counts when it has cleaned."""
    text = (part * most)[:most]
    while (length := max(len(str(clean(text))) for clean in (clean_text, clean_line, clean_name))) > most:
        text = text[: len(text) * most // length]
    return text


_SHORT: Final = ("", "", "Impuls", "x", ".", " ", *(part * 2 for part in CLASSES), "Forum: Wohnen – 2017")
lines: Final = st.sampled_from(_SHORT) | st.sampled_from([filled(part, MAX_TITLE) for part in CLASSES])
"""A line or name: empty, short, or as long as one may be."""
_LONG: Final = [filled(part, MAX_TEXT) for part in (*CLASSES, "line\n", "\n", "a\tb\n\n")]
bodies: Final = st.sampled_from((*_SHORT * 6, *_LONG))
"""A text of several lines, likewise."""

ZONES: Final = (
    "Europe/Berlin", "Europe/Amsterdam", "Africa/Monrovia", "Europe/Dublin", "Europe/Lisbon", "America/St_Johns",
    "America/New_York", "Pacific/Apia", "Pacific/Kiritimati", "Pacific/Honolulu", "Australia/Lord_Howe",
    "Antarctica/Troll", "Africa/El_Aaiun", "Africa/Cairo", "Asia/Kathmandu", "America/Nuuk", "Asia/Manila",
    "UTC", "Etc/GMT+12", "Etc/GMT-14", "EST5EDT",
)  # fmt: skip
"""Offsets with seconds, changes by half an hour or two, winter as a saving of time, days left out, the last offsets."""
DATES: Final = (
    date(1900, 1, 1), date(1900, 1, 2), date(1900, 12, 31), date(1916, 4, 30), date(1937, 7, 1), date(1945, 5, 24),
    date(1969, 12, 31), date(1972, 1, 7), date(2011, 12, 29), date(2011, 12, 30), date(2011, 12, 31), date(2024, 2, 29),
    date(2027, 3, 28), date(2027, 10, 31), date(2027, 12, 31), date(2037, 12, 31), date(2038, 1, 19), date(2100, 2, 28),
    date(2999, 12, 30), date(2999, 12, 31),
)  # fmt: skip
dates: Final = st.sampled_from(DATES) | st.dates(date(1900, 1, 1), date(2999, 12, 31))
any_date: Final = st.sampled_from((None, None, date.min, date.max, date(2027, 5, 2)))
starts: Final = st.sampled_from((0, 1, 119, 120, 150, 180, 540, 541, 600, DAY - 1, DAY, DAY + 150, LAST_START - 1))
minutes: Final = st.sampled_from((0, 0, 1, 5, 30, 45, 90, 600, DAY - 1, DAY))
counts: Final = st.sampled_from((0, 1, 2, 17, 60, 99_999, 100_000))
some: Final = st.none() | counts
needs: Final = st.lists(
    st.sampled_from(("step-free", "Höranlage", "Dolmetschen", "sign-language")) | lines, max_size=3
).map(tuple)
moments: Final = st.sampled_from(
    (
        datetime(1900, 1, 1, tzinfo=UTC),
        datetime(2026, 5, 1, 9, tzinfo=UTC),
        datetime(2999, 12, 31, 23, 59, 59, tzinfo=UTC),
    )
)


def few(choices: Any, most: int) -> st.SearchStrategy[tuple[Any, ...]]:  # noqa: ANN401  # ids, seatings
    """Up to so many different values, in any order."""
    found = list(choices)
    return st.lists(st.sampled_from(found), max_size=most, unique=True).map(tuple) if found else st.just(())
