"""The words on blocks and on the strips of rounds."""

from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from planner.checks import Index, problems
from planner.model import Contribution, Role, Status
from planner.model.edits import add_contribution, change_day, change_session, change_settings, move_session
from planner.model.plan import Plan
from planner.text import language
from planner.text.block_words import Badge, BlockWords, block_words
from planner.text.round_words import round_line
from planner.ui.board.gestures.snap import SnapTargets, snapped
from planner.ui.board.layout.scale import make_scale
from planner.ui.widgets.text_fitting import elide, width, wrap
from tests.ui.board.hand import Hand, small_plan

T = language("de")


def words_of(plan: Plan, session: str) -> BlockWords:
    index = Index(plan)
    found = tuple(problem for problem in problems(plan, index) if session in problem.subjects)
    return block_words(index, plan.session_by_id[session], found, T)


def test_a_room_of_two_forums_counts_once_in_the_strip_as_in_the_check() -> None:
    plan = change_settings(small_plan(), expected=41)
    plan = change_session(plan, "two", places=plan.session_by_id["one"].places)
    assert round_line(Index(plan), "r", T).sums == "40 Plätze · 41 Personen · 1 fehlt"
    (found,) = (problem for problem in problems(plan) if problem.code == "round-short")
    assert (found.fact("places"), found.fact("missing")) == (40, 1)


def test_a_fixed_time_has_a_lock_with_words() -> None:
    assert ("lock", "Uhrzeit fest") in {(badge.sign, badge.text) for badge in words_of(small_plan(), "lunch").badges}


def test_missing_places_are_said_with_their_number() -> None:
    plan = change_settings(small_plan(), expected=82, cap=100)
    found = words_of(plan, "podium")
    assert found.badges[0] == Badge("error", "2 Plätze fehlen", "2 fehlen")
    assert found.error
    assert not words_of(small_plan(), "podium").error


def test_people_are_named_as_on_paper() -> None:
    plan = small_plan()
    for number, (label, status, role) in enumerate(
        (
            ("A. Muster", Status.ASKED, Role.PANEL),
            ("B. Muster", Status.CONFIRMED, Role.PANEL),
            ("C. Muster", Status.DECLINED, Role.PANEL),
            ("", Status.OPEN, Role.PANEL),
            ("M. Beispiel", Status.CONFIRMED, Role.MODERATION),
        )
    ):
        plan = add_contribution(plan, "podium", Contribution(id=f"c{number}", label=label, status=status, role=role))
    found = words_of(plan, "podium")
    assert found.who == "A. Muster (angefragt), B. Muster, N. N. · Moderation: M. Beispiel"
    assert "N. N. offen" in {badge.text for badge in found.badges}


def test_a_numbered_forum_says_its_number_once() -> None:
    found = words_of(small_plan(), "one")
    assert (found.kind, found.title, found.count) == ("Forum 1", "Politik", "44 / 40")


def test_a_round_s_sums_agree_with_its_sessions() -> None:
    plan = change_settings(small_plan(), expected=50)
    line = round_line(Index(plan), "r", T)
    assert (line.title, line.time) == ("Forenrunde 1", "14:00–15:00")
    assert line.sums == "54 Plätze · 50 Personen · 4 frei"
    assert line.back == "zurück im Plenum 15:20"
    counts = [words_of(plan, session).count.split(" / ") for session in ("one", "two")]
    assert [sum(map(int, figures)) for figures in zip(*counts, strict=True)] == [50, 54]
    line = round_line(Index(small_plan()), "r", T)
    assert line.sums == "54 Plätze · 60 Personen · 6 fehlen"
    assert line.error


def test_nothing_is_cut_mid_letter(qtbot: QtBot) -> None:
    assert qtbot
    font = QFont()
    title = "Geschlechtergerechtigkeit in der kommunalen Entwicklungspolitik"
    for room in range(60, 500, 20):
        assert width(elide(title, font, room), font) <= room
        for line in wrap(title, font, room, 3):
            assert width(line, font) <= room
    assert elide(title, font, width(title, font)) == title


def test_long_words_break_at_their_joints(qtbot: QtBot) -> None:
    assert qtbot
    font = QFont()
    room = width("Gleichstellungs-", font) + 2
    assert wrap("Gleichstellungsbeauftragte", font, room, 2) == ["Gleichstellungs-", "beauftragte"]
    assert wrap("Film und Gespräch", font, 1000, 2) == ["Film und Gespräch"]


def test_snapping_takes_edges_before_fixed_times_before_the_grid() -> None:
    scale = make_scale(540, 1020, [], 1.0)
    near = SnapTargets(frozenset({603}), frozenset({598}))
    assert snapped(600, scale, near, 5) == 603
    assert snapped(593, scale, near, 5) == 598
    assert snapped(580, scale, near, 5) == 580
    assert snapped(582.6, scale, SnapTargets(), 5) == 585


def test_selection_and_zoom_survive_a_redraw(hand: Hand) -> None:
    hand.context.view.select("podium")
    hand.canvas.zoom(2.0)
    before = (hand.canvas.offset(), hand.pixels(600))
    hand.context.workspace.apply(lambda plan: change_session(plan, "end", title="Schluss"), "Title")
    assert hand.context.view.selection == ("podium",)
    assert (hand.canvas.offset(), hand.pixels(600)) == before


def test_what_runs_into_a_fixed_time_says_by_how_much() -> None:
    plan = move_session(small_plan(), "podium", "d", 705)
    assert words_of(plan, "podium").badges[0] == Badge("error", "15 min zu lang", "15 min")
    assert words_of(plan, "lunch").badges[0].text == "15 min zugleich"
    plan = change_session(plan, "lunch", minutes=0)
    assert words_of(plan, "podium").badges[0].text == "15 min zu lang"
    assert words_of(plan, "lunch").badges[0].text == "15 min zu spät"


def test_what_is_wrong_with_a_round_as_a_whole_stands_in_its_strip() -> None:
    plan = change_day(small_plan(), "d", end=880)
    index = Index(plan)
    found = [problem for problem in problems(plan, index) if "r" in problem.subjects]
    line = round_line(index, "r", T, found)
    assert line.wrong == "20 min nach Ende"
    assert line.wrong in line.sentence
    assert not round_line(Index(small_plan()), "r", T, problems(small_plan())).wrong
