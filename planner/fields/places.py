"""Where a session takes place and for whom, as it is chosen and typed: rooms, seating, attendance, sizes."""

from collections.abc import Callable
from typing import Final, TypeAlias, cast

from planner.fields.field import MIXED, EditRequest, FieldEdit, Refusal, edit_all, edit_lead
from planner.model import Everyone, Number, Place, Plan, Seating, Session, Share
from planner.model.defaults import usual_place
from planner.model.edits import change_session, set_places
from planner.text import Language, mark, room_name, seating_name
from planner.text.times import parse_people

Chosen: TypeAlias = Everyone | Share | Number
_ATTENDANCE_STEP: Final = mark("Change who attends {session}")


# Rooms and seating


def has_places(session: Session) -> bool:
    """Return whether a session is in a room, so that it can have a seating."""
    return bool(session.places)


def read_rooms(_request: EditRequest, given: object) -> tuple[str, ...]:
    """Return the ids of rooms: those of a tuple, or of a text in which blanks separate them."""
    return cast("tuple[str, ...]", given) if isinstance(given, tuple) else tuple(str(given).split())


def rooms_edit(request: EditRequest, rooms: tuple[str, ...]) -> FieldEdit:
    """Set the rooms of all sessions."""
    return edit_all(
        request,
        lambda plan, session_id: set_places(plan, session_id, places_of(plan, session_id, rooms)),
        mark("Change the room of {session}"),
    )


def places_of(plan: Plan, session_id: str, rooms: tuple[str, ...]) -> tuple[Place, ...]:
    """Return a session's places in some rooms.

    A room that it has already keeps its seating; any other takes over that of the room it stands for, if it has it.
    """
    session = plan.session_by_id[session_id]
    kept = {place.room: place for place in session.places if place.seating is not None}
    return tuple(kept.get(room) or usual_place(plan, room, _wanted(plan, session, n)) for n, room in enumerate(rooms))


def _wanted(plan: Plan, session: Session, place: int) -> Seating | None:
    places = session.places[place : place + 1] or session.places[:1]
    seatings = [place.seating for place in places if place.seating is not None]
    return seatings[0] if seatings else plan.kind_of(session).seating


def rooms_words(plan: Plan, session: Session, t: Language) -> str:
    """Return the names of the rooms, separated by commas."""
    return ", ".join(room_name(plan, place.room, t) for place in session.places)


def current_rooms(session: Session) -> str:
    """Return the ids of the rooms, separated by blanks: Qt makes a list of a tuple."""
    return " ".join(place.room for place in session.places)


def room_choices(plan: Plan, sessions: tuple[Session, ...], t: Language) -> list[tuple[object, str]]:
    """Return no room, each room, and those that all the sessions have together."""
    found: list[tuple[object, str]] = [(room.id, room_name(plan, room.id, t)) for room in plan.rooms]
    together = _shared_rooms(sessions)
    if len(together) > 1:
        found.append((current_rooms(sessions[0]), " + ".join(room_name(plan, room, t) for room in together)))
    return [("", t("No room")), *found]


def _shared_rooms(sessions: tuple[Session, ...]) -> tuple[str, ...]:
    """Return the rooms of sessions that all have the same, else none."""
    found = {tuple(place.room for place in session.places) for session in sessions}
    return found.pop() if len(found) == 1 else ()


def read_seating(request: EditRequest, given: object) -> tuple[Seating, ...] | Refusal:
    """Return one seating for all rooms, or a tuple with one for each."""
    if not any(session.places for session in request.sessions):
        return Refusal(request.t("Without a room there is no seating: choose a room first."))
    chosen = cast("tuple[object, ...]", given) if isinstance(given, tuple) else (given,)
    return tuple(Seating(str(seating)) for seating in chosen)


def seating_edit(request: EditRequest, seatings: tuple[Seating, ...]) -> FieldEdit:
    """Set the seating of all sessions in all their rooms; what is given for fewer rooms goes for the others, too."""

    def seat(plan: Plan, session_id: str) -> Plan:
        places = plan.session_by_id[session_id].places
        given = (*seatings, *seatings[-1:] * len(places))
        new = tuple(place.changed(seating=seating) for place, seating in zip(places, given, strict=False))
        return set_places(plan, session_id, new)

    return edit_all(request, seat, mark("Change the seating of {session}"))


def seating_words(_plan: Plan, session: Session, t: Language) -> str:
    """Return the seatings, each once."""
    return ", ".join(dict.fromkeys(seating_name(place.seating, t) for place in session.places if place.seating))


