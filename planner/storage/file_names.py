"""File names: what Windows refuses, and safe names made from titles."""

import re
import sys
import unicodedata
from collections.abc import Sequence
from pathlib import Path, PureWindowsPath
from typing import Final

MAX_LENGTH: Final = 80
"""Characters of a name made from a title; Windows allows 260 for a path with all its folders."""
_REFUSED: Final = re.compile(r'[\x00-\x1f<>:"|?*]')
_RESERVED: Final = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])", re.IGNORECASE)
_UNSAFE: Final = re.compile(r"[^\w\- ().,&+]+")


def fault_of(path: str, *, windows: bool = sys.platform == "win32") -> str:
    """Return the character or reserved word for which Windows refuses the name of a file, "" if the name is valid.

    Judged before writing, because the errors of Windows name no reason. Also refused is what Windows would interpret
    differently: `a:b.csv` is a file on the drive a, `ab:c.csv` an alternate stream of the file ab, and a trailing dot
    or space is dropped (Microsoft, "Naming Files, Paths, and Namespaces").
    """
    if not windows:
        return ""
    whole = PureWindowsPath(path)
    name = path[len(whole.drive) :] if whole.drive.startswith("\\") or whole.root else path
    name = re.split(r"[\\/]", name)[-1]
    if found := _REFUSED.search(name):
        return _shown(found[0])
    if name.strip(".") and name.endswith((".", " ")):
        return _shown(name[-1])
    stem = name.partition(".")[0].rstrip()
    return stem if _RESERVED.fullmatch(stem) else ""


def file_name(title: str, ending: str) -> str:
    """Return a file name for a title: keep letters of all scripts, drop what any system could refuse."""
    name = _UNSAFE.sub(" ", unicodedata.normalize("NFC", title))
    name = re.sub(r"\s+", " ", name).strip(" .-")[:MAX_LENGTH].strip(" .-")
    if not name or _RESERVED.fullmatch(name):
        name = f"Plan {name}".strip()
    return name + ending


def with_ending(path: Path, ending: str) -> Path:
    """Return a path with an ending: append it if it is missing, in whatever case; replace no other ending."""
    if not path.name or path.name.casefold().endswith(ending.casefold()):
        return path
    return path.with_name((path.name.rstrip(" .") or path.name) + ending)


def file_paths(target: Path, names: Sequence[str]) -> tuple[Path, ...]:
    """Return a path for each file of one export: the target for one without a name, else beside it with its name.

    No two are the same, not even where case does not count.
    """
    found: list[Path] = []
    taken: set[str] = set()
    for name in names:
        first = path = target if not name else target.with_name(f"{target.stem} - {file_name(name, target.suffix)}")
        number = 1
        while path.name.casefold() in taken:
            number += 1
            path = first.with_stem(f"{first.stem} {number}")
        taken.add(path.name.casefold())
        found.append(path)
    return tuple(found)


def _shown(character: str) -> str:
    visible = character.isprintable() and not character.isspace()
    return character if visible else f"U+{ord(character):04X}"
