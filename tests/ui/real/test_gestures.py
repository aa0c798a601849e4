"""The main gestures with the real pointer and the real keys; what they did is read from the saved file."""

from planner.model import Plan, Session
from tests.ui.real.screen import Planner


def session(plan: Plan, session_id: str) -> Session:
    return plan.session_by_id[session_id]


def test_a_session_is_dragged_in_time(planner: Planner) -> None:
    seen = planner.see("Plenum: Ergebnisse")
    x, y = seen.at(0.1)
    planner.press((x, y), (x, y + 8), (x, y + seen.box[3]))
    planner.says("Ergebnisse um ")
    planner.release()
    after = planner.saved(lambda plan: session(plan, "end").start != 920, "the session later")
    assert abs((session(after, "end").start or 0) - 950) <= 5
    assert session(after, "end").minutes == 30


def test_a_session_is_dragged_into_another_room(planner: Planner) -> None:
    one, two = planner.see("Forum 1"), planner.see("Forum 2")
    planner.press(one.at(0.3), one.at(0.6), two.at(0.5))
    planner.says("Forum 1")
    planner.release()
    after = planner.saved(lambda plan: session(plan, "one").places[0].room == "dom", "the session in the other room")
    assert session(after, "one").start == 840


def test_the_lower_edge_changes_the_length(planner: Planner) -> None:
    seen = planner.see("Plenum: Ergebnisse")
    x, y = seen.at(0.1)
    bottom = seen.box[1] + seen.box[3] - 2
    planner.press((x, bottom), (x, bottom + 6), (x, bottom + seen.box[3]))
    planner.says("Ergebnisse")
    planner.release()
    after = planner.saved(lambda plan: session(plan, "end").minutes != 30, "the session longer")
    assert abs(session(after, "end").minutes - 60) <= 5
    assert (session(after, "end").start, y < bottom) == (920, True)


def test_a_block_of_the_palette_is_dropped_on_the_day(planner: Planner) -> None:
    block, lunch, forum = planner.see("Pause", "push button"), planner.see("Essen"), planner.see("Forum 1")
    x, y = lunch.at(0.2)[0], (lunch.box[1] + lunch.box[3] + forum.box[1]) // 2
    planner.press(block.at(), block.at(0.6), (x, y - 3), (x, y))
    planner.says("Pause")
    planner.release()
    after = planner.saved(lambda plan: len(plan.sessions) == 8, "one session more")
    known = {"hello", "podium", "lunch", "one", "two", "end", "film"}
    new = next(planned for planned in after.sessions if planned.id not in known)
    assert (new.kind, new.day) == ("break", "d")
    assert 810 <= (new.start or 0) <= 840


def test_let_go_on_the_tray_a_session_is_out_of_the_plan(planner: Planner) -> None:
    podium, tray = planner.see("Podium"), planner.see("Noch nicht eingeplant", "label")
    planner.press(podium.at(0.2), podium.at(0.1), tray.at(0.5, 2))
    planner.says("Loslassen: zu „Noch nicht eingeplant“")
    planner.release()
    after = planner.saved(lambda plan: not session(plan, "podium").scheduled, "the session in the tray")
    assert session(after, "podium").title == "Podium"


def test_escape_ends_a_drag_without_a_change(planner: Planner) -> None:
    seen = planner.see("Plenum: Ergebnisse")
    planner.press(seen.at(0.1), seen.at(0.2), seen.at(0.1, 2.0))
    planner.says("Ergebnisse um ")
    planner.key("Escape")
    planner.hushes("Ergebnisse um ")
    planner.release()
    planner.act("Begrüßung", "SetFocus")
    planner.key("l")
    after = planner.saved(lambda plan: session(plan, "hello").fixed, "what was done afterwards")
    assert session(after, "end").start == 920


def test_keys_move_rename_and_undo(planner: Planner) -> None:
    planner.act("Plenum: Ergebnisse", "SetFocus")
    planner.key("alt+Down", "alt+Down")
    planner.says("Ergebnisse um 10 min später")
    planner.saved(lambda plan: session(plan, "end").start == 930, "the session 10 minutes later")
    planner.key("F2")
    planner.screen.hand("type", "Fazit")
    planner.key("Return")
    planner.see("Plenum: Fazit")
    planner.saved(lambda plan: session(plan, "end").title == "Fazit", "the other title")
    planner.act("Plenum: Fazit", "SetFocus")
    planner.key("ctrl+z", "ctrl+z")
    after = planner.saved(lambda plan: session(plan, "end").start == 920, "the day as it was")
    assert session(after, "end").title == "Ergebnisse"
