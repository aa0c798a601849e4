"""File names made of titles: what every system takes, Windows too."""

import re
import unicodedata
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
