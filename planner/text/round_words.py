"""The line above a round: its places, people and free places, and when everyone is back in the plenary."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from planner.checks import Index, Problem, Severity
from planner.checks.rounds import at_once, limit_at_once
from planner.model import Everyone, Session
from planner.text import Language, clock, clock_range
from planner.text.block_words import short

_IN_SUMS: Final = {"round-short"}


@dataclass(frozen=True)
class RoundLine:
    """The words in the strip above a round, and how full its bar is."""

    title: str
    time: str
    sums: str
    back: str
    share: float
    error: bool
    sentence: str
    wrong: str = ""
    """The worst error of the round as a whole, except missing places, which the sums show."""
    back_brief: str = ""


def round_line(index: Index, round_id: str, t: Language, problems: Sequence[Problem] = ()) -> RoundLine:
    """Return the line of a round that has scheduled sessions."""
    sessions = index.rounds[round_id]
    round_ = index.plan.round_by_id[round_id]
    people = sum(index.attending(session) for session in sessions)
    limits = [limit_at_once(index, group) for group in at_once(index, sessions)]
    end = max(index.spans[session.id].end for session in sessions)
    title = round_.title or t("Round")
    time = clock_range(min(index.spans[session.id].start for session in sessions), end)
    known = [limit for limit in limits if limit is not None]
    places = sum(known)
    counted = t.count("{number} person", "{number} people", people)
    if len(known) < len(limits):
        sums = f"{counted} · {t('places unknown')}"
    else:
        free = t("{free} free", free=places - people)
        missing = t.count("{number} short", "{number} short", people - places)
        total = t.count("{number} place", "{number} places", places)
        sums = " · ".join((total, counted, free if places >= people else missing))
    plenary = _next_plenary(index, sessions[0].day or "", end)
    when = clock(plenary.start or 0) if plenary else ""
    back, brief = (t("back in the plenary {time}", time=when), t("back {time}", time=when)) if plenary else ("", "")
    share = min(1.0, people / places) if places else 1.0
    error = len(known) == len(limits) and places < people
    others = (problem for problem in problems if problem.severity == Severity.ERROR and problem.code not in _IN_SUMS)
    wrong = next((short(problem, round_id, t) for problem in others), "")
    sentence = ", ".join(filter(None, (title, time, wrong, sums, back)))
    return RoundLine(title, time, sums, back, share, error, sentence, wrong, brief)


def _next_plenary(index: Index, day: str, end: int) -> Session | None:
    """Return the first session after a round in which everyone sits together again."""
    for session in index.scheduled[day]:
        together = isinstance(session.attendance, Everyone) and not index.plan.kind_of(session).rests
        if together and (session.start or 0) >= end:
            return session
    return None
