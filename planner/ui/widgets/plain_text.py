"""Widgets and functions that show text literally, without Qt's HTML and mnemonics.

Qt takes words with a tag in them for HTML, and loads the pictures that it names: in labels, boxes and tips. In what can
be pressed it takes & for the letter of a key, in titles of windows [*] for the mark of what is not saved. So no file
of the window uses Qt's labels and boxes, and what is told in a tip goes through tip().
"""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget  # noqa: TID251  # made plain here

_JOINER: Final = "\N{WORD JOINER}"
"""Invisible and without width; it keeps Qt from recognising a tag."""


class Label(QLabel):
    """A label for literal text, or a picture."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(words)


class VerdictLabel(QLabel):
    """A sentence followed by a verdict in bold; the only label with text in two colours."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)

    def say(self, words: str, verdict: str, colour: str) -> None:
        """Show both; the verdict may be empty."""
        from html import escape  # late: it brings a table of all entities

        bold = f' → <b style="color:{colour}">{escape(verdict)}</b>' if verdict else ""
        self.setText(f'<span style="white-space:pre-wrap">{escape(words)}{bold}</span>')


class MessageBox(QMessageBox):
    """A message box whose texts are never read as HTML."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def setInformativeText(self, words: str) -> None:
        """Show text below the sentence, literally; Qt creates the label for it only now."""
        super().setInformativeText(words)
        for label in self.findChildren(QLabel):
            label.setTextFormat(Qt.TextFormat.PlainText)


def tip(words: str) -> str:
    """Return what a tip has to hold for these words to be seen in it; a screen reader may be told it, too.

    Qt looks for the first tag, and for the entity of its bracket; neither is one with a joiner in it.
    """
    return words.replace("<", f"<{_JOINER}").replace("&lt;", f"&{_JOINER}lt;")


def caption(words: str) -> str:
    """Return what a button, a command, a menu or a tab has to hold for these words to be seen on it."""
    return words.replace("&", "&&")


def on_caption(words: str) -> str:
    """Return the words that are seen on something with such a caption."""
    return words.replace("&&", "&")


def name(command: QAction, words: str) -> None:
    """Call a command by these words, also where they are told in a tip."""
    command.setText(caption(words))
    command.setToolTip(tip(words))


def on_title(words: str, rest: str = "") -> str:
    """Return what the title of a window has to hold for these words to be seen in it.

    Between them and the rest stands the mark of what is not saved.
    """
    return words.replace("[*]", "[*][*]") + (f"[*]{rest}" if rest else "")
