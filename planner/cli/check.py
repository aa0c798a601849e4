"""`planner check`: the problems of a plan, as text or as JSON."""

import argparse
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from planner.cli.commands import Subparsers, add_command
from planner.cli.outcome import ERRORS_FOUND, OK
from planner.clock import Clock
from planner.garbage import collecting_later
from planner.storage import read
from planner.text.language import LANGUAGES, Language, language

if TYPE_CHECKING:
    from planner.checks import Problem
    from planner.model import Plan


def add_check(commands: Subparsers, t: Language) -> None:
    """Add `check`."""
    check = add_command(commands, "check", check_plan, t("check a plan and list its problems"), "file")
    check.add_argument("--json", action="store_true", help=t("for programs: problems with code, subjects and facts"))
    check.add_argument("--lang", choices=LANGUAGES, help=t("language of the sentences"))


@collecting_later()
def check_plan(options: argparse.Namespace, t: Language) -> int:
    """Print the problems; return ERRORS_FOUND if one of them is an error that is not accepted."""
    from planner.checks import Severity, problems

    document = read(options.file).document
    t = language(options.lang) if options.lang else t
    found = problems(document.plan, today=today())
    print(_as_json(document.plan, found, t) if options.json else report(document.plan, found, t))
    errors = any(problem.severity == Severity.ERROR and not problem.accepted for problem in found)
    return ERRORS_FOUND if errors else OK


def today() -> date:
    """Return the date in the time zone of this machine."""
    return Clock().today()


def report(plan: "Plan", found: Sequence["Problem"], t: Language) -> str:
    """Return one line per problem, worst first, accepted ones last."""
    from planner.text import problem_sentence, severity_name

    lines = [
        f"{severity_name(problem.severity, t)}: {problem_sentence(plan, problem, t)}"
        for problem in found
        if not problem.accepted
    ]
    for problem in found:
        if problem.accepted:
            note = f" ({problem.note})" if problem.note else ""
            lines.append(t("Accepted: {problem}", problem=problem_sentence(plan, problem, t)) + note)
    return "\n".join(lines) or t("No problems found.")


def report_heads() -> tuple[bytes, ...]:
    """Return what a report can begin with, in any language."""
    from planner.checks import Severity
    from planner.text import severity_name

    known = [language(code) for code in LANGUAGES]
    severities = [f"{severity_name(severity, t)}: " for t in known for severity in Severity]
    others = [word for t in known for word in (t("No problems found."), t("Accepted: {problem}", problem=""))]
    return tuple(word.encode() for word in (*severities, *others))


def _as_json(plan: "Plan", found: Iterable["Problem"], t: Language) -> str:
    """Return an object with two lists: the open problems and the accepted ones, the latter with their notes."""
    import json

    from planner.text import problem_sentence

    lists: dict[str, list[dict[str, object]]] = {"problems": [], "accepted": []}
    for problem in found:
        entry: dict[str, object] = {
            "code": problem.code,
            "severity": str(problem.severity),
            "subjects": list(problem.subjects),
            "facts": dict(problem.facts),
            "text": problem_sentence(plan, problem, t),
        }
        lists["accepted" if problem.accepted else "problems"].append(
            {**entry, "note": problem.note} if problem.accepted else entry
        )
    return json.dumps(lists, ensure_ascii=False, indent=2)
