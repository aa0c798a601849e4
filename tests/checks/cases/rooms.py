"""When fixes of rooms and seatings are offered, and when not."""

from typing import Final

from planner.model import Place, Plan, Seating
from tests.checks.cases.case import ROUND, Case, walk
from tests.checks.tiny import QUIET, ROOMS, forum, group, plan, room, session

RESEATING: Final = QUIET.changed(reseating_minutes=20, expected=40)
ELM_AND_OAK: Final = (Place(room="elm", seating=Seating.CIRCLE), Place(room="oak", seating=Seating.CIRCLE))
ELM_AND_NORTH: Final = (Place(room="elm", seating=Seating.ROWS), Place(room="north", seating=Seating.ROWS))


def with_features(*features: str) -> Plan:
    rooms = (room("elm", circle=20).changed(features=("Flipchart",)), room("oak", circle=14).changed(features=features))
    return plan(group("one", "10:00", needs=("Beamer",)), rooms=rooms)


ROOM_CASES: Final = (
    Case(
        "Add {room}, {seating}: {places} in all",
        "room-small",
        "another room alone is enough",
        plan(session("one", "10:00", place="north rows"), rooms=ROOMS[1:4]),
        plan(session("one", "10:00", place="north rows")),
    ),
    Case(
        "Seating {seating}: {places}",
        "room-small",
        "too few find a place in it, too",
        plan(group("one", "10:00", place="hall groups", people=80), settings=QUIET.changed(cap=90)),
        plan(group("one", "10:00", place="hall groups", people=81), settings=QUIET.changed(cap=90)),
    ),
    Case(
        "Seating {seating}: {places}",
        "no-places",
        "several sessions are in that room",
        plan(group("one", "10:00", place="elm")),
        plan(group("one", "10:00", place="elm"), group("two", "11:00", place="elm")),
    ),
    Case(
        "“{session}” to {room}, {seating} ({places})",
        "room-small",
        "the other room is taken",
        plan(group("one", "10:00", place="oak circle", people=15), rooms=ROOMS[3:]),
        plan(group("one", "10:00", place="oak circle", people=15), group("two", "10:59"), rooms=ROOMS[3:]),
    ),
    Case(
        "“{session}” to {room}, {seating} ({places})",
        "room-small",
        "people would have to stand",
        plan(
            session("one", "10:00", 20, "oak circle", kind="break"),
            rooms=(room("oak", circle=14), room("bar", standing=60)),
        ),
        plan(session("one", "10:00", 20, "oak circle"), rooms=(room("oak", circle=14), room("bar", standing=60))),
    ),
    Case(
        "“{session}” to {room}, {seating} ({places})",
        "equipment",
        "nobody knows whether the other room has it",
        with_features("Beamer"),
        with_features(),
    ),
    Case(
        "“{session}” to {room}, {seating} ({places})",
        "reseating",
        "each is in several rooms",
        plan(
            session("one", "10:00"),
            session("two", "11:10", place="hall groups"),
            rooms=(room("hall", rows=80, groups=48),),
            settings=RESEATING,
        ),
        plan(
            group("one", "10:00", people=30, places=ELM_AND_OAK),
            group("two", "11:10", people=30, places=ELM_AND_NORTH),
            rooms=(room("north", rows=40), *ROOMS[3:]),
            settings=RESEATING,
        ),
    ),
    Case(
        "“{session}” to {room}, {seating} ({places})",
        "walking",
        "each room is in use by others meanwhile",
        walk(),
        walk(group("x", "10:55", 10, "ash rows"), group("y", "11:30", 10, "hall rows")),
    ),
    Case(
        "“{session}”: seating {seating}, {places}",
        "round-short",
        "the seating has one place too few",
        plan(
            *(forum("one", "10:00", "elm circle"), forum("two", "10:00", "oak circle")),
            rounds=(ROUND,),
            settings=QUIET.changed(expected=44),
        ),
        plan(
            *(forum("one", "10:00", "elm circle"), forum("two", "10:00", "oak circle")),
            rounds=(ROUND,),
            settings=QUIET.changed(expected=45),
        ),
    ),
)
