"""What a command has printed."""

import pytest


def says(capsys: pytest.CaptureFixture[str]) -> tuple[list[str], list[str]]:
    """Return the lines of the output and of the errors since the last call."""
    out, err = capsys.readouterr()
    return out.splitlines(), err.splitlines()
