"""The command line: new, check, export, formats, demo, and the way into the window. Imports late, to answer fast."""

import argparse
import contextlib
import io
import os
import sys
import traceback
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TextIO

from planner import __version__
from planner.storage import ANY, SaveConflict, StorageError, begins, read, save_guarded, write_export
from planner.storage.errors import NotFound, shown
from planner.storage.read import bytes_of
from planner.text.language import LANGUAGES, Language, language

if TYPE_CHECKING:
    from planner.checks import Problem
    from planner.exporters import Exporter
    from planner.model import Document, Plan

OK: Final = 0
ERRORS_FOUND: Final = 1
FAILED: Final = 2
INTERRUPTED: Final = 130
PIPE_CLOSED: Final = 141
TEMPLATES: Final = ("osnabrueck", "one-day", "two-day", "empty")
DEMO: Final = "osnabrueck"

Command = Callable[[argparse.Namespace, Language], int]


class RefusedError(Exception):
    """A command that cannot be done; its text is one sentence for the user."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status; a reader that closes the pipe, and Ctrl+C, end it quietly.

    Every failure is one sentence and FAILED, whatever it is: a traceback would end with the status of errors found.
    """
    _prepare_streams()
    try:
        try:
            return _run(sys.argv[1:] if arguments is None else list(arguments))
        finally:
            print(end="", flush=True)
    except BrokenPipeError:
        _let_go(sys.stdout)
        return PIPE_CLOSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        return _failed(_system_sentence(error, language()))
    except Exception as error:  # noqa: BLE001  # the last resort: told with its place, for whoever mends it
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{type(error).__name__}, {Path(place.filename).name}:{place.lineno}"
        t = language()
        return _failed(t("This is a mistake of the program ({where}). Please report it.", where=where))


def _failed(sentence: str) -> int:
    """Say what went wrong, wherever that can still be said."""
    try:
        print(f"planner: {shown(sentence)}", file=sys.stderr, flush=True)
    except OSError:
        _let_go(sys.stderr)
    return FAILED


def _system_sentence(error: OSError, t: Language) -> str:
    """Return what the system refused: a file, or, without a name, the output."""
    reason = error.strerror or type(error).__name__
    if error.filename is not None:
        return t("{file} cannot be reached: {reason}.", file=shown(os.fsdecode(error.filename)), reason=reason)
    _let_go(sys.stdout)
    return t("The output could not be written: {reason}.", reason=reason)


def _let_go(stream: TextIO) -> None:
    """Lead a stream that takes nothing more to nowhere, so that the end of the process does not stumble over it."""
    with contextlib.suppress(OSError, ValueError):  # in a test it is no file
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _prepare_streams() -> None:
    """Let every name be printed: Windows' pipes and LANG=C would stop at an umlaut."""
    encoding = None if "PYTHONIOENCODING" in os.environ else "utf-8"
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=encoding, errors="replace")


def _run(arguments: list[str]) -> int:
    t = language()
    parser, commands = _parser(t, arguments)
    if not arguments or (len(arguments) == 1 and arguments[0] not in commands and not arguments[0].startswith("-")):
        arguments = ["open", *arguments]
    options = parser.parse_args(arguments)
    try:
        status: int = options.run(options, t)
    except StorageError as error:
        sentence = t(error.sentence, **error.facts)
    except RefusedError as error:
        sentence = str(error)
    else:
        return status
    return _failed(sentence)


# The arguments


