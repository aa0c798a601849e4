"""Words that tell a kind: whole, at an end of a longer one, and not in the middle of one."""

import pytest

from planner.text.kind_words import kind_told_by


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Grußwort", "welcome"),
        ("BEGRÜSSUNG", "welcome"),
        ("Eröffnungsvortrag", "talk"),
        ("Impulsreferat", "talk"),
        ("Podiumsdiskussion", "panel"),
        ("Diskussionsforum", "forum"),
        ("Abschlussplenum", "plenary"),
        ("Mittagspause", "meal"),
        ("Mittagsvorlesung", "talk"),
        ("Mittagsgespräch", None),
        ("Kaffeepause", "break"),
        ("Check-in", "arrival"),
        ("Ende", "closing"),
        ("Wochenende", None),
        ("Agentur", None),
        ("Interessen", None),
        ("", None),
    ],
)
def test_a_word_tells_its_kind(word: str, kind: str | None) -> None:
    assert kind_told_by(word) == kind
