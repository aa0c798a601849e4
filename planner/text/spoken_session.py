"""A session as a screen reader says it: its name in one sentence, and all details in another."""

from collections.abc import Sequence

from planner.checks import Index, Problem, Severity
from planner.model import Contribution, Plan, Session, Status
from planner.model.audience import Audience
from planner.text.language import Language
from planner.text.names import NAMELESS, contribution_name, kind_short, room_name, seating_name, session_name
from planner.text.problems import SHOWN_WITH_NAMES, problem_sentence
from planner.text.times import clock


def spoken_name(index: Index, session: Session, problems: Sequence[Problem], t: Language) -> str:
    """Return "Podium, 10:30 bis 11:45, Großer Saal, 60 Personen, ein Fehler"; problems are those of this session."""
    span, people = index.spans[session.id], index.attending(session)
    rooms = [room_name(index.plan, place.room, t) for place in session.places]
    severities = [problem.severity for problem in problems]
    errors, warnings = severities.count(Severity.ERROR), severities.count(Severity.WARNING)
    parts = [
        _title(index.plan, session, t),
        clock(span.start) if span.start == span.end else _range(span.start, span.end, t),
        *rooms,
        t.count("{number} person", "{number} people", people) if people else "",
        t.count("one error", "{number} errors", errors) if errors else "",
        t.count("one warning", "{number} warnings", warnings) if warnings else "",
    ]
    return ", ".join(part for part in parts if part)


def spoken_description(index: Index, session: Session, problems: Sequence[Problem], t: Language) -> str:
    """Return round, fixed time, seating, people who are asked or still sought, and the problems as sentences."""
    plan = index.plan
    round_ = plan.round_by_id.get(session.round or "")
    seatings = dict.fromkeys(seating_name(place.seating, t) for place in session.places)
    facts = [
        "" if round_ is None else round_.title or t("Round"),
        t("Time fixed") if session.fixed else "",
        *seatings,
        *_people(plan, session, t),
    ]
    sentences = [problem_sentence(plan, problem, t) for problem in problems if problem.code not in SHOWN_WITH_NAMES]
    return " ".join(filter(None, [_ended(", ".join(filter(None, facts))), *map(_ended, sentences)]))


def _title(plan: Plan, session: Session, t: Language) -> str:
    """Return the title after the kind, unless the title contains the kind already."""
    kind, title = kind_short(plan.kind_of(session), t), session_name(plan, session, t)
    return title if kind.casefold() in title.casefold() or not session.title else f"{kind}: {title}"


def _range(start: int, end: int, t: Language) -> str:
    return t("{start} to {end}", start=clock(start), end=clock(end))


def _people(plan: Plan, session: Session, t: Language) -> list[str]:
    """Return who is asked, and that somebody is still sought."""
    public = [contribution for contribution in session.everyone() if contribution.audience != Audience.INTERNAL]
    asked = dict.fromkeys(
        contribution_name(plan, contribution) for contribution in public if contribution.status == Status.ASKED
    )
    words = [t("{name} asked", name=name) for name in asked if name != NAMELESS]
    return words + ([t("N. N. open")] if any(map(_open, session.everyone())) else [])


def _open(contribution: Contribution) -> bool:
    return contribution.status == Status.OPEN


def _ended(sentence: str) -> str:
    return sentence if not sentence or sentence.endswith((".", "!", "?", "…")) else sentence + "."
