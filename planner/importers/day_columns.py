"""Tables whose columns are days, "Zeit | Montag | Dienstag": read as if one day stood below the other."""

from collections.abc import Sequence

from planner.importers.times import read_day
from planner.importers.vocabulary import ColumnMeaning, column_of


def one_below_the_other(rows: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """Return the rows with each day's column as rows below its heading; unchanged if no row is a head of days."""
    head = next((place for place, cells in enumerate(rows) if names_days(cells)), None)
    if head is None:
        return list(rows)
    turned, last = list(rows[:head]), len(rows[head]) - 1
    for place, day in enumerate(rows[head]):
        if place:
            turned.append((day,))
            turned += filter(None, (_of_day(cells, place, last=place == last) for cells in rows[head + 1 :]))
    return turned


def _of_day(cells: Sequence[str], place: int, *, last: bool) -> Sequence[str]:
    """Return a row's time and its cell of one day; what belongs to no day goes to the first or the last one."""
    if not any(cells):
        return ()
    if len(set(cells)) == 1:
        return (cells[0],) if len(cells) > 1 or place == 1 else ()
    here = cells[place:] if last else cells[place : place + 1]
    return (cells[0], *here) if any(here) or (place == 1 and not any(cells[1:])) else ()


def names_days(cells: Sequence[str]) -> bool:
    """Return whether all heads but the first are different days, at least two, and the first is empty or of times."""
    corner, *heads = cells or ("",)
    if len(heads) < 2 or (corner and column_of(corner) is not ColumnMeaning.TIME):
        return False
    days = [read_day(head) for head in heads]
    return None not in days and len(set(heads)) == len(heads)
