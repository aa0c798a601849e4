"""Turns a changed plan into what a gesture shows: the ghost, what moves with it, target column and obstacles."""

from collections.abc import Iterable

from planner.checks import Index
from planner.model import Plan, Session
from planner.model.agenda import on_day, spans_board
from planner.text import Language
from planner.text.block_words import block_words
from planner.text.consequence import places_words
from planner.ui.board.gestures.obstacles import Obstacles
from planner.ui.board.layout.columns import NO_ROOM
from planner.ui.board.layout.day_layout import GAP, SIDE, Rect
from planner.ui.board.layout.scene import Scene
from planner.ui.board.paint.ghost import Ghost


def preview(scene: Scene, after: Plan, lead: str, obstacles: Obstacles, t: Language) -> Ghost:
    """Return the ghost of a session as it is in the plan after the edit, with what moves along and its obstacles."""
    index, before = Index(after), scene.content.index.plan
    session, old = after.session_by_id[lead], before.session_by_id.get(lead)
    span = index.spans[lead]
    along = tuple(_changed(before, after, session.day or "", lead))
    chosen = not spans_board(session) or (old is not None and old.places != session.places)
    places, short = places_words(index, session, t) if chosen else ("", False)
    unfit = obstacles.unfit.get(session.places[0].room, "") if chosen and session.places else ""
    return Ghost(
        box=_ghost_box(scene, old, session),
        words=block_words(index, session, (), t),
        start=span.start,
        end=span.end,
        moved=lead if lead in before.session_by_id else "",
        along=tuple(follower.id for follower in along),
        followers=tuple(box_of(scene, follower) for follower in along),
        busy=obstacles.columns(index, session) if chosen else (),
        away=(*obstacles.closed, *obstacles.people(follower.id for follower in along)),
        target=_column(scene, session) if chosen else None,
        places=places if short or not unfit else f"{places} · {unfit}",
        short=short or bool(unfit),
    )


def box_of(scene: Scene, session: Session) -> Rect:
    """Return where a session would be drawn if nothing shared its columns."""
    layout = scene.layout
    columns = layout.columns
    if not spans_board(session):
        rooms = {place.room for place in session.places} or {NO_ROOM}
        columns = tuple(column for column in columns if column.room in rooms)[:1] or columns[-1:]
    left, right = columns[0], columns[-1]
    y = layout.scale.y(session.start or 0)
    height = max(layout.scale.y_end(session.end) - GAP - y, scene.content.day.metrics.lowest)
    return Rect(left.x + SIDE, y, right.x + right.width - left.x - 2 * SIDE, height)


def _ghost_box(scene: Scene, old: Session | None, session: Session) -> Rect:
    """Return where the ghost is drawn; a session of which only the length changes stays in its lane."""
    box, known = box_of(scene, session), scene.layout.box_of.get(session.id)
    if old is None or known is None or old.places != session.places or old.minutes == session.minutes:
        return box
    stays = old.start == session.start or old.end == session.end
    return box._replace(x=known.x, width=known.width) if stays else box


def _changed(before: Plan, after: Plan, day: str, lead: str) -> Iterable[Session]:
    """Yield the other sessions of a day that an edit moved, resized or put into another room."""
    for session in on_day(after, day):
        old = before.session_by_id.get(session.id)
        unchanged = old is not None and (old.start, old.minutes, old.places) == (
            session.start,
            session.minutes,
            session.places,
        )
        if session.id != lead and not unchanged:
            yield session


def _column(scene: Scene, session: Session) -> Rect | None:
    room = session.places[0].room if session.places else NO_ROOM
    column = scene.layout.column_of(room)
    return None if column is None else Rect(column.x, 0, column.width, scene.layout.height)
