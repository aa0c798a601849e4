"""What is printed around the programme: the venue, the contact, notes and logos."""

import base64
import binascii
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, Field

from planner.model.base import Frozen, Id, Line, Name, Text
from planner.model.marks import KEY, Public

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

    name: Public[Line] = ""
    street: Public[Line] = ""
    postcode: Public[Line] = ""
    town: Public[Line] = ""
    latitude: Public[Annotated[float, Field(ge=-90, le=90)] | None] = None
    longitude: Public[Annotated[float, Field(ge=-180, le=180)] | None] = None
    access: Public[Text] = ""
    travel: Public[Text] = ""


class Contact(Frozen):
    """The contact for guests: e-mail and telephone of an office, meant to be published."""

    name: Public[Name] = ""
    email: Public[Line] = ""
    phone: Public[Line] = ""
    text: Public[Text] = ""


class Note(Frozen):
    """A titled paragraph below the programme."""

    title: Public[Annotated[Line, KEY]]
    text: Public[Text]


class Logo(Frozen):
    """A logo; organisers are printed above the programme, funders below it with their words."""

    id: Id
    name: Public[Line]
    group: Public[Literal["organisers", "funders"]] = "organisers"
    words: Public[Line] = ""
    width_mm: Public[Annotated[int, Field(ge=10, le=80)]] = 35
    image: Public[Annotated[str, Field(max_length=MAX_LOGO), AfterValidator(_image)]] = ""
