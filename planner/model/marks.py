"""Marks in the annotation of a field: what it refers to, who may see it, what identifies its entry.

A field is declared once. Whatever walks over the model (integrity, new ids, excerpts, merging, deleting, programmes)
reads the marks with fields_of(), so that a new field needs no other place.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Final, Literal, NamedTuple, TypeAlias, TypeVar, get_args, get_origin

from pydantic_core import PydanticUndefined

from planner.model.audience import Audience
from planner.model.base import Frozen, Id

ListName: TypeAlias = Literal["kinds", "days", "series", "rooms", "people", "sessions", "rounds", "logos"]
"""A field of the plan that holds entries."""


@dataclass(frozen=True)
class Ref:
    """The field holds the id of an entry in a list of the plan, which must exist."""

    to: ListName


@dataclass(frozen=True)
class LooseId:
    """The field may hold ids of any entries, even of some that no longer exist."""


@dataclass(frozen=True)
class Seen:
    """Who may see the field, provided that they see the entry; a field without this mark is internal."""

    by: Audience | Literal["special"]


@dataclass(frozen=True)
class Key:
    """The field identifies a value without an id among others of its list, alone or with other such fields."""


@dataclass(frozen=True)
class Local:
    """The field belongs to the event: a copy of the entry in another plan has the default."""


class MarkedField(NamedTuple):
    """What the annotation of a field says."""

    name: str
    default: Any
    """None where a value is needed, too."""
    to: ListName | None
    loose: bool
    seen: Audience | None
    """None: special, for nobody but those who plan, except as a number."""
    key: bool
    local: bool
    many: bool
    """Whether it holds a tuple."""
    parts: tuple[type[Frozen], ...]
    """The models of which it may hold values."""
    needed: bool
    """Whether it must have a value."""


T = TypeVar("T")
Public: TypeAlias = Annotated[T, Seen(Audience.PUBLIC)]
Team: TypeAlias = Annotated[T, Seen(Audience.TEAM)]
Special: TypeAlias = Annotated[T, Seen("special")]
"""Health, disability and diet: counted, and never shown to any audience."""

DayId: TypeAlias = Annotated[Id, Ref("days")]
KindId: TypeAlias = Annotated[Id, Ref("kinds")]
PersonId: TypeAlias = Annotated[Id, Ref("people")]
RoomId: TypeAlias = Annotated[Id, Ref("rooms")]
RoundId: TypeAlias = Annotated[Id, Ref("rounds")]
SeriesId: TypeAlias = Annotated[Id, Ref("series")]
SessionId: TypeAlias = Annotated[Id, Ref("sessions")]
LOCAL: Final = Local()
KEY: Final = Key()
LOOSE_ID: Final = LooseId()


@cache
def fields_of(model: type[Frozen]) -> tuple[MarkedField, ...]:
    """Return what the annotations of a model's fields say, in their order; read once for each model."""
    found: list[MarkedField] = []
    for name, info in model.model_fields.items():
        inside = [*info.metadata, *_inside(info.annotation)]
        seen = next((mark.by for mark in inside if isinstance(mark, Seen)), Audience.INTERNAL)
        default = info.get_default(call_default_factory=False)
        found.append(
            MarkedField(
                name=name,
                default=None if default is PydanticUndefined else default,
                to=next((mark.to for mark in inside if isinstance(mark, Ref)), None),
                loose=any(isinstance(mark, LooseId) for mark in inside),
                seen=seen if isinstance(seen, Audience) else None,
                key=name == "id" or any(isinstance(mark, Key) for mark in inside),
                local=any(isinstance(mark, Local) for mark in inside),
                many=_holds_tuple(info.annotation),
                parts=tuple(part for part in inside if isinstance(part, type) and issubclass(part, Frozen)),
                needed=info.is_required(),
            )
        )
    return tuple(found)


def _inside(annotation: Any) -> Iterator[object]:  # noqa: ANN401  # whatever an annotation consists of
    """Return the types and marks that an annotation consists of, however deep they stand."""
    yield annotation
    yield from getattr(annotation, "__metadata__", ())
    parts: Iterable[Any] = () if get_origin(annotation) is Literal else get_args(annotation)
    for part in parts:
        yield from _inside(part)


def _holds_tuple(annotation: Any) -> bool:  # noqa: ANN401
    return any(get_origin(part) is tuple for part in _inside(annotation))
