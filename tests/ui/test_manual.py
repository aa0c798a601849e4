"""The manual as one scene: the whole day in Osnabrück from an empty plan, by keyboard alone."""

from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from planner.checks import Severity, problems
from planner.examples import template
from planner.model import Plan, Session, new_id
from planner.storage import read
from planner.ui.quick_add.line import QuickLine
from planner.ui.window.planner_window import PlannerWindow
from tests.ui.conftest import Asked

pytestmark = pytest.mark.qt_log_ignore("does not support (propagateSizeHints|raise|grabbing)")

ROOMS: Final = (
    "Großer Saal; 80 Reihen; 48 Gruppentische",
    "Raum Hase; 20 Stuhlkreis",
    "Raum Piesberg; 16 Stuhlkreis",
    "Raum Dom; 14 Stuhlkreis",
    "Atelier; 14 Gruppentische",
    "Foyer; 80 Stehtische",
)
TYPED: Final = (
    "Ankommen, Anmeldung, Kaffee 9:30-10:00 @Foyer :Ankommen",
    "Begrüßung 20m @Großer",
    "Der Entwicklungspolitische Aktionsplan 30m @Großer :Impuls #N.N.",
    "Fallen und gute Praxis 25m @Großer :Impuls",
    "Kaffeepause 20m @Foyer",
    "Geschlechtergerechtigkeit in der kommunalen Entwicklungspolitik 60m @Großer :Podium #N.N.",
    "Mittagspause 12:35-13:35 ! @Foyer",
    "Handlungslogiken in der Kommune 20m @Großer :Plenum",
    "Aufteilung und Wechsel in die Räume 10m :Wechsel",
    "Forum 1: Integrationsbeauftragte 14:05-15:15 @Hase",
    "Forum 2: Gleichstellungsbeauftragte 14:05-15:15 @Piesberg",
    "Forum 3: Politik und Verwaltung 14:05-15:15 @Dom",
    "Forum 4: Migrantische Organisationen 14:05-15:15 @Atelier",
    "Kaffee und Rückkehr ins Plenum 20m @Foyer :Pause",
    "Kooperationswerkstatt: modulare Erfolgsfaktoren 60m @Großer/Reihen :Werkstatt",
    "Ergebnisse und Ausblick 16:35-17:00 @Großer :Abschluss",
)


class Typist:
    """Somebody without a mouse: types into whatever has the keyboard."""

    def __init__(self, planner: PlannerWindow) -> None:
        self._planner = planner

    def keys(self, *sequences: str) -> None:
        for keys in sequences:
            QTest.keySequence(self._where(), QKeySequence(keys))
            QApplication.processEvents()

    def tab_to(self, name: str) -> None:
        """Go on by Tab until something of that name has the keyboard."""
        for _ in range(20):
            there = self._where()
            if name in {there.accessibleName(), getattr(there, "text", str)()}:
                return
            self.keys("Tab")
        pytest.fail(f"{name} cannot be reached by Tab")

    def words(self, text: str) -> None:
        for letter in text:  # QTest knows ASCII only
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(self._where(), event)

    def _where(self) -> QWidget:
        if QApplication.focusWidget() is None:  # a list of names has closed: a window manager would do this
            self._planner.window.activateWindow()
            QApplication.processEvents()
        return QApplication.focusWidget() or self._planner.window


@pytest.fixture
def typist(empty: PlannerWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Typist:
    """A typist before the start page; a dialog lets itself be filled in when it opens."""
    person = Typist(empty)

    def fill_in(dialog: QDialog) -> int:
        dialog.show()
        dialog.activateWindow()
        qtbot.waitActive(dialog)
        person.tab_to("Template")
        person.keys("End")  # an empty day
        person.tab_to("Title")
        person.words("Netzwerktreffen Osnabrück")
        person.tab_to("Rooms")
        for room in ROOMS:
            person.words(room)
            person.keys("Return")
        person.tab_to("Create the plan")
        person.keys("Space")
        empty.window.activateWindow()  # as a window manager does
        qtbot.waitActive(empty.window)
        return dialog.result()

    monkeypatch.setattr(QDialog, "exec", fill_in)
    empty.window.activateWindow()
    qtbot.waitActive(empty.window)
    return person


def test_the_day_in_osnabrueck_by_keyboard_alone(
    empty: PlannerWindow, typist: Typist, asked: Asked, tmp_path: Path
) -> None:
    typist.keys("Ctrl+N")
    assert empty.context.workspace.plan.title == "Netzwerktreffen Osnabrück"
    typist.keys("Ctrl+Return")
    for line in TYPED:
        typist.words(line)
        typist.keys("Return")
        if typed(empty):  # a name was offered, and Return took it
            typist.keys("Return")
    typist.keys("Esc")
    plan = empty.context.workspace.plan
    assert outline(plan) == outline(template("osnabrueck", plan_id=new_id()).plan)
    assert not [problem for problem in problems(plan) if problem.severity == Severity.ERROR]
    asked.path = tmp_path / "osnabrueck.plan"
    typist.keys("Ctrl+S")
    assert read(asked.path).document.plan == plan


def typed(planner: PlannerWindow) -> str:
    (quick,) = planner.window.findChildren(QuickLine)
    return quick.line.text()


def outline(plan: Plan) -> list[tuple[int | None, int, str, tuple[str, ...], bool]]:
    """Return what makes a day: when, what kind, where, and what is fixed."""

    def line(session: Session) -> tuple[int | None, int, str, tuple[str, ...], bool]:
        rooms = tuple(plan.room_by_id[place.room].name for place in session.places)
        return session.start, session.end, session.kind, rooms, session.fixed

    return sorted(line(session) for session in plan.sessions if session.scheduled)
