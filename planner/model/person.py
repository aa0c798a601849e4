"""People: participants, those on stage, and staff."""

from enum import StrEnum
from typing import Annotated, Literal

from planner.model.base import Frozen, Id, Line, Name, Text
from planner.model.marks import LOCAL, Public, SeriesId, Special
from planner.model.room import Available


class Registration(StrEnum):
    """Whether a person has a place at the event."""

    NONE = "none"
    REGISTERED = "registered"
    WAITING = "waiting"
    CANCELLED = "cancelled"


class Person(Frozen):
    """One person. A name is public only through a public contribution or by consent to be listed."""

    id: Id
    name: Public[Name]
    function: Public[Line] = ""
    organisation: Public[Line] = ""
    town: Line = ""
    email: Line = ""
    phone: Line = ""
    group: Annotated[Line, LOCAL] = ""
    gender: Literal["", "female", "male", "diverse"] = ""
    languages: tuple[Line, ...] = ()
    registration: Annotated[Registration, LOCAL] = Registration.NONE
    staff: bool = False
    listed: Annotated[bool, LOCAL] = False
    available: tuple[Available, ...] = ()
    wishes: tuple[SeriesId, ...] = ()
    needs: Special[Annotated[tuple[Line, ...], LOCAL]] = ()
    note: Annotated[Text, LOCAL] = ""
