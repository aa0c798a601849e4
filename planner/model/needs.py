"""The few agreed words for what people and sessions need; all other words of a session name equipment.

A file holds these words or what somebody typed, such as "Rollstuhl": the checks read both. What they do not know
means nothing to them: a diet of a person, a projector of a session.
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
"""What people write, in German or English; who interprets sign language does not interpret speech, so that is first."""
_UMLAUTS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


@lru_cache(maxsize=4096)
def need_of(words: str) -> Need | None:
    """Return the need that somebody's words mean, None if they mean something else."""
    plain = words.casefold().translate(_UMLAUTS)
    return next((need for need, parts in _SAID.items() if any(part in plain for part in parts)), None)
