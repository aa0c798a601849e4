"""People: participants, those on stage, and staff."""

from enum import StrEnum
from typing import Literal

from planner.model.base import Frozen, Id, Line, Name, Text
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
    name: Name
    function: Line = ""
    organisation: Line = ""
    town: Line = ""
    email: Line = ""
    phone: Line = ""
    group: Line = ""
    gender: Literal["", "female", "male", "diverse"] = ""
    languages: tuple[Line, ...] = ()
    registration: Registration = Registration.NONE
    staff: bool = False
    listed: bool = False
    available: tuple[Available, ...] = ()
    wishes: tuple[Id, ...] = ()
    needs: tuple[Line, ...] = ()
    note: Text = ""
