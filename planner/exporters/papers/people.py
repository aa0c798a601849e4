"""Lays out the people of a session on paper: one below the other, or several on a line."""

from collections.abc import Sequence
from itertools import groupby

from planner.exporters.papers.print_style import PrintStyle
from planner.exporters.typeset.blocks import Block, stacked
from planner.exporters.typeset.styles import Style
from planner.exporters.wording import PLAIN_ROLES, credit_words
from planner.model.programme import Credit
from planner.text import Language, role_name


def credit_blocks(credits_: Sequence[Credit], setting: PrintStyle, style: Style, width: float) -> Block:
    """Return the people of a session in the order given, one below the other.

    Of three and more of one role, those that fit share a line.
    """
    found: list[Block] = []
    for role, group in groupby(credits_, key=lambda credit: credit.role):
        people = [credit_words(credit, setting.t) for credit in group]
        if role not in PLAIN_ROLES:
            people[0] = f"{role_name(role, setting.t)}: {people[0]}"
        lines = _packed(people, setting, style, width) if len(people) > 2 else people
        found.extend(setting.set(line, style, width) for line in lines)
    return stacked(found)


def credits_line(credits_: Sequence[Credit], t: Language) -> str:
    """Return people on one line, with dots between them."""
    return " · ".join(credit_words(credit, t) for credit in credits_)


def _packed(people: Sequence[str], setting: PrintStyle, style: Style, width: float) -> list[str]:
    """Return people on as few lines as they need, of lengths as even as possible.

    The width is narrowed to just below that of the widest line, again and again, until one more line would be needed.
    """
    found = _filled(people, setting, style, width)
    widest = max((setting.width(line, style) for line in found), default=0)
    while len(narrower := _filled(people, setting, style, widest - 0.01)) == len(found) > 1:
        found = narrower
        widest = max(setting.width(line, style) for line in found)
        # The widest line is a single person: it cannot become narrower.
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
