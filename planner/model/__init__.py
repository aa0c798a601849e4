"""The document: what can be planned. Imports only the standard library and pydantic."""

from planner.model.audience import Audience
from planner.model.base import new_id
from planner.model.document import Document
from planner.model.kind import KINDS, Kind
from planner.model.ledger import Given, Ledger, Release, Sent
from planner.model.person import Person, Registration
from planner.model.plan import Acceptance, Day, Plan
from planner.model.room import Available, Capacity, Room, Seating
from planner.model.round import Round, Seat, Series
from planner.model.session import (
    ON_STAGE,
    Attendance,
    Contribution,
    Everyone,
    Item,
    Number,
    Place,
    Role,
    Session,
    Share,
    Status,
)
from planner.model.settings import PrintSettings, Settings
from planner.model.time import Span
from planner.model.venue import Contact, Logo, Note, Venue

__all__ = [
    "KINDS",
    "ON_STAGE",
    "Acceptance",
    "Attendance",
    "Audience",
    "Available",
    "Capacity",
    "Contact",
    "Contribution",
    "Day",
    "Document",
    "Everyone",
    "Given",
    "Item",
    "Kind",
    "Ledger",
    "Logo",
    "Note",
    "Number",
    "Person",
    "Place",
    "Plan",
    "PrintSettings",
    "Registration",
    "Release",
    "Role",
    "Room",
    "Round",
    "Seat",
    "Seating",
    "Sent",
    "Series",
    "Session",
    "Settings",
    "Share",
    "Span",
    "Status",
    "Venue",
    "new_id",
]
