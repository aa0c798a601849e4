"""The edit that replaces words wherever they stand."""

from collections.abc import Iterable

from planner.model.find_replace import SearchHit, by_field, refusal, text_after
from planner.model.plan import Plan
from planner.model.references import changed_entries


def replace_words(plan: Plan, found: Iterable[SearchHit], replacement: str) -> Plan:
    """Replace words where they were found; a text that would become too long, or a name left empty, stays as it was."""
    texts: dict[str, dict[str, str]] = {}
    for field, group in by_field(found).items():
        text = text_after(group, replacement)
        if refusal(field, text) is None:
            texts.setdefault(field.part, {})[field.name] = text
    own = texts.pop(plan.id, {})
    return changed_entries(plan, lambda entry: entry.changed(**texts[entry.id]), texts).changed(**own)
