"""Names after a sign: @rooms, #people and :kinds, quoted, or by any beginning that fits only one of them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from functools import lru_cache
from typing import Final, Generic, NamedTuple, TypeVar

T = TypeVar("T")

_QUOTED: Final = re.compile(r"\"((?:[^\"\\]|\\.)*)\"|[„“]([^“”]*)[“”]")
_WORD: Final = re.compile(r"\S+")
_TRAILING: Final = ",;"
_NEAR: Final = 3


class NameMatches(NamedTuple, Generic[T]):
    """The values that a name may stand for, and the names that it fits; both empty if nothing fits."""

    values: tuple[T, ...] = ()
    near: tuple[str, ...] = ()


class NamePhrase(NamedTuple):
    """Some words of a line after a sign, and where they end."""

    text: str
    end: int
    quoted: bool = False


def phrases(line: str, at: int, most: int) -> Iterator[NamePhrase]:
    """Yield what the name after a sign may be: the quoted text, otherwise words, as many as possible first."""
    match = _QUOTED.match(line, at)
    if match is not None:
        text = re.sub(r"\\(.)", r"\1", match[1]) if match[1] is not None else match[2]
        yield NamePhrase(text, match.end(), quoted=True)
        return
    ends = [word.end() for word, _ in zip(_WORD.finditer(line, at), range(most), strict=False)]
    for end in reversed(ends):
        text = line[at:end].rstrip(_TRAILING)
        if text.strip():
            yield NamePhrase(text, at + len(text))


def quoted(name: str) -> str:
    """Return a name as it can be typed after a sign, whatever characters it contains."""
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'


def look_up(name: str, known: Sequence[tuple[str, T]], *, whole: bool = False) -> NameMatches[T]:
    """Return what a name stands for: a whole known name, else the beginning of one, else of a word in one."""
    key = fold(name)
    if not key:
        return NameMatches()
    tiers = [[(known_name, value) for known_name, value in known if fold(known_name) == key]]
    if not whole:
        tiers.append([(known_name, value) for known_name, value in known if fold(known_name).startswith(key)])
        tiers.append([(known_name, value) for known_name, value in known if _begins_word(fold(known_name), key)])
    for tier in tiers:
        values = tuple(dict.fromkeys(value for _, value in tier))
        if values:
            return NameMatches(values, tuple(dict.fromkeys(known_name for known_name, _ in tier))[:_NEAR])
    return NameMatches()


def nearest(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return the known name that was probably meant: it or one of its words is nearly the same."""
    parts: dict[str, str] = {}
    for known_name in known:
        for part in (fold(known_name), *(word for word in fold(known_name).split() if len(word) > 2)):
            parts.setdefault(part, known_name)
    found = get_close_matches(fold(name), parts, n=1, cutoff=0.6)
    return tuple(parts[match] for match in found)


def most_words(known: Sequence[tuple[str, T]]) -> int:
    """Return how many words the longest of some names has."""
    return max((len(name.split()) for name, _ in known), default=1)


@lru_cache(maxsize=30_000)
def fold(name: str) -> str:
    """Return a name as it is compared: casefolded, with single spaces."""
    return " ".join(name.casefold().split())


def _begins_word(name: str, key: str) -> bool:
    at = name.find(key)
    while at >= 0:
        if at == 0 or not name[at - 1].isalnum():
            return True
        at = name.find(key, at + 1)
    return False
