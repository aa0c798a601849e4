"""The grammar of times of day, in German and English: "9:30", "14–15.30 Uhr", "10³⁰ → 11¹⁵", "16:30–open end".

Each place that takes a time reads it with this grammar, and decides for itself what it does with the text behind it.
"""

import re
from typing import Final, NamedTuple

from planner.text.lengths import whole_length
from planner.text.midnight import end_after

_COUNTED: Final = (
    r" ?(?:min|jahr|year|person|people|leute|teil|gäst|guest|kind|child|stud|thes|frag|ideen|idea|proz|percent|%|euro|€"
    r"|sek|sec|std|stunde|hour|h\b|uhr|plätz|place|fäll|schritt|step|beispiel|projekt|projec|punkt|point|grad|km|x\b|×)"
)
"""What a number behind "9 Uhr" counts if it is no number of minutes: "9 Uhr 30 Minuten Pause"."""


def _point(gap: str) -> re.Pattern[str]:
    """Return the pattern of one time; the gap is what may stand around its colon."""
    return re.compile(
        r"(?:(?P<packed>(?:[01]?\d|2[0-4])[0-5]\d)(?!\d|[.:,]\d)"
        r"|(?P<hour>\d{1,2})(?!\d)(?:"
        rf"{gap}(?P<sep>[.:]){gap}(?P<minute>[0-5]\d)(?!\d)(?::(?P<seconds>[0-5]\d)(?!\d))?"
        rf"|{gap}(?P<french>h){gap}(?P<after_h>[0-5]\d)(?!\d)"
        r"| ?<sup>(?P<raised>[0-5]\d)</sup>)?)"
        r"[ \n]?(?P<half>[ap]\.?m\b\.?)?[ \n]?"
        rf"(?P<unit>uhr\b(?P<spoken> (?P<after_uhr>[0-5]\d)(?![.:,–]?\d|\.|[^\W\d_]|{_COUNTED}))?"
        r"|uhr(?=(?-i:[A-ZÄÖÜ]))"  # glued to the title: "9:10 UhrBegrüßung"
        r"|hrs?\b|h\b|o['’]clock\b)?",
        re.IGNORECASE,
    )


_LOOSE, _TIGHT = _point(" ?"), _point("")
_LEAD: Final = re.compile(
    r"(?:(?:(?:ab|von|um|gegen|ca|circa|zirka|etwa|ungefähr|about|around|approx|from|at|bis|until|till|nach|after"
    r"|zwischen|between)\b\.?|~|≈) ?){0,3}",
    re.IGNORECASE,
)
_RANGE: Final = re.compile(
    r"[ \n]?(?P<sign>–{1,3}>|–{1,3}|=>|>|[→⟶⇒⇨➔➜➝➞▸►▶↓↔]|…|\.{2,3}|~|bis|to|until|till|und|and|/|\n)"
    r"[ \n]?(?P<vague>(?:ca|circa|etwa|about|approx)\.? ?|~ ?)?",
    re.IGNORECASE,
)
_OPEN: Final = re.compile(
    r"[ \n]?(?P<sign>–{1,3}>?|→|bis|to|until|/)?[ \n]?\(?"
    r"(?:open[ –]?end(?:ed)?\b|ende? offen\b|end(?:e|ing)? open\b|offenes ende?\b"
    r"|(?P<short>(?:open|offen|\?{1,3}|…)(?![ ]?[\w–])))\)?",
    re.IGNORECASE,
)
_ZONE: Final = r"(?-i:MESZ|MEZ|CEST|CET|UTC|GMT|BST|OESZ|OEZ|EEST|EET|EST|EDT|CST|CDT|PST|PDT)(?:[+–]\d{1,2})?\b"
_REMARK: Final = re.compile(
    rf"(?P<star>\*{{1,3}}(?!\w))|[ \n]?(?P<words>{_ZONE}|ortszeit\b|local time\b|[cs]\. ?t\.)"
    r"|[ \n]?\((?P<inside>[^()\n]{1,24})\)",
    re.IGNORECASE,
)
_ASIDE: Final = re.compile(rf"{_ZONE}|ortszeit|local time|[cs]\. ?t\.|\*{{1,3}}", re.IGNORECASE)
_VAGUE: Final = (
    "ca", "circa", "zirka", "gegen", "etwa", "ungefähr", "about", "around", "approx", "nach", "after", "~", "≈",
)  # fmt: skip
_UNTIL: Final = ("bis", "until", "till")
_HALVES: Final = ("am", "pm")
_BETWEEN: Final = ("zwischen", "between")


class Point(NamedTuple):
    """One time: minutes of the day (24:30 is 1,470), how it was written, and where it ends."""

    minute: int
    end: int
    hour: int
    sep: str = ""
    """The sign between hours and minutes: a colon, a point or h; empty for an hour alone."""
    unit: str = ""
    """"uhr", "h" or "o'clock" in small letters, or the half of the day: "am", "pm"."""
    seconds: bool = False

    @property
    def sure(self) -> bool:
        """Whether this is more than a bare number."""
        return bool(self.sep or self.unit)


