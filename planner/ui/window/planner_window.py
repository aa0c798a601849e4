"""Connects workspace, widgets, files and commands of one window."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QObject, QPoint, QTimer, QTranslator
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from planner.storage import Backups, LeftDrafts
from planner.text import Language, language
from planner.ui.commands.days import remove_day
from planner.ui.commands.file import open_recent
from planner.ui.commands.move import put_on_day
from planner.ui.commands.registry import key_sections
from planner.ui.commands.removal import send_to_tray
from planner.ui.safety.crash import report
from planner.ui.safety.folder import safe_folder
from planner.ui.safety.safety import Safety
from planner.ui.services.background import Background
from planner.ui.services.command_context import CommandContext
from planner.ui.services.export import ExportRunner, open_file, open_folder
from planner.ui.services.kept_texts import kept_words, show_first
from planner.ui.services.pattern_library import PatternLibrary
from planner.ui.services.plan_file import PlanFile
from planner.ui.services.prompts import Prompts
from planner.ui.services.view_state import ViewState
from planner.ui.services.window_settings import WindowSettings
from planner.ui.widgets.plain_text import on_title
from planner.ui.widgets.theme import Theme, current_theme, palette, stylesheet
from planner.ui.window.day_tabs import DayTabs
from planner.ui.window.main_window import MainWindow
from planner.ui.window.menus import Menus
from planner.ui.window.plan_views import PlanViews, make_plan_views
from planner.ui.window.start_page import StartPage
from planner.ui.window.status_bar import StatusBar
from planner.ui.window.toolbar import Toolbar
from planner.ui.window.views import VIEWS, MadeView, View, view_called
from planner.ui.window.zoom import Zoom
from planner.workspace import Listener, Workspace


class PlannerWindow(QObject):
    """Owns the objects of one window and its plan, and connects their signals."""

    def __init__(self, window: MainWindow, window_settings: WindowSettings, path: Path | None = None) -> None:
        super().__init__(window)
        self.window = window
        self._window_settings = window_settings
        self._t = language(window_settings.word("language"))
        folder = safe_folder()
        self._pattern_library = PatternLibrary(folder / "patterns.json", self)
        self._workspace = Workspace(backups=Backups(folder))
        self._view = ViewState(self)
        self._background = Background(self)
        self._zoom = Zoom(window)
        self._unlisten: list[Callable[[], None]] = []
        self._status: StatusBar | None = None
        self._writing = ""
        """The sentence about the export under way; empty without one."""
        self.files = PlanFile(self._workspace, Prompts(self.window, self._t), window_settings, self._t, self)
        self.files.finish = self._finish
        self.exports = ExportRunner(self.files, Prompts(self.window, self._t), self._background, self._t)
        self.exports.written.connect(self._on_written)
        self.exports.busy.connect(self._on_export)
        self._workspace.on_fault = report
        self.safety = Safety(folder, self.files, self._background, window, self)
        self.files.waiting = self._waiting
        self.files.left.connect(self._view.forget)
        self.safety.said.connect(lambda words, offers: self.window.news.say(words, *offers))
        self.safety.left.connect(self._offer_drafts)
        self.safety.drafts.changed.connect(self._name_window)
        self._end_safety = self._workspace.listen(self.safety.show_state)
        self.window.close_requested.connect(self._on_close)
        self.window.view_changed.connect(self._on_view_changed)
        self._zoom.changed.connect(self._show_zoom)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme)
        self._open_first(path)
        self.files.shown.connect(self._on_shown)
        self.files.stored.connect(self._on_stored)

    def _open_first(self, path: Path | None) -> None:
        """Build the window with the plan of a file in it, without a start page first; or with the start page."""
        if path is not None:
            failed = self.files.failed.connect(self._stand_by)
            self.files.open(path)
            self.files.failed.disconnect(failed)
        if self.files.has_plan:
            self.window.view = VIEWS[0].name
        if self.window.view == VIEWS[0].name or self.window.centralWidget() is None:
            self.build(current_theme())

    def _stand_by(self) -> None:
        """Show the start page below the box that says why a plan cannot be opened."""
        self.build(current_theme())
        self.window.show()

    @property
    def plan_views(self) -> PlanViews | None:
        """The widgets of the plan; None before the first plan is opened."""
        return self.window.plan_views

    def set_language(self, code: str) -> None:
        """Store the language, and rebuild the window in it after the current event."""
        self._window_settings.keep_word("language", code)
        self._t = language(code)
        QTimer.singleShot(0, self, lambda: self.build(self.context.theme))

    def build(self, theme: Theme) -> None:
        """Build all widgets of the window in its language and a theme; plan, undo and selection stay as they are."""
        self._finish()
        self._stop_listening()
        typed = "" if self.plan_views is None else self.plan_views.quick_line.line.text()
        self.window.plan_views = self._status = None
        made = QApplication.instance()
        if isinstance(made, QApplication):
            translate_qt(made, self._t)
            made.setPalette(palette(theme))
        self.window.setStyleSheet(stylesheet(theme))
        prompts = Prompts(self.window, self._t)
        for asking in (self.files, self.safety, self.exports):
            asking.set_language(prompts, self._t)
        self.context = self._make_context(theme, prompts)
        self._start = None if self.files.has_plan else StartPage(self._t, theme)
        frame = self.window.build_frame(self.context, self._start)
        self.menus = Menus(self.context, self.window.menuBar(), self.window.view_stack, frame)
        if self._start is not None:
            self._start.chosen.connect(self.menus.run)
            self._start.recent_chosen.connect(
                lambda path: self.menus.run_entry("recent", partial(open_recent, path=path))
            )
        self._listen(self._view.show_state)
        if self.files.has_plan:
            self._build_plan_views()
        if self.plan_views is not None and typed:
            self.plan_views.quick_line.resume(typed)
            self.safety.drafts.watch(self.plan_views.quick_line.line)
        self.window.show_view(self.window.view)
        self.menus.refresh()
        self._on_stored()

    def _make_context(self, theme: Theme, prompts: Prompts) -> CommandContext:
        return CommandContext(
            self._workspace,
            self._view,
            self._t,
            theme,
            pattern_library=self._pattern_library,
            background=self._background,
            files=self.files,
            prompts=prompts,
            window_settings=self._window_settings,
            window=self.window,
            zoom=self._zoom,
            exports=self.exports,
            safety=self.safety,
            set_language=self.set_language,
            key_sections=tuple(key_sections()),
        )

    def _build_plan_views(self) -> None:
        context, window = self.context, self.window
        parts = make_plan_views(context, self._window_settings)
        self._tabs = DayTabs(context)
        self.menus.add_board_keys(parts.board.canvas)
        toolbar = Toolbar(context, self.menus)
        self._status = status = StatusBar(context, self.files)
        self._tabs.requested.connect(self.menus.run)
        self._tabs.remove_requested.connect(
            lambda day: self.menus.run_entry("remove-day", partial(remove_day, day=day))
        )
        parts.board.canvas.verticalScrollBar().rangeChanged.connect(self._show_zoom)
        parts.board.interaction.ask_outside(self._tabs.day_at, parts.palette.holds)
        parts.board.interaction.edit_requested.connect(self._on_edit)
        parts.board.interaction.dropped_outside.connect(self._on_dropped)
        parts.board.interaction.carried.connect(parts.palette.highlight)
        parts.board.interaction.menu_requested.connect(lambda at: self.menus.session_menu.popup(at))  # noqa: PLW0108  # Qt wants a wrapper
        parts.palette.tray.menu_requested.connect(lambda at: self.menus.session_menu.popup(at))  # noqa: PLW0108  # as above
        parts.palette.tray.delete_requested.connect(partial(self.menus.run, "delete"))
        parts.list_view.edit_requested.connect(self._on_edit)
        parts.inspector.several.offer(*(self.menus[action] for action in ("duplicate", "delete", "put-away")))
        parts.list_view.table.menu_requested.connect(lambda at: self.menus.session_menu.popup(at))  # noqa: PLW0108  # as above
        parts.palette.quick_requested.connect(partial(self.menus.run, "quick-add"))
        parts.quick_line.left.connect(window.focus_view)
        window.add_plan_views(parts, self._tabs, toolbar, status)
        for view in VIEWS:
            if not view.late:
                self._add_view(view)
        self.menus.refresh()
        for widget in (parts.board, parts.list_view, parts.palette, parts.inspector, parts.problems, parts.quick_line):
            self._listen(widget.show_state)
        for widget in (self._tabs, toolbar, status):
            self._listen(widget.show_state)
        self._listen(lambda _before, _after: self.menus.note_change())
        self._listen(lambda _before, _after: self._name_window())
        self._view.selection_changed.connect(self.menus.note_change)
        self._view.flow_changed.connect(self.menus.note_change)
        self._view.day_changed.connect(self.menus.note_change)

    def _listen(self, listener: Listener) -> None:
        self._unlisten.append(self._workspace.listen(listener))

    def _stop_listening(self) -> None:
        for stop in self._unlisten:
            stop()
        self._unlisten.clear()

    # Reactions

    def _finish(self) -> None:
        """Take over the fields that are being edited."""
        if self.plan_views is not None:
            self.plan_views.board.interaction.finish()
            self.plan_views.inspector.finish()
            self.plan_views.list_view.finish()

    def _waiting(self) -> tuple[str, ...]:
        """Name the texts that the plan could not take, and show the first of them."""
        if self._view.kept:
            show_first(self._workspace.plan, self._view)
        return kept_words(self._workspace.plan, self._view, self._t) if self.files.has_plan else ()

    def _on_shown(self) -> None:
        if self.plan_views is None:
            self._build_plan_views()
        self.window.news.hide()
        self.window.show_view(VIEWS[0].name)

    def _on_stored(self) -> None:
        t, window = self._t, self.window
        if self.files.read_only:
            window.protected.say(
                t("This file is write-protected and stays as it is. Your changes can be saved as another file."),
                (t("Save as …"), self.files.save_as),
            )
        else:
            window.protected.hide()
        self._name_window()
        if self._start is not None:
            self._start.show_recent(self._window_settings.recent())
        self.safety.tell_trouble(self._workspace.trouble)

    def _name_window(self) -> None:
        program, files = self._t("Tagungsplaner"), self.files
        self.window.setWindowTitle(on_title(files.title(), f" – {program}") if files.has_plan else on_title(program))
        typed = files.has_plan and bool(self.safety.drafts.kept)
        self.window.setWindowModified(files.dirty or typed)

    def _on_view_changed(self) -> None:
        """Build a view when it is shown for the first time."""
        view = view_called(self.window.view)
        if view is not None and not self.window.has_view(view.name):
            self._listen(self._add_view(view).show_state)
        self._show_zoom()
        self.menus.note_change()

    def _add_view(self, view: View) -> MadeView:
        made = view.make(self.context)
        self.window.add_view(view.name, made.widget, beside_panels=view.beside_panels)
        return made

    def _show_zoom(self) -> None:
        if self._status is not None:
            self._status.show_zoom(self._zoom.factor)

    def _on_edit(self, session_id: str) -> None:
        if self.plan_views is not None:
            self._view.select(session_id)
            self.window.fold("right", away=False)
            self.plan_views.inspector.focus_title()

    def _on_dropped(self, sessions: list[str], position: QPoint) -> None:
        day = self._tabs.day_at(position)
        if day is not None:
            put_on_day(self.context, sessions, day)
        elif self.plan_views is not None and self.plan_views.palette.holds(position):
            send_to_tray(self.context, sessions)

    def _offer_drafts(self, left: LeftDrafts) -> None:
        """Offer the texts that were typed but not taken over before a crash; undecided ones are offered again."""
        from planner.ui.safety.drafts_dialog import offer

        offer(self.context, left)

    def _on_export(self, sentence: str) -> None:
        """Say what is being written and offer to give it up; an empty sentence ends that."""
        if sentence:
            self.window.news.say(sentence, (self._t("Cancel"), self.exports.cancel))
        elif self.window.news.words == self._writing:
            self.window.news.hide()
        self._writing = sentence

    def _on_written(self, paths: tuple[Path, ...]) -> None:
        t, first = self._t, paths[0]
        folder = t("Open the folder"), partial(open_folder, first)
        if len(paths) > 1:
            words = t.count(
                "Written: {number} file in {folder}",
                "Written: {number} files in {folder}",
                len(paths),
                folder=first.parent,
            )
            self.window.news.say(words, folder)
        else:
            self.window.news.say(t("Written: {file}", file=first), (t("Open"), partial(open_file, first)), folder)

    def _on_scheme(self) -> None:
        if (theme := current_theme()) != self.context.theme:
            self.build(theme)

    def _on_close(self, event: QCloseEvent) -> None:
        """Close the window once the user has decided; an exception before that keeps it open."""
        event.ignore()
        if not self.files.may_leave():
            return
        try:
            self.window.remember()
        finally:
            self._stop_listening()
            self._end_safety()
            self._background.stop()
            event.accept()
            self.safety.close()


def translate_qt(made: QApplication, t: Language) -> None:
    """Load Qt's own words, such as "Copy" and "Ctrl", in the window's language."""
    for old in made.findChildren(QTranslator):
        made.removeTranslator(old)
        old.deleteLater()
    translator = QTranslator(made)
    if t.code != "en" and translator.load(
        f"qtbase_{t.code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    ):
        made.installTranslator(translator)
