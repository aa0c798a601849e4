"""A listener that fails stops no other, and is never left behind: it makes itself anew from the state."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.model import Document, Plan
from planner.model.edits import change_plan
from planner.workspace import State, Workspace
from tests.model.small import plan_of


class View:
    """Follows the titles by what changed, as real views do; is told in advance how often it fails."""

    def __init__(self, *fails: bool) -> None:
        self.fails = list(fails)
        self.told: list[tuple[str | None, str]] = []
        self.titles: tuple[str, ...] = ()

    def render(self, before: State | None, after: State) -> None:
        self.told.append((before.plan.title if before else None, after.plan.title))
        if self.fails and self.fails.pop(0):
            raise LookupError(after.plan.title)
        self.titles = (after.plan.title,) if before is None else (*self.titles, after.plan.title)


def renamed(title: str) -> Callable[[Plan], Plan]:
    return lambda plan: change_plan(plan, title=title)


def workspace(*views: View) -> tuple[Workspace, list[Exception]]:
    faults: list[Exception] = []
    work = Workspace(Document(plan=plan_of(title="First")), on_fault=faults.append)
    for view in views:
        work.listen(view.render)
    return work, faults


def test_all_are_told_though_one_fails_and_that_one_once_more_to_make_itself_anew() -> None:
    good, bad, last = View(), View(False, True), View()
    work, faults = workspace(good, bad, last)
    work.apply(renamed("One"), "Rename")
    assert good.told == last.told == [(None, "First"), ("First", "One")]
    assert bad.told == [(None, "First"), ("First", "One"), (None, "One")]
    assert bad.titles == ("One",)
    assert [str(fault) for fault in faults] == ["One"]
    work.apply(renamed("Two"), "Rename")
    assert bad.told[-1] == ("One", "Two")
    assert len(faults) == 1


def test_one_that_cannot_make_itself_anew_is_asked_again_at_the_next_change() -> None:
    bad, last = View(False, True, True, True, True), View()
    work, faults = workspace(bad, last)
    work.apply(renamed("One"), "Rename")
    work.apply(renamed("Two"), "Rename")
    assert bad.told[1:] == [("First", "One"), (None, "One"), (None, "Two"), (None, "Two")]
    assert [str(fault) for fault in faults] == ["One", "Two"]
    work.apply(renamed("Three"), "Rename")
    work.undo()
    assert bad.told[-2:] == [(None, "Three"), ("Three", "Two")]
    assert bad.titles == ("Three", "Two")
    assert last.titles == ("First", "One", "Two", "Three", "Two")


def test_the_fault_is_told_after_all_have_heard_and_everything_is_as_it_should_be() -> None:
    told: list[tuple[str, str | None]] = []
    last = View()

    def hear(_fault: Exception) -> None:
        told.append((last.titles[-1], work.state.undo))

    work = Workspace(Document(plan=plan_of(title="First")), on_fault=hear)
    work.listen(View(False, True).render)
    work.listen(last.render)
    work.apply(renamed("One"), "Rename")
    assert told == [("One", "Rename")]


def test_without_anybody_to_hear_of_it_the_fault_is_raised_and_undo_and_redo_still_work() -> None:
    last = View()
    work = Workspace(Document(plan=plan_of(title="First")))
    work.listen(View(False, True, False, True, False, True).render)
    work.listen(last.render)
    for change, title, steps in (
        (lambda: work.apply(renamed("One"), "Rename"), "One", ("Rename", None)),
        (work.undo, "First", (None, "Rename")),
        (work.redo, "One", ("Rename", None)),
    ):
        with pytest.raises(LookupError):
            change()
        assert work.plan.title == last.titles[-1] == title
        assert (work.state.undo, work.state.redo) == steps


def test_one_that_fails_from_the_first_still_listens_and_keeps_nobody_from_listening() -> None:
    bad, last = View(True), View()
    work, faults = workspace(bad, last)
    assert len(faults) == 1
    work.apply(renamed("One"), "Rename")
    assert bad.told == [(None, "First"), (None, "One")]
    assert last.titles == ("First", "One")


def test_whoever_has_left_is_told_nothing_even_in_the_midst_of_a_change() -> None:
    gone, bad = View(), View(False, True, True)
    work, _ = workspace()
    ends: list[Callable[[], None]] = []

    def leave(before: State | None, _after: State) -> None:
        if before is not None:
            for end in ends:
                end()

    ends.append(work.listen(bad.render))
    work.listen(leave)
    ends.append(work.listen(gone.render))
    work.apply(renamed("One"), "Rename")
    work.apply(renamed("Two"), "Rename")
    assert gone.told == [(None, "First")]
    assert bad.told == [(None, "First"), ("First", "One")]


def test_a_change_that_a_listener_makes_reaches_all_others() -> None:
    first, bad, last = View(), View(False, True, True), View()
    work, _ = workspace(first, bad)

    def commit(before: State | None, after: State) -> None:
        if before is not None and after.plan.title == "One":
            work.apply(renamed("Two"), "Commit")

    work.listen(commit)
    work.listen(last.render)
    work.apply(renamed("One"), "Rename")
    assert [view.titles[-1] for view in (first, bad, last)] == ["Two", "Two", "Two"]


@given(st.lists(st.lists(st.booleans(), max_size=12), min_size=1, max_size=4), st.integers(1, 6))
def test_whatever_fails_and_when_each_view_shows_the_plan_as_soon_as_it_can(
    failures: list[list[bool]], changes: int
) -> None:
    views = [View(*fails) for fails in failures]
    work, _ = workspace(*views)
    for number in range(changes):
        work.apply(renamed(str(number)), "Rename")
    for view in views:
        view.fails.clear()
    work.apply(renamed("End"), "Rename")
    for view in views:
        assert view.titles[-1] == "End"
        assert len(view.titles) == 1 or view.told[-1][0] == str(changes - 1)
