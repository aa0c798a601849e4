"""Who contributes to the selected session: name, role and status as one line each, to open and change."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from planner.model import Contribution, Session, Status, new_id
from planner.model.edits import add_contribution, change_contribution, remove_contribution
from planner.text import contribution_function, contribution_name, date_plain, mark, role_name, status_name
from planner.ui.context import Context
from planner.ui.inspector.apply import Apply
from planner.ui.inspector.contribution_dialog import ContributionDialog
from planner.ui.link import Link


class PeopleBox(QWidget):
    """The contributions of a session and of its items, in printed order."""

    def __init__(self, context: Context, apply: Apply, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._apply = context, apply
        self._session: Session | None = None
        title = QLabel(context.t("Contributors"))
        title.setObjectName("heading")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        add = Link(context, context.t("Add somebody"))
        add.clicked.connect(self._add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(title)
        layout.addLayout(self._rows)
        layout.addWidget(add)

    def show_session(self, session: Session) -> None:
        """Show who contributes to a session."""
        self._session = session
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for contribution in session.contributions:
            self._rows.addWidget(self._row(contribution))
        for each in session.items:
            label = QLabel(each.title)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setObjectName("muted")
            label.setWordWrap(True)
            self._rows.addWidget(label)
            for contribution in each.contributions:
                self._rows.addWidget(self._row(contribution))

    def _row(self, contribution: Contribution) -> QWidget:
        context, plan, t = self._context, self._context.workspace.plan, self._context.t
        name = contribution_name(plan, contribution)
        button = QPushButton()
        button.setObjectName("person")
        button.setFlat(True)
        button.setMinimumHeight(28)
        words = QLabel(name)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setToolTip(contribution_function(plan, contribution))
        role, status = _chip(role_name(contribution.role, t)), _chip(self._status(contribution))
        status.setProperty("open", contribution.status in (Status.OPEN, Status.ASKED))
        row = QHBoxLayout(button)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(6)
        words.setMinimumWidth(30)
        row.addWidget(words, 1)
        row.addWidget(role)
        row.addWidget(status)
        for label in (words, role, status):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        button.setAccessibleName(f"{name}, {role.text()}, {status.text()}")
        button.clicked.connect(lambda: self._edit(contribution))
        button.setToolTip(contribution_function(context.workspace.plan, contribution))
        return button

    def _status(self, contribution: Contribution) -> str:
        t = self._context.t
        if contribution.status == Status.ASKED and contribution.answer_by:
            return t("asked, answer by {date}", date=date_plain(contribution.answer_by, t))
        return status_name(contribution.status, t)

    def _add(self) -> None:
        if self._session is not None:
            contribution = Contribution(id=new_id(), status=Status.OPEN)
            dialog = ContributionDialog(self._context, contribution, new=True, parent=self)
            if dialog.exec():
                made = dialog.contribution()
                self._apply(
                    lambda plan, session: add_contribution(plan, session, made), mark("Add somebody to {session}")
                )

    def _edit(self, contribution: Contribution) -> None:
        dialog = ContributionDialog(self._context, contribution, parent=self)
        if not dialog.exec():
            return
        if dialog.removed:
            self._apply(
                lambda plan, _: remove_contribution(plan, contribution.id), mark("Remove somebody from {session}")
            )
            return
        made = dialog.contribution()
        fields = {name: getattr(made, name) for name in type(made).model_fields if name != "id"}
        self._apply(
            lambda plan, _: change_contribution(plan, contribution.id, **fields),
            mark("Change who contributes to {session}"),
        )


def _chip(text: str) -> QLabel:
    chip = QLabel(text)
    chip.setObjectName("chip")
    chip.setFrameShape(QFrame.Shape.NoFrame)
    return chip
