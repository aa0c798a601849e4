"""The words for columns, kinds, roles and rooms in programmes, in German and English."""

import re
from enum import StrEnum
from typing import Final

from planner.importers.quick_add.kinds import kind_names
from planner.importers.quick_add.names import fold
from planner.model import Plan, Role
from planner.model.base import MAX_TITLE
from planner.text.kind_words import kind_told_by


class ColumnMeaning(StrEnum):
    """What a column of a programme holds."""

    TIME = "time"
    END = "end"
    LENGTH = "length"
    DAY = "day"
    TITLE = "title"
    SUBTITLE = "subtitle"
    TEXT = "text"
    ROOM = "room"
    PEOPLE = "people"
    MODERATION = "moderation"
    KIND = "kind"
    NUMBER = "number"
    OTHER = "other"


HEADS: Final = {
    ColumnMeaning.TIME: """
        zeit uhrzeit uhrzeiten zeiten zeitraum time times wann uhr von beginn start anfang from begin begins starts
    """,
    ColumnMeaning.END: """
        bis ende end ends until to schluss stop
    """,
    ColumnMeaning.LENGTH: """
        dauer länge duration length min minuten minutes
    """,
    ColumnMeaning.DAY: """
        tag datum day date
    """,
    ColumnMeaning.TITLE: """
        programmpunkt programmpunkte programm programmablauf ablauf thema themen titel was
        veranstaltung session title topic programme program item agenda tagesordnungspunkt top
        beitrag aktivität activity bezeichnung inhalt content ereignis vortrag event lecture talk
    """,
    ColumnMeaning.SUBTITLE: """
        untertitel subtitle
    """,
    ColumnMeaning.TEXT: """
        beschreibung erläuterung details description inhalte abstract
    """,
    ColumnMeaning.ROOM: """
        raum räume ort saal wo room rooms place location venue where raumname hörsaal raum-nr raumnr raumnummer
    """,
    ColumnMeaning.PEOPLE: """
        referent referentin referentinnen referenten referierende mitwirkende mitwirkung personen
        wer speaker speakers person people contributors who vortragende vortragender dozent dozentin
        dozierende gäste name namen beteiligte sprecher sprecherin sprechende autor autorin autoren author authors
        presenter presenters trainer trainerin trainers panelist panelists podiumsgäste
    """,
    ColumnMeaning.MODERATION: """
        moderation moderator moderatorin moderatorinnen chair facilitation facilitator leitung
    """,
    ColumnMeaning.KIND: """
        art format typ kategorie type kind category
    """,
    ColumnMeaning.NUMBER: """
        nr nummer no number lfd #
    """,
    ColumnMeaning.OTHER: """
        bemerkung bemerkungen notiz notizen hinweis hinweise anmerkung anmerkungen note notes
        comment comments kommentar material technik methode ziel verantwortlich verantwortung
        zuständig zuständigkeit sprache language question round items link frage runde unterpunkte
    """,
}
"""Headings of columns, in small letters."""
_COLUMNS: Final = {word: column for column, words in HEADS.items() for word in words.split()} | {
    "session chair": ColumnMeaning.MODERATION,
    "room no": ColumnMeaning.ROOM,
}
_HEAD_PARTS: Final = re.compile(r"[/,&+\n]|\bund\b|\band\b|\boder\b|\(|\)")
_GENDER: Final = re.compile(r"[*:_·/-](?:in(?:nen)?|r|n)\b|innen\b", re.IGNORECASE)
_LONGEST_HEAD: Final = 60

_WORDS: Final = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_ABOUT: Final = re.compile(
    r"(?:zur|zum|über|vom|von|about|on|towards)\s+(?:d(?:er|en|em|ie|as)\s+|the\s+)?(\w+)", re.IGNORECASE
)
_TOPICS: Final = {"workshop", "forum", "panel", "plenary", "talk"}
"""Kinds that a title may be about; nobody speaks about a lunch or a break, but many go to one."""

FORUM: Final = re.compile(
    r"[\s•*·–-]*(?:fach-?)?(?:forum|workshop|ws|ag|arbeitsgruppe|werkstatt|session|gruppe|thementisch|tisch|panel|"
    r"parallelforum|breakout) ?(?:\d{1,2}|[a-h]|[ivx]{1,4})\b(?! ?uhr)",
    re.IGNORECASE,
)
"""One of several parallel sessions: "Forum 1", "Workshop B", "AG III"."""
PARALLEL: Final = re.compile(
    r"\b(?:\w*foren|\w*workshops|arbeitsgruppen|ags|parallel\w*|breakouts?|forenrunde\w*)\b", re.IGNORECASE
)
"""A heading above parallel sessions, such as "Parallele Foren"."""
ENDS: Final = re.compile(r"(?:(?:voraussichtliches )?ende|schluss|end|abreise|departure)\b", re.IGNORECASE)
"""A row that states the end of the event, and takes no time itself."""
ROOM: Final = re.compile(
    r"(?:(?:im|in der) )?(?:\w*raum|\w*saal|foyer|aula|\w*halle|café|cafeteria|mensa|atelier|room|hall|"
    r"kantine|online|zoom)\b",
    re.IGNORECASE,
)
ROOM_LABEL: Final = re.compile(r"(?:raum|ort|room|place|location): ?(.+)", re.IGNORECASE)
ROOM_SPLIT: Final = re.compile(r" ?[,;+/&] ?| und | and ")
BULLET: Final = re.compile(r"[•*·▪◦‣o–-][ \t]+(.+)", re.DOTALL)
ROLES: Final = (
    (Role.MODERATION, r"moderation|moderator(?:in)?|moderiert von|leitung|chair|facilitation"),
    (Role.PANEL, r"podium|auf dem podium|podiumsgäste|es diskutieren|diskutant\w*|panel(?:lists)?"),
    (Role.WELCOME, r"begrüßung|grußworte?|welcome"),
    (Role.MINUTES, r"protokoll|minutes"),
    (Role.INTERPRETER, r"dolmetsch\w*|interpret\w*"),
    (Role.HOST, r"gastgeber\w*|host"),
    (
        Role.SPEAKER,
        r"referent\w*|referierende|input|impuls\w*|vortrag|mit|speakers?|es spricht|von|by|with|keynote|gäste",
    ),
)


def column_of(words: str) -> ColumnMeaning | None:
    """Return the meaning of the column under a heading; None if the text is no known heading."""
    words = words.strip().casefold()
    if not words or len(words) > _LONGEST_HEAD:
        return None
    plain = _GENDER.sub("", words)
    for part in (*_HEAD_PARTS.split(plain), *_HEAD_PARTS.split(words)):
        word = part.strip(" .:*?")
        if word in _COLUMNS:
            return _COLUMNS[word]
    return None


def kind_of(words: str, plan: Plan) -> str | None:
    """Return the id of the kind that a title indicates, by a name of the plan's kinds or a known word; else None.

    What a title is about says nothing: "Zur Werkstatt der Erinnerung" is a talk, not a workshop.
    """
    words = words[:MAX_TITLE]
    about = _ABOUT.match(words)
    if about is not None and kind_told_by(about[1]) in _TOPICS:
        return kind_of(words[about.end() :], plan) or "talk"
    lowered = words.casefold()
    for kind in plan.kinds:
        if kind.name and re.search(rf"\b{re.escape(kind.name.casefold())}\b", lowered):
            return kind.id
    told = next(filter(None, map(kind_told_by, _WORDS.findall(words)[:40])), None)
    return told or next((key for name, key in kind_names(plan) if fold(name) == fold(words)), None)
