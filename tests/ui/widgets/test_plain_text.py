"""Words on widgets are seen as they were typed, and no file of the window shows them in another way."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction, QTextDocument
from PySide6.QtGui import Qt as Text  # its question whether a text may be HTML
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from planner.ui.widgets.plain_text import Label, MessageBox, VerdictLabel, caption, name, on_caption, on_title, tip
from tests.texts import texts
from tests.ui.markup import JOINER, Markup, Watch

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")
FOLDER: Final = Path(__file__).parents[3] / "planner" / "ui"
tags: Final = st.sampled_from(
    ("<", ">", "&", "lt;", "&lt;", "b", "img src=x", "/", "!", "?xml", "\n", " ", "<b>", "<p>x", "<!--", "[*]", "*")
)
markups: Final = st.lists(tags | texts, max_size=12).map("".join)


@given(markups)
def test_no_tip_is_html_and_nothing_else_is_seen_in_it(words: str) -> None:
    assert not Text.mightBeRichText(tip(words))
    assert tip(words).replace(JOINER, "") == words.replace(JOINER, "")


def test_the_joiner_takes_no_room(qtbot: QtBot) -> None:
    label = Label()
    qtbot.addWidget(label)
    metrics = label.fontMetrics()
    words = "<img src=x> &lt; a < b"
    assert metrics.horizontalAdvance(tip(words)) == metrics.horizontalAdvance(words)


@given(markups)
def test_no_caption_takes_a_letter_of_a_key(words: str) -> None:
    button = QPushButton(caption(words))
    assert button.shortcut().isEmpty()
    assert on_caption(caption(words)) == words
    button.deleteLater()


def test_a_command_is_called_and_told_by_words(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    command = QAction(owner)
    name(command, "R&D <b>1</b>")
    assert command.text() == "R&&D <b>1</b>"
    assert command.toolTip().replace(JOINER, "") == "R&D <b>1</b>"
    assert not Text.mightBeRichText(command.toolTip())


@pytest.mark.parametrize("words", ["[*]", "a[*]b", "[*][*]", "[[*]*]", "plain", ""])
def test_a_title_keeps_what_looks_like_the_mark_of_a_change(words: str, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setWindowTitle(on_title(words, " – Planner"))
    window.show()
    for changed, mark in ((False, ""), (True, "*")):
        window.setWindowModified(changed)
        assert window.windowHandle().title() == f"{words}{mark} – Planner"


def test_labels_and_boxes_load_nothing(tmp_path: Path, qtbot: QtBot) -> None:
    watch = Watch(tmp_path)
    words = Markup(watch.path).words("label")
    label, verdict, box = Label(words), VerdictLabel(), MessageBox()
    verdict.say(words, words, "#000000")
    box.setText(words)
    box.setInformativeText(words)
    for widget in (label, verdict, box):
        qtbot.addWidget(widget)
        widget.show()
        widget.grab()
    assert not watch.opened()
    shown = [one.textFormat() for one in box.findChildren(QLabel) if one.text() == words]
    assert shown == [Qt.TextFormat.PlainText] * 2
    watch.close()


def test_a_verdict_shows_what_was_typed(qtbot: QtBot) -> None:
    verdict, seen = VerdictLabel(), QTextDocument()
    qtbot.addWidget(verdict)
    verdict.say("Q&A  <b>1</b> &lt;", "<i>full</i>", "#000000")
    seen.setHtml(verdict.text())
    assert seen.toPlainText() == "Q&A  <b>1</b> &lt; → <i>full</i>"
    verdict.say("60 people", "", "#000000")
    seen.setHtml(verdict.text())
    assert seen.toPlainText() == "60 people"


def test_what_a_reader_is_told_of_a_tip_has_no_html(qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    button.setToolTip(tip("<b>1</b> & 2"))
    told = QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Description)
    assert told.replace(JOINER, "") == "<b>1</b> & 2"


# What no file of the window does (imports are ruff's: planner/ui/ruff.toml)


def own(node: ast.expr) -> bool:
    """Return whether words are the program's own: a sentence without anything put into it."""
    if isinstance(node, ast.IfExp):
        return own(node.body) and own(node.orelse)
    if isinstance(node, ast.Call):
        return called(node) in {"t", "_t"} and not node.keywords and all(map(own, node.args))
    return isinstance(node, ast.Constant)


