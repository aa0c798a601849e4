"""What all examples share: house, rooms, topics, logos, and the words around the programme."""

from datetime import date
from typing import Final

from planner.model.plan import Day, Plan
from planner.model.room import Available, Capacity, Room, Seating
from planner.model.round import Round, Seat, Series
from planner.model.samples.people import CHOICES, GUESTS, STAFF, participants
from planner.model.session import Audience, Contribution, Place, Role, Session, Share, Status
from planner.model.settings import PrintSettings, Settings
from planner.model.venue import Contact, Logo, Note, Venue

MONDAY: Final = date(2017, 6, 19)
AS_OF: Final = date(2017, 5, 12)

HALL: Final = Place(room="r-saal", seating=Seating.ROWS)
FOYER: Final = Place(room="r-foyer", seating=Seating.STANDING)


def _room(room: str, name: str, *capacities: tuple[Seating, int], directions: str, loop: bool = False) -> Room:
    return Room(
        id=room,
        name=name,
        capacities=tuple(Capacity(seating=seating, places=places) for seating, places in capacities),
        step_free=True,
        hearing_loop=loop,
        features=("Beamer", "Leinwand", "Höranlage") if loop else (),
        directions=directions,
    )


ROOMS: Final = (
    _room(
        "r-saal",
        "Großer Saal",
        (Seating.ROWS, 80),
        (Seating.GROUPS, 48),
        loop=True,
        directions="Erdgeschoss, geradeaus durch das Foyer",
    ),
    _room("r-hase", "Raum Hase", (Seating.CIRCLE, 20), directions="1. Stock, Aufzug"),
    _room("r-piesberg", "Raum Piesberg", (Seating.CIRCLE, 16), directions="1. Stock, Aufzug"),
    _room("r-dom", "Raum Dom", (Seating.CIRCLE, 14), directions="1. Stock, Aufzug"),
    _room("r-atelier", "Atelier", (Seating.GROUPS, 14), directions="Erdgeschoss, links vom Foyer"),
    _room("r-foyer", "Foyer", (Seating.STANDING, 80), directions="Erdgeschoss, Eingang"),
)

TOPICS: Final = (
    Series(id="t-1", title="Integrationsbeauftragte"),
    Series(id="t-2", title="Gleichstellungsbeauftragte"),
    Series(id="t-3", title="Politik und Verwaltung"),
    Series(id="t-4", title="Migrantische Organisationen"),
)

FORUMS: Final = (
    ("Wen brauche ich, wer braucht mich?", Place(room="r-hase", seating=Seating.CIRCLE)),
    ("Wie denken wir Gender mit?", Place(room="r-piesberg", seating=Seating.CIRCLE)),
    ("Wer entscheidet, und wann?", Place(room="r-dom", seating=Seating.CIRCLE)),
    ("Was heißt auf Augenhöhe?", Place(room="r-atelier", seating=Seating.GROUPS)),
)
"""Guiding question and place of each topic's forum."""

_WITH: Final = (
    ("p-d-muster", None),
    ("p-e-muster", "p-f-beispiel"),
    ("p-g-muster", "p-h-beispiel"),
    ("p-i-muster", "p-k-beispiel"),
)
"""Who gives the input and who moderates each topic's forum; nobody moderates the first one yet."""

_WITH_LOOP: Final = frozenset({"4", "b2"})
"""The forums in which somebody who needs a hearing loop has a seat."""

_LOGOS: Final = (
    Logo(id="l-veranstalterin", name="Logo Veranstalterin"),
    Logo(id="l-stadt", name="Logo Stadt"),
    Logo(id="l-ministerium", name="Logo Ministerium", group="funders", words="Im Auftrag des"),
    Logo(id="l-partner", name="Logo Partner", group="funders", words="In Kooperation mit"),
)

_INTRODUCTION: Final = (
    "Wie lassen sich geschlechterspezifische Themen gemeinsam mit Migrantinnen und Migranten in der kommunalen "
    "Entwicklungspolitik mitdenken, und wie arbeiten die Fachbereiche einer Kommune dabei zusammen? "
    "{what} für Verwaltung, Politik, migrantische Organisationen und Vereine."
)
_IMPRINT: Final = "V. i. S. d. P.: …\nBeispiel: Haus, Räume, Uhrzeiten und Personen sind erfunden."


