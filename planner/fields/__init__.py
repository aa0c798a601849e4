"""Fields: whatever can be typed about a session, how it is shown and read, and the edit that it becomes."""

from typing import Any, Final

from planner.fields.field import (
    Column,
    EditRequest,
    Field,
    FieldEdit,
    Input,
    Refusal,
    Section,
)
from planner.fields.session import SESSION_FIELDS

FIELDS: Final[tuple[Field[Any], ...]] = SESSION_FIELDS
"""All fields; list, inspector, the inspector over several, find and replace derive from this."""

__all__ = ["FIELDS", "Column", "EditRequest", "Field", "FieldEdit", "Input", "Refusal", "Section"]
