"""Shows the window at a scale on a small screen, and says what does not fit: run by test_scaling.py on its own.

Qt takes the scale once, when a program starts.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QWidget

from planner.resources import resource
from planner.ui.app import application, build, complete
from planner.ui.services.window_settings import WindowSettings
from planner.ui.window import views
from planner.ui.window.main_window import START, MainWindow

SCREEN = QSize(1280, 720)
"""In the screen's own pixels."""
VIEWS: tuple[str, ...] = (*(view.name for view in views.VIEWS), START)


def cut(window: MainWindow) -> Iterator[str]:
    """Return the words of buttons and labels that have too little room, or that lie beyond the window."""
    for widget in window.findChildren(QWidget):
        if not isinstance(widget, QLabel | QAbstractButton) or not widget.isVisible() or not widget.text():
            continue
        if isinstance(widget, QLabel) and widget.wordWrap():
            small = widget.heightForWidth(widget.width()) > widget.height()
        else:
            least = widget.minimumSizeHint()
            small = least.width() > widget.width() or least.height() > widget.height()
        place = QRect(widget.mapTo(window, QPoint()), widget.size())
        if small or not (scrolls(widget) or window.rect().contains(place)) or beside(widget):
            yield f"{type(widget).__name__} {widget.text()!r}"


def scrolls(widget: QWidget) -> bool:
    """Return whether a widget lies in an area that can be scrolled."""
    around = widget.parentWidget()
    return around is not None and (isinstance(around, QScrollArea) or scrolls(around))


def beside(widget: QWidget) -> bool:
    """Return whether a widget juts out of an area that cannot be scrolled to the side."""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if area is None or area.horizontalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
        return False
    left = widget.mapTo(area, QPoint()).x()
    return left < 0 or left + widget.width() > area.viewport().width()


def main(plan: str, folder: str) -> None:
    """Show each view of a plan, print what does not fit, and keep pictures in a folder."""
    made = application()
    for font in resource("fonts").glob("SourceSans3-*.ttf"):
        QFontDatabase.addApplicationFont(str(font))
    window_settings = WindowSettings(Path(folder) / "window.ini")
    window_settings.keep_word("language", "de")
    window = build(plan, window_settings)
    planner = complete(window, plan, window_settings)
    room = SCREEN / window.devicePixelRatioF()
    window.show()
    planner.context.view.select(next(iter(planner.context.workspace.plan.session_by_id)))
    for view in VIEWS:
        window.show_view(view)
        for _ in range(3):
            made.processEvents()
        window.grab().save(str(Path(folder) / f"{view}.png"))
        if window.width() > room.width() or window.height() > room.height():
            print(view, "window", window.size().toTuple())  # noqa: T201  # the test reads it
        for text in cut(window):
            print(view, text)  # noqa: T201
    if not planner.window.folded("left") or not planner.window.folded("right"):
        print("no room for the day")  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
