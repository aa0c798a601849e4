"""File names made of titles: what every system takes, Windows too."""

import re
import unicodedata
from pathlib import Path
from typing import Final

MAX: Final = 80
_RESERVED: Final = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)
_UNSAFE: Final = re.compile(r"[^\w\- ().,&+]+")


def file_name(title: str, ending: str) -> str:
    """Return a file name for a title; letters of all scripts stay, what a system could refuse goes."""
    name = _UNSAFE.sub(" ", unicodedata.normalize("NFC", title))
    name = re.sub(r"\s+", " ", name).strip(" .-")[:MAX].strip(" .-")
    if not name or _RESERVED.fullmatch(name):
        name = f"Plan {name}".strip()
    return name + ending


def with_ending(path: Path, ending: str) -> Path:
    """Return a path that has an ending: as it is if it has it, in any case; what else follows a dot is no ending."""
    if not path.name or path.name.casefold().endswith(ending.casefold()):
        return path
    return path.with_name((path.name.rstrip(" .") or path.name) + ending)
