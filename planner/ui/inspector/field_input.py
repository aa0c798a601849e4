"""The widget of a field: shows what the sessions have in common, and hands over what is typed or chosen."""

from collections.abc import Iterable
from typing import Any, Final, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from planner.fields.field import MIXED, Field, Input
from planner.model import Session
from planner.ui.inspector.apply import Answer
from planner.ui.services.context import WidgetContext
from planner.ui.widgets.field_identity import identify
from planner.ui.widgets.fields import ChoiceField, LineField, TextField, TextTarget, TitleField, labelled
from planner.ui.widgets.plain_text import tip

TypedWidget: TypeAlias = LineField | TextField


class FieldInput:
    """A field of one session or of several; where their values differ, it says so."""

    def __init__(self, context: WidgetContext, field: Field[Any], answer: Answer) -> None:
        self._context, self.field, self._answer = context, field, answer
        self._sessions: tuple[Session, ...] = ()
        self.widget: Final = self._made()
        self.widget.setToolTip(tip(context.t(field.help)))

    def labelled(self) -> QWidget:
        """Return the widget below its label; a box to tick has its own."""
        t = self._context.t
        unit = f" ({t(self.field.unit)})" if self.field.unit else ""
        return (
            self.widget if isinstance(self.widget, QCheckBox) else labelled(t(self.field.question) + unit, self.widget)
        )

    def show_sessions(self, sessions: tuple[Session, ...]) -> None:
        """Show what sessions, at least one, have in common."""
        self._sessions = sessions
        field, plan, t = self.field, self._context.workspace.plan, self._context.t
        able = tuple(session for session in sessions if field.applies(session))
        self.widget.setEnabled(bool(able))
        if isinstance(self.widget, TypedWidget):
            value = shared(field.show(plan, session, t) for session in able)
            self.widget.show_value("" if value is MIXED else str(value), " ".join(session.id for session in sessions))
        else:
            assert field.current is not None
            value = shared(field.current(session) for session in able)
            self._show_chosen(value, sessions)
        if isinstance(self.widget, LineField | ChoiceField):
            say_mixed(self._context, self.widget, t(field.placeholder), mixed=value is MIXED and bool(able))

    def _show_chosen(self, value: object, sessions: tuple[Session, ...]) -> None:
        if isinstance(self.widget, QCheckBox):
            state = Qt.CheckState.Checked if value is True else Qt.CheckState.Unchecked
            mixed = value is MIXED and any(map(self.field.applies, sessions))
            self.widget.setCheckState(Qt.CheckState.PartiallyChecked if mixed else state)
        elif isinstance(self.widget, ChoiceField):
            assert self.field.choices is not None
            self.widget.show_values(self.field.choices(self._context.workspace.plan, sessions, self._context.t), value)

    def _made(self) -> LineField | TextField | ChoiceField | QCheckBox:
        context, field = self._context, self.field
        name = context.t(field.question)
        target = TextTarget(context, Session, field.attribute, field.parts) if field.attribute else None
        match field.input:
            case Input.CHOICE:
                made = ChoiceField(name)
                made.committed.connect(lambda chosen: self._answer(field, chosen))
                return made
            case Input.TICK:
                box = QCheckBox(name)
                box.clicked.connect(self._tick)
                return box
            case Input.TEXT if target is not None:
                text = TextField(name, target, field.rows)
            case _:
                text = LineField(name, target)
                if target is None:
                    text.textEdited.connect(lambda: context.view.say(""))  # clear the earlier refusal
        text.setPlaceholderText(context.t(field.placeholder))
        return bind(text, field, self._answer)

    def _tick(self) -> None:
        """Tick the box for all sessions unless it is ticked for all."""
        current, able = self.field.current, [session for session in self._sessions if self.field.applies(session)]
        assert current is not None
        self._answer(self.field, not all(current(session) for session in able))


def title_input(context: WidgetContext, field: Field[Any], answer: Answer) -> TitleField:
    """Return the field of a title, wrapped over as many lines as it needs."""
    made = TitleField(context.t(field.label), TextTarget(context, Session, field.attribute))
    made.setPlaceholderText(context.t(field.placeholder))
    bind(made, field, answer)
    return made


def bind(widget: TypedWidget, field: Field[Any], answer: Answer) -> TypedWidget:
    """Let a widget hand over what was typed, and say which field it is, so that drafts find it again."""
    identify(widget, field.id)
    widget.committed.connect(lambda text: answer(field, text))
    return widget


def shared(values: Iterable[object]) -> object:
    """Return the common value, or MIXED if values differ or there are none."""
    found = list(values)
    return found[0] if found and all(value == found[0] for value in found) else MIXED


def say_mixed(context: WidgetContext, widget: ChoiceField | LineField, placeholder: str = "", *, mixed: bool) -> None:
    """Say that values differ, or show a field's usual placeholder."""
    words = context.t("different") if mixed else ""
    if widget.accessibleDescription() != words:
        widget.setPlaceholderText(words or placeholder)
        widget.setAccessibleDescription(words)
        widget.setStyleSheet(f"QComboBox {{ color: {context.theme.muted}; font-style: italic }}" if mixed else "")
