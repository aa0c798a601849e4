"""Rewrite every file that is derived from others: `python run.py generate`."""

import importlib
import json
import sys
from collections.abc import Iterable
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any, Final
from unicodedata import category, is_normalized

ROOT: Final = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

END: Final = "<!-- end -->"
VARIATIONS: Final = frozenset(map(chr, range(0xFE00, 0xFE10)))
"""They choose between forms of the character before them and print nothing."""


def derived() -> dict[Path, bytes]:
    """Return every derived file with what it should hold."""
    from tools.catalogue import COMPILED, compiled

    resources = ROOT / "resources"
    files = {COMPILED: compiled(), resources / "planner.schema.json": schema()}
    files[resources / "fonts" / "coverage.txt"] = coverage()
    files |= examples()
    readme = ROOT / "README.md"
    if readme.is_file():
        files[readme] = with_tables(readme.read_text(encoding="utf-8")).encode()
    return files


def schema() -> bytes:
    """Return the JSON Schema of the plan file."""
    from planner.model import Document

    document = Document.model_json_schema()
    described = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Plan file of the planner (*.plan)",
        "type": "object",
        "properties": {
            "format": {"const": "planner"},
            "version": {"const": getattr(_module("planner.storage"), "VERSION", 1)},
            **document["properties"],
        },
        "required": ["format", "version", "plan"],
        "additionalProperties": False,
        "$defs": document["$defs"],
    }
    return (json.dumps(described, ensure_ascii=False, indent=2) + "\n").encode()


def coverage() -> bytes:
    """Return the characters of the basic plane that the shipped fonts print, or need not print, as ranges of codes."""
    from planner.exporters.typeset.fonts import Fonts

    stable = [chr(code) for code in range(0x20, 0xD800) if is_normalized("NFC", chr(code))]
    stable += [char for char in map(chr, range(0xE000, 0x10000)) if category(char) == "Cf" or char in VARIATIONS]
    missing = Fonts().missing("\n".join(stable))
    codes = [9, 10, *(ord(char) for char in stable if char not in missing and category(char) not in {"Cn", "Co"})]
    starts = [code for before, code in pairwise([-1, *codes]) if before + 1 != code]
    ends = [code for code, after in pairwise([*codes, 0x10FFFF]) if code + 1 != after]
    return "".join(f"{start:04X}-{end:04X}\n" for start, end in zip(starts, ends, strict=True)).encode()


def examples() -> dict[Path, bytes]:
    """Return the example plans in the newest format: they are changed by hand, and migrated here."""
    from planner.storage import dump, parse

    return {path: dump(parse(path.read_bytes())) for path in (ROOT / "resources" / "examples").glob("*.plan")}


def with_tables(readme: str) -> str:
    """Return the README with its generated tables filled in; markers that are not there are left out."""
    for name, lines in (("checks", _checks()), ("exporters", _exporters()), ("shortcuts", _shortcuts())):
        begin = f"<!-- generated: {name} -->"
        before, found, rest = readme.partition(begin)
        _, closed, after = rest.partition(END)
        if found and closed:
            readme = "\n".join([before + begin, *lines, END + after])
    return readme


def _checks() -> Iterable[str]:
    from planner.checks import CHECKS
    from planner.text import language, severity_name

    english = language("en")
    rows = ((check.title, severity_name(check.severity, english), f"`{check.code}`") for check in CHECKS)
    return _table(("check", "severity", "code"), rows)


def _exporters() -> Iterable[str]:
    exporters: Iterable[Any] = getattr(_module("planner.exporters"), "EXPORTERS", ())
    rows = (
        (_first(exporter, "title", "label"), f"`{exporter.name}`", f"`{_first(exporter, 'ending')}`")
        for exporter in exporters
    )
    return _table(("export", "format", "ending"), rows)


def _shortcuts() -> Iterable[str]:
    actions: Iterable[Any] = getattr(_module("planner.ui.commands.registry"), "ACTIONS", ())
    rows = (
        (_first(action, "title", "label").replace("&", ""), f"`{action.shortcut}`")
        for action in actions
        if action.shortcut
    )
    return _table(("command", "keys"), rows)


def _first(thing: object, *names: str) -> str:
    return next((str(getattr(thing, name)) for name in names if getattr(thing, name, "")), "")


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> list[str]:
    lines = [" | ".join(row) for row in (head, ("---",) * len(head), *rows)]
    return ["", *(f"| {line} |" for line in lines), ""]


def _module(name: str) -> ModuleType | None:
    try:
        return importlib.import_module(name) if find_spec(name) else None
    except ModuleNotFoundError:
        return None


def main() -> None:
    """Write the files that are out of date."""
    for path, data in derived().items():
        if not path.is_file() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            sys.stdout.write(f"wrote {path.relative_to(ROOT).as_posix()}\n")


if __name__ == "__main__":
    main()
