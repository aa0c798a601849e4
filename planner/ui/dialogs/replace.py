"""Finds and replaces text, with a preview of every match, each of which can be left out."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from planner.fields.searched_texts import LABELS, TEXTS
from planner.model.find_replace import (
    PlanField,
    ReplaceRefusal,
    Search,
    SearchHit,
    by_field,
    hits,
    refusal,
    text_after,
)
from planner.model.limits import limit_of
from planner.text import Language, subject_name
from planner.ui.services.context import WidgetContext
from planner.ui.widgets.dialog_frame import Frame
from planner.ui.widgets.field_identity import identify
from planner.ui.widgets.limit import uncut
from planner.ui.widgets.link_button import LinkButton
from planner.ui.widgets.plain_text import Label, tip

AROUND: Final = 28
"""Characters of context shown before and after each match."""
_MARK: Final = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class ReplaceDialog(Frame):
    """Shows two text fields and four options above the list of matches."""

    typed_form = "replace"

    def __init__(self, context: WidgetContext, parent: QWidget | None = None) -> None:
        t = context.t
        super().__init__(t("Find and replace"), t("Replace"), t, parent)
        self._context = context
        self._hits: tuple[SearchHit, ...] = ()
        self._refused: dict[PlanField, ReplaceRefusal] = {}
        self._words, self._new = QLineEdit(), QLineEdit()
        for line, words in ((self._words, t("Find")), (self._new, t("Replace with"))):
            line.setAccessibleName(words)
            identify(line, "find" if line is self._words else "new")
            uncut(line)
            line.setClearButtonEnabled(True)
        self._case, self._whole = QCheckBox(t("Match &case")), QCheckBox(t("Whole &words"))
        self._rooms, self._people = QCheckBox(t("In names of &rooms too")), QCheckBox(t("In names of &people too"))
        self._table = QTableWidget(0, 3)
        self._count = Label()
        self._count.setObjectName("muted")
        self._lay_out()
        self._words.textChanged.connect(self._search)
        self._new.textChanged.connect(self._show_after)
        for switch in (self._case, self._whole, self._rooms, self._people):
            switch.toggled.connect(self._search)
        self._table.itemChanged.connect(lambda item: self._show_after() if item.column() == 0 else None)
        self.add_cancel()
        self._search()
        self.resize(860, 560)
        self._words.setFocus()

    def _lay_out(self) -> None:
        t = self.t
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        for row, line in enumerate((self._words, self._new)):
            label = Label(line.accessibleName())
            label.setBuddy(line)
            grid.addWidget(label, row, 0)
            grid.addWidget(line, row, 1)
        switches = QHBoxLayout()
        switches.setSpacing(16)
        for switch in (self._case, self._whole, self._rooms, self._people):
            switches.addWidget(switch)
        switches.addStretch(1)
        grid.addLayout(switches, 2, 1)
        table = self._table
        table.setAccessibleName(t("Places"))
        table.setHorizontalHeaderLabels([t("Where"), t("Before"), t("After")])
        table.setItemDelegate(_Marked(self._context, table))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        below = QHBoxLayout()
        below.setSpacing(16)
        below.addWidget(self._count, 1)
        for words, ticked in ((t("Tick all"), True), (t("Untick all"), False)):
            link = LinkButton(self._context, words)
            link.setAutoDefault(False)
            link.clicked.connect(lambda _=False, ticked=ticked: self._tick(ticked=ticked))
            below.addWidget(link)
        self.body.addLayout(grid)
        self.body.addWidget(table, 1)
        self.body.addLayout(below)

    @property
    def replacement(self) -> str:
        """The replacement text."""
        return self._new.text()

    @property
    def words(self) -> str:
        """The search text."""
        return self._words.text()

    def chosen(self) -> tuple[SearchHit, ...]:
        """Return the ticked matches that can be replaced."""
        return tuple(hit for hit in self._ticked() if hit.field not in self._refused)

    def _ticked(self) -> list[SearchHit]:
        boxes = (self._table.item(row, 0) for row in range(len(self._hits)))
        ticks = [box is not None and box.checkState() == Qt.CheckState.Checked for box in boxes]
        return [hit for hit, ticked in zip(self._hits, ticks, strict=True) if ticked]

    def _tick(self, *, ticked: bool) -> None:
        self._table.blockSignals(True)
        for row in range(self._table.rowCount()):
            if item := self._table.item(row, 0):
                item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self._table.blockSignals(False)
        self._show_after()

    def _search(self) -> None:
        """Search again; all matches are ticked."""
        search = Search(
            self._words.text(),
            case=self._case.isChecked(),
            whole=self._whole.isChecked(),
            rooms=self._rooms.isChecked(),
            people=self._people.isChecked(),
        )
        plan = self._context.workspace.plan
        self._hits = hits(plan, search, TEXTS)
        table = self._table
        table.blockSignals(True)
        table.setRowCount(len(self._hits))
        for row, hit in enumerate(self._hits):
            field = hit.field
            name = LABELS[field.model, field.name]
            where = QTableWidgetItem(f"{subject_name(plan, field.subject, self.t)}: {self.t(name)}")
            where.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            where.setCheckState(Qt.CheckState.Checked)
            where.setToolTip(tip(where.text()))
            table.setItem(row, 0, where)
            table.setItem(row, 1, _place(hit, field.text[hit.start : hit.end]))
            table.setItem(row, 2, QTableWidgetItem())
        table.blockSignals(False)
        self._show_after()

    def _show_after(self) -> None:
        """Show the result of each match, or why it cannot be replaced."""
        t, table, ticked = self.t, self._table, self._ticked()
        new = {field: text_after(group, self.replacement) for field, group in by_field(ticked).items()}
        self._refused = {field: why for field, text in new.items() if (why := refusal(field, text)) is not None}
        unticked = set(self._hits) - set(ticked)
        table.blockSignals(True)
        for row, hit in enumerate(self._hits):
            why = None if hit in unticked else self._refused.get(hit.field)
            if why is not None:
                item = QTableWidgetItem(_reason(why, hit.field, t))
                item.setForeground(QColor(self._context.theme.error))
            elif hit in unticked:
                item = QTableWidgetItem(t("stays"))
                item.setForeground(QColor(self._context.theme.muted))
            else:
                item = _place(hit, self.replacement)
            table.setItem(row, 2, item)
        table.blockSignals(False)
        number = len(self.chosen())
        self._count.setText(self._count_words(number))
        self.ok.setText(t.count("Replace {number}", "Replace {number}", number) if number else t("Replace"))
        self.ok.setEnabled(number > 0)

    def _count_words(self, number: int) -> str:
        t = self.t
        if not self._hits:
            return t("No match.") if self._words.text() else ""
        found = t.count("{number} match", "{number} matches", len(self._hits))
        refused = len(self._ticked()) - number
        impossible = t.count("{number} is not possible", "{number} are not possible", refused) if refused else ""
        return " · ".join(part for part in (found, impossible) if part)


class _Marked(QStyledItemDelegate):
    """Draws the match or its replacement in bold."""

    def __init__(self, context: WidgetContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = QColor(context.theme.accent)
        self._ground.setAlpha(48)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row's background, then the text in three parts."""
        pieces: list[str] | None = index.data(_MARK)
        if pieces is None:
            super().paint(painter, option, index)
            return
        found = QStyleOptionViewItem(option)
        flags: QStyle.StateFlag = found.state  # pyright: ignore[reportAttributeAccessIssue]  # the stubs lack it
        box, colours = found.rect.adjusted(6, 0, -4, 0), found.palette  # pyright: ignore[reportAttributeAccessIssue]
        painter.save()
        selected = bool(flags & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(found.rect, colours.highlight())  # pyright: ignore[reportAttributeAccessIssue]
        painter.setClipRect(box)
        painter.setPen(colours.highlightedText().color() if selected else colours.text().color())
        for place, piece in enumerate(pieces):
            font = QFont(found.font)  # pyright: ignore[reportAttributeAccessIssue]
            font.setBold(place == 1)
            painter.setFont(font)
            words = painter.fontMetrics().elidedText(piece, Qt.TextElideMode.ElideRight, max(0, box.width()))
            width = painter.fontMetrics().horizontalAdvance(words)
            if place == 1 and not selected:
                painter.fillRect(box.left(), box.top() + 4, max(width, 2), box.height() - 8, self._ground)
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
            box.setLeft(box.left() + width)
        painter.restore()


def _place(hit: SearchHit, middle: str) -> QTableWidgetItem:
    """Return a match with its surrounding text."""
    text = hit.field.text
    before, behind = text[max(0, hit.start - AROUND) : hit.start], text[hit.end : hit.end + AROUND]
    pieces = [
        ("…" if hit.start > AROUND else "") + before.replace("\n", " "),
        middle,
        behind.replace("\n", " ") + ("…" if hit.end + AROUND < len(text) else ""),
    ]
    item = QTableWidgetItem("".join(pieces))
    item.setData(_MARK, pieces)
    return item


def _reason(why: ReplaceRefusal, field: PlanField, t: Language) -> str:
    if why is ReplaceRefusal.EMPTY:
        return t("Unchanged: nothing would be left of the name")
    return t("Unchanged: longer than {most} characters", most=limit_of(field.model, field.name))
