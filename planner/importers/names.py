"""Reads who contributes from a cell: "Dr. Anna Muster, Stadt Osnabrück (angefragt); N. N."."""

import re
from typing import Final

from planner.importers.parsed import ParsedPerson
from planner.importers.vocabulary import BULLET, ROLES
from planner.model import Plan, Role, Status
from planner.model.base import MAX_TITLE

_BETWEEN: Final = re.compile(r"\n|;| / | \| ")
_MOST: Final = 50
"""People in one cell; the rest of a longer text stays together as the last one."""
_AND: Final = re.compile(r" (?:und|and|&) ")
_LABEL: Final = re.compile(r"([^:\n]{2,30}): *(.+)", re.DOTALL)
_ROLE: Final = tuple((role, re.compile(words, re.IGNORECASE)) for role, words in ROLES)
_WITH: Final = re.compile(r"(?:mit|with|von|by) +(.+)", re.IGNORECASE | re.DOTALL)
_STATUS: Final = (
    (Status.ASKED, re.compile(r" *\((?:angefragt|angefr\.|invited|asked|tbc|eingeladen)\)", re.IGNORECASE)),
    (Status.CONFIRMED, re.compile(r" *\((?:zugesagt|bestätigt|confirmed)\)", re.IGNORECASE)),
    (Status.DECLINED, re.compile(r" *\((?:abgesagt|declined)\)", re.IGNORECASE)),
)
_SILENT: Final = frozenset(
    (
        "angefragt",
        "angefr",
        "invited",
        "asked",
        "tbc",
        "eingeladen",
        "zugesagt",
        "bestätigt",
        "confirmed",
        "abgesagt",
        "declined",
        "und",
        "and",
        "mit",
        "raum",
        "ort",
        "room",
        "place",
        "location",
    )
)
_OPEN: Final = re.compile(r"N\. ?N\.|NN|tba|n\. ?n\.")
_ADDRESS: Final = re.compile(
    r"(?:(?:Herr|Frau|Dr|Prof|Dipl|Mag|PD|Mr|Ms|Mrs|Bürgermeister(?:in)?|Ministerin?)\b\.?[ -]*)+"
)
_GIVEN: Final = re.compile(r"(?:[^\W\d_]\.|[^\W\d_a-zß-öø-ÿ][^\W\d_]+(?:-[^\W\d_]+)?)")
_SMALL: Final = frozenset({"von", "van", "de", "der", "den", "zu", "al", "el", "bin", "ter", "la", "di", "da"})
_BODIES: Final = re.compile(
    r"stadt|kreis|universit|hochschule|verein|institut|ministeri|amt\b|verband|stiftung|gmbh|team|gruppe|referat|"
    r"kommission|akademie|netzwerk|servicestelle|büro|rat\b|saal|raum|forum|organisation|university|council|alle",
    re.IGNORECASE,
)


def people_of(cell: str, plan: Plan, role: Role = Role.SPEAKER) -> tuple[ParsedPerson, ...]:
    """Return everybody whom a cell of contributors names; no word of the cell is lost."""
    found: list[ParsedPerson] = []
    for part in _BETWEEN.split(_with_bodies(cell), maxsplit=_MOST):
        words = _unbulleted(" ".join(part.split()).strip(" ,"))
        own, words = _role(words, role)
        found += [_who(person, own) for person in _apart(words, plan) if any(map(str.isalnum, person))]
    return tuple(found)


def _with_bodies(cell: str) -> str:
    """Return a cell in which an organisation on a line of its own stands beside the name above it."""
    lines: list[str] = []
    for line in cell.split("\n"):
        above = lines[-1] if lines else ""
        if above.endswith(",") or (
            is_name(_role(_bare(above), Role.SPEAKER)[1]) and _BODIES.search(line) and not _LABEL.fullmatch(line)
        ):
            lines[-1] = f"{above.rstrip(' ,')}, {line}"
        else:
            lines.append(line)
    return "\n".join(lines)


