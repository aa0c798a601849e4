"""The problems panel: its buttons mend the plan in one named step, and it never lags behind."""

from functools import reduce
from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from planner.checks import Index, Offer, Problem, offers, problems
from planner.examples import osnabrueck_with_problems
from planner.model import Document, Plan
from planner.model.edits import change_session, change_settings, remove_session, resize_session
from planner.ui.dialogs.accept_note import AcceptDialog
from planner.ui.problems.panel import ProblemsPanel
from planner.ui.problems.row import ProblemRow
from planner.ui.widgets.link_button import LinkButton
from planner.ui.window.planner_window import PlannerWindow
from tests.model.small import at, plan_of
from tests.ui.harness import SIZE_HINTS, Harness, click

pytestmark = pytest.mark.qt_log_ignore(SIZE_HINTS)


@pytest.fixture
def harness() -> Harness:
    """Two talks for everyone at the same time on Tuesday: an error that moving the second mends."""
    return Harness(at("a", 900, 60, "hall", day="tue", title="One"), at("b", 930, 60, "hall", day="tue", title="Two"))


def shown(harness: Harness, qtbot: QtBot) -> ProblemsPanel:
    panel = ProblemsPanel(harness.context)
    qtbot.addWidget(panel)
    return harness.put(panel, panel.show_state)


def rows(panel: ProblemsPanel) -> list[ProblemRow]:
    return sorted((row for row in panel.findChildren(ProblemRow) if row.isVisible()), key=lambda row: row.y())


def links(row: ProblemRow) -> dict[str, LinkButton]:
    return {link.label(): link for link in row.findChildren(LinkButton)}


def row_of(panel: ProblemsPanel, code: str) -> ProblemRow:
    return next(row for row in rows(panel) if row.problem.code == code)


def offered(row: ProblemRow) -> LinkButton:
    """Return the first link that mends."""
    return next(link for label, link in links(row).items() if "solves" in label)


def test_a_fix_mends_the_plan_in_one_named_step_and_the_problem_goes(harness: Harness, qtbot: QtBot) -> None:
    panel = shown(harness, qtbot)
    code = problems(harness.plan)[0].code
    before = harness.plan
    qtbot.waitUntil(lambda: any("solves" in label for label in links(row_of(panel, code))))
    fix = offered(row_of(panel, code))
    click(fix)
    assert len(harness.steps) == 1
    assert harness.steps[0]
    assert harness.steps[0] in fix.label()
    assert code not in {problem.code for problem in problems(harness.plan)}
    assert code not in {row.problem.code for row in rows(panel)}
    harness.workspace.undo()
    assert harness.plan is before
    QApplication.processEvents()
    assert code in {row.problem.code for row in rows(panel)}


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_fix_works_by_the_keyboard(harness: Harness, qtbot: QtBot, key: Qt.Key) -> None:
    panel = shown(harness, qtbot)
    row = rows(panel)[0]
    qtbot.waitUntil(lambda: any("solves" in label for label in links(row)))
    offered(row).setFocus()
    QTest.keyClick(offered(row), key)
    assert len(harness.steps) == 1


def test_offers_come_after_the_list_one_problem_a_turn(qtbot: QtBot) -> None:
    harness = Harness(plan=osnabrueck_with_problems().plan)
    panel = ProblemsPanel(harness.context)
    qtbot.addWidget(panel)
    panel.show()
    panel.show_state(None, harness.workspace.state)
    assert len(panel.findChildren(ProblemRow)) == len(problems(harness.plan))
    assert not any("solves" in label for row in panel.findChildren(ProblemRow) for label in links(row))
    qtbot.waitUntil(lambda: any("solves" in label for row in rows(panel) for label in links(row)))


