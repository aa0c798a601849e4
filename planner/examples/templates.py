"""New plans from templates and the four answers of the start page: title, date, people, rooms."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Final, Literal

from planner.examples.plans import osnabrueck
from planner.examples.template_blocks import DAYS, TEXTS, TemplateDay, TemplateSession, TemplateTexts
from planner.examples.template_rooms import TemplateRooms, default_rooms
from planner.model.base import new_id
from planner.model.derive.new_ids import reidentified
from planner.model.document import Document
from planner.model.edits.contributions import map_contributions
from planner.model.plan import Day, Plan
from planner.model.room import Room
from planner.model.round import Round, Series
from planner.model.session import Contribution, Everyone, Place, Role, Session, Share, Status
from planner.model.settings import PrintSettings, Settings

TEMPLATES: Final[tuple[str, ...]] = ("osnabrueck", "one-day", "two-day", "empty")

_PEOPLE: Final = 60
_FIRST: Final = date(2030, 1, 14)
"""The Monday on which a plan without a given date begins; fixed, as the model must not ask for the current date."""
_EMPTY_DAY: Final = 8 * 60


def template(
    name: str,
    *,
    plan_id: str,
    title: str = "",
    first: date | None = None,
    people: int | None = None,
    rooms: tuple[Room, ...] = (),
    language: Literal["de", "en"] = "de",
    ids: Callable[[], str] = new_id,
) -> Document:
    """Return a new document from a template, with new ids and an empty ledger.

    The Osnabrück example keeps its own people, rooms and language, whatever is asked for.
    Raises KeyError for a name that is not among TEMPLATES.
    """
    if name == "osnabrueck":
        return _example(plan_id, title, first, ids)
    expected = _PEOPLE if people is None else people
    words = TEXTS[language]
    if not rooms and name != "empty":
        rooms = default_rooms(words.rooms, expected, ids)
    writer = _Writer(TemplateRooms(rooms, expected), language, ids)
    start = first or _FIRST
    days = tuple(writer.day(start + timedelta(number), content) for number, content in enumerate(DAYS[name]))
    return Document(
        plan=Plan(
            id=plan_id,
            title=title or words.title,
            days=days,
            rooms=tuple(room.changed(available=()) for room in rooms),
            series=tuple(writer.series),
            rounds=tuple(writer.rounds),
            sessions=tuple(writer.sessions),
            settings=Settings(expected=expected, cap=expected),
            print=PrintSettings(language=language),
        )
    )


def _example(plan_id: str, title: str, first: date | None, ids: Callable[[], str]) -> Document:
    document = reidentified(osnabrueck(), plan_id, ids)
    plan = document.plan
    moved = (first - plan.days[0].date) if first else timedelta()
    days = tuple(day.changed(date=day.date + moved) for day in plan.days)
    as_of = plan.print.as_of
    papers = plan.print.changed(as_of=as_of and as_of + moved)
    plan = plan.changed(title=title or plan.title, days=days, print=papers)
    return document.changed(plan=map_contributions(plan, lambda contribution: _later(contribution, moved)))


def _later(contribution: Contribution, moved: timedelta) -> Contribution:
    """Return a contribution with its dates moved along, so that no answer is late from the start."""
    asked, answer = contribution.asked_on, contribution.answer_by
    return contribution.changed(asked_on=asked and asked + moved, answer_by=answer and answer + moved)


class _Writer:
    """Builds the sessions, rounds and series of a template in the order of its days."""

    def __init__(self, rooms: TemplateRooms, language: Literal["de", "en"], ids: Callable[[], str]) -> None:
        self.sessions: list[Session] = []
        self.rounds: list[Round] = []
        self.series: list[Series] = []
        self._rooms = rooms
        self._words: TemplateTexts = TEXTS[language]
        self._language = language
        self._ids = ids

    def day(self, on: date, content: TemplateDay) -> Day:
        """Add the sessions of a day one after the other, and return the day."""
        key, start = self._ids(), content.start
        for entry in content.sessions:
            self.sessions.extend(self._sessions(entry, key, start))
            start += entry.minutes
        end = start if content.sessions else start + _EMPTY_DAY
        return Day(id=key, date=on, start=content.start, end=end, end_label=self._words.end)

    def _sessions(self, entry: TemplateSession, day: str, start: int) -> Iterator[Session]:
        places = self._rooms.forums() if entry.kind == "forum" else ()
        if places:
            yield from self._forums(entry, day, start, places)
        elif entry.kind == "forum":
            yield self._session(entry._replace(kind="workshop"), day, start, self._words.alone, self._rooms.hall())
        else:
            title = entry.de if self._language == "de" else entry.en
            yield self._session(entry, day, start, title, self._rooms.where(entry.where))

    def _forums(self, entry: TemplateSession, day: str, start: int, places: tuple[Place, ...]) -> Iterator[Session]:
        """Yield a forum for each place; every round of forums offers the same topics."""
        number = len(self.rounds) + 1
        self.rounds.append(Round(id=self._ids(), title=self._words.round.format(number=number)))
        if not self.series:
            titles = (self._words.series.format(number=topic) for topic, _ in enumerate(places, 1))
            self.series = [Series(id=self._ids(), title=title) for title in titles]
        for topic, place in enumerate(places):
            title = f"Forum {topic + 1}: {self.series[topic].title}"
            session = self._session(entry._replace(roles=(Role.MODERATION,)), day, start, title, (place,))
            yield session.changed(attendance=Share(round=self.rounds[-1].id), series=self.series[topic].id)

    def _session(self, entry: TemplateSession, day: str, start: int, title: str, places: tuple[Place, ...]) -> Session:
        return Session(
            id=self._ids(),
            kind=entry.kind,
            title=title,
            day=day,
            start=start,
            minutes=entry.minutes,
            fixed=entry.fixed,
            places=places,
            attendance=Everyone(),
            contributions=tuple(
                Contribution(id=self._ids(), label="N. N.", role=role, status=Status.OPEN) for role in entry.roles
            ),
        )
