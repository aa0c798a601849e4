"""What the marks of the fields say, and what they must never say."""

from typing import Any, get_args

from planner.model import Acceptance, Audience, Contribution, Given, Note, Person, Place, Plan, Room, Seat, Session
from planner.model.base import Frozen, Id
from planner.model.marks import MarkedField, fields_of
from tests.model.toys import Interpreter, ToyRoom, ToySession

(ID,) = get_args(Id)[1:]


def marked(model: type[Frozen], name: str) -> MarkedField:
    return next(field for field in fields_of(model) if field.name == name)


def models(model: type[Frozen], known: tuple[type[Frozen], ...] = ()) -> tuple[type[Frozen], ...]:
    """Return a model and all whose values it may hold."""
    for field in fields_of(model):
        for part in field.parts:
            if part not in known:
                known = models(part, (*known, part))
    return known


def test_a_mark_is_read_wherever_it_stands_in_the_annotation() -> None:
    assert marked(Session, "kind").to == "kinds"
    assert marked(Session, "day").to == "days"
    assert (marked(Room, "parts").to, marked(Room, "parts").many) == ("rooms", True)
    assert marked(Session, "places").parts == (Place,)
    assert len(marked(Session, "attendance").parts) == 3
    assert marked(ToySession, "interpreters").parts == (Interpreter,)
    assert (marked(ToyRoom, "key").seen, marked(ToyRoom, "colour").local) == (Audience.INTERNAL, True)


def test_what_identifies_a_value_in_its_list() -> None:
    keys = {
        model.__name__: [field.name for field in fields_of(model) if field.key]
        for model in (Contribution, Seat, Note, Acceptance, Place)
    }
    assert keys == {
        "Contribution": ["id"], "Seat": ["person"], "Note": ["title"], "Acceptance": ["code", "subjects"], "Place": [],
    }  # fmt: skip


def holds_id(annotation: Any) -> bool:  # noqa: ANN401  # whatever an annotation consists of
    inner = (*getattr(annotation, "__metadata__", ()), *get_args(annotation))
    return annotation == ID or any(holds_id(part) for part in inner)


def test_every_id_of_another_entry_is_marked() -> None:
    """A field whose annotation has the pattern of ids holds its own id, a reference or a mention, and nothing else."""
    bare = [
        f"{model.__name__}.{name}"
        for model in (Plan, *models(Plan))
        for name, info in model.model_fields.items()
        if name != "id" and (holds_id(info.annotation) or ID in info.metadata)
        if not (marked(model, name).to or marked(model, name).loose)
    ]
    assert bare == []
    assert holds_id(Given.model_fields["rooms"].annotation)


def test_what_is_never_public() -> None:
    secret = {
        Person: "town email phone group languages registration available wishes needs note",
        Session: "responsible technology material needs note",
        Room: "features directions note",
        Contribution: "asked_on answer_by",
        Plan: "settings acceptances",
        Seat: "person session pinned",
    }
    for model, names in secret.items():
        assert [name for name in names.split() if marked(model, name).seen == Audience.PUBLIC] == []
    assert marked(Person, "needs").seen is None
