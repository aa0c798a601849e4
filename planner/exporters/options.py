"""Derives the flags of the command line from the options of the exporters; `choices` does so for the dialog."""

import argparse
from datetime import UTC, datetime
from typing import Any, Final, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from planner.exporters import EXPORTERS, Exporter
from planner.model import Audience
from planner.text.language import Language

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2999


def add_flags(parser: argparse.ArgumentParser, t: Language) -> None:
    """Add a flag for each field of the exporters' options; those not given are missing from the parsed arguments."""
    for name, field in _fields().items():
        flags = ["--lang", "--language"] if name == "language" else [_flag(name)]
        parser.add_argument(
            *flags, dest=name, help=t(field.description or ""), default=argparse.SUPPRESS, **_kind(field.annotation)
        )


def _fields() -> dict[str, FieldInfo]:
    """Return the fields of all exporters' options by name."""
    return {name: field for exporter in EXPORTERS for name, field in exporter.options.model_fields.items()}


def _kind(annotation: Any) -> dict[str, Any]:  # noqa: ANN401  # a type as typing gives it, and argparse's own names
    if get_origin(annotation) is Literal:
        return {"choices": list(get_args(annotation))}
    if annotation is Audience:
        return {"type": Audience, "choices": [audience for audience in Audience if _offered(audience)]}
    if annotation is bool:
        return {"action": argparse.BooleanOptionalAction}
    if annotation in {int, float, str}:
        return {"type": annotation}
    return {"type": moment, "metavar": "YYYY-MM-DDTHH:MM"}


def _offered(audience: Audience) -> bool:
    """Return whether any format can be made for an audience."""
    return any(audience in exporter.audiences for exporter in EXPORTERS)


def moment(text: str) -> datetime:
    """Return a time given in ISO 8601, in UTC unless it has a zone; raises ValueError outside the years of a plan."""
    found = datetime.fromisoformat(text)
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise ValueError(text)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def chosen(given: argparse.Namespace, exporter: Exporter) -> tuple[dict[str, Any], list[str]]:
    """Return the options that were given, and the flags of those that this exporter does not have."""
    options = {name: value for name, value in vars(given).items() if name in _fields()}
    foreign = [_flag(name) for name in options if name not in exporter.options.model_fields]
    return options, foreign


def _flag(name: str) -> str:
    return "--" + name.replace("_", "-")
