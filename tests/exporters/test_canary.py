"""What is not public has a token of its own, and no public text holds any."""

from datetime import UTC, date, datetime
from typing import Any, Final, cast, get_args

import pytest
from pydantic import BeforeValidator

from planner.exporters import CSV, ICS, Exporter
from planner.model import (
    Acceptance,
    Audience,
    Contribution,
    Day,
    Document,
    Item,
    Number,
    Person,
    Place,
    Plan,
    Room,
    Round,
    Seat,
    Series,
    Session,
    Share,
)
from planner.model.base import Frozen
from planner.model.marks import fields_of
from planner.model.releases import release
from tests.model.toys import ToySession

TOKEN: Final = "canary"


def _text_fields(value: Frozen) -> dict[str, bool]:
    """Return the fields that hold what a person typed, and whether they hold several."""
    found: dict[str, bool] = {}
    for name, field in type(value).model_fields.items():
        if any(isinstance(marker, BeforeValidator) for marker in field.metadata):
            found[name] = False
        elif any(isinstance(marker, BeforeValidator) for marker in _inner(field.annotation)):
            found[name] = True
    return found


def _inner(annotation: Any) -> tuple[Any, ...]:  # noqa: ANN401  # a type as typing gives it
    arguments = get_args(annotation)
    return getattr(arguments[0], "__metadata__", ()) if arguments else ()


def _marked(value: Any, *, secret: bool = False) -> Any:  # noqa: ANN401  # any value of the model
    """Put a token into every text that is not marked as public; into all of them where the whole is not.

    Nobody of the plan is named by a public contribution, so that people are secret as a whole.
    """
    if isinstance(value, tuple):
        several = cast("tuple[Any, ...]", value)
        return tuple(_marked(part, secret=secret) for part in several)
    if not isinstance(value, Frozen) or isinstance(value, Acceptance):
        return value
    secret = secret or isinstance(value, Person) or getattr(value, "audience", Audience.PUBLIC) != Audience.PUBLIC
    public = {field.name for field in fields_of(type(value)) if field.seen == Audience.PUBLIC}
    updates: dict[str, Any] = {
        name: _marked(getattr(value, name), secret=secret)
        for name in type(value).model_fields
        if isinstance(getattr(value, name), (Frozen, tuple))
    }
    for name, many in _text_fields(value).items():
        if secret or name not in public:
            token = f"{TOKEN}-{type(value).__name__}-{name}"
            updates[name] = (token,) if many else token
    return value.changed(**updates)


def _document() -> Document:
    hidden = Contribution(id="c2", person="p2", audience=Audience.TEAM)
    contributions = (Contribution(id="c1", label="Öffentlich"), hidden)
    items = (Item(id="i1", title="Gruß", contributions=(hidden.changed(id="c4"),)),)
    shown = Session(
        id="s1",
        kind="forum",
        title="Sichtbar",
        day="d1",
        start=600,
        places=(Place(room="r1"),),
        attendance=Share(round="g"),
        contributions=contributions,
        items=items,
    )
    plan = Plan(
        id="plan",
        days=(Day(id="d1", date=date(2017, 6, 19), contributions=(hidden.changed(id="c5"),)),),
        rooms=(Room(id="r1", name="Saal"), Room(id="r2", name="Nebenraum")),
        people=(Person(id="p1", name="x", listed=False), Person(id="p2", name="x")),
        series=(Series(id="t", title="Thema"),),
        rounds=(Round(id="g", title="Runde", seats=(Seat(person="p1", session="s1"),)),),
        sessions=(
            shown,
            Session(id="s2", kind="talk", audience=Audience.TEAM, day="d1", start=700, attendance=Number(number=3)),
            Session(id="s3", kind="talk", audience=Audience.INTERNAL, day="d1", start=600),
            Session(id="s4", kind="talk", audience=Audience.ATTENDEES, day="d1", start=800),
            Session(id="s5", kind="talk", title=f"{TOKEN}-tray"),
        ),
        acceptances=(Acceptance(code="room-small", subjects=("s1",), note=f"{TOKEN}-acceptance"),),
    )
    document = Document(plan=_marked(plan))
    return release(document, release_id="v1", name=f"{TOKEN}-release", at=datetime(2017, 5, 1, tzinfo=UTC))


def test_the_tokens_are_where_they_should_be() -> None:
    text = _document().model_dump_json()
    for name in (
        "Session-note",
        "Session-responsible",
        "Session-technology",
        "Session-material",
        "Session-needs",
        "Session-title",
        "Person-name",
        "Person-email",
        "Person-phone",
        "Person-needs",
        "Person-note",
        "Contribution-label",
        "Room-note",
        "Room-features",
        "release",
        "acceptance",
        "tray",
    ):
        assert f"{TOKEN}-{name}" in text


@pytest.mark.parametrize("exporter", [ICS, CSV], ids=lambda exporter: exporter.name)
def test_what_is_not_public_is_in_no_public_file(exporter: Exporter) -> None:
    text = exporter.export(_document())[0].data.decode("utf-8-sig").replace("\r\n ", "")
    assert "Sichtbar" in text
    assert "Öffentlich" in text
    assert TOKEN not in text


@pytest.mark.parametrize("exporter", [ICS, CSV], ids=lambda exporter: exporter.name)
def test_a_new_field_has_a_token_and_is_in_no_public_file(exporter: Exporter) -> None:
    document = _document()
    session = _marked(ToySession(id="toy", kind="talk", title="Neu", day="d1", start=900))
    assert session.sponsor == f"{TOKEN}-ToySession-sponsor"
    plan = document.plan.changed(sessions=(*document.plan.sessions, session))
    text = exporter.export(document.with_plan(plan))[0].data.decode("utf-8-sig")
    assert "Neu" in text
    assert TOKEN not in text


@pytest.mark.parametrize("exporter", [ICS, CSV], ids=lambda exporter: exporter.name)
def test_what_was_public_once_is_not_shown_by_what_it_became(exporter: Exporter) -> None:
    """A session that was given out and then made internal is cancelled under the title that guests know."""
    document = _document()
    hidden = document.plan.sessions[0].changed(audience=Audience.INTERNAL, title=f"{TOKEN}-later")
    plan = document.plan.changed(sessions=(hidden, *document.plan.sessions[1:]))
    text = exporter.export(document.changed(plan=plan))[0].data.decode("utf-8-sig")
    assert TOKEN not in text
    assert ("STATUS:CANCELLED" in text) == (exporter is ICS)
