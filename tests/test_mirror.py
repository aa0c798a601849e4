"""The tests mirror planner/, folder by folder, so that a reader guesses where a module is tested."""

import ast
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
ELSEWHERE: Final[dict[str, tuple[str, ...]]] = {
    # What checks, exporters and importers are made of is tested by what they find, write and read.
    "checks/test_checks.py": ("checks/problem", "checks/facts/index"),
    "checks/test_not_offered.py": ("checks/fixes/insertions", "checks/fixes/moves"),
    "checks/test_breaks.py": ("checks/facts/everyones_day",),
    "checks/test_equipment.py": ("checks/facts/needs",),
    "checks/test_printable_texts.py": ("exporters/typeset/fonts", "exporters/typeset/text"),
    "examples/test_templates.py": ("examples/template_blocks", "examples/template_rooms", "model/room"),
    "exporters/test_canary.py": ("exporters/options", "exporters/wording"),
    "exporters/test_csv.py": ("model/round",),
    "exporters/papers/test_bad_text.py": ("exporters/typeset/lines", "exporters/typeset/styles"),
    "exporters/papers/test_file.py": ("exporters/papers/missing_characters", "exporters/typeset/canvas"),
    "exporters/papers/test_handout.py": (
        "exporters/papers/logos",
        "exporters/papers/page",
        "exporters/papers/people",
        "exporters/papers/print_style",
    ),
    "importers/test_programme.py": (
        "importers/assign_times",
        "importers/footnotes",
        "importers/names",
        "importers/parsed",
        "importers/row_draft",
        "importers/sessions",
        "importers/vocabulary",
    ),
    "importers/test_word.py": ("importers/html_table",),
    "importers/quick_add/test_properties.py": (
        "importers/quick_add/kinds",
        "importers/quick_add/names",
        "importers/quick_add/read_back",
        "importers/quick_add/times_and_numbers",
    ),
    # Parts of the document and what edits share are tested by the edits that use them.
    "model/test_plan.py": ("model/document", "model/kind", "model/settings"),
    "model/test_find_replace.py": ("model/edits/replace",),
    "model/edits/test_contributions.py": ("model/edits/items",),
    "model/edits/test_properties.py": ("model/edits/_entries",),
    "model/edits/test_settings.py": ("model/edits/acceptances",),
    "model/edits/test_typed_sessions.py": ("model/defaults",),
    "storage/test_read.py": ("storage/precheck",),
    "storage/test_write.py": ("storage/lock", "storage/replacing"),
    # Words are tested where somebody reads them.
    "model/edits/test_patterns.py": ("text/patterns",),
    "ui/board/test_block_words.py": ("text/block_words", "text/round_words", "ui/board/gestures/snap"),
    "ui/board/gestures/test_move.py": ("text/consequence", "text/places", "ui/board/gestures/hit_test"),
    "ui/board/access/test_interface.py": ("text/spoken_session",),
    "ui/list/test_edits.py": ("text/list_words",),
    "ui/test_too_long.py": ("text/too_long", "ui/widgets/dialog_frame", "ui/widgets/limit"),
    # A window is tested as a whole: what a user does in it, not the parts that it consists of.
    "ui/board/test_canvas.py": (
        "ui/board/layout/scene",
        "ui/board/paint/axis",
    ),
    "ui/board/gestures/test_obstacles.py": (
        "ui/board/gestures/gesture",
        "ui/board/gestures/preview",
        "ui/board/paint/ghost",
    ),
    "ui/board/paint/test_session_block.py": ("ui/widgets/text_fitting",),
    "ui/commands/test_order.py": ("ui/commands/rest_of_day", "ui/dialogs/shift_rest"),
    "ui/dialogs/test_dialogs.py": (
        "ui/commands/event",
        "ui/commands/days",
        "ui/dialogs/image_files",
        "ui/dialogs/background_reading",
    ),
    "ui/dialogs/test_form.py": ("ui/widgets/form", "ui/widgets/standard_value"),
    "ui/dialogs/test_people_hours.py": (
        "ui/commands/people",
        "ui/dialogs/hours",
        "ui/dialogs/people_list",
        "ui/widgets/two_line_delegate",
    ),
    "ui/dialogs/test_rooms.py": ("ui/dialogs/room_page", "ui/dialogs/rooms_field", "ui/widgets/scroll"),
    "ui/inspector/test_inspector.py": ("ui/inspector/apply", "ui/inspector/place_box", "ui/inspector/time_box"),
    "ui/list/test_view.py": ("ui/list/delegate", "ui/list/model", "ui/list/widths"),
    "ui/palette/test_pattern_list.py": ("ui/commands/patterns", "ui/services/pattern_library"),
    "ui/palette/test_tray.py": ("ui/widgets/fields",),
    "ui/problems/test_panel.py": ("ui/problems/stable_list",),
    "ui/quick_add/test_line.py": ("ui/quick_add/completion",),
    "ui/safety/test_autosave.py": ("ui/safety/safety",),
    "ui/services/test_plan_file.py": ("ui/commands/file", "ui/services/command_context", "ui/services/context"),
    "ui/test_access.py": (
        "ui/commands/edit",
        "ui/commands/help",
        "ui/commands/action",
        "ui/commands/registry",
        "ui/window/tab_order",
    ),
    "ui/test_ending.py": ("ui/safety/folder",),
    "ui/test_looks.py": ("ui/widgets/icons",),
    "ui/test_plain_words.py": ("ui/board/paint/header", "ui/list/table"),
    "ui/test_field_identity.py": (
        "ui/dialogs/preview_dialog",
        "ui/widgets/field_identity",
        "ui/dialogs/insert_buffer",
        "ui/services/clipboard",
    ),
    "ui/test_views_follow.py": ("ui/services/view_state", "ui/window/main_window", "ui/window/plan_views"),
    "ui/window/test_bars.py": ("ui/commands/view", "ui/window/notice_bar"),
    "ui/window/test_side_panels.py": ("ui/inspector/people", "ui/widgets/link_button"),
    "checks/test_people.py": ("checks/facts/shared_time",),
    "cli/test_entry.py": (
        "cli/commands",
        "cli/parser",
    ),
    "ui/commands/test_session.py": (
        "ui/commands/removal",
        "ui/commands/step",
    ),
    "ui/commands/test_move.py": ("ui/commands/length",),
    "ui/safety/test_drafts.py": ("ui/safety/entry_list",),
}
"""Modules that no test of their folder names, by the test that goes through them."""


