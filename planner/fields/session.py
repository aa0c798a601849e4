"""All that can be typed about a session, each thing declared once."""

from typing import Any, Final

from planner.fields import choices, places, times
from planner.fields.field import Column, Field, Input, Section
from planner.fields.texts import needs_edit, needs_words, read_needs, text_field, words_of
from planner.model import Audience
from planner.text import mark
from planner.text.field_names import FIELD_LABELS

_TEAM: Final = Audience.TEAM


def _size(name: str, prompt: str) -> Field[int | None]:
    return Field(
        name,
        FIELD_LABELS[name],
        Input.SHORT,
        places.size_words(name),
        places.read_size,
        places.size_edit(name),
        Section.TERMS,
        audience=_TEAM,
        prompt=prompt,
        unit=mark("people"),
        column=Column(sample="100"),
    )


DAY: Final = Field(
    "day",
    FIELD_LABELS["day"],
    Input.CHOICE,
    times.day_words,
    lambda _request, chosen: str(chosen),
    times.day_edit,
    Section.TIME,
    many=True,
    current=lambda session: session.day if session.scheduled else "",
    choices=times.day_choices,
    column=Column("Mo., 30. Sept.", shown=True, cell=times.day_brief, whole=times.day_words),
)
START: Final = Field(
    "start",
    FIELD_LABELS["start"],
    Input.SHORT,
    times.start_words,
    times.read_start,
    times.start_edit,
    Section.TIME,
    column=Column("00:00", shown=True),
)
END: Final = Field(
    "end",
    FIELD_LABELS["end"],
    Input.SHORT,
    times.end_words,
    times.read_end,
    times.end_edit,
    Section.TIME,
    applies=times.is_scheduled,
    column=Column("00:00", shown=True),
)
LENGTH: Final = Field(
    "length",
    FIELD_LABELS["minutes"],
    Input.SHORT,
    times.length_words,
    times.read_length,
    times.length_edit,
    Section.TIME,
    many=True,
    column=Column("000 min", shown=True),
)
KIND: Final = Field(
    "kind",
    FIELD_LABELS["kind"],
    Input.CHOICE,
    choices.kind_words,
    choices.read_kind,
    choices.kind_edit,
    Section.PRINT,
    many=True,
    current=lambda session: session.kind,
    choices=choices.kind_choices,
    column=Column("Impulsvortrag", shown=True),
)
TITLE: Final = text_field(
    "title",
    FIELD_LABELS["title"],
    Section.TITLE,
    placeholder=FIELD_LABELS["title"],
    column=Column("", shown=True, cell=choices.title_words),
)
ROOM: Final = Field(
    "room",
    FIELD_LABELS["places"],
    Input.CHOICE,
    places.rooms_words,
    places.read_rooms,
    places.rooms_edit,
    Section.PLACE,
    many=True,
    current=places.current_rooms,
    choices=places.room_choices,
    column=Column("", shown=True),
)
FIXED: Final = Field(
    "fixed",
    FIELD_LABELS["fixed"],
    Input.TICK,
    times.fixed_words,
    times.read_flag,
    times.fixed_edit,
    Section.TIME,
    help=mark("A fixed time stays where it is when sessions before it move"),
    many=True,
    applies=times.is_scheduled,
    current=lambda session: session.fixed,
    column=Column("––– fest", shown=True, title=mark("Fixed"), cell=times.fixed_brief, whole=times.fixed_words),
)
STATUS: Final = Field(
    "status",
    FIELD_LABELS["status"],
    Input.CHOICE,
    choices.status_words,
    choices.read_status,
    choices.status_edit,
    Section.PEOPLE,
    many=True,
    applies=choices.has_people,
    current=choices.current_status,
    choices=choices.status_choices,
    column=Column("2 angefragt, 1 of", shown=True),
)
SEATING: Final = Field(
    "seating",
    FIELD_LABELS["seating"],
    Input.CHOICE,
    places.seating_words,
    places.read_seating,
    places.seating_edit,
    Section.PLACE,
    audience=_TEAM,
    many=True,
    applies=places.has_places,
    current=places.current_seating,
    choices=places.seating_choices,
    column=Column("Gruppentische", shown=True),
)
ATTENDANCE: Final = Field(
    "attendance",
    FIELD_LABELS["attendance"],
    Input.LINE,
    places.attendance_words,
    places.read_attendance,
    places.attendance_edit,
    Section.PLACE,
    audience=_TEAM,
    many=True,
    known=places.known_attendance,
    column=Column("Forenrunde 1", shown=True),
)
NUMBER: Final = Field(
    "number",
    mark("Number of people"),
    Input.SHORT,
    places.number_words,
    places.read_number,
    places.number_edit,
    Section.PLACE,
    audience=_TEAM,
    many=True,
)
NEEDS: Final = Field(
    "needs",
    FIELD_LABELS["needs"],
    Input.LINE,
    needs_words,
    read_needs,
    needs_edit,
    Section.TERMS,
    audience=_TEAM,
    prompt=mark("Needs, separated by commas"),
    placeholder=mark("Projector, step-free, interpretation …"),
    attribute="needs",
    parts=words_of,
    column=Column(),
)
AUDIENCE: Final = Field(
    "audience",
    FIELD_LABELS["audience"],
    Input.CHOICE,
    choices.audience_words,
    choices.read_audience,
    choices.audience_edit,
    Section.TERMS,
    audience=_TEAM,
    many=True,
    current=lambda session: session.audience,
    choices=choices.audience_choices,
    column=Column("Teilnehmende"),
)
SESSION_FIELDS: Final[tuple[Field[Any], ...]] = (
    DAY,
    START,
    END,
    LENGTH,
    KIND,
    TITLE,
    ROOM,
    FIXED,
    STATUS,
    SEATING,
    ATTENDANCE,
    NUMBER,
    text_field("subtitle", FIELD_LABELS["subtitle"], Section.PRINT),
    text_field("question", FIELD_LABELS["question"], Section.PRINT),
    text_field("description", FIELD_LABELS["description"], Section.PRINT, input_=Input.TEXT, rows=4),
    text_field("language", FIELD_LABELS["language"], Section.PRINT, many=True),
    text_field("link", FIELD_LABELS["link"], Section.PRINT),
    NEEDS,
    _size("min_size", mark("At least")),
    _size("max_size", mark("At most")),
    AUDIENCE,
    text_field("responsible", FIELD_LABELS["responsible"], Section.TEAM, many=True, audience=_TEAM),
    text_field("technology", FIELD_LABELS["technology"], Section.TEAM, many=True, audience=_TEAM),
    text_field("material", FIELD_LABELS["material"], Section.TEAM, many=True, audience=_TEAM),
    text_field("note", FIELD_LABELS["note"], Section.TEAM, input_=Input.TEXT, rows=3, audience=Audience.INTERNAL),
)
"""In the order of the list's columns, and within a section of the inspector."""
