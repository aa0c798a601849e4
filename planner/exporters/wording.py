"""The words about a session that calendar, table and papers share: its name, and who contributes."""

from datetime import date, timedelta
from itertools import groupby
from typing import Final

from planner.model import Role
from planner.model.programme import Credit, Entry
from planner.model.time import DAY
from planner.text.language import Language
from planner.text.names import kind_name, role_name
from planner.text.times import clock

PLAIN_ROLES: Final = frozenset({Role.SPEAKER, Role.PANEL, Role.WELCOME, Role.OTHER})
"""Roles that need no word of their own: the kind and title of a session say already what these people do."""


def entry_name(entry: Entry, t: Language) -> str:
    """Return a session's title, or its kind where it has none."""
    return entry.title or kind_name(entry.kind, t)


def credit_words(credit: Credit, t: Language) -> str:
    """Return "Name, function, organisation (invited)"."""
    words = ", ".join(part for part in (credit.name, credit.function, credit.organisation) if part)
    return f"{words} {t('(invited)')}" if credit.asked else words


def credit_lines(credits_: tuple[Credit, ...], t: Language) -> list[str]:
    """Return one line for neighbours in the same role: "Moderation: A; B"."""
    groups = [
        (role, "; ".join(credit_words(credit, t) for credit in group))
        for role, group in groupby(credits_, key=lambda credit: credit.role)
    ]
    if len(groups) == 1 and groups[0][0] in PLAIN_ROLES:
        return [groups[0][1]]
    return [f"{role_name(role, t)}: {words}" for role, words in groups]


def item_lines(entry: Entry, t: Language) -> list[str]:
    """Return one line an item, with who does it."""
    return [
        f"{item.title}: {'; '.join(credit_lines(item.credits, t))}" if item.credits else item.title
        for item in entry.items
    ]


def date_and_clock(day: date, minute: int) -> tuple[date, str]:
    """Return the date and the clock time of a wall minute; after midnight it is the next day's."""
    return day + timedelta(minute // DAY), clock(minute)