class Times(NamedTuple):
    """A time or a range as written, and where it ends; what follows is not part of it."""

    first: Point
    second: Point | None
    lead: tuple[str, ...]
    """The words before it, in small letters."""
    about: bool
    open: bool
    """Whether the end is said to be open."""
    end: int

    @property
    def sure(self) -> bool:
        """Whether any of both times is more than a bare number."""
        return self.first.sure or (self.second is not None and self.second.sure)

    @property
    def until(self) -> bool:
        """Whether only the end is given: "bis 13 Uhr"."""
        return self.second is None and any(word in _UNTIL for word in self.lead)

    def span(self) -> tuple[int, int | None]:
        """Return start and end in minutes of the day; an end past midnight counts on, one too early stays as it is."""
        if self.second is None:
            return self.first.minute, None
        start = self.first.minute
        # "9–11 PM": the half of the day counts for both, unless the start would then be after the end ("11–1 PM").
        if self.second.unit in _HALVES and self.first.unit not in _HALVES and 0 < self.first.hour <= 12:
            later = _in_half(self.first.hour, start % 60, self.second.unit)
            start = later if later <= self.second.minute else start
        return start, end_after(start, self.second.minute)


def read_point(text: str, at: int = 0, *, tight: bool = False) -> Point | None:
    """Return the one time that a flat text has at a place; tight ones have no spaces around their colon."""
    match = (_TIGHT if tight else _LOOSE).match(text, at)
    if match is None:
        return None
    said = match.groupdict()
    packed, after_uhr, end = said["packed"], said["after_uhr"], match.end()
    if after_uhr and (said["minute"] or packed or not _minutes_after(text, after_uhr, end)):
        after_uhr, end = None, match.start("spoken")
    hour = int(packed[:-2] if packed else said["hour"])
    minute = int((packed and packed[-2:]) or said["minute"] or said["after_h"] or said["raised"] or after_uhr or 0)
    half = (said["half"] or "").casefold().replace(".", "")
    if half and not 1 <= hour <= 12:
        if tight:
            return None
        half = "" if hour > 12 else half  # "13:00 pm" is said twice
    found = _in_half(hour, minute, half) if half else hour * 60 + minute
    if minute > 59 or hour > 24:
        return None
    unit = half or ("" if not said["unit"] else "h" if said["unit"][0] in "hH" else said["unit"][:3].casefold())
    sep = said["sep"] or said["french"] or (":" if said["raised"] or after_uhr else "")
    while end > at and text[end - 1] in " \n":
        end -= 1
    return Point(found, end, hour, sep.casefold(), unit, bool(said["seconds"]))


def read_times(text: str, at: int = 0, *, tight: bool = False) -> Times | None:
    """Return the time or range that a flat text has at a place, with the words before it; None if there is none."""
    lead = _LEAD.match(text, at)
    begun = lead.end() if lead else at
    words = tuple(re.findall(r"\w+|[~≈]", lead[0].casefold())) if lead else ()
    first = read_point(text, begun, tight=tight)
    if first is None:
        return None
    about = any(word in _VAGUE for word in words)
    second, vague = _second(text, first, words, tight=tight)
    if second is not None:
        return Times(first, second, words, about or vague, open=False, end=second.end)
    end = first.end
    is_open = _OPEN.match(text, end)
    if is_open is not None and is_open["short"] and not is_open["sign"]:
        is_open = None  # "14 Uhr offen" may begin a title
    return Times(first, None, words, about, is_open is not None, is_open.end() if is_open else end)


def is_open_end(text: str) -> bool:
    """Return whether a flat text says that the end is open, and nothing else."""
    match = _OPEN.fullmatch(text.strip())
    return match is not None


def is_range_sign(text: str) -> bool:
    """Return whether a flat text is a sign between two times and nothing else: "bis", a dash, an arrow."""
    match = _RANGE.fullmatch(text.strip())
    return match is not None and match["sign"].casefold() not in {"und", "and", "/"}


def remark_end(text: str, at: int) -> int:
    """Return where remarks end that belong to the time before a place: a length, a zone, a star, "c.t."."""
    for _ in range(3):
        match = _REMARK.match(text, at)
        inside = match["inside"] if match else None
        if match is None or (inside and not (_ASIDE.fullmatch(inside) or whole_length(inside.strip()))):
            break
        at = match.end()
    return at


def _second(text: str, first: Point, lead: tuple[str, ...], *, tight: bool) -> tuple[Point | None, bool]:
    """Return the time behind a sign of range, and whether it is approximate."""
    sign = _RANGE.match(text, first.end)
    second = read_point(text, sign.end(), tight=tight) if sign else None
    if sign is None or second is None:
        return None, False
    word = sign["sign"].casefold()
    if word in {"und", "and"} and not any(said in _BETWEEN for said in lead):
        return None, False
    if word in {"/", "\n"} and not (first.sure and second.sure and _stands_alone(text, first, second, word)):
        return None, False
    return second, bool(sign["vague"])


def _stands_alone(text: str, first: Point, second: Point, sign: str) -> bool:
    """Return whether two times without a word between them are a range: no dates, and nothing but remarks behind."""
    if sign == "/":
        return {first.sep, second.sep} != {"."} or max(first.minute % 60, second.minute % 60) > 12
    behind = text[remark_end(text, second.end) :]
    return not behind.strip() or behind[0] == "\n"


def _minutes_after(text: str, minutes: str, end: int) -> bool:
    """Return whether a number behind "Uhr" is one of minutes; before other words only round ones are."""
    return int(minutes) % 5 == 0 or not text[end:].strip(" ,;.)") or text[end : end + 1] in ",;\n"


def _in_half(hour: int, minute: int, half: str) -> int:
    return (hour % 12 + (12 if half == "pm" else 0)) * 60 + minute
