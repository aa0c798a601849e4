"""The entry point: runs a command and turns every failure into one sentence and an exit status."""

import contextlib
import io
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from planner.cli.outcome import FAILED, INTERRUPTED, PIPE_CLOSED, RefusedError
from planner.cli.parser import make_parser
from planner.storage import StorageError
from planner.storage.errors import shown
from planner.text.language import Language, language


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status; end quietly on a closed pipe and on Ctrl+C.

    Every other failure is one sentence and FAILED: a traceback would end with the status of ERRORS_FOUND.
    """
    _prepare_streams()
    try:
        try:
            return _run(sys.argv[1:] if arguments is None else list(arguments))
        finally:
            print(end="", flush=True)
    except BrokenPipeError:
        _redirect_to_null(sys.stdout)
        return PIPE_CLOSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        return _failed(_system_sentence(error, language()))
    except Exception as error:  # noqa: BLE001  # the last resort; the sentence names file and line for a bug report
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{type(error).__name__}, {Path(place.filename).name}:{place.lineno}"
        t = language()
        return _failed(t("This is an error in the program ({where}). Please report it.", where=where))


def _run(arguments: list[str]) -> int:
    """Parse the arguments and run the command; a single argument that is no command is a file to open."""
    t = language()
    parser, commands = make_parser(t, arguments)
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


def _failed(sentence: str) -> int:
    """Print what went wrong, if standard error still accepts it, and return FAILED."""
    try:
        print(f"planner: {shown(sentence)}", file=sys.stderr, flush=True)
    except OSError:
        _redirect_to_null(sys.stderr)
    return FAILED


def _system_sentence(error: OSError, t: Language) -> str:
    """Return a sentence for an error of the system; one without a file name came from the output."""
    reason = error.strerror or type(error).__name__
    if error.filename is not None:
        return t("{file} cannot be reached: {reason}.", file=shown(os.fsdecode(error.filename)), reason=reason)
    _redirect_to_null(sys.stdout)
    return t("The output could not be written: {reason}.", reason=reason)


def _redirect_to_null(stream: TextIO) -> None:
    """Redirect a broken stream to the null device, so that the interpreter's flush at exit does not fail, too."""
    with contextlib.suppress(OSError, ValueError):  # in a test the stream has no file descriptor
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _prepare_streams() -> None:
    """Make every name printable: pipes on Windows and LANG=C would raise at an umlaut."""
    encoding = None if "PYTHONIOENCODING" in os.environ else "utf-8"
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=encoding, errors="replace")
