"""Settings that outlive the window: its geometry, its choices, and the paths of recent plans."""

from contextlib import suppress
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

MAX_RECENT: Final = 8


class WindowSettings:
    """Settings of this user on this machine; of plans only paths are stored, never content."""

    def __init__(self, path: Path | None = None) -> None:
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
        file = path or Path(place) / "planner" / "window.ini"
        self._file, self._private = file, False
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)

    def recent(self) -> tuple[Path, ...]:
        """Return existing plans opened or saved last, newest first."""
        paths = (Path(path) for path in self._paths())
        return tuple(path for path in paths if _is_file(path))

    def remember(self, path: Path) -> None:
        """Put a plan at the head of the recent ones."""
        from planner.storage import same_file  # late: the first paint does not need it

        rest = [known for known in self._paths() if not same_file(Path(known), path)]
        self._put("recent", [str(path), *rest][:MAX_RECENT])

    def forget_recent(self) -> None:
        """Clear the list of recent plans."""
        self._settings.remove("recent")

    def bytes(self, name: str) -> QByteArray | None:
        """Return a geometry as Qt gave it, or None."""
        found = self._settings.value(name)
        return found if isinstance(found, QByteArray) and not found.isEmpty() else None

    def keep(self, name: str, value: QByteArray) -> None:
        """Store a geometry."""
        self._put(name, value)

    def word(self, name: str) -> str:
        """Return a choice, or an empty string."""
        found = self._settings.value(name)
        return found if isinstance(found, str) else ""

    def keep_word(self, name: str, value: str) -> None:
        """Store a choice."""
        self._put(name, value)

    def flush(self) -> None:
        """Write all settings to disk now."""
        self._settings.sync()

    def _paths(self) -> list[str]:
        found = self._settings.value("recent")
        if isinstance(found, str):
            return [found]
        return [path for path in found if isinstance(path, str)] if isinstance(found, list) else []

    def _put(self, key: str, value: object) -> None:
        """Set a value; before the first one, make the file private, as paths may tell what plans are about."""
        if not self._private:
            from planner.storage.folders import begin_private  # late: the first paint does not need it

            with suppress(OSError):  # then nothing is stored
                begin_private(self._file)
            self._private = True
        self._settings.setValue(key, value)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False
