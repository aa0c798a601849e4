"""Which kind of session a word of a title indicates, in German or English, for typed and pasted titles alike."""

import re
from typing import Final

_WORDS: Final = {
    "meal": r"mittag(?:s?(?:essen|pause|imbiss|tisch|buffet))?|abend(?:essen|brot)|frühstück|imbiss|lunch|dinner|"
    r"breakfast",
    "break": r"(?:kaffee|tee|umbau|vernetzungs|erholungs)?-?pausen?|kaffee|coffee|^breaks?$",
    "arrival": r"ankommen|ankunft|anreise|anmeldung|registrierung|einlass|check-?in|arrival|registration",
    "closing": r"abschluss|schluss(?:wort|runde)|verabschiedung|ausblick|^ende$|abreise|farewell|closing|fazit|"
    r"ausklang",
    "welcome": r"begrü(?:ß|ss)ung\w*|gru(?:ß|ss)worte?|eröffnung|willkommen|welcome|opening",
    "change": r"aufteilung|(?:raum)?wechsel|umbau",
    "forum": r"(?:fach)?foren|(?:fach)?forum|arbeitsgruppen?|^ags?$|breakouts?|thementische?",
    "workshop": r"workshops?|^ws$|(?:\w+)?werkstatt|world-?ca|weltcafé|arbeitsphase|training|planspiel|exkursion",
    "panel": r"podium(?:s(?:diskussion|gespräch|runde))?|panel|talkrunde|gesprächsrunde|fachgespräch|fishbowl",
    "plenary": r"plenum|plenary|ergebnisse|diskussion|discussion|vorstellungsrunde|fragerunde|rückfragen|blitzlicht\w*|"
    r"aussprache|austausch|rückkehr",
    "talk": r"vortrag|vorträge|(?:vor)?lesung(?:en)?|impuls\w*|keynote|inputs?|referat|talk|lecture|präsentation|"
    r"einführung|presentation",
}
_WHOLE: Final = {"meal"}
"""Kinds told by the end of a word only: a "Mittagsgespräch" is a talk at noon, and nobody is given food."""
_KNOWN: Final = tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in _WORDS.items())


def kind_told_by(word: str) -> str | None:
    """Return the id of the built-in kind that a word begins or ends with.

    Of several the last and then longest match counts: in German compounds the last part says what a thing is.
    """
    hits = [
        (match.end(), match.end() - match.start(), kind)
        for kind, pattern in _KNOWN
        for match in pattern.finditer(word)
        if match.end() == len(word) or (match.start() == 0 and kind not in _WHOLE)
    ]
    return max(hits, key=lambda hit: hit[:2])[2] if hits else None


def usual_kinds(*, with_speaker: bool) -> tuple[str, str]:
    """Return the ids of the built-in kinds for a title that indicates none, the better one first.

    A talk is printed as one, so a session becomes one only if somebody speaks.
    """
    return ("talk", "plenary") if with_speaker else ("plenary", "talk")
