"""A language of the interface or of print: looks up a message and fills in its placeholders."""

import gettext
import locale
import os
from functools import lru_cache
from typing import Final

from planner.resources import resource

LANGUAGES: Final = ("de", "en")


def mark(message: str) -> str:
    """Return a message unchanged; this marks it, in data, as one to be translated later."""
    return message


class Language:
    """Translates when called: `t("Room {room} is free", room=name)`. Messages in code are English."""

    def __init__(self, code: str, catalogue: gettext.NullTranslations) -> None:
        self.code: Final = code
        self._catalogue = catalogue

    def __call__(self, message: str, /, **values: object) -> str:
        """Return the translated message with its placeholders filled in."""
        if not message:
            return ""
        found = self._catalogue.gettext(message)
        return found.format(**values) if values else found

    def count(self, one: str, many: str, number: int, /, **values: object) -> str:
        """Return the singular or plural form that a number requires in this language."""
        found = self._catalogue.ngettext(one, many, number)
        return found.format(number=number, **values)


@lru_cache
def language(code: str = "") -> Language:
    """Return a language by its code; without one, the user's (PLANNER_LANGUAGE, then the system's), else English."""
    code = code or os.environ.get("PLANNER_LANGUAGE", "") or _systems()
    code = "de" if code.lower().startswith(("de", "german")) else "en"
    path = resource("translations", code, "LC_MESSAGES", "planner.mo")
    if not path.is_file():
        return Language(code, gettext.NullTranslations())
    with path.open("rb") as file:
        return Language(code, gettext.GNUTranslations(file))


def _systems() -> str:
    """Return the system's language; Windows has some that Python cannot parse, such as en-DE."""
    try:
        return locale.getlocale()[0] or ""
    except ValueError:
        return locale.setlocale(locale.LC_CTYPE)
