"""The available patterns: built-in ones, and the user's own, stored on this machine for all plans."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from planner.model.pattern import Pattern
from planner.storage import StorageError
from planner.storage.patterns import PatternsDamaged, read_patterns, set_aside, write_patterns
from planner.text import Language
from planner.text.patterns import built_in_patterns


class PatternLibrary(QObject):
    """Reads its file on first use, and again before each change, as another window may have written it."""

    changed = Signal()

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._own: tuple[Pattern, ...] | None = None
        self.trouble: StorageError | None = None
        """Why the own patterns could not be read, or None; the file is left as it is."""

    @property
    def own(self) -> tuple[Pattern, ...]:
        """The patterns that were saved on this machine."""
        if self._own is None:
            self._read()
        return self._own or ()

    def all(self, t: Language) -> tuple[Pattern, ...]:
        """Return the built-in patterns in a language, followed by the own ones."""
        return (*built_in_patterns(t), *self.own)

    def find(self, pattern_id: str, t: Language) -> Pattern | None:
        """Return the pattern with an id, or None."""
        return next((pattern for pattern in self.all(t) if pattern.id == pattern_id), None)

    def add(self, pattern: Pattern) -> None:
        """Store a pattern; raises StorageError. A damaged file is set aside first."""
        self._change(lambda own: (*own, pattern))

    def rename(self, pattern_id: str, title: str) -> None:
        """Rename an own pattern; raises StorageError."""
        self._change(
            lambda own: tuple(pattern.changed(title=title) if pattern.id == pattern_id else pattern for pattern in own)
        )

    def remove(self, pattern_id: str) -> None:
        """Remove an own pattern; raises StorageError."""
        self._change(lambda own: tuple(pattern for pattern in own if pattern.id != pattern_id))

    def _read(self) -> None:
        self._own, self.trouble = self._own or (), None
        if self._path is not None:
            try:
                self._own = read_patterns(self._path)
            except StorageError as error:  # what was read earlier is kept
                self.trouble = error

    def _change(self, change: Callable[[tuple[Pattern, ...]], tuple[Pattern, ...]]) -> None:
        self._read()
        own = change(self.own)
        if self._path is not None:
            if isinstance(self.trouble, PatternsDamaged):
                set_aside(self._path)
            elif self.trouble is not None:
                raise self.trouble
            write_patterns(self._path, own)
        self._own, self.trouble = own, None
        self.changed.emit()
