"""The workspace: undo and redo give the same plans, the ledger stays, files hold what they should."""

import shutil
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from planner.clock import Clock
from planner.model import Contribution, Document, Ledger, Plan, Sent
from planner.model.edits import add_session, change_plan, move_session, remove_session, resize_session
from planner.storage import StorageError, read
from planner.workspace import NoPlanError, State, Workspace
from tests.model.small import at, plan_of
from tests.profiles import tries

NOW = datetime(2027, 1, 1, tzinfo=UTC)


def renamed(title: str) -> Callable[[Plan], Plan]:
    return lambda plan: change_plan(plan, title=title)


def workspace() -> Workspace:
    return Workspace(Document(plan=plan_of(at("a", 900), at("b", 1000))))


def test_undo_and_redo_give_the_same_objects() -> None:
    work = workspace()
    first = work.plan
    assert work.apply(renamed("One"), "Rename")
    second = work.plan
    work.undo()
    assert work.plan is first
    assert (work.state.undo, work.state.redo) == (None, "Rename")
    work.redo()
    assert work.plan is second
    assert (work.state.undo, work.state.redo) == ("Rename", None)


def test_what_changes_nothing_is_no_step() -> None:
    work = workspace()
    assert not work.apply(renamed(work.plan.title), "Rename")
    assert not work.apply(lambda plan: Plan.model_validate_json(plan.model_dump_json()), "Copy")
    assert work.state.undo is None


def test_an_edit_that_raises_leaves_everything_as_it_was() -> None:
    work = workspace()
    work.apply(renamed("One"), "Rename")
    work.undo()
    before = work.state
    with pytest.raises(KeyError):
        work.apply(lambda plan: move_session(plan, "nowhere", "mon", 0), "Move")
    assert work.state is before


def test_steps_of_one_gesture_are_one_and_others_are_not() -> None:
    work = workspace()
    first = work.plan
    for title in ("O", "On", "One"):
        work.apply(renamed(title), "Type", merge="title")
    work.apply(renamed("Two"), "Rename")
    work.apply(renamed("Three"), "Type", merge="title")
    work.undo()
    assert work.plan.title == "Two"
    work.undo()
    assert work.plan.title == "One"
    work.undo()
    assert work.plan is first


def test_a_gesture_that_comes_back_is_no_step_and_the_same_plan() -> None:
    work = workspace()
    first = work.plan
    for minutes in (70, 80, 60):
        work.apply(lambda plan, minutes=minutes: resize_session(plan, "a", minutes), "Resize", merge="drag 1")
    assert work.plan is first
    assert work.state.undo is None


def test_a_gesture_after_undo_does_not_merge_with_what_was_before() -> None:
    work = workspace()
    work.apply(renamed("One"), "Type", merge="title")
    work.apply(renamed("Two"), "Rename")
    work.undo()
    work.apply(renamed("Three"), "Type", merge="title")
    assert work.state.redo is None
    work.undo()
    assert work.plan.title == "One"


def test_listeners_are_told_before_and_after_in_order_until_they_leave() -> None:
    work = workspace()
    told: list[tuple[str, State | None, State]] = []
    leave = work.listen(lambda before, after: told.append(("one", before, after)))
    work.listen(lambda before, after: told.append(("two", before, after)))
    assert [(who, before) for who, before, _ in told] == [("one", None), ("two", None)]
    old = work.state
    work.apply(renamed("One"), "Rename")
    assert [(who, before) for who, before, _ in told[2:]] == [("one", old), ("two", old)]
    assert all(after is work.state for _, _, after in told[2:])
    leave()
    leave()
    work.undo()
    assert [who for who, _, _ in told[4:]] == ["two"]


def test_what_was_given_out_survives_undo() -> None:
    work = Workspace(Document(plan=plan_of(at("a", 900))), clock=Clock(lambda: NOW))
    work.apply(renamed("One"), "Rename")
    assert work.save_release("First").at == NOW
    work.undo()
    assert [release_.name for release_ in work.state.document.ledger.releases] == ["First"]
    assert work.plan.title == ""


def test_forgetting_a_person_leaves_nothing_in_plan_past_future_or_ledger() -> None:
    plan = plan_of(at("a", 900, contributions=(Contribution(id="c", person="ann"),)))
    sent = Sent(recipient="ann", session="a", sequence=0, status="confirmed", at=NOW)
    work = Workspace(Document(plan=plan, ledger=Ledger(sent=(sent, sent.changed(recipient="ben")))))
    work.apply(renamed("One"), "Rename")
    work.apply(renamed("Two"), "Rename")
    work.undo()
    work.forget_person("ann")
    assert (work.state.undo, work.state.redo) == (None, None)
    assert '"ann"' not in work.state.document.model_dump_json()
    assert [record.recipient for record in work.state.document.ledger.sent][1] == "ben"
    assert work.state.saved is None
    assert work.state.dirty
    work.undo()
    work.redo()
    assert "ann" not in work.plan.person_by_id


