"""Which of an organiser's rooms serves which purpose: plenary, group tables, standing, forums."""

from collections.abc import Callable
from typing import Final

from planner.examples.template_blocks import Where
from planner.model.room import Capacity, Room, Seating
from planner.model.session import Place

_PLENARY: Final = (Seating.ROWS, Seating.CLASSROOM, Seating.BANQUET, Seating.GROUPS, Seating.CIRCLE)
_WORK: Final = (Seating.GROUPS, Seating.BANQUET, Seating.CLASSROOM)
_FORUM: Final = (Seating.CIRCLE, Seating.GROUPS, Seating.U_SHAPE, Seating.BLOCK, Seating.CLASSROOM, Seating.ROWS)
_MOST_FORUMS: Final = 6
"""A template gives no more forums than this, however many rooms there are."""


def default_rooms(names: tuple[str, ...], people: int, ids: Callable[[], str]) -> tuple[Room, ...]:
    """Return a hall for all people and the other rooms for half of them each, with some places to spare."""
    hall, *others = names
    half = _tens((people + 1) // 2 + 2)
    return (
        _room(ids(), hall, (Seating.ROWS, _tens(people + people // 4)), (Seating.GROUPS, _tens(people))),
        *(_room(ids(), name, (Seating.CIRCLE, half), (Seating.U_SHAPE, half * 2 // 3)) for name in others),
    )


def _tens(number: int) -> int:
    return -(-number // 10) * 10


def _room(key: str, name: str, *capacities: tuple[Seating, int]) -> Room:
    return Room(
        id=key,
        name=name,
        capacities=tuple(Capacity(seating=seating, places=places) for seating, places in capacities),
    )


class TemplateRooms:
    """The rooms of a template, and the places that its sessions take in them for a number of people."""

    def __init__(self, rooms: tuple[Room, ...], people: int) -> None:
        self._rooms = rooms
        self._people = people
        seated = [room for room in rooms if not _only_standing(room)] or list(rooms)
        self._hall = max(seated, key=_most) if seated else None

    def where(self, name: Where) -> tuple[Place, ...]:
        """Return the places for one of the purposes that sessions of templates name."""
        places = {"hall": self.hall, "work": self.work, "arrival": self.arrival, "foyer": self.foyer}
        return places[name]() if name in places else ()

    def hall(self) -> tuple[Place, ...]:
        """Return where all sit as in a plenary, or as many as the hall holds."""
        return self._in_hall(_PLENARY)

    def work(self) -> tuple[Place, ...]:
        """Return where all sit at tables; as in a plenary if there are too few places at tables."""
        if self._hall is None:
            return ()
        tables = next((seating for seating in _WORK if (self._hall.places(seating) or 0) >= self._people), None)
        return self.hall() if tables is None else (Place(room=self._hall.id, seating=tables),)

    def foyer(self) -> tuple[Place, ...]:
        """Return where all can stand, if the venue has such a room: one only for standing first, and the hall last."""
        standing = [room for room in self._rooms if (room.places(Seating.STANDING) or 0) >= self._people]
        found = min(standing, key=lambda room: (not _only_standing(room), room is self._hall), default=None)
        return () if found is None else (Place(room=found.id, seating=Seating.STANDING),)

    def arrival(self) -> tuple[Place, ...]:
        """Return where all arrive: where they can stand, else in the hall."""
        return self.foyer() or self.hall()

    def forums(self) -> tuple[Place, ...]:
        """Return where forums meet side by side: the smaller rooms, and also the hall if those do not hold all."""
        rooms = [room for room in self._rooms if room is not self._hall and not room.parts and not _only_standing(room)]
        if any(map(_most, self._rooms)):  # beside rooms with known places, one without is a foyer, not a forum's room
            rooms = [room for room in rooms if _most(room)]
        rooms = rooms[:_MOST_FORUMS]
        found = [self._place(room, _FORUM, 0) for room in rooms]
        known = [self._room(place).places(place.seating) for place in found]
        short = None not in known and sum(places or 0 for places in known) < self._people
        if short and self._hall is not None and not self._hall.parts:
            found = [*self.hall(), *found]
        return tuple(found) if len(found) > 1 else ()

    def _room(self, place: Place) -> Room:
        return next(room for room in self._rooms if room.id == place.room)

    def _in_hall(self, seatings: tuple[Seating, ...]) -> tuple[Place, ...]:
        return () if self._hall is None else (self._place(self._hall, seatings, self._people),)

    def _place(self, room: Room, seatings: tuple[Seating, ...], people: int) -> Place:
        """Return a room in the first of these seatings that holds the people, otherwise in its largest seating."""
        known = {
            capacity.seating: capacity.places for capacity in room.capacities if capacity.seating != Seating.STANDING
        }
        fitting = [seating for seating in seatings if known.get(seating, -1) >= people]
        if fitting:
            return Place(room=room.id, seating=fitting[0])
        return Place(room=room.id, seating=max(known, key=lambda seating: known[seating], default=seatings[0]))


def _only_standing(room: Room) -> bool:
    return bool(room.capacities) and all(capacity.seating == Seating.STANDING for capacity in room.capacities)


def _most(room: Room) -> int:
    return max((capacity.places for capacity in room.capacities if capacity.seating != Seating.STANDING), default=0)
