"""Works out when the rows of a pasted programme begin and end, which are side by side, and their missing kinds."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from planner.importers.contract import TooManyRows
from planner.importers.parsed import Doubt, ParsedDay, ParsedProgramme, ParsedRow
from planner.importers.paste_limits import MAX_ROWS, Guard
from planner.importers.row_draft import RowDraft, kept
from planner.importers.vocabulary import ENDS, FORUM
from planner.model import KINDS, Plan, Role
from planner.model.time import DAY
from planner.text import clock
from planner.text.kind_words import usual_kinds
from planner.text.midnight import EVENING, NIGHT, end_after

_USUAL: Final = 30
"""Minutes of a session of unknown kind that nothing follows."""
SIDE_BY_SIDE: Final = frozenset({"forum", "workshop"})
"""Kinds of which several at one time share the people out."""


def timed(days: Sequence[ParsedDay], drafts: Sequence[RowDraft], plan: Plan, guard: Guard) -> ParsedProgramme:
    """Return the programme of what was read: each row with its end, and forums with the title of their round.

    The order of the steps matters: forums in one cell are split first, so that each gets a start; a heading such as
    "Parallele Foren" is found by the start that it shares with its forums; an end that is not given is the next start
    or depends on the kind, so kinds come before ends.
    """
    rows: list[ParsedRow] = []
    begun: set[int] = set()
    for draft in _under_heads(_with_starts(_apart(drafts, guard))):
        guard.look()
        row = draft.row(plan)
        title = days[draft.day].title
        if title and row.day not in begun:
            row = kept(row, [title])
        begun.add(row.day)
        if row.start is None:
            unclear = {Doubt.NO_TIME, Doubt.NO_START, Doubt.ODD_TIME} & set(row.doubts)
            row = replace(row, end=None, doubts=row.doubts if unclear else (Doubt.NO_TIME, *row.doubts))
        rows.append(row)
    rows = _with_ends(_with_kinds(rows), _next_starts(rows), plan)
    return _without_empty_days(days, _doubting_same_times(rows))


def _apart(drafts: Sequence[RowDraft], guard: Guard) -> list[RowDraft]:
    """Return the drafts with those that hold several forums in one cell split, each forum a draft of its own."""
    found: list[RowDraft] = []
    for draft in drafts:
        guard.look()
        if len(found) > MAX_ROWS:  # several forums in each cell
            raise TooManyRows(limit=MAX_ROWS)
        head, children = draft.split()
        if head is not None:
            _hand_over(head, children)
        found += children
    return found


def _hand_over(head: RowDraft, children: list[RowDraft]) -> None:
    """Make the text above several sessions the title of their round, and the rest of it a note of the first one."""
    for child in children:
        child.round = head.title[:300]
    first = children[0]
    # A room that the sessions name themselves need not be repeated in the note.
    words = " ".join(child_line for child in children for child_line in (*child.lines, *child.rooms))
    first.notes += head.lines[1:] if head.lines else []
    if len(head.title) > 300:
        first.notes.append(head.title)
    first.notes += [cell for cell in head.notes if cell]
    first.notes += [", ".join(part for part in (who.name, who.organisation) if part) for who in head.people]
    first.notes += [room for room in head.rooms if room not in words]
    if head.description:
        first.notes.append(head.description)


def _with_starts(drafts: list[RowDraft]) -> list[RowDraft]:
    """Fill in starts that are not given, and move those after midnight to the end of their day.

    "bis 13 Uhr" begins where the row before ends, as does a row with a length only.
    """
    last: dict[int, RowDraft] = {}
    for draft in drafts:
        before = last.get(draft.day)
        if draft.start is None and draft.until is not None:
            start = before.end if before is not None else None
            until = draft.until if start is None else end_after(start, draft.until)
            if start is not None and start <= until:
                draft.start, draft.end = start, until
            else:
                draft.doubts.append(Doubt.NO_START)
                draft.notes.append(f"– {clock(draft.until)}")
        if draft.start is None and draft.length is not None and before is not None and before.start is not None:
            draft.start = before.end  # a table may say the first time, and then how long each takes
        if draft.start is None:
            continue
        if before is not None and before.start is not None and draft.start < before.start:
            # A start before the last one is either past midnight, and counts on from 24:00, or a mistake.
            if before.start >= EVENING and draft.start <= NIGHT:
                draft.start += DAY
                draft.end = None if draft.end is None else draft.end + DAY
            else:
                draft.doubts.append(Doubt.BACKWARDS)
        if draft.end is not None and draft.end < draft.start:
            draft.doubts.append(Doubt.ODD_TIME)
            draft.notes.append(f"– {clock(draft.end)}")
            draft.end = None
        if draft.end is None and draft.length is not None:
            draft.end = draft.start + draft.length
        last[draft.day] = draft
    return drafts


def _under_heads(drafts: list[RowDraft]) -> list[RowDraft]:
    """Remove headings such as "Parallele Foren" and make them titles of the rounds that follow at their time."""
    found: list[RowDraft] = []
    place = 0
    while place < len(drafts):
        head = drafts[place]
        end = place + 1  # behind the last row that stands under the head
        while end < len(drafts) and head.start is not None and _belongs(head, drafts[end]):
            end += 1
        children = drafts[place + 1 : end]
        if head.heads_others and len(children) > 1:
            _hand_over(head, children)
            for child in children:
                child.end = child.end or head.end
            found += children
        else:
            found += drafts[place:end]
        place = end
    return found


def _belongs(head: RowDraft, draft: RowDraft) -> bool:
    """Return whether a draft is one of the forums under a heading: at its time, and not yet in another round."""
    return (
        head.heads_others
        and (draft.beside or FORUM.match(draft.title) is not None)
        and (draft.day, draft.start) == (head.day, head.start)
        and not draft.round
    )


def _with_kinds(rows: list[ParsedRow]) -> list[ParsedRow]:
    """Give rows of unknown kind one: parallel rows become forums; others talks if someone speaks, else plenaries."""
    # What has a kind of its own, such as a break beside a session, makes no forum of the other.
    times = Counter(
        (row.day, row.start or 0) for row in rows if row.start is not None and row.kind in {"", *SIDE_BY_SIDE}
    )
    return [row if row.kind else replace(row, kind=_usual(row, times)) for row in rows]


def _usual(row: ParsedRow, times: Counter[tuple[int, int]]) -> str:
    if row.round or row.beside or times[row.day, row.start or 0] > 1:
        return "forum"
    return usual_kinds(with_speaker=any(who.role is Role.SPEAKER for who in row.people))[0]


def _next_starts(rows: list[ParsedRow]) -> dict[tuple[int, int], int]:
    """Return for each day and start the next start of that day; the last one of a day has none."""
    starts = sorted({(row.day, row.start) for row in rows if row.start is not None})
    return {
        (day, start): starts[place + 1][1]
        for place, (day, start) in enumerate(starts)
        if place + 1 < len(starts) and starts[place + 1][0] == day
    }


def _with_ends(rows: list[ParsedRow], nexts: dict[tuple[int, int], int], plan: Plan) -> list[ParsedRow]:
    """Return rows with the ends that are not given: the next start of the day, else the usual length of the kind."""
    usual = {kind.id: kind.minutes for kind in (*KINDS, *plan.kinds)}
    found: list[ParsedRow] = []
    for row in rows:
        if row.start is None:
            found.append(row)
            continue
        end = row.end
        if end is None and ENDS.match(row.title):
            end = row.start
        if end is None:
            # What reaches into rows below lasts as long as the last of them.
            last = row.start if row.last is None else row.last
            after = last + usual.get(row.kind, _USUAL)
            end = after if row.open else nexts.get((row.day, last), after)
        found.append(replace(row, end=min(end, row.start + DAY)))
    return found


def _doubting_same_times(rows: list[ParsedRow]) -> list[ParsedRow]:
    """Return rows with a doubt where one starts at the time of another and they are not meant to be parallel."""
    seen: dict[tuple[int, int], ParsedRow] = {}
    found: list[ParsedRow] = []
    for row in rows:
        first = seen.get((row.day, row.start)) if row.start is not None else None
        if first is not None and not (first.beside and row.beside) and not {first.kind, row.kind} <= SIDE_BY_SIDE:
            row = replace(row, doubts=(*row.doubts, Doubt.SAME_TIME))  # noqa: PLW2901
        if row.start is not None:
            seen.setdefault((row.day, row.start), row)
        found.append(row)
    return found


def _without_empty_days(days: Sequence[ParsedDay], rows: list[ParsedRow]) -> ParsedProgramme:
    """Leave out days without rows; rows without a time above the first named day belong to that day."""
    if len(days) > 1 and all(row.start is None for row in rows if row.day == 0):
        rows = [replace(row, day=max(row.day, 1)) for row in rows]
    used = sorted({row.day for row in rows}) or [0]
    places = {day: place for place, day in enumerate(used)}
    return ParsedProgramme(tuple(days[day] for day in used), tuple(replace(row, day=places[row.day]) for row in rows))
