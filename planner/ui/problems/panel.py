"""The panel of problems, worst first, with buttons for their fixes; accepted problems are last."""

from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.checks import Offer, Problem, Severity, check_of, offers
from planner.model import Acceptance, Plan
from planner.model.edits import accept, unaccept
from planner.text import fix_sentence, mark, offer_sentence, problem_sentence
from planner.ui.problems.row import ProblemRow
from planner.ui.problems.stable_list import ProblemList
from planner.ui.services.context import WidgetContext
from planner.ui.widgets.plain_text import Label, tip
from planner.workspace import State

MOST_ROWS: Final = 100
GROUPS: Final = (mark("Errors"), mark("Warnings"), mark("Hints"), mark("Accepted"))


class ProblemsPanel(QWidget):
    """Shows problems; fixes are tried for the rows in sight, one per event-loop turn, and then shown together.

    Trying a fix means checking the whole plan again, so nothing is tried for rows that nobody sees. Rows whose problem
    stays are reused with their buttons, so that nothing moves or flickers under the mouse.
    """

    shown = Signal(str)
    """Emitted with the subject that the window is to bring into view."""

    def __init__(self, context: WidgetContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._rows: list[ProblemRow] = []
        self._plan: Plan | None = None
        """The plan whose problems are shown."""
        self._current = -1
        self._stops: list[QWidget] = []
        self._untried: list[ProblemRow] = []
        """Rows whose buttons are still of an earlier plan, or missing."""
        self._tried: list[tuple[ProblemRow, tuple[Offer, ...]]] = []
        self.setObjectName("problems")
        self.setAccessibleName(context.t("Problems"))
        self._title = Label()
        self._title.setObjectName("heading")
        key = Label("F8")
        key.setObjectName("muted")
        key.setToolTip(context.t("F8 next"))
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 4)
        head.setSpacing(10)
        self._title.setWordWrap(True)
        head.addWidget(self._title, 1)
        head.addWidget(key, 0, Qt.AlignmentFlag.AlignTop)
        self._list = ProblemList()
        self._list.moved.connect(self._try_seen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._list, 1)
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._offer_next)

    def show_state(self, before: State | None, after: State) -> None:
        """Show the problems of the plan; an unchanged list is not touched."""
        found = self._context.problem_cache.problems(after.plan)
        if before is not None and before.plan is after.plan and self._rows:
            return
        known, self._plan, self._untried, self._tried = self._plan, after.plan, [], []
        self._title.setText(self._summary(found))
        left, done = self._row_with_focus(), [_key(row.problem) for row in self._rows[: self._current + 1]]
        self._rows = self._make_rows(sorted(found, key=lambda problem: problem.accepted)[:MOST_ROWS], known)
        self._list.put(self._grouped() or (self._nothing(),))
        self._order_stops()
        if left >= 0 and self._row_with_focus() < 0 and self._rows:
            self._rows[min(left, len(self._rows) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        places = {_key(row.problem): place for place, row in enumerate(self._rows)}
        # continue after the last visited problem that still exists
        self._current = next((places[key] for key in reversed(done) if key in places), -1)
        self._untried = [row for row in self._rows if not row.problem.accepted]
        self._turn.start()

    def _make_rows(self, found: list[Problem], before: Plan | None) -> list[ProblemRow]:
        """Return one row per problem, reusing rows with the same sentence."""
        plan, t = self._context.workspace.plan, self._context.t
        known = {row.problem: row for row in self._rows}
        made: list[ProblemRow] = []
        for problem in found:
            row = known.get(problem)
            same = row and (same_names(before, plan, problem) or row.sentence == problem_sentence(plan, problem, t))
            made.append(row if row and same else self._row(problem))
        return made

    def _grouped(self) -> list[QWidget]:
        """Return headings and rows by severity, accepted ones last; a single group has no heading."""
        groups = {title: [row for row in self._rows if _group(row.problem) == title] for title in GROUPS}
        filled = {title: rows for title, rows in groups.items() if rows}
        if len(filled) < 2:
            return list(self._rows)
        return [widget for title, rows in filled.items() for widget in (self._heading(title, len(rows)), *rows)]

    def _heading(self, title: str, number: int) -> Label:
        label = Label(f"{self._context.t(title)} · {number}", self._list.body())
        label.setObjectName("heading")
        label.setContentsMargins(16, 10, 16, 2)
        return label

    def _row_with_focus(self) -> int:
        return next((at for at, row in enumerate(self._rows) if any(widget.hasFocus() for widget in row.stops())), -1)

    def _order_stops(self) -> None:
        stops = [stop for row in self._rows for stop in row.stops()]
        if stops == self._stops:
            return
        self._stops = stops
        for one, two in pairwise(stops):
            if one.nextInFocusChain() is not two:
                self.setTabOrder(one, two)

    def next_problem(self) -> None:
        """Focus the next problem and select its subjects."""
        if self._rows:
            self._current = (self._current + 1) % len(self._rows)
            row = self._rows[self._current]
            self._list.ensureWidgetVisible(row)
            row.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._show(row.problem)

    def _summary(self, found: tuple[Problem, ...]) -> str:
        t = self._context.t
        number = {
            severity: sum(problem.severity == severity and not problem.accepted for problem in found)
            for severity in Severity
        }
        parts = [
            t.count("{number} error", "{number} errors", number[Severity.ERROR]) if number[Severity.ERROR] else "",
            t.count("{number} warning", "{number} warnings", number[Severity.WARNING])
            if number[Severity.WARNING]
            else "",
            t.count("{number} hint", "{number} hints", number[Severity.HINT]) if number[Severity.HINT] else "",
        ]
        accepted = sum(problem.accepted for problem in found)
        parts.append(t("{accepted} accepted", accepted=accepted) if accepted else "")
        kept = (part.replace(" ", "\N{NO-BREAK SPACE}") for part in parts if part)
        return " · ".join(kept) or t("Check: {result}", result=t("all is well"))

    def _row(self, problem: Problem) -> ProblemRow:
        row = ProblemRow(self._context, problem, self._list.body())
        row.setToolTip(tip(self._context.t(check_of(problem).title)))
        row.chosen.connect(lambda: self._show(problem))
        row.accept_asked.connect(lambda: self._ask_note(problem))
        row.reported_again.connect(lambda: self._report_again(problem))
        row.mended.connect(lambda offer: self._mend(row, offer))
        return row

    def _nothing(self) -> Label:
        words = self._context.t("Every room is large enough, and nobody is in two places at once.")
        label = Label(words, self._list.body())
        label.setObjectName("muted")
        label.setWordWrap(True)
        label.setContentsMargins(16, 8, 16, 8)
        return label

    def _offer_next(self) -> None:
        if self._plan is not self._context.workspace.plan:
            return  # this panel has been replaced and is no longer updated
        seen = set(map(id, self._list.seen()))
        row = next((row for row in self._untried if id(row) in seen), None)
        if row is not None:
            self._untried.remove(row)
            self._tried.append((row, self._offers(row.problem)))
            self._turn.start()
            return
        changed = [row.show_offers(found) for row, found in self._tried]
        if any(changed):
            self._list.arrange()
            self._order_stops()
        self._tried = []

    def _try_seen(self) -> None:
        """Try the fixes of the rows that have come into sight."""
        if self._untried:
            self._turn.start()

    def _offers(self, problem: Problem) -> tuple[Offer, ...]:
        plan, cache = self._context.workspace.plan, self._context.problem_cache
        return offers(plan, problem, cache.index(plan), cache.problems(plan))

    def _show(self, problem: Problem) -> None:
        plan = self._context.workspace.plan
        sessions = tuple(subject for subject in problem.subjects if subject in plan.session_by_id)
        if sessions:
            day = plan.session_by_id[sessions[0]].day
            if day is not None:
                self._context.view.show_day(day)
            self._context.view.select(*reversed(sessions))
        else:
            for day in (subject for subject in problem.subjects if subject in plan.day_by_id):
                self._context.view.show_day(day)
            # What is said of the whole event selects nothing.
            self._context.view.select(*(subject for subject in problem.subjects[:1] if subject != plan.id))
        if problem.subjects:
            self.shown.emit(problem.subjects[0])

    def _mend(self, row: ProblemRow, offer: Offer) -> None:
        plan, t = self._context.workspace.plan, self._context.t
        if (
            row in self._untried or self._tried
        ):  # the button may still be of the plan before: it acts only if it still holds
            found = self._offers(row.problem)
            label = offer_sentence(plan, offer, t)
            now = next((problem for problem in found if offer_sentence(plan, problem, t) == label), None)
            if now is None:
                row.show_offers(found)
                self._list.arrange()
                return
            offer = now
        if self._context.workspace.apply(offer.fix.apply, fix_sentence(plan, offer.fix, t)):
            self._context.view.say(offer_sentence(plan, offer, t))

    def open_form(self, form: str) -> bool:
        """Reopen the note of a problem by its form name; return False if the problem no longer exists."""
        found = self._context.problem_cache.problems(self._context.workspace.plan)
        problem = next((problem for problem in found if form == _form(problem) and not problem.accepted), None)
        if problem is not None:
            self._ask_note(problem)
        return problem is not None

    def _ask_note(self, problem: Problem) -> None:
        from planner.ui.dialogs.accept_note import AcceptDialog

        dialog = AcceptDialog(_form(problem), self._context.t, self)
        if dialog.exec():
            self.accept(problem, dialog.note())
        dialog.deleteLater()

    def accept(self, problem: Problem, note: str) -> None:
        """Silence a problem with a note, as one step that can be undone."""
        acceptance = Acceptance(code=problem.code, subjects=problem.subjects, facts=problem.facts, note=note)
        self._context.workspace.apply(lambda plan: accept(plan, acceptance), self._context.t("Accept a problem"))

    def _report_again(self, problem: Problem) -> None:
        self._context.workspace.apply(
            lambda plan: unaccept(plan, problem.code, problem.subjects), self._context.t("Report a problem again")
        )


def same_names(before: Plan | None, after: Plan, problem: Problem) -> bool:
    """Return whether a problem reads the same in two plans for sure: what it names is the very same."""
    if before is None or any(
        getattr(before, owner) is not getattr(after, owner) for owner in ("days", "kinds", "rooms", "people", "rounds")
    ):
        return False
    named = (*problem.subjects, *(value for _, value in problem.facts if isinstance(value, str)))
    others = (after.room_by_id, after.person_by_id, after.round_by_id, after.day_by_id)
    return all(
        before.session_by_id.get(subject) is after.session_by_id[subject]
        if subject in after.session_by_id
        else subject not in problem.subjects or any(subject in known for known in others)
        for subject in named
    )


def _form(problem: Problem) -> str:
    return " ".join(("accept", problem.code, *problem.subjects))


def _key(problem: Problem) -> tuple[object, ...]:
    """Return the identity of a problem, independent of its facts."""
    return problem.code, problem.subjects, problem.accepted


def _group(problem: Problem) -> str:
    return GROUPS[-1] if problem.accepted else GROUPS[list(Severity).index(problem.severity)]
