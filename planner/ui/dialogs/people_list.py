"""People in a list with a line below each, and a field that sifts them."""

from PySide6.QtWidgets import QLineEdit, QListWidget, QWidget

from planner.ui.services.context import WidgetContext
from planner.ui.widgets.field_identity import mark_search
from planner.ui.widgets.two_line_delegate import TwoLineDelegate


class PeopleList(QListWidget):
    """Shows only those who have all words of its field; where the field stands is the dialog's affair."""

    def __init__(self, context: WidgetContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        t = context.t
        self.setAccessibleName(t("People"))
        self.setItemDelegate(TwoLineDelegate(context, self))
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(t("Name or organisation"))
        self.filter.setAccessibleName(t("Filter"))
        mark_search(self.filter)
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._sift)

    def _sift(self, text: str) -> None:
        words = text.casefold().split()
        for row in range(self.count()):
            item = self.item(row)
            item.setHidden(not all(word in item.text().casefold() for word in words))
