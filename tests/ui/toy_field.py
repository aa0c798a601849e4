"""Adds a field in three steps and prints, line by line, where it appears; test_toy_field.py starts it.

It runs in a program of its own, for the registry is read when the window's modules are imported. The toy is a motto; it
is kept where a session has its material, and stands in the place of that field.
"""

import sys

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLineEdit, QTableWidget, QToolButton

from planner.fields import registry
from planner.fields.field import Section
from planner.fields.texts import text_field

# Step 1: write it.
MOTTO = text_field("motto", "Motto", Section.TEAM, attribute="material", many=True)
# Step 2: list it.
registry.FIELDS = (*(field for field in registry.FIELDS if field.id != "material"), MOTTO)  # type: ignore[misc]  # as if it were written there


def say(*words: object) -> None:
    """Print a line."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")


def appear() -> None:
    """Step 3: type it into each view, and look for it."""
    from planner.ui.dialogs.replace import ReplaceDialog
    from planner.ui.inspector.inspector import Inspector
    from planner.ui.list.columns import PLACE
    from planner.ui.list.view import ListView
    from planner.ui.widgets.fields import LineField
    from tests.model.small import at
    from tests.ui.harness import Harness, named, retype

    harness = Harness(at("a", 900, title="One"), at("b", 1000, title="Two"))
    view = ListView(harness.context)
    harness.put(view, view.show_state)
    view.columns.ask()
    say("column offered:", "Motto" in [action.text() for action in view.table.findChildren(QAction)])
    model, row = view.model, view.model.ids.index("a")
    model.setData(model.index(row, PLACE["motto"]), "Listed")
    say("in the list:", model.index(row, PLACE["motto"]).data(), "|", harness.steps[-1])

    inspector = Inspector(harness.context)
    harness.put(inspector, inspector.show_state, height=1600)
    harness.view.select("a")
    inspector.findChildren(QToolButton)[0].click()
    field = named(inspector, LineField, "Motto")
    shown = field.text()
    retype(field, "Inspected")
    say("in the inspector:", shown, "|", harness.plan.sessions[0].material, "|", harness.steps[-1])

    harness.view.select("a", "b")
    field = named(inspector, LineField, "Motto")
    shown = field.placeholderText()
    retype(field, "Several")
    say("over several:", shown, "|", [session.material for session in harness.plan.sessions], "|", harness.steps[-1])

    dialog = ReplaceDialog(harness.context)
    dialog.show()
    dialog.findChildren(QLineEdit)[0].setText("several")
    table = dialog.findChildren(QTableWidget)[0]
    found = [table.item(line, 0) for line in range(table.rowCount())]
    say("found:", [item.text() for item in found if item is not None])


if __name__ == "__main__":
    application = QApplication([])
    appear()
