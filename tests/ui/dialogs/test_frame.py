"""What holds in every dialog: where the keyboard begins, where Tab goes, and what the wheel does."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from planner.text import language
from planner.ui.dialogs.plan_settings import PlanSettingsDialog
from planner.ui.dialogs.rooms import RoomsDialog
from planner.ui.dialogs.swap_rooms import SwapRoomsDialog
from planner.ui.widgets import dialog_frame as frame
from planner.ui.widgets.dialog_frame import Frame
from planner.ui.widgets.theme import DARK, HIGH_CONTRAST, LIGHT, Theme, contrast, stylesheet
from tests.model.small import at
from tests.ui.harness import SIZE_HINTS, Harness

pytestmark = pytest.mark.qt_log_ignore(SIZE_HINTS)


def shown(made: Frame, qtbot: QtBot) -> Frame:
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


def wheel(field: QWidget) -> None:
    middle = QPointF(field.rect().center())
    app = QApplication.instance()
    assert app is not None
    event = QWheelEvent(
        middle,
        QPointF(field.mapToGlobal(middle)),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # Qt takes no name for it here
    )
    app.sendEvent(field, event)


@pytest.mark.parametrize(("page", "name"), [("event", "title"), ("numbers", "expected")])
def test_a_form_begins_in_its_first_field_and_ends_at_its_buttons(page: str, name: str, qtbot: QtBot) -> None:
    made = shown(PlanSettingsDialog(Harness(at("a", 600, 60)).context, page), qtbot)
    assert isinstance(made, PlanSettingsDialog)
    form = made.event_form if page == "event" else made.numbers
    assert made.focusWidget() is form.field(name)
    passed: list[QWidget | None] = []
    while made.focusWidget() is not made.ok and len(passed) < 60:
        passed.append(made.focusWidget())
        QTest.keyClick(made, Qt.Key.Key_Tab)
    assert len(set(passed)) == len(passed) > 5
    QTest.keyClick(made, Qt.Key.Key_Backtab)
    assert made.focusWidget() is passed[-1]


@pytest.mark.parametrize("page", ["event", "days", "numbers", "logos"])
def test_enter_applies_what_is_typed_whatever_buttons_stand_there(page: str, qtbot: QtBot) -> None:
    harness = Harness(at("a", 600, 60))
    made = shown(PlanSettingsDialog(harness.context, page), qtbot)
    assert isinstance(made, PlanSettingsDialog)
    assert made.ok.isDefault()
    title = made.event_form.field("title")
    assert isinstance(title, QLineEdit)
    title.setText("Entered")
    days = len(made.days.rows)
    QTest.keyClick(made.numbers.field("cap"), Qt.Key.Key_Return)
    assert len(made.days.rows) == days
    assert not made.isVisible()
    assert harness.plan.title == "Entered"


def test_the_wheel_scrolls_and_changes_no_value(qtbot: QtBot) -> None:
    harness = Harness(at("a", 600, 60))
    for made in (PlanSettingsDialog(harness.context, "numbers"), RoomsDialog(harness.context)):
        shown(made, qtbot)
        spins = [spin for spin in made.findChildren(QSpinBox) if spin.isVisible()]
        boxes = [combo for combo in made.findChildren(QComboBox) if combo.isVisible()]
        assert spins
        before = [spin.value() for spin in spins], [combo.currentIndex() for combo in boxes]
        for widget in (*spins, *boxes):
            widget.setFocus()
            wheel(widget)
        assert ([spin.value() for spin in spins], [combo.currentIndex() for combo in boxes]) == before


@pytest.mark.parametrize("kind", ["rooms", "swap"])
def test_on_a_small_screen_the_buttons_stay_in_sight_and_the_rest_scrolls(
    kind: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    harness = Harness(at("a", 600, 60, "hall"))
    monkeypatch.setattr(frame, "_EDGES", QApplication.primaryScreen().availableSize() - QSize(550, 280))
    made = shown(RoomsDialog(harness.context) if kind == "rooms" else SwapRoomsDialog(harness.context), qtbot)
    assert (made.width() <= 550, made.height() <= 280) == (True, True)
    assert made.rect().contains(QRect(made.ok.mapTo(made, QPoint()), made.ok.size()))
    passed: set[QWidget | None] = set()
    while made.focusWidget() not in passed:
        passed.add(made.focusWidget())
        QTest.keyClick(made, Qt.Key.Key_Tab)
        now = made.focusWidget()
        assert now is not None
        assert not now.visibleRegion().isEmpty(), now.accessibleName()
    assert len(passed) > 3


@pytest.mark.parametrize("theme", [LIGHT, DARK, HIGH_CONTRAST], ids=lambda theme: theme.name)
def test_what_the_main_button_says_is_read_even_if_it_cannot_be_pressed(theme: Theme, qtbot: QtBot) -> None:
    made = Frame("Title", "Apply", language("en"))
    made.setStyleSheet(stylesheet(theme))
    shown(made, qtbot)
    made.ok.setEnabled(False)
    picture = made.ok.grab(made.ok.rect().adjusted(4, 4, -4, -4)).toImage()
    inks = {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}
    ground = QColor(picture.pixel(0, 0))
    assert max(contrast(QColor(ink), ground) for ink in inks) >= 3


def test_a_screen_reader_says_what_is_not_possible(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(frame.QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(frame.QAccessible, "updateAccessibility", lambda event: said.append(event.message()))
    made = shown(Frame("Title", "Apply", language("en")), qtbot)
    said.clear()
    made.say("At least one day needs a time.")
    made.say("")
    assert said == ["At least one day needs a time."]
