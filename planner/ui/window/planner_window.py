"""The one place where objects meet: workspace, widgets, commands, and what they tell each other."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QObject, QPoint, QTimer, QTranslator
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from planner.model import Document, Plan, new_id
from planner.storage import Backups, LeftDrafts
from planner.text import Language, language
from planner.ui.board.board import Board
from planner.ui.commands.registry import BY_ID
from planner.ui.commands.session import put_on_day, send_to_tray
from planner.ui.safety.crash import report
from planner.ui.safety.folder import safe_folder
from planner.ui.safety.safety import Safety
from planner.ui.services.background import Background
from planner.ui.services.command_context import CommandContext
from planner.ui.services.export import ExportRunner, open_file, open_folder
from planner.ui.services.kept import kept_words, show_first
from planner.ui.services.pattern_library import PatternLibrary
from planner.ui.services.plan_file import PlanFile
from planner.ui.services.prompts import Prompts
from planner.ui.services.view_state import ViewState
from planner.ui.services.window_settings import WindowSettings
from planner.ui.widgets.plain import on_title
from planner.ui.widgets.theme import Theme, current_theme, palette, stylesheet
from planner.ui.window.day_tabs import DayTabs
from planner.ui.window.main_window import MainWindow
from planner.ui.window.menus import Menus
from planner.ui.window.start_page import StartPage
from planner.ui.window.status_bar import StatusBar
from planner.ui.window.toolbar import Toolbar
from planner.ui.window.views import PlanViews, make_parts
from planner.workspace import Listener, Workspace

if TYPE_CHECKING:
    from planner.ui.papers.view import PapersView


class PlannerWindow(QObject):
    """One window with its plan."""

    def __init__(self, window: MainWindow, window_settings: WindowSettings) -> None:
        super().__init__(window)
        self.window = window
        self._window_settings = window_settings
        self._t = language(window_settings.word("language"))
        folder = safe_folder()
        self._pattern_library = PatternLibrary(folder / "patterns.json", self)
        self._workspace = Workspace(Document(plan=Plan(id=new_id())), backups=Backups(folder))
        self._view = ViewState(self)
        self._background = Background(self)
        self._endings: list[Callable[[], None]] = []
        self.parts: PlanViews | None = None
        self.papers: PapersView | None = None
        self._status: StatusBar | None = None
        self.files = PlanFile(self._workspace, Prompts(self.window, self._t), window_settings, self._t, self)
        self.files.finish = self._finish
        self.exports = ExportRunner(self.files, Prompts(self.window, self._t), self._background, self._t)
        self.exports.written.connect(self._on_written)
        self.exports.busy.connect(self._view.say)
        self._workspace.on_fault = report
        self.safety = Safety(folder, self.files, self._background, window, self)
        self.files.waiting = self._waiting
        self.files.left.connect(self._view.forget)
        self.safety.said.connect(lambda words, offers: self.window.news.say(words, *offers))
        self.safety.left.connect(self._offer_drafts)
        self.safety.drafts.changed.connect(self._name_window)
        self._end_safety = self._workspace.listen(self.safety.show_state)
        self.files.shown.connect(self._on_shown)
        self.files.stored.connect(self._on_stored)
        self.window.close_requested.connect(self._on_close)
        self.window.view_changed.connect(self._on_view)
        self.window.language_chosen.connect(self._speak)
        self.window.zoom_requested.connect(self._on_zoom)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme)
        self.dress(current_theme())

    def dress(self, theme: Theme) -> None:
        """Make everything in the window, in a language and a theme; the plan stays as it is."""
        self._finish()
        self._stop_listening()
        typed = "" if self.parts is None else self.parts.quick.line.text()
        self.parts = self.papers = self._status = None
        made = QApplication.instance()
        if isinstance(made, QApplication):
            translate_qt(made, self._t)
            made.setPalette(palette(theme))
        self.window.setStyleSheet(stylesheet(theme))
        prompts = Prompts(self.window, self._t)
        self.files.speak(prompts, self._t)
        self.safety.speak(prompts, self._t)
        self.exports.speak(prompts, self._t)
        self.context = CommandContext(
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
            exports=self.exports,
            safety=self.safety,
        )
        self._start = StartPage(self._t, theme)
        self._start.chosen.connect(lambda action: BY_ID[action].run(self.context))
        self._start.recent_chosen.connect(self.files.open)
        self._start.show_recent(self._window_settings.recent())
        frame = self.window.lay_out(self.context, self._start)
        self.menus = Menus(self.context, self.window.menuBar(), self.window.views, frame)
        self._listen(self._view.show_state)
        if self.files.has_plan:
            self._furnish()
        if self.parts is not None and typed:
            self.parts.quick.resume(typed)
            self.safety.drafts.watch(self.parts.quick.line)
        self.window.show_view(self.window.view)
        self.menus.refresh()
        self._on_stored()

    def _furnish(self) -> None:
        context, window = self.context, self.window
        self.parts = parts = make_parts(context, self._window_settings)
        self._tabs = DayTabs(context)
        self.menus.give_board(parts.board.canvas)
        toolbar = Toolbar(context, self.menus)
        self._status = status = StatusBar(context, self.files)
        self._tabs.add_requested.connect(lambda: BY_ID["add-day"].run(self.context))
        self._tabs.settings_requested.connect(lambda: BY_ID["settings"].run(self.context))
        parts.board.canvas.verticalScrollBar().rangeChanged.connect(self._show_zoom)
        parts.board.ask_outside(self._tabs.day_at, parts.palette.holds)
        parts.board.edit_requested.connect(self._on_edit)
        parts.board.dropped_outside.connect(self._on_dropped)
        parts.board.carried.connect(parts.palette.highlight)
        parts.board.menu_requested.connect(lambda at: self.menus.session_menu.popup(at))  # noqa: PLW0108  # Qt wants a wrapper
        parts.palette.tray.menu_requested.connect(lambda at: self.menus.session_menu.popup(at))  # noqa: PLW0108  # as above
        parts.palette.tray.delete_requested.connect(self.menus["delete"].trigger)
        parts.listing.edit_requested.connect(self._on_edit)
        parts.inspector.several.offer(*(self.menus[each] for each in ("duplicate", "delete", "put-away")))
        parts.listing.table.menu_requested.connect(lambda at: self.menus.session_menu.popup(at))  # noqa: PLW0108  # as above
        window.problem_requested.connect(parts.problems.next_problem)
        window.filter_requested.connect(parts.listing.filter.focus_words)
        window.columns_requested.connect(parts.listing.columns.ask)
        window.title_requested.connect(self._on_title)
        window.quick_requested.connect(parts.quick.open)
        parts.palette.quick_requested.connect(self.menus["quick-add"].trigger)
        parts.quick.left.connect(window.focus_view)
        window.furnish(parts, self._tabs, toolbar, status)
        for widget in (parts.board, parts.listing, parts.palette, parts.inspector, parts.problems, parts.quick):
            self._listen(widget.show_state)
        for widget in (self._tabs, toolbar, status):
            self._listen(widget.show_state)
        self._listen(lambda _before, _after: self.menus.refresh())
        self._listen(lambda _before, _after: self._name_window())
        self._view.selection_changed.connect(self.menus.refresh)
        self._view.flow_changed.connect(self.menus.refresh)
        self._view.day_changed.connect(self.menus.refresh)

    def _listen(self, listener: Listener) -> None:
        self._endings.append(self._workspace.listen(listener))

    def _stop_listening(self) -> None:
        for end in self._endings:
            end()
        self._endings.clear()

    # What happens

    def _finish(self) -> None:
        """Take over what was typed into a field that nobody has left yet."""
        if self.parts is not None:
            self.parts.board.canvas.finish()
            self.parts.inspector.finish()
            self.parts.listing.finish()

    def _waiting(self) -> tuple[str, ...]:
        """Name what was typed and could not be taken, and show the first of it."""
        if self._view.kept:
            show_first(self._workspace.plan, self._view)
        return kept_words(self._workspace.plan, self._view, self._t)

    def _on_shown(self) -> None:
        if self.parts is None:
            self._furnish()
        self.window.news.hide()
        self.window.show_view("board")

    def _on_stored(self) -> None:
        t, window = self._t, self.window
        if self.files.read_only:
            window.protected.say(
                t("This file is write-protected: it stays as it is. What you change can be saved as another file."),
                (t("Save as …"), self.files.save_as),
            )
        else:
            window.protected.hide()
        self._name_window()
        self._start.show_recent(self._window_settings.recent())
        self.safety.tell_trouble(self._workspace.trouble)

    def _name_window(self) -> None:
        program, files = self._t("Tagungsplaner"), self.files
        self.window.setWindowTitle(on_title(files.title(), f" – {program}") if files.has_plan else on_title(program))
        typed = files.has_plan and bool(self.safety.drafts.kept)
        self.window.setWindowModified(files.dirty or typed)

    def _on_view(self) -> None:
        if self.window.view == "papers" and self.papers is None:
            from planner.ui.papers.view import PapersView

            self.papers = PapersView(self.context)
            self.window.add_papers(self.papers)
            self._listen(self.papers.show_state)
        self._show_zoom()
        self.menus.refresh()

    def _on_zoom(self, factor: float) -> None:
        """Zoom what is seen by a factor; 0 is its size at first."""
        if self.window.view == "papers" and self.papers is not None:
            self.papers.set_zoom(self.papers.zoom * factor if factor else 1.0)
        elif self.window.view == "board" and self.parts is not None:
            self.parts.board.canvas.zoom(factor or None)
        self._show_zoom()

    def _show_zoom(self) -> None:
        view, zoom = self.window.view, None
        if view == "papers" and self.papers is not None:
            zoom = self.papers.zoom
        elif view == "board" and self.parts is not None:
            zoom = board_zoom(self.parts.board)
        self.window.can_zoom = view in {"board", "papers"}
        if self._status is not None:
            self._status.show_zoom(zoom)

    def _on_edit(self, session_id: str) -> None:
        if self.parts is not None:
            self._view.select(session_id)
            self.window.fold("right", away=False)
            self.parts.inspector.focus_title()

    def _on_title(self) -> None:
        """Let the title be edited on the board if it stands there, else at the right."""
        parts = self.parts
        if parts is not None and not (self.window.view == "board" and parts.board.canvas.rename()):
            self.window.fold("right", away=False)
            parts.inspector.focus_title()

    def _on_dropped(self, sessions: list[str], position: QPoint) -> None:
        day = self._tabs.day_at(position)
        if day is not None:
            put_on_day(self.context, sessions, day)
        elif self.parts is not None and self.parts.palette.holds(position):
            send_to_tray(self.context, sessions)

    def _offer_drafts(self, left: LeftDrafts) -> None:
        """Show what was typed and not taken over before a crash; what is left undecided is offered again."""
        from planner.ui.safety.drafts_dialog import offer

        offer(self.context, left)

    def _on_written(self, path: Path) -> None:
        t = self._t
        self.window.news.say(
            t("Written: {file}", file=path),
            (t("Open"), lambda: open_file(path)),
            (t("Open the folder"), lambda: open_folder(path)),
        )

    def _speak(self, code: str) -> None:
        self._window_settings.keep_word("language", code)
        self._t = language(code)
        QTimer.singleShot(0, self, lambda: self.dress(self.context.theme))

    def _on_scheme(self) -> None:
        if (theme := current_theme()) != self.context.theme:
            self.dress(theme)

    def _on_close(self, event: QCloseEvent) -> None:
        """Let the window go once the user has decided: whatever goes wrong before that keeps it open."""
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


def board_zoom(board: Board) -> float | None:
    """Return how much larger the board shows the day than when it fits."""
    scene = board.canvas.scene
    if scene is None:
        return None
    return scene.layout.scale.density / scene.content.day.fitting(board.canvas.viewport().height())


def translate_qt(made: QApplication, t: Language) -> None:
    """Let Qt's own words, such as "Copy" and "Ctrl", be in the window's language."""
    for old in made.findChildren(QTranslator):
        made.removeTranslator(old)
        old.deleteLater()
    translator = QTranslator(made)
    if t.code != "en" and translator.load(
        f"qtbase_{t.code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    ):
        made.installTranslator(translator)
