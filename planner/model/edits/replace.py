"""Edit of words wherever they stand."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from planner.model.plan import Day, Plan
from planner.model.replace import Hit, by_field, refusal, text_after
from planner.model.session import Contribution, Item, Session

T = TypeVar("T")


def replace_words(plan: Plan, found: Iterable[Hit], replacement: str) -> Plan:
    """Replace words at the places that were found; a text that would be too long, or a name left empty, stays."""
    texts: dict[str, dict[str, str]] = {}
    for field, group in by_field(found).items():
        text = text_after(group, replacement)
        if refusal(field, text) is None:
            texts.setdefault(field.part, {})[field.name] = text
    return _rewritten(plan, texts) if texts else plan


def _rewritten(plan: Plan, texts: dict[str, dict[str, str]]) -> Plan:
    """Return the plan with other texts, given by the id of what has them and the field's name."""

    def contribution(old: Contribution) -> Contribution:
        return old.changed(**texts.get(old.id, {}))

    def item(old: Item) -> Item:
        return old.changed(contributions=_each(old.contributions, contribution), **texts.get(old.id, {}))

    def session(old: Session) -> Session:
        return old.changed(
            items=_each(old.items, item),
            contributions=_each(old.contributions, contribution),
            **texts.get(old.id, {}),
        )

    def day(old: Day) -> Day:
        return old.changed(contributions=_each(old.contributions, contribution))

    return plan.changed(
        days=_each(plan.days, day),
        rounds=_each(plan.rounds, lambda round_: round_.changed(**texts.get(round_.id, {}))),
        rooms=_each(plan.rooms, lambda room: room.changed(**texts.get(room.id, {}))),
        people=_each(plan.people, lambda person: person.changed(**texts.get(person.id, {}))),
        sessions=_each(plan.sessions, session),
    )


def _each(entries: tuple[T, ...], change: Callable[[T], T]) -> tuple[T, ...]:
    """Return the entries changed; the same tuple if none is."""
    new = tuple(change(entry) for entry in entries)
    return entries if all(a is b for a, b in zip(entries, new, strict=True)) else new