def current_seating(session: Session) -> object:
    """Return the seating that all rooms have; MIXED if they differ, None if there is none."""
    seatings = {place.seating for place in session.places}
    return MIXED if len(seatings) > 1 else seatings.pop() if seatings else None


def seating_choices(plan: Plan, sessions: tuple[Session, ...], t: Language) -> list[tuple[object, str]]:
    """Return the seatings of the rooms that all the sessions have, with their places, then all others."""
    return seatings_in(plan, _shared_rooms(sessions), t)


def seatings_in(plan: Plan, rooms: tuple[str, ...], t: Language) -> list[tuple[object, str]]:
    """Return the seatings that rooms have with their places, then all others."""
    found: dict[Seating, int] = {}
    for room in rooms:
        for capacity in plan.room_by_id[room].capacities:
            found[capacity.seating] = found.get(capacity.seating, 0) + capacity.places
    known: list[tuple[object, str]] = [(seating, f"{seating_name(seating, t)} · {n}") for seating, n in found.items()]
    return known + [(seating, seating_name(seating, t)) for seating in Seating if seating not in found]


# Who attends


def read_attendance(request: EditRequest, given: object) -> Chosen | Refusal:
    """Return who attends: what was chosen, or typed as "everyone", a number, or the beginning of a round's title."""
    if isinstance(given, Everyone | Share | Number):
        return given
    text, t = str(given).strip(), request.t
    if (people := parse_people(text)) is not None:
        return Number(number=people)
    if not text or text.casefold() in {t("Everyone").casefold(), "everyone"}:
        return Everyone()
    names = {round_.id: (round_.title or t("Round")).casefold() for round_ in request.plan.rounds}
    found = [round_id for round_id, name in names.items() if name == text.casefold()]
    found = found or [round_id for round_id, name in names.items() if name.startswith(text.casefold())]
    if len(found) != 1:
        known = ", ".join(known_attendance(request.plan, t))
        return Refusal(
            t("“{text}” does not say who attends. Write a number, or: {words}.", text=text[:60], words=known)
        )
    return Share(round=found[0])


def attendance_edit(request: EditRequest, attendance: Chosen) -> FieldEdit:
    """Set who attends all sessions."""
    return edit_all(
        request, lambda plan, session_id: change_session(plan, session_id, attendance=attendance), _ATTENDANCE_STEP
    )


def attendance_words(plan: Plan, session: Session, t: Language) -> str:
    """Return who attends: everyone, a round's people, or a number."""
    if session.attendance.who == "number":
        return str(session.attendance.number)
    if session.attendance.who == "round":
        return plan.round_by_id[session.attendance.round].title or t("Round")
    return t("Everyone")


def known_attendance(plan: Plan, t: Language) -> list[str]:
    """Return the words accepted for attendance, besides numbers."""
    return [t("Everyone"), *(round_.title or t("Round") for round_ in plan.rounds)]


# Numbers of people


def read_number(request: EditRequest, given: object) -> int | Refusal:
    """Return a number of people."""
    text = str(given).strip()
    number = parse_people(text)
    if number is None:
        return Refusal(request.t("“{text}” is not a number of people. Write it like 40.", text=text[:60]))
    return number


def number_edit(request: EditRequest, number: int) -> FieldEdit:
    """Set a number of people who attend all sessions."""
    return attendance_edit(request, Number(number=number))


def number_words(_plan: Plan, session: Session, _t: Language) -> str:
    """Return the number of people, where it is known."""
    return str(session.attendance.number) if session.attendance.who == "number" else ""


def read_size(request: EditRequest, given: object) -> int | Refusal | None:
    """Return a number of people, or None for none."""
    return read_number(request, given) if str(given).strip() else None


def size_edit(name: str) -> Callable[[EditRequest, int | None], FieldEdit]:
    """Return the edit that sets the least or greatest number of people."""

    def edit(request: EditRequest, number: int | None) -> FieldEdit:
        return edit_lead(
            request,
            lambda plan, session_id: change_session(plan, session_id, **{name: number}),
            mark("Change {session}"),
        )

    return edit


def size_words(name: str) -> Callable[[Plan, Session, Language], str]:
    """Return the function that shows the least or greatest number of people; empty for none."""

    def words(_plan: Plan, session: Session, _t: Language) -> str:
        size: int | None = getattr(session, name)
        return "" if size is None else str(size)

    return words
