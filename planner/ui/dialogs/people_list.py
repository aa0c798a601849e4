"""A filterable list of people with a second line each."""

from PySide6.QtWidgets import QLineEdit, QListWidget, QWidget

from planner.ui.services.context import WidgetContext
from planner.ui.widgets.field_identity import mark_search
from planner.ui.widgets.two_line_delegate import TwoLineDelegate


class PeopleList(QListWidget):
    """Shows the people who match all words of its filter field, which the dialog places."""

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
