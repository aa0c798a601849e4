"""The base class: changing validates, shares and drops caches; text is cleaned of what no format can carry."""

from functools import cached_property

import pytest
from hypothesis import given

from planner.model import Document, Plan, Session, new_id
from planner.model.base import Frozen, Line, clean_line, clean_name, clean_text
from tests.model.small import at, plan_of
from tests.texts import texts


class _Pair(Frozen):
    left: Line = ""
    right: tuple[int, ...] = ()

    @cached_property
    def total(self) -> int:
        return sum(self.right)


def test_a_changed_value_is_validated() -> None:
    pair = _Pair()
    for fields in ({"left": 3}, {"right": ("1",)}, {"left": "x" * 301}, {"nonsense": 1}, {"total": 1}):
        with pytest.raises(ValueError, match="validation error"):
            pair.changed(**fields)


def test_a_value_cannot_be_altered_in_place() -> None:
    with pytest.raises(ValueError, match="frozen"):
        _Pair().left = "x"  # pyright: ignore[reportAttributeAccessIssue]


def test_what_is_not_changed_or_is_equal_is_shared() -> None:
    pair = _Pair(left="a" * 2, right=(1, 2))
    new = pair.changed(left="b", right=tuple([1, 2]))  # noqa: C409  # an equal tuple, not the same one
    assert new.right is pair.right
    assert pair.changed(left="a\x00a") is pair
    assert pair.changed() is pair


def test_caches_are_not_carried_over() -> None:
    pair = _Pair(right=(1, 2))
    assert pair.total == 3
    assert pair.changed(right=(4,)).total == 4
    assert pair.total == 3


def test_a_changed_plan_finds_the_changed_session() -> None:
    plan = plan_of(at("a", 900))
    assert plan.session_by_id["a"].minutes == 60
    longer = plan.changed(sessions=(plan.sessions[0].changed(minutes=70),))
    assert (longer.session_by_id["a"].minutes, plan.session_by_id["a"].minutes) == (70, 60)


def test_a_document_with_another_plan_keeps_the_ledger() -> None:
    document, plan = Document(plan=plan_of()), plan_of(at("a", 900))
    assert document.with_plan(plan) == Document(plan=plan)
    assert document.with_plan(plan).plan is plan
    assert document.with_plan(plan).ledger is document.ledger


def test_ids_are_ids_and_random() -> None:
    ids = {new_id() for _ in range(200)}
    assert len(ids) == 200
    for id_ in ids:
        assert Session(id=id_, kind="talk").id == id_


@pytest.mark.parametrize("bad", ["", "-a", "a b", "ä", "a" * 65, "a\n", "a/b"])
def test_an_id_fits_files_mails_and_calendars(bad: str) -> None:
    with pytest.raises(ValueError, match="id"):
        Plan(id=bad)


@pytest.mark.parametrize(
    ("raw", "text", "line", "name"),
    [
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd", "a b c d", "a b c d"),
        ("a\x00\x07\ufeffb", "ab", "ab", "ab"),
        ("a\x0bb\x0cc\x85d", "a\nb\nc\nd", "a b c d", "a b c d"),  # what Word, PDF and hosts break lines with
        (
            "ﬁnden, ﬂießen, Oﬃzin, ſtadt",
            "finden, fließen, Offizin, ſtadt",
            "finden, fließen, Offizin, ſtadt",
            "finden, fließen, Offizin, ſtadt",
        ),
        ("e\u0301", "é", "é", "é"),
        ("a\tb", "a\tb", "a b", "a b"),
        ("  a  ", "  a  ", "a", "a"),
        ("\n\n a \n\n b \n", "\n\n a \n\n b \n", "a b", "a b"),
        ("\ud800", "\ufffd", "\ufffd", "\ufffd"),
        ("a\u202eb\u200bc", "a\u202eb\u200bc", "a\u202eb\u200bc", "abc"),
        ("👩‍💻", "👩‍💻", "👩‍💻", "👩‍💻"),
    ],
)
def test_text_is_cleaned_for_its_place(raw: str, text: str, line: str, name: str) -> None:
    assert (clean_text(raw), clean_line(raw), clean_name(raw)) == (text, line, name)


def test_what_is_no_text_is_left_to_validation() -> None:
    assert clean_text(3) == clean_line(3) == clean_name(3) == 3


@given(texts)
def test_clean_text_stays_as_it_is(text: str) -> None:
    for clean in (clean_text, clean_line, clean_name):
        assert clean(clean(text)) == clean(text)
        assert str(clean(text)).encode().decode() == clean(text)
