from collections.abc import Iterator
from itertools import combinations
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from planner.checks import Index
from planner.checks.facts.clusters import Cluster, clusters, shared_time
from planner.checks.facts.overlaps import Activity, activity_of_session
from planner.model import Place, Plan, Session, Span
from planner.model.agenda import is_barrier
from tests.checks.tiny import ROOMS, group, plan, session

KINDS = ("workshop", "talk", "break")
PLACES = ("hall rows", "north rows", "south rows", "elm circle", "oak circle", "")


@st.composite
def overlapping(draw: st.DrawFn) -> Plan:
    """Some sessions in a hall, its parts and other rooms, for everyone and for some, most of them at once."""
    made: list[Session] = []
    for number in range(draw(st.integers(2, 9))):
        start = f"{draw(st.integers(9, 11))}:{draw(st.sampled_from(('00', '20', '30')))}"
        make = draw(st.sampled_from((group, session)))
        one = make(f"s{number}", start, draw(st.sampled_from((0, 20, 30, 60, 90))), draw(st.sampled_from(PLACES)))
        more = (Place(room=draw(st.sampled_from(("elm", "oak")))),) if draw(st.integers(0, 4)) == 0 else ()
        known = {place.room for place in one.places}
        made.append(
            one.changed(
                kind=draw(st.sampled_from(KINDS)),
                fixed=draw(st.booleans()),
                places=(*one.places, *(place for place in more if place.room not in known)),
            )
        )
    return plan(*made)


Edge = tuple[str, str, frozenset[str]]
"""The kind, the room (empty for none) and the ids of two that overlap."""


def edges(index: Index) -> Iterator[Edge]:
    """Yield what overlaps two by two, by comparing each with each."""
    for one, other in combinations(index.scheduled["mon"], 2):
        first, second = activity_of_session(index, one), activity_of_session(index, other)
        overrun = second.fixed and first.span.start < second.span.start
        takes_time = second.span.start < second.span.end and first.span.start < first.span.end
        if first.span.end <= second.span.start or not (takes_time or (overrun and first.span.start < first.span.end)):
            continue
        room = room_of(index, one, other)
        ids = frozenset({one.id, other.id})
        if is_barrier(one) and is_barrier(other):
            yield "overrun" if overrun else "everyone", "", ids
        elif room:
            yield "overrun" if overrun else "room", room, ids
        elif is_barrier(one) or is_barrier(other):
            if overrun:
                yield "overrun", "", ids
            elif not within_a_break(index, first, second):
                yield "beside", "", ids


def room_of(index: Index, one: Session, other: Session) -> str:
    """The room in which two meet: the part rather than the whole; empty if they meet in none."""
    both = index.rooms_of(one) & index.rooms_of(other)
    used = {place.room for place in (*one.places, *other.places)} & both
    return min(used, key=lambda room: (len(index.plan.room_by_id[room].parts), room), default="")


def within_a_break(index: Index, first: Activity, second: Activity) -> bool:
    whole, small = (first, second) if first.barrier else (second, first)
    rests = index.plan.kind_of(whole.sessions[0]).rests
    return rests and whole.span.start <= small.span.start and small.span.end <= whole.span.end


def connected(found: list[Edge]) -> set[tuple[str, str, frozenset[str]]]:
    """The connected components of the edges of each kind and room."""
    groups: list[tuple[str, str, set[str]]] = []
    for kind, room, ids in found:
        touched = [group for group in groups if group[:2] == (kind, room) and group[2] & ids]
        groups = [group for group in groups if group not in touched]
        groups.append((kind, room, set(ids).union(*(group[2] for group in touched))))
    return {(kind, room, frozenset(ids)) for kind, room, ids in groups}


def told(cluster: Cluster) -> Edge:
    return cluster.kind, cluster.room, frozenset(activity.id for activity in cluster.activities)


@given(overlapping())
def test_clusters_are_the_connected_components_of_overlapping_pairs(tried: Plan) -> None:
    index = Index(tried)

    found = clusters(index)

    expected = list(edges(index))
    assert {told(cluster) for cluster in found} == connected(expected)
    assert len(found) == len(connected(expected))
    paired = [
        (pair.kind, cluster.room, frozenset({pair.first.id, pair.second.id}))
        for cluster in found
        for pair in cluster.pairs()
    ]
    assert sorted(paired, key=str) == sorted(expected, key=str)


@given(overlapping(), st.randoms(use_true_random=False))
def test_clusters_do_not_depend_on_the_order_of_the_plan(tried: Plan, random: Random) -> None:
    sessions = list(tried.sessions)
    random.shuffle(sessions)

    mixed = clusters(Index(tried.changed(sessions=tuple(sessions))))

    assert [told(cluster) for cluster in mixed] == [told(cluster) for cluster in clusters(Index(tried))]


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12)), min_size=1, max_size=8))
def test_the_shared_time_is_that_of_at_least_two(drawn: list[tuple[int, int]]) -> None:
    spans = sorted(Span(start, start + length) for start, length in drawn)
    busy = [minute for minute in range(50) if sum(span.start <= minute < span.end for span in spans) > 1]

    if busy:
        assert shared_time(spans) == (busy[0], busy[-1] + 1, len(busy))


def test_halls_and_parts_meet_in_the_part() -> None:
    tried = plan(
        session("whole", "9:00", place="hall rows"),
        group("one", "9:00", place="north rows"),
        group("two", "9:00", place="south rows"),
        rooms=ROOMS,
    )

    found = [told(cluster) for cluster in clusters(Index(tried))]

    assert found == [
        ("room", "north", frozenset({"whole", "one"})),
        ("room", "south", frozenset({"whole", "two"})),
    ]
