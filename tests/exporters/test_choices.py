"""What the dialog of an export offers: all that the command line does, in words."""

from typing import get_args

import pytest

from planner.exporters import CSV, EXPORTERS, ICS, Exporter
from planner.exporters.choices import option_choices
from planner.exporters.papers.exporter import PDF
from planner.model import Audience
from planner.text import language


def test_each_format_asks_for_what_it_can() -> None:
    assert [choice.name for choice in option_choices(ICS)] == ["language", "audience"]
    assert [choice.name for choice in option_choices(CSV)] == ["language", "audience", "separator"]
    assert {choice.name for choice in option_choices(PDF)} == {
        "language",
        "audience",
        "times",
        "rooms",
        "draft",
        "descriptions",
    }


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)
def test_every_value_that_the_command_line_takes_has_words(exporter: Exporter) -> None:
    shown = {choice.name: [value for value, _ in choice.values] for choice in option_choices(exporter)}
    for name, field in exporter.options.model_fields.items():
        if name == "made":
            assert name not in shown, "the time of an export is not chosen in the window"
        elif field.annotation is bool:
            assert shown[name] == []
        elif field.annotation is Audience:
            assert shown[name] == list(exporter.audiences)
        else:
            assert shown[name] == list(get_args(field.annotation))


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)
def test_every_word_has_its_german(exporter: Exporter) -> None:
    german = language("de")
    for choice in option_choices(exporter):
        words = {choice.label, choice.hint, *dict(choice.values if choice.name != "language" else ()).values()}
        assert [text for text in words if text and german(text) == text] == []


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)
def test_a_choice_has_a_hint_and_begins_with_what_is_usual(exporter: Exporter) -> None:
    options = exporter.options()
    for choice in option_choices(exporter):
        assert choice.hint
        assert not choice.values or choice.values[0][0] == getattr(options, choice.name)
