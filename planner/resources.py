"""The one locator of everything that is shipped beside the code: fonts, icons, translations, examples."""

import sys
from pathlib import Path


def resource(*parts: str) -> Path:
    """Return the path of a shipped file: in a checkout, an installed package or a frozen program."""
    return _root().joinpath(*parts)


def _root() -> Path:
    package = Path(__file__).resolve().parent
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle:
        return Path(bundle, "resources")
    installed = package / "_resources"  # where the wheel puts them
    return installed if installed.is_dir() else package.parent / "resources"
