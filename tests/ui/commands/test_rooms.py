"""The menu of rooms in a whole window."""

import pytest
from PySide6.QtWidgets import QDialog

from planner.model import Seating
from planner.ui.dialogs.paste_rooms import PasteRoomsDialog
from planner.ui.dialogs.rooms import RoomsDialog
from planner.ui.dialogs.swap_rooms import SwapRoomsDialog
from planner.ui.window.planner_window import PlannerWindow


def test_a_table_is_pasted_from_the_menu_as_one_step(planner: PlannerWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    def paste(dialog: QDialog) -> int:
        assert isinstance(dialog, PasteRoomsDialog)
        dialog.text.setPlainText("Garten; 30 Stehtische")
        dialog.accept()
        return dialog.result()

    monkeypatch.setattr(QDialog, "exec", paste)
    before = planner.context.workspace.plan
    planner.menus["paste-rooms"].trigger()
    assert planner.context.workspace.plan.rooms[-1].places(Seating.STANDING) == 30
    assert planner.context.view.hint == "1 room inserted"
    planner.menus["undo"].trigger()
    assert planner.context.workspace.plan is before


@pytest.mark.parametrize(("action", "kind"), [("rooms", RoomsDialog), ("swap-rooms", SwapRoomsDialog)])
def test_dialogs_open_from_the_menu_and_change_nothing_when_left(
    planner: PlannerWindow, monkeypatch: pytest.MonkeyPatch, action: str, kind: type[QDialog]
) -> None:
    seen: list[QDialog] = []

    def leave(dialog: QDialog) -> int:
        seen.append(dialog)
        dialog.reject()
        return dialog.result()

    monkeypatch.setattr(QDialog, "exec", leave)
    before = planner.context.workspace.plan
    planner.menus[action].trigger()
    assert [type(dialog) for dialog in seen] == [kind]
    assert planner.context.workspace.plan is before
