"""What a screen reader finds on the real screen."""

from tests.ui.real.conftest import Start
from tests.ui.real.screen import Planner, until

PODIUM = "Podium, 11:00 bis 12:00, Großer Saal, 60 Personen, eine Warnung"


def test_a_screen_reader_finds_each_session_where_it_is(planner: Planner) -> None:
    sessions = [item for item in planner.find("list item") if item.parent == "Tagesplan, Montag, 19. Juni"]
    assert [session.name.split(",")[0] for session in sessions] == [
        "Begrüßung", "Podium", "Essen: Mittag", "Forum 1: Politik", "Forum 2: Verwaltung", "Plenum: Ergebnisse",
    ]  # fmt: skip
    assert [session.place for session in sessions] == list(range(6))
    podium = planner.see("Podium")
    assert podium.name == PODIUM
    assert {"focusable", "selectable", "showing"} <= set(podium.states)
    x, y = podium.at()
    assert planner.screen.ask("at", role="list", name="Tagesplan", x=x, y=y) == PODIUM
    planner.screen.hand("mousemove", x, y, "click", 1)
    until(lambda: "selected" in planner.see("Podium").states, "the session under the pointer selected")


def test_a_screen_reader_does_what_the_hand_does(planner: Planner) -> None:
    assert planner.see("Podium").actions == ["Press", "SetFocus", "rename", "ShowMenu"]
    planner.act("Podium", "SetFocus")
    until(lambda: {"selected", "focused"} <= set(planner.see("Podium").states), "the session with the focus")
    planner.act("Podium", "rename")
    planner.screen.hand("type", "Runde")
    planner.key("Return")
    planner.see("Podium: Runde, 11:00")
    planner.act("Podium: Runde", "ShowMenu")
    planner.key("Down")
    until(lambda: "Ausschneiden" in {name for _, name, _ in planner.screen.ask("heard")}, "the menu told")


def test_the_focus_is_told_as_it_walks(start: Start) -> None:
    planner = start("en")
    planner.act("Welcome: Begrüßung", "SetFocus")
    planner.key("Down", "Down")

    def heard() -> bool:
        told = planner.screen.ask("heard")
        walked = [name.split(",")[0] for kind, name, now in told if "focused" in kind and now and ", " in name]
        return walked[-3:] == ["Welcome: Begrüßung", "Panel: Podium", "Meal: Mittag"]

    until(heard, "three sessions told, one after the other")


def test_the_program_ends_well_after_a_reader_saw_all_of_it(planner: Planner) -> None:
    planner.key("F7")
    until(lambda: planner.find("table"), "the list")
    planner.key("F7")
    assert planner.find("list item")
    assert planner.quit() == 0
