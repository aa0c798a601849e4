"""Finds times, lengths and numbers among the words of a line."""

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from planner.model.typed_session import MAX_COPIES
from planner.text.flat import Flat
from planner.text.lengths import read_length
from planner.text.time_grammar import Point, Times, read_times, remark_end

_END: Final = r"(?=[,;]*(?:\s|$))"
_ENDS: Final = re.compile(_END)
_SIGN: Final = re.compile(r"[=!]?")
_SIGN_BEHIND: Final = re.compile(r" ?[=!]")
_MINUTES_BEHIND: Final = re.compile(r" ([0-5]\d)(?!\d)")
"""What follows "1h" or "12 h" alone, "12 h 30"; it counts only at the end of the title."""
_LOOSE: Final = re.compile(r",? \d+$")
_BRACKETS: Final = re.compile(r"\(([^()]{1,24})\)")
_METRES: Final = re.compile(r"\d+ (?:m|['’′´`])", re.IGNORECASE)
"""No minutes: "Preis 5 m", "6 ' hoch"."""
_PEOPLE: Final = re.compile(rf"(\d{{1,5}})(?:p|\s?pers\.?|\s?ppl){_END}", re.IGNORECASE)
_COPIES: Final = re.compile(rf"[x×](\d{{1,2}}){_END}", re.IGNORECASE)

_MORNING: Final = 8
_DOTTED: Final = 6
"""From this hour on "19 h" is a time, not a length; with minutes behind a point, as "6.30 h", from a lower one on."""
_LONGEST: Final = 120
"""Characters that are looked at from a word on: no time is longer."""
_RANGE_WORDS: Final = {"von", "from", "zwischen", "between"}
_START_WORDS: Final = {"um", "ab", "at"}
_VAGUE: Final = {"ca", "circa", "zirka", "gegen", "etwa", "ungefähr", "about", "around", "approx", "~", "≈"}
_SPELLED: Final = re.compile(r"minute|stunde|hour", re.IGNORECASE)
_RELATIVE: Final = re.compile(
    r"in|nach|vor|alle|je|pro|mit|für|die|der|den|das|bis|seit|über|unter"
    r"|after|before|every|per|for|with|within|the|over|under",
    re.IGNORECASE,
)
"""Words after which a length is part of a sentence: "Die Welt in 5 Minuten"."""


class Figure(NamedTuple):
    """What a part of a line says, and where it ends."""

    end: int
    start: int | None = None
    minutes: int | None = None
    fixed: bool = False
    number: int | None = None
    copies: int | None = None
    length: int | None = None
    """The minutes of a "12h" that is read as a time, for a line that says its start elsewhere."""
    doubts: tuple[tuple[str, str], ...] = ()
    """Codes of doubts, each with its words."""


def figure_at(line: str, at: int, before: str) -> Figure | None:
    """Return the figure that begins at a position, after another word of the title; None if it belongs to the title."""
    for read in (_time, _length, _people, _copies):
        found = read(line, at, before)
        if found is not None:
            return found
    return None


def _time(line: str, at: int, _before: str) -> Figure | None:
    sign = _SIGN.match(line, at)
    begun = sign.end() if sign else at
    flat = Flat(line[begun : begun + _LONGEST])
    found = read_times(flat.text, tight=True)
    if found is None:
        return None
    if found.second is not None:
        figure = _range(found)
        done = figure and _ended(line, begun, flat, found, figure)
        if done is not None:
            return done._replace(fixed=done.fixed or begun > at)
        found = found._replace(second=None, end=found.first.end)
    figure = _start(line, begun, flat, found)
    done = figure and _ended(line, begun, flat, found, figure)
    return None if done is None else done._replace(fixed=done.fixed or begun > at)


def _range(found: Times) -> Figure | None:
    first, second = found.first, found.second
    lead = set(found.lead) - _VAGUE
    if second is None or not lead <= _RANGE_WORDS:
        return None
    marked = ":" in {first.sep, second.sep} or (first.sep and second.sep) or first.unit or second.unit
    start, end = found.span()
    if not (marked or lead) or end is None or end <= start:
        return None
    return Figure(0, start=start, minutes=end - start)


def _start(line: str, begun: int, flat: Flat, found: Times) -> Figure | None:
    point, lead = found.first, set(found.lead) - _VAGUE
    if not lead <= _START_WORDS:
        return None
    hours = point.unit == "h" or point.sep == "h"
    if hours and not lead and not _is_clock(point):
        return None
    length = read_length(flat.text)
    if length is not None and point.hour < _MORNING and (point.seconds or (point.sep == ":" and not length.bare)):
        return None  # "00:30:00", as Excel writes a length, and "1:30 Std."
    said = point.unit or point.sep in {":", "h"} or (lead and point.sep)
    bare = lead and "ab" not in lead and _closes(line, begun + flat.place(found.end))
    if not (said or bare):
        return None
    either = point.minute if hours and not lead and not point.sep else None
    return Figure(0, start=point.minute, length=either)