def people_line(line: str, plan: Plan) -> tuple[ParsedPerson, ...]:
    """Return the people named by a line below a title, if a label, a form of address or a known name shows it does."""
    words = _unbulleted(line.strip())
    label = _LABEL.fullmatch(words)
    if label is not None and _named_role(label[1]) is not None:
        return people_of(words, plan)
    behind = _WITH.fullmatch(words)
    if behind is not None and (parts := _apart(behind[1], plan)) and all(map(is_name, _first_parts(parts))):
        return people_of(behind[1], plan)
    first = words.split(",")[0].split(" (")[0].strip()
    known = {person.name.casefold() for person in plan.people if person.name}
    if _OPEN.match(words) or (_ADDRESS.match(words) and is_name(first)) or first.casefold() in known:
        return people_of(words, plan)
    return ()


def silent(word: str) -> bool:
    """Return whether a word may be dropped as its meaning is kept: a role, a status, or a word that joins names."""
    return _named_role(word) is not None or word.casefold() in _SILENT


def is_name(words: str) -> bool:
    """Return whether words look like the name of one person, with or without a form of address such as "Dr."."""
    words = without_address(words)
    parts = words.split()
    if not 2 <= len(parts) <= 5 or _BODIES.search(words):
        return False
    # Two to five words, each with a capital or a particle such as "von": more is a sentence, fewer is any noun.
    return all(_GIVEN.fullmatch(part) or part in _SMALL for part in parts)


def without_address(words: str) -> str:
    """Return a name without "Dr." or "Frau" before it."""
    match = _ADDRESS.match(words.strip())
    return words.strip()[match.end() :].strip() if match else words.strip()


def _role(words: str, role: Role) -> tuple[Role, str]:
    label = _LABEL.fullmatch(words)
    if label is not None and (own := _named_role(label[1])) is not None:
        return own, label[2]
    return role, words


def _named_role(label: str) -> Role | None:
    return next((role for role, pattern in _ROLE if pattern.fullmatch(label.strip())), None)


def _apart(words: str, plan: Plan) -> list[str]:
    """Split "Anna Muster, Ben Beispiel und Cleo Test" into names; "Anna Muster, Stadt Osnabrück" stays together."""
    known = {person.name.casefold() for person in plan.people if person.name}
    found: list[str] = []
    for part in _AND.split(words) if all(map(_is_somebody, _first_parts(_AND.split(words)))) else [words]:
        names = [name.strip() for name in part.split(",")]
        plain = [_bare(name) for name in names]
        several = all(name.casefold() in known or _is_somebody(name) for name in plain)
        if len(names) > 1 and several:
            found += names
        else:
            found.append(part.strip())
    return found


def _is_somebody(words: str) -> bool:
    """Return whether words are a name, or "N. N." in any spelling."""
    return is_name(words) or _OPEN.fullmatch(words) is not None


def _first_parts(parts: list[str]) -> list[str]:
    return [_bare(part.split(",")[0]) for part in parts]


def _bare(words: str) -> str:
    for _, pattern in _STATUS:
        words = pattern.sub("", words)
    return words.strip()


def _who(words: str, role: Role) -> ParsedPerson:
    status = Status.OPEN if _OPEN.match(words) else Status.CONFIRMED
    for meaning, pattern in _STATUS:
        if pattern.search(words):
            status, words = meaning, pattern.sub("", words)
    name, _, rest = words.partition(",")
    if not name.strip():
        name, rest = words, ""
    if "(" in name and name.rstrip().endswith(")") and not rest:
        name, _, rest = name.rstrip()[:-1].partition("(")
    return ParsedPerson(name.strip()[:MAX_TITLE], rest.strip()[:MAX_TITLE], role, status)


def _unbulleted(words: str) -> str:
    match = BULLET.fullmatch(words)
    return match[1] if match else words
