"""Text as a grammar reads it: one kind of space and dash, raised minutes behind a colon, nothing that is not seen."""

from typing import Final

DASHES: Final = "-‐‑‒–—―−"
"""All characters used as dashes between times; the hyphen is first, as a character class requires."""
UNSEEN: Final = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060"
"""Characters without width that Word and web pages leave in text: soft hyphens, joiners, marks of direction."""
RAISED: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹"
"""Raised digits in order: "10³⁰" is half past ten."""
_DIGITS: Final = {letter: str(number) for number, letter in enumerate(RAISED)} | {"°": "0", "º": "0"}
"""The signs of degree and order stand for a raised nought where a keyboard has none."""


class Flat:
    """A text with single spaces and line ends, en dashes and raised minutes as ":30"; it keeps the original places."""

    def __init__(self, text: str) -> None:
        self._places: list[int] = []
        self._letters: list[str] = []
        place = 0
        while place < len(text):
            letter = text[place]
            if self._minutes_at(text, place):
                self._add(place, ":")
                self._add(place, _DIGITS[letter])
                self._add(place + 1, _DIGITS[text[place + 1]])
                place += 1
            elif letter.isspace():
                self._space(place, "\n" if letter in "\n\r\v\f\x85\u2028\u2029" else " ")
            elif letter not in UNSEEN:
                self._add(place, "–" if letter in DASHES else letter)
            place += 1
        self._places.append(len(text))
        self.text = "".join(self._letters)

    def place(self, place: int) -> int:
        """Return the place in the original text."""
        return self._places[place]

    def _add(self, place: int, letter: str) -> None:
        self._letters.append(letter)
        self._places.append(place)

    def _space(self, place: int, letter: str) -> None:
        """Add a space, unless there is one already; a line end takes its place."""
        if self._letters and self._letters[-1] in " \n":
            self._letters[-1] = max(self._letters[-1], letter, key=" \n".index)
        elif self._letters:
            self._add(place, letter)

    def _minutes_at(self, text: str, place: int) -> bool:
        """Return whether exactly two raised digits follow an hour: a single one is the mark of a footnote."""
        pair, behind = text[place : place + 2], text[place + 2 : place + 3]
        return (
            len(pair) == 2
            and pair[0] in _DIGITS
            and pair[1] in _DIGITS
            and behind not in _DIGITS
            and self._letters[-1:] != []
            and self._letters[-1].isdecimal()
        )


def flat(text: str) -> str:
    """Return a text as a grammar reads it, for whoever needs no places."""
    return Flat(text).text
