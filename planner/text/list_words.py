"""The words in the cells of the list, as pure functions of a session."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from planner.checks import Index, Problem, check_of
from planner.model import Audience, Plan, Session, Status
from planner.model.time import wall_end
from planner.text import (
    Language,
    clock,
    contribution_name,
    date_brief,
    date_short,
    duration,
    kind_name,
    problem_sentence,
    room_name,
    seating_name,
    session_name,
    severity_name,
    status_name,
)
from planner.text.field_names import AUDIENCES
from planner.text.places import free_sentence


@dataclass(frozen=True)
class ListContext:
    """What the words depend on: the plan, its index and problems, and the reader's language."""

    plan: Plan
    index: Index
    told: Mapping[str, Sequence[Problem]]
    """The problems of each session, worst first, without the accepted ones."""
    t: Language


def day(seen: ListContext, session: Session) -> str:
    """Return weekday and date, abbreviated; "no time" in the tray."""
    when = _date(seen, session)
    return date_brief(when, seen.t) if when else seen.t("no time")


def day_whole(seen: ListContext, session: Session) -> str:
    """Return weekday and date in full, or that the session is unscheduled."""
    when = _date(seen, session)
    return date_short(when, seen.t) if when else seen.t("Unscheduled")


def start(_seen: ListContext, session: Session) -> str:
    """Return the start; empty in the tray."""
    return "" if session.start is None else clock(session.start)


def end(seen: ListContext, session: Session) -> str:
    """Return what the clocks show at the end; empty in the tray."""
    when = _date(seen, session)
    return clock(wall_end(seen.plan.zone, when, session.start or 0, session.minutes)) if when else ""


def length(_seen: ListContext, session: Session) -> str:
    """Return the length, such as "45 min"."""
    return duration(session.minutes)


def fixed(seen: ListContext, session: Session) -> str:
    """Return the word for a fixed time; empty where it flows."""
    return seen.t("fixed") if session.fixed else ""


def fixed_whole(seen: ListContext, session: Session) -> str:
    """Return whether the time is fixed."""
    return seen.t("yes") if session.fixed else seen.t("no")


def kind(seen: ListContext, session: Session) -> str:
    """Return the name of the kind."""
    return kind_name(seen.plan.kind_of(session), seen.t)


def title(seen: ListContext, session: Session) -> str:
    """Return the title, or the kind where it has none."""
    return session_name(seen.plan, session, seen.t)


def rooms(seen: ListContext, session: Session) -> str:
    """Return the names of the rooms, separated by commas."""
    return ", ".join(room_name(seen.plan, place.room, seen.t) for place in session.places)


def seating(seen: ListContext, session: Session) -> str:
    """Return the seatings, each once."""
    return ", ".join(dict.fromkeys(seating_name(place.seating, seen.t) for place in session.places if place.seating))


def check(seen: ListContext, session: Session) -> str:
    """Return the titles of the problems, each once."""
    found = seen.told.get(session.id, ())
    return ", ".join(dict.fromkeys(seen.t(check_of(problem).title) for problem in found))


def check_whole(seen: ListContext, session: Session) -> str:
    """Return the problems as sentences with their severity, one a line."""
    return "\n".join(
        f"{severity_name(problem.severity, seen.t)}: {problem_sentence(seen.plan, problem, seen.t)}"
        for problem in seen.told.get(session.id, ())
    )


def people(seen: ListContext, session: Session) -> str:
    """Return the names of the contributors, separated by commas."""
    return ", ".join(contribution_name(seen.plan, contribution) for contribution in session.everyone())


def status(seen: ListContext, session: Session) -> str:
    """Return the status of the contributors; with numbers where it differs."""
    counted = Counter(contribution.status for contribution in session.everyone())
    if len(counted) == 1:
        return status_name(next(iter(counted)), seen.t)
    return ", ".join(f"{counted[state]} {status_name(state, seen.t)}" for state in Status if state in counted)


def attendance(seen: ListContext, session: Session) -> str:
    """Return who attends: everyone, a round's people, or a number."""
    if session.attendance.who == "number":
        return str(session.attendance.number)
    if session.attendance.who == "round":
        return seen.plan.round_by_id[session.attendance.round].title or seen.t("Round")
    return seen.t("Everyone")


def free(seen: ListContext, session: Session) -> str:
    """Return how many places are free, or missing."""
    return free_sentence(seen.index, session, seen.t)[0]


def audience(seen: ListContext, session: Session) -> str:
    """Return who may see the session."""
    return seen.t(AUDIENCES[Audience(session.audience)])


def found_by(seen: ListContext, session: Session) -> str:
    """Return the text in which a session is searched, casefolded."""
    parts = (title, kind, rooms, seating, people, attendance, day_whole)
    words = [part(seen, session) for part in parts]
    words += [session.subtitle, session.question, *(item.title for item in session.items)]
    return " ".join(words).casefold()


def is_open(session: Session) -> bool:
    """Return whether something is still open: the time, or whether somebody comes."""
    return not session.scheduled or any(
        contribution.status in (Status.OPEN, Status.ASKED) for contribution in session.everyone()
    )


def _date(seen: ListContext, session: Session) -> date | None:
    """Return the date of a session that has a time."""
    return None if session.start is None or session.day is None else seen.plan.day_by_id[session.day].date
