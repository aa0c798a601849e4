"""How much of a paste is taken in at all: bounded while it is read, so that nothing freezes or fills the machine."""

from time import thread_time
from typing import Final

from planner.importers.contract import TooLong, TooManyCells, TooManyColumns, TooManyRows, TooSlow

MAX_ROWS: Final = 5_000
"""As many as a plan has sessions."""
MAX_COLUMNS: Final = 200
MAX_CELLS: Final = 20_000
MAX_MILLIONS: Final = 2
"""Of characters, of text or HTML."""
MAX_SECONDS: Final = 2


class Guard:
    """Counts rows and cells before they are made, and the time; raises NotImported for too much.

    The time is that of the thread: what else the machine does makes no table too large.
    """

    def __init__(self) -> None:
        self._end = thread_time() + MAX_SECONDS
        self._rows = self._cells = 0

    def text(self, text: str) -> None:
        """Refuse text that nobody writes, before it is looked at."""
        if len(text) > MAX_MILLIONS * 1_000_000:
            raise TooLong(limit=MAX_MILLIONS)

    def rows(self, number: int = 1) -> None:
        """Count so many more rows."""
        self._rows += number
        if self._rows > MAX_ROWS:
            raise TooManyRows(limit=MAX_ROWS)
        self.look()

    def cells(self, number: int, width: int) -> None:
        """Count so many more cells, in a row that has a width with them."""
        if width > MAX_COLUMNS:
            raise TooManyColumns(limit=MAX_COLUMNS)
        self._cells += number
        if self._cells > MAX_CELLS:
            raise TooManyCells(limit=MAX_CELLS)

    def look(self) -> None:
        """Look at the clock."""
        if thread_time() > self._end:
            raise TooSlow(limit=MAX_SECONDS)
