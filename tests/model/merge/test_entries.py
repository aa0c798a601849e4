"""Two people change a list of entries: what only one changed is merged, what both changed is theirs and a clash."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.model import Contribution, Item, Note, Place, Seat, Status
from planner.model.base import Frozen
from planner.model.merge.entries import merged

A, B, C, D = (Contribution(id=name, label=name.upper()) for name in "abcd")
SURE = A.changed(status=Status.CONFIRMED)
BASE = (A, B, C)


@pytest.mark.parametrize(
    ("mine", "theirs", "both"),
    [
        ((SURE, B, C), (A, B.changed(label="Bob"), C), (SURE, B.changed(label="Bob"), C)),
        ((SURE, B, C), (A.changed(label="Ada"), B, C), (SURE.changed(label="Ada"), B, C)),
        ((A, B), (A, B, C, D), (A, B, D)),
        ((B, C), (A, C), (C,)),
        ((C, B, A), (A, D, B, C), (C, B, A, D)),
        ((A, D, B, C), (C, B, A), (C, B, A, D)),
        ((), (D, A, B, C), (D,)),
    ],
    ids=["two", "two fields", "removed and added", "each removed one", "order mine", "order theirs", "all removed"],
)
def test_what_one_of_them_changed(
    mine: tuple[Contribution, ...], theirs: tuple[Contribution, ...], both: tuple[Contribution, ...]
) -> None:
    assert merged(BASE, mine, theirs) == (both, False)


@pytest.mark.parametrize(
    ("mine", "theirs", "both"),
    [
        ((SURE, B, C), (A.changed(status=Status.DECLINED), B, C), (A.changed(status=Status.DECLINED), B, C)),
        ((B, C), (SURE, B, C), (SURE, B, C)),
        ((SURE, B, C), (B, C), (B, C)),
        ((SURE, B, C), (), ()),
        ((B, A, C), (C, A, B), (C, A, B)),
        ((*BASE, D), (*BASE, D.changed(label="Dora")), (*BASE, D.changed(label="Dora"))),
    ],
    ids=["field", "mine removed it", "they removed it", "they removed all", "order", "both added it"],
)
def test_what_both_changed_is_theirs_and_a_clash(
    mine: tuple[Contribution, ...], theirs: tuple[Contribution, ...], both: tuple[Contribution, ...]
) -> None:
    assert merged(BASE, mine, theirs) == (both, True)


def test_a_contribution_of_an_item_is_an_entry_too() -> None:
    def item(*contributions: Contribution, title: str = "Greeting") -> tuple[Item, ...]:
        return (Item(id="i", title=title, contributions=contributions),)

    both = merged(item(A, B), item(SURE, B, title="Welcome"), item(A, B, C))
    assert both == (item(SURE, B, C, title="Welcome"), False)


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "both"),
    [
        (
            (Note(title="Photos", text="x"), Note(title="Trains", text="y")),
            (Note(title="Photos", text="X"), Note(title="Trains", text="y")),
            (Note(title="Photos", text="x"), Note(title="Trains", text="Y")),
            (Note(title="Photos", text="X"), Note(title="Trains", text="Y")),
        ),
        (
            (Seat(person="p", session="s"),),
            (Seat(person="p", session="s", pinned=True),),
            (Seat(person="p", session="s"), Seat(person="q", session="s")),
            (Seat(person="p", session="s", pinned=True), Seat(person="q", session="s")),
        ),
    ],
    ids=["notes", "seats"],
)
def test_a_note_goes_by_its_title_and_a_seat_by_its_person(
    base: tuple[Frozen, ...], mine: tuple[Frozen, ...], theirs: tuple[Frozen, ...], both: tuple[Frozen, ...]
) -> None:
    assert merged(base, mine, theirs) == (both, False)


@pytest.mark.parametrize(
    ("base", "mine", "theirs"),
    [
        ("a", "b", "c"),
        (("a",), ("a", "b"), ("a", "c")),
        ((Place(room="r"),), (Place(room="s"),), (Place(room="t"),)),
        ((Note(title="", text="a"),) * 2, (Note(title="", text="b"),) * 2, (Note(title="", text="c"),) * 2),
    ],
    ids=["text", "texts", "rooms", "notes of one title"],
)
def test_what_nothing_tells_apart_is_one_value(base: object, mine: object, theirs: object) -> None:
    assert merged(base, mine, theirs) == (theirs, True)


_lists = st.permutations("abcde").flatmap(
    lambda names: st.lists(st.sampled_from(["", "x", "y"]), max_size=5).map(
        lambda labels: tuple(Contribution(id=name, label=label) for name, label in zip(names, labels, strict=False))
    )
)


@given(_lists, _lists, _lists)
def test_who_changed_nothing_takes_the_other(
    base: tuple[Contribution, ...], mine: tuple[Contribution, ...], theirs: tuple[Contribution, ...]
) -> None:
    assert merged(base, mine, base) == (mine, False)
    assert merged(base, base, theirs) == (theirs, False)
    assert merged(base, mine, mine) == (mine, False)
    there, back = merged(base, mine, theirs), merged(base, theirs, mine)
    assert there.clash == back.clash
    assert len({entry.id for entry in there.value}) == len(there.value)
    if not there.clash:
        assert set(there.value) == set(back.value)
