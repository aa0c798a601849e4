"""The garbage collector waits while much is made, and goes on as it was before."""

import gc

import pytest

from planner.garbage import collecting_later


def test_it_waits_and_goes_on_even_after_an_error() -> None:
    @collecting_later()
    def fail() -> None:
        assert not gc.isenabled()
        raise KeyError

    assert gc.isenabled()
    with pytest.raises(KeyError):
        fail()
    assert gc.isenabled()


def test_it_stays_off_where_it_was_off() -> None:
    gc.disable()
    try:
        with collecting_later():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
