"""What the organiser decides once for the whole plan: the limits of the checks, and how it is printed."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from planner.model.base import Frozen
from planner.model.marks import Public
from planner.model.time import Minutes, Start

Count = Annotated[int, Field(ge=0, le=100_000)]


class Settings(Frozen):
    """The limits that the checks apply: numbers of people, minutes, and wall minutes."""

    expected: Count = 60
    cap: Count = 60
    staff: Count = 0
    stage_counts: bool = False
    staff_counts: bool = False
    grid: Annotated[int, Field(ge=1, le=60)] = 5
    reseating_minutes: Minutes = 20
    walking_minutes: Minutes = 5
    longest_without_break: Minutes = 90
    longest_one_way: Minutes = 45
    lunch_minutes: Minutes = 60
    lunch_from: Start = 12 * 60
    lunch_until: Start = 13 * 60 + 30
    arrival_minutes: Minutes = 15
    interpreter_minutes: Minutes = 30
    one_gender_panel: bool = True
    largest_speaking_share: Annotated[int, Field(ge=50, le=100)] = 70
    catering: Count | None = None
    forum_moderation: bool = True
    forum_minutes: bool = True
    forum_timekeeping: bool = True


class PrintSettings(Frozen):
    """How papers look; the language is that of their fixed words, independent of the interface's."""

    language: Public[Literal["de", "en"]] = "de"
    times: Public[Literal["start", "range"]] = "start"
    draft: Public[bool] = True
    as_of: Public[date | None] = None
    show_rooms: Public[bool] = True
