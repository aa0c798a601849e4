"""The ledger: what was given out, and what was sent to whom; append-only, outside undo, merged by union."""

from datetime import datetime
from functools import cached_property
from typing import Annotated, Final, Literal, Self, TypeAlias

from pydantic import Field

from planner.model.base import Frozen, Id, Line
from planner.model.marks import LOOSE_ID
from planner.model.time import Instant

GivenStatus = Literal["tentative", "confirmed", "cancelled"]
MAX_SEQUENCE: Final = 2**31 - 1
"""The largest integer of a calendar file (RFC 5545 3.3.8)."""
Sequence: TypeAlias = Annotated[int, Field(ge=0, le=MAX_SEQUENCE)]


class Given(Frozen):
    """The facts of one session as they were given out: no contact data, no copy of the plan."""

    session: Id
    start: Instant
    end: Instant
    rooms: tuple[Id, ...] = ()
    location: Line = ""
    title: Line = ""
    status: GivenStatus = "confirmed"
    sequence: Sequence = 0
    at: Instant
    """The time of the release that last changed this session: DTSTAMP and LAST-MODIFIED (RFC 5545 3.8.7)."""

    @property
    def following(self) -> int:
        """Return the sequence of the next change; it stays at the maximum, because it must never fall."""
        return min(self.sequence + 1, MAX_SEQUENCE)


class Release(Frozen):
    """A named state that was given out."""

    id: Id
    name: Line
    at: Instant
    given: tuple[Given, ...] = ()


class Sent(Frozen):
    """The last state of a session that a recipient was sent; the recipient is a person's id or a pseudonym."""

    recipient: Annotated[Id, LOOSE_ID]
    session: Id
    sequence: Sequence
    status: GivenStatus
    at: Instant


class Ledger(Frozen):
    """All releases and all that was sent, oldest first."""

    releases: tuple[Release, ...] = ()
    sent: tuple[Sent, ...] = ()

    @cached_property
    def current(self) -> dict[str, Given]:
        """The facts of each session as last given out, cancelled ones included, by session id."""
        return {given.session: given for release in self.releases for given in release.given}

    def merged(self, other: Self) -> Self:
        """Return the union of two ledgers, as needed when two copies of a file meet."""
        releases = {release.id: release for release in (*other.releases, *self.releases)}
        sent = dict.fromkeys((*other.sent, *self.sent))
        return self.changed(
            releases=tuple(sorted(releases.values(), key=lambda release: (release.at, release.id))),
            sent=tuple(sorted(sent, key=_sending)),
        )


def _sending(sent: Sent) -> tuple[datetime, str, str, int]:
    return sent.at, sent.recipient, sent.session, sent.sequence
