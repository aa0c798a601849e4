"""A plan with HTML in every text, a file that says when it is opened, and all words of a window."""

import ctypes
import os
import re
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any, Final, NamedTuple, cast, get_args

from pydantic import BeforeValidator
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QAccessible, QAction, QPixmap
from PySide6.QtGui import Qt as Text  # its question whether a text may be HTML
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from planner.checks import problems
from planner.examples import osnabrueck_with_problems
from planner.model import Acceptance, Document, Item
from planner.model.base import Frozen
from planner.model.edits import accept, add_item
from planner.model.releases import release

JOINER: Final = "\N{WORD JOINER}"
"""Stands in tips, unseen, where a tag would begin."""
TYPED: Final = "&Menu"
"""Stands in every text: a letter for the keyboard wherever it is not shown as it was typed."""
_FIELD: Final = re.compile(r"<[bB]>([A-Z]\w+\.\w+)")
_OPENED: Final = 0x20
"""IN_OPEN of Linux."""


class Watch:
    """A picture that knows whether anybody opened it."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "p.png"
        pixmap = QPixmap(7, 7)
        pixmap.fill(Qt.GlobalColor.red)
        assert pixmap.save(str(self.path))
        self._queue = -1
        if sys.platform == "linux":
            system = ctypes.CDLL(None)
            self._queue = system.inotify_init1(os.O_NONBLOCK)
            assert system.inotify_add_watch(self._queue, os.fsencode(self.path), _OPENED) >= 0

    @property
    def works(self) -> bool:
        """Return whether this system can say it."""
        return self._queue >= 0

    def opened(self) -> bool:
        """Return whether it was opened since this was asked last."""
        try:
            return self.works and bool(os.read(self._queue, 4096))
        except BlockingIOError:
            return False

    def close(self) -> None:
        """Stop watching."""
        if self.works:
            os.close(self._queue)


class Markup:
    """Words that Qt would take for HTML, which would load a picture, and for a letter of the keyboard."""

    def __init__(self, picture: Path) -> None:
        self._head = f'<img src="{picture.as_uri()}"> {TYPED} &lt;<a href="x">a</a><br>'

    def words(self, name: str) -> str:
        """Return such words for something of a name."""
        return f"{self._head}<b>{name}</b><script>1</script>"

    def document(self) -> Document:
        """Return a plan with errors, accepted ones, and a release, all of whose texts are such words."""
        plan = osnabrueck_with_problems().plan
        plan = self.marked(add_item(plan, plan.sessions[0].id, Item(id="item", title="Item")))
        for problem in problems(plan)[:3]:
            note = self.words("acceptance")
            plan = accept(
                plan, Acceptance(code=problem.code, subjects=problem.subjects, facts=problem.facts, note=note)
            )
        document = Document(plan=plan)
        return release(document, release_id="v1", name=self.words("release"), at=datetime(2017, 5, 1, tzinfo=UTC))

    def marked(self, value: Any) -> Any:  # noqa: ANN401  # any value of the model
        """Put such words into every text of a value, and of all that is in it."""
        if isinstance(value, tuple):
            return tuple(self.marked(inner) for inner in cast("tuple[Any, ...]", value))
        if not isinstance(value, Frozen):
            return value
        updates: dict[str, Any] = {}
        for name, field in type(value).model_fields.items():
            now = getattr(value, name)
            words = self.words(f"{type(value).__name__}.{name} {getattr(value, 'id', '')}")
            if name == "label" and getattr(value, "person", None):
                continue  # it would stand in the place of the name
            if any(isinstance(mark, BeforeValidator) for mark in field.metadata):
                updates[name] = words
            elif any(isinstance(mark, BeforeValidator) for mark in _inner(field.annotation)):
                updates[name] = (words,)
            elif isinstance(now, Frozen | tuple):
                updates[name] = self.marked(now)
        return value.changed(**updates)


def _inner(annotation: Any) -> tuple[Any, ...]:  # noqa: ANN401  # a type as typing gives it
    arguments = get_args(annotation)
    return getattr(arguments[0], "__metadata__", ()) if arguments else ()


class Said(NamedTuple):
    """Words, what Qt does with them, and where they are."""

    words: str
    way: str
    where: str


def said(root: QWidget) -> Iterator[Said]:
    """Return all that a window shows or tells, hidden parts too."""
    for widget in (root, *root.findChildren(QWidget)):
        where = f"{type(widget).__name__} {widget.objectName()!r} in {type(widget.parentWidget()).__name__}"
        yield from (Said(words, way, where) for words, way in _of_widget(widget))
    for action in root.findChildren(QAction):
        where = f"action {action.objectName()!r} in {type(action.parent()).__name__}"
        yield from (Said(words, "tip", where) for words in (action.toolTip(), action.statusTip(), action.whatsThis()))
        yield Said(action.text(), "caption", where)


def _of_widget(widget: QWidget) -> Iterator[tuple[str, str]]:
    yield from ((words, "tip") for words in (widget.toolTip(), widget.statusTip(), widget.whatsThis()))
    yield widget.windowTitle(), "plain"
    spoken = QAccessible.queryAccessibleInterface(widget)
    yield from ((spoken.text(kind), "plain") for kind in (QAccessible.Text.Name, QAccessible.Text.Description))
    if isinstance(widget, QLabel):
        plain = widget.textFormat() == Qt.TextFormat.PlainText
        yield widget.text(), ("caption" if widget.buddy() else "plain") if plain else "label"
    elif isinstance(widget, QAbstractButton):
        yield widget.text(), "caption"
    elif isinstance(widget, QMenu | QGroupBox):
        yield widget.title(), "caption"
    elif isinstance(widget, QTabBar):
        for place in range(widget.count()):
            yield widget.tabText(place), "caption"
            yield widget.tabToolTip(place), "tip"
            yield widget.tabWhatsThis(place), "tip"
    elif isinstance(widget, QLineEdit):
        yield widget.text(), "plain"
        yield widget.placeholderText(), "plain"
    elif isinstance(widget, QPlainTextEdit):
        yield widget.toPlainText(), "plain"
    elif isinstance(widget, QTextEdit):
        yield widget.toHtml(), "html"
    elif isinstance(widget, QAbstractItemView | QComboBox):
        model = cast("QAbstractItemModel | None", widget.model())  # the stubs know of no view without one
        yield from _of_model(model, QModelIndex()) if model is not None else ()


def _of_model(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[tuple[str, str]]:
    tips = Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.StatusTipRole, Qt.ItemDataRole.WhatsThisRole
    told = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole
    ways = (*((role, "tip") for role in tips), *((role, "plain") for role in told))
    most = 0
    for row in range(model.rowCount(parent)):
        for column in count():
            index = model.index(row, column, parent)
            if not index.isValid():
                break
            most = max(most, column + 1)
            yield from ((str(index.data(role) or ""), way) for role, way in ways)
            yield from _of_model(model, index)
    for side, number in ((Qt.Orientation.Horizontal, most), (Qt.Orientation.Vertical, model.rowCount(parent))):
        for place in range(number):
            yield from ((str(model.headerData(place, side, role) or ""), way) for role, way in ways)


def faults(found: Iterable[Said]) -> list[str]:
    """Return which words would not be seen as they were typed."""
    return [f"{one.way} of {one.where}: {one.words}" for one in found if one.words and _wrong(one)]


def fields(found: Iterable[Said]) -> set[str]:
    """Return which fields of the document are in words, as "Kind.name"."""
    return {name for one in found for name in _FIELD.findall(one.words)}


def _wrong(one: Said) -> bool:
    rich, escaped = Text.mightBeRichText(one.words), "&amp;" in one.words or "&lt;img" in one.words
    match one.way:
        case "tip":
            return rich or escaped
        case "label":
            return rich and "<img" in one.words
        case "caption":
            return TYPED in one.words.replace("&&", "")
        case "html":
            return True
        case _:
            return escaped
