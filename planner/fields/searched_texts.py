"""The texts in which find and replace looks: those of a session that can be typed, and those around it."""

from typing import Final, NamedTuple

from planner.fields.field import one_part
from planner.fields.registry import FIELDS
from planner.model import Contribution, Day, Item, Person, Plan, Room, Round, Session
from planner.model.base import Frozen
from planner.text import mark
from planner.text.field_names import FIELD_LABELS


class SearchedText(NamedTuple):
    """An attribute that holds a text, and what it is called."""

    model: type[Frozen]
    attribute: str
    label: str


def _named(model: type[Frozen], *attributes: str) -> tuple[SearchedText, ...]:
    return tuple(SearchedText(model, attribute, FIELD_LABELS[attribute]) for attribute in attributes)


SEARCHED: Final = (
    *_named(Plan, "title", "subtitle", "question", "introduction", "organiser", "imprint"),
    *(
        SearchedText(Session, field.attribute, field.label)
        for field in FIELDS
        if field.attribute and field.parts is one_part
    ),
    SearchedText(Item, "title", mark("Item")),
    *_named(Contribution, "label", "function", "organisation"),
    *_named(Round, "title", "question"),
    *_named(Day, "title", "end_label"),
    *_named(Room, "name"),
    *_named(Person, "name"),
)
LABELS: Final = {(text.model, text.attribute): text.label for text in SEARCHED}
"""What a text is called, by the part of the plan and its attribute."""
TEXTS: Final[dict[type[Frozen], tuple[str, ...]]] = {
    model: tuple(text.attribute for text in SEARCHED if text.model is model)
    for model in dict.fromkeys(text.model for text in SEARCHED)
}
