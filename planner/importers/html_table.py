"""Tables out of HTML as Word, Excel, Outlook and browsers put it into the clipboard."""

import re
from html.parser import HTMLParser
from typing import Final

from planner.importers.day_columns import names_days
from planner.importers.grid import MAX_COLUMNS, MAX_ROWS
from planner.importers.room_columns import rooms_over

_MARKED: Final = re.compile(r"<!\[[^>]*>")
"""What Microsoft's programs write for themselves, such as <![if !supportLists]>; a parser stumbles over it."""
_BLOCKS: Final = frozenset(
    {"p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "section", "dt", "dd"}
)
_HIDDEN: Final = frozenset({"style", "script", "title", "head", "xml"})
_SHOWS: Final = frozenset({"body", "table", "p", "div"})
_OVERFLOW: Final = "mso-ignore:colspan"
"""Excel's word for a cell whose text only runs over the empty ones beside it."""
_SPACES: Final = re.compile(r"\s+")
_PIECE: Final = 100_000
_AROUND: Final = re.compile(r" *\n[\n ]*")


def html_rows(html: str) -> list[list[str]]:
    """Return all rows of all tables, and lines outside of them as rows of one cell, in the order they are read.

    What a cell spans is in each row that it spans: a time beside three rows is the time of all three; and below heads
    that are rooms, in each of these. It ends soon after more rows than anybody takes in: of a sheet with all its empty
    rows.
    """
    reader = _Reader()
    html = _MARKED.sub("", html).replace("<![", "&lt;![")
    for place in range(0, len(html), _PIECE):
        reader.feed(html[place : place + _PIECE])
        if reader.full:
            break
    reader.close()
    return reader.result()


def has_table(html: str) -> bool:
    """Tell whether there is a table at all."""
    return re.search(r"<t[dh]\b", html, re.IGNORECASE) is not None


class _Table:
    """A table that is being read."""

    def __init__(self) -> None:
        self.rows: list[list[str]] = []
        self.cell: list[str] | None = None
        self._spans: dict[int, tuple[int, str]] = {}
        """By column, how many more rows a cell reaches into, and its text."""
        self._row: list[str] | None = None
        self._reach = (1, 1, True)
        self._rooms = 0
        """How many columns there are if they are rooms or days, so that what spans several is in each of them."""

    def begin_row(self) -> None:
        self.end_row()
        self._row = []

    def begin_cell(self, rows: int = 1, columns: int = 1, *, merged: bool = True) -> None:
        self.end_cell()
        if self._row is None:
            self._row = []
        self._reach = (rows, columns, merged)
        self.cell = []

    def end_cell(self) -> None:
        if self.cell is None or self._row is None:
            return
        text, self.cell = _text(self.cell), None
        self._fill(self._row)
        rows, columns, merged = self._reach
        for column in range(len(self._row), len(self._row) + columns):
            if rows > 1:
                self._spans[column] = (rows - 1, text)
            self._row.append(text)
            if not (merged and 0 < column < self._rooms - 1):
                text = ""

    def end_row(self) -> None:
        self.end_cell()
        if self._row is not None:
            self._fill(self._row)
            first = not any(row[0] for row in self.rows if row)
            heads = rooms_over(self._row, first=first) or (self._row if names_days(self._row) else ())
            self._rooms = self._rooms or len(heads)
            self.rows.append(self._row)
            self._row = None

    def _fill(self, row: list[str]) -> None:
        """Put in what reaches down from rows above."""
        while len(row) in self._spans and len(row) <= MAX_COLUMNS:
            left, text = self._spans.pop(len(row))
            if left > 1:
                self._spans[len(row)] = (left - 1, text)
            row.append(text)


class _Reader(HTMLParser):
    """Follows the tags; whatever is wrong with them, no text is lost."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._tables: list[_Table] = []
        self._lines: list[str] = []
        self._rows: list[list[str]] = []
        self._hidden = 0

    @property
    def full(self) -> bool:
        """Tell whether there are more rows than can be taken in."""
        return len(self._rows) + sum(len(table.rows) for table in self._tables) > MAX_ROWS

    def result(self) -> list[list[str]]:
        while self._tables:
            self._end_table()
        self._end_lines()
        return self._rows

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HIDDEN:
            self._hidden += 1
        elif tag in _SHOWS:
            self._hidden = 0
        table = self._tables[-1] if self._tables else None
        if tag == "table":
            self._end_lines()
            self._tables.append(_Table())
        elif table is not None and tag == "tr":
            table.begin_row()
        elif table is not None and tag in {"td", "th"}:
            given = dict(attrs)
            merged = _OVERFLOW not in (given.get("style") or "")
            rows, columns = _count(given.get("rowspan"), MAX_ROWS), _count(given.get("colspan"), MAX_COLUMNS + 1)
            table.begin_cell(rows, columns, merged=merged)
        elif tag == "br" or tag in _BLOCKS:
            self._write("\n")
        if tag == "li":
            self._write("• ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        table = self._tables[-1] if self._tables else None
        if tag == "table":
            self._end_table()
        elif table is not None and tag == "tr":
            table.end_row()
        elif table is not None and tag in {"td", "th"}:
            table.end_cell()
        elif tag in _BLOCKS:
            self._write("\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._write(_SPACES.sub(" ", data))

    def unknown_decl(self, data: str) -> None:
        """Leave alone what only its maker knows."""

    def _write(self, text: str) -> None:
        if not self._tables:
            self._lines.append(text)
        elif self._tables[-1].cell is not None:
            self._tables[-1].cell.append(text)
        elif text.strip():
            self._tables[-1].begin_cell()
            self._write(text)

    def _end_table(self) -> None:
        if self._tables:
            table = self._tables.pop()
            table.end_row()
            self._rows += table.rows

    def _end_lines(self) -> None:
        self._rows += [[line] for line in _text(self._lines).split("\n") if line]
        self._lines = []


def _text(pieces: list[str]) -> str:
    return _AROUND.sub("\n", "".join(pieces)).strip()


def _count(value: str | None, most: int) -> int:
    value = (value or "1").strip()
    return max(1, min(int(value), most)) if value.isascii() and value.isdecimal() and len(value) < 9 else 1
