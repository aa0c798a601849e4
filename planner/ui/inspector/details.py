"""The collapsible fields of the selected session: printed texts and notes for the team."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from planner.model import Audience, Item, Session, new_id
from planner.model.edits import add_item, change_item, remove_item
from planner.text import kind_name, mark
from planner.text.times import parse_people
from planner.ui.inspector.apply import Apply, Commit
from planner.ui.inspector.contribution_dialog import AUDIENCES
from planner.ui.services.context import WidgetContext
from planner.ui.widgets.field_identity import identify
from planner.ui.widgets.fields import ChoiceField, LineField, TextField, TextTarget, focused, labelled, tab_before
from planner.ui.widgets.limit import first_limit
from planner.ui.widgets.link_button import LinkButton
from planner.ui.widgets.plain_text import Label


class Details(QWidget):
    """Collapsible fields, keyed by their names in the model."""

    def __init__(self, context: WidgetContext, commit: Commit, apply: Apply, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        t = context.t
        self._context, self._apply = context, apply
        self._session: Session | None = None
        self._fields: dict[str, LineField | TextField] = {
            "subtitle": LineField(t("Subtitle"), TextTarget(context, Session, "subtitle")),
            "question": LineField(t("Guiding question"), TextTarget(context, Session, "question")),
            "description": TextField(t("Description"), TextTarget(context, Session, "description"), 4),
            "language": LineField(t("Language"), TextTarget(context, Session, "language")),
            "link": LineField(t("Link"), TextTarget(context, Session, "link")),
            "responsible": LineField(t("Responsible"), TextTarget(context, Session, "responsible")),
            "technology": LineField(t("Technology"), TextTarget(context, Session, "technology")),
            "material": LineField(t("Material"), TextTarget(context, Session, "material")),
            "note": TextField(t("Internal note"), TextTarget(context, Session, "note"), 3),
        }
        self._kind = ChoiceField(t("Kind"))
        self._kind.committed.connect(lambda kind: commit({"kind": kind}))
        self._audience = ChoiceField(t("Who may see it"))
        self._audience.committed.connect(lambda audience: commit({"audience": Audience(audience)}))
        self._needs = LineField(t("Needs, separated by commas"), TextTarget(context, Session, "needs", words_of))
        self._needs.setPlaceholderText(t("Projector, step-free, interpretation …"))
        self._needs.committed.connect(lambda text: commit({"needs": words_of(text)}))
        self._sizes = {"min_size": LineField(t("At least")), "max_size": LineField(t("At most"))}
        for name, field in self._sizes.items():
            field.committed.connect(lambda text, name=name: self._resize(commit, name, text))
        for name, field in (*self._fields.items(), ("needs", self._needs), *self._sizes.items()):
            identify(field, name)
        self._item_fields: dict[str, LineField] = {}
        self._items = QVBoxLayout()
        self._items.setSpacing(4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(8)
        self._fold = fold = QToolButton()
        fold.setObjectName("fold")
        fold.setText(t("More"))
        fold.setCheckable(True)
        fold.setMinimumHeight(24)
        self._body = QWidget()
        self._body.hide()
        fold.toggled.connect(self._body.setVisible)
        fold.toggled.connect(lambda shown: fold.setText(t("Less") if shown else t("More")))
        layout.addWidget(fold)
        layout.addWidget(self._body)
        self._lay_out(commit)

    def _lay_out(self, commit: Commit) -> None:
        t = self._context.t
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(labelled(t("Kind"), self._kind))
        title = Label(t("Items"))
        title.setObjectName("heading")
        self._more = LinkButton(self._context, t("Add an item"))
        self._more.clicked.connect(self._add_item)
        for name, field in self._fields.items():
            if name == "responsible":
                column.addWidget(title)
                column.addLayout(self._items)
                column.addWidget(self._more)
                column.addWidget(labelled(self._needs.accessibleName(), self._needs))
                column.addLayout(self._sizes_line())
                column.addWidget(labelled(self._audience.accessibleName(), self._audience))
                team = Label(t("Only for the team"))
                team.setObjectName("heading")
                column.addWidget(team)
            field.committed.connect(lambda text, name=name: commit({name: text}))
            column.addWidget(labelled(field.accessibleName(), field))

    def _sizes_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        for field in self._sizes.values():
            line.addWidget(labelled(f"{field.accessibleName()} ({self._context.t('people')})", field))
        return line

    def _resize(self, commit: Commit, name: str, text: str) -> None:
        number = parse_people(text)
        if text.strip() and number is None:
            self._context.view.say(
                self._context.t("“{text}” is not a number of people. Write it like 40.", text=text.strip()[:60])
            )
            if self._session is not None:
                self.show_session(self._session)
            return
        commit({name: number})

    def show_entry(self, _entry: str) -> None:
        """Expand, so that every field can be reached."""
        self._fold.setChecked(True)

    def show_session(self, session: Session) -> None:
        """Show the further fields of a session."""
        plan, t = self._context.workspace.plan, self._context.t
        self._session = session
        self._kind.show_values([(kind.id, kind_name(kind, t)) for kind in plan.kinds], session.kind)
        for name, field in self._fields.items():
            field.show_value(getattr(session, name), session.id)
        self._needs.show_value(", ".join(session.needs), session.id)
        for name, field in self._sizes.items():
            size: int | None = getattr(session, name)
            field.show_value("" if size is None else str(size))
        self._audience.show_values([(audience, t(words)) for audience, words in AUDIENCES.items()], session.audience)
        if [item.id for item in session.items] != list(self._item_fields):
            self._make_item_fields(session)
        for item in session.items:
            self._item_fields[item.id].show_value(item.title, item.id)
        if first_limit(self._body) is not None:
            self._fold.setChecked(True)  # a refused text must be visible

    def _make_item_fields(self, session: Session) -> None:
        place = focused(list(self._item_fields.values()))
        while item := self._items.takeAt(0):
            if widget := item.widget():
                widget.blockSignals(True)  # hiding a field must not commit it again
                widget.hide()
                widget.deleteLater()
        self._item_fields = {item.id: self._item_field(item) for item in session.items}
        for field in self._item_fields.values():
            self._items.addWidget(field)
            if field.limit is not None:
                self._items.addWidget(field.limit)
        tab_before(self._more, list(self._item_fields.values()), place)

    def _item_field(self, item: Item) -> LineField:
        field = LineField(self._context.t("Item; empty removes it"), TextTarget(self._context, Item, "title"))
        field.setPlaceholderText(field.accessibleName())
        identify(field, f"item {item.id}", label=self._context.t("Item"))
        field.committed.connect(lambda text: self._change_item(item, text))
        return field

    def _change_item(self, item: Item, text: str) -> None:
        if text.strip():
            self._apply(
                lambda plan, session: change_item(plan, session, item.id, title=text),
                mark("Change an item of {session}"),
            )
        else:
            self._apply(lambda plan, session: remove_item(plan, session, item.id), mark("Remove an item of {session}"))

    def _add_item(self) -> None:
        new = Item(id=new_id(), title=self._context.t("New item"))
        self._apply(lambda plan, session: add_item(plan, session, new), mark("Add an item to {session}"))
        if field := self._item_fields.get(new.id):
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            field.selectAll()


def words_of(text: str) -> tuple[str, ...]:
    """Return the comma-separated words without duplicates."""
    return tuple(dict.fromkeys(word.strip() for word in text.split(",") if word.strip()))
