"""Each field has one label, written in one place; whoever shows the field takes it from there."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from planner.text.field_names import FIELD_LABELS

ROOT: Final = Path(__file__).resolve().parent.parent.parent / "planner"
MEANS_ANOTHER: Final = {
    "ui/board/paint/day.py": {"End"},  # of the day
    "ui/dialogs/release.py": {"Name"},  # of a release
    "ui/dialogs/pattern.py": {"Name"},  # of a pattern
    "ui/dialogs/replace.py": {"Places"},  # where words were found
    "ui/dialogs/paste_rooms.py": {"Room", "Places"},  # headings of what was pasted
    "ui/dialogs/swap_rooms.py": {"Room"},  # the question for one of two
    "ui/papers/view.py": {"Times", "Marked as a draft"},  # options of one paper
    "text/names.py": {"Technology"},  # a role
    "text/spoken_session.py": {"Time fixed"},  # said of a session
    "text/block_words.py": {"Time fixed"},  # said of a session
    "importers/quick_add/read_back.py": {"Title"},  # said of what was read
    # What is printed and exported has headings of its own, in the language of the papers.
    "exporters/copied_sessions.py": {"Title", "Room", "Contributors"},
    "exporters/csv.py": {
        *("Date", "Start", "End", "Kind", "Title", "Subtitle"),
        *("Contributors", "Items", "Language", "Description", "Link"),
        *("Material", "Responsible", "Seating", "Technology"),
    },
    "exporters/contract.py": {"Language"},  # of what is exported
    "exporters/papers/handout_options.py": {"Marked as a draft", "Printed", "Times"},  # options of one paper
    "exporters/papers/page.py": {"How to get there", "Imprint"},
}
"""Words that are a label by chance, by the file in which they stand."""


def labels_in(path: Path) -> Iterator[str]:
    """Yield the labels of fields that a module writes out."""
    labels = set(FIELD_LABELS.values())
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            if name in {"t", "_t", "mark"} and node.args[0].value in labels:
                yield str(node.args[0].value)


def test_no_label_of_a_field_is_written_a_second_time() -> None:
    found = {path.relative_to(ROOT).as_posix(): set(labels_in(path)) for path in ROOT.rglob("*.py")}
    found.pop("text/field_names.py")
    assert {path: labels for path, labels in found.items() if labels - MEANS_ANOTHER.get(path, set())} == {}
