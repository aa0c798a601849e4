"""Fixes for more than two sessions that overlap: one edit that moves or shortens each of them, step by step."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import reduce
from typing import Final

from planner.checks.facts.index import Index
from planner.checks.facts.overlaps import Activity, activity_of_session
from planner.checks.fixes.moves import free_places, move, next_free, shorten, to_places
from planner.checks.problem import Fix, Problem
from planner.model import Session, Span

MOST_STEPS: Final = 40
"""Sessions that one fix changes at most: nobody could follow more, and such a plan is made anew, not mended."""


def together(steps: Sequence[Fix]) -> Iterator[Fix]:
    """Offer several fixes as one."""
    if 1 < len(steps) <= MOST_STEPS:
        first = steps[0]
        yield Fix(
            first.message,
            lambda plan: reduce(lambda plan, step: step.apply(plan), steps, plan),
            first.facts,
            tuple(steps),
        )
    elif len(steps) == 1:
        yield steps[0]


def spread_over_rooms(index: Index, sessions: Sequence[Session]) -> Iterator[Fix]:
    """Offer to put several sessions that are in one room into rooms that are free for all of their time.

    One of them stays; for which there is no room, they follow after it.
    """
    if len(sessions) > MOST_STEPS + 1:
        return
    stays = next((session for session in sessions if session.fixed), sessions[0])
    taken: dict[str, list[Span]] = defaultdict(list)
    steps: list[Fix] = []
    left: list[Session] = []
    for session in sessions:
        span = index.spans[session.id]
        seating = session.places[0].seating
        free = [
            (place, places)
            for place, places in free_places(index, session, index.need(session), seating)
            if session is not stays and not any(span.overlaps(other) for other in taken[place.room])
        ]
        if free:
            place, places = min(free, key=lambda room: (room[0].seating != seating, room[1]))
            for room in index.occupied[place.room]:
                taken[room].append(span)
            steps.append(to_places(session, (place,), places))
        else:
            left.append(session)
    if steps:
        yield from together([*steps, *_queued(index, [activity_of_session(index, session) for session in left])])


def one_after_the_other(index: Index, activities: Sequence[Activity]) -> Iterator[Fix]:
    """Offer to move each of several activities, given by start, to the end of the one before.

    Those at a fixed time stay, and so does a single session that its round holds in place.
    """
    if len(activities) <= MOST_STEPS + 1:
        yield from together(list(_queued(index, activities)))


def _queued(index: Index, activities: Sequence[Activity]) -> Iterator[Fix]:
    end = activities[0].span.start
    for activity in activities:
        start, until = activity.span
        held = activity.sessions[0].round is not None and activity.id not in index.plan.round_by_id
        if start < end and not activity.fixed and not held:
            yield move(index, activity, end)
            start, until = end, end + until - start
        end = max(end, until)


def all_later(index: Index, activities: Sequence[Activity], problem: Problem) -> Iterator[Fix]:
    """Offer to move activities to where their people and rooms are free, after the time that a problem is about."""
    if len(activities) <= MOST_STEPS:
        until = problem.fact("until_at")
        starts = [(activity, next(next_free(index, activity, until), None)) for activity in activities]
        yield from together(
            [move(index, activity, start) for activity, start in starts if start is not None and not activity.fixed]
        )


def all_in_time(activities: Sequence[Activity]) -> Iterator[Fix]:
    """Offer to shorten each of several activities, given by start, that runs into the fixed time of another."""
    if len(activities) <= MOST_STEPS:
        steps: list[Fix] = []
        for activity in activities:
            fixed = (other.span.start for other in activities if other.fixed)
            ends = [start for start in fixed if activity.span.start < start < activity.span.end]
            if ends:
                steps += shorten(activity, min(ends))
        yield from together(steps)
