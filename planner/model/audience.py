"""Audiences: for whom something is meant, and who may see it."""

from enum import StrEnum
from typing import Final


class Audience(StrEnum):
    """Who may see something; each audience sees what is for those before it, too."""

    PUBLIC = "public"
    ATTENDEES = "attendees"
    TEAM = "team"
    INTERNAL = "internal"


_LEVELS: Final = {audience: level for level, audience in enumerate(Audience)}


def sees(viewer: Audience, thing: Audience) -> bool:
    """Return whether an audience may see what is meant for another."""
    return _LEVELS[thing] <= _LEVELS[viewer]
