"""One listener that fails never stops the others, and is not left behind itself."""

import pytest

from planner.model import Document
from planner.model.edits import change_plan
from planner.workspace import State, Workspace
from tests.model.small import plan_of


class Follower:
    """Remembers what it was told, and fails as often as it is asked to."""

    def __init__(self, fails: int = 0) -> None:
        self.fails = fails
        self.told: list[tuple[str | None, str]] = []

    def __call__(self, before: State | None, after: State) -> None:
        self.told.append((None if before is None else before.plan.title, after.plan.title))
        if self.fails and len(self.told) > 1:
            self.fails -= 1
            message = "a mistake of this view"
            raise IndexError(message)


@pytest.fixture
def workspace() -> Workspace:
    return Workspace(Document(plan=plan_of(title="one")))


def name(workspace: Workspace, title: str) -> None:
    workspace.apply(lambda plan: change_plan(plan, title=title), title)


def test_the_others_hear_of_a_change_that_one_fails_at(workspace: Workspace) -> None:
    faults: list[Exception] = []
    workspace.on_fault = faults.append
    first, bad, last = Follower(), Follower(fails=1), Follower()
    for follower in (first, bad, last):
        workspace.listen(follower)
    name(workspace, "two")
    name(workspace, "three")
    assert first.told == last.told == [(None, "one"), ("one", "two"), ("two", "three")]
    assert [type(fault) for fault in faults] == [IndexError]


def test_one_that_failed_is_rebuilt_from_the_state_at_once(workspace: Workspace) -> None:
    workspace.on_fault = lambda _: None
    bad = Follower(fails=1)
    workspace.listen(bad)
    name(workspace, "two")
    name(workspace, "three")
    assert bad.told == [(None, "one"), ("one", "two"), (None, "two"), ("two", "three")]


def test_one_that_cannot_be_rebuilt_is_tried_again_at_each_change(workspace: Workspace) -> None:
    faults: list[Exception] = []
    workspace.on_fault = faults.append
    bad = Follower(fails=3)
    workspace.listen(bad)
    for title in ("two", "three", "four"):
        name(workspace, title)
    assert bad.told == [(None, "one"), ("one", "two"), (None, "two"), (None, "three"), (None, "four")]
    assert len(faults) == 3


def test_steps_can_be_taken_back_after_a_fault(workspace: Workspace) -> None:
    workspace.on_fault = lambda _: None
    last = Follower()
    workspace.listen(Follower(fails=9))
    workspace.listen(last)
    name(workspace, "two")
    workspace.undo()
    assert (workspace.plan.title, workspace.state.undo, workspace.state.redo) == ("one", None, "two")
    assert last.told[-1] == ("two", "one")


def test_without_anybody_to_report_to_the_fault_is_raised_once_all_have_heard(workspace: Workspace) -> None:
    last = Follower()
    workspace.listen(Follower(fails=1))
    workspace.listen(last)
    with pytest.raises(IndexError):
        name(workspace, "two")
    assert last.told[-1] == ("one", "two")
    assert workspace.state.undo == "two"


def test_who_has_ended_is_told_nothing_more(workspace: Workspace) -> None:
    last = Follower()
    workspace.listen(lambda before, _: end() if before is not None else None)
    end = workspace.listen(last)
    name(workspace, "two")
    assert last.told == [(None, "one")]
