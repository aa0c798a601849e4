"""Contributors in the inspector: added, changed and removed by the dialog, each as one step."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialogButtonBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from planner.model import Audience, Contribution, Item, Role, Status
from planner.ui.inspector.contribution_dialog import ContributionDialog
from planner.ui.inspector.inspector import Inspector
from planner.ui.inspector.person_row import PersonRow
from planner.ui.widgets.link_button import LinkButton
from tests.model.small import at
from tests.ui.harness import SIZE_HINTS, Harness, click, retype

pytestmark = pytest.mark.qt_log_ignore(SIZE_HINTS)

ANN = Contribution(
    id="c1", person="ann", role=Role.MODERATION, status=Status.ASKED, answer_by=date(2027, 5, 2), function="Mayor"
)


@pytest.fixture
def harness() -> Harness:
    items = (Item(id="i1", title="Town", contributions=(Contribution(id="c2", label="N. N.", status=Status.OPEN),)),)
    harness = Harness(at("a", 900, title="One", contributions=(ANN,), items=items))
    harness.view.select("a")
    return harness


@pytest.fixture
def inspector(harness: Harness, qtbot: QtBot) -> Inspector:
    made = Inspector(harness.context)
    qtbot.addWidget(made)
    return harness.put(made, made.show_state, width=300, height=1200)


def rows(inspector: Inspector) -> list[PersonRow]:
    return [row for row in inspector.findChildren(PersonRow) if row.isVisible()]


def field(dialog: ContributionDialog, words: str) -> QLineEdit | QComboBox:
    """Return the field that a label of the dialog leads to."""
    label = next(label for label in dialog.findChildren(QLabel) if label.text().replace("&", "") == words)
    buddy = label.buddy()
    assert isinstance(buddy, QLineEdit | QComboBox)
    return buddy


def press(dialog: ContributionDialog, words: str) -> None:
    click(next(button for button in dialog.findChildren(QPushButton) if button.text() == words))


def answered(monkeypatch: pytest.MonkeyPatch, answer: Callable[[ContributionDialog], None]) -> None:
    """Let somebody answer the dialog instead of waiting for them."""

    def execute(dialog: ContributionDialog) -> int:
        dialog.show()
        answer(dialog)
        return dialog.result()

    monkeypatch.setattr(ContributionDialog, "exec", execute)


def test_each_contributor_is_a_row_with_role_and_status(inspector: Inspector) -> None:
    assert [row.accessibleName() for row in rows(inspector)] == [
        "Ann Example, Moderation, asked, answer by 2 May 2027",
        "N. N., Input, open",
    ]
    assert all(row.width() <= 300 and row.height() >= row.heightForWidth(row.width()) for row in rows(inspector))
    assert rows(inspector)[0].height() > rows(inspector)[1].height()


def test_a_contributor_is_changed_as_one_step(
    inspector: Inspector, harness: Harness, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(dialog: ContributionDialog) -> None:
        function, by, status = field(dialog, "Function"), field(dialog, "Answer by"), field(dialog, "Status")
        assert isinstance(function, QLineEdit)
        assert isinstance(by, QLineEdit)
        assert isinstance(status, QComboBox)
        assert (function.text(), by.text()) == ("Mayor", "2 May 2027")
        function.clear()
        QTest.keyClicks(function, "Lord Mayor")
        by.clear()
        QTest.keyClicks(by, "3.5.2027")
        status.setCurrentIndex(status.findData(Status.CONFIRMED))
        dialog.findChildren(QCheckBox)[0].setChecked(False)
        QTest.keyClick(function, Qt.Key.Key_Return)

    answered(monkeypatch, answer)
    rows(inspector)[0].setFocus()
    QTest.keyClick(rows(inspector)[0], Qt.Key.Key_Space)
    assert harness.plan.sessions[0].contributions == (
        ANN.changed(function="Lord Mayor", status=Status.CONFIRMED, answer_by=date(2027, 5, 3), print_status=False),
    )
    assert harness.steps == ["Change who contributes to One"]
    assert rows(inspector)[0].hasFocus()


def test_a_dialog_that_is_cancelled_changes_nothing(
    inspector: Inspector, harness: Harness, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered(monkeypatch, lambda dialog: press(dialog, "Cancel"))
    click(rows(inspector)[0])
    click(next(button for button in inspector.findChildren(LinkButton) if button.label() == "Add somebody"))
    assert harness.steps == []


def test_a_contributor_of_an_item_is_removed(
    inspector: Inspector, harness: Harness, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered(monkeypatch, lambda dialog: press(dialog, "Remove"))
    click(rows(inspector)[1])
    assert harness.plan.sessions[0].items[0].contributions == ()
    assert harness.steps == ["Remove somebody from One"]


def test_somebody_is_added_by_typing_the_name(
    inspector: Inspector, harness: Harness, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(dialog: ContributionDialog) -> None:
        person = field(dialog, "Person")
        assert isinstance(person, QComboBox)
        QTest.keyClicks(person, "Ben Example")  # as it comes, over nothing
        press(dialog, "OK")

    answered(monkeypatch, answer)
    click(next(button for button in inspector.findChildren(LinkButton) if button.label() == "Add somebody"))
    made = harness.plan.sessions[0].contributions[-1]
    assert (made.person, made.label, made.status, made.audience) == ("ben", "", Status.OPEN, Audience.PUBLIC)
    assert harness.steps == ["Add somebody to One"]


def test_a_name_that_nobody_has_becomes_the_printed_name(
    inspector: Inspector, harness: Harness, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(dialog: ContributionDialog) -> None:
        person = field(dialog, "Person")
        assert isinstance(person, QComboBox)
        retype(person, "Dr. Unknown", Qt.Key.Key_Tab)
        press(dialog, "OK")

    answered(monkeypatch, answer)
    click(rows(inspector)[0])
    made = harness.plan.sessions[0].contributions[0]
    assert (made.person, made.label) == (None, "Dr. Unknown")


def test_what_is_no_date_is_told_in_the_dialog_which_stays(harness: Harness, qtbot: QtBot) -> None:
    dialog = ContributionDialog(harness.context, ANN)
    qtbot.addWidget(dialog)
    dialog.show()
    by = field(dialog, "Answer by")
    assert isinstance(by, QLineEdit)
    by.clear()
    QTest.keyClicks(by, "next week")
    click(dialog.findChildren(QDialogButtonBox)[0].button(QDialogButtonBox.StandardButton.Ok))
    assert dialog.isVisible()
    shown = [
        label.text() for label in dialog.findChildren(QLabel) if label.objectName() == "error" and label.isVisible()
    ]
    assert shown == ["“next week” is not a date. Write it like 12 May 2017."]
