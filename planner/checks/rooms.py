"""Rooms: one session at a time in each, and enough places in its seating."""

from collections.abc import Iterator
from typing import Final

from planner.checks.index import Index
from planner.checks.problem import Check, Finding, Message, Severity


def _room_twice(index: Index) -> Iterator[Finding]:
    seen: set[tuple[str, str]] = set()
    for (_, room), sessions in index.by_room.items():
        for first, second in index.overlapping(sessions):
            used = {place.room for place in (*first.places, *second.places)}
            if room in used and (first.id, second.id) not in seen:
                seen.add((first.id, second.id))
                start = index.spans[second.id].start
                end = min(index.spans[first.id].end, index.spans[second.id].end)
                facts = {"session": first.id, "other": second.id, "room": room, "minutes": end - start}
                yield Finding((first.id, second.id), facts | {"from_at": start, "until_at": end})


ROOM_TWICE: Final = Check(
    code="room-twice",
    severity=Severity.ERROR,
    title="Room used twice",
    sentence=Message("“{session}” and “{other}” are both in {room} from {from_at} to {until_at} ({minutes} min)."),
    find=_room_twice,
)
