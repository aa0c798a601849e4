"""The errors of reading a file, one per situation: what happened, what was not lost, and what to do."""

import os
from pathlib import Path
from typing import ClassVar

from planner.text import mark


class StorageError(Exception):
    """A file that could not be read or written.

    The message is made of the class's sentence (English, to be translated) and the facts of the case.
    """

    code: ClassVar[str] = "storage"
    sentence: ClassVar[str] = ""

    def __init__(self, path: Path | str = "", **facts: str | int) -> None:
        self.facts: dict[str, str | int] = {"path": shown(path), **facts}
        super().__init__(self.sentence.format_map(self.facts))


def shown(path: Path | str) -> str:
    """Return a path as printable text; any other character becomes U+FFFD."""
    return "".join(character if character.isprintable() else "\ufffd" for character in os.fspath(path))


class ReadError(StorageError):
    """A file that could not be opened as a plan; it was not touched."""


class NotFound(ReadError):  # noqa: N818  # named for the situation
    """The file does not exist."""

    code = "not-found"
    sentence = mark("There is no file {path}. Nothing was lost; check whether it was moved or renamed.")


class NotReadable(ReadError):  # noqa: N818
    """The system refuses to read the file; facts: reason."""

    code = "not-readable"
    sentence = mark(
        "{path} cannot be read ({reason}). The file was not touched; ask for permission to read it, or open a copy."
    )


class NotAFile(ReadError):  # noqa: N818
    """The path leads to a folder or a device."""

    code = "not-a-file"
    sentence = mark("{path} is not a file but a folder or a device. Nothing was touched; choose a plan file.")


class EmptyFile(ReadError):  # noqa: N818
    """The file has no content but white space."""

    code = "empty"
    sentence = mark("{path} is empty. The file was not touched; open the newest backup of this plan.")


class ZeroFilled(ReadError):  # noqa: N818
    """NUL bytes in place of text, as after a crash of the machine; facts: offset in bytes."""

    code = "zero-filled"
    sentence = mark(
        "{path} contains zeros instead of text from byte {offset} on, as after a computer "
        "crash. The file was not touched; open the newest backup of this plan."
    )


class Truncated(ReadError):  # noqa: N818
    """The file ends too early; facts: line."""

    code = "truncated"
    sentence = mark(
        "{path} breaks off in line {line}. The file was not touched; if it is still being "
        "copied, wait and try again, otherwise open the newest backup of this plan."
    )


class Damaged(ReadError):  # noqa: N818
    """A plan that is no longer valid JSON; facts: line, column, detail."""

    code = "damaged"
    sentence = mark(
        "{path} is damaged in line {line}, column {column} ({detail}). The file was not "
        "touched; correct that line in a text editor or open the newest backup of this plan."
    )


class NotAPlan(ReadError):  # noqa: N818
    """The file is not a plan."""

    code = "not-a-plan"
    sentence = mark("{path} is not a plan of this program. The file was not touched; choose a file that ends in .plan.")


class NewerVersion(ReadError):  # noqa: N818
    """The format is newer than this program; facts: version, known (the newest that can be read)."""

    code = "newer-version"
    sentence = mark(
        "{path} was made by a newer version of this program (format {version}; this one knows {known}). "
        "The file was not touched; install the newer version to open it."
    )


class DuplicateKey(ReadError):  # noqa: N818
    """An object has the same key twice, so one of the values would be lost; facts: key."""

    code = "duplicate-key"
    sentence = mark(
        "{path} names the field “{key}” twice in one place, so that it is not clear which one counts. "
        "The file was not touched; remove one of them in a text editor or open a backup."
    )


class InvalidPlan(ReadError):  # noqa: N818
    """The model refuses the content; facts: where (path in the document), detail, kind (stable), count of errors."""

    code = "invalid"
    sentence = mark(
        "{path} contains something that a plan cannot hold, at {where}: {detail}. The file "
        "was not touched; correct it in a text editor or open the newest backup of this plan."
    )


class LoneSurrogate(ReadError):  # noqa: N818
    """Half of a UTF-16 surrogate pair, which UTF-8 cannot encode; facts: line, column."""

    code = "lone-surrogate"
    sentence = mark(
        "{path} contains half a character (a lone surrogate) in line {line}, column "
        "{column}. The file was not touched; remove it in a text editor or open the newest "
        "backup of this plan."
    )


class TooLarge(ReadError):  # noqa: N818
    """The file is larger than a plan may be; facts: size and limit in MB."""

    code = "too-large"
    sentence = mark("{path} is too large for a plan ({size} MB; {limit} MB are allowed). The file was not touched.")


class TooMany(ReadError):  # noqa: N818
    """More entries than a plan may have; facts: limit."""

    code = "too-many"
    sentence = mark("{path} has too many entries for a plan (over {limit}). The file was not touched.")


class TooDeep(ReadError):  # noqa: N818
    """The JSON is nested deeper than the parser can follow."""

    code = "too-deep"
    sentence = mark("{path} is nested deeper than any plan. The file was not touched; choose another file.")


class NotUtf8(ReadError):  # noqa: N818
    """The text is not encoded in UTF-8; facts: offset in bytes."""

    code = "not-utf-8"
    sentence = mark(
        "{path} is not UTF-8 text from byte {offset} on. The file was not touched; if an "
        "editor saved it in another encoding, save it there as UTF-8, otherwise open a "
        "backup."
    )
