"""The contributors of the selected session, one row each with name, role and status."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.model import Contribution, Session, Status, new_id
from planner.model.edits import add_contribution, change_contribution, remove_contribution
from planner.text import contribution_function, contribution_name, date_plain, mark, role_name, status_name
from planner.text.field_names import FIELD_LABELS
from planner.ui.inspector.apply import Apply
from planner.ui.inspector.contribution_dialog import CONTRIBUTION, ContributionDialog
from planner.ui.inspector.person_row import Chip, PersonRow
from planner.ui.services.context import WidgetContext
from planner.ui.widgets.fields import focused, tab_before
from planner.ui.widgets.link_button import LinkButton
from planner.ui.widgets.plain_text import Label, tip


class PeopleBox(QWidget):
    """The contributions of a session and of its items, in printed order."""

    def __init__(self, context: WidgetContext, apply: Apply, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._apply = context, apply
        self._session: Session | None = None
        self._shown: object = None
        """What the rows were made of."""
        title = Label(context.t(FIELD_LABELS["contributions"]))
        title.setObjectName("heading")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._people: list[PersonRow] = []
        self._more = LinkButton(context, context.t("Add somebody"))
        self._more.clicked.connect(self._add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(title)
        layout.addLayout(self._rows)
        layout.addWidget(self._more)

    def show_session(self, session: Session) -> None:
        """Show a session's contributions."""
        self._session = session
        place = focused(self._people)
        plan = self._context.workspace.plan
        shown = (session.contributions, [(item.title, item.contributions) for item in session.items], plan.people)
        if shown == self._shown:
            return
        self._shown = shown
        self._people = []
        # Rows are added to a widget that is shown as a whole: each one shown by itself would lay out all the others.
        whole = QWidget()
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        self._add_rows(rows, session.contributions)
        for item in session.items:
            label = Label(item.title)
            label.setObjectName("muted")
            label.setWordWrap(True)
            rows.addWidget(label)
            self._add_rows(rows, item.contributions)
        while layout_item := self._rows.takeAt(0):
            if widget := layout_item.widget():
                widget.hide()
                widget.deleteLater()
        self._rows.addWidget(whole)
        tab_before(self._more, self._people, place, whole)

    def _add_rows(self, rows: QVBoxLayout, contributions: tuple[Contribution, ...]) -> None:
        for contribution in contributions:
            row = self._row(contribution)
            self._people.append(row)
            rows.addWidget(row)

    def _row(self, contribution: Contribution) -> PersonRow:
        context, plan, t = self._context, self._context.workspace.plan, self._context.t
        status = Chip(self._status(contribution), contribution.status in (Status.OPEN, Status.ASKED))
        name = contribution_name(plan, contribution)
        row = PersonRow(context, name, (Chip(role_name(contribution.role, t)), status))
        row.setToolTip(tip(", ".join(part for part in (name, contribution_function(plan, contribution)) if part)))
        row.clicked.connect(lambda: self._edit(contribution))
        return row

    def _status(self, contribution: Contribution) -> str:
        t = self._context.t
        if contribution.status == Status.ASKED and contribution.answer_by:
            return t("asked, answer by {date}", date=date_plain(contribution.answer_by, t))
        return status_name(contribution.status, t)

    def open_form(self, form: str) -> bool:
        """Open the dialog of a contribution by its form name; return False if the contribution is not shown here."""
        kind, _, which = form.partition(" ")
        if kind != CONTRIBUTION or self._session is None:
            return False
        known = {contribution.id: contribution for contribution in self._session.everyone()}
        if which in known:
            self._edit(known[which])
        elif not which:
            self._add()
        return which in known or not which

    def _add(self) -> None:
        if self._session is not None:
            contribution = Contribution(id=new_id(), status=Status.OPEN)
            dialog = ContributionDialog(self._context, contribution, new=True, parent=self)
            dialog.session = self._session.id
            if dialog.exec():
                made = dialog.contribution()
                self._apply(
                    lambda plan, session: add_contribution(plan, session, made), mark("Add somebody to {session}")
                )

    def _edit(self, contribution: Contribution) -> None:
        dialog = ContributionDialog(self._context, contribution, parent=self)
        dialog.session = "" if self._session is None else self._session.id
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