def _is_clock(point: Point) -> bool:
    """Return whether hours with an "h" are a time of day: "19 h", "12h30", "10.30 h"; "2 h" and "24 h" are lengths."""
    if point.sep == ".":
        return point.hour >= _DOTTED
    return point.hour >= _MORNING and (bool(point.sep) or point.hour < 24)


def _ended(line: str, begun: int, flat: Flat, found: Times, figure: Figure) -> Figure | None:
    """Return a figure with its end and what is said behind it; None if the word goes on."""
    end = begun + flat.place(found.end)
    more = _MINUTES_BEHIND.match(line, end)
    if figure.length and more and _closes(line, more.end()):  # "12 h 30"
        return Figure(more.end(), start=(figure.start or 0) + int(more[1]))
    doubts = [("open-end", line[begun:end].strip())] if found.open else []
    doubts += [("about", line[begun:end].strip())] if found.about else []
    remark = begun + flat.place(remark_end(flat.text, found.end))
    if remark > end and _ENDS.match(line, remark):
        words = line[end:remark].strip()
        length = _bracketed(words)
        if length is not None and figure.minutes in {None, length}:
            return figure._replace(end=remark, minutes=length, doubts=tuple(doubts))
        return figure._replace(end=remark, doubts=(*doubts, ("aside", words)))
    behind = _SIGN_BEHIND.match(line, end)
    if behind is not None and _ENDS.match(line, behind.end()):
        return figure._replace(end=behind.end(), fixed=True, doubts=tuple(doubts))
    return figure._replace(end=end, doubts=tuple(doubts)) if _ENDS.match(line, end) else None


def _bracketed(words: str) -> int | None:
    """Return the minutes of a length in brackets: "(45 min)"."""
    match = _BRACKETS.fullmatch(words)
    found = read_length(match[1]) if match else None
    whole = match is not None and found is not None and found.end == len(match[1])
    return found.minutes if found is not None and whole and not found.bare and found.minutes else None


def _length(line: str, at: int, before: str) -> Figure | None:
    brackets = _BRACKETS.match(line, at)
    if brackets is not None and _ENDS.match(line, brackets.end()):
        minutes = _bracketed(brackets[0])
        return None if minutes is None else Figure(brackets.end(), minutes=minutes)
    flat = Flat(line[at : at + _LONGEST])
    found = read_length(flat.text)
    if found is not None and (loose := _LOOSE.search(flat.text[: found.end])):
        # "1h 30" is an hour and a half only where the title ends: "1h 30 Fragen" is not.
        closed = _closes(line, at + flat.place(found.end))
        found = found if closed else read_length(flat.text[: loose.start()])
    if found is None or (found.bare and not found.seconds):
        return None
    end = at + flat.place(found.end)
    words = line[at:end]
    if not _ENDS.match(line, end) or _METRES.fullmatch(words):
        return None
    if " " in words and _RELATIVE.fullmatch(before):
        return None
    if _SPELLED.search(words) and (_RELATIVE.fullmatch(before) or not _closes(line, end)):
        return None
    return Figure(end, minutes=found.minutes)


def _people(line: str, at: int, before: str) -> Figure | None:
    match = _PEOPLE.match(line, at)
    if match is None or int(match[1]) > 100_000 or (" " in match[0] and _RELATIVE.fullmatch(before)):
        return None
    return Figure(match.end(), number=int(match[1]))


def _copies(line: str, at: int, _before: str) -> Figure | None:
    match = _COPIES.match(line, at)
    return Figure(match.end(), copies=int(match[1])) if match and 2 <= int(match[1]) <= MAX_COPIES else None


def _closes(line: str, at: int) -> bool:
    """Return whether the title ends at a position: only then are "um 10" and "15 Minuten" a time and a length."""
    rest = line[at:].lstrip(" ,;")
    sure: tuple[Callable[[str], object], ...] = (
        re.compile(r"[@#:][\w\"„“]").match,
        re.compile(rf"[=!]?\d{{1,2}}:\d{{2}}{_END}").match,
        re.compile(rf"\d{{1,4}}(?:m|min|h|p){_END}", re.IGNORECASE).match,
        _COPIES.match,
    )
    return not rest or any(read(rest) for read in sure)
