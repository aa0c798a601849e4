"""All fields, written out: list, inspector, the inspector over several, find and replace derive from them."""

from typing import Any, Final

from planner.fields.field import Field
from planner.fields.session import SESSION_FIELDS

FIELDS: Final[tuple[Field[Any], ...]] = SESSION_FIELDS
