"""Which file names a system takes: judged before something is written, for Windows' own errors name no reason."""

import re
import sys
from pathlib import PureWindowsPath
from typing import Final

_REFUSED: Final = re.compile(r'[\x00-\x1f<>:"|?*]')
_RESERVED: Final = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])", re.IGNORECASE)


def fault_of(path: str, *, windows: bool = sys.platform == "win32") -> str:
    """Return the character, or the reserved word, for which Windows refuses the name of a file; nothing if it is fine.

    Also refused is what it would take for something else: `a:b.csv` is a file on the drive a, `ab:c.csv` a hidden
    part of the file ab, and a dot or a blank at the end is dropped (Microsoft, "Naming Files, Paths, and Namespaces").
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


def _shown(character: str) -> str:
    visible = character.isprintable() and not character.isspace()
    return character if visible else f"U+{ord(character):04X}"
