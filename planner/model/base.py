"""The base class of all parts of the document, and the kinds of text that they may hold."""

import re
import secrets
import unicodedata
from typing import Annotated, Any, Final, Self, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints

MAX_TITLE: Final = 300
MAX_TEXT: Final = 20_000

_LINE_ENDS: Final = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
"""What other programs break lines with: Word a vertical tab, PDFs a form feed, mainframes NEL."""
_LIGATURES: Final = str.maketrans(
    {chr(sign): unicodedata.normalize("NFKC", chr(sign)) for sign in range(0xFB00, 0xFB07)}
)
"""Letters that a PDF has set as one sign; no name and no word is spelt with it, and few fonts have it."""
_CONTROLS: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")
_SURROGATES: Final = re.compile("[\ud800-\udfff]")
_BIDI: Final = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c\u200b\u2060]")
_BREAKS: Final = re.compile(r"\n+")


class Frozen(BaseModel):
    """A value: immutable, strict, without unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)

    def changed(self, **updates: Any) -> Self:  # noqa: ANN401  # checked by validation, at run time
        """Return a validated copy with some fields replaced, sharing with this one all that is equal.

        If nothing differs, it is this very value, so that views and undo can go by identity.
        """
        names = type(self).model_fields
        if all(name in names and getattr(self, name) is value for name, value in updates.items()):
            return self
        kept = {name: getattr(self, name) for name in names if name not in updates}
        new = type(self).model_validate({**kept, **updates})
        kept |= {name: getattr(self, name) for name in updates if getattr(new, name) == getattr(self, name)}
        if len(kept) == len(names):
            return self
        vars(new).update(kept)
        return new


def new_id() -> str:
    """Return a random id that was never used before (60 bits)."""
    return "".join(secrets.choice("abcdefghjkmnpqrstuvwxyz23456789") for _ in range(12))


def clean_text(value: object) -> object:
    """Return text that every format can carry: NFC, LF line ends, no control characters, no lone surrogates."""
    if not isinstance(value, str):
        return value
    if value.isascii() and value.isprintable():
        return value
    value = _SURROGATES.sub("\ufffd", value)
    value = _CONTROLS.sub("", _LINE_ENDS.sub("\n", value).translate(_LIGATURES))
    return unicodedata.normalize("NFC", value)


def clean_line(value: object) -> object:
    """Return clean text on a single line, without space at its ends."""
    value = clean_text(value)
    if not isinstance(value, str):
        return value
    parts = (part.strip() for part in _BREAKS.split(value))
    return " ".join(part for part in parts if part).replace("\t", " ")


def clean_name(value: object) -> object:
    """Return a clean line without invisible and direction-changing characters, which names must not contain."""
    return clean_line(_BIDI.sub("", value)) if isinstance(value, str) else value


Id: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$")]
Line: TypeAlias = Annotated[str, BeforeValidator(clean_line), StringConstraints(max_length=MAX_TITLE)]
Name: TypeAlias = Annotated[str, BeforeValidator(clean_name), StringConstraints(max_length=MAX_TITLE)]
Text: TypeAlias = Annotated[str, BeforeValidator(clean_text), StringConstraints(max_length=MAX_TEXT)]
