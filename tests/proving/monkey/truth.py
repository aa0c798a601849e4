"""What must hold after every step: each view shows exactly what follows from the plan, made afresh from it here."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from planner.checks import Index, Problem, problems
from planner.model import Plan
from planner.model.agenda import on_day, tray
from planner.storage import dump, parse
from planner.text import problem_sentence
from planner.text.list_words import ListContext
from planner.ui.board.board import Board
from planner.ui.board.layout.scene import make_content, make_scene
from planner.ui.inspector.inspector import Inspector
from planner.ui.list.columns import COLUMNS
from planner.ui.list.view import ListView
from planner.ui.palette.tray_list import TrayList
from planner.ui.problems.panel import MOST_ROWS, ProblemsPanel
from planner.ui.problems.row import ProblemRow
from planner.ui.window.day_tabs import DayTabs
from tests.proving.monkey.world import World

MOST_WINDOWS: Final = 60
"""Top-level widgets that are there at once at most: menus, lists of choices, tips."""


class Truth:
    """The plan as it is now, and what is found in it, without anything that a view keeps."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._context = world.planner.context
        self._plan: Plan = world.plan
        self._index = Index(self._plan, self._context.clock.today())
        self._problems = problems(self._plan, self._index)
        told: dict[str, list[Problem]] = {}
        for problem in self._problems:
            for subject in problem.subjects if not problem.accepted else ():
                told.setdefault(subject, []).append(problem)
        self._seen = ListContext(self._plan, self._index, told, self._context.t)

    def faults(self, *, whole: bool) -> Iterator[str]:
        """Say what does not hold; as a whole it takes longer, for the file and the details are made anew, too."""
        checks: list[Callable[[], Iterator[str]]] = [
            self._board,
            self._list,
            self._panel,
            self._tray,
            self._tabs,
            self._inspector,
            self._window,
            self._menus,
            self._left_over,
        ]
        if self._world.planner.files.has_plan:
            for check in (*checks, *((self._file,) if whole else ())):
                yield from check()

    # The views

    def _board(self) -> Iterator[str]:
        board, day = self._world.part(Board), self._context.view.day
        if board is None:
            yield "there is no board"
            return
        scene = board.canvas.scene
        if day not in self._plan.day_by_id:
            if scene is not None or self._plan.days:
                yield f"the board shows a day that there is not: {day!r}"
            return
        if scene is None:
            yield "the board shows nothing"
            return
        there = {session.id for session in on_day(self._plan, day)}
        if there != set(scene.layout.box_of):
            yield f"the board lacks {there - set(scene.layout.box_of)} and has {set(scene.layout.box_of) - there}"
            return
        canvas = board.canvas
        content = make_content(self._index, self._problems, day, canvas.ink, self._context.t)
        size, density = canvas.viewport().size(), scene.layout.scale.density
        fresh = make_scene(content, size.width() - 4, size.height(), density)
        if canvas.isVisible() and fresh.layout != scene.layout:  # one that is not seen is laid out when it is
            now, wanted = scene.layout, fresh.layout
            yield (
                f"the board of {size.width()} × {size.height()} is laid out as {now.width} × {now.height}, "
                f"not {wanted.width} × {wanted.height}; {[*set(now.blocks) - set(wanted.blocks)][:2]}, "
                f"not {[*set(wanted.blocks) - set(now.blocks)][:2]}"
            )
        for session in there:
            if content.words[session] != scene.content.words[session]:
                yield f"a block says {scene.content.words[session].sentence!r}, not {content.words[session].sentence!r}"
        if scene.content.rounds != content.rounds:
            yield "a round's line says something else"
        if canvas.interaction.busy or canvas.ghost is not None:
            yield "the board still has something in its hand"

    def _list(self) -> Iterator[str]:
        listing, seen = self._world.part(ListView), self._seen
        if listing is None:
            yield "there is no list"
            return
        sessions = [session for day in self._plan.days for session in on_day(self._plan, day.id)]
        sessions += tray(self._plan)
        kept = [session for session in sessions if not listing.filter.active or listing.filter.keeps(seen, session)]
        if listing.model.ids != [*(session.id for session in kept), ""]:
            yield f"the list has rows {listing.model.ids}, not {[session.id for session in kept]}"
            return
        for row, session in enumerate(kept):
            words = tuple(column.say(seen, session) for column in COLUMNS)
            if listing.model.line(row).words != words:
                yield f"row {row} of the list says {listing.model.line(row).words}, not {words}"
        chosen = {listing.model.ids[row] for row in listing.table.chosen_rows()} - {""}
        selected = set(self._context.view.selection) & set(listing.model.ids)
        if chosen != selected:
            yield f"in the list {chosen} is selected, not {selected}"

    def _panel(self) -> Iterator[str]:
        panel = self._world.part(ProblemsPanel)
        if panel is None:
            yield "there is no list of problems"
            return
        expected = sorted(self._problems, key=lambda problem: problem.accepted)[:MOST_ROWS]
        rows = [row for row in panel.findChildren(ProblemRow) if not row.isHidden()]
        told = Counter((row.problem, row.sentence) for row in rows)
        wanted = Counter((problem, problem_sentence(self._plan, problem, self._context.t)) for problem in expected)
        if told != wanted:
            more, less = list(told - wanted)[:2], list(wanted - told)[:2]
            yield f"the list of problems tells {told.total()}, not {wanted.total()}: {more} too much, not {less}"

    def _tray(self) -> Iterator[str]:
        waiting = {session.id for session in tray(self._plan)}
        for found in self._world.window.findChildren(TrayList):
            shown = {row.session for row in found.rows}
            if not shown <= waiting or (shown != waiting and not _searched(found)):
                yield f"the tray has {shown}, not {waiting}"

    def _tabs(self) -> Iterator[str]:
        tabs, days = self._world.part(DayTabs), [day.id for day in self._plan.days]
        if tabs is None:
            yield "there are no tabs"
        elif self._context.view.day not in days and days:
            yield "a day is shown that there is not"

    def _inspector(self) -> Iterator[str]:
        inspector, selection = self._world.part(Inspector), self._context.view.selection
        sessions = [session_id for session_id in selection if session_id in self._plan.session_by_id]
        plan = self._plan
        known = {*plan.session_by_id, *plan.room_by_id, *plan.person_by_id, *plan.round_by_id, *plan.day_by_id}
        if gone := set(selection) - known:
            yield f"{gone} is selected, which there is not"
        if inspector is None or len(sessions) != 1:
            return
        title = inspector.findChild(QPlainTextEdit, "title")
        expected = self._plan.session_by_id[sessions[0]].title
        waits = (sessions[0], "title") in self._context.view.kept  # too long to be taken over
        if title is not None and title.toPlainText() != expected and not title.hasFocus() and not waits:
            yield f"the details say {title.toPlainText()!r}, not {expected!r}"

    # The window

    def _window(self) -> Iterator[str]:
        window, files, t = self._world.planner.window, self._world.planner.files, self._context.t
        title = f"{self._plan.title or t('Plan without a title')}[*] – {t('Tagungsplaner')}"
        if window.windowTitle() != title:
            yield f"the window is called {window.windowTitle()!r}, not {title!r}"
        dirty = files.state.saved is None or files.state.saved != files.state.document
        typed = bool(self._world.planner.safety.drafts.kept)
        if dirty != files.dirty or window.isWindowModified() != (dirty or typed):
            yield f"the window {'hides' if dirty or typed else 'claims'} a change"

    def _menus(self) -> Iterator[str]:
        state, t, menus = self._context.workspace.state, self._context.t, self._world.planner.menus
        for name, step, bare in (("undo", state.undo, "Undo"), ("redo", state.redo, "Redo")):
            shown = menus[name]
            words = (t(f"{bare}: {{step}}", step=step) if step else t(bare)).replace("&", "&&")
            if shown.text() != words or shown.isEnabled() != (step is not None):
                yield f"the menu says {shown.text()!r}, not {words!r}"

    def _left_over(self) -> Iterator[str]:
        if (modal := QApplication.activeModalWidget()) is not None:
            yield f"{type(modal).__name__} stands open"
        if QApplication.overrideCursor() is not None:
            yield "the cursor still says that something is being done"
        others = [widget for widget in QApplication.topLevelWidgets() if widget is not self._world.window]
        if len(others) > MOST_WINDOWS:
            names = sorted(type(widget).__name__ for widget in others)
            yield f"there are {len(others)} windows: {names}"

    def _file(self) -> Iterator[str]:
        document = self._context.workspace.state.document
        if parse(dump(document)) != document:
            yield "the file would hold something else"


def _searched(found: QWidget) -> bool:
    """Return whether something is looked for in the tray."""
    parent = found.parentWidget()
    return parent is not None and any(field.text() for field in parent.findChildren(QLineEdit))
