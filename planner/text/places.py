"""The arithmetic of people and places in words, from the same index as the checks, so that numbers never differ."""

from planner.checks import Index
from planner.model import Session
from planner.text.language import Language
from planner.text.names import seating_name


def places_sentence(index: Index, session: Session, t: Language) -> str:
    """Return who needs a place and what the rooms have, such as "60 im Saal · 80 Plätze in Reihen → 20 frei"."""
    people, need, places = index.attending(session), index.need(session), index.places(session)
    parts = [t.count("{number} person", "{number} people", people)]
    stage = index.on_stage(session)
    if stage:
        counted = index.plan.settings.stage_counts
        parts.append(
            t("{stage} on stage", stage=stage) if counted else t("{stage} on stage (without a place)", stage=stage)
        )
    if need > people + (stage if index.plan.settings.stage_counts else 0):
        parts.append(t("{staff} staff", staff=index.plan.settings.staff))
    if places is None:
        return " · ".join(parts)
    parts.append(_places(session, places, t))
    return " · ".join(parts)


def free_sentence(index: Index, session: Session, t: Language) -> tuple[str, bool]:
    """Return "20 frei" or "12 Plätze fehlen", and whether all have a place; empty if places are unknown."""
    places = index.places(session)
    if places is None:
        return "", True
    free = places - index.need(session)
    if free >= 0:
        return t("{free} free", free=free), True
    return t.count("{number} place short", "{number} places short", -free), False


def _places(session: Session, places: int, t: Language) -> str:
    seatings = {place.seating for place in session.places}
    only = next(iter(seatings)) if len(seatings) == 1 else None
    if only is not None:
        return t.count(
            "{number} place ({seating})", "{number} places ({seating})", places, seating=seating_name(only, t)
        )
    return t.count("{number} place", "{number} places", places)
