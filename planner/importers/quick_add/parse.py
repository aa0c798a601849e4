"""Parses a typed line: what is understood becomes a sketch of a session, everything else its title."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, NamedTuple

from planner.importers.quick_add.kinds import kind_names, told_kind, usual_kind
from planner.importers.quick_add.names import NamePhrase, fold, look_up, most_words, nearest, phrases
from planner.importers.quick_add.times_and_numbers import Figure, figure_at
from planner.model import Kind, Plan, Status
from planner.model.base import MAX_TITLE, clean_line, clean_name
from planner.model.session import Place
from planner.model.typed_session import Guest, Sketch
from planner.text.language import LANGUAGES, language
from planner.text.names import SEATINGS, seating_name

MAX_LINE: Final = 600
"""Characters; a longer line is refused, as parsing it would take longer than the time between two keys."""
_WORD: Final = re.compile(r"\S+")
_SEPARATOR: Final = re.compile(r"[,;|·–—-]+")
_TRAILING: Final = re.compile(r"[,;]*")
_NOTHING: Final = Figure(0)
_OPEN: Final = ("n.n.", "n. n.", "nn")
_SEATINGS: Final = [(seating_name(seating, language(code)), seating) for code in LANGUAGES for seating in SEATINGS]


class Mention(NamedTuple):
    """Who is named after a #: a person by id, or a label."""

    person: str | None
    label: str = ""


NOBODY: Final = Mention(None, "N. N.")


class LineDoubt(NamedTuple):
    """Something that stays in the title although it looks as if meant otherwise, is too long, or is not exact."""

    code: str
    word: str
    near: tuple[str, ...] = ()

    @property
    def too_long(self) -> bool:
        """Whether the title, or the whole line, is longer than allowed."""
        return self.code in {"too-long", "line"}


@dataclass(frozen=True)
class ParsedLine:
    """What was understood of a line."""

    sketch: Sketch | None
    """None as long as there is neither a title nor a kind."""
    hints: tuple[LineDoubt, ...] = ()
    tokens: tuple[str, ...] = ()
    """The parts of the line that do not belong to the title."""


def parse_quick(line: str, plan: Plan) -> ParsedLine:
    """Return what a line says, for a plan with its rooms, people and kinds; never raises."""
    line = str(clean_line(line))
    reader = _Reader(line, plan)
    found = reader.read()
    if reader.said.minutes == 0 and not reader.said.fixed:  # no length is only a deadline's, at a fixed time
        return _Reader(line, plan, deadline=False).read()
    return found


