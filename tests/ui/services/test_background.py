import threading

import pytest
from PySide6.QtCore import QEvent, QThread
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from planner.ui.services.background import Background, Job
from planner.ui.window.planner_window import PlannerWindow


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
    old = planner.papers
    assert old is not None
    qtbot.waitUntil(lambda: any(label.text() == "Drawing the pages …" for label in old.findChildren(QLabel)))
    planner.set_language("de")
    qtbot.waitUntil(lambda: planner.papers is not old)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(old)
    go.set()
    new = planner.papers
    assert new is not None
    qtbot.waitUntil(lambda: new.pages.count > 0, timeout=20_000)


def test_stopping_waits_for_the_thread(qtbot: QtBot) -> None:
    assert qtbot is not None
    background, ended = Background(), threading.Event()

    def work(_job: Job) -> None:
        ended.set()

    background.run(work, lambda _: None, lambda _: None, receiver=background)
    background.stop()
    assert background.running == 0
