"""`planner demo`: the example plan with its report and all its exports, in one folder."""

import argparse
from pathlib import Path
from typing import Final

from planner.cli.check import report, report_heads, today
from planner.cli.commands import Subparsers, add_command
from planner.cli.export import exported, write_files
from planner.cli.outcome import OK, RefusedError
from planner.storage import read, save_guarded
from planner.storage.errors import NotFound
from planner.text.language import Language

DEMO: Final = "osnabrueck"


def add_demo(commands: Subparsers, t: Language) -> None:
    """Add `demo`."""
    add_command(commands, "demo", write_demo, t("write an example with all its papers"), "dir")


def write_demo(options: argparse.Namespace, t: Language) -> int:
    """Write the example plan, unless the folder has one already, and what can be made of it."""
    from planner.checks import problems
    from planner.examples import osnabrueck
    from planner.exporters import EXPORTERS
    from planner.exporters.contract import only

    folder: Path = options.dir
    plan = folder / f"{DEMO}.plan"
    try:
        document = read(plan).document
        print(t("Left unchanged: {file}", file=plan))
    except NotFound:
        document = osnabrueck()
        _make_folder(folder, t)
        save_guarded(document, plan, "")
        print(t("Written: {file}", file=plan))
    sentences = report(document.plan, problems(document.plan, today=today()), t) + "\n"
    exports = [(exporter, exported(document, exporter, plan, {}, t)) for exporter in EXPORTERS]
    write_files(only(sentences.encode()), folder / f"{DEMO}-check.txt", plan, report_heads(), t)
    for exporter, files in exports:
        write_files(files, folder / f"{DEMO}.{exporter.ending}", plan, exporter.heads, t)
    return OK


def _make_folder(folder: Path, t: Language) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise RefusedError(t("The folder {file} cannot be created: {reason}.", file=folder, reason=reason)) from error
