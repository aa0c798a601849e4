"""Reads and writes the system's clipboard: sessions for this program, text and HTML for others."""

from typing import Final, NamedTuple

from PySide6.QtCore import QMimeData, QStringListModel
from PySide6.QtGui import QGuiApplication

from planner.model import Document, Plan
from planner.model.derive.excerpt import excerpt
from planner.storage import ReadError, dump, parse
from planner.storage.errors import NewerVersion
from planner.text import language, mark

MIME: Final = "application/x-planner-plan"
"""Sessions as a small plan file, so that they are read as strictly as any file is."""
_NEWER: Final = mark(
    "What is on the clipboard was copied in a newer version of this program. Nothing was "
    "pasted; paste it there, or install the newer version here."
)
_BROKEN: Final = mark(
    "The clipboard seems to hold sessions of this program, but they cannot be read. "
    "Nothing was pasted; copy them again."
)


class BadClip(Exception):  # noqa: N818  # named for the situation
    """The clipboard holds sessions that cannot be read; the message is an English sentence, to be translated."""


def put_sessions(plan: Plan, sessions: tuple[str, ...]) -> None:
    """Copy sessions to the clipboard: complete for this program, public facts as text and as a table."""
    QGuiApplication.clipboard().setMimeData(mime_of(plan, sessions))


def clear_own() -> None:
    """Clear the clipboard if it holds sessions of this program, which may name people."""
    if on_clipboard().hasFormat(MIME):
        QGuiApplication.clipboard().clear()


def on_clipboard() -> QMimeData:
    """Return the clipboard's content, empty data if there is none (Qt returns None then)."""
    return QGuiApplication.clipboard().mimeData() or QMimeData()


class PastedContent(NamedTuple):
    """What another program has copied: its HTML, if there is a table in it, and its text."""

    html: str
    text: str

    @property
    def size(self) -> int:
        """The number of characters to read."""
        return len(self.html or self.text)

    def read(self) -> str:
        """Return a table as rows with tabs, anything else as its text; raises NotImported for too much.

        It may take two seconds, and may be called in any thread.
        """
        from planner.importers import as_text

        return as_text(self.html, self.text)


def came_in(data: QMimeData) -> PastedContent:
    """Return what another program has copied, without looking into it; raises NotImported for too much."""
    from planner.importers import check_size, has_table

    if data.hasHtml():
        check_size(data.data("text/html").size())  # before it is decoded
    html = data.html() if data.hasHtml() else ""
    return PastedContent(html if has_table(html) else "", data.text())


def has_programme(text: str) -> bool:
    """Return whether a text may be a programme: a table, or lines that begin with a time."""
    from planner.importers import may_be_programme

    return may_be_programme(text)


def mime_of(plan: Plan, sessions: tuple[str, ...]) -> QMimeData:
    """Return sessions in all formats; texts are in the plan's print language."""
    from planner.exporters import copied_sessions
    from planner.model.programme import programme, untimed

    document = Document(plan=excerpt(plan, sessions))
    public, waiting = programme(document), untimed(document)
    t = language(plan.print.language)
    data = _made_by_qt()
    data.setData(MIME, dump(document))
    if text := copied_sessions.text(public, waiting, t):
        data.setText(text)
        data.setHtml(copied_sessions.html(public, waiting, t))
    return data


def sessions_in(data: QMimeData) -> Plan | None:
    """Return the sessions copied in this program, None if there are none; raises BadClip for unreadable ones."""
    if not data.hasFormat(MIME):
        return None
    try:
        plan = parse(bytes(data.data(MIME).data())).plan
    except NewerVersion:
        raise BadClip(_NEWER) from None
    except ReadError:
        raise BadClip(_BROKEN) from None
    found = excerpt(plan, {session.id for session in plan.sessions})
    if not found.sessions:
        raise BadClip(_BROKEN)
    return found


def _made_by_qt() -> QMimeData:
    """Return empty data that Qt itself has created.

    Some platforms delete what is in the clipboard when Python has ended already: what was made in Python would call
    into it then, and the program would crash instead of ending.
    """
    model = QStringListModel([""])
    data = model.mimeData([model.index(0)])
    data.clear()
    return data
