"""How version-1.plan was made: a document in which no field has its default. The file itself is never made again."""

import sys
from datetime import UTC, date, datetime

from planner.model import (
    Acceptance,
    Audience,
    Available,
    Capacity,
    Contact,
    Contribution,
    Day,
    Document,
    Given,
    Item,
    Kind,
    Ledger,
    Logo,
    Note,
    Number,
    Person,
    Place,
    Plan,
    PrintSettings,
    Registration,
    Release,
    Role,
    Room,
    Round,
    Seat,
    Seating,
    Sent,
    Series,
    Session,
    Settings,
    Share,
    Status,
    Venue,
)
from planner.storage import dump
from tests.strategies import PNG

AT = datetime(2027, 3, 1, 12, 30, tzinfo=UTC)
THERE = (Available(day="day-1", start=480, minutes=600),)
MODERATION = Contribution(
    id="c-day",
    person="anna",
    label="Prof. Dr. A. Müller",
    function="Tagesmoderation",
    organisation="Stadt Osnabrück",
    role=Role.MODERATION,
    status=Status.CONFIRMED,
    asked_on=date(2027, 1, 10),
    answer_by=date(2027, 2, 1),
    print_status=False,
    audience=Audience.ATTENDEES,
)


def document() -> Document:
    """Return the document."""
    given = Given(
        session="open",
        start=AT,
        end=AT.replace(hour=13),
        rooms=("hall",),
        location="Saal",
        title="Eröffnung",
        status="tentative",
        sequence=2,
        at=AT,
    )
    sent = Sent(recipient="anna", session="open", sequence=2, status="confirmed", at=AT)
    ledger = Ledger(releases=(Release(id="rel-1", name="Einladung", at=AT, given=(given,)),), sent=(sent,))
    return Document(plan=_plan(), ledger=ledger)


def _plan() -> Plan:
    return Plan(
        id="plan-1",
        title="Zukunft der Innenstadt",
        subtitle="Fachtag",
        question="Wem gehört die Stadt?",
        introduction="Liebe Gäste,\nherzlich willkommen!",
        organiser="Stadt Osnabrück",
        organiser_email="tagung@example.org",
        imprint="V. i. S. d. P.: Anna Müller",
        zone="America/St_Johns",
        days=_days(),
        kinds=_kinds(),
        rooms=_rooms(),
        people=_people(),
        series=(Series(id="housing", title="Wohnen"),),
        rounds=_rounds(),
        sessions=_sessions(),
        venue=_venue(),
        contact=Contact(name="Büro", email="buero@example.org", phone="0541 0", text="Werktags"),
        notes=(Note(title="Fotos", text="Es wird fotografiert."),),
        logos=(Logo(id="logo", name="Land", group="funders", words="Gefördert vom", width_mm=40, image=PNG),),
        settings=_settings(),
        print=PrintSettings(language="en", times="range", draft=False, as_of=date(2027, 3, 1), show_rooms=False),
        acceptances=(
            Acceptance(
                code="room-small", subjects=("forum",), facts=(("places", 10), ("room", "Saal")), note="So gewollt"
            ),
        ),
    )


def _days() -> tuple[Day, ...]:
    return (
        Day(
            id="day-1",
            date=date(2027, 4, 15),
            title="Erster Tag",
            start=550,
            end=1500,
            end_label="Ausklang",
            contributions=(MODERATION,),
        ),
    )


def _kinds() -> tuple[Kind, ...]:
    return (
        Kind(
            id="walk",
            name="Stadtgang",
            short="Gang",
            family="work",
            colour="#123ABC",
            symbol="feet",
            minutes=45,
            seating=Seating.STANDING,
            needs_room=False,
            in_rounds=True,
            printed=False,
        ),
    )


def _rounds() -> tuple[Round, ...]:
    return (
        Round(
            id="forums",
            title="Foren",
            question="Was jetzt?",
            min_size=5,
            max_size=25,
            seats=(Seat(person="bela", session="forum", pinned=True),),
        ),
    )


def _venue() -> Venue:
    return Venue(
        name="Remarque",
        street="Natruper-Tor-Wall 1",
        postcode="49076",
        town="Osnabrück",
        latitude=52.28,
        longitude=8.04,
        access="Stufenlos",
        travel="Bus 41",
    )


def _rooms() -> tuple[Room, ...]:
    hall = Room(
        id="hall",
        name="Großer Saal",
        capacities=(Capacity(seating=Seating.ROWS, places=120), Capacity(seating=Seating.U_SHAPE, places=40)),
        parts=("half",),
        features=("Beamer", "Bühne"),
        step_free=True,
        hearing_loop=False,
        available=THERE,
        directions="Erdgeschoss links",
        note="Schlüssel an der Pforte",
    )
    return hall, Room(id="half", name="Saal A", capacities=(Capacity(seating=Seating.CIRCLE, places=25),))


def _people() -> tuple[Person, ...]:
    anna = Person(
        id="anna",
        name="Anna Müller",
        function="Dezernentin",
        organisation="Stadt",
        town="Osnabrück",
        email="anna@example.org",
        phone="0541 1",
        group="Rat",
        gender="female",
        languages=("de", "en"),
        registration=Registration.REGISTERED,
        staff=True,
        listed=True,
        available=THERE,
        wishes=("housing",),
        needs=("vegan",),
        note="Reist früher ab",
    )
    return anna, Person(id="bela", name="Béla Bartók", registration=Registration.WAITING)


def _sessions() -> tuple[Session, ...]:
    forum = Session(
        id="forum",
        kind="walk",
        title="Q&A <Intro & A < B",
        subtitle="Vor Ort",
        question="Wie wohnen?",
        description="Ein Gang.\nMit Halt.",
        language="de",
        day="day-1",
        start=1445,
        minutes=50,
        fixed=True,
        places=(Place(room="half", seating=Seating.CIRCLE), Place(room="hall", seating=Seating.BANQUET)),
        attendance=Share(round="forums"),
        min_size=3,
        max_size=20,
        series="housing",
        items=(Item(id="item-1", title="Grußwort", minutes=5, contributions=(Contribution(id="c-1", label="N. N."),)),),
        contributions=(Contribution(id="c-2", person="bela", role=Role.HOST, status=Status.OPEN),),
        audience=Audience.TEAM,
        link="https://example.org/forum",
        responsible="Anna",
        technology="Funkmikrofon",
        material="Karten",
        needs=("Beamer",),
        note="Treffpunkt klären",
    )
    number = Session(id="tea", kind="walk", day="day-1", minutes=20, attendance=Number(number=12))
    return Session(id="open", kind="walk", title="Eröffnung", day="day-1", start=560, minutes=30), number, forum


def _settings() -> Settings:
    return Settings(
        expected=55,
        cap=61,
        staff=4,
        stage_counts=True,
        staff_counts=True,
        grid=10,
        reseating_minutes=21,
        walking_minutes=6,
        longest_without_break=91,
        longest_one_way=46,
        lunch_minutes=61,
        lunch_from=721,
        lunch_until=811,
        arrival_minutes=16,
        interpreter_minutes=31,
        forum_moderation=False,
        forum_minutes=False,
        forum_timekeeping=False,
        one_gender_panel=False,
        largest_speaking_share=71,
        catering=58,
    )


if __name__ == "__main__":
    sys.stdout.buffer.write(dump(document()))
