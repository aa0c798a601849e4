"""Follows what is typed in one window and its dialogs: which texts stand in fields and are not taken over yet."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from planner.storage import Draft
from planner.ui.widgets.field_identity import (
    FieldId,
    change_signal,
    committed_text_of,
    field_id,
    fields_in,
    label_of,
    text_of,
)


@dataclass
class _WatchedField:
    """A field that somebody has been in, and what was typed into it."""

    widget: QWidget
    dialog: QDialog | None
    """Its texts are over when the dialog is, for a dialog takes them over all at once."""
    first: dict[FieldId, str] = field(default_factory=dict[FieldId, str])
    drafts: dict[FieldId, Draft] = field(default_factory=dict[FieldId, Draft])

    @property
    def alive(self) -> bool:
        """Return whether the field is still there to be typed into."""
        return isValid(self.widget) and not self.widget.isHidden()

    @property
    def finished(self) -> bool:
        """Return whether nothing of it is to be kept any more."""
        if self.dialog is None:
            return not self.alive
        return not isValid(self.dialog) or self.dialog.isHidden()


class Drafts(QObject):
    """Knows every field that has had the keyboard; what is in it is a draft as long as the plan does not hold it."""

    changed = Signal()
    """What is typed and not taken over is another than before."""

    def __init__(self, window: QWidget, name_of: Callable[[str], str], parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._name_of = window, name_of
        self._watched: list[_WatchedField] = []
        self.kept: tuple[Draft, ...] = ()
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._update)
        self._app = QApplication.instance()
        if isinstance(self._app, QApplication):
            self._app.focusChanged.connect(self._on_focus)

    def close(self) -> None:
        """End with the window."""
        if isinstance(self._app, QApplication):
            self._app.focusChanged.disconnect(self._on_focus)
        self._app = None
        self._timer.stop()
        self._watched.clear()

    def watch(self, widget: QWidget) -> None:
        """Follow a field from what stands in it now, if it is one of this window and has said which."""
        known = next((watched for watched in self._watched if watched.widget is widget), None)
        if known is not None:
            self._note(known)
            return
        signal = change_signal(widget)
        if signal is None or field_id(widget) is None or self._window not in _around(widget):
            return
        dialog = next((around for around in _around(widget) if isinstance(around, QDialog)), None)
        watched = _WatchedField(widget, dialog)
        self._watched.append(watched)
        signal.connect(lambda *_: self._on_text(watched))
        widget.destroyed.connect(self.update_soon)
        if dialog is not None:
            dialog.finished.connect(self.update_soon)
        self._note(watched)

    def update_soon(self) -> None:
        """Look again once what happens now is over: it may take over what was typed."""
        if self._watched:
            self._timer.start()

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None:
            dialog = new.window()
            if isinstance(dialog, QDialog) and not any(watched.dialog is dialog for watched in self._watched):
                for one in fields_in(dialog):  # as they are before anybody types
                    self.watch(one)
            self.watch(new)
        self.update_soon()

    def _on_text(self, watched: _WatchedField) -> None:
        if isValid(self) and watched in self._watched:
            self._note(watched)
            self._timer.start()

    def _note(self, watched: _WatchedField) -> None:
        """Note what stands in a field now, for whomever the field is about now."""
        widget = watched.widget
        place, text = field_id(widget), text_of(widget)
        if place is None:
            return
        committed_text = committed_text_of(widget)
        if committed_text is None:
            committed_text = watched.first.setdefault(place, text)
        else:
            watched.drafts.clear()  # such a field is about one thing at a time
        if text == committed_text:
            watched.drafts.pop(place, None)
        else:
            title = "" if watched.dialog is None else watched.dialog.windowTitle()
            where = ": ".join(part for part in (title, self._name_of(place.entry)) if part)
            watched.drafts[place] = Draft(place.form, place.entry, place.field, where, label_of(widget), text)

    def _update(self) -> None:
        """Let go of what is over, and tell if other texts are to be kept than before."""
        self._watched = [watched for watched in self._watched if not watched.finished]
        for watched in self._watched:
            if watched.drafts and watched.alive:
                self._note(watched)
        kept = tuple(draft for watched in self._watched for draft in watched.drafts.values())
        if kept != self.kept:
            self.kept = kept
            self.changed.emit()


def _around(widget: QWidget) -> Iterator[QWidget]:
    """Return what a widget lies in, dialogs and the window below them included, from the inside."""
    around: QWidget | None = widget
    while around is not None:
        yield around
        around = around.parentWidget()
