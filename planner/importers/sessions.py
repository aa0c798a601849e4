"""Turns parsed rows into sessions, in a plan of their own that can be pasted into another."""

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Final

from planner.importers.assign_times import SIDE_BY_SIDE
from planner.importers.names import is_name, without_address
from planner.importers.parsed import ParsedDay, ParsedPerson, ParsedProgramme, ParsedRow
from planner.importers.vocabulary import ROOM_SPLIT
from planner.model import (
    KINDS,
    Contribution,
    Day,
    Everyone,
    Item,
    Kind,
    Person,
    Place,
    Plan,
    Room,
    Round,
    Seating,
    Session,
    Share,
    Status,
)
from planner.model.time import DAY, LAST_START

_NOWHEN: Final = date(1900, 1, 1)
"""The placeholder for days without a date: the first that the model accepts."""


def day_of(found: ParsedDay, plan: Plan, place: int) -> str | None:
    """Return the id of the day of a plan that is meant, by date, number or weekday; None if it has no such day."""
    days = plan.days
    for day in days:
        if found.month is not None and found.in_year(found.year or day.date.year) == day.date:
            return day.id
    if found.month is not None:
        return None
    if found.number is not None:
        return days[found.number - 1].id if 0 < found.number <= len(days) else None
    if found.weekday is not None:
        return next((day.id for day in days if day.date.weekday() == found.weekday), None)
    return days[place].id if place < len(days) else None


def date_of(found: ParsedDay, plan: Plan) -> date | None:
    """Return the date of a parsed day, in the year of the plan unless it states one; None if it states no date."""
    if found.when is not None:
        return found.when
    return found.in_year(plan.days[0].date.year) if plan.days else None


def plan_of(
    programme: ParsedProgramme,
    rows: Sequence[ParsedRow],
    plan: Plan,
    ids: Callable[[], str],
    dates: Sequence[date] = (),
) -> Plan:
    """Return a plan of these rows; rooms, kinds and people that the other plan has keep their ids.

    The ids of its days are those of day_id. Unless dates are given, a day that states no date gets a placeholder, and
    must be replaced by a day of another plan.
    """
    maker = _Maker(plan, ids)
    rounds = _rounds(rows, ids)
    sessions = tuple(maker.session(row, rounds.get(_time(row))) for row in rows)
    kinds = {session.kind for session in sessions}
    used = {session.day for session in sessions}
    return Plan(
        id=plan.id,
        zone=plan.zone,
        days=tuple(
            _day(
                day,
                place,
                [row for row in rows if row.day == place and row.start is not None],
                _date(day, place, plan, dates),
            )
            for place, day in enumerate(programme.days)
            if day_id(place) in used
        ),
        kinds=tuple(kind for kind in maker.kinds.values() if kind.id in kinds),
        rooms=tuple(maker.rooms.values()),
        people=tuple(maker.people.values()),
        rounds=tuple({round_.id: round_ for round_ in rounds.values()}.values()),
        sessions=sessions,
    )


def day_id(place: int) -> str:
    """Return the id of a day by its place in the programme."""
    return f"day-{place + 1}"


