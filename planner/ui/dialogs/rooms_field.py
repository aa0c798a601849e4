"""The field for the venue's table of rooms."""

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtWidgets import QPlainTextEdit

from planner.importers import NotImported, check_rooms
from planner.text import Language


class RoomsField(QPlainTextEdit):
    """Accepts a table of rooms; longer text is refused before it is inserted, and the old text stays."""

    refused = Signal(object)
    """Emitted with the reason for a refused paste."""

    def __init__(self, t: Language) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setPlaceholderText(
            t("Paste the venue’s table, one room per line:\nGreat hall; 80 rows; 48 group tables\nRoom 2; 20 circle")
        )

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Insert pasted or dropped content as text."""
        try:
            check_rooms(source.text())
        except NotImported as reason:
            self.refused.emit(reason)
        else:
            super().insertFromMimeData(source)
