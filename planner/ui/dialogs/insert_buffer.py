"""Asks for a buffer between sessions: its kind, its length, and on which side."""

from PySide6.QtWidgets import QCheckBox, QWidget

from planner.model import Plan, Session, new_id
from planner.model.edits import insert_buffer
from planner.text import kind_name, session_name
from planner.text.consequence import consequence
from planner.text.field_names import FIELD_LABELS
from planner.ui.dialogs.preview_dialog import PreviewDialog
from planner.ui.services.context import WidgetContext


class BufferDialog(PreviewDialog):
    """Adds the same buffer after or before each selected session."""

    typed_form = "buffer"

    def __init__(self, context: WidgetContext, sessions: tuple[Session, ...], parent: QWidget | None = None) -> None:
        t = context.t
        super().__init__(context, t("Insert a buffer"), t("Insert"), parent)
        self._ids = {session.id: new_id() for session in sessions}
        self._what = session_name(self.plan, sessions[0], t) if len(sessions) == 1 else ""
        kinds = [kind for kind in self.plan.kinds if kind.family == "break"] or list(self.plan.kinds)
        self._lengths = {kind.id: max(1, kind.minutes) for kind in kinds}
        self.kind = self.add_choice(t(FIELD_LABELS["kind"]), [(kind.id, kind_name(kind, t)) for kind in kinds])
        self.minutes = self.add_minutes(t(FIELD_LABELS["minutes"]), self._lengths[kinds[0].id])
        self.side = self.add_choice(t("Where"), [("behind", t("After it")), ("before", t("Before it"))])
        self.flow = QCheckBox(t("Move what follows"))
        self.flow.setChecked(context.view.flow)
        self.flow.toggled.connect(self.follow)
        self.body.insertWidget(1, self.flow)
        self.kind.currentIndexChanged.connect(lambda: self.minutes.setValue(self._lengths[self.kind.currentData()]))
        self.follow()

    def edit(self, plan: Plan) -> Plan:
        """Return the plan with the buffers."""
        for session, buffer in self._ids.items():
            plan = insert_buffer(
                plan,
                session,
                buffer,
                self.minutes.value(),
                kind=self.kind.currentData(),
                before=self.side.currentData() == "before",
                flow=self.flow.isChecked(),
            )
        return plan

    def words(self) -> str:
        """Return where the buffer goes and what moves."""
        return consequence(self.plan, self.edit(self.plan), self.new_ids()[0], self.t)

    def step_name(self) -> str:
        """Return the step's name, by the kind of the buffer."""
        return self.t("Insert {what}", what=self.kind.currentText())

    def new_ids(self) -> tuple[str, ...]:
        """Return the ids of the buffers."""
        return tuple(self._ids.values())
