"""The sentences of the program: turns what edits and checks return into German or English."""

from planner.text.language import LANGUAGES, Language, language, mark
from planner.text.names import (
    contribution_function,
    contribution_name,
    kind_name,
    kind_short,
    role_name,
    room_name,
    seating_name,
    session_name,
    status_name,
    subject_name,
)
from planner.text.problems import fix_sentence, offer_sentence, problem_sentence, severity_name
from planner.text.spoken_session import spoken_description, spoken_name
from planner.text.times import (
    clock,
    clock_range,
    date_brief,
    date_long,
    date_plain,
    date_short,
    duration,
    duration_long,
    parse_clock,
    parse_duration,
)

__all__ = [
    "LANGUAGES",
    "Language",
    "clock",
    "clock_range",
    "contribution_function",
    "contribution_name",
    "date_brief",
    "date_long",
    "date_plain",
    "date_short",
    "duration",
    "duration_long",
    "fix_sentence",
    "kind_name",
    "kind_short",
    "language",
    "mark",
    "offer_sentence",
    "parse_clock",
    "parse_duration",
    "problem_sentence",
    "role_name",
    "room_name",
    "seating_name",
    "session_name",
    "severity_name",
    "spoken_description",
    "spoken_name",
    "status_name",
    "subject_name",
]
