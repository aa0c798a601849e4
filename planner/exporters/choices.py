"""What a person can choose for an export, derived from the options of the exporter; the dialog shows it."""

from collections.abc import Iterator
from typing import NamedTuple

from planner.exporters.contract import Exporter, Shown


class OptionChoice(NamedTuple):
    """One option: its name in the model, and in English its label, a hint and the words of its values."""

    name: str
    label: str
    hint: str
    values: tuple[tuple[str, str], ...]
    """Each value and its words; none for a tick."""


def option_choices(exporter: Exporter) -> Iterator[OptionChoice]:
    """Yield the options that leave a choice; an audience beyond the exporter's limit is none."""
    for name, field in exporter.options.model_fields.items():
        shown = next((mark for mark in field.metadata if isinstance(mark, Shown)), None)
        if shown is None:
            continue
        values = shown.choices
        if name == "audience":
            values = tuple(pair for pair in values if pair[0] in exporter.audiences)
        if len(values) != 1:
            yield OptionChoice(name, shown.label, field.description or "", values)
