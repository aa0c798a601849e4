"""HTML as text and tags, in one walk that looks at no character more often than a few times, whatever is wrong with it.

The standard library's parser begins again at each tag, quote or comment that does not end: 60 KB of "<a " take it half
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
"""Elements whose content is no HTML, by what ends them."""


class Tag(NamedTuple):
    """A tag: its name in small letters, whether it opens, and its attributes as they are written."""

    name: str
    opens: bool
    written: str

    def attributes(self, names: Collection[str]) -> dict[str, str]:
        """Return those of some attributes that it has."""
        found: dict[str, str] = {}
        for match in _ATTRIBUTE.finditer(self.written):
            name = match[1].lower()
            if name in names:
                found.setdefault(name, match[2] or match[3] or match[4] or "")
        return found


def pieces(html: str) -> Iterator[Tag | str]:
    """Give text and tags as they stand; comments, declarations, scripts and styles are left out.

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
    """Finds where things end; what has no end is looked for once, not again behind each further beginning."""

    def __init__(self, html: str) -> None:
        self._html = html
        self._gone: set[str] = set()
        self._quotes = True
        """Whether quotes still end; behind one that does not, a tag ends at the next bracket."""

    def after(self, start: int) -> int:
        """Return the place behind what begins with a bracket; the bracket's own if nothing does."""
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
        """Return where the content of a script or style ends, at once for all other elements."""
        if name not in _RAW or name in self._gone:
            return start
        end = _RAW[name].search(self._html, start)
        if end is None:
            self._gone.add(name)
            return start
        return end.start()

    def _behind(self, mark: str, start: int, otherwise: int) -> int:
        found = -1 if mark in self._gone else self._html.find(mark, start)
        if found == -1:
            self._gone.add(mark)
            return otherwise
        return found + len(mark)
