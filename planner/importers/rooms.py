"""Reads rooms from a venue's table, as an organiser pastes it from Excel, a mail or a web page; refuses a huge one."""

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from planner.importers.contract import TooMuchForRooms
from planner.importers.paste_limits import Guard
from planner.model.base import MAX_TITLE, clean_name, clean_text, new_id
from planner.model.room import Capacity, Room, Seating

MOST_CHARACTERS: Final = 50_000
"""Of a pasted table; reading as many takes no longer than anybody notices, whatever they are."""
_WORDS: Final = (
    (Seating.STANDING, ("steh", "empfang", "standing", "reception", "cocktail")),
    (Seating.BANQUET, ("bankett", "banquet", "dinner", "gala")),
    (Seating.BLOCK, ("block", "boardroom", "board room", "carré", "carree", "konferenztisch", "conference")),
    (Seating.U_SHAPE, ("u-form", "u form", "uform", "u-shape", "u shape", "hufeisen", "horseshoe")),
    (Seating.CLASSROOM, ("parlament", "klassenzimmer", "schul", "classroom", "school", "seminar")),
    (Seating.CIRCLE, ("kreis", "circle")),
    (Seating.GROUPS, ("grupp", "tisch", "group", "table", "cabaret", "insel")),
    (Seating.ROWS, ("reih", "row", "theat", "kino", "cinema", "konzert", "plätze", "personen", "seats", "people")),
)
"""Parts of words that name a seating; the first match counts, so the general ones come last."""
_HEADS: Final = {"raum", "räume", "saal", "room", "rooms", "name", "raumname", "bezeichnung", "venue"}
_OTHER: Final = ("m²", "m2", "qm", "fläche", "größe", "area", "size", "sqm", "höhe", "height", "preis", "price", "€")
"""Parts of words in columns about something else."""
_EQUIPMENT: Final = ("ausstattung", "technik", "equipment", "features")
"""Parts of the head of the column that lists equipment."""
_AND: Final = re.compile(r"\s*[,;/]\s*")
_MOST: Final = 100_000
_USUAL: Final = 5_000
"""A room with more places than this is doubted: hardly any venue has one."""

_CELL_ENDS: Final = re.compile(r"[\t;|]")
"""What surely ends a cell, to count cells before any is made."""
_BETWEEN: Final = re.compile(r"\t|;|\||,(?=\s|$)| [–—·] |:\s")
_NUMBER: Final = re.compile(r"(?<![\w.,])(\d{1,3}(?:[.\u202f\u00a0 ’']\d{3})+|\d{1,6})(?![\w]|[.,]\d)")
_NEGATIVE: Final = re.compile(r"(?:^|\s)[-−–]\d")
_SEPARATORS: Final = re.compile(r"[^\d]")
_BULLET: Final = re.compile(r"^\s*[-*•–]\s+")
_ENDS: Final = " \t,;:–—-(·|"
_ABOUT: Final = re.compile(
    r"[\s,(]*(?:\b\d+(?:[.,]\d+)?\s*(?:m²|m2|qm|sqm)|\b(?:max|maximal|ca|circa|bis|zu|für|for|up to)\.?)$"
)
"""What may come between a name and its places and belongs to neither."""
_NUMBERED: Final = {"raum", "seminarraum", "zimmer", "room", "r."}
"""Words that are a name only together with a number."""
_LONGEST: Final = 2_000
_TAIL: Final = 40
"""So much of a name's end is looked at for what does not belong to it."""
_DOORS: Final = 3
"""A number up to this after a name is more likely part of it ("Raum 2") than its places."""


class RoomsTable(NamedTuple):
    """The rooms of a pasted table, and the lines and cells that were not understood."""

    rooms: tuple[Room, ...]
    ignored: tuple[str, ...]

    @property
    def doubtful(self) -> tuple[tuple[str, int], ...]:
        """Rooms with so many places that the number is probably mistyped, or not one of people."""
        most = ((room.name, max((capacity.places for capacity in room.capacities), default=0)) for room in self.rooms)
        return tuple((name, places) for name, places in most if places > _USUAL)


def read_rooms(text: str) -> RoomsTable:
    """Return the rooms of a pasted table; raises NotImported for one larger than any venue's."""
    check_rooms(text)
    return parse_rooms(text)


def check_rooms(text: str) -> None:
    """Refuse a table larger than any venue's, before it is read; raises NotImported."""
    if len(text) > MOST_CHARACTERS:
        raise TooMuchForRooms(limit=MOST_CHARACTERS)
    guard = Guard()
    for line in text.split("\n"):
        if line.strip():
            cells = 1 + len(_CELL_ENDS.findall(line))
            guard.rows()
            guard.cells(cells, cells)


def parse_rooms(text: str, ids: Callable[[], str] = new_id) -> RoomsTable:
    """Return the rooms of a text, one a line: a name, then numbers with or without a seating; a head may name those.

    A number without any seating counts for rows. "–", "0" and an empty cell mean that a room has no such seating.
    """
    rooms: dict[str, Room] = {}
    ignored: list[str] = []
    head: tuple[Seating | None, ...] = ()
    equipment = 0
    for line in filter(str.strip, str(clean_text(text)).split("\n")):
        cells = _cells(line) if len(line) <= _LONGEST else [""]
        found = None if any(map(_number, cells)) else _head(cells)
        if found:
            head, equipment = found, _equipment(cells)
            continue
        room = _room(cells, head, ids)
        if room is not None and 0 < equipment < len(cells):
            room = room.changed(features=_features(cells[equipment]))
        if room is not None and room.name.casefold() not in rooms:
            rooms[room.name.casefold()] = room
            ignored += [f"{room.name}: {cell}" for cell in cells[1:] if _absurd(cell)]
        else:
            ignored.append(line.strip())
    return RoomsTable(tuple(rooms.values()), tuple(ignored))


