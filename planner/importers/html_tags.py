"""Splits HTML into text and tags in linear time, whatever is wrong with it.

The standard library's parser starts again at each tag, quote or comment that does not end: 60 KB of "<a " take it half
a minute.
"""

import re
from collections.abc import Collection, Iterator
from typing import Final, NamedTuple

_NAME: Final = re.compile(r"</?([a-zA-Z][^\s/>]*)")
_WHOLE: Final = re.compile(r"""<[a-zA-Z](?:[^>"'=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+|["'])*+>""")
"""A tag with all its attributes; possessive, so that it is read once and never backwards."""
_ATTRIBUTE: Final = re.compile(r"""([^\s"'>/=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>]*+)))?+""")
_RAW: Final = {name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style")}
"""The ends of elements whose content is not HTML."""


class Tag(NamedTuple):
    """A tag: its name in small letters, whether it opens, and its attributes as they are written."""

    name: str
    opens: bool
    written: str

    def attributes(self, names: Collection[str]) -> dict[str, str]:
        """Return the given attributes, as far as the tag has them; of one given twice the first."""
        found: dict[str, str] = {}
        for match in _ATTRIBUTE.finditer(self.written):
            name = match[1].lower()
            if name in names:
                found.setdefault(name, match[2] or match[3] or match[4] or "")
        return found


def pieces(html: str) -> Iterator[Tag | str]:
    """Yield text and tags in order; comments, declarations, and the content of scripts and styles are left out.

    What begins like a tag and never ends is text, so that no word is lost.
    """
    ends = _Ends(html)
    begun = place = 0
    while (start := html.find("<", place)) != -1:
        place = ends.after(start)
        if place == start:
            place += 1
            continue
        if begun < start:
            yield html[begun:start]
        name = _NAME.match(html, start)
        if name is not None:
            tag = Tag(name[1].lower(), html[start + 1] != "/", html[name.end() : place - 1])
            yield tag
            place = ends.of_raw(tag.name, place) if tag.opens else place
        begun = place
    if begun < len(html):
        yield html[begun:]


class _Ends:
    """Finds where tags, comments and scripts end.

    An end that was not found once is not searched for again from a later place: this keeps the time linear.
    """

    def __init__(self, html: str) -> None:
        self._html = html
        self._missing: set[str] = set()
        """Ends that the rest of the text does not contain."""
        self._quotes = True
        """Whether every quote so far was closed; after one that is not, a tag ends at the next bracket."""

    def after(self, start: int) -> int:
        """Return the place behind the tag or comment that begins at a bracket; the bracket's own if none does."""
        html, second = self._html, self._html[start + 1 : start + 2]
        if second in {"!", "?"}:
            comment = html.startswith("<!--", start)
            return self._behind("-->", start + 2, start) if comment else self._behind(">", start, start)
        if second == "/":
            return self._behind(">", start, start) if _NAME.match(html, start) else start
        if not (second.isascii() and second.isalpha()):
            return start
        if self._quotes and (whole := _WHOLE.match(html, start)) is not None:
            return whole.end()
        self._quotes = False
        return self._behind(">", start, start)

    def of_raw(self, name: str, start: int) -> int:
        """Return where the content of a script or style ends; for all other elements the place itself."""
        if name not in _RAW or name in self._missing:
            return start
        end = _RAW[name].search(self._html, start)
        if end is None:
            self._missing.add(name)
            return start
        return end.start()

    def _behind(self, mark: str, start: int, otherwise: int) -> int:
        found = -1 if mark in self._missing else self._html.find(mark, start)
        if found == -1:
            self._missing.add(mark)
            return otherwise
        return found + len(mark)
