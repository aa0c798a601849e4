"""Which backups stay: dense for two days, thin behind them, and the same whenever it is asked."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.storage.thinning import ALL, FEW, MOST, SLOT, TIERS, credible, thinned
from tests.proving.thinned import two_years

NOW = datetime(2027, 6, 1, 12, tzinfo=UTC)
TIMES = st.lists(
    st.one_of(st.integers(0, 3 * 24 * 3600), st.integers(0, 900 * 24 * 3600)).map(lambda n: NOW - timedelta(seconds=n)),
    max_size=60,
)
PERIODS = sum(number for _, number in TIERS)


@given(TIMES)
def test_the_newest_stays_and_nothing_is_invented(times: list[datetime]) -> None:
    kept = thinned(times, NOW)
    assert kept <= set(times)
    assert not times or max(times) in kept


@given(TIMES)
def test_thinning_again_takes_nothing_more(times: list[datetime]) -> None:
    kept = thinned(times, NOW)
    assert thinned(kept, NOW) == kept
    assert thinned(reversed(times), NOW) == kept


@given(TIMES)
def test_of_two_days_one_in_each_slot_stays(times: list[datetime]) -> None:
    kept = thinned(times, NOW)
    recent = [time for time in times if NOW - time <= ALL]
    slots = [int(time.timestamp()) // SLOT for time in kept if NOW - time <= ALL]
    assert sorted(slots) == sorted({int(time.timestamp()) // SLOT for time in recent})


@given(TIMES)
def test_behind_two_days_a_few_stay(times: list[datetime]) -> None:
    older = [time for time in thinned(times, NOW) if NOW - time > ALL]
    assert len(older) <= PERIODS + FEW
    assert len(older) >= min(12, len({time.date() for time in times if NOW - time > ALL}))


@given(TIMES, st.timedeltas(timedelta(), timedelta(days=400)))
def test_a_plan_that_nobody_opened_for_long_keeps_its_older_states(times: list[datetime], pause: timedelta) -> None:
    kept = thinned(times, NOW)
    later = thinned(kept, NOW + pause)
    assert len(later) >= min(PERIODS, len({time.date() for time in kept}) // 31)
    assert not kept or max(kept) in later


def test_a_clock_that_was_wrong_loses_nothing() -> None:
    future = NOW + timedelta(days=3)
    assert thinned([future, NOW], NOW) == {future, NOW}


def test_a_year_of_saving_keeps_what_the_rule_says() -> None:
    result = two_years(days=200)
    assert result.failures == ()
    assert result.most <= MOST + PERIODS


@given(TIMES)
def test_a_few_stay_whatever_the_clock_says(times: list[datetime]) -> None:
    slots = sorted({int(time.timestamp()) // SLOT for time in times}, reverse=True)[:FEW]
    for now in (NOW, NOW + timedelta(days=30_000)):
        kept = thinned(times, now)
        assert set(slots) <= {int(time.timestamp()) // SLOT for time in kept}


@given(TIMES)
def test_times_that_agree_with_their_order_are_believed(times: list[datetime]) -> None:
    assert credible(sorted(times, reverse=True)) == sorted(times, reverse=True)
    found = credible(times)
    assert len(found) == len(times)
    assert set(found) <= set(times)


@pytest.mark.parametrize("off", [timedelta(days=30_000), timedelta(days=-20_000), timedelta(days=3)])
def test_a_clock_that_was_wrong_for_a_while_is_told_by_the_rest(off: timedelta) -> None:
    day = timedelta(days=1)
    after = [NOW - number * timedelta(hours=1) for number in range(5)]
    wrong = [NOW + off - day - number * timedelta(hours=1) for number in range(3)]
    before = [NOW - 2 * day - number * timedelta(hours=1) for number in range(5)]
    assert credible([*after, *wrong, *before]) == [*after, *[after[-1]] * 3, *before]