def with_pasted(rooms: tuple[Room, ...], pasted: tuple[Room, ...]) -> tuple[Room, ...]:
    """Return the rooms with the places of pasted ones of the same name, followed by the pasted ones that are new."""
    by_name = {room.name.casefold(): room for room in pasted}
    known = {room.name.casefold() for room in rooms}
    return (
        *(_filled(room, by_name.get(room.name.casefold())) for room in rooms),
        *(room for name, room in by_name.items() if name not in known),
    )


def _filled(room: Room, pasted: Room | None) -> Room:
    if pasted is None:
        return room
    places = {capacity.seating: capacity for capacity in (*room.capacities, *pasted.capacities)}
    features = tuple(dict.fromkeys((*room.features, *pasted.features)))
    return room.changed(capacities=tuple(places.values()), features=features)


def _cells(line: str) -> list[str]:
    line = _BULLET.sub("", line)
    if "\t" in line:
        return [cell.strip().strip('"') for cell in line.split("\t")]
    return [cell.strip() for cell in _BETWEEN.split(line.strip(" |"))]


def _head(cells: list[str]) -> tuple[Seating | None, ...]:
    """Return the seating of each column if the line is a head line, otherwise nothing."""
    seatings = tuple(None if _other(cell) else _seating(cell) for cell in cells)
    named = cells[0].casefold().strip(_ENDS) in {*_HEADS, ""}
    return seatings if len(cells) > 1 and any(seatings[1:]) and (named or len(set(seatings[1:])) > 1) else ()


def _equipment(cells: list[str]) -> int:
    """Return the column of equipment in a head line, 0 if there is none."""
    lowered = [cell.casefold() for cell in cells]
    return next((place for place, cell in enumerate(lowered) if any(part in cell for part in _EQUIPMENT)), 0)


def _features(cell: str) -> tuple[str, ...]:
    """Return the equipment that a cell names, each once; "–" and "x" name none."""
    found = (str(clean_name(part))[:MAX_TITLE] for part in _AND.split(cell))
    return tuple(dict.fromkeys(part for part in found if len(part) > 1))


def _seating(words: str) -> Seating | None:
    lowered = words.casefold()
    return next((seating for seating, parts in _WORDS if any(part in lowered for part in parts)), None)


def _other(words: str) -> bool:
    lowered = words.casefold()
    return any(part in lowered for part in _OTHER)


def _number(cell: str) -> int | None:
    """Return the only number of a cell as people, None for areas, prices and cells with none."""
    if _other(cell) or _NEGATIVE.search(cell):
        return None
    found = _NUMBER.search(cell)
    return int(_SEPARATORS.sub("", found[1])) if found else None


def _absurd(cell: str) -> bool:
    """Return whether a cell holds an impossible number of places: negative, or more than a plan accepts."""
    return bool(_NEGATIVE.search(cell)) or (_number(cell) or 0) > _MOST


def _room(cells: list[str], head: tuple[Seating | None, ...], ids: Callable[[], str]) -> Room | None:
    first, *rest = cells
    name, capacities = first, dict[Seating, int]()
    if not any(_number(cell) is not None for cell in rest):
        name, capacities = _split(first)
        if not capacities and len(head) < 2:
            return None
    for column, cell in enumerate(rest, 1):
        number = _number(cell)
        in_head = head[column] if column < len(head) else None
        about_people = bool(in_head) or column >= len(head)
        if number and number <= _MOST and about_people:
            capacities.setdefault(_seating(cell) or in_head or Seating.ROWS, number)
    name = str(clean_name(name)).strip(_ENDS)
    if not name or len(name) > MAX_TITLE or not any(letter.isalnum() for letter in name):
        return None
    return Room(
        id=ids(),
        name=name,
        capacities=tuple(Capacity(seating=seating, places=capacities[seating]) for seating in capacities),
    )


def _split(cell: str) -> tuple[str, dict[Seating, int]]:
    """Split "Saal 80 Reihen" or "Saal 80 Reihen 48 Tische" into the name and the places."""
    found = [match for match in _NUMBER.finditer(cell) if not _other(cell[match.end() : match.end() + 4])]
    found = [match for match in found if match.start() > 0 and not _NEGATIVE.match(cell, max(0, match.start() - 2))]
    if found and (int(_SEPARATORS.sub("", found[0][1])) <= _DOORS or _next_to(cell, found) or _door(cell, found[0])):
        found = found[1:]
    if not found:
        return cell, {}
    ends = [match.start() for match in found[1:]] + [len(cell)]
    capacities: dict[Seating, int] = {}
    for match, end in zip(found, ends, strict=True):
        number = int(_SEPARATORS.sub("", match[1]))
        if 0 < number <= _MOST:
            capacities.setdefault(_seating(cell[match.end() : end]) or Seating.ROWS, number)
    name = cell[: found[0].start()].rstrip()
    while match := _ABOUT.search(name, max(0, len(name) - _TAIL)):
        name = name[: match.start()].rstrip()
    return name, capacities


def _door(cell: str, number: re.Match[str]) -> bool:
    """Return whether a number belongs to the name: a word such as "Raum" comes before it, and nothing after it."""
    return cell[: number.start()].strip().casefold() in _NUMBERED and not cell[number.end() :].strip()


def _next_to(cell: str, found: list[re.Match[str]]) -> bool:
    """Return whether the first two numbers are adjacent, as in "Raum 101 20": then the first belongs to the name."""
    return len(found) > 1 and not cell[found[0].end() : found[1].start()].strip()