def called(node: ast.Call) -> str:
    """Return what is called, without what it belongs to."""
    return getattr(node.func, "attr", getattr(node.func, "id", ""))


def owner(node: ast.Call) -> str:
    """Return what that belongs to, if it has a name."""
    return getattr(getattr(node.func, "value", None), "id", "")


def passed(node: ast.expr, function: str) -> bool:
    """Return whether words are the program's own, or went through a function."""
    if isinstance(node, ast.IfExp):
        return passed(node.body, function) and passed(node.orelse, function)
    return own(node) or (isinstance(node, ast.Call) and called(node) == function)


def never(_call: ast.Call) -> bool:
    return False


def tells(call: ast.Call) -> bool:
    return passed(call.args[-1], "tip")


def asks(call: ast.Call) -> bool:
    return owner(call) != "QMessageBox"


ALLOWED: Final[dict[str, Callable[[ast.Call], bool]]] = {
    **dict.fromkeys(("setToolTip", "setTabToolTip", "setStatusTip", "setWhatsThis", "setTabWhatsThis"), tells),
    **dict.fromkeys(("QMessageBox", "setTextFormat", "insertHtml", "appendHtml", "setMarkdown"), never),
    **dict.fromkeys(("question", "information", "warning", "critical", "about"), asks),
    "setHtml": lambda call: owner(call) == "data",  # the clipboard's, for other programs
    "showText": lambda call: passed(call.args[1], "tip"),
    "setWindowTitle": lambda call: passed(call.args[0], "on_title"),
    "replace": lambda call: {getattr(one, "value", "") for one in call.args} != {"&", "&&"},
}
"""What may be called only so."""


def wrong(node: ast.AST) -> bool:
    """Return whether a piece of code shows words in a way of its own."""
    if isinstance(node, ast.Attribute):
        return node.attr in {"TextShowMnemonic", "TextHideMnemonic", "RichText", "MarkdownText"}
    return isinstance(node, ast.Call) and called(node) in ALLOWED and not ALLOWED[called(node)](node)


def found(tree: ast.AST) -> Iterator[int]:
    """Return the lines in which words are shown otherwise; who answers for tips of items has to know tip()."""
    nodes = list(ast.walk(tree))
    yield from (node.lineno for node in nodes if isinstance(node, ast.expr) and wrong(node))
    if not any(isinstance(node, ast.Call) and called(node) == "tip" for node in nodes):
        yield from (node.lineno for node in nodes if isinstance(node, ast.Attribute) and node.attr == "ToolTipRole")


def test_no_file_of_the_window_shows_words_in_its_own_way() -> None:
    files = [path for path in FOLDER.rglob("*.py") if path.name != "plain_text.py"]
    assert len(files) > 100
    lines = [
        f"{path.relative_to(FOLDER)}:{line}" for path in files for line in found(ast.parse(path.read_text("utf-8")))
    ]
    assert lines == []


@pytest.mark.parametrize(
    "code",
    [
        "w.setToolTip(person.name)",
        'w.setToolTip(t("Written: {file}", file=path))',
        'w.setToolTip(f"{name}")',
        "item.setToolTip(0, item.text(0))",
        "bar.setTabToolTip(1, day.title)",
        "QToolTip.showText(at, text, self)",
        "box = QMessageBox(parent)",
        'QMessageBox.warning(parent, "", words)',
        "label.setTextFormat(Qt.TextFormat.RichText)",
        "field.appendHtml(words)",
        'action.setText(words.replace("&", "&&"))',
        "window.setWindowTitle(plan.title)",
        "x = {Qt.ItemDataRole.ToolTipRole: words}",
    ],
)
def test_what_the_rule_finds(code: str) -> None:
    assert list(found(ast.parse(code)))


@pytest.mark.parametrize(
    "code",
    [
        'w.setToolTip(t("Close"))',
        'w.setToolTip(self._context.t("Close") if on else t("Open"))',
        "w.setToolTip(tip(person.name))",
        "QToolTip.showText(at, tip(text), self)",
        'self.setWindowTitle(on_title(f"{name}"))',
        'words.replace("&", "")',
    ],
)
def test_what_the_rule_lets_pass(code: str) -> None:
    assert not list(found(ast.parse(code)))
