"""Fits text into a width: breaks at spaces, hyphens and the joints of long German words."""

import re
from bisect import bisect_left
from functools import lru_cache
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF

_JOINTS: Final = re.compile(r"(?<=ungs|ions|eits|afts|täts)(?=[a-zäöüß]{4})", re.IGNORECASE)
"""Linking endings, after which a German compound continues: Integrations|beauftragte."""
_BREAKS: Final = re.compile(r"(?<=[-/\u2013])(?=\w{3})|\u00ad")


@lru_cache(maxsize=64)
def metrics(font: QFont) -> QFontMetricsF:
    """Return the metrics of a font."""
    return QFontMetricsF(font)


@lru_cache(maxsize=16_384)
def width(text: str, font: QFont) -> float:
    """Return the width of a text on one line, in pixels."""
    return metrics(font).horizontalAdvance(text)


def elide(text: str, font: QFont, room: float) -> str:
    """Return as many whole words as fit, with an ellipsis if any are left out; letters only if no word fits."""
    if width(text, font) <= room:
        return text
    measure = metrics(font).horizontalAdvance
    words = text.split(" ")

    def first(count: int) -> str:
        return " ".join(words[:count]).rstrip(",;:·–- ") + " …"

    # More words are never narrower, so that halving finds how many fit, also of a thousand names.
    fitting = bisect_left(range(1, len(words)), 1, key=lambda count: measure(first(count)) > room)
    if fitting:
        return first(fitting)
    pieces = _JOINTS.sub("\u00ad", words[0]).split("\u00ad")
    while len(pieces) > 1:
        pieces.pop()
        shorter = "".join(pieces).rstrip("-") + "…"
        if measure(shorter) <= room:
            return shorter
    return metrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room) if room > 0 else ""


def shortened(text: str, font: QFont, room: float) -> str:
    """Return as many letters as fit, with an ellipsis: of names that begin alike, such as rooms."""
    return metrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room)


def wrap(text: str, font: QFont, room: float, lines: int) -> list[str]:
    """Return a text on at most so many lines; what does not fit is elided on the last one."""
    measure = metrics(font).horizontalAdvance
    found: list[str] = []
    rest = [piece for word in text.split() for piece in _pieces(word, font, room)]
    while rest and len(found) < lines - 1:
        line = rest.pop(0)
        while rest and measure((line + _glue(line) + rest[0].lstrip("\u2060")).rstrip("\u200b")) <= room:
            line = (line + _glue(line)).rstrip("\u200b") + rest.pop(0)
        found.append(_ended(line, font, room))
    if rest and lines > 0:
        last = rest[0]
        for piece in rest[1:]:
            last = (last + _glue(last)).rstrip("\u200b") + piece
        found.append(elide(last.replace("\u200b", ""), font, room))
    return found


def chopped(text: str, font: QFont, room: float, lines: int) -> list[str]:
    """Return a text on at most so many lines, words that are wider than a line broken with a hyphen at any letter."""
    found: list[str] = []
    for word in text.split():
        rest = word
        if found and width(f"{found[-1]} {rest}", font) <= room:
            rest = f"{found.pop()} {rest}"
        while width(rest, font) > room and len(rest) > 2:
            most = next((at for at in range(len(rest) - 1, 1, -1) if width(rest[:at] + "-", font) <= room), 1)
            found.append(rest[:most].rstrip("-") + "-")
            rest = rest[most:]
        found.append(rest)
    if len(found) <= lines:
        return found
    return [*found[: lines - 1], shortened(f"{found[lines - 1].rstrip('-')}…", font, room)]


def _pieces(word: str, font: QFont, room: float) -> list[str]:
    """Split a word where it may be broken; a piece that goes on without a hyphen of its own ends in U+200B."""
    plain = word.replace("\u00ad", "")
    if metrics(font).horizontalAdvance(plain) <= room:
        return [plain]
    marked = _JOINTS.sub("\u00ad", word)
    parts = [part for part in _BREAKS.split(marked) if part]
    return [part if place == len(parts) - 1 else part + "\u200b" for place, part in enumerate(parts)]


def _glue(line: str) -> str:
    return "" if line.endswith("\u200b") else " "


def _ended(line: str, font: QFont, room: float) -> str:
    if not line.endswith("\u200b"):
        return elide(line, font, room)
    line = line.rstrip("\u200b")
    return elide(line if line.endswith(("-", "/", "–")) else f"{line}-", font, room)


@lru_cache(maxsize=16_384)
def unbroken(text: str, font: QFont, room: float) -> bool:
    """Return whether every word of a text fits into a width, or may be broken so that it does."""
    return not any(line.endswith("…") for line in wrap(text, font, room, len(text)))
