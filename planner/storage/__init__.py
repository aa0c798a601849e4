"""Files: reading, atomic writing, what old formats become, and what is kept beside them so that nothing is lost."""

from planner.storage.backups import Backup, BackupReason, Backups, NotBackedUp
from planner.storage.conflict import ANY, SaveConflict, SaveOutcome, save_guarded
from planner.storage.drafts import Draft, DraftFile, LeftDrafts, discard_drafts, left_drafts, put_rest
from planner.storage.errors import ReadError, StorageError
from planner.storage.folders import local_folder, tighten
from planner.storage.identity import same_file
from planner.storage.journal import Journal, Recovery, Revision, discard, recoverable, sweep, take
from planner.storage.migrations import VERSION
from planner.storage.read import Loaded, digest, parse, read
from planner.storage.replacing import (
    Standing,
    TargetChanged,
    TargetIsPlan,
    begins,
    refuse_plan,
    standing,
    unchanged,
    write_export,
)
from planner.storage.save_errors import NotForgotten, SavedUnconfirmed, SaveFailed, SecondName, TargetReadOnly
from planner.storage.serialise import dump
from planner.storage.siblings import Leftover, Sibling, holding, leftovers, remove_leftover, siblings
from planner.storage.write import save, write

__all__ = [
    "ANY",
    "VERSION",
    "Backup",
    "BackupReason",
    "Backups",
    "Draft",
    "DraftFile",
    "Journal",
    "LeftDrafts",
    "Leftover",
    "Loaded",
    "NotBackedUp",
    "NotForgotten",
    "ReadError",
    "Recovery",
    "Revision",
    "SaveConflict",
    "SaveFailed",
    "SaveOutcome",
    "SavedUnconfirmed",
    "SecondName",
    "Sibling",
    "Standing",
    "StorageError",
    "TargetChanged",
    "TargetIsPlan",
    "TargetReadOnly",
    "begins",
    "digest",
    "discard",
    "discard_drafts",
    "dump",
    "holding",
    "left_drafts",
    "leftovers",
    "local_folder",
    "parse",
    "put_rest",
    "read",
    "recoverable",
    "refuse_plan",
    "remove_leftover",
    "same_file",
    "save",
    "save_guarded",
    "siblings",
    "standing",
    "sweep",
    "take",
    "tighten",
    "unchanged",
    "write",
    "write_export",
]