class _Maker:
    """Makes sessions, and collects the rooms, kinds and people that they name."""

    def __init__(self, plan: Plan, ids: Callable[[], str]) -> None:
        self._ids = ids
        self._known_rooms = {room.name.casefold(): room for room in plan.rooms if room.name}
        self._known_people = {person.name.casefold(): person for person in plan.people if person.name}
        self.kinds: dict[str, Kind] = {kind.id: kind for kind in (*KINDS, *plan.kinds)}
        self.rooms: dict[str, Room] = {}
        self.people: dict[str, Person] = {}

    def session(self, row: ParsedRow, round_: Round | None) -> Session:
        """Return the session of a row; without a start it goes to the tray."""
        notes = [row.note] if row.note else []
        if row.round and (round_ is None or round_.title != row.round):
            notes.append(row.round)
        places: dict[str, Place] = {}
        for words in row.rooms:
            for room in self._rooms(words):
                places[room.id] = Place(room=room.id, seating=_seating(room, self.kinds[row.kind]))
                if room.name.casefold() not in words.casefold() or len(words) > len(room.name) + 2:
                    notes += [words] if words != room.name and words not in row.note else []
        timed = row.start is not None
        start = None if row.start is None else max(0, min(row.start, LAST_START - 1))
        usual = self.kinds[row.kind].minutes if row.length is None else row.length
        minutes = usual if row.start is None or row.end is None else row.end - row.start
        return Session(
            id=self._ids(),
            kind=row.kind,
            title=row.title,
            subtitle=row.subtitle,
            description=row.description,
            day=day_id(row.day) if timed else None,
            start=start,
            minutes=max(0, min(minutes, DAY)),
            places=tuple(places.values()),
            attendance=Everyone() if round_ is None else Share(round=round_.id),
            items=tuple(Item(id=self._ids(), title=title) for title in row.items),
            contributions=tuple(self._contribution(who) for who in row.people),
            note="\n".join(dict.fromkeys(notes))[:20_000],
        )

    def _rooms(self, words: str) -> list[Room]:
        """Return the rooms that a cell names: known ones by name, also several; else one of that name."""
        parts = [part.strip() for part in ROOM_SPLIT.split(words)]
        if len(parts) > 1 and all(part.casefold() in self._known_rooms for part in parts):
            return [self._room(part) for part in parts]
        return [self._room(words)]

    def _room(self, words: str) -> Room:
        name = words.casefold()
        found = self._known_rooms.get(name)
        if found is None:
            bare = name.split(" (")[0]
            inside = [room for known, room in self._known_rooms.items() if _within(known, bare) or _within(name, known)]
            found = inside[0] if len(inside) == 1 else None
        if found is None:
            found = self._known_rooms[name] = Room(id=self._ids(), name=words)
        return self.rooms.setdefault(found.id, found.changed(parts=(), available=()))

    def _contribution(self, who: ParsedPerson) -> Contribution:
        known = self._known_people.get(who.name.casefold()) or self._known_people.get(
            without_address(who.name).casefold()
        )
        if known is None and who.status is not Status.OPEN and is_name(who.name):
            known = self._known_people[who.name.casefold()] = Person(
                id=self._ids(), name=who.name, organisation=who.organisation
            )
        if known is not None:
            self.people.setdefault(known.id, known.changed(available=(), wishes=()))
        return Contribution(
            id=self._ids(),
            person=known.id if known is not None else None,
            label="" if known is not None and known.name == who.name else who.name,
            organisation="" if known is not None and known.organisation == who.organisation else who.organisation,
            role=who.role,
            status=who.status,
        )


def _within(name: str, words: str) -> bool:
    """Return whether a text contains a name as whole words: "Raum 12" does not contain "Raum 1"."""
    return name in words and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words) is not None


def _seating(room: Room, kind: Kind) -> Seating | None:
    usual = next((capacity.seating for capacity in room.capacities), kind.seating)
    return kind.seating if room.places(kind.seating) is not None else usual


def _time(row: ParsedRow) -> tuple[int, int | None]:
    return row.day, row.start


def _rounds(rows: Sequence[ParsedRow], ids: Callable[[], str]) -> dict[tuple[int, int | None], Round]:
    """Return a round for each time at which several forums or workshops are offered."""
    beside: dict[tuple[int, int | None], list[ParsedRow]] = {}
    for row in rows:
        if row.start is not None and (row.beside or row.kind in SIDE_BY_SIDE):
            beside.setdefault(_time(row), []).append(row)
    found = {
        time: Round(id=ids(), title=next((row.round for row in group if row.round), ""))
        for time, group in beside.items()
        if len(group) > 1
    }
    for time, group in beside.items():  # a session that begins alone while others continue belongs to their round
        if time not in found and any(row.beside for row in group):
            on = (
                found[other_time]
                for other_time, others in beside.items()
                if other_time in found and _goes_on(others, time)
            )
            if (round_ := next(on, None)) is not None:
                found[time] = round_
    return found


def _goes_on(rows: Sequence[ParsedRow], time: tuple[int, int | None]) -> bool:
    """Return whether one of several parallel rows began before a time of its day and ends after it."""
    day, start = time[0], time[1] or 0
    return any(row.beside and row.day == day and (row.start or 0) < start < (row.end or 0) for row in rows)


def _date(found: ParsedDay, place: int, plan: Plan, dates: Sequence[date]) -> date:
    known = dates[place] if dates else date_of(found, plan)
    return _NOWHEN + timedelta(place) if known is None else known


def _day(found: ParsedDay, place: int, rows: Sequence[ParsedRow], on: date) -> Day:
    starts = [row.start or 0 for row in rows]
    ends = [row.end or 0 for row in rows]
    start = min(min(starts, default=9 * 60), LAST_START - 2)
    end = max(ends, default=17 * 60)
    return Day(
        id=day_id(place),
        date=on,
        title=found.title[:300],
        start=start,
        end=min(max(end, start + 1), LAST_START - 1),
    )
