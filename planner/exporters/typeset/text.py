"""The one place where text that came from a person becomes text for paper: cleaned, and cut where a line may break.

Nothing here is markup: what leaves this file is drawn as glyphs, so `<b>` and `&` print as they were typed.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final, NamedTuple

LONGEST_WORD: Final = 60
"""Characters; longer words, mostly addresses, may be broken after punctuation, or else anywhere."""
REPLACEMENT: Final = "□"
JOINERS: Final = "\u200c\u200d"

_KEPT: Final = "\xad\u200b" + JOINERS
_SPACES: Final = " \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
_TIED: Final = r"(?<=\b\w\.) (?=\w)|(?<=\b\d\d\.) (?=\w)|(?<=\d) (?=\d)"
"""Spaces at which no line ends: "N. N.", "1. Juni", "0541 000"."""
_WORDS: Final = re.compile(f"(?:[^{_SPACES}\u200b]|{_TIED})+|[{_SPACES}\u200b]+")
_JOINTS: Final = re.compile(r"\xad|(?<=[^\W\d_][^\W\d_][-/‐])(?=[^\W\d_]{2})|(?<=[^\W\d_][^\W\d_]-/)|(?<=፡)")
_COMPOUND: Final = re.compile(r"[^\W\d_]{2,}?(?:ungs|heits|keits|schafts|ions|täts|tums)(?=[^\W\d_]{4})")
_AFTER: Final = "./@_?&=:;,-–+"
_VARIATIONS: Final = range(0xFE00, 0xFE10)


class Fragment(NamedTuple):
    """Text that stays on one line. After it a line may end; then the joint, a hyphen or nothing, is added."""

    text: str
    joint: str = ""
    space: bool = False


def printable(text: str) -> str:
    """Return text for paper: NFC, no controls, nothing that turns or hides what stands beside it."""
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", text.replace("\t", " "))
    return "".join(map(_kept, text))


def _kept(char: str) -> str:
    category = unicodedata.category(char)
    if category in {"Cc", "Cf"}:
        return char if char in _KEPT or char == "\n" else ""
    if category in {"Cs", "Co", "Cn"}:
        return REPLACEMENT
    if category in {"Zl", "Zp"}:
        return "\n"
    return "" if ord(char) in _VARIATIONS else char


def fragments(line: str) -> Iterator[Fragment]:
    """Cut a line of text where it may be broken; words longer than 60 characters are cut too."""
    for word in _WORDS.findall(line):
        if word[0] in _SPACES or word[0] == "\u200b":
            yield Fragment(word.replace("\u200b", ""), space=True)
            continue
        start = 0
        for joint in _JOINTS.finditer(word):
            yield from _chopped(word[start : joint.start()], "-" if joint.group() else "")
            start = joint.end()
        yield from _chopped(word[start:], "")


def _chopped(word: str, joint: str) -> Iterator[Fragment]:
    while len(word) > LONGEST_WORD:
        place = max((word.rfind(char, 0, LONGEST_WORD) + 1 for char in _AFTER), default=0) or LONGEST_WORD
        yield Fragment(word[:place])
        word = word[place:]
    if word:
        yield Fragment(word, joint)


def break_points(word: str) -> Iterator[Fragment]:
    """Return the beginnings of a word that is wider than its column, best first, each from the longest.

    After the s that links a German compound, after punctuation, and last of all anywhere.
    """
    ends = [match.end() for match in _COMPOUND.finditer(word)]
    yield from (Fragment(word[:end], "-") for end in reversed(ends))
    yield from (Fragment(word[: i + 1]) for i in range(len(word) - 2, 0, -1) if word[i] in _AFTER)
    for i in range(len(word) - 1, 0, -1):
        if not unicodedata.combining(word[i]) and word[i] not in JOINERS:
            yield Fragment(word[:i], "-" if word[i - 1 : i + 1].isalpha() else "")


def direction(text: str) -> str:
    """Return "R" for right to left, "L" for left to right, "N" for numbers, "" for what follows its neighbours."""
    kinds = {unicodedata.bidirectional(char) for char in text}
    if kinds & {"R", "AL"}:
        return "R"
    if "L" in kinds:
        return "L"
    return "N" if kinds & {"EN", "AN"} else ""
