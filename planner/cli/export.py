"""`planner export` and `planner formats`: calendars, programmes and tables made of a plan."""

import argparse
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planner.cli.commands import Subparsers, add_command
from planner.cli.outcome import OK, RefusedError
from planner.storage import begins, read, write_export
from planner.storage.file_names import file_paths
from planner.text.language import Language

if TYPE_CHECKING:
    from planner.exporters import Exporter, NamedFile
    from planner.model import Document


def add_export(commands: Subparsers, t: Language) -> None:
    """Add `export`, without the flags of the formats, and `formats`."""
    export = add_command(
        commands, "export", export_plan, t("write a calendar, a programme or a table"), "file", "target"
    )
    export.add_argument(
        "--force", action="store_true", help=t("overwrite the target whatever it holds, unless it is a plan")
    )
    export.add_argument(
        "--format", metavar="NAME", help=t("one of `planner formats`; by default, the target's extension decides")
    )
    add_command(commands, "formats", list_formats, t("list the export formats"))


def add_format_flags(export: argparse.ArgumentParser, t: Language) -> None:
    """Add the flags that the options of all exporters become."""
    from planner.exporters.options import add_flags

    add_flags(export, t)


def export_plan(options: argparse.Namespace, t: Language) -> int:
    """Write one export; the format is that of --format, or else that of the target's ending."""
    from planner.exporters import exporter_for
    from planner.exporters.options import chosen

    exporter = exporter_for(options.format or options.target.name)
    if exporter is None:
        raise RefusedError(
            t(
                "There is no format called {name}; `planner formats` lists all.",
                name=options.format or options.target.name,
            )
        )
    document = read(options.file).document
    given, foreign = chosen(options, exporter)
    if foreign:
        raise RefusedError(t("The format {name} has no option {option}.", name=exporter.name, option=foreign[0]))
    files = exported(document, exporter, options.file, given, t)
    write_files(files, options.target, options.file, () if options.force else exporter.heads, t)
    return OK


def list_formats(_options: argparse.Namespace, t: Language) -> int:
    """Print name, ending and title of each exporter."""
    from planner.exporters import EXPORTERS

    for exporter in EXPORTERS:
        print(f"{exporter.name:8} .{exporter.ending:8} {t(exporter.title)}")
    return OK


def write_files(files: Sequence["NamedFile"], target: Path, own: Path, heads: tuple[bytes, ...], t: Language) -> None:
    """Write the files of an export at a target and beside it, unless one would replace something else."""
    paths = file_paths(target, [file.name for file in files])
    for path in paths[1:]:
        refuse_other(path, heads, t)  # before the first is written, too: all or none
    for path, file in zip(paths, files, strict=True):
        write_export(path, file.data, own=own, may_replace=lambda path=path: refuse_other(path, heads, t))
        print(t("Written: {file}", file=path))


def refuse_other(target: Path, heads: tuple[bytes, ...], t: Language) -> None:
    """Raise RefusedError if a target begins with none of the heads of its format; no heads allow any target."""
    if heads and not begins(target, heads):
        raise RefusedError(
            t(
                "{file} already exists and contains something else. It was not touched; choose another name.",
                file=target,
            )
        )


def exported(
    document: "Document", exporter: "Exporter", file: Path, given: dict[str, Any], t: Language
) -> tuple["NamedFile", ...]:
    """Return the files of an export; without another option its time is that of the last change of the plan's file."""
    from planner.exporters import ExportError

    known: dict[str, Any] = {"language": document.plan.print.language, "made": _changed(file)}
    try:
        return exporter.export(document, exporter.options(**{**known, **given}))
    except ExportError as error:
        raise RefusedError(t("The plan could not be exported: {reason}", reason=error)) from error


def _changed(file: Path) -> datetime:
    """Return when a file was last changed, or the start of 2000 if its clock is outside of 1970 to 9998.

    The year 9999 is left out because a time zone east or west of UTC can lead out of what datetime can hold.
    """
    try:
        made = datetime.fromtimestamp(int(file.stat().st_mtime), UTC)
    except (OSError, OverflowError, ValueError):
        return datetime(2000, 1, 1, tzinfo=UTC)
    return made if 1970 <= made.year < 9999 else datetime(2000, 1, 1, tzinfo=UTC)
