"""Everything in the program that takes a plan, each called with one that is hostile but valid; none may fail."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, date, datetime, timedelta
from itertools import count
from multiprocessing import get_context
from typing import Final, NamedTuple

from hypothesis import HealthCheck, Phase, given, seed, settings

from planner.checks import Index, offers, problems
from planner.exporters import EXPORTERS, copied_sessions
from planner.importers import PROGRAMME, NotImported
from planner.model import Acceptance, Audience, Document, Plan
from planner.model.derive.excerpt import excerpt
from planner.model.derive.new_ids import reidentified
from planner.model.derive.next_year import NextYearChoices, date_shift, next_date, next_title, next_year, still_named
from planner.model.edits import (
    PasteTarget,
    accept,
    change_each,
    insert_pattern,
    paste_sessions,
    pasted_ids,
    pattern_ids,
    pattern_of,
    remove_day,
    remove_person,
    remove_room,
    remove_session,
)
from planner.model.merge.apply import RefusedChange, take, take_all
from planner.model.merge.diff import changes, compare
from planner.model.pattern import MAX_PATTERN_SESSIONS
from planner.model.programme import programme, untimed
from planner.model.releases import release
from planner.storage import dump, parse
from planner.text import language, offer_sentence, problem_sentence
from planner.text.changes import change_sentence, change_sides, refusal_sentence
from planner.workspace import Workspace
from tests.hostile import hostile_documents

LANGUAGES: Final = (language("de"), language("en"))
FIRST: Final = datetime(2026, 7, 1, 12, tzinfo=UTC)
LAST_DATE: Final = date(2999, 12, 31)


def released(document: Document) -> None:
    """Give it out, again as it is, with every session changed, with none, and as it was."""
    plan = document.plan
    edited = change_each(plan, {session.id: {"minutes": 1440 - session.minutes} for session in plan.sessions})
    numbers = {held.session: held.sequence for held in document.ledger.current.values()}
    for step, now in enumerate((plan, plan, edited, _without_sessions(plan), plan)):
        document = release(
            document.with_plan(now), release_id=f"held{step}", name=plan.title, at=FIRST + timedelta(step)
        )
        assert parse(dump(document)) == document
        for key, held in document.ledger.current.items():
            assert held.sequence >= numbers.get(key, 0)
            numbers[key] = held.sequence
    assert {held.session for held in document.ledger.current.values() if held.status != "cancelled"} == {
        session.id for session in plan.sessions if session.scheduled and session.audience is Audience.PUBLIC
    }


def exported(document: Document) -> None:
    """Write every file there is, in both languages, with everything and with everything cancelled."""
    for exporter in EXPORTERS:
        for code in ("de", "en"):
            written = exporter.export(document, exporter.options.model_validate({"language": code}))
            assert all(file.data for file in written)
    held = release(document, release_id="held", name="", at=FIRST)
    for exporter in EXPORTERS:
        assert all(file.data for file in exporter.export(held.with_plan(_without_sessions(document.plan))))


def copied(document: Document) -> None:
    """Put all sessions into the clipboard, and paste them here, elsewhere, and as another program would."""
    plan = document.plan
    part = excerpt(plan, {session.id for session in plan.sessions})
    assert parse(dump(Document(plan=part))).plan == part
    for target in (plan, Plan(id="other")):
        for landings in ({}, {day.id: PasteTarget(None) for day in part.days}):
            names = tuple(f"new{number}" for number in range(pasted_ids(part)))
            if landings or {day.date for day in part.days}.isdisjoint(day.date for day in target.days):
                assert len(paste_sessions(target, part, landings, names).sessions) >= len(part.sessions)
    for t in LANGUAGES:
        shown, waiting = programme(Document(plan=part)), untimed(Document(plan=part))
        assert copied_sessions.html(shown, waiting, t)
        try:
            PROGRAMME.read(copied_sessions.text(shown, waiting, t), plan)
        except NotImported as reason:
            _said(t(reason.sentence, **reason.facts))


def compared(document: Document) -> None:
    """Tell what differs from other plans, in words, and take it over, all and one by one, as two copies that meet."""
    plan = document.plan
    for other in _others(plan):
        for before, after in ((plan, other), (other, plan)):
            found = changes(before, after)
            assert take_all(before, found).plan == after.changed(id=before.id)
            for change in found:
                for t in LANGUAGES:
                    _said(change_sentence(change, t), *change_sides(change, t))
                try:
                    take(before, change)
                except RefusedChange as reason:
                    _said(*(refusal_sentence(before, reason, t) for t in LANGUAGES))
        for base in (plan, other, None):
            differences = compare(base, plan, other)
            assert take_all(plan, [difference.change for difference in differences]).plan.id == plan.id
    theirs = release(document, release_id="theirs", name="", at=FIRST)
    mine = release(document, release_id="mine", name="", at=FIRST)
    merged = theirs.ledger.merged(mine.ledger)
    assert merged == mine.ledger.merged(theirs.ledger)
    together = Document(plan=plan, ledger=merged)
    assert parse(dump(together)) == together


def forgotten(document: Document) -> None:
    """Remove every person, room and day, one by one; the workspace forgets people for good."""
    workspace = Workspace(document)
    for person in document.plan.people:
        assert person.id not in remove_person(document.plan, person.id).person_by_id
        workspace.forget_person(person.id)
        assert parse(dump(workspace.state.document)) == workspace.state.document
    assert not any(person.id in dump(workspace.state.document).decode().split('"') for person in document.plan.people)
    plan = workspace.plan
    for room in plan.rooms:
        plan = remove_room(plan, room.id)
    for day in plan.days:
        plan = remove_day(plan, day.id)
    assert (plan.rooms, plan.days, plan.people) == ((), (), ())


def repeated(document: Document) -> None:
    """Make next year's plan of it, a template with other ids, and a pattern."""
    plan, numbers = document.plan, count()

    def new() -> str:
        return f"n{next(numbers)}"

    other = reidentified(document, "other", new)
    assert parse(dump(other)) == other
    for first in (next_date(plan, date(2026, 7, 1)), date(2028, 2, 29), date(1900, 1, 1)):
        if all(day.date + date_shift(plan, first) <= LAST_DATE for day in plan.days):
            for kept in (
                NextYearChoices(),
                NextYearChoices(people=True, contact=True, notes=True),
                NextYearChoices(programme=False, rooms=False),
            ):
                following = next_year(plan, next_title(plan, first), first, kept, plan_id="next", ids=new)
                assert parse(dump(following)) == following
                still_named(plan, following.plan)
    timed = [session.id for session in plan.sessions if session.scheduled][:MAX_PATTERN_SESSIONS]
    if timed:
        pattern = pattern_of(plan, timed, "pattern", plan.title)
        ids = tuple(new() for _ in range(pattern_ids(pattern)))
        assert len(insert_pattern(plan, pattern, plan.days[0].id, 2879, ids, flow=True).sessions) > len(plan.sessions)


