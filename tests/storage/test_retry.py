"""Replacing a file is tried again only while another program on Windows holds it, and not for ever."""

import errno
import sys
from collections.abc import Callable

import pytest

from planner.storage.write import PAUSES, retried


class Busy:
    """Fails as Windows does while another program has the file open, so many times."""

    def __init__(self, times: int, number: int) -> None:
        self.left = times
        self.calls = 0
        self.error = OSError(errno.EACCES, "in use")
        self.error.__dict__["winerror"] = number
        if sys.platform == "win32":
            self.error = OSError(errno.EACCES, "in use", None, number)

    def __call__(self) -> None:
        self.calls += 1
        if self.left:
            self.left -= 1
            raise self.error


@pytest.mark.parametrize("number", [5, 32, 33])
def test_a_held_file_is_tried_again(number: int) -> None:
    busy = Busy(2, number)
    retried(busy, (0.0, 0.0, 0.0))
    assert busy.calls == 3


def test_trying_again_ends() -> None:
    busy = Busy(99, 32)
    with pytest.raises(OSError, match="in use"):
        retried(busy, (0.0, 0.0, 0.0))
    assert busy.calls == 4
    assert 2.0 <= sum(PAUSES) <= 3.0
    assert (min(PAUSES), max(PAUSES)) == (0.05, 1.0)


def test_other_failures_are_not_tried_again() -> None:
    busy = Busy(99, 112)
    with pytest.raises(OSError, match="in use"):
        retried(busy, (0.0, 0.0))
    assert busy.calls == 1


def test_a_done_thing_is_not_done_again() -> None:
    action: Callable[[], None] = (busy := Busy(0, 5))
    retried(action, PAUSES)
    assert busy.calls == 1