def modules() -> set[str]:
    paths = (ROOT / "planner").rglob("*.py")
    return {path.relative_to(ROOT / "planner").with_suffix("").as_posix() for path in paths if path.stem[:2] != "__"}


def imported(test: Path) -> set[str]:
    """The modules that a test imports, or of which it imports something."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(test.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("planner."):
            module = (node.module or "").removeprefix("planner.").replace(".", "/")
            found |= {module, *(f"{module}/{alias.name}" for alias in node.names)}
    return found


def without_counterpart() -> set[str]:
    """The modules without a test of their name, and which no other test in their folder imports."""
    tests = {path: imported(path) for path in (ROOT / "tests").rglob("test_*.py")}
    found: set[str] = set()
    for module in modules():
        folder = ROOT / "tests" / Path(module).parent
        own = folder / f"test_{Path(module).name.removeprefix('_')}.py"
        if own not in tests and not any(folder in path.parents and module in names for path, names in tests.items()):
            found.add(module)
    return found


def test_every_module_has_a_counterpart_among_the_tests() -> None:
    written = {module for tested in ELSEWHERE.values() for module in tested}
    assert sorted(without_counterpart() - written) == [], "test it, or write into ELSEWHERE which test goes through it"
    assert sorted(written - without_counterpart()) == [], "has a test of its own now, or was renamed"


def test_what_tests_a_module_elsewhere_is_there() -> None:
    assert [test for test in ELSEWHERE if not (ROOT / "tests" / test).is_file()] == []
