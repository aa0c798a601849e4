"""How people spread over the sessions of a round as long as not everybody has a seat."""

from collections.abc import Mapping

Limits = Mapping[str, int | None]


def shared_out(limits: Limits, taken: Mapping[str, int], people: int) -> dict[str, int]:
    """Return the people of each session: seats given, and the rest in proportion to the places left.

    No session goes over its limit as long as another has places, or has no limit that is known.
    """
    taken = {key: taken.get(key, 0) for key in limits}
    rest = max(0, people - sum(taken.values()))
    free = {key: max(0, limit - taken[key]) for key, limit in limits.items() if limit is not None}
    unknown = [key for key in limits if key not in free]
    given = _spread(rest, _weights(free, unknown))
    over = 0
    for key, places in free.items():
        over += max(0, given[key] - places)
        given[key] = min(given[key], places)
    more = _spread(over, dict.fromkeys(unknown, 1) if unknown else {key: limits[key] or 0 for key in free})
    return {key: taken[key] + given[key] + more.get(key, 0) for key in limits}


def _weights(free: Mapping[str, int], unknown: list[str]) -> dict[str, int]:
    """Return the places left; a session whose places nobody knows counts like the average of the others."""
    average = max(1, sum(free.values()) // len(free)) if free else 1
    return {**free, **dict.fromkeys(unknown, average)}


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