def plan(
    plan_id: str,
    days: tuple[Day, ...],
    rounds: tuple[Round, ...],
    sessions: tuple[Session, ...],
    *,
    what: str,
    late: dict[int, tuple[Available, ...]],
    notes: tuple[Note, ...] = (),
) -> Plan:
    """Return the event with its people, house and papers around a programme."""
    return Plan(
        id=plan_id,
        title="7. Bundesweites Netzwerktreffen Migration und Entwicklung auf kommunaler Ebene",
        subtitle="Geschlechtergerechtigkeit und innerkommunale Zusammenarbeit",
        introduction=_INTRODUCTION.format(what=what),
        organiser="Servicestelle Kommunen in der Einen Welt",
        organiser_email="netzwerk@beispiel.example",
        imprint=_IMPRINT,
        days=days,
        rooms=ROOMS,
        people=(*GUESTS, *STAFF, *participants(late)),
        series=TOPICS,
        rounds=rounds,
        sessions=sessions,
        venue=Venue(
            name="Tagungshaus (Beispiel)",
            street="Musterstraße 1",
            town="Osnabrück",
            access="Alle Räume stufenlos. Höranlage im Großen Saal. Gebärdensprache bitte bis 22. Mai anmelden.",
            travel="Zehn Minuten zu Fuß vom Hauptbahnhof. Parkplätze am Haus.",
        ),
        contact=Contact(
            name="N. Beispiel",
            email="netzwerk@beispiel.example",
            phone="0000 000",
            text="bis 1. Juni, höchstens 60 Personen.",
        ),
        notes=notes,
        logos=_LOGOS,
        settings=Settings(expected=60, cap=60, staff=6, catering=80),
        print=PrintSettings(draft=True, as_of=AS_OF),
    )


def moderation(key: str, audience: Audience = Audience.TEAM) -> Contribution:
    """Return the moderator of the day in one more place; guests read her name once, at the top of the day."""
    return Contribution(id=key, person="p-m-beispiel", role=Role.MODERATION, status=Status.CONFIRMED, audience=audience)


def interpreters(key: str) -> tuple[Contribution, ...]:
    """Return who interprets all day: two for Arabic and two for sign language, as one alone tires soon."""
    return tuple(
        Contribution(
            id=f"{key}-{short}-{number}",
            label=f"{label} ({number} von 2)",
            role=Role.INTERPRETER,
            status=Status.CONFIRMED,
            audience=Audience.TEAM,
        )
        for short, label in (("arabisch", "Dolmetschen Arabisch"), ("gebaerden", "Gebärdensprache"))
        for number in (1, 2)
    )


def forums(number: int, day: str, start: int, minutes: int, key: str = "") -> tuple[Session, ...]:
    """Return the four forums of a round, side by side; the key keeps the ids of two rounds apart."""
    return tuple(
        Session(
            id=f"s-forum-{key}{topic}",
            kind="forum",
            title=f"Forum {topic}: {TOPICS[topic - 1].title}",
            question=question,
            day=day,
            start=start,
            minutes=minutes,
            places=(place,),
            attendance=Share(round=f"g-{number}"),
            series=f"t-{topic}",
            contributions=_forum_credits(topic, key),
            responsible=STAFF[topic].name,
            technology="Mobile Höranlage" if f"{key}{topic}" in _WITH_LOOP else "",
            material="Moderationskoffer, 2 Pinnwände, Karten in vier Farben",
            note="Ergebnis: drei Erfolgsfaktoren auf Karten, fertig zum Mitnehmen ins Plenum.",
        )
        for topic, (question, place) in enumerate(FORUMS, 1)
    )


def _forum_credits(topic: int, key: str) -> tuple[Contribution, ...]:
    speaker, moderator = _WITH[topic - 1]
    asked = speaker == "p-g-muster"
    return (
        Contribution(
            id=f"c-forum-{key}{topic}-input",
            person=speaker,
            status=Status.ASKED if asked else Status.CONFIRMED,
            asked_on=date(2017, 5, 8) if asked else date(2017, 3, 20),
            answer_by=date(2017, 5, 22) if asked else None,
        ),
        Contribution(
            id=f"c-forum-{key}{topic}-moderation",
            person=moderator,
            label="" if moderator else "N. N.",
            role=Role.MODERATION,
            status=Status.CONFIRMED if moderator else Status.OPEN,
        ),
        Contribution(
            id=f"c-forum-{key}{topic}-protokoll",
            person=f"p-team-{topic + 1}",
            role=Role.MINUTES,
            status=Status.CONFIRMED,
            audience=Audience.TEAM,
        ),
        Contribution(
            id=f"c-forum-{key}{topic}-zeitwache",
            label="Jemand aus dem Forum",
            role=Role.TIMEKEEPING,
            status=Status.CONFIRMED,
            audience=Audience.TEAM,
        ),
    )


def seats(wish: int, key: str = "") -> tuple[Seat, ...]:
    """Seat everyone by the first (0) or second (1) wish."""
    return tuple(
        Seat(person=f"p-{number:02}", session=f"s-forum-{key}{choice[wish]}")
        for number, choice in enumerate(CHOICES, 1)
    )
