"""What is printed around the programme: the venue, the contact, notes and logos."""

import base64
import binascii
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, Field

from planner.model.base import Frozen, Id, Line, Name, Text

MAX_LOGO: Final = 2_000_000


def _image(value: str) -> str:
    try:
        data = base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError):
        message = "an image is not base64"
        raise ValueError(message) from None
    if value and not data.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")):
        message = "an image is neither PNG nor JPEG"
        raise ValueError(message)
    return value


class Venue(Frozen):
    """The place of the event, its address, and how to get there."""

    name: Line = ""
    street: Line = ""
    postcode: Line = ""
    town: Line = ""
    latitude: Annotated[float, Field(ge=-90, le=90)] | None = None
    longitude: Annotated[float, Field(ge=-180, le=180)] | None = None
    access: Text = ""
    travel: Text = ""


class Contact(Frozen):
    """The contact for guests: e-mail and telephone of an office, meant to be published."""

    name: Name = ""
    email: Line = ""
    phone: Line = ""
    text: Text = ""


class Note(Frozen):
    """A titled paragraph below the programme."""

    title: Line
    text: Text


class Logo(Frozen):
    """A logo; organisers are printed above the programme, funders below it with their words."""

    id: Id
    name: Line
    group: Literal["organisers", "funders"] = "organisers"
    words: Line = ""
    width_mm: Annotated[int, Field(ge=10, le=80)] = 35
    image: Annotated[str, Field(max_length=MAX_LOGO), AfterValidator(_image)] = ""
