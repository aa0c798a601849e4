"""The geometry of a day: no block too low, none over another one, and an axis that never runs backward."""

from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.checks import Index
from planner.model import Everyone, Number, Place, Plan, Session, Share
from planner.ui.board.layout.columns import NO_ROOM, rooms_shown
from planner.ui.board.layout.day_layout import LEAST, LOWEST, NARROW, DayContent, Metrics, Rect
from planner.ui.board.layout.scale import LeastHeight, make_scale
from tests.crowd import crowd
from tests.ui.board.hand import at_once, small_plan

ROOMS = ("hall", "hase", "dom", "attic")


@st.composite
def crowded(draw: st.DrawFn) -> Plan:
    """Up to 14 sessions anywhere on a day, with any attendance, in any rooms."""
    sessions: list[Session] = []
    for number in range(draw(st.integers(0, 14))):
        rooms = draw(st.lists(st.sampled_from(ROOMS), unique=True, max_size=3))
        attendance = draw(st.sampled_from((Everyone(), Number(number=9), Share(round="r"))))
        sessions.append(
            Session(
                id=f"s{number}",
                kind="talk",
                day="d",
                start=draw(st.integers(100, 280)) * 5,
                minutes=draw(st.sampled_from((0, 1, 5, 10, 45, 240))),
                places=tuple(Place(room=room) for room in rooms),
                attendance=attendance,
            )
        )
    return small_plan().changed(sessions=tuple(sessions))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(crowded(), st.integers(200, 1600), st.floats(0.8, 12.0))
def test_no_block_is_too_low_and_none_lies_on_another(plan: Plan, width: int, density: float) -> None:
    layout = DayContent(Index(plan), "d", Metrics()).lay_out(width, density)
    assert {block.session for block in layout.blocks} == {session.id for session in plan.sessions}
    for block in layout.blocks:
        assert block.box.height >= LOWEST - 1e-6
        assert block.box.width > 0
        assert block.box.bottom <= layout.height
    for one, two in combinations(layout.blocks, 2):
        assert not overlap(one.box, two.box), (one, two)


@given(crowded(), st.floats(0.8, 12.0), st.floats(-500, 5000))
def test_the_axis_goes_forward_and_back_again(plan: Plan, density: float, y: float) -> None:
    scale = DayContent(Index(plan), "d", Metrics()).scale(density)
    heights = [height for pair in zip(scale.ends, scale.starts, strict=True) for height in pair]
    assert heights == sorted(heights)
    minute = scale.minute(y)
    assert scale.y_end(minute) - 1e-3 <= y <= scale.y(minute) + 1e-3
    assert scale.minute(y + 1) >= minute


def test_the_axis_stretches_only_where_it_must() -> None:
    scale = make_scale(600, 720, [LeastHeight(630, 640, 24.0), LeastHeight(660, 720, 24.0)], 1.0)
    assert scale.y(630) == 30
    assert scale.y(640) == 54
    assert scale.y(720) == 134


def test_a_day_fits_its_height() -> None:
    day = DayContent(Index(small_plan()), "d", Metrics())
    for height in (560, 700, 900):
        density = day.fitting(height)
        assert height - 2 < day.lay_out(800, density).height <= height


def test_on_a_small_screen_long_breaks_give_space_to_what_is_side_by_side() -> None:
    metrics = Metrics(parallel=80.0)
    day = DayContent(Index(small_plan()), "d", metrics)
    layout = day.lay_out(800, day.fitting(570))
    assert layout.height <= 570
    assert layout.box_of["one"].height >= metrics.parallel
    assert LOWEST < layout.box_of["lunch"].height < layout.box_of["podium"].height - 10
    roomy = day.lay_out(800, day.fitting(1000))
    assert abs(roomy.box_of["lunch"].height - roomy.box_of["podium"].height) < 1


def test_what_is_for_everyone_spans_and_unused_rooms_are_narrow() -> None:
    layout = DayContent(Index(small_plan()), "d", Metrics()).lay_out(800, 1.5)
    assert layout.box_of["podium"].width > 780
    assert layout.box_of["one"].width < 300
    widths = {column.room: column.width for column in layout.columns}
    assert widths["attic"] == NARROW
    assert layout.width == 800


def test_what_is_for_everyone_leaves_columns_that_are_taken_meanwhile() -> None:
    plan = at_once(small_plan(), "team", 670, 30, "dom")
    layout = DayContent(Index(plan), "d", Metrics()).lay_out(800, 1.5)
    assert layout.box_of["podium"].right <= layout.box_of["team"].x


def test_a_session_of_two_rooms_beside_another_takes_a_lane_in_each_column() -> None:
    def session(key: str, start: int, minutes: int, *rooms: str) -> Session:
        attendance = Number(number=9) if rooms else Everyone()
        places = tuple(Place(room=room) for room in rooms)
        return Session(id=key, kind="talk", day="d", start=start, minutes=minutes, places=places, attendance=attendance)

    sessions = (
        session("team", 500, 1, "hall", "hase", "dom"),
        session("all", 500, 10),
        session("crew", 505, 0, "hall", "hase", "attic"),
    )
    plan = small_plan().changed(sessions=sessions)
    layout = DayContent(Index(plan), "d", Metrics()).lay_out(800, 1.5)
    for one, two in combinations(layout.blocks, 2):
        assert not overlap(one.box, two.box), (one, two)


def test_a_session_without_a_room_has_a_column_of_its_own() -> None:
    plan = at_once(small_plan(), "walk", 960, 30, "dom")
    homeless = plan.session_by_id["walk"].changed(places=())
    plan = plan.changed(sessions=(*plan.sessions[:-1], homeless))
    assert rooms_shown(plan, "d")[-1] == NO_ROOM
    assert rooms_shown(small_plan(), "d")[-1] == "attic"


def test_a_round_s_strip_lies_over_its_sessions() -> None:
    layout = DayContent(Index(small_plan()), "d", Metrics()).lay_out(800, 1.5)
    (strip,) = layout.strips
    one, two = layout.box_of["one"], layout.box_of["two"]
    assert strip.box.bottom == one.y == two.y
    assert (strip.box.x, strip.box.right) == (one.x, two.right)


def overlap(one: Rect, two: Rect) -> bool:
    wide = min(one.right, two.right) - max(one.x, two.x)
    high = min(one.bottom, two.bottom) - max(one.y, two.y)
    return wide > 1e-6 and high > 1e-6


@pytest.mark.parametrize("columns", [8, 35])
def test_where_most_are_short_they_still_have_room_for_their_words(columns: int) -> None:
    short = DayContent(Index(crowd(columns * 14, columns, 1)), "d0", Metrics(parallel=74))
    for density in (LEAST, 2 * LEAST):
        blocks = [block for block in short.lay_out(600, density).blocks if not block.spanning]
        assert all(block.box.height > 73.9 for block in blocks)
        assert len(blocks) > columns * 10


def test_a_short_one_beside_long_ones_stays_low() -> None:
    plan = crowd(32, 8, 1)
    one = next(
        session for session in plan.sessions if session.kind != "welcome" and session.places and session.minutes >= 45
    )
    plan = plan.changed(
        sessions=tuple(session.changed(minutes=15) if session is one else session for session in plan.sessions)
    )
    blocks = DayContent(Index(plan), "d0", Metrics(parallel=74)).lay_out(600, LEAST).blocks
    assert next(block.box.height for block in blocks if block.session == one.id) < 74
