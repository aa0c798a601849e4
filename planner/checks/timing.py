"""Time: nobody is needed in two sessions at once, fixed times hold, and the day is long enough."""

from collections.abc import Iterable, Iterator
from typing import Final

from planner.checks.index import Index
from planner.checks.mending import block_of, lengthen, move, move_later, next_free, shorten
from planner.checks.overlaps import Block, Overlap
from planner.checks.problem import Check, Facts, Finding, Fix, Message, Problem, Severity
from planner.model import Number
from planner.model.edits import change_day


def _overlap_finding(overlap: Overlap) -> Finding:
    start, end = overlap.span
    facts: Facts = {"session": overlap.first.id, "other": overlap.second.id}
    return Finding(
        (overlap.first.id, overlap.second.id), facts | {"from_at": start, "until_at": end, "minutes": end - start}
    )


def _both(index: Index, problem: Problem) -> tuple[Block, Block]:
    near = problem.fact("from_at")
    first, second = str(dict(problem.facts)["session"]), str(dict(problem.facts)["other"])
    return block_of(index, first, near), block_of(index, second, near)


# Two things that need everybody


def _everyone_twice(index: Index) -> Iterator[Finding]:
    return map(_overlap_finding, index.overlaps["everyone"])


def _mend_overlap(index: Index, problem: Problem) -> Iterator[Fix]:
    first, second = _both(index, problem)
    if first.span.start < second.span.start:
        yield from shorten(first, second.span.start)
    if not second.fixed:
        yield from move_later(index, second, first.span.end)
    elif not first.fixed:
        yield from move_later(index, first, second.span.end)


EVERYONE_TWICE: Final = Check(
    code="everyone-twice",
    severity=Severity.ERROR,
    title="Everyone in two places at once",
    sentence=Message(
        "“{session}” and “{other}” both need everyone, but share {minutes} min ({from_at} to {until_at})."
    ),
    find=_everyone_twice,
    fixes=_mend_overlap,
)


def _beside_everyone(index: Index) -> Iterator[Finding]:
    for overlap in index.overlaps["beside"]:
        blocks = (overlap.first, overlap.second)
        small, whole = blocks if overlap.second.barrier else reversed(blocks)
        attendance = small.sessions[0].attendance
        start, end = overlap.span
        facts: Facts = {"session": small.id, "other": whole.id, "from_at": start, "until_at": end}
        people = attendance.number if isinstance(attendance, Number) else 0
        yield Finding((small.id, whole.id), facts | {"minutes": end - start, "people": people})


def _mend_beside(index: Index, problem: Problem) -> Iterator[Fix]:
    small, whole = _both(index, problem)
    if not small.fixed:
        yield from move_later(index, small, whole.span.end)


BESIDE_EVERYONE: Final = Check(
    code="beside-everyone",
    severity=Severity.WARNING,
    title="Beside what is for everyone",
    sentence=Message(
        "“{session}” ({people}) runs from {from_at} to {until_at} beside “{other}”, which is for everyone."
    ),
    find=_beside_everyone,
    fixes=_mend_beside,
)


# Fixed times


def _fixed_overrun(index: Index) -> Iterator[Finding]:
    for overlap in index.overlaps["overrun"]:
        start, end = overlap.second.span
        finding = _overlap_finding(overlap)
        yield Finding(finding.subjects, finding.facts | {"mark": 1}) if start == end else finding


def _fixed_overrun_sentence(facts: Facts) -> Message:
    if "mark" in facts:
        return Message("“{session}” must end by {from_at} (“{other}”): {minutes} min too long.")
    return Message("“{session}” is {minutes} min too long: “{other}” is fixed at {from_at}.")


def _mend_overrun(index: Index, problem: Problem) -> Iterator[Fix]:
    first, second = _both(index, problem)
    yield from shorten(first, second.span.start)
    earlier = second.span.start - (first.span.end - first.span.start)
    if not first.fixed and earlier >= 0:
        yield move(index, first, earlier)
    yield from move_later(index, second, first.span.end)


FIXED_OVERRUN: Final = Check(
    code="fixed-overrun",
    severity=Severity.ERROR,
    title="Overlap at a fixed time",
    sentence=_fixed_overrun_sentence,
    find=_fixed_overrun,
    fixes=_mend_overrun,
)


