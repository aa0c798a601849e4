"""Reads tables from HTML as Word, Excel, Outlook and browsers put it on the clipboard."""

import re
from collections.abc import Sequence
from html import unescape
from typing import Final

from planner.importers.day_columns import names_days
from planner.importers.html_tags import Tag, pieces
from planner.importers.paste_limits import MAX_COLUMNS, MAX_ROWS, Guard
from planner.importers.room_columns import rooms_over
from planner.text.flat import RAISED

_BLOCKS: Final = frozenset(
    {"p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "section", "dt", "dd"}
)
_HIDDEN: Final = frozenset({"style", "script", "title", "head", "xml"})
_SHOWS: Final = frozenset({"body", "table", "p", "div"})
_OVERFLOW: Final = "mso-ignore:colspan"
"""Excel's style of a cell whose text merely flows over the empty cells beside it: it spans none."""
_OF_CELLS: Final = ("rowspan", "colspan", "style")
_COMMENT: Final = re.compile(r"MsoCommentReference|msocom|mso-element:comment-list", re.IGNORECASE)
"""Classes and style of Word's comments: their marks in the text, and the list of them below it."""
_CELLS: Final = frozenset({"td", "th", "tr", "table"})
_SPACES: Final = re.compile(r"\s+")
_MINUTES: Final = re.compile(r"\s*[0-5]\d\s*", re.ASCII)
"""What <sup> raises behind an hour, "10<sup>30</sup>", as people set minutes in Word."""
_TO_RAISED: Final = str.maketrans("0123456789", RAISED)
_NO_CHARACTER: Final = re.compile(r"&#(?:[0-9]{8,}|[xX][0-9a-fA-F]{7,});?")
"""References to numbers that no character has; Python refuses to convert those with thousands of digits."""
_OFTEN: Final = 1_000
"""Pieces read between two looks at the clock, which would otherwise cost more than the reading."""
_LONGEST_HEAD: Final = 200
"""A row with longer cells is no row of heads."""


def html_rows(html: str) -> list[list[str]]:
    """Return all rows of all tables, and lines outside of them as rows of one cell, in the order they are read.

    A cell that spans several rows is repeated in each: a time beside three rows is the time of all three. One that
    spans several columns is repeated only if these are rooms or days. Raises NotImported for too large a table.
    """
    guard = Guard()
    guard.text(html)
    reader = _Reader(guard)
    for number, piece in enumerate(pieces(html)):
        if number % _OFTEN == 0:
            guard.look()
        reader.take(piece)
    return reader.result()


def has_table(html: str) -> bool:
    """Return whether the HTML contains a table cell."""
    return re.search(r"<t[dh]\b", html, re.IGNORECASE) is not None


class _Table:
    """A table that is being read."""

    def __init__(self, guard: Guard) -> None:
        self.rows: list[list[str]] = []
        self.cell: list[str] | None = None
        self._guard = guard
        self._spans: dict[int, tuple[int, str]] = {}
        """By column, how many more rows a cell reaches into, and its text."""
        self._row: list[str] | None = None
        self._reach = (1, 1, True)
        self._cornered = False
        """Whether any row has text in the first column; until then, an empty corner may belong to a head of rooms."""
        self._rooms = 0
        """Number of columns if they are rooms or days, so that a cell that spans several stands in each; else 0."""

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
        self._guard.cells(columns, len(self._row) + columns)
        for column in range(len(self._row), len(self._row) + columns):
            if rows > 1:
                self._spans[column] = (rows - 1, text)
            self._row.append(text)
            # Below rooms a session that spans some of them takes place in each; elsewhere the text stands once.
            if not (merged and 0 < column < self._rooms - 1):
                text = ""

    def end_row(self) -> None:
        self.end_cell()
        if self._row is not None:
            self._fill(self._row)
            self._guard.rows()
            self._rooms = self._rooms or len(self._heads(self._row))
            self._cornered = self._cornered or any(self._row[:1])
            self.rows.append(self._row)
            self._row = None

    def _heads(self, row: Sequence[str]) -> Sequence[str]:
        if any(len(cell) > _LONGEST_HEAD for cell in row):
            return ()
        return rooms_over(row, first=not self._cornered) or (row if names_days(row) else ())

    def _fill(self, row: list[str]) -> None:
        """Add the cells that reach down from rows above."""
        while len(row) in self._spans:
            self._guard.cells(1, len(row) + 1)
            left, text = self._spans.pop(len(row))
            if left > 1:
                self._spans[len(row)] = (left - 1, text)
            row.append(text)


class _Reader:
    """Builds rows from tags and text; no text is lost, however wrong the tags are."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard
        self._tables: list[_Table] = []
        self._lines: list[str] = []
        self._rows: list[list[str]] = []
        self._hidden = 0
        self._unread = ""
        """The name of an element that is not part of the text any more, or never was: a deletion, a comment."""
        self._depth = 0
        """How many elements of this name are open."""
        self._raised = False
        self._after_number = False

    def take(self, piece: Tag | str) -> None:
        """Read the next tag or piece of text."""
        if isinstance(piece, str):
            if not self._hidden and not self._unread:
                text = _SPACES.sub(" ", unescape(_NO_CHARACTER.sub("\ufffd", piece)))
                if self._raised and self._after_number and _MINUTES.fullmatch(text):
                    text = text.strip().translate(_TO_RAISED)
                self._after_number = text[-1:].isdecimal()
                self._write(text)
        elif not self._skips(piece):
            self._begin(piece) if piece.opens else self._end(piece.name)

    def _skips(self, tag: Tag) -> bool:
        """Return whether a tag belongs to a deletion or a comment; one that does not end ends with its block."""
        if not self._unread:
            given = tag.attributes(("class", "style")) if tag.opens else {}
            if tag.opens and (tag.name == "del" or any(_COMMENT.search(value) for value in given.values())):
                self._unread, self._depth = tag.name, 1
            return bool(self._unread)
        if tag.name == self._unread:
            self._depth += 1 if tag.opens else -1
        elif tag.name in _CELLS or (tag.name in _BLOCKS and self._unread not in _BLOCKS):
            self._depth = 0
        if self._depth <= 0:
            ended, self._unread = self._unread, ""
            return tag.name == ended
        return True

    def result(self) -> list[list[str]]:
        """Return all rows, including those of tables that are not closed."""
        while self._tables:
            self._end_table()
        self._end_lines()
        return self._rows

    def _begin(self, tag: Tag) -> None:
        if tag.name in _HIDDEN:
            self._hidden += 1
        elif tag.name in _SHOWS:
            self._hidden = 0
        self._raised = tag.name == "sup" or (self._raised and tag.name not in _BLOCKS | {"td", "th", "br"})
        table = self._tables[-1] if self._tables else None
        if tag.name == "table":
            self._end_lines()
            self._guard.cells(1, 1)  # nested tables without cells would otherwise never be counted
            self._tables.append(_Table(self._guard))
        elif table is not None and tag.name == "tr":
            table.begin_row()
        elif table is not None and tag.name in {"td", "th"}:
            given = tag.attributes(_OF_CELLS)
            merged = _OVERFLOW not in given.get("style", "")
            rows, columns = _count(given.get("rowspan"), MAX_ROWS), _count(given.get("colspan"), MAX_COLUMNS + 1)
            table.begin_cell(rows, columns, merged=merged)
        elif tag.name == "br" or tag.name in _BLOCKS:
            self._write("\n")
        if tag.name == "li":
            self._write("• ")

    def _end(self, name: str) -> None:
        if name in _HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        self._raised = self._raised and name != "sup" and name not in _BLOCKS
        table = self._tables[-1] if self._tables else None
        if name == "table":
            self._end_table()
        elif table is not None and name == "tr":
            table.end_row()
        elif table is not None and name in {"td", "th"}:
            table.end_cell()
        elif name in _BLOCKS:
            self._write("\n")

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
        lines = [line for line in _text(self._lines).split("\n") if line]
        self._guard.rows(len(lines))
        self._rows += [[line] for line in lines]
        self._lines = []


def _text(written: list[str]) -> str:
    """Return what was written as lines, none of them empty and without space at their ends."""
    lines = (line.strip() for line in "".join(written).split("\n"))
    return "\n".join(line for line in lines if line)


def _count(value: str | None, most: int) -> int:
    value = (value or "1").strip()
    return max(1, min(int(value), most)) if value.isascii() and value.isdecimal() and len(value) < 9 else 1
