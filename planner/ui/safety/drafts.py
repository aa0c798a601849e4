"""Tracks uncommitted text in the fields of one window and its dialogs."""

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
    """A field that has had the focus, and the text typed into it."""

    widget: QWidget
    dialog: QDialog | None
    """Its drafts end with the dialog, since a dialog commits all fields together."""
    first: dict[FieldId, str] = field(default_factory=dict[FieldId, str])
    drafts: dict[FieldId, Draft] = field(default_factory=dict[FieldId, Draft])

    @property
    def alive(self) -> bool:
        """Return whether the field still exists and is visible."""
        return isValid(self.widget) and not self.widget.isHidden()

    @property
    def finished(self) -> bool:
        """Return whether its drafts need not be kept any longer."""
        if self.dialog is None:
            return not self.alive
        return not isValid(self.dialog) or self.dialog.isHidden()


class Drafts(QObject):
    """Watches every field that has had the focus; its text is a draft as long as the plan does not hold it."""

    changed = Signal()
    """The set of drafts has changed."""

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
        """Stop watching, when the window closes."""
        if isinstance(self._app, QApplication):
            self._app.focusChanged.disconnect(self._on_focus)
        self._app = None
        self._timer.stop()
        self._watched.clear()

    def watch(self, widget: QWidget) -> None:
        """Watch a field from its current text on, if it belongs to this window and is identified."""
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
        """Update after the current event, which may commit the text."""
        if self._watched:
            self._timer.start()

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None:
            dialog = new.window()
            if isinstance(dialog, QDialog) and not any(watched.dialog is dialog for watched in self._watched):
                for one in fields_in(dialog):  # before any typing
                    self.watch(one)
            self.watch(new)
        self.update_soon()

    def _on_text(self, watched: _WatchedField) -> None:
        if isValid(self) and watched in self._watched:
            self._note(watched)
            self._timer.start()

    def _note(self, watched: _WatchedField) -> None:
        """Record the current text of a field under its current identity."""
        widget = watched.widget
        place, text = field_id(widget), text_of(widget)
        if place is None:
            return
        committed_text = committed_text_of(widget)
        if committed_text is None:
            committed_text = watched.first.setdefault(place, text)
        else:
            watched.drafts.clear()  # such a field has one subject at a time
        if text == committed_text:
            watched.drafts.pop(place, None)
        else:
            title = "" if watched.dialog is None else watched.dialog.windowTitle()
            where = ": ".join(part for part in (title, self._name_of(place.entry)) if part)
            watched.drafts[place] = Draft(place.form, place.entry, place.field, where, label_of(widget), text)

    def _update(self) -> None:
        """Drop finished fields, and emit `changed` if the drafts differ from before."""
        self._watched = [watched for watched in self._watched if not watched.finished]
        for watched in self._watched:
            if watched.drafts and watched.alive:
                self._note(watched)
        kept = tuple(draft for watched in self._watched for draft in watched.drafts.values())
        if kept != self.kept:
            self.kept = kept
            self.changed.emit()


def _around(widget: QWidget) -> Iterator[QWidget]:
    """Yield a widget and its ancestors, across dialogs up to the main window."""
    around: QWidget | None = widget
    while around is not None:
        yield around
        around = around.parentWidget()
