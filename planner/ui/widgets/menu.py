"""A menu that gets all keys while it is open."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QMenu


class Menu(QMenu):
    """A menu whose letters are its own; Qt alone would run the command of the view behind it that has this letter."""

    def event(self, event: QEvent) -> bool:
        """Claim every key before it is taken for a shortcut."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)
