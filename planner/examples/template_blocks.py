"""The sessions of the neutral templates, day by day, in German and English."""

from typing import Final, Literal, NamedTuple

from planner.model.session import Role

Where = Literal["hall", "work", "arrival", "foyer", "nowhere"]
"""In the hall seated as for a plenary, or at group tables; where people can stand (for arrivals otherwise the hall)."""


class TemplateSession(NamedTuple):
    """One session of a template; one of kind "forum" stands for a whole round of forums."""

    kind: str
    minutes: int
    de: str
    en: str
    where: Where = "hall"
    roles: tuple[Role, ...] = ()
    """Roles that are still to be filled; each becomes an open place, "N. N."."""
    fixed: bool = False


class TemplateDay(NamedTuple):
    """A day of a template; its sessions follow each other from its start."""

    start: int
    sessions: tuple[TemplateSession, ...]


_BREAK: Final = TemplateSession("break", 30, "Kaffeepause", "Coffee break", "foyer")
_CHANGE: Final = TemplateSession(
    "change", 10, "Aufteilung und Wechsel in die Räume", "Split up and change of rooms", "nowhere"
)
_FORUMS: Final = TemplateSession("forum", 70, "Forum", "Forum")
_RETURN: Final = TemplateSession(
    "break", 20, "Kaffee und Rückkehr ins Plenum", "Coffee and return to the plenary", "foyer"
)
_WELCOME: Final = TemplateSession("welcome", 15, "Begrüßung", "Welcome", roles=(Role.WELCOME,))
_TALK: Final = TemplateSession(
    "talk", 30, "Einführung in das Thema", "Introduction to the topic", roles=(Role.SPEAKER,)
)
_QUESTIONS: Final = TemplateSession("plenary", 15, "Rückfragen und Diskussion", "Questions and discussion")
_PANEL: Final = TemplateSession(
    "panel", 60, "Podiumsgespräch", "Panel discussion", roles=(Role.MODERATION, Role.PANEL, Role.PANEL)
)
_WORKSHOP: Final = TemplateSession(
    "workshop",
    60,
    "Werkstatt: Was setzen wir um?",
    "Workshop: what do we put into practice?",
    "work",
    (Role.MODERATION,),
)
_CLOSING: Final = TemplateSession("closing", 30, "Ergebnisse und Ausblick", "Results and outlook", "work")

DAYS: Final[dict[str, tuple[TemplateDay, ...]]] = {
    "empty": (TemplateDay(9 * 60, ()),),
    "one-day": (
        TemplateDay(
            9 * 60,
            (
                TemplateSession("arrival", 30, "Ankommen und Kaffee", "Arrival and coffee", "arrival"),
                _WELCOME,
                _TALK,
                _QUESTIONS,
                _BREAK,
                _PANEL,
                TemplateSession("meal", 75, "Mittagspause", "Lunch", "foyer", fixed=True),
                _CHANGE,
                _FORUMS,
                _RETURN._replace(minutes=25),
                _WORKSHOP,
                _CLOSING,
            ),
        ),
    ),
    "two-day": (
        TemplateDay(
            12 * 60,
            (
                TemplateSession("arrival", 60, "Ankommen und Mittagsimbiss", "Arrival and light lunch", "arrival"),
                _WELCOME,
                _TALK,
                _PANEL._replace(minutes=45),
                _BREAK,
                _CHANGE,
                _FORUMS,
                _RETURN,
                TemplateSession("plenary", 30, "Aus den Foren", "Reports from the forums"),
                TemplateSession("break", 80, "Zeit zum Einchecken", "Time to check in", "nowhere"),
                TemplateSession(
                    "meal", 120, "Abendessen und Gespräche", "Dinner and conversations", "foyer", fixed=True
                ),
            ),
        ),
        TemplateDay(
            9 * 60,
            (
                TemplateSession(
                    "plenary", 15, "Guten Morgen: Rückblick und Tagesplan", "Good morning: looking back and ahead"
                ),
                _CHANGE,
                _FORUMS,
                _RETURN._replace(minutes=25),
                _WORKSHOP,
                _CLOSING._replace(minutes=15),
                TemplateSession("meal", 60, "Mittagessen und Abreise", "Lunch and departure", "foyer"),
            ),
        ),
    ),
}


class TemplateTexts(NamedTuple):
    """The texts of a template besides the titles of its sessions."""

    title: str
    rooms: tuple[str, ...]
    round: str
    series: str
    end: str
    alone: str
    """The title of what a round of forums becomes in a venue with one room."""


TEXTS: Final = {
    "de": TemplateTexts(
        title="Neue Tagung",
        rooms=("Großer Saal", "Raum 1", "Raum 2"),
        round="Forenrunde {number}",
        series="Thema {number}",
        end="Ende der Veranstaltung",
        alone="Arbeit in Gruppen",
    ),
    "en": TemplateTexts(
        title="New event",
        rooms=("Main hall", "Room 1", "Room 2"),
        round="Round {number}",
        series="Topic {number}",
        end="End of the event",
        alone="Work in groups",
    ),
}
