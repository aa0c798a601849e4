"""How a command ends: the exit statuses, and the error of a command that refuses to run."""

from typing import Final

OK: Final = 0
ERRORS_FOUND: Final = 1
FAILED: Final = 2
INTERRUPTED: Final = 130
"""128 + SIGINT, as shells report it."""
PIPE_CLOSED: Final = 141
"""128 + SIGPIPE."""


class RefusedError(Exception):
    """A command that cannot be carried out; its text is one translated sentence for the user."""
