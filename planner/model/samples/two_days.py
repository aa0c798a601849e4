"""The event from lunch to lunch: the same topics in two rounds, and an evening between them."""

from datetime import date, timedelta
from typing import Final

from planner.model.document import Document
from planner.model.plan import Day
from planner.model.room import Available
from planner.model.round import Round
from planner.model.samples.event import FOYER, HALL, MONDAY, forums, interpreters, moderation, plan, seats
from planner.model.samples.one_day import osnabrueck
from planner.model.session import Audience, Contribution, Item, Role, Session, Status
from planner.model.venue import Note

_FIRST: Final = "d-1"
_SECOND: Final = "d-2"

_KEPT: Final = (
    ("s-aktionsplan", _FIRST, 13 * 60 + 30, 30),
    ("s-fallen", _FIRST, 14 * 60, 25),
    ("s-kaffee", _FIRST, 14 * 60 + 25, 20),
    ("s-podium", _FIRST, 14 * 60 + 45, 60),
    ("s-wechsel", _FIRST, 15 * 60 + 45, 15),
    ("s-rueckkehr", _FIRST, 17 * 60 + 10, 20),
    ("s-logiken", _SECOND, 9 * 60, 20),
    ("s-werkstatt", _SECOND, 10 * 60 + 50, 50),
    ("s-ergebnisse", _SECOND, 11 * 60 + 40, 20),
)
"""What the single day has too: id, day, start and minutes here."""


def _welcome(number: int, title: str, label: str, *, asked: bool) -> Item:
    return Item(
        id=f"i-begruessung-{number}",
        title=title,
        minutes=10,
        contributions=(
            Contribution(
                id=f"c-begruessung-{number}",
                label=label,
                role=Role.WELCOME,
                status=Status.ASKED if asked else Status.CONFIRMED,
                asked_on=date(2017, 4, 24) if asked else None,
                answer_by=date(2017, 5, 19) if asked else None,
            ),
        ),
    )


_MONDAY: Final = (
    Session(
        id="s-ankommen",
        kind="arrival",
        title="Ankommen, Anmeldung, Mittagsimbiss",
        day=_FIRST,
        start=12 * 60,
        minutes=60,
        places=(FOYER,),
        responsible="N. Beispiel",
        material="Namensschilder, Tagungsmappen, Imbiss für 80",
    ),
    Session(
        id="s-begruessung",
        kind="welcome",
        title="Begrüßung",
        day=_FIRST,
        start=13 * 60,
        minutes=30,
        places=(HALL,),
        items=(
            _welcome(1, "Grußwort der Stadt", "Vertreterin der Stadt Osnabrück", asked=True),
            _welcome(2, "Grußwort des Ministeriums", "Staatssekretärin (Beispiel)", asked=True),
            _welcome(3, "Was wir vorhaben", "Leitung der Servicestelle Kommunen in der Einen Welt", asked=False),
        ),
        technology="Rednerpult, Höranlage",
        note="Die Reihenfolge der Grußworte ist abgesprochen.",
    ),
    *forums(1, _FIRST, 16 * 60, 70),
    Session(
        id="s-blitzlicht",
        kind="plenary",
        title="Blitzlichter aus den Foren",
        question="Was nehmen wir in die zweite Runde mit?",
        day=_FIRST,
        start=17 * 60 + 30,
        minutes=20,
        places=(HALL,),
        contributions=(moderation("c-blitzlicht-moderation"),),
    ),
    Session(id="s-zimmer", kind="break", title="Zeit zum Einchecken", day=_FIRST, start=17 * 60 + 50, minutes=40),
    Session(
        id="s-abend",
        kind="meal",
        title="Abendessen und Markt der Projekte",
        day=_FIRST,
        start=18 * 60 + 30,
        minutes=120,
        fixed=True,
        places=(FOYER,),
        responsible="N. Beispiel",
        material="Stellwände, Tische, Buffet für 80",
        note="Der Abend ist freiwillig; die Küche plant mit allen.",
    ),
)

_TUESDAY: Final = (
    Session(
        id="s-wechsel-2",
        kind="change",
        title="Wechsel in die Räume",
        day=_SECOND,
        start=9 * 60 + 20,
        minutes=10,
    ),
    *forums(2, _SECOND, 9 * 60 + 30, 60, key="b"),
    Session(
        id="s-rueckkehr-2",
        kind="break",
        title="Kaffee und Rückkehr ins Plenum",
        day=_SECOND,
        start=10 * 60 + 30,
        minutes=20,
        places=(FOYER,),
    ),
    Session(
        id="s-mittag",
        kind="meal",
        title="Mittagessen und Abreise",
        day=_SECOND,
        start=12 * 60,
        minutes=60,
        fixed=True,
        places=(FOYER,),
        material="Buffet für 80, Tüten für die Fahrt",
    ),
)

_LATE: Final = {
    17: (
        Available(day=_FIRST, start=14 * 60 + 15, minutes=6 * 60 + 15),
        Available(day=_SECOND, start=9 * 60, minutes=4 * 60),
    ),
    53: (
        Available(day=_FIRST, start=15 * 60 + 30, minutes=5 * 60),
        Available(day=_SECOND, start=9 * 60, minutes=4 * 60),
    ),
}
_NOTES: Final = (
    Note(title="Unterkunft", text="Zimmer sind bis 19. Mai unter dem Stichwort „Netzwerktreffen“ vorgemerkt."),
    Note(title="Fotos", text="Wir fotografieren. Wer nicht auf ein Bild möchte, nimmt ein Schild mit rotem Punkt."),
)


def osnabrueck_two_days() -> Document:
    """Return the event from Monday noon to Tuesday noon: everyone has two of four topics."""
    known = osnabrueck().plan.session_by_id
    kept = tuple(known[key].changed(day=day, start=start, minutes=minutes) for key, day, start, minutes in _KEPT)
    question = "Welchen Logiken folgen die anderen, und wie gewinne ich sie für eine Zusammenarbeit?"
    return Document(
        plan=plan(
            "osnabrueck-2017-zwei-tage",
            days=(
                _day(_FIRST, 0, (12 * 60, 20 * 60 + 30), "Ende des ersten Tages"),
                _day(_SECOND, 1, (9 * 60, 13 * 60), "Ende der Veranstaltung"),
            ),
            rounds=(
                Round(id="g-1", title="Forenrunde 1", question=question, seats=seats(0)),
                Round(id="g-2", title="Forenrunde 2", question="Und was sagen die anderen?", seats=seats(1, "b")),
            ),
            sessions=tuple(sorted((*_MONDAY, *_TUESDAY, *kept), key=lambda each: (each.day or "", each.start or 0))),
            what="Zwei Tage",
            late=_LATE,
            notes=_NOTES,
        )
    )


def _day(key: str, after: int, hours: tuple[int, int], end_label: str) -> Day:
    return Day(
        id=key,
        date=MONDAY + timedelta(after),
        start=hours[0],
        end=hours[1],
        end_label=end_label,
        contributions=(moderation(f"c-tag-{after + 1}", Audience.PUBLIC), *interpreters(f"c-tag-{after + 1}")),
    )