def _parser(t: Language, arguments: Sequence[str]) -> tuple[argparse.ArgumentParser, Iterable[str]]:
    """Return the parser and its commands; the exporters' flags only where they are wanted."""
    parser = argparse.ArgumentParser(prog="planner", description=t("Plan the sessions of an event."))
    parser.add_argument("--version", action="version", version=f"planner {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    def add(name: str, run: Command, words: str, *paths: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=words)
        command.set_defaults(run=run)
        for path in paths:
            command.add_argument(path, type=Path, metavar=path.upper())
        return command

    new = add("new", _new, t("make a plan from a template"), "file")
    new.add_argument("--template", choices=TEMPLATES, required=True)
    new.add_argument("--title", default="", help=t("what the event is called"))
    new.add_argument("--date", type=day, metavar="YYYY-MM-DD", help=t("its first day"))
    new.add_argument("--people", type=int, help=t("how many people are expected"))
    new.add_argument("--lang", choices=LANGUAGES, help=t("language of the plan"))
    new.add_argument("--force", action="store_true", help=t("overwrite the file"))

    check = add("check", _check, t("say what is wrong with a plan"), "file")
    check.add_argument("--json", action="store_true", help=t("for programs: problems with code, subjects and facts"))
    check.add_argument("--lang", choices=LANGUAGES, help=t("language of the sentences"))

    export = add("export", _export, t("write a calendar, a programme or a table"), "file", "target")
    export.add_argument("--force", action="store_true", help=t("overwrite whatever the target holds, if no plan"))
    export.add_argument("--format", metavar="NAME", help=t("one of `planner formats`; else by the target's ending"))
    if "export" in arguments:
        from planner.exporters.options import add_flags

        add_flags(export, t)

    add("formats", _formats, t("list the formats of export"))
    add("demo", _demo, t("write an example with all its papers"), "dir")
    window = add("open", _open, t("open the window; `planner FILE` does the same"))
    window.add_argument("file", nargs="?", metavar="FILE")
    return parser, commands.choices


def day(text: str) -> date:
    """Read a date as ISO 8601."""
    return date.fromisoformat(text)


# The commands


def _new(options: argparse.Namespace, t: Language) -> int:
    from pydantic import ValidationError

    from planner.examples import template
    from planner.model import new_id

    try:
        document = template(
            options.template,
            plan_id=new_id(),
            title=options.title,
            first=options.date,
            people=options.people,
            language="de" if (options.lang or t.code) == "de" else "en",
        )
    except ValidationError as error:
        raise RefusedError(t("This makes no plan: {reason}", reason=error.errors()[0]["msg"])) from error
    try:
        save_guarded(document, options.file, ANY if options.force else "")
    except SaveConflict as conflict:
        raise RefusedError(
            t("{file} exists already and was not touched; --force overwrites it.", file=options.file)
        ) from conflict
    print(t("Written: {file}", file=options.file))
    return OK


def _check(options: argparse.Namespace, t: Language) -> int:
    from planner.checks import Severity, problems

    document = read(options.file).document
    t = language(options.lang) if options.lang else t
    found = problems(document.plan, today=_today())
    print(_as_json(document.plan, found, t) if options.json else _report(document.plan, found, t))
    errors = any(each.severity == Severity.ERROR and not each.accepted for each in found)
    return ERRORS_FOUND if errors else OK


def _today() -> date:
    """Return the day on this machine's calendar."""
    return datetime.now(UTC).astimezone().date()


def _as_json(plan: "Plan", found: Iterable["Problem"], t: Language) -> str:
    """Return the open problems, and beside them those that are meant so."""
    import json

    from planner.text import problem_sentence

    lists: dict[str, list[dict[str, object]]] = {"problems": [], "accepted": []}
    for each in found:
        entry: dict[str, object] = {
            "code": each.code,
            "severity": str(each.severity),
            "subjects": list(each.subjects),
            "facts": dict(each.facts),
            "text": problem_sentence(plan, each, t),
        }
        lists["accepted" if each.accepted else "problems"].append(
            {**entry, "note": each.note} if each.accepted else entry
        )
    return json.dumps(lists, ensure_ascii=False, indent=2)


def _report(plan: "Plan", found: Sequence["Problem"], t: Language) -> str:
    """Return one line a problem, worst first, those that are meant so last."""
    from planner.text import problem_sentence, severity_name

    lines = [
        f"{severity_name(each.severity, t)}: {problem_sentence(plan, each, t)}" for each in found if not each.accepted
    ]
    for each in found:
        if each.accepted:
            note = f" ({each.note})" if each.note else ""
            lines.append(t("Meant so: {problem}", problem=problem_sentence(plan, each, t)) + note)
    return "\n".join(lines) or t("No problems found.")


def _export(options: argparse.Namespace, t: Language) -> int:
    from planner.exporters import exporter_for
    from planner.exporters.options import chosen

    exporter = exporter_for(options.format or options.target.name)
    if exporter is None:
        raise RefusedError(
            t("No format is called {name}; `planner formats` lists all.", name=options.format or options.target.name)
        )
    document = read(options.file).document
    given, foreign = chosen(options, exporter)
    if foreign:
        raise RefusedError(t("The format {name} has no option {option}.", name=exporter.name, option=foreign[0]))
    data = _exported(document, exporter, options.file, given, t)
    heads = () if options.force else exporter.heads
    write_export(options.target, data, own=options.file, may_replace=lambda: _refuse_other(options.target, heads, t))
    print(t("Written: {file}", file=options.target))
    return OK


def _refuse_other(target: Path, heads: tuple[bytes, ...], t: Language) -> None:
    """Refuse to replace what does not begin like an earlier file of the same kind; without beginnings, nothing."""
    if heads and not begins(target, heads):
        raise RefusedError(
            t("{file} exists already and holds something else. It was not touched; choose another name.", file=target)
        )


def _exported(document: "Document", exporter: "Exporter", file: Path, given: dict[str, Any], t: Language) -> bytes:
    """Return the bytes of an export; made, if nobody says otherwise, when the plan's file was last changed."""
    from planner.exporters import ExportError

    known: dict[str, Any] = {"language": document.plan.print.language, "made": _changed(file)}
    try:
        return exporter.export(document, exporter.options(**{**known, **given}))
    except ExportError as error:
        raise RefusedError(t("The plan could not be exported: {reason}", reason=error)) from error


def _changed(file: Path) -> datetime:
    """Return when a file was last changed; a clock that was never set, or far off, counts as the start of 2000."""
    try:
        made = datetime.fromtimestamp(int(file.stat().st_mtime), UTC)
    except (OSError, OverflowError, ValueError):
        return datetime(2000, 1, 1, tzinfo=UTC)
    return made if 1970 <= made.year < 9999 else datetime(2000, 1, 1, tzinfo=UTC)


def _formats(_options: argparse.Namespace, t: Language) -> int:
    from planner.exporters import EXPORTERS

    for each in EXPORTERS:
        print(f"{each.name:8} .{each.ending:8} {t(each.title)}")
    return OK


def _demo(options: argparse.Namespace, t: Language) -> int:
    from planner.checks import problems
    from planner.examples import osnabrueck
    from planner.exporters import EXPORTERS

    folder: Path = options.dir
    plan = folder / f"{DEMO}.plan"
    try:
        document = read(plan).document
        print(t("Kept as it was: {file}", file=plan))
    except NotFound:
        document = osnabrueck()
        _make_folder(folder, t)
        save_guarded(document, plan, "")
        print(t("Written: {file}", file=plan))
    report = _report(document.plan, problems(document.plan, today=_today()), t) + "\n"
    papers = [
        (f"{DEMO}.{exporter.ending}", _exported(document, exporter, plan, {}, t), exporter.heads)
        for exporter in EXPORTERS
    ]
    for name, data, heads in ((f"{DEMO}-check.txt", report.encode(), _report_heads()), *papers):
        path = folder / name
        write_export(path, data, own=plan, may_replace=lambda path=path, heads=heads: _refuse_other(path, heads, t))
        print(t("Written: {file}", file=path))
    return OK


def _make_folder(folder: Path, t: Language) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise RefusedError(t("The folder {file} cannot be made: {reason}.", file=folder, reason=reason)) from error


def _report_heads() -> tuple[bytes, ...]:
    """Return what a report of the checks begins with, in any language."""
    from planner.checks import Severity
    from planner.text import severity_name

    known = [language(code) for code in LANGUAGES]
    severities = [f"{severity_name(severity, t)}: " for t in known for severity in Severity]
    others = [word for t in known for word in (t("No problems found."), t("Meant so: {problem}", problem=""))]
    return tuple(word.encode() for word in (*severities, *others))


def _open(options: argparse.Namespace, _t: Language) -> int:
    if options.file is not None and not os.path.exists(options.file):  # noqa: PTH110  # this one never raises
        bytes_of(Path(options.file))  # says why
    from planner.ui.app import run

    return run(options.file)