@dataclass
class _Reader:
    """Reads a line from left to right, one word or token at a time."""

    line: str
    plan: Plan
    title: list[tuple[str, bool]] = field(default_factory=list[tuple[str, bool]])
    """Words, and whether a backslash marks them as belonging to the title."""
    tokens: list[str] = field(default_factory=list[str])
    hints: list[LineDoubt] = field(default_factory=list[LineDoubt])
    places: list[Place] = field(default_factory=list[Place])
    guests: list[Guest] = field(default_factory=list[Guest])
    kind: Kind | None = None
    said: Figure = _NOTHING
    deadline: bool = True
    """Whether a length of 0 is one."""

    def read(self) -> ParsedLine:
        if len(self.line) > MAX_LINE:
            return ParsedLine(None, (LineDoubt("line", self.line),), ())
        at = 0
        while match := _WORD.search(self.line, at):
            at = self._word(match.start(), match.end())
        title = " ".join(word for word, _ in self.title)
        if len(title) > MAX_TITLE:
            self.hints.append(LineDoubt("too-long", title))
        told = self.kind or told_kind(self.plan, (word for word, _ in self.title))
        kind = told or usual_kind(self.plan, with_speaker=bool(self.guests))
        nothing = len(title) > MAX_TITLE or not (title or self.kind)
        return ParsedLine(None if nothing else self._sketch(title, kind), tuple(self.hints), tuple(self.tokens))

    def _sketch(self, title: str, kind: Kind) -> Sketch:
        said = self.said
        return Sketch(
            kind=kind,
            title=title,
            minutes=kind.minutes if said.minutes is None else said.minutes,
            start=said.start,
            fixed=said.fixed,
            places=tuple(self.places),
            guests=tuple(self.guests),
            number=said.number,
            copies=said.copies or 1,
        )

    def _word(self, start: int, end: int) -> int:
        """Consume one word or token, and return where it ends."""
        word = self.line[start:end]
        if word.startswith("\\") and len(word) > 1:
            self.title.append((word[1:], True))
            return end
        taken = self._token(start, word)
        if taken is None:
            self.title.append((word, False))
            return end
        stop = _TRAILING.match(self.line, taken)
        taken = stop.end() if stop else taken
        self._drop_separator()
        self.tokens.append(self.line[start:taken])
        return taken

    def _drop_separator(self) -> None:
        """Remove a comma or dash that separates the title from a token."""
        if not self.title or self.title[-1][1]:
            return
        word = self.title.pop()[0]
        kept = "" if _SEPARATOR.fullmatch(word) else word.rstrip(",;")
        if kept:
            self.title.append((kept, False))
        if kept != word:
            self.tokens.append(word[len(kept) :])

    def _token(self, at: int, word: str) -> int | None:
        sign, rest = word[0], word[1:]
        if sign in "@#:" and rest and (rest[0].isalpha() or rest[0] in '"„“' or (sign == "@" and rest[0].isdigit())):
            return {"@": self._room, "#": self._guest, ":": self._kind}[sign](at + 1)
        figure = figure_at(self.line, at, self.title[-1][0] if self.title else "")
        return None if figure is None else self._figure(at, figure)

    def _figure(self, at: int, figure: Figure) -> int | None:
        """Accept a time, a length or a number, each only once."""
        if figure.minutes == 0 and not self.deadline:
            return None
        if figure.length is not None and self.said.start not in {None, figure.start}:
            figure = figure._replace(start=None, minutes=figure.length)
        names = ("start", "minutes", "number", "copies")
        new = {name: value for name in names if (value := getattr(figure, name)) is not None}
        if any(getattr(self.said, name) not in {None, value} for name, value in new.items()):
            self.hints.append(LineDoubt("twice", self.line[at : figure.end]))
            return None
        self.said = self.said._replace(**new, fixed=self.said.fixed or figure.fixed)
        self.hints += [LineDoubt(code, word) for code, word in figure.doubts]
        return figure.end

    # Names

    def _room(self, at: int) -> int | None:
        most = most_words(self._rooms) + most_words(_SEATINGS) - 1
        for whole in (True, False):
            for phrase in phrases(self.line, at, most):
                found = self._place(phrase, whole=whole)
                if found is not None:
                    return self._take_place(at, *found)
        word = self._first(at)
        name, _, seating = word.text.partition("/")
        rooms = look_up(name, self._rooms)
        if len(rooms.values) == 1 and seating:
            self._refuse("seating", seating, look_up(seating, _SEATINGS).near, [known for known, _ in _SEATINGS])
        else:
            self._refuse("room", name, rooms.near, [known for known, _ in self._rooms])
        return None

    def _place(self, phrase: NamePhrase, *, whole: bool) -> tuple[Place, int] | None:
        """Return the room that a phrase names, with the seating after a slash, and where it ends."""
        rooms = look_up(phrase.text, self._rooms, whole=whole).values
        if phrase.quoted:
            return self._quoted_place(rooms, phrase.end)
        if len(rooms) == 1 and self._ends(phrase.end):
            return Place(room=rooms[0]), phrase.end
        name, slash, seating = phrase.text.rpartition("/")
        rooms = look_up(name, self._rooms, whole=whole).values
        seatings = look_up(seating if slash else "", _SEATINGS).values
        if len(rooms) == len(seatings) == 1 and self._ends(phrase.end):
            return Place(room=rooms[0], seating=seatings[0]), phrase.end
        return None

    def _quoted_place(self, rooms: tuple[str, ...], end: int) -> tuple[Place, int] | None:
        if len(rooms) != 1:
            return None
        if self._ends(end):
            return Place(room=rooms[0]), end
        if self.line[end] != "/":
            return None
        for phrase in phrases(self.line, end + 1, most_words(_SEATINGS)):
            seatings = look_up(phrase.text, _SEATINGS).values
            if len(seatings) == 1 and self._ends(phrase.end):
                return Place(room=rooms[0], seating=seatings[0]), phrase.end
        return None

    def _take_place(self, at: int, place: Place, end: int) -> int | None:
        if any(other.room == place.room for other in self.places):
            self.hints.append(LineDoubt("twice", self.line[at - 1 : end]))
            return None
        self.places.append(place)
        return end

    def _guest(self, at: int) -> int | None:
        known = self._people
        for whole in (True, False):
            for phrase in phrases(self.line, at, most_words(known)):
                asked = not phrase.quoted and phrase.text.endswith("?")
                name = phrase.text[:-1] if asked else phrase.text
                end = phrase.end
                if phrase.quoted and self.line.startswith("?", end):
                    asked, end = True, end + 1
                found = look_up(name, known, whole=whole or phrase.quoted).values
                if len(found) == 1 and self._ends(end):
                    return self._take_guest(at, found[0], end, asked=asked)
        return self._new_guest(at, self._first(at))

    def _new_guest(self, at: int, phrase: NamePhrase) -> int | None:
        """Accept an unknown name as a new label, unless it could be one of several known names."""
        end, name = phrase.end, phrase.text
        asked = self.line.startswith("?", end) if phrase.quoted else name.endswith("?")
        if asked:
            name, end = (name, end + 1) if phrase.quoted else (name[:-1], end)
        label = str(clean_name(name))
        found = look_up(name, self._people, whole=phrase.quoted)
        if len(found.values) > 1:
            self._refuse("person", name, found.near, [])
            return None
        if not label or len(label) > MAX_TITLE or not self._ends(end):
            return None
        return self._take_guest(at, Mention(None, label), end, asked=asked)

    def _take_guest(self, at: int, who: Mention, end: int, *, asked: bool) -> int | None:
        if who.person is not None and any(guest.person == who.person for guest in self.guests):
            self.hints.append(LineDoubt("twice", self.line[at - 1 : end]))
            return None
        status = Status.OPEN if who == NOBODY else Status.ASKED if asked else Status.CONFIRMED
        self.guests.append(Guest(person=who.person, label=who.label, status=status))
        return end

    def _kind(self, at: int) -> int | None:
        names = kind_names(self.plan)
        for whole in (True, False):
            for phrase in phrases(self.line, at, most_words(names)):
                found = look_up(phrase.text, names, whole=whole).values
                if len(found) == 1 and self._ends(phrase.end) and (whole or len(phrase.text) > 1):
                    if self.kind is not None:
                        self.hints.append(LineDoubt("twice", self.line[at - 1 : phrase.end]))
                        return None
                    self.kind = self.plan.kind_by_id[found[0]]
                    return phrase.end
        word = self._first(at).text
        if len(word) > 1:
            self._refuse("kind", word, look_up(word, names).near, [known for known, _ in names])
        return None

    def _first(self, at: int) -> NamePhrase:
        """Return the one word after a sign, or everything that is quoted."""
        return next(phrases(self.line, at, 1), NamePhrase("", at))

    def _refuse(self, what: str, word: str, several: tuple[str, ...], known: list[str]) -> None:
        """Add the hint that a name fits several known ones, or none."""
        ambiguous = len(several) > 1
        near = several if ambiguous else nearest(word, known)
        self.hints.append(LineDoubt(f"{what}-ambiguous" if ambiguous else f"{what}-unknown", word, near))

    def _ends(self, at: int) -> bool:
        """Return whether a token may end here: before a space, a comma or nothing."""
        rest = _TRAILING.match(self.line, at)
        stop = rest.end() if rest else at
        return stop >= len(self.line) or self.line[stop].isspace()

    @cached_property
    def _rooms(self) -> list[tuple[str, str]]:
        return [(room.name, room.id) for room in self.plan.rooms if room.name]

    @cached_property
    def _people(self) -> list[tuple[str, Mention]]:
        """Return who can be named: all people, and the labels used in the plan; “N. N.” means nobody yet."""
        found = [
            (person.name, Mention(person.id))
            for person in self.plan.people
            if person.name and fold(person.name) not in _OPEN
        ]
        names = {fold(name) for name, _ in found}
        labels = {
            contribution.label: None
            for session in self.plan.sessions
            for contribution in session.everyone()
            if contribution.person is None and contribution.label
        }
        found += [
            (label, Mention(None, label)) for label in labels if fold(label) not in names and fold(label) not in _OPEN
        ]
        return found + [(label, NOBODY) for label in _OPEN]
