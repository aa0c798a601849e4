"""How people are named on paper."""

from collections.abc import Sequence
from itertools import groupby

from planner.exporters.papers.print_style import PrintStyle
from planner.exporters.typeset.blocks import Block, stacked
from planner.exporters.typeset.styles import Style
from planner.model.programme import Credit
from planner.model.session import Role
from planner.text import Language, role_name

_PLAIN = frozenset({Role.SPEAKER, Role.PANEL, Role.WELCOME, Role.OTHER})
"""Roles that the kind of the session says already."""


def credit_text(credit: Credit, t: Language) -> str:
    """Return "Name, function, organisation (angefragt)"."""
    named = ", ".join(part for part in (credit.name, credit.function, credit.organisation) if part)
    return f"{named} {t('(invited)')}" if credit.asked else named


def credit_blocks(credits_: Sequence[Credit], setting: PrintStyle, style: Style, width: float) -> Block:
    """Return the people of a session in the order given, one below the other.

    Of three and more of one role, those that fit share a line.
    """
    found: list[Block] = []
    for role, group in groupby(credits_, key=lambda credit: credit.role):
        people = [credit_text(credit, setting.t) for credit in group]
        if role not in _PLAIN:
            people[0] = f"{role_name(role, setting.t)}: {people[0]}"
        lines = _packed(people, setting, style, width) if len(people) > 2 else people
        found.extend(setting.set(line, style, width) for line in lines)
    return stacked(found)


def credits_line(credits_: Sequence[Credit], t: Language) -> str:
    """Return people on one line."""
    return " · ".join(credit_text(credit, t) for credit in credits_)


def _packed(people: Sequence[str], setting: PrintStyle, style: Style, width: float) -> list[str]:
    """Put people on as few lines as they need, and these as even as they can be."""
    found = _filled(people, setting, style, width)
    widest = max((setting.width(line, style) for line in found), default=0)
    while len(narrower := _filled(people, setting, style, widest - 0.01)) == len(found) > 1:
        found = narrower
        widest = max(setting.width(line, style) for line in found)
        if all(" · " not in line for line in found if setting.width(line, style) >= widest):
            break
    return found


def _filled(people: Sequence[str], setting: PrintStyle, style: Style, width: float) -> list[str]:
    lines: list[str] = []
    for person in people:
        longer = f"{lines[-1]} · {person}" if lines else person
        if lines and setting.width(longer, style) <= width:
            lines[-1] = longer
        else:
            lines.append(person)
    return lines
