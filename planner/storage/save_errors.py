"""The errors of writing a file, one per situation; each says whether the old file is unchanged."""

from planner.storage.errors import StorageError
from planner.text import mark


class SaveFailed(StorageError):  # noqa: N818  # named for the situation
    """The file was not written and the old one is unchanged; facts: reason."""

    code = "save-failed"
    sentence = mark(
        "{path} could not be written ({reason}). What was there before is unchanged; save again or in another place."
    )


class DiskFull(SaveFailed):
    """The disk has no space for the new file beside the old one; facts: reason."""

    code = "disk-full"
    sentence = mark(
        "There is not enough space to write {path} ({reason}). What was there before is "
        "unchanged; free up space and save again, or save in another place."
    )


class FolderMissing(SaveFailed):
    """The folder does not exist; facts: folder."""

    code = "folder-missing"
    sentence = mark(
        "{path} could not be written, because there is no folder {folder}. Nothing was changed; save in another place."
    )


class FolderReadOnly(SaveFailed):
    """The folder is write-protected; facts: folder."""

    code = "folder-read-only"
    sentence = mark(
        "{path} could not be written, because the folder {folder} does not allow it. What "
        "was there before is unchanged; save in another place."
    )


class NameRefused(SaveFailed):
    """Windows refuses the name; facts: fault, the character or reserved word."""

    code = "name-refused"
    sentence = mark(
        "{path} cannot be written, because Windows does not allow “{fault}” in a file name. "
        "Nothing was changed; choose another name."
    )


class TargetReadOnly(SaveFailed):
    """The file is write-protected."""

    code = "target-read-only"
    sentence = mark("{path} is write-protected and was not changed; save in another place or under another name.")


class TargetNotAFile(SaveFailed):
    """The path leads to a folder or a device."""

    code = "target-not-a-file"
    sentence = mark("{path} is a folder or a device and was not touched; save under another name.")


class TargetBusy(SaveFailed):
    """Another program kept the file open through all attempts; facts: kept (the path of the new file), reason."""

    code = "target-busy"
    sentence = mark(
        "{path} is in use by another program and was not changed. The new version is kept in "
        "{kept}; close the other program and save again, or save in another place."
    )


class ExportTargetBusy(SaveFailed):
    """Another program kept the target of an export open through all attempts; nothing was left beside it."""

    code = "export-target-busy"
    sentence = mark(
        "{path} is in use by another program and was not changed. Close it there and export again, "
        "or export under another name."
    )


class ReadBackDiffers(SaveFailed):
    """The bytes read back differ from those written."""

    code = "read-back"
    sentence = mark(
        "The disk did not keep what was written to {path}. What was there before is unchanged; save in another place."
    )


class BackupFailed(SaveFailed):
    """The old file could not be copied, so it was not replaced; facts: backup, reason."""

    code = "backup-failed"
    sentence = mark(
        "The backup {backup} could not be written ({reason}), so {path} was left unchanged; "
        "free up space there and save again, or save in another place."
    )


class TooLargeToSave(SaveFailed):
    """The file would be too large to be opened again; facts: size and limit in MB."""

    code = "too-large-to-save"
    sentence = mark(
        "The plan is too large to be saved ({size} MB; {limit} MB are allowed), and {path} was not changed; "
        "make logos smaller or remove old releases."
    )


class NotForgotten(SaveFailed):
    """Some backups or journals could not be rewritten, all others were; facts: number of failures, reason."""

    code = "not-forgotten"
    sentence = mark(
        "Files in {path} that could not be changed ({reason}) and still contain the deleted "
        "person: {number}. All others have been changed, and every save tries these again; "
        "close the program that is using them."
    )


class SecondName(StorageError):  # noqa: N818  # named for the situation
    """The plan was saved, but further names (hard links) of the old file still lead to the old content."""

    code = "second-name"
    sentence = mark(
        "{path} is saved. The file had a second name elsewhere (a hard link); that one keeps "
        "the previous version, and from now on the two are separate files."
    )


class SavedUnconfirmed(SaveFailed):
    """The new file is in place, but flushing its folder failed, so a power cut could undo it; facts: reason."""

    digest: str = ""
    """SHA-256 of the bytes that were written."""
    code = "unconfirmed"
    sentence = mark(
        "{path} was written, but the disk did not confirm it ({reason}). Save again in another place to be sure."
    )
