"""Text as a grammar reads it, and where each letter stood before."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.text.flat import Flat


@pytest.mark.parametrize(
    ("text", "flat"),
    [
        ("10:30  −\u00a011:15", "10:30 – 11:15"),
        ("9:30 \n 10:15", "9:30\n10:15"),
        ("9⁰⁰ – 10³⁰ Uhr", "9:00 – 10:30 Uhr"),
        ("9°° Uhr", "9:00 Uhr"),
        ("10\u00ad:\u200b30", "10:30"),
        ("Vortrag¹² 10³ 10³⁰⁰", "Vortrag¹² 10³ 10³⁰⁰"),
    ],
)
def test_what_looks_the_same_is_read_the_same(text: str, flat: str) -> None:
    assert Flat(text).text == flat


@given(st.text(st.characters() | st.sampled_from("0123456789⁰¹²³ \n\t-–\u200b"), max_size=40))
def test_every_letter_knows_its_place(text: str) -> None:
    flat = Flat(text)
    for place, letter in enumerate(flat.text):
        before = text[flat.place(place)]
        assert letter in {before, " ", "\n", "–", ":"} or not before.isascii()
    assert flat.place(len(flat.text)) == len(text)
