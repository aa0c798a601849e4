"""The migrations of old file formats: one pure function for every released version.

A change of the model that old programs cannot read raises VERSION and adds a function here, which takes the whole
raw file of the previous version and returns that of the next. A field missing from a file is empty (see
planner.storage.serialise), so a default that is empty today may only change together with a migration.
"""

from collections.abc import Callable
from typing import Any, Final, TypeAlias

Raw: TypeAlias = dict[str, Any]
Migration: TypeAlias = tuple[int, Callable[[Raw], Raw]]

VERSION: Final = 1
"""The format that is written."""

MIGRATIONS: Final[tuple[Migration, ...]] = ()
"""Pairs of a version and the function that turns it into the next; in order, without gaps."""


def migrate(raw: Raw, migrations: tuple[Migration, ...] = MIGRATIONS, newest: int = VERSION) -> Raw:
    """Return a raw file in the newest version; each step must return a new dict.

    Raises ValueError if the migrations have a gap or do not start at the version of the file.
    """
    version: int = raw["version"]
    oldest = newest - len(migrations)
    if [step[0] for step in migrations] != list(range(oldest, newest)):
        message = f"the migrations do not lead to version {newest} one by one"
        raise ValueError(message)
    if not oldest <= version <= newest:
        message = f"there is no migration from version {version}"
        raise ValueError(message)
    for start, step in migrations[version - oldest :]:
        raw = {**step(raw), "version": start + 1}
    return raw
