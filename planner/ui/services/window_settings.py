"""What the window remembers from one run to the next: its size, its sides, and where the last plans lie."""

from contextlib import suppress
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

MAX_RECENT: Final = 8


class WindowSettings:
    """Settings of this user on this machine. Of plans it keeps only where they lie, nothing that stands in them."""

    def __init__(self, path: Path | None = None) -> None:
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
        file = path or Path(place) / "planner" / "window.ini"
        self._file, self._private = file, False
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)

    def recent(self) -> tuple[Path, ...]:
        """Return the plans opened or saved last, newest first; those that are gone are left out."""
        paths = (Path(path) for path in self._paths())
        return tuple(path for path in paths if _is_file(path))

    def remember(self, path: Path) -> None:
        """Put a plan at the head of the list."""
        from planner.storage import same_file  # late: the first picture does without it

        rest = [known for known in self._paths() if not same_file(Path(known), path)]
        self._put("recent", [str(path), *rest][:MAX_RECENT])

    def forget_recent(self) -> None:
        """Empty the list."""
        self._settings.remove("recent")

    def bytes(self, name: str) -> QByteArray | None:
        """Return a geometry as Qt gave it, or None."""
        found = self._settings.value(name)
        return found if isinstance(found, QByteArray) and not found.isEmpty() else None

    def keep(self, name: str, value: QByteArray) -> None:
        """Keep a geometry."""
        self._put(name, value)

    def word(self, name: str) -> str:
        """Return a choice, or nothing."""
        found = self._settings.value(name)
        return found if isinstance(found, str) else ""

    def keep_word(self, name: str, value: str) -> None:
        """Keep a choice."""
        self._put(name, value)

    def flush(self) -> None:
        """Write now what is kept."""
        self._settings.sync()

    def _paths(self) -> list[str]:
        found = self._settings.value("recent")
        if isinstance(found, str):
            return [found]
        return [path for path in found if isinstance(path, str)] if isinstance(found, list) else []

    def _put(self, key: str, value: object) -> None:
        """Set a value; before the first, see to it that nobody else may read what plans are called."""
        if not self._private:
            from planner.storage.folders import begin_private  # late: the first picture does without it

            with suppress(OSError):  # then nothing is remembered
                begin_private(self._file)
            self._private = True
        self._settings.setValue(key, value)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False
