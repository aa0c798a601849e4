"""No two modules import each other, not even in a function or for types only, directly or through others.

The contracts in pyproject.toml watch the layers; a cycle of modules inside one layer is none of theirs. import-linter's
"acyclic_siblings" compares whole folders, so that it either forbids two folders of planner.ui to know each other, or
misses a cycle of modules that goes through both.
"""

from collections.abc import Collection, Mapping
from pathlib import Path

import grimp  # comes with import-linter
import pytest

Imports = Mapping[str, Collection[str]]


def imports_of(package: str) -> Imports:
    """Return what each module of a package imports, wherever the import stands."""
    graph = grimp.build_graph(package, cache_dir=None)
    return {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}


def cycles(imports: Imports) -> list[str]:
    """Return the shortest way round each group of modules that import each other."""
    reached = {module: reachable(imports, module) for module in imports}
    groups = {
        frozenset(other for other in reached[module] if module in reached[other])
        for module in imports
        if module in reached[module]
    }
    return sorted(
        " → ".join(min((way_round(imports, module) for module in sorted(group)), key=len)) for group in groups
    )


def reachable(imports: Imports, module: str) -> dict[str, str]:
    """Return all that a module imports, directly or not, nearest first, each with a module that imports it."""
    found: dict[str, str] = {}
    waiting = [module]
    for importer in waiting:
        for imported in sorted(imports[importer]):
            if imported not in found:
                found[imported] = importer
                waiting.append(imported)
    return found


def way_round(imports: Imports, module: str) -> list[str]:
    """Return a shortest chain of imports from a module back to itself."""
    importers, way = reachable(imports, module), [module]
    while len(way) == 1 or way[0] != module:
        way.insert(0, importers[way[0]])
    return way


def test_no_modules_import_each_other() -> None:
    assert cycles(imports_of("planner")) == []


def test_each_cycle_is_named_once_and_by_its_shortest_way() -> None:
    imports = {
        "start": ["a", "free"],
        "a": ["b"],
        "b": ["c", "free"],
        "c": ["a", "b"],
        "free": [],
        "one": ["two"],
        "two": ["three"],
        "three": ["one"],
    }
    assert cycles(imports) == ["b → c → b", "one → two → three → one"]


def test_imports_in_functions_and_for_types_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "round_about"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "late.py").write_text("def call():\n    from round_about import typed\n", encoding="utf-8")
    (package / "typed.py").write_text(
        "from typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n    from round_about.late import call\n",
        encoding="utf-8",
    )
    monkeypatch.syspath_prepend(tmp_path)
    assert cycles(imports_of("round_about")) == ["round_about.late → round_about.typed → round_about.late"]
