"""How people spread over the sessions of a round while not everybody has a seat."""

from collections.abc import Mapping

Limits = Mapping[str, int | None]


def shared_out(limits: Limits, taken: Mapping[str, int], people: int) -> dict[str, int]:
    """Return the people of each session: those with a seat, and the rest spread evenly.

    No session exceeds its limit as long as another has places left or no known limit. What is then left over is spread
    in proportion to the limits, so that a shortage shows in all sessions alike.
    """
    taken = {key: taken.get(key, 0) for key in limits}
    rest = max(0, people - sum(taken.values()))
    free = {key: rest if limit is None else max(0, limit - taken[key]) for key, limit in limits.items()}
    given = dict.fromkeys(limits, 0)
    # Each pass spreads the rest evenly over the sessions that still have places; the full ones drop out, so there are
    # at most as many passes as sessions.
    while rest and (open_ := {key: 1 for key in limits if given[key] < free[key]}):
        for key, part in _spread(rest, open_).items():
            before, given[key] = given[key], min(given[key] + part, free[key])
            rest -= given[key] - before
    over = _spread(rest, {key: limit or 0 for key, limit in limits.items()})
    return {key: taken[key] + given[key] + over.get(key, 0) for key in limits}


def _spread(people: int, weights: Mapping[str, int]) -> dict[str, int]:
    """Split people in proportion to weights, the largest remainders first; evenly where all weights are 0."""
    if not any(weights.values()):
        weights = dict.fromkeys(weights, 1)
    total = sum(weights.values())
    if not total:
        return {}
    found = {key: people * weight // total for key, weight in weights.items()}
    by_remainder = sorted(weights, key=lambda key: (-(people * weights[key] % total), key))
    for key in by_remainder[: people - sum(found.values())]:
        found[key] += 1
    return found
