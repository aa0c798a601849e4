from hypothesis import given, settings
from hypothesis import strategies as st

from planner.model import Plan
from planner.model.edits import change_session, resize_session, resize_sessions
from tests.crowd import crowd
from tests.days import days
from tests.profiles import tries
from tests.strategies import plans


def one_by_one(plan: Plan, ids: list[str], minutes: int) -> Plan:
    """The plan after each session was resized by itself, from the first to the last."""
    known = plan.session_by_id
    for session_id in sorted(ids, key=lambda key: (known[key].day or "", known[key].start or 0)):
        plan = resize_session(plan, session_id, minutes, flow=True)
    return plan


@st.composite
def mixed(draw: st.DrawFn) -> Plan:
    """A crowded day in which some sessions are fixed, shorter or elsewhere."""
    plan = crowd(draw(st.integers(6, 24)), rooms=draw(st.integers(1, 4)), days=draw(st.integers(1, 2)))
    for session in plan.sessions:
        change = draw(st.sampled_from(("", "", "", "fixed", "short", "early", "waiting")))
        if change == "fixed":
            plan = change_session(plan, session.id, fixed=True)
        elif change == "short":
            plan = change_session(plan, session.id, minutes=draw(st.integers(0, 40)))
        elif change == "early":
            plan = change_session(plan, session.id, start=max(0, (session.start or 0) - draw(st.integers(1, 90))))
        elif change == "waiting":
            plan = change_session(plan, session.id, start=None, fixed=False)
    return plan


@settings(max_examples=tries(150), deadline=None)
@given(st.one_of(mixed(), plans(), days()), st.data(), st.integers(0, 130))
def test_many_at_once_flow_as_one_after_the_other(plan: Plan, data: st.DataObject, minutes: int) -> None:
    ids = [session.id for session in plan.sessions if data.draw(st.booleans())]

    assert resize_sessions(plan, ids, minutes, flow=True) == one_by_one(plan, ids, minutes)


def test_nothing_to_change_gives_the_same_plan() -> None:
    plan = crowd(20, rooms=2, days=1)
    alike = [session.id for session in plan.sessions if session.minutes == plan.sessions[-1].minutes]

    assert resize_sessions(plan, alike, plan.sessions[-1].minutes, flow=True) is plan
