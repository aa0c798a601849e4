"""Turns a plan that may come into what the hand sees: a ghost, its followers, busy and wanted columns."""

from collections.abc import Iterable

from planner.checks import Index
from planner.model import Place, Plan, Session
from planner.model.agenda import on_day
from planner.text import Language
from planner.ui.board.columns import NO_ROOM, spans_board
from planner.ui.board.consequence import clashes, places_words
from planner.ui.board.faces import face
from planner.ui.board.ghost import Ghost
from planner.ui.board.layout import GAP, SIDE, Box
from planner.ui.board.scene import Scene


def preview(scene: Scene, before: Plan, after: Plan, lead: str, t: Language) -> Ghost:
    """Return the ghost of a session as it is in the plan after."""
    index = Index(after)
    session = after.session_by_id[lead]
    span = index.spans[lead]
    along = tuple(_changed(before, after, session.day or "", lead))
    places, short = ("", False) if spans_board(session) else places_words(index, session, t)
    return Ghost(
        box=box_of(scene, session),
        face=face(index, session, (), t),
        start=span.start,
        end=span.end,
        moved=lead if lead in before.session_by_id else "",
        along=tuple(each.id for each in along),
        followers=tuple(box_of(scene, each) for each in along),
        busy=() if spans_board(session) else tuple(_busy(scene, index, session)),
        target=None if spans_board(session) else _column(scene, session),
        places=places,
        short=short,
    )


def box_of(scene: Scene, session: Session) -> Box:
    """Return where a session would be drawn, were it alone."""
    layout = scene.layout
    columns = layout.columns
    if not spans_board(session):
        rooms = {place.room for place in session.places} or {NO_ROOM}
        columns = tuple(each for each in columns if each.room in rooms)[:1] or columns[-1:]
    left, right = columns[0], columns[-1]
    y = layout.scale.y(session.start or 0)
    height = max(layout.scale.y_end(session.end) - GAP - y, scene.content.day.metrics.lowest)
    return Box(left.x + SIDE, y, right.x + right.width - left.x - 2 * SIDE, height)


def _changed(before: Plan, after: Plan, day: str, lead: str) -> Iterable[Session]:
    for session in on_day(after, day):
        old = before.session_by_id.get(session.id)
        if session.id != lead and (old is None or (old.start, old.minutes) != (session.start, session.minutes)):
            yield session


def _column(scene: Scene, session: Session) -> Box | None:
    room = session.places[0].room if session.places else NO_ROOM
    column = scene.layout.column_of(room)
    return None if column is None else Box(column.x, 0, column.width, scene.layout.height)


def _busy(scene: Scene, index: Index, session: Session) -> Iterable[Box]:
    """Give the columns in which something else takes place meanwhile."""
    box = box_of(scene, session)
    start, end = session.start or 0, session.end
    others = [
        each
        for each in on_day(index.plan, session.day or "")
        if each.id != session.id and (each.start or 0) < end and each.end > start
    ]
    for column in scene.layout.columns:
        if column.room:
            there = session.changed(places=(Place(room=column.room),))
            if any(clashes(index, there, each) for each in others):
                yield Box(column.x, box.y, column.width, box.height)
