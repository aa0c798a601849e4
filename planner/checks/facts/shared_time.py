"""How a finding about sessions or rounds is put: which ones, and from when to when they meet or leave a gap."""

from collections.abc import Callable, Iterable

from planner.checks.facts.clusters import Cluster, shared_time
from planner.checks.facts.overlaps import Overlap
from planner.checks.problem import Facts, Finding
from planner.model import Span


def time_facts(span: Span, **subjects: str) -> Facts:
    """Return the ids of those involved, by the names that sentences use, and the time that they share or leave free."""
    start, end = span
    return {**subjects, "from_at": start, "until_at": end, "minutes": end - start}


def cluster_facts(spans: Iterable[Span], number: int, **subjects: str) -> Facts:
    """Return how many overlap, from when to when, and for how many minutes in all at least two of them do."""
    start, end, minutes = shared_time(spans)
    return {"sessions": number, **subjects, "from_at": start, "until_at": end, "minutes": minutes}


def overlap_finding(overlap: Overlap) -> Finding:
    """Return what any check reports of an overlap: both activities, from when to when, and the room used twice."""
    subjects = {"session": overlap.first.id, "other": overlap.second.id}
    if overlap.kind == "room":
        subjects["room"] = overlap.room
    return Finding((overlap.first.id, overlap.second.id), time_facts(overlap.span, **subjects))


def cluster_finding(cluster: Cluster, of_pair: Callable[[Overlap], Finding] = overlap_finding) -> Finding:
    """Return what a check reports of what overlaps: of two what it says of a pair, of more one finding for all."""
    if cluster.pair:
        return of_pair(cluster.pair)
    subjects = {"room": cluster.room} if cluster.kind == "room" else {}
    spans = (activity.span for activity in cluster.activities)
    return Finding(
        tuple(activity.id for activity in cluster.activities),
        cluster_facts(spans, len(cluster.activities), **subjects),
        lambda: map(of_pair, cluster.pairs()),
    )
