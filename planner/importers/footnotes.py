"""Footnotes below a programme: "* vegetarisches Buffet" is said of "Mittagspause*", not of the row above it."""

import re
from collections.abc import Sequence
from typing import Final

from planner.importers.row_draft import RowDraft
from planner.model.base import MAX_TEXT

_NOTE: Final = re.compile(r"(\[\d{1,2}\]|\*{1,3}|[¹²³])[ \t]*(\S.*)", re.DOTALL)
_LONGEST: Final = 2_000


def take_footnote(line: str, drafts: Sequence[RowDraft]) -> bool:
    """Move a footnote into the note of the session that has its mark; return False, and do nothing, for other lines.

    The mark is removed from the session. It stands at the end of a word: a bullet before a line is none.
    """
    match = _NOTE.fullmatch(line)
    if match is None or len(line) > _LONGEST:
        return False
    mark = re.compile(rf"(?<=[^\s*¹²³]){re.escape(match[1])}(?![\w*¹²³])")
    found = [draft for draft in drafts if any(map(mark.search, draft.lines))]
    if not found or found[0].size() + 2 * len(line) > MAX_TEXT:
        return False
    for draft in found:
        draft.lines = [mark.sub("", text) for text in draft.lines]
        draft.cells = [mark.sub("", cell) for cell in draft.cells]
    found[0].notes.append(match[2])
    found[0].cells.append(match[2])
    return True
