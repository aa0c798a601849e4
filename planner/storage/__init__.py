"""Files: reading, atomic writing, and what old formats become."""

from planner.storage.dump import dump
from planner.storage.errors import ReadError, StorageError
from planner.storage.migrations import VERSION
from planner.storage.read import Loaded, digest, parse, read
from planner.storage.save_errors import SavedUnconfirmed, SaveFailed
from planner.storage.write import save, write

__all__ = [
    "VERSION",
    "Loaded",
    "ReadError",
    "SaveFailed",
    "SavedUnconfirmed",
    "StorageError",
    "digest",
    "dump",
    "parse",
    "read",
    "save",
    "write",
]
