"""A button that restores the default value of a limit."""

from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QSpinBox, QTimeEdit, QWidget

from planner.text import Language, clock


def with_standard(made: QWidget, standard: int, t: Language) -> QWidget:
    """Return a field with a button that restores its default, visible while the value differs."""
    button = QPushButton(t("Default: {value}", value=_words(made, standard, t)))
    button.setObjectName("link")
    button.setAutoDefault(False)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setAccessibleName(f"{made.accessibleName()}, {button.text()}")
    kept = button.sizePolicy()
    kept.setRetainSizeWhenHidden(True)
    button.setSizePolicy(kept)

    def show() -> None:
        button.setVisible(_value(made) != standard)

    def back() -> None:
        made.setFocus()
        if isinstance(made, QCheckBox):
            made.setChecked(bool(standard))
        elif isinstance(made, QSpinBox):
            made.setValue(standard)
        elif isinstance(made, QTimeEdit):
            made.setTime(QTime(standard // 60, standard % 60))

    button.clicked.connect(back)
    if isinstance(made, QCheckBox):
        made.toggled.connect(show)
    elif isinstance(made, QSpinBox):
        made.valueChanged.connect(show)
    elif isinstance(made, QTimeEdit):
        made.timeChanged.connect(show)
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(12)
    line.addWidget(made)
    line.addWidget(button)
    line.addStretch(1)
    show()
    return row


def _value(made: QWidget) -> int:
    if isinstance(made, QCheckBox):
        return int(made.isChecked())
    if isinstance(made, QTimeEdit):
        return made.time().hour() * 60 + made.time().minute()
    return made.value() if isinstance(made, QSpinBox) else 0


def _words(made: QWidget, standard: int, t: Language) -> str:
    if isinstance(made, QCheckBox):
        return t("yes") if standard else t("no")
    if isinstance(made, QTimeEdit):
        return clock(standard)
    return f"{standard}{made.suffix()}" if isinstance(made, QSpinBox) else str(standard)
