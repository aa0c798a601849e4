from hypothesis import given
from hypothesis import strategies as st

from planner.checks.facts.round_shares import shared_out


def test_people_without_a_seat_spread_evenly_as_far_as_there_are_places() -> None:
    assert shared_out({"a": 20, "b": 16, "c": 14}, {}, 25) == {"a": 9, "b": 8, "c": 8}
    assert shared_out({"hall": 80, "a": 20, "b": 16, "c": 14}, {}, 60) == {"hall": 15, "a": 16, "b": 15, "c": 14}


def test_seats_given_stay() -> None:
    assert shared_out({"a": 20, "b": 20}, {"a": 18}, 24) == {"a": 20, "b": 4}


def test_too_many_people_overflow_in_proportion() -> None:
    assert shared_out({"a": 20, "b": 10}, {}, 36) == {"a": 24, "b": 12}


def test_a_session_of_unknown_places_takes_what_others_cannot() -> None:
    assert shared_out({"a": 10, "b": None}, {}, 60) == {"a": 10, "b": 50}
    assert shared_out({"a": None, "b": None}, {}, 5) == {"a": 3, "b": 2}


def test_nothing_takes_nobody() -> None:
    assert shared_out({}, {}, 60) == {}
    assert shared_out({"a": 0}, {}, 3) == {"a": 3}


@given(
    st.dictionaries(st.sampled_from("abcdef"), st.none() | st.integers(0, 30), min_size=1),
    st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 30)),
    st.integers(0, 200),
)
def test_everybody_is_somewhere_and_nobody_is_too_many_while_there_are_places(
    limits: dict[str, int | None], taken: dict[str, int], people: int
) -> None:
    taken = {key: value for key, value in taken.items() if key in limits}

    shares = shared_out(limits, taken, people)

    assert sum(shares.values()) == max(people, sum(taken.values()))
    assert all(shares[key] >= taken.get(key, 0) for key in limits)
    room = [key for key, limit in limits.items() if limit is None or shares[key] < limit]
    over = [key for key, limit in limits.items() if limit is not None and shares[key] > max(limit, taken.get(key, 0))]
    assert not (room and over)
