"""How a finding about two sessions or rounds is put: which ones, and from when to when they meet or leave a gap."""

from planner.checks.facts.overlaps import Overlap
from planner.checks.problem import Facts, Finding
from planner.model import Span


def time_facts(span: Span, **subjects: str) -> Facts:
    """Return the ids of those involved, by the names that sentences use, and the time that they share or leave free."""
    start, end = span
    return {**subjects, "from_at": start, "until_at": end, "minutes": end - start}


def overlap_finding(overlap: Overlap) -> Finding:
    """Return what any check reports of an overlap: both activities, from when to when, and the room used twice."""
    subjects = {"session": overlap.first.id, "other": overlap.second.id}
    if overlap.kind == "room":
        subjects["room"] = overlap.room
    return Finding((overlap.first.id, overlap.second.id), time_facts(overlap.span, **subjects))