def _fixed_gap(index: Index) -> Iterator[Finding]:
    """Find empty minutes before a fixed start on its track; as many as people need to walk are none.

    What takes no time is a latest end: to end earlier is no gap.
    """
    for blocks in index.blocks.values():
        lasting = [block for block in blocks if block.span.start < block.span.end]
        last = max((place for place, block in enumerate(lasting, 1) if block.fixed), default=0)
        for before, block in _before_fixed(index, lasting[:last]):
            minutes = block.span.start - before.span.end
            if minutes > index.plan.settings.walking_minutes:
                facts: Facts = {"session": before.id, "other": block.id, "from_at": before.span.end}
                yield Finding((before.id, block.id), facts | {"until_at": block.span.start, "minutes": minutes})


def _before_fixed(index: Index, blocks: Iterable[Block]) -> Iterator[tuple[Block, Block]]:
    """Give what ends last before each fixed start: of all tracks, or of its rooms and what stands in all tracks."""
    last: dict[str, Block] = {}
    for block in blocks:
        rooms = index.rooms_of_all(block.sessions)
        if block.fixed:
            known = last.values() if block.barrier else (last[room] for room in (*rooms, _ALL_TRACKS) if room in last)
            before = max(known, key=lambda earlier: (earlier.span.end, earlier.span.start, earlier.id), default=None)
            if before:
                yield before, block
        for track in (*rooms, *([_ALL_TRACKS] if block.barrier or not rooms else [])):
            if track not in last or last[track].span.end < block.span.end:
                last[track] = block


_ALL_TRACKS: Final = ""


def _mend_gap(index: Index, problem: Problem) -> Iterator[Fix]:
    before, block = _both(index, problem)
    yield from lengthen(before, block.span.start)
    yield move(index, block, before.span.end)


FIXED_GAP: Final = Check(
    code="fixed-gap",
    severity=Severity.HINT,
    title="Gap before a fixed time",
    sentence=Message("{minutes} min empty: “{session}” ends at {from_at}, “{other}” is fixed at {until_at}."),
    find=_fixed_gap,
    fixes=_mend_gap,
)


# The day


def _before_day(index: Index) -> Iterator[Finding]:
    for day in index.plan.days:
        for block in index.blocks[day.id]:
            if block.span.start < day.start:
                facts: Facts = {"session": block.id, "day": day.id, "from_at": block.span.start, "until_at": day.start}
                yield Finding((block.id, day.id), facts | {"minutes": day.start - block.span.start})


def _mend_before_day(index: Index, problem: Problem) -> Iterator[Fix]:
    block = block_of(index, problem.subjects[0], problem.fact("from_at"))
    day, start = problem.subjects[1], problem.fact("from_at")
    yield from (move(index, block, free) for free in next_free(index, block, problem.fact("until_at")))
    yield Fix(
        Message("Start the day at {to_at}"),
        lambda plan: change_day(plan, day, start=start),
        {"day": day, "to_at": start},
    )


BEFORE_DAY: Final = Check(
    code="before-day",
    severity=Severity.ERROR,
    title="Before the day starts",
    sentence=Message("“{session}” starts at {from_at}, the day at {until_at}: {minutes} min too early."),
    find=_before_day,
    fixes=_mend_before_day,
)


def _after_day(index: Index) -> Iterator[Finding]:
    for day in index.plan.days:
        for block in index.blocks[day.id]:
            if block.span.end > day.end:
                facts: Facts = {"session": block.id, "day": day.id, "from_at": day.end, "until_at": block.span.end}
                yield Finding((block.id, day.id), facts | {"minutes": block.span.end - day.end})


def _mend_after_day(index: Index, problem: Problem) -> Iterator[Fix]:
    day, end = problem.subjects[1], problem.fact("until_at")
    block = block_of(index, problem.subjects[0], end)
    if block.span.start < problem.fact("from_at"):
        yield from shorten(block, problem.fact("from_at"))
    if end < LATEST_END:
        yield Fix(
            Message("End the day at {to_at}"), lambda plan: change_day(plan, day, end=end), {"day": day, "to_at": end}
        )


LATEST_END: Final = 2880
"""A day's end is a start in the model: below 48:00."""

AFTER_DAY: Final = Check(
    code="after-day",
    severity=Severity.ERROR,
    title="After the day ends",
    sentence=Message("“{session}” ends at {until_at}, the day at {from_at}: {minutes} min too long."),
    find=_after_day,
    fixes=_mend_after_day,
)
