"""The one clock: whoever must know what time it is asks it, and a test sets it."""

from collections.abc import Callable
from datetime import UTC, date, datetime


def machine_time() -> datetime:
    """Return the time of this machine, in UTC."""
    return datetime.now(UTC)


class Clock:
    """Tells the time; what it reads can be replaced while others hold the clock."""

    def __init__(self, read: Callable[[], datetime] = machine_time) -> None:
        self.read = read

    def now(self) -> datetime:
        """Return the present moment, in UTC."""
        return self.read().astimezone(UTC)

    def here(self) -> datetime:
        """Return the present moment in the time zone of this machine."""
        return self.read().astimezone()

    def today(self) -> date:
        """Return the date in the time zone of this machine."""
        return self.here().date()
