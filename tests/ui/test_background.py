import threading

from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot
from shiboken6.Shiboken import delete

from planner.ui.background import Background, Job


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


def test_stopping_waits_for_the_thread(qtbot: QtBot) -> None:
    assert qtbot is not None
    background, ended = Background(), threading.Event()

    def work(_job: Job) -> None:
        ended.set()

    background.run(work, lambda _: None, lambda _: None, receiver=background)
    background.stop()
    assert background.running == 0


def test_what_is_done_for_somebody_who_is_gone_is_told_nobody(qtbot: QtBot) -> None:
    background, view, go = Background(), QObject(), threading.Event()
    seen: list[object] = []

    def work(job: Job) -> None:
        go.wait(5)
        job.report(50)

    background.run(work, seen.append, seen.append, seen.append, receiver=view)
    delete(view)
    go.set()
    background.run(lambda _: "next", seen.append, seen.append, receiver=background)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == ["next"]
    background.stop()
