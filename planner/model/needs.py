"""The few agreed words for needs of people and sessions; a session's other words name equipment.

A file holds these words or what somebody typed, such as "Rollstuhl"; the checks understand both, and ignore what they
do not know, such as a person's diet.
"""

from enum import StrEnum
from functools import lru_cache
from typing import Final


class Need(StrEnum):
    """What a room or an interpreter must offer."""

    STEP_FREE = "step-free"
    HEARING_LOOP = "hearing-loop"
    INTERPRETATION = "interpretation"
    SIGN_LANGUAGE = "sign-language"


_SAID: Final = {
    Need.SIGN_LANGUAGE: ("sign-language", "sign language", "gebaerden"),
    Need.INTERPRETATION: ("interpret", "dolmetsch", "translat", "uebersetz"),
    Need.HEARING_LOOP: ("hearing-loop", "hearing loop", "induction loop", "hoeranlage", "hoerschleife", "induktion"),
    Need.STEP_FREE: ("step-free", "step free", "wheelchair", "stufenlos", "stufenfrei", "barrierefrei", "rollstuhl"),
}
"""What people write, in German or English; sign language comes first, as its words contain those for speech."""
_UMLAUTS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


@lru_cache(maxsize=4096)
def need_of(words: str) -> Need | None:
    """Return the need that a text stands for, None if it means something else."""
    plain = words.casefold().translate(_UMLAUTS)
    return next((need for need, parts in _SAID.items() if any(part in plain for part in parts)), None)
