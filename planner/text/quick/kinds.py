"""Which kind a session is, by a word of its title in German or English."""

import re
from collections.abc import Iterable
from typing import Final

from planner.model import KINDS, Kind, Plan
from planner.text.language import LANGUAGES, language
from planner.text.names import kind_name, kind_short
from planner.text.quick.sigils import fold

_WORDS: Final = {
    "meal": r"mittags?(?:pause|essen|imbiss|tisch)?|abend(?:essen|brot)|frühstück|imbiss|lunch|dinner|breakfast",
    "break": r"(?:kaffee|tee|erholungs)?-?pausen?|kaffee|coffee|break",
    "panel": r"podium\w*|panel",
    "forum": r"(?:fach|diskussions|themen)?for(?:um|en)|breakout",
    "workshop": r"\w*werkstatt|workshops?|world-?caf[eé]",
    "welcome": r"begrüßung\w*|grußworte?|willkommen|eröffnung|welcome|opening",
    "talk": r"(?:impuls|fach|eröffnungs|kurz)?-?(?:vortrag|vorträge)|impulse?|inputs?|keynote|referat|talk",
    "arrival": r"ankommen|ankunft|anmeldung|einlass|registrierung|anreise|arrival|registration|check-?in",
    "change": r"(?:raum)?wechsel|umbau|aufteilung",
    "plenary": r"\w*plenum|\w*diskussion|aussprache|austausch|rückfragen|fragerunde|plenary|discussion",
    "closing": r"abschluss|schluss\w*|verabschiedung|ausblick|closing|farewell",
}
_KNOWN: Final = {kind: re.compile(words) for kind, words in _WORDS.items()}
_USUAL: Final = ("talk", "plenary")


def kind_names(plan: Plan) -> list[tuple[str, str]]:
    """Return all names of the plan's kinds, with their ids: the own ones, and the built-in ones in each language."""
    names: dict[tuple[str, str], None] = {}
    for kind in plan.kinds:
        for code in LANGUAGES:
            t = language(code)
            names |= dict.fromkeys((name, kind.id) for name in (kind_name(kind, t), kind_short(kind, t)))
    return list(names)


def told_kind(plan: Plan, title: Iterable[str]) -> Kind | None:
    """Return the kind that the first telling word of a title tells."""
    names = {fold(name): key for name, key in kind_names(plan)}
    for word in title:
        key = fold(word.strip(".,;:!?()\"'„“”–-"))
        if found := plan.kind_by_id.get(names.get(key, "")):
            return found
        for kind, words in _KNOWN.items():
            if kind in plan.kind_by_id and words.fullmatch(key):
                return plan.kind_by_id[kind]
    return None


def usual_kind(plan: Plan) -> Kind:
    """Return the kind of a session whose title tells none."""
    found = (plan.kind_by_id[each] for each in _USUAL if each in plan.kind_by_id)
    return next(found, None) or next(iter(plan.kinds), None) or next(kind for kind in KINDS if kind.id == _USUAL[0])
