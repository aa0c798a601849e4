"""The field into which the venue's table is pasted."""

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtWidgets import QPlainTextEdit

from planner.importers import NotImported, check_rooms
from planner.text import Language


class RoomsField(QPlainTextEdit):
    """Takes the table of a house; what is longer is refused before it is put in, and what stands there stays."""

    refused = Signal(object)
    """Why it is not put in."""

    def __init__(self, t: Language) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setPlaceholderText(
            t("Paste the venue’s table, one room a line:\nGreat hall; 80 rows; 48 group tables\nRoom 2; 20 circle")
        )

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Put in what is pasted or dropped, as text."""
        try:
            check_rooms(source.text())
        except NotImported as reason:
            self.refused.emit(reason)
        else:
            super().insertFromMimeData(source)
