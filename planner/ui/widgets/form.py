"""Forms generated from a table of fields, filled from a model and read back as changes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from planner.model.base import Frozen
from planner.text import Language
from planner.text.field_names import FIELD_LABELS
from planner.text.too_long import length_of
from planner.ui.widgets.clock_field import ClockField
from planner.ui.widgets.date_field import DateField
from planner.ui.widgets.field_identity import identify
from planner.ui.widgets.limit import LimitNotice, limited
from planner.ui.widgets.plain_text import Label, tip
from planner.ui.widgets.standard_value import with_standard

DAY = 24 * 60


@dataclass(frozen=True)
class LabelledField:
    """One field of a form: its name in the model, its label, and its kind."""

    name: str
    label: str = ""
    """The label, where it is not the name of the document's field."""
    kind: Literal["line", "text", "number", "count", "percent", "minutes", "clock", "tick", "choice", "heading"] = (
        "line"
    )
    """A count is an optional number; a heading is no field but a title above the next ones."""
    least: int = 0
    most: int = 100_000
    choices: tuple[tuple[str, str], ...] = ()
    hint: str = ""
    tip: str = ""
    """The tool tip, already translated."""
    standard: int | None = None
    """The default value; a button restores it."""

    @property
    def words(self) -> str:
        """The untranslated label."""
        return self.label or FIELD_LABELS[self.name]


class Form(QWidget):
    """A form with labels at the left and fields at the right."""

    def __init__(
        self,
        fields: Iterable[LabelledField],
        value: Frozen,
        t: Language,
        parent: QWidget | None = None,
        *,
        name: str = "",
        entry: str = "",
    ) -> None:
        super().__init__(parent)
        self._name, self._entry = name, entry
        """Prefix of the field identities within the dialog, and the entry that the fields belong to."""
        self._value = value
        self._inputs: dict[str, tuple[LabelledField, QWidget]] = {}
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 16, 16, 16)
        form = QFormLayout()
        outer.addLayout(form)
        outer.addStretch(1)  # keeps the rows together when there is more height
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for field in fields:
            if field.kind == "heading":
                form.addRow(_heading(t(field.words)))
            else:
                self._add(form, field, t)
        self._first = self._typed()

    def _add(self, form: QFormLayout, field: LabelledField, t: Language) -> None:
        made = _input(field, getattr(self._value, field.name), t)
        made.setAccessibleName(t(field.words))
        made.setAccessibleDescription(field.tip)
        made.setToolTip(tip(field.tip))
        identify(made, f"{self._name}.{field.name}", label=t(field.words), entry=self._entry)
        self._inputs[field.name] = (field, made)
        label = Label("" if isinstance(made, QCheckBox) else t(field.words))
        if isinstance(made, QCheckBox):
            made.setText(t(field.words))
        label.setBuddy(made)
        label.setToolTip(tip(field.tip))
        row: QWidget = made if field.standard is None else with_standard(made, field.standard, t)
        if isinstance(made, QLineEdit | QPlainTextEdit):
            row = limited(made, LimitNotice(made, length_of(type(self._value), field.name, t)))
        if field.hint:
            form.addRow(label, _with_hint(row, t(field.hint)))
        else:
            form.addRow(label, row)

    def changes(self) -> dict[str, object]:
        """Return the changed fields; a value that its field cannot show is kept."""
        return {name: new for name, new in self._typed().items() if new != self._first[name]}

    def _typed(self) -> dict[str, object]:
        return {name: _read(field, made) for name, (field, made) in self._inputs.items()}

    def field(self, name: str) -> QWidget:
        """Return the widget of a field."""
        return self._inputs[name][1]


def _heading(words: str) -> Label:
    label = Label(words)
    label.setObjectName("heading")
    label.setContentsMargins(0, 8, 0, 0)
    return label


def _with_hint(made: QWidget, words: str) -> QVBoxLayout:
    """Return a field with its hint below it."""
    hint = Label(words)
    hint.setObjectName("muted")
    hint.setWordWrap(True)
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addWidget(made)
    column.addWidget(hint)
    return column


def _input(field: LabelledField, value: object, t: Language) -> QWidget:
    if field.kind == "clock":
        return clock_input(int(str(value)))
    if field.kind == "tick":
        tick = QCheckBox()
        tick.setChecked(bool(value))
        return tick
    make = {"text": _text, "choice": _choice, "line": _line}.get(field.kind, _number)
    return make(field, value, t)


def _text(_field: LabelledField, value: object, _t: Language) -> QWidget:
    text = QPlainTextEdit(str(value))
    text.setTabChangesFocus(True)
    text.setFixedHeight(text.fontMetrics().lineSpacing() * 4 + 16)
    return text


def _choice(field: LabelledField, value: object, t: Language) -> QWidget:
    choice = QComboBox()
    for key, label in field.choices:
        choice.addItem(t(label), key)
    choice.setCurrentIndex(max(0, choice.findData(str(value))))
    return choice


def _line(_field: LabelledField, value: object, _t: Language) -> QWidget:
    line = QLineEdit(str(value))
    line.setCursorPosition(0)
    return line


def _number(field: LabelledField, value: object, t: Language) -> QWidget:
    number = QSpinBox()
    is_open = field.kind == "count"
    number.setRange(field.least - is_open, field.most)
    number.setValue(number.minimum() if value is None else int(str(value)))
    number.setFixedWidth(120)
    indent(number)
    number.setSpecialValueText("–" if is_open else "")
    number.setSuffix({"minutes": t(" min"), "percent": " %"}.get(field.kind, ""))
    return number


def clock_input(minute: int) -> ClockField:
    """Return a field for a wall minute; minutes past midnight show the time of the next day."""
    made = ClockField(minute)
    made.setFixedWidth(90)
    indent(made)
    return made


def date_input(value: date, t: Language) -> DateField:
    """Return a field for a date, with a calendar."""
    return DateField(value, t)


def indent(made: QAbstractSpinBox) -> None:
    """Indent the text as in a line edit: a style sheet's padding does not apply to spin boxes."""
    made.lineEdit().setTextMargins(5, 0, 0, 0)


def minute_of(made: ClockField) -> int:
    """Return the wall minute in a field, past midnight only if it was typed as 24:00 or later."""
    return made.minute()


def date_of(made: DateField) -> date:
    """Return the date in a field."""
    return made.value()


def _read(field: LabelledField, made: QWidget) -> object:
    found: object = ""
    if isinstance(made, QPlainTextEdit):
        found = made.toPlainText()
    elif isinstance(made, QSpinBox):
        found = None if field.kind == "count" and made.value() < field.least else made.value()
    elif isinstance(made, QCheckBox):
        found = made.isChecked()
    elif isinstance(made, QComboBox):
        found = made.currentData()
    elif isinstance(made, ClockField):
        found = minute_of(made)
    elif isinstance(made, QLineEdit):
        found = made.text().strip()
    return int(str(found)) if field.kind == "clock" else found
