"""Limits of what is read from a paste, checked while reading, so that nothing freezes or exhausts the memory."""

from time import thread_time
from typing import Final

from planner.importers.contract import TooLong, TooManyCells, TooManyColumns, TooManyRows, TooSlow

MAX_ROWS: Final = 5_000
"""As many as a plan may have sessions."""
MAX_COLUMNS: Final = 200
"""Cells of a row; far more than any programme, and little enough for a `colspan` that is a mistake."""
MAX_CELLS: Final = 20_000
"""In all rows: four in each, of as many as there may be."""
MAX_MILLIONS: Final = 2
"""Of characters, in text or HTML."""
MAX_SECONDS: Final = 2
"""After which people believe that the window hangs."""


class Guard:
    """Counts rows, cells and time while a text is read; raises NotImported when a limit is passed.

    The time is the CPU time of the thread, so that a busy machine refuses no table.
    """

    def __init__(self) -> None:
        self._end = thread_time() + MAX_SECONDS
        self._rows = self._cells = 0

    def text(self, text: str) -> None:
        """Refuse too long a text before it is read."""
        if len(text) > MAX_MILLIONS * 1_000_000:
            raise TooLong(limit=MAX_MILLIONS)

    def rows(self, number: int = 1) -> None:
        """Count further rows."""
        self._rows += number
        if self._rows > MAX_ROWS:
            raise TooManyRows(limit=MAX_ROWS)
        self.look()

    def cells(self, number: int, width: int) -> None:
        """Count further cells of a row, which then has this width."""
        if width > MAX_COLUMNS:
            raise TooManyColumns(limit=MAX_COLUMNS)
        self._cells += number
        if self._cells > MAX_CELLS:
            raise TooManyCells(limit=MAX_CELLS)

    def look(self) -> None:
        """Refuse to go on once the time is used up."""
        if thread_time() > self._end:
            raise TooSlow(limit=MAX_SECONDS)
