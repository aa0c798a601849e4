"""The edit that replaces words wherever they stand."""

from collections.abc import Iterable

from planner.model.edits._entries import mapped
from planner.model.find_replace import SearchHit, by_field, refusal, text_after
from planner.model.plan import Day, Plan
from planner.model.session import Contribution, Item, Session


def replace_words(plan: Plan, found: Iterable[SearchHit], replacement: str) -> Plan:
    """Replace words where they were found; a text that would become too long, or a name left empty, stays as it was."""
    texts: dict[str, dict[str, str]] = {}
    for field, group in by_field(found).items():
        text = text_after(group, replacement)
        if refusal(field, text) is None:
            texts.setdefault(field.part, {})[field.name] = text
    return _rewritten(plan, texts) if texts else plan


def _rewritten(plan: Plan, texts: dict[str, dict[str, str]]) -> Plan:
    """Return the plan with other texts, given by the id of the entry and the name of the field."""

    def contribution(old: Contribution) -> Contribution:
        return old.changed(**texts.get(old.id, {}))

    def item(old: Item) -> Item:
        return old.changed(contributions=mapped(old.contributions, contribution), **texts.get(old.id, {}))

    def session(old: Session) -> Session:
        return old.changed(
            items=mapped(old.items, item),
            contributions=mapped(old.contributions, contribution),
            **texts.get(old.id, {}),
        )

    def day(old: Day) -> Day:
        return old.changed(contributions=mapped(old.contributions, contribution), **texts.get(old.id, {}))

    return plan.changed(
        **texts.get(plan.id, {}),
        days=mapped(plan.days, day),
        rounds=mapped(plan.rounds, lambda round_: round_.changed(**texts.get(round_.id, {}))),
        rooms=mapped(plan.rooms, lambda room: room.changed(**texts.get(room.id, {}))),
        people=mapped(plan.people, lambda person: person.changed(**texts.get(person.id, {}))),
        sessions=mapped(plan.sessions, session),
    )
