"""The value of QT_QPA_PLATFORM that draws into memory, on a screen of a given size in pixels.

Without one Qt's screen has 800 by 800 pixels, which no window of ours fits on.
"""

from pathlib import Path


def offscreen(size: str = "1920x1080") -> str:
    """Return the platform with a screen from tests/screens."""
    return f"offscreen:configfile={Path(__file__).parent / 'screens' / f'{size}.json'}"
