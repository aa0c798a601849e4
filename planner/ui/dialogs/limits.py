"""The numbers of people and the limits used by the checks, as form fields."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from planner.checks import CHECKS
from planner.model import Settings
from planner.text import Language, mark
from planner.ui.widgets.form import LabelledField

NUMBERS: Final = (
    LabelledField("people", mark("People"), "heading"),
    LabelledField("expected", kind="number", hint=mark("Used as long as nobody is registered.")),
    LabelledField("cap", kind="number"),
    LabelledField("staff", kind="number"),
    LabelledField("stage_counts", kind="tick"),
    LabelledField("staff_counts", kind="tick"),
    LabelledField("catering", kind="count"),
    LabelledField("between", mark("Breaks and transitions"), "heading"),
    LabelledField("walking_minutes", kind="minutes", most=1440),
    LabelledField("reseating_minutes", kind="minutes", most=1440),
    LabelledField("arrival_minutes", kind="minutes", most=1440),
    LabelledField("longest_without_break", kind="minutes", most=1440),
    LabelledField("lunch_minutes", kind="minutes", most=1440),
    LabelledField("lunch_from", kind="clock"),
    LabelledField("lunch_until", kind="clock"),
    LabelledField("talking", mark("Talks, panels and forums"), "heading"),
    LabelledField("longest_one_way", kind="minutes", most=1440),
    LabelledField("interpreter_minutes", kind="minutes", most=1440),
    LabelledField("largest_speaking_share", kind="percent", least=50, most=100),
    LabelledField("one_gender_panel", kind="tick"),
    LabelledField("forum_moderation", kind="tick"),
    LabelledField("forum_minutes", kind="tick"),
    LabelledField("forum_timekeeping", kind="tick"),
    LabelledField("board", mark("Board"), "heading"),
    LabelledField("grid", kind="minutes", least=1, most=60),
)
_SEATS: Final = ("room-small", "no-places", "round-short", "round-full", "cap")
USED_BY: Final[dict[str, tuple[str, ...]]] = {
    "expected": (*_SEATS, "group-small", "catering"),
    "cap": ("cap", "waiting"),
    "staff": ("room-small", "cap", "catering", "waiting"),
    "stage_counts": ("room-small", "round-short", "round-full"),
    "staff_counts": ("room-small", "cap", "waiting"),
    "catering": ("catering",),
    "walking_minutes": ("walking", "fixed-gap"),
    "reseating_minutes": ("reseating",),
    "arrival_minutes": ("early",),
    "longest_without_break": ("no-break", "no-rest"),
    "lunch_minutes": ("lunch",),
    "lunch_from": ("lunch",),
    "lunch_until": ("lunch",),
    "longest_one_way": ("one-way",),
    "interpreter_minutes": ("interpreter-alone",),
    "largest_speaking_share": ("speaking-share",),
    "one_gender_panel": ("one-gender-panel",),
    "forum_moderation": ("forum-roles",),
    "forum_minutes": ("forum-roles",),
    "forum_timekeeping": ("forum-roles",),
    "grid": (),
}
"""The codes of the checks that depend on a number."""
OWN: Final = frozenset({"expected", "staff", "catering"})
"""Facts about the event rather than limits; they have no default."""


def limits(t: Language) -> Iterator[LabelledField]:
    """Return the fields with the checks that use them as hints, and their defaults."""
    standards, titles = Settings(), {check.code: t(check.title) for check in CHECKS}
    for field in NUMBERS:
        if field.kind == "heading":
            yield field
            continue
        users = ", ".join(titles[code] for code in USED_BY[field.name])
        tip = (
            t("Used by: {checks}", checks=users)
            if users
            else t("Sessions snap to it when they are moved or resized on the board.")
        )
        standard = None if field.name in OWN else int(getattr(standards, field.name))
        yield replace(field, tip=tip, standard=standard)
