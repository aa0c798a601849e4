"""Valid arguments of every edit, drawn from a plan: one line an edit, so that none can be forgotten."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any, Final, NamedTuple, TypeVar

from hypothesis import reject
from hypothesis import strategies as st

from planner.fields.searched_texts import TEXTS
from planner.model import (
    Acceptance,
    Attendance,
    Audience,
    Contribution,
    Day,
    Everyone,
    Item,
    Kind,
    Logo,
    Note,
    Number,
    Person,
    Place,
    Plan,
    Registration,
    Role,
    Room,
    Round,
    Seat,
    Seating,
    Series,
    Session,
    Share,
    Status,
)
from planner.model.edits import needed_ids, neighbour_after
from planner.model.find_replace import Search, hits
from tests.model.edits.pasting import paste_arguments
from tests.model.edits.patterning import pattern_arguments, sketch_arguments, together_arguments
from tests.texts import texts

T = TypeVar("T")


class Call(NamedTuple):
    """What an edit is called with, behind the plan."""

    args: tuple[Any, ...]
    fields: dict[str, Any] = {}  # noqa: RUF012  # never changed


class Pick:
    """Draws arguments that fit one plan; a plan that lacks what an edit needs is no example."""

    def __init__(self, data: st.DataObject, plan: Plan) -> None:
        self.data, self.draw = data, data.draw
        self.plan = plan

    def one(self, values: Iterable[T]) -> T:
        found = tuple(values)
        return self.draw(st.sampled_from(found)) if found else reject()

    def some(self, values: Iterable[T]) -> tuple[T, ...]:
        found = tuple(values)
        return tuple(self.draw(st.lists(st.sampled_from(found), max_size=3, unique=True))) if found else ()

    def flag(self) -> bool:
        return self.draw(st.booleans())

    def number(self, least: int, most: int) -> int:
        return self.draw(st.integers(least, most))

    def words(self) -> str:
        return self.draw(texts)

    def session(self) -> Session:
        return self.one(self.plan.sessions)

    def sessions(self) -> list[str]:
        return [session.id for session in self.some(self.plan.sessions)]

    def day(self) -> Day:
        return self.one(self.plan.days)

    def round(self) -> Round:
        return self.one(self.plan.rounds)

    def room(self) -> Room:
        return self.one(self.plan.rooms)

    def person(self) -> Person:
        return self.one(self.plan.people)

    def kind(self) -> Kind:
        return self.one(self.plan.kinds)

    def series(self) -> Series:
        return self.one(self.plan.series)

    def contributions(self) -> tuple[tuple[str, Contribution], ...]:
        """Give all contributions, each with who has it."""
        plan = self.plan
        owners = (*plan.days, *plan.sessions, *(item for session in plan.sessions for item in session.items))
        return tuple((owner.id, contribution) for owner in owners for contribution in owner.contributions)

    def owner(self) -> str:
        items = (item.id for session in self.plan.sessions for item in session.items)
        return self.one((*(owner.id for owner in (*self.plan.days, *self.plan.sessions)), *items))

    def item(self) -> tuple[str, str]:
        return self.one((session.id, item.id) for session in self.plan.sessions for item in session.items)

    def places(self) -> tuple[Place, ...]:
        rooms = self.some(room.id for room in self.plan.rooms)
        return tuple(Place(room=room, seating=self.one((None, *Seating))) for room in rooms)

    def attendance(self) -> Attendance:
        shares = tuple(Share(round=round_.id) for round_ in self.plan.rounds)
        return self.one((Everyone(), Number(number=12), *shares))

    def ids(self, session: Session) -> tuple[str, ...]:
        return tuple(f"new{number}" for number in range(needed_ids(session)))

    def new_session(self) -> Session:
        day = self.one((None, *(day.id for day in self.plan.days)))
        return Session(
            id="new",
            kind=self.kind().id,
            title=self.words(),
            day=day,
            start=None if day is None else self.one((None, *range(400, 1500, 95))),
            minutes=self.number(0, 300),
            attendance=self.attendance(),
            places=self.places(),
        )

    def seats(self, round_: Round) -> tuple[Seat, ...]:
        members = self.plan.sessions_in(round_.id)
        people = self.some(person.id for person in self.plan.people) if members else ()
        return tuple(Seat(person=person, session=self.one(members).id, pinned=self.flag()) for person in people)

    def free_date(self) -> date:
        taken = {day.date for day in self.plan.days}
        dates = (date(2020, 5, 1) + timedelta(n) for n in range(0, 4000, 400))
        return self.one(date_ for date_ in dates if date_ not in taken)


def _change_contribution(p: Pick) -> Call:
    people = (None, *(person.id for person in p.plan.people))
    fields = {"person": p.one(people), "label": p.words(), "status": p.one(Status), "role": p.one(Role)}
    return Call((p.one(p.contributions())[1].id,), fields)


def _order_contribution(p: Pick) -> Call:
    owner, contribution = p.one(p.contributions())
    return Call((owner, contribution.id, p.number(-2, 9)))


def _split(p: Pick) -> Call:
    session = p.one(session for session in p.plan.sessions if session.minutes > 1)
    return Call((session.id, p.number(1, session.minutes - 1), p.ids(session)))


def _duplicate(p: Pick) -> Call:
    session = p.session()
    return Call((session.id, p.ids(session)))


def _seat(p: Pick) -> Call:
    round_ = p.round()
    return Call((round_.id, p.seats(round_)))


def _remove_kind(p: Pick) -> Call:
    kind = p.kind()
    return Call((kind.id, p.one(other.id for other in p.plan.kinds if other is not kind)))


def _move(p: Pick) -> Call:
    places = p.one((None, p.places()))
    return Call((p.session().id, p.day().id, p.number(-100, 3000)), {"places": places, "flow": p.flag()})


def _buffer(p: Pick) -> Call:
    kind = p.one(("break", "change"))
    return Call((p.session().id, "new", p.number(0, 90)), {"kind": kind, "before": p.flag(), "flow": p.flag()})


def _move_border(p: Pick) -> Call:
    pairs = [(first, second) for first in p.plan.sessions if (second := neighbour_after(p.plan, first.id))]
    first, second = p.one(pairs) if pairs and p.flag() else (p.session(), p.session())
    return Call((first.id, second.id, first.end + p.number(-200, 200)))


def _acceptance(p: Pick) -> Call:
    subjects = p.some(entry.id for entry in (*p.plan.sessions, *p.plan.rooms, *p.plan.people))
    return Call((Acceptance(code="room-small", subjects=subjects, facts=(("places", 3),), note=p.words()),))


def _unaccept(p: Pick) -> Call:
    known = p.one((None, *p.plan.acceptances))
    return Call(("no-such", ("s1",))) if known is None else Call((known.code, known.subjects))


def _change_room(p: Pick) -> Call:
    return Call((p.room().id,), {"name": p.words(), "step_free": p.one((None, True, False)), "features": (p.words(),)})


def _reassign_rooms(p: Pick) -> Call:
    rooms = [room.id for room in p.plan.rooms]
    return Call(({room: p.one(rooms) for room in p.some(rooms)},), {"day": p.one((None, p.day().id))})


def _set_rooms(p: Pick) -> Call:
    rooms = p.some(p.plan.rooms)
    kept = {room.id for room in rooms}
    whole = tuple(room.changed(parts=tuple(part for part in room.parts if part in kept)) for room in rooms)
    return Call(((*whole, Room(id="new", name=p.words(), parts=p.some(kept))),))


ARGUMENTS: Final[dict[str, Callable[[Pick], Call]]] = {
    "accept": _acceptance,
    "add_contribution": lambda p: Call((p.owner(), Contribution(id="new", label=p.words(), role=p.one(Role)))),
    "add_day": lambda p: Call((Day(id="new", date=p.free_date(), title=p.words()),)),
    "add_item": lambda p: Call((p.session().id, Item(id="new", title=p.words(), minutes=p.number(0, 90)))),
    "add_person": lambda p: Call((Person(id="new", name=p.words()),)),
    "add_room": lambda p: Call((Room(id="new", name=p.words(), parts=p.some(room.id for room in p.plan.rooms)),)),
    "add_round": lambda p: Call((Round(id="new", title=p.words()),)),
    "add_series": lambda p: Call((Series(id="new", title=p.words()),)),
    "add_session": lambda p: Call((p.new_session(), p.one((None, 0, 1, 99)))),
    "change_contact": lambda _: Call((), {"name": "Büro", "email": "buero@example.org"}),
    "change_contribution": _change_contribution,
    "change_day": lambda p: Call((p.day().id,), {"title": p.words(), "date": p.free_date()}),
    "change_each": lambda p: Call(
        ({session.id: {"attendance": p.attendance()} for session in p.some(p.plan.sessions)},)
    ),
    "change_item": lambda p: Call(p.item(), {"title": p.words(), "minutes": p.one((None, 5))}),
    "change_person": lambda p: Call((p.person().id,), {"name": p.words(), "registration": p.one(Registration)}),
    "change_plan": lambda p: Call((), {"title": p.words(), "zone": p.one(("Europe/Berlin", "UTC"))}),
    "change_print": lambda p: Call((), {"language": p.one(("de", "en")), "draft": p.flag()}),
    "change_room": _change_room,
    "change_round": lambda p: Call((p.round().id,), {"title": p.words(), "max_size": p.one((None, 4))}),
    "change_series": lambda p: Call((p.series().id, p.words())),
    "change_session": lambda p: Call(
        (p.session().id,),
        {"title": p.words(), "attendance": p.attendance(), "audience": p.one(Audience), "kind": p.kind().id},
    ),
    "change_settings": lambda p: Call((), {"cap": p.number(0, 80), "grid": p.number(1, 60)}),
    "change_venue": lambda p: Call((), {"name": p.words(), "latitude": p.one((None, 52.27))}),
    "duplicate_session": _duplicate,
    "fix_time": lambda p: Call((p.session().id,), {"fixed": p.flag()}),
    "insert_pattern": lambda p: Call(*pattern_arguments(p.data, p.plan)),
    "insert_buffer": _buffer,
    "insert_session": lambda p: Call((p.new_session(),), {"flow": p.flag()}),
    "insert_sessions": lambda p: Call(*together_arguments(p.data, p.plan, p.new_session())),
    "insert_sketch": lambda p: Call(*sketch_arguments(p.data, p.plan, p.new_session())),
    "join_round": lambda p: Call((p.session().id, p.one((None, *(round_.id for round_ in p.plan.rounds))))),
    "merge_sessions": lambda p: Call((p.session().id, p.session().id)),
    "move_sessions": lambda p: Call((p.sessions(), p.number(-300, 300)), {"flow": p.flag()}),
    "move_session": _move,
    "order_contribution": _order_contribution,
    "order_item": lambda p: Call((*p.item(), p.number(-2, 9))),
    "order_room": lambda p: Call((p.room().id, p.number(-2, 9))),
    "order_session": lambda p: Call((p.session().id, p.number(-2, 9))),
    "paste_sessions": lambda p: Call(*paste_arguments(p.data, p.plan)),
    "overwrite": lambda p: Call((p.session().id,)),
    "pruned": lambda _: Call(()),
    "reassign_rooms": _reassign_rooms,
    "remove_contribution": lambda p: Call((p.one(p.contributions())[1].id,)),
    "remove_day": lambda p: Call((p.day().id,)),
    "remove_item": lambda p: Call(p.item()),
    "remove_kind": _remove_kind,
    "remove_logo": lambda p: Call((p.one((*(logo.id for logo in p.plan.logos), "none")),)),
    "remove_person": lambda p: Call((p.person().id,)),
    "remove_room": lambda p: Call((p.room().id,)),
    "remove_round": lambda p: Call((p.round().id,)),
    "remove_series": lambda p: Call((p.series().id,)),
    "remove_session": lambda p: Call((p.session().id,)),
    "replace_words": lambda p: Call(
        (hits(p.plan, Search(p.one("aein ."), rooms=True, people=p.flag()), TEXTS), p.words())
    ),
    "resize_from_start": lambda p: Call((p.session().id, p.number(-100, 3000))),
    "end_session": lambda p: Call((p.session().id, p.number(-10, 3000)), {"flow": p.flag()}),
    "resize_session": lambda p: Call((p.session().id, p.number(-10, 1500)), {"flow": p.flag()}),
    "resize_sessions": lambda p: Call((p.sessions(), p.number(-10, 1500)), {"flow": p.flag()}),
    "move_border": _move_border,
    "seat": _seat,
    "set_kind": lambda p: Call((Kind(id=p.one(("talk", "new")), name=p.words()),)),
    "set_logo": lambda p: Call((Logo(id=p.one(("logo", "new")), name=p.words()),)),
    "set_notes": lambda p: Call((p.some((Note(title="Anfahrt", text="Bus"), Note(title="Essen", text="vegan"))),)),
    "set_places": lambda p: Call((p.session().id, p.places())),
    "set_rooms": _set_rooms,
    "schedule_sessions": lambda p: Call((p.sessions(), p.day().id, p.number(-99, 3000)), {"flow": p.flag()}),
    "shift": lambda p: Call((p.sessions(), p.number(-3000, 3000))),
    "shift_rest": lambda p: Call((p.day().id, p.number(0, 2000), p.number(-300, 300))),
    "split_session": _split,
    "swap_order": lambda p: Call((p.session().id, p.session().id)),
    "swap_sessions": lambda p: Call((p.session().id, p.session().id)),
    "to_tray": lambda p: Call((p.session().id,), {"flow": p.flag()}),
    "unaccept": _unaccept,
    "unseat": lambda p: Call((p.round().id, frozenset(p.some(person.id for person in p.plan.people)))),
}
_COUNTS: Final = {"PasteTarget", "needed_ids", "pasted_ids", "pattern_ids", "pattern_of", "sketch_ids", "with_ids"}
QUERIES: Final = _COUNTS | {"flowing_from", "followers", "neighbour_after", "neighbour_before", "next_on_track"}
"""What is exported beside the edits and returns no plan."""
