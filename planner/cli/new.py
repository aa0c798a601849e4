"""`planner new`: a plan made from a template."""

import argparse
from datetime import date
from typing import Final

from planner.cli.commands import Subparsers, add_command
from planner.cli.outcome import OK, RefusedError
from planner.storage import ANY, SaveConflict, save_guarded
from planner.text.language import LANGUAGES, Language

TEMPLATES: Final = ("osnabrueck", "one-day", "two-day", "empty")
"""The names in planner.examples.TEMPLATES, whose import would slow down every other command."""


def add_new(commands: Subparsers, t: Language) -> None:
    """Add `new`."""
    new = add_command(commands, "new", make_plan, t("create a plan from a template"), "file")
    new.add_argument("--template", choices=TEMPLATES, required=True)
    new.add_argument("--title", default="", help=t("what the event is called"))
    new.add_argument("--date", type=day, metavar="YYYY-MM-DD", help=t("its first day"))
    new.add_argument("--people", type=int, help=t("how many people are expected"))
    new.add_argument("--lang", choices=LANGUAGES, help=t("language of the plan"))
    new.add_argument("--force", action="store_true", help=t("overwrite the file"))


def day(text: str) -> date:
    """Read a date in ISO 8601; argparse names the function in its message about a wrong one."""
    return date.fromisoformat(text)


def make_plan(options: argparse.Namespace, t: Language) -> int:
    """Write a new plan; refuse to overwrite a file without --force."""
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
        raise RefusedError(t("No plan can be made from this: {reason}", reason=error.errors()[0]["msg"])) from error
    try:
        save_guarded(document, options.file, ANY if options.force else "")
    except SaveConflict as conflict:
        raise RefusedError(
            t("{file} already exists and was not touched; --force overwrites it.", file=options.file)
        ) from conflict
    print(t("Written: {file}", file=options.file))
    return OK
