"""The day in Osnabrück as it might look two weeks earlier: each check finds something in it."""

from typing import Any, Final

from planner.model.document import Document
from planner.model.kind import Kind
from planner.model.person import Person, Registration
from planner.model.room import Room, Seating
from planner.model.round import Round, Seat
from planner.model.samples.one_day import osnabrueck
from planner.model.samples.problems_people import with_people_problems
from planner.model.samples.problems_time import with_time_problems
from planner.model.session import Contribution, Number, Place, Role, Session, Status

_DAY: Final = "d-1"

_CHANGED: Final[dict[str, dict[str, Any]]] = {
    # It runs 15 minutes into the lunch, whose time is fixed.
    "s-podium": {"start": 11 * 60 + 50},
    # It overlaps the time to split up by 5 minutes, and has lost its room.
    "s-logiken": {"minutes": 25, "places": ()},
    # The hall holds 48 at group tables, and none as a classroom.
    "s-werkstatt": {"places": (Place(room="r-saal", seating=Seating.GROUPS),)},
    "s-ergebnisse": {
        "places": (Place(room="r-saal", seating=Seating.CLASSROOM),),
        "start": 16 * 60 + 45,
        "minutes": 15,
        "fixed": True,
    },
}
"""What differs from the clean day; the last one also leaves a gap of 10 minutes before its fixed time."""

_ADDED: Final = (
    Session(
        id="s-probe",
        kind="workshop",
        title="Technikprobe",
        day=_DAY,
        start=9 * 60,
        minutes=30,
        places=(Place(room="r-saal"),),
        attendance=Number(number=4),
        note="Beginnt vor dem Anfang des Tages; niemand hat gesagt, wie der Saal dabei steht.",
    ),
    Session(
        id="s-aufbau",
        kind="workshop",
        title="Aufbau der Pinnwände",
        day=_DAY,
        start=10 * 60 + 55,
        minutes=15,
        places=(Place(room="r-atelier", seating=Seating.GROUPS),),
        attendance=Number(number=3),
        note="Liegt neben einem Programmpunkt für alle: wer aufbaut, fehlt dort.",
    ),
    Session(
        id="s-presse",
        kind="workshop",
        title="Gespräch mit der Presse",
        day=_DAY,
        start=14 * 60 + 30,
        minutes=30,
        places=(Place(room="r-hase", seating=Seating.CIRCLE),),
        attendance=Number(number=6),
        note="Im selben Raum wie Forum 1.",
    ),
    Session(
        id="s-stadtgang",
        kind="k-stadtgang",
        title="Stadtgang zum Friedenssaal",
        day=_DAY,
        start=17 * 60 + 10,
        minutes=60,
        attendance=Number(number=20),
        note="Liegt nach dem Ende des Tages.",
    ),
)

_LAST: Final = Person(
    id="p-61",
    name="Nachmeldung Muster",
    function="Ratsmitglied",
    organisation="Rat der Stadt",
    town="Musterhafen",
    group="Kommunalpolitik",
    registration=Registration.REGISTERED,
)
"""One more than the forums hold."""


def osnabrueck_with_problems() -> Document:
    """Return the day with one deliberate problem of each sort; everything else is as in the clean one."""
    document = osnabrueck()
    plan = document.plan
    sessions = tuple(_session(each) for each in plan.sessions)
    changed = plan.changed(
        id="osnabrueck-2017-mit-fehlern",
        title=f"{plan.title} (mit Fehlern)",
        kinds=(*plan.kinds, Kind(id="k-stadtgang", name="Stadtgang", minutes=60, needs_room=False, symbol="walk")),
        rooms=tuple(_room(room) for room in plan.rooms),
        people=(*plan.people, _LAST),
        rounds=tuple(_round(each) for each in plan.rounds),
        sessions=(*sessions, *_ADDED),
    )
    return document.changed(plan=with_time_problems(with_people_problems(changed)))


def _session(session: Session) -> Session:
    if session.id == "s-forum-3":
        moderation = Contribution(
            id="c-forum-3-moderation", person="p-k-beispiel", role=Role.MODERATION, status=Status.CONFIRMED
        )
        others = tuple(each for each in session.contributions if each.id != moderation.id)
        return session.changed(contributions=(*others, moderation), note="K. Beispiel moderiert auch Forum 4.")
    return session.changed(**_CHANGED.get(session.id, {}))


def _room(room: Room) -> Room:
    """Take four places out of the studio, so that the forums together hold 60, one too few."""
    if room.id != "r-atelier":
        return room
    return room.changed(capacities=tuple(each.changed(places=10) for each in room.capacities))


def _round(round_: Round) -> Round:
    """Move two people from forum 4 to forum 3, which its room does not hold; forum 1 has places left."""
    fourth = [seat for seat in round_.seats if seat.session == "s-forum-4"]
    moved = {seat.person for seat in fourth[:2]}
    seats = (Seat(person=seat.person, session="s-forum-3") if seat.person in moved else seat for seat in round_.seats)
    return round_.changed(seats=(*seats, Seat(person=_LAST.id, session="s-forum-4")))