def checked(document: Document) -> None:
    """Find all problems, say them, accept each, and take every way out that is offered."""
    plan = document.plan
    for today in (None, date(1900, 1, 1), date.max):
        index = Index(plan, today)
        found = problems(plan, index)
        assert found == problems(plan, today=today)
        for problem in found:
            _said(*(problem_sentence(plan, problem, t) for t in LANGUAGES))
    for problem in found:
        acceptance = Acceptance(code=problem.code, subjects=problem.subjects, facts=problem.facts, note="x")
        silenced = problems(accept(plan, acceptance), today=date.max)
        assert all(
            other.accepted for other in silenced if (other.code, other.subjects) == (problem.code, problem.subjects)
        )
    for problem in found[:12]:
        for offer in offers(plan, problem):
            _said(*(offer_sentence(plan, offer, t) for t in LANGUAGES))
            mended = Document(plan=offer.fix.apply(plan))
            assert parse(dump(mended)) == mended


def written(document: Document) -> None:
    """Read what is written."""
    assert parse(dump(document)) == document
    assert dump(parse(dump(document))) == dump(document)


TAKERS: Final[tuple[Callable[[Document], None], ...]] = (
    written,
    released,
    exported,
    copied,
    compared,
    forgotten,
    repeated,
    checked,
)


def _said(*sentences: str) -> None:
    assert all(sentences)


def _without_sessions(plan: Plan) -> Plan:
    for session in plan.sessions:
        plan = remove_session(plan, session.id)
    return plan


def _others(plan: Plan) -> Iterator[Plan]:
    """Give plans that differ from one: an empty one, and one in which every session and person is another."""
    yield Plan(id=plan.id)
    yield change_each(
        plan,
        {session.id: {"minutes": 1440 - session.minutes, "title": session.note[:300]} for session in plan.sessions},
    )
    yield plan.changed(
        sessions=tuple(reversed(plan.sessions)), people=tuple(reversed(plan.people)), rooms=tuple(reversed(plan.rooms))
    )


class Taken(NamedTuple):
    """How many plans were tried, how often one was taken, and what failed."""

    plans: int
    calls: int
    failures: tuple[str, ...]


def taken(number: int, first: int = 1) -> Taken:
    """Call everything with so many plans by chance, from a seed; what fails is kept, and the rest goes on."""
    plans, calls = count(), count()
    failures: list[str] = []

    @seed(first)
    @settings(
        max_examples=number,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(hostile_documents())
    def call_all(document: Document) -> None:
        next(plans)
        for taker in TAKERS:
            next(calls)
            try:
                taker(document)
            except Exception as error:  # noqa: BLE001  # that is what is looked for
                failures.append(f"{taker.__name__}: {type(error).__name__} {error}"[:300])

    call_all()
    return Taken(next(plans), next(calls), tuple(failures))


def taken_by_all(number: int) -> Taken:
    """Do the same on all processors."""
    workers = os.cpu_count() or 1
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        parts = list(pool.map(taken, [number // workers] * workers, range(1, workers + 1)))
    failures = tuple(failure for part in parts for failure in part.failures)
    return Taken(sum(part.plans for part in parts), sum(part.calls for part in parts), failures)
