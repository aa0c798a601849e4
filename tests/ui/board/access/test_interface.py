"""The sessions on the board as a screen reader sees them: names, states, places, actions; none outlives the board."""

import gc
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
)
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.model import Capacity, Document, Plan, Room, Seating, Settings
from planner.text import language
from planner.ui.board.access.blocks import AccessibleBlock
from planner.ui.board.board import Board
from planner.ui.services.context import WidgetContext
from planner.ui.services.view_state import ViewState
from planner.ui.widgets.theme import LIGHT
from planner.workspace import Workspace
from tests.ui.board.conftest import MakeHand
from tests.ui.board.hand import Hand, small_plan

NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description
Event = QAccessible.Event


@pytest.fixture(autouse=True)
def listening() -> Iterator[None]:
    """Make Qt believe that a screen reader is running."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Event, str]]:
    """The events sent to a screen reader from now on, each with the name of its subject."""
    found: list[tuple[Event, str]] = []
    real = QAccessible.updateAccessibility

    def note(event: QAccessibleEvent) -> None:
        said = isinstance(event, QAccessibleAnnouncementEvent)
        found.append((event.type(), event.message() if said else event.accessibleInterface().text(NAME)))
        real(event)

    monkeypatch.setattr("planner.ui.board.access.blocks.QAccessible.updateAccessibility", note)
    return found


def board_of(hand: Hand) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(hand.canvas)


def block_of(hand: Hand, session: str) -> QAccessibleInterface:
    return board_of(hand).child(hand.canvas.order.index(session))


def names(hand: Hand) -> list[str]:
    board = board_of(hand)
    return [board.child(place).text(NAME) for place in range(board.childCount())]


def test_the_board_is_a_list_of_its_sessions_in_reading_order(hand: Hand) -> None:
    board = board_of(hand)
    assert board.role() == QAccessible.Role.List
    assert board.text(NAME) == "Tagesplan, Montag, 19. Juni"
    assert board.text(DESCRIPTION) == "6 Programmpunkte, 4 Räume"
    assert [name.split(",")[0] for name in names(hand)] == [
        "Begrüßung",
        "Podium",
        "Essen: Mittag",
        "Forum 1: Politik",
        "Forum 2: Verwaltung",
        "Plenum: Ergebnisse",
    ]
    for place in range(board.childCount()):
        child = board.child(place)
        assert child.role() == QAccessible.Role.ListItem
        assert board.indexOfChild(child) == place
        assert child.parent().object() is hand.canvas
        assert (child.childCount(), child.child(0)) == (0, None)
    assert board.child(-1) is None
    assert board.child(board.childCount()) is None
    assert board.indexOfChild(board) == -1


def crowded() -> Plan:
    """Return a day with sixty people in a hall for fifty."""
    hall = Room(id="hall", name="Großer Saal", capacities=(Capacity(seating=Seating.ROWS, places=50),))
    panel = small_plan().session_by_id["podium"].changed(title="", start=630, minutes=75)
    return small_plan().changed(rooms=(hall,), rounds=(), sessions=(panel,), settings=Settings(expected=60))


@pytest.mark.parametrize(
    ("code", "name", "description"),
    [
        (
            "de",
            "Podium, 10:30 bis 11:45, Großer Saal, 60 Personen, ein Fehler",
            "Reihen. Podium: 60 Personen, Großer Saal in Reihen 50 Plätze. 10 fehlen.",
        ),
        (
            "en",
            "Panel, 10:30 to 11:45, Großer Saal, 60 people, one error",
            "Rows. Panel: 60 people, Großer Saal in rows 50 places. 10 places short.",
        ),
    ],
)
def test_a_name_says_it_all_in_the_windows_language(
    make_hand: MakeHand, code: str, name: str, description: str
) -> None:
    block = block_of(make_hand(crowded(), code=code), "podium")
    assert block.text(NAME) == name
    assert block.text(DESCRIPTION) == description


def test_states_follow_selection_focus_and_scrolling(hand: Hand) -> None:
    hand.canvas.activateWindow()
    hand.canvas.setFocus()
    hand.context.view.select("hello", "podium")
    board, block, other = board_of(hand), block_of(hand, "podium"), block_of(hand, "hello")
    assert (block.state().selected, block.state().focused) == (True, True)
    assert (other.state().selected, other.state().focused) == (True, False)
    assert board.focusChild().text(NAME) == block.text(NAME)
    assert not board.state().focused
    assert block.state().focusable
    assert block.state().selectable
    assert not block.state().offscreen
    hand.canvas.zoom(6)
    hand.canvas.verticalScrollBar().setValue(hand.canvas.verticalScrollBar().maximum())
    assert block.state().offscreen
    hand.context.view.select()
    assert board.focusChild() is None
    assert board.state().focused


@pytest.mark.parametrize("zoom", [1.0, 1.7])
def test_a_place_on_the_screen_is_where_the_session_is_drawn(hand: Hand, zoom: float) -> None:
    hand.board.window().move(40, 30)
    hand.canvas.zoom(zoom)
    hand.canvas.verticalScrollBar().setValue(25)
    board, block = board_of(hand), block_of(hand, "podium")
    middle = hand.canvas.viewport().mapToGlobal(hand.middle("podium"))
    assert block.rect().contains(middle)
    assert block.rect().height() == round(hand.box("podium").height)
    assert board.rect().contains(block.rect().topLeft())
    assert board.childAt(middle.x(), middle.y()).text(NAME) == block.text(NAME)
    corner = hand.canvas.mapToGlobal(QPoint(1, 1))
    assert board.childAt(corner.x(), corner.y()) is None


def test_what_a_session_has_not_is_nothing(hand: Hand) -> None:
    """A screen reader asks for each interface; a wrong pointer would end the program."""
    block = block_of(hand, "lunch")
    found = (block.textInterface(), block.valueInterface(), block.tableCellInterface(), block.selectionInterface())
    assert not any(found)


def test_actions_do_what_the_hand_does(hand: Hand, qtbot: QtBot) -> None:
    actions = block_of(hand, "lunch").actionInterface()
    assert actions.actionNames() == ["Press", "SetFocus", "rename", "ShowMenu"]
    assert [actions.localizedActionName(name) for name in actions.actionNames()] == [
        "Auswählen",
        "Dorthin gehen",
        "Titel ändern",
        "Menü zeigen",
    ]
    actions.doAction(QAccessibleActionInterface.pressAction())
    assert hand.context.view.selection == ("lunch",)
    hand.context.view.select()
    with qtbot.waitSignal(hand.interaction.edit_requested) as asked:
        actions.doAction("rename")
    assert asked.args == ["lunch"]
    with qtbot.waitSignal(hand.interaction.menu_requested) as menu:
        actions.doAction(QAccessibleActionInterface.showMenuAction())
    assert block_of(hand, "lunch").rect().contains((menu.args or [QPoint()])[0])
    assert hand.context.view.selection == ("lunch",)
    actions.doAction("no such thing")


def test_walking_tells_focus_and_selection(hand: Hand, told: list[tuple[Event, str]]) -> None:
    hand.canvas.activateWindow()
    hand.canvas.setFocus()
    hand.context.view.select("hello")
    told.clear()
    hand.key(Qt.Key.Key_Down)
    assert {(kind, name.split(",")[0]) for kind, name in told} == {
        (Event.SelectionRemove, "Begrüßung"),
        (Event.SelectionAdd, "Podium"),
        (Event.Focus, "Podium"),
    }
    assert told[-1][0] == Event.Focus


def test_the_status_line_is_said_but_not_to_the_pointer(hand: Hand, told: list[tuple[Event, str]]) -> None:
    hand.move(hand.middle("lunch"))
    QTest.mouseMove(hand.canvas.viewport(), hand.middle("podium"))
    assert told == []
    hand.context.view.say("Ergebnisse um 5 min später")
    assert told == [(Event.Announcement, "Ergebnisse um 5 min später")]


def test_a_change_of_the_plan_is_told(hand: Hand, told: list[tuple[Event, str]]) -> None:
    assert len(names(hand)) == 6
    gone = block_of(hand, "podium")
    session = hand.plan.session_by_id["hello"]
    film = hand.plan.session_by_id["film"].changed(day="d", start=980)
    rest = [session for session in hand.plan.sessions if session.id not in {"hello", "podium", "film"}]
    after = hand.plan.changed(sessions=(session.changed(title="Grußwort"), *rest, film))
    hand.context.workspace.apply(lambda _: after, "Change")
    assert [(kind, name.split(",")[0]) for kind, name in told] == [
        (Event.ObjectDestroyed, ""),
        (Event.NameChanged, "Begrüßung: Grußwort"),
        (Event.ObjectCreated, "Impuls: Film"),
    ]
    assert gone.state().invisible
    assert gone.text(NAME) == ""
    hand.context.workspace.undo()
    assert [name.split(",")[0] for name in names(hand)][:2] == ["Begrüßung", "Podium"]


def test_nobody_is_told_anything_when_nobody_listens(hand: Hand, told: list[tuple[Event, str]]) -> None:
    QAccessible.setActive(False)
    hand.context.view.select("hello")
    hand.key(Qt.Key.Key_Down)
    assert told == []
    assert not hand.canvas.findChildren(AccessibleBlock)


@pytest.mark.usefixtures("qapp")
def test_nothing_outlives_the_board() -> None:
    """Boards are replaced with the language and the theme; each answers to its end, then Qt and Python delete it."""
    view = ViewState()
    workspace = Workspace(Document(plan=small_plan()))
    for round_ in range(6):
        context = WidgetContext(workspace, view, language("de" if round_ % 2 else "en"), LIGHT)
        board = Board(context)
        ends = [workspace.listen(view.show_state), workspace.listen(board.show_state)]
        hand = Hand(board, context)
        board.show()
        assert all(names(hand))
        blocks = hand.canvas.findChildren(AccessibleBlock)
        view.select("podium")
        workspace.apply(lambda plan: plan.changed(sessions=plan.sessions[2:]), "Change")
        gc.collect()
        assert all(names(hand))
        held = board_of(hand)
        for end in ends:
            end()
        board.deleteLater()
        QCoreApplication.sendPostedEvents(board, QEvent.Type.DeferredDelete.value)
        gc.collect()
        assert not shiboken6.isValid(held)
        assert not any(shiboken6.isValid(block) for block in blocks)
        view.select("lunch")
        QCoreApplication.processEvents()
        workspace.undo()
