"""Two years of saving a plan, thinned at each save: what stays, and whether there is always something to go back to."""

from datetime import UTC, datetime, timedelta
from random import Random
from typing import Final, NamedTuple

from planner.storage.thinning import thinned

START: Final = datetime(2026, 1, 5, 8, tzinfo=UTC)
PROMISES: Final = (
    (timedelta(days=2), timedelta(minutes=5)),
    (timedelta(days=13), timedelta(days=1)),
    (timedelta(days=11 + 9 * 7), timedelta(days=7)),
    (timedelta(days=11 + 9 * 7 + 8 * 30), timedelta(days=38)),
)
"""Up to which age there is a backup at most how much older than any time that was saved, if work goes on each day."""


class Thinned(NamedTuple):
    """What two years showed."""

    saves: int
    checks: int
    most: int
    """Backups that were there at once."""
    failures: tuple[str, ...]


def two_years(days: int = 730, seed: int = 1) -> Thinned:
    """Save each day some hours, now and then every minute, and thin each time as the program does."""
    chance = Random(seed)
    kept: frozenset[datetime] = frozenset()
    saved: list[datetime] = []
    most = checks = 0
    failures: list[str] = []
    for day in range(days):
        now = START + timedelta(days=day, minutes=chance.randrange(120))
        for _ in range(chance.randint(1, 40)):
            now += timedelta(seconds=chance.choice((20, 60, 300, 900)))
            saved.append(now)
            kept = thinned({*kept, now}, now)
            most = max(most, len(kept))
        if day % 10 == 0:
            checks += 1
            failures += _missing(saved, kept, now)
    return Thinned(len(saved), checks, most, tuple(failures))


def _missing(saved: list[datetime], kept: frozenset[datetime], now: datetime) -> list[str]:
    """Return each state that has no kept one as close behind it as was promised for its age."""
    found: list[str] = []
    ordered = sorted(kept)
    for time in saved[-2000::7] + saved[::211]:
        age = now - time
        near = next((distance for until, distance in PROMISES if age <= until), None)
        if near is None:
            continue
        behind = next((later for later in ordered if later >= time), None)
        if behind is None or behind - time > near:
            found.append(f"nothing within {near} behind {time} at {now}")
    return found
