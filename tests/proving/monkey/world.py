"""The window with its folder and files, opened anew whenever it was closed; answers what the system would ask."""

import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from types import TracebackType
from typing import Any, Final, TypeVar, cast

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, QUrl, Slot, qInstallMessageHandler
from PySide6.QtGui import QDesktopServices, QGuiApplication, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from planner.model import Plan, base
from planner.ui.app import application, build, complete
from planner.ui.services.window_settings import WindowSettings
from planner.ui.widgets.theme import DARK, HIGH_CONTRAST, LIGHT
from planner.ui.window import planner_window as assembly
from planner.ui.window.planner_window import PlannerWindow
from tests.proving.monkey.hand import Hand
from tests.proving.monkey.plans import NAMES, NOT_PLANS, document_of, write_fresh

PLATFORM: Final = ("propagateSizeHints", "does not support raise()", "does not support grabbing the keyboard")
"""What the offscreen platform says of itself."""
W = TypeVar("W", bound=QWidget)


class World:
    """One window after the other on the same files, and what was complained of meanwhile."""

    def __init__(self, folder: Path, hand: Hand) -> None:
        self.folder: Final = folder
        self.hand: Final = hand
        self.complaints: list[str] = []
        self.answers: list[str] = []
        """What the next questions for a file are answered with; chance answers the others."""
        self.theme = LIGHT
        self._links = _Links()
        self._memory = WindowSettings(folder / "window.ini")
        self.language = "en"
        self.app: Final = application()
        self.app.setQuitOnLastWindowClosed(False)
        self._stand_in()
        for name, data in NOT_PLANS.items():
            (folder / name).write_bytes(data)
        self.reseed(0, 0)
        self.planner = self._opened(write_fresh(folder, "osnabrueck", base.new_id()))

    def reseed(self, seed: int, step: int) -> None:
        """Let chance, of the hand and of new ids, begin at a step as it always does."""
        self.hand.chance = Random(f"{seed}/{step}")
        cast("Any", base).secrets = Random(f"{seed}/{step}/ids")

    @property
    def plan(self) -> Plan:
        return self.planner.context.workspace.plan

    @property
    def window(self) -> QWidget:
        return self.planner.window

    def part(self, kind: type[W]) -> W | None:
        """Return the part of the window that is of a kind."""
        return self.planner.window.findChild(kind)

    def ensure_open(self) -> None:
        """Open a window again after the last one was closed."""
        if not self.planner.window.isVisible():
            self.planner.window.deleteLater()
            self.planner = self._opened(self.fresh(self.hand.one_of(NAMES)))

    def fresh(self, name: str) -> Path:
        """Write a plan as it was on the first day, unless it is open."""
        path = self.folder / f"{name}.plan"
        if path == self.planner.files.state.path:
            return path
        return write_fresh(self.folder, name, base.new_id())

    def dress(self, number: int) -> None:
        """Let the system ask for another colour scheme."""
        self.theme = (LIGHT, DARK, HIGH_CONTRAST)[number]
        QGuiApplication.styleHints().colorSchemeChanged.emit(
            Qt.ColorScheme.Dark if self.theme is DARK else Qt.ColorScheme.Light
        )

    def rest(self) -> Iterator[None]:
        """Bring the window to where it began, turn by turn: language, colours, plan, view, size."""
        self.ensure_open()
        yield
        planner = self.planner
        planner.context.workspace.start(document_of("osnabrueck", "abcdefghjkmn"))
        planner.files.shown.emit()
        self.theme = LIGHT
        planner.set_language("en")
        yield
        planner.context.view.select()
        planner.window.resize(1440, 900)
        for side in ("left", "right"):
            planner.window.fold(side, away=False)
        QApplication.clipboard().clear()
        yield

    def close(self) -> None:
        """End without a question."""
        QApplication.clipboard().clear()
        self.planner.safety.close()
        self.planner.window.deleteLater()

    def _opened(self, path: Path) -> PlannerWindow:
        window = build(str(path), self._memory)
        planner = complete(window, str(path), self._memory)
        planner.safety.ask_recovery()
        window.show()
        window.activateWindow()
        return planner

    # What stands for the system

    def _stand_in(self) -> None:
        """Stand for what an offscreen platform has not: file dialogs, a colour scheme, other programs."""
        cast("Any", QFileDialog).getOpenFileName = self._answer_open
        cast("Any", QFileDialog).getSaveFileName = self._answer_save
        cast("Any", assembly).current_theme = lambda: self.theme
        QDesktopServices.setUrlHandler("file", self._links, "open")  # pyright: ignore[reportArgumentType]
        sys.excepthook = self._on_error
        sys.unraisablehook = lambda args: self._on_error(args.exc_type, args.exc_value, args.exc_traceback)
        qInstallMessageHandler(self._on_message)

    def _answer_open(self, *_: object) -> tuple[str, str]:
        hand = self.hand
        if self.answers:
            return self.answers.pop(0), ""
        files = sorted(path for path in self.folder.iterdir() if path.suffix in {".plan", ".png"})
        return ("", "") if hand.often(0.2) else (str(hand.one_of(files)), "")

    def _answer_save(self, *_: object) -> tuple[str, str]:
        hand = self.hand
        if self.answers:
            return self.answers.pop(0), ""
        names = ("", "meeting.plan", "tagung", "Fachtag 14.11.2026", "large.plan", "not there/a.plan", "x" * 300)
        name = hand.one_of(names)
        return (str(self.folder / name) if name else ""), ""

    def _on_error(self, _kind: type[BaseException], error: BaseException | None, _trace: TracebackType | None) -> None:
        from traceback import format_exception

        self.complaints.append("".join(format_exception(error)) if error is not None else "an error without a name")

    def _on_message(self, kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) and not any(words in text for words in PLATFORM):
            from traceback import format_stack

            self.complaints.append(f"{''.join(format_stack(limit=12))}Qt says: {text}")


class _Links(QObject):
    @Slot(QUrl)
    def open(self, _url: QUrl) -> None:
        """Open nothing: there are no other programs here."""
