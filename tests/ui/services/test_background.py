import threading

import pytest
from PySide6.QtCore import QEvent, QThread
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from planner.ui.services.background import Background, Job, Lane
from planner.ui.window.planner_window import PlannerWindow
from tests.ui.harness import papers_of


def test_work_is_done_elsewhere_and_told_here(qtbot: QtBot) -> None:
    background, here = Background(), QThread.currentThread()
    seen: list[object] = []

    def work(job: Job) -> bool:
        job.report(50)
        return QThread.currentThread() is here

    background.run(work, seen.append, seen.append, seen.append, receiver=background)
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen == [50, False]
    background.stop()


def test_what_goes_wrong_is_handed_over(qtbot: QtBot) -> None:
    background = Background()
    failed: list[Exception] = []

    def work(_job: Job) -> None:
        raise ValueError

    background.run(work, lambda _: None, failed.append, receiver=background)
    qtbot.waitUntil(lambda: len(failed) == 1)
    assert isinstance(failed[0], ValueError)
    background.stop()


def test_a_cancelled_job_tells_nobody(qtbot: QtBot) -> None:
    background, go = Background(), threading.Event()
    seen: list[object] = []
    job = background.run(lambda _: go.wait(5), seen.append, seen.append, receiver=background)
    job.cancel()
    go.set()
    background.run(lambda _: "next", seen.append, seen.append, receiver=background)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == ["next"]
    background.stop()


@pytest.mark.parametrize("fails", [False, True])
def test_what_comes_for_somebody_who_is_gone_is_dropped(qtbot: QtBot, fails: bool) -> None:  # a parameter
    background, owner, begun, go = Background(), QWidget(), threading.Event(), threading.Event()
    label, seen = QLabel(owner), list[object]()

    def work(job: Job) -> str:
        job.report(50)
        begun.set()
        go.wait(5)
        seen.append(job.cancelled)
        if fails:
            raise ValueError
        return "late"

    background.run(work, label.setText, lambda error: label.setText(str(error)), label.setNum, receiver=owner)
    assert begun.wait(5)
    owner.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(label)
    go.set()
    background.run(lambda _: "next", seen.append, seen.append, receiver=background)
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen == [True, "next"]
    background.stop()


def test_papers_that_are_drawn_while_the_window_is_made_anew_come_to_nobody(
    planner: PlannerWindow, qtbot: QtBot
) -> None:
    background, go = planner.context.background, threading.Event()
    background.run(lambda _: go.wait(5), lambda _: None, lambda _: None, receiver=planner)
    planner.window.show_view("papers")
    old = papers_of(planner)
    assert old is not None
    qtbot.waitUntil(lambda: any(label.text() == "Drawing the pages …" for label in old.findChildren(QLabel)))
    planner.set_language("de")
    qtbot.waitUntil(lambda: papers_of(planner) is not old)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(old)
    go.set()
    new = papers_of(planner)
    assert new is not None
    qtbot.waitUntil(lambda: new.pages.count > 0, timeout=20_000)


@pytest.mark.parametrize("lane", Lane)
def test_stopping_waits_for_the_thread(qtbot: QtBot, lane: Lane) -> None:
    assert qtbot is not None
    background, ended = Background(), threading.Event()

    def work(_job: Job) -> None:
        ended.set()

    background.run(work, lambda _: None, lambda _: None, receiver=background, lane=lane)
    background.stop()
    assert background.running == 0


def test_a_long_job_does_not_hold_up_what_somebody_looks_at(qtbot: QtBot) -> None:
    background, go = Background(), threading.Event()
    seen: list[object] = []
    background.run(lambda _: go.wait(5), seen.append, seen.append, receiver=background, lane=Lane.LONG)
    background.run(lambda _: "page", seen.append, seen.append, receiver=background)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == ["page"]
    go.set()
    qtbot.waitUntil(lambda: seen == ["page", True])
    background.stop()


@pytest.mark.parametrize("lane", Lane)
def test_two_jobs_of_one_lane_never_run_at_once(qtbot: QtBot, lane: Lane) -> None:
    background, alone = Background(), threading.Lock()
    seen: list[object] = []

    def work(_job: Job) -> bool:
        if not alone.acquire(blocking=False):
            return False
        threading.Event().wait(0.001)  # lets another thread run, if there were one
        alone.release()
        return True

    for _ in range(20):
        background.run(work, seen.append, seen.append, receiver=background, lane=lane)
    qtbot.waitUntil(lambda: len(seen) == 20)
    assert all(seen)
    background.stop()


def test_jobs_that_still_wait_when_all_is_stopped_are_never_begun(qtbot: QtBot) -> None:
    assert qtbot is not None
    background, begun, go = Background(), threading.Event(), threading.Event()
    seen: list[object] = []

    def work(job: Job) -> None:
        begun.set()
        while not job.cancelled and not go.wait(0.01):
            pass
        seen.append(job.cancelled)

    background.run(work, seen.append, seen.append, receiver=background, lane=Lane.LONG)
    background.run(lambda _: seen.append("begun"), seen.append, seen.append, receiver=background, lane=Lane.LONG)
    assert begun.wait(5)
    background.stop()
    assert seen == [True]
