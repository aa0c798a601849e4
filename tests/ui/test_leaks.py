"""Leaked windows, timers and threads are noticed: the check behind every test of the window sees each kind."""

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, QThread, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget

from tests.ui.conftest import leakable

Leak = Callable[[QApplication], tuple[object, Callable[[], object]]]
"""Makes something that would leak; return it, and what ends it."""


def window(_qapp: QApplication) -> tuple[object, Callable[[], object]]:
    made = QWidget()
    return made, made.deleteLater


def shown_label(_qapp: QApplication) -> tuple[object, Callable[[], object]]:
    made = QLabel("Left open")
    made.show()
    return made, made.deleteLater


def dialog(_qapp: QApplication) -> tuple[object, Callable[[], object]]:
    made = QDialog()
    return made, made.deleteLater


def timer(_qapp: QApplication) -> tuple[object, Callable[[], object]]:
    made = QTimer()
    made.start(60_000)
    return made, made.stop


def timer_of_another(qapp: QApplication) -> tuple[object, Callable[[], object]]:
    made = QTimer(qapp)
    made.start(60_000)
    return made, made.deleteLater


def thread(_qapp: QApplication) -> tuple[object, Callable[[], object]]:
    end = threading.Event()
    made = threading.Thread(target=end.wait, daemon=True)
    made.start()

    def stop() -> None:
        end.set()
        made.join()

    return made, stop


def qt_thread(qapp: QApplication) -> tuple[object, Callable[[], object]]:
    made = QThread(qapp)
    made.start()

    def stop() -> None:
        made.quit()
        made.wait()
        made.deleteLater()

    return made, stop


@pytest.mark.parametrize("leak", [window, shown_label, dialog, timer, timer_of_another, thread, qt_thread])
def test_what_would_outlive_a_test_is_noticed(leak: Leak, qapp: QApplication) -> None:
    before = leakable(qapp)
    made, end = leak(qapp)
    try:
        assert leakable(qapp) - before == {made}
    finally:
        end()


def test_what_lies_in_something_else_or_does_nothing_is_no_leak(qapp: QApplication) -> None:
    before = leakable(qapp)
    idle, thing = QTimer(), QObject()
    assert leakable(qapp) == before
    del idle, thing