def test_a_problem_is_accepted_with_a_note_and_reported_again(
    harness: Harness, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = shown(harness, qtbot)
    row = rows(panel)[0]
    code = row.problem.code

    def answer(dialog: AcceptDialog) -> int:
        dialog.line.setText("Two halls, one camera")
        return 1

    monkeypatch.setattr(AcceptDialog, "exec", answer)
    click(links(row)["Accept …"])
    assert harness.steps == ["Accept a problem"]
    assert [(acceptance.code, acceptance.note) for acceptance in harness.plan.acceptances] == [
        (code, "Two halls, one camera")
    ]
    accepted = rows(panel)[-1]
    assert accepted.problem.accepted
    assert any("Two halls, one camera" in label.text() for label in accepted.findChildren(QLabel))
    assert "1\N{NO-BREAK SPACE}accepted" in " ".join(label.text() for label in panel.findChildren(QLabel))
    click(links(accepted)["Report again"])
    assert harness.plan.acceptances == ()
    assert not rows(panel)[0].problem.accepted


def test_a_note_that_is_not_given_accepts_nothing(
    harness: Harness, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = shown(harness, qtbot)
    monkeypatch.setattr(AcceptDialog, "exec", lambda _: 0)
    click(links(rows(panel)[0])["Accept …"])
    assert harness.steps == []


def test_what_is_said_of_the_event_or_of_a_day_selects_no_session(qtbot: QtBot) -> None:
    harness = Harness(at("a", 900, 60, "hall", day="tue", title="One"))
    harness.workspace.apply(lambda plan: change_settings(plan, expected=plan.settings.cap + 1), "Expect more")
    panel = shown(harness, qtbot)
    plan = harness.plan
    harness.view.select("a")
    seen: set[str] = set()
    for _ in range(20):
        panel.next_problem()
        seen |= set(harness.view.selection)
        assert plan.id not in harness.view.selection
    assert seen - {"a"} <= {*plan.day_by_id, *plan.room_by_id}


def test_the_next_problem_is_selected_and_its_day_shown(harness: Harness, qtbot: QtBot) -> None:
    panel = shown(harness, qtbot)
    subjects: list[str] = []
    panel.shown.connect(subjects.append)
    assert harness.view.day == "mon"
    panel.next_problem()
    assert harness.view.day == "tue"
    assert set(harness.view.selection) == set(rows(panel)[0].problem.subjects)
    assert harness.view.selection[-1] == subjects[0] == rows(panel)[0].problem.subjects[0]
    assert rows(panel)[0].hasFocus()
    for _ in rows(panel):
        panel.next_problem()
    assert rows(panel)[0].hasFocus()


def test_after_a_fix_the_next_problem_is_the_one_in_its_place(qtbot: QtBot) -> None:
    harness = Harness(plan=osnabrueck_with_problems().plan)
    panel = shown(harness, qtbot)
    panel.next_problem()
    panel.next_problem()
    row = rows(panel)[1]
    qtbot.waitUntil(lambda: bool(row.offered()), timeout=20_000)
    said = row.offered()[0]
    links(row)[said].click()
    assert harness.view.hint == said
    panel.next_problem()
    assert rows(panel)[1].hasFocus()


def test_after_many_problems_have_gone_the_next_one_comes_after_the_last_that_is_left(qtbot: QtBot) -> None:
    harness = Harness(plan=osnabrueck_with_problems().plan)
    panel = shown(harness, qtbot)
    number = len(rows(panel))
    for _ in range(number):
        panel.next_problem()
    seen, before = [row.problem for row in rows(panel)], harness.plan
    gone = {subject for problem in seen[-6:-1] for subject in problem.subjects} & before.session_by_id.keys()
    harness.workspace.apply(lambda plan: reduce(remove_session, gone, plan), "less")
    assert len(rows(panel)) < number - 1
    left = {(row.problem.code, row.problem.subjects) for row in rows(panel)}
    last = next(problem for problem in reversed(seen) if (problem.code, problem.subjects) in left)
    panel.next_problem()
    here = [(row.problem.code, row.problem.subjects) for row in rows(panel)]
    focus = next(place for place, row in enumerate(rows(panel)) if row.hasFocus())
    assert focus == (here.index((last.code, last.subjects)) + 1) % len(here)


@pytest.mark.parametrize("steps", range(1, 5))
def test_the_next_problem_is_found_however_many_there_were_and_are(qtbot: QtBot, steps: int) -> None:
    plans = (osnabrueck_with_problems().plan, plan_of(), plan_of(at("a", 900), at("b", 930)), plan_of(at("c", 900)))
    harness = Harness(plan=plans[0])
    panel = shown(harness, qtbot)
    for plan in (*plans, *reversed(plans)):
        harness.workspace.start(Document(plan=plan))
        assert len(rows(panel)) == len(problems(plan))
        for _ in range(steps):
            panel.next_problem()
        assert not rows(panel) or any(row.hasFocus() for row in rows(panel))


def test_a_plan_without_problems_says_so(qtbot: QtBot) -> None:
    harness = Harness(plan=plan_of())
    panel = shown(harness, qtbot)
    assert rows(panel) == []
    assert "all is well" in " ".join(label.text() for label in panel.findChildren(QLabel))
    panel.next_problem()


def test_how_many_problems_there_are_stands_in_one_line(planner: PlannerWindow) -> None:
    planner.window.resize(1280, 720)
    planner.files.start(osnabrueck_with_problems())
    QApplication.processEvents()
    panel = planner.window.findChild(ProblemsPanel)
    assert panel is not None
    head = next(label for label in panel.findChildren(QLabel) if "\N{NO-BREAK SPACE}error" in label.text())
    assert head.height() < 2 * head.fontMetrics().lineSpacing()


def test_text_from_the_plan_is_shown_as_it_is(qtbot: QtBot) -> None:
    harness = Harness(at("a", 900, title="<b>One</b> & <img src=x>"), at("b", 930, title="Two"))
    panel = shown(harness, qtbot)
    sentence = rows(panel)[0].findChildren(QLabel)[0]
    assert "<b>One</b>" in sentence.text()
    assert sentence.textFormat() == Qt.TextFormat.PlainText


def test_long_words_and_fixes_stay_within_the_panel(qtbot: QtBot) -> None:
    harness = Harness(plan=osnabrueck_with_problems().plan)
    panel = ProblemsPanel(harness.context)
    qtbot.addWidget(panel)
    harness.put(panel, panel.show_state, width=300)
    qtbot.waitUntil(lambda: sum(any("solves" in label for label in links(row)) for row in rows(panel)) > 3)
    assert all(row.width() <= 300 for row in rows(panel))
    found = [link for row in rows(panel) for link in row.findChildren(LinkButton)]
    qtbot.waitUntil(lambda: all(link.height() >= link.heightForWidth(link.width()) for link in found))


def overlapping(panel: ProblemsPanel) -> list[str]:
    """Return what lies over something else or is lower than its words."""
    found: list[str] = []
    top = 0
    body = rows(panel)[0].parentWidget()
    headings = [label for label in panel.findChildren(QLabel) if label.parentWidget() is body and label.isVisible()]
    for row in sorted((*rows(panel), *headings), key=lambda row: row.y()):
        found += [] if row.y() == top else [f"row at {row.y()} instead of {top}"]
        top = row.y() + row.height()
        parts = [widget for widget in row.findChildren(QWidget) if widget.isVisible()]
        for one, two in combinations(parts, 2):
            found += [f"{one} over {two}"] if one.geometry().intersects(two.geometry()) else []
        for widget in parts:
            needed = widget.heightForWidth(widget.width())
            found += [f"{widget} cut: {widget.height()} of {needed}"] if widget.height() < needed else []
            found += [] if row.rect().contains(widget.geometry()) else [f"{widget} leaves its row"]
    return found


def test_nothing_overlaps_or_is_cut_at_any_moment(qtbot: QtBot) -> None:
    harness = Harness(plan=osnabrueck_with_problems().plan)
    panel = ProblemsPanel(harness.context)
    qtbot.addWidget(panel)
    harness.put(panel, panel.show_state, width=300)
    assert overlapping(panel) == []
    qtbot.waitUntil(lambda: any("solves" in label for row in rows(panel) for label in links(row)))
    assert overlapping(panel) == []
    session = next(session for session in harness.plan.sessions if session.scheduled and not session.fixed)
    harness.workspace.apply(lambda plan: resize_session(plan, session.id, session.minutes + 35), "longer")
    assert overlapping(panel) == []
    harness.workspace.undo()
    assert overlapping(panel) == []
    panel.resize(260, 500)
    assert overlapping(panel) == []


def test_rows_of_problems_that_stay_are_left_alone(harness: Harness, qtbot: QtBot) -> None:
    panel = shown(harness, qtbot)
    row = rows(panel)[0]
    qtbot.waitUntil(lambda: any("solves" in label for label in links(row)))
    fix = offered(row)
    fix.setFocus()
    qtbot.waitUntil(fix.hasFocus)
    place = row.geometry()
    other = next(session for session in harness.plan.sessions if session.title == "One")
    harness.workspace.apply(lambda plan: change_session(plan, other.id, material="Chalk"), "chalk")
    assert rows(panel)[0] is row
    assert offered(row) is fix
    assert row.geometry() == place
    assert QApplication.focusWidget() is fix
    harness.workspace.apply(lambda plan: change_session(plan, other.id, title="Uno"), "title")
    assert any("Uno" in row.sentence for row in rows(panel))
    assert not any("One" in row.sentence for row in rows(panel))


def test_a_button_that_no_longer_holds_does_nothing(harness: Harness, qtbot: QtBot) -> None:
    panel = shown(harness, qtbot)
    row = rows(panel)[0]
    qtbot.waitUntil(lambda: any("solves" in label for label in links(row)))
    other = next(session for session in harness.plan.sessions if session.title == "One")
    harness.workspace.apply(lambda plan: change_session(plan, other.id, material="Chalk"), "chalk")
    click(offered(row))
    assert len(harness.steps) == 2
    assert not [other_row for other_row in rows(panel) if other_row.problem == row.problem]


def test_enter_on_a_row_shows_what_it_is_about(harness: Harness, qtbot: QtBot) -> None:
    panel = shown(harness, qtbot)
    row = rows(panel)[0]
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert set(harness.view.selection) == set(row.problem.subjects)
    assert panel.findChildren(QScrollArea)[0].focusPolicy() == Qt.FocusPolicy.NoFocus


def test_the_keyboard_goes_through_fixes_before_the_other_buttons(harness: Harness, qtbot: QtBot) -> None:
    panel = shown(harness, qtbot)
    row = rows(panel)[0]
    qtbot.waitUntil(lambda: any("solves" in label for label in links(row)))
    assert row.nextInFocusChain() is offered(row)


def test_problems_stand_under_headings_by_severity_and_accepted_ones_below(qtbot: QtBot) -> None:
    harness = Harness(plan=osnabrueck_with_problems().plan)
    panel = shown(harness, qtbot)
    panel.accept(rows(panel)[0].problem, "meant")
    QApplication.processEvents()
    headings = [label for label in panel.findChildren(QLabel) if label.isVisible() and " · " in label.text()]
    places = {heading.text().split(" · ")[0]: heading for heading in headings if heading.objectName() == "heading"}
    titles = ("Errors", "Warnings", "Hints", "Accepted")
    tops = [places[title].y() for title in titles]
    assert tops == sorted(tops)
    told = problems(harness.plan)
    for title, severity in zip(titles, ("error", "warning", "hint"), strict=False):
        number = sum(problem.severity == severity and not problem.accepted for problem in told)
        assert places[title].text() == f"{title} · {number}"
    assert rows(panel)[-1].problem.accepted


def test_fixes_are_tried_for_the_rows_in_sight_and_for_others_once_they_are(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    pairs = [(at(f"a{n}", 540 + n * 20, 15, "hall"), at(f"b{n}", 545 + n * 20, 10, "hall")) for n in range(20)]
    harness = Harness(*(session for pair in pairs for session in pair))
    tried: list[Problem] = []

    def watched(plan: Plan, problem: Problem, index: Index, found: tuple[Problem, ...]) -> tuple[Offer, ...]:
        tried.append(problem)
        return offers(plan, problem, index, found)

    monkeypatch.setattr("planner.ui.problems.panel.offers", watched)
    panel = ProblemsPanel(harness.context)
    qtbot.addWidget(panel)
    panel.resize(400, 300)
    panel.show()
    panel.show_state(None, harness.workspace.state)
    all_rows = panel.findChildren(ProblemRow)
    qtbot.waitUntil(lambda: any("solves" in label for label in links(rows(panel)[0])))

    assert 0 < len(tried) < len(all_rows) / 2
    last = max(all_rows, key=lambda row: row.y())
    panel.findChildren(QScrollArea)[0].ensureWidgetVisible(last)
    qtbot.waitUntil(lambda: last.problem in tried)
    assert len(tried) == len(set(tried)) < len(all_rows)