def test_a_file_is_opened_and_saved_and_dirty_tells_the_truth(tmp_path: Path) -> None:
    work, path = workspace(), tmp_path / "event.plan"
    assert work.state.dirty
    with pytest.raises(ValueError, match="path"):
        work.save()
    work.save(path)
    assert not work.state.dirty
    work.apply(renamed("One"), "Rename")
    assert work.state.dirty
    work.undo()
    assert not work.state.dirty
    work.redo()
    work.save()
    assert read(path).document == work.state.document
    other = Workspace(Document(plan=Plan(id="x")))
    other.open(path)
    assert (other.state.document, other.state.path, other.state.dirty) == (work.state.document, path, False)
    assert other.state.undo is None


def test_what_cannot_be_opened_or_saved_leaves_everything_as_it_was(tmp_path: Path) -> None:
    work = workspace()
    work.apply(renamed("One"), "Rename")
    before = work.state
    (tmp_path / "bad.plan").write_text("{")
    with pytest.raises(StorageError):
        work.open(tmp_path / "bad.plan")
    with pytest.raises(StorageError):
        work.save(tmp_path / "missing" / "event.plan")
    assert work.state is before
    work.undo()
    assert work.plan.title == ""


class _Life(RuleBasedStateMachine):
    """Applies, undoes, redoes, releases, saves and opens in any order, beside a model of what must come out."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.work = workspace()
        self.plans: list[Plan] = [self.work.plan]
        self.place = 0
        self.releases = 0
        self.files: dict[Path, Document] = {}
        self.number = 0

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    def _apply(self, edit: Callable[[Plan], Plan]) -> None:
        if self.work.apply(edit, f"Step {self.place + 1}"):
            self.plans = [*self.plans[: self.place + 1], self.work.plan]
            self.place += 1

    @rule(minutes=st.integers(0, 300), start=st.integers(0, 1500), flow=st.booleans(), data=st.data())
    def move(self, minutes: int, start: int, *, flow: bool, data: Any) -> None:  # noqa: ANN401
        ids = [session.id for session in self.work.plan.sessions]
        if ids:
            chosen = data.draw(st.sampled_from(ids))
            self._apply(lambda plan: move_session(plan, chosen, "mon", start, flow=flow))
            self._apply(lambda plan: resize_session(plan, chosen, minutes, flow=flow))

    @rule()
    def add(self) -> None:
        self.number += 1
        self._apply(lambda plan: add_session(plan, at(f"n{self.number}", 1200)))

    @rule()
    def remove(self) -> None:
        self._apply(lambda plan: remove_session(plan, plan.sessions[0].id) if plan.sessions else plan)

    @rule()
    def undo(self) -> None:
        self.work.undo()
        self.place = max(0, self.place - 1)

    @rule()
    def redo(self) -> None:
        self.work.redo()
        self.place = min(len(self.plans) - 1, self.place + 1)

    @rule()
    def save_release(self) -> None:
        self.work.save_release("Release")
        self.releases += 1

    @rule(name=st.sampled_from(("one.plan", "two.plan")))
    def save(self, name: str) -> None:
        self.work.save(self.folder / name)
        self.files[self.folder / name] = self.work.state.document

    @precondition(lambda self: self.files)
    @rule(data=st.data())
    def open(self, data: Any) -> None:  # noqa: ANN401
        path = data.draw(st.sampled_from(sorted(self.files)))
        self.work.open(path)
        assert self.work.state.document == self.files[path]
        self.plans, self.place = [self.work.plan], 0
        self.releases = len(self.work.state.document.ledger.releases)

    @invariant()
    def the_plan_is_the_very_one_that_was_there(self) -> None:
        assert self.work.plan is self.plans[self.place]

    @invariant()
    def the_names_are_those_of_the_steps(self) -> None:
        state = self.work.state
        assert (state.undo is None) == (self.place == 0)
        assert (state.redo is None) == (self.place == len(self.plans) - 1)

    @invariant()
    def the_ledger_only_grows(self) -> None:
        assert len(self.work.state.document.ledger.releases) == self.releases

    @invariant()
    def dirty_tells_whether_the_file_differs(self) -> None:
        state = self.work.state
        held = self.files.get(state.path) if state.path else None
        assert state.dirty == (held != state.document)


TestLife = _Life.TestCase
TestLife.settings = settings(
    max_examples=tries(25), stateful_step_count=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


def test_before_the_first_plan_nobody_is_told_and_nobody_gets_a_made_up_one() -> None:
    work, heard = Workspace(), list[tuple[State | None, State]]()
    work.listen(lambda before, after: heard.append((before, after)))
    assert not work.has_plan
    assert heard == []
    for ask in (lambda: work.plan, work.save, lambda: work.apply(renamed("One"), "Rename")):
        with pytest.raises(NoPlanError):
            ask()
    work.undo()
    work.redo()
    document = Document(plan=Plan(id="first"))
    work.start(document)
    assert work.has_plan
    assert [(before, after.document) for before, after in heard] == [(None, document)]
    assert work.state.revision == 1
    assert work.state.dirty
