"""Files: reading with named errors, atomic writing, migrations, and the journals and backups that prevent losses."""

from planner.storage.backups import Backup, BackupReason, Backups, NotBackedUp
from planner.storage.conflict import ANY, SaveConflict, SaveOutcome, save_guarded
from planner.storage.drafts import Draft, DraftFile, LeftDrafts, discard_drafts, left_drafts, put_rest
from planner.storage.errors import ReadError, StorageError
from planner.storage.folders import local_folder, tighten
from planner.storage.journal import Journal, Recovery, Revision, discard, recoverable, sweep, take
from planner.storage.migrations import VERSION
from planner.storage.neighbouring_files import (
    Leftover,
    Sibling,
    files_with_person,
    leftovers,
    remove_leftover,
    siblings,
)
from planner.storage.path_identity import same_file
from planner.storage.read import Loaded, digest, parse, read
from planner.storage.replacing import (
    Fingerprint,
    TargetChanged,
    TargetIsPlan,
    begins,
    check_unchanged,
    fingerprint,
    refuse_plan,
    write_export,
)
from planner.storage.save_errors import NotForgotten, SavedUnconfirmed, SaveFailed, SecondName, TargetReadOnly
from planner.storage.serialise import dump
from planner.storage.write import save, write

__all__ = [
    "ANY",
    "VERSION",
    "Backup",
    "BackupReason",
    "Backups",
    "Draft",
    "DraftFile",
    "Fingerprint",
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
    "StorageError",
    "TargetChanged",
    "TargetIsPlan",
    "TargetReadOnly",
    "begins",
    "check_unchanged",
    "digest",
    "discard",
    "discard_drafts",
    "dump",
    "files_with_person",
    "fingerprint",
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
    "sweep",
    "take",
    "tighten",
    "write",
    "write_export",
]
