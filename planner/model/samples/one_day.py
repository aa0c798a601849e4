"""The day in Osnabrück: a clean plan that shows what a plan can hold."""

from datetime import date
from typing import Final

from planner.model.document import Document
from planner.model.plan import Day
from planner.model.room import Available
from planner.model.round import Round
from planner.model.samples.event import FOYER, HALL, MONDAY, forums, interpreters, moderation, plan, seats
from planner.model.session import Audience, Contribution, Role, Session, Status

_DAY: Final = "d-1"
_HALL: Final = (HALL,)
_FOYER: Final = (FOYER,)

_WELCOME: Final = (
    Session(
        id="s-ankommen",
        kind="arrival",
        title="Ankommen, Anmeldung, Kaffee",
        day=_DAY,
        start=9 * 60 + 30,
        minutes=30,
        places=_FOYER,
        responsible="N. Beispiel",
        material="Namensschilder, Tagungsmappen, Liste der Foren mit Farbpunkten",
        note="Tresen ab 8:45 Uhr besetzt; Punkte auf dem Namensschild zeigen das Forum.",
    ),
    Session(
        id="s-begruessung",
        kind="welcome",
        title="Begrüßung",
        day=_DAY,
        start=10 * 60,
        minutes=20,
        places=_HALL,
        contributions=(
            Contribution(
                id="c-begruessung-1",
                label="Vertreterin der Stadt Osnabrück",
                role=Role.WELCOME,
                status=Status.ASKED,
                asked_on=date(2017, 4, 24),
                answer_by=date(2017, 5, 19),
            ),
            Contribution(
                id="c-begruessung-2",
                label="Leitung der Servicestelle Kommunen in der Einen Welt",
                role=Role.WELCOME,
                status=Status.CONFIRMED,
            ),
        ),
        responsible="N. Beispiel",
        technology="Rednerpult, Höranlage",
    ),
    Session(
        id="s-aktionsplan",
        kind="talk",
        title="Der Entwicklungspolitische Aktionsplan zur Gleichberechtigung der Geschlechter 2016–2020",
        day=_DAY,
        start=10 * 60 + 20,
        minutes=30,
        places=_HALL,
        contributions=(
            Contribution(
                id="c-aktionsplan-1",
                label="Referentin",
                organisation="Bundesministerium für wirtschaftliche Zusammenarbeit und Entwicklung",
                status=Status.ASKED,
                asked_on=date(2017, 4, 10),
                answer_by=date(2017, 5, 26),
            ),
        ),
        responsible="V. Beispiel",
        technology="Beamer, Laptop, Funkmikrofon",
        note="Folien bis 16. Juni erbeten. Bei Absage: eigener Überblick, 20 Minuten.",
    ),
    Session(
        id="s-fallen",
        kind="talk",
        title="Fallen und gute Praxis",
        question="Was ändert sich, wenn jedes Projekt nach seinen Folgen für Frauen gefragt wird?",
        day=_DAY,
        start=10 * 60 + 50,
        minutes=25,
        places=_HALL,
        contributions=(Contribution(id="c-fallen-1", label="N. N.", organisation="Hochschule", status=Status.OPEN),),
        responsible="V. Beispiel",
        technology="Beamer, Laptop",
        note="Zwei Hochschulen angeschrieben, Honorar geklärt.",
    ),
    Session(
        id="s-kaffee",
        kind="break",
        title="Kaffeepause",
        day=_DAY,
        start=11 * 60 + 15,
        minutes=20,
        places=_FOYER,
        material="Kaffee, Tee, Obst für 80",
    ),
)

_PANEL: Final = (
    Session(
        id="s-podium",
        kind="panel",
        title="Geschlechtergerechtigkeit in der kommunalen Entwicklungspolitik",
        question="Welche Rolle können Gleichstellungsbeauftragte übernehmen?",
        day=_DAY,
        start=11 * 60 + 35,
        minutes=60,
        places=_HALL,
        contributions=(
            moderation("c-podium-moderation"),
            Contribution(
                id="c-podium-1",
                person="p-a-muster",
                role=Role.PANEL,
                status=Status.ASKED,
                asked_on=date(2017, 4, 11),
                answer_by=date(2017, 5, 2),
            ),
            Contribution(id="c-podium-2", person="p-b-muster", role=Role.PANEL, status=Status.CONFIRMED),
            Contribution(id="c-podium-3", person="p-c-muster", role=Role.PANEL, status=Status.CONFIRMED),
            Contribution(id="c-podium-4", label="N. N.", role=Role.PANEL, status=Status.OPEN),
        ),
        responsible="V. Beispiel",
        technology="5 Sessel, 5 Ansteckmikrofone, 2 Saalmikrofone",
        note="Bei A. Muster nachfassen: die Frist ist vorbei.",
    ),
    Session(
        id="s-mittag",
        kind="meal",
        title="Mittagspause",
        day=_DAY,
        start=12 * 60 + 35,
        minutes=60,
        fixed=True,
        places=_FOYER,
        responsible="N. Beispiel",
        material="Buffet für 80, Zahlen der Sonderkost an die Küche",
        note="Die Küche liefert um 12:30 Uhr und kann nicht schieben.",
    ),
)

_AFTERNOON: Final = (
    Session(
        id="s-logiken",
        kind="plenary",
        title="Handlungslogiken in der Kommune: Einführung in den zweiten Teil",
        day=_DAY,
        start=13 * 60 + 35,
        minutes=20,
        places=_HALL,
        responsible="M. Beispiel",
        technology="Beamer, Laptop",
    ),
    Session(
        id="s-wechsel",
        kind="change",
        title="Aufteilung und Wechsel in die Räume",
        day=_DAY,
        start=13 * 60 + 55,
        minutes=10,
        note="Aufzug für den 1. Stock frei halten.",
    ),
    *forums(1, _DAY, 14 * 60 + 5, 70),
    Session(
        id="s-rueckkehr",
        kind="break",
        title="Kaffee und Rückkehr ins Plenum",
        day=_DAY,
        start=15 * 60 + 15,
        minutes=20,
        places=_FOYER,
        material="Kaffee, Tee, Kuchen für 80",
    ),
    Session(
        id="s-werkstatt",
        kind="workshop",
        title="Kooperationswerkstatt: modulare Erfolgsfaktoren",
        question="Welche Hürden gibt es, welche Lösungen können wir benennen?",
        day=_DAY,
        start=15 * 60 + 35,
        minutes=60,
        places=_HALL,
        contributions=(moderation("c-werkstatt-moderation"),),
        responsible="M. Beispiel",
        technology="2 Saalmikrofone",
        material="8 Pinnwände, Karten und Klebepunkte aus den Foren",
        note="In Reihen, weil der Saal an Gruppentischen nur 48 fasst: Murmelgruppen zu dritt, Stühle drehen.",
    ),
    Session(
        id="s-ergebnisse",
        kind="closing",
        title="Ergebnisse und Ausblick",
        day=_DAY,
        start=16 * 60 + 35,
        minutes=25,
        places=_HALL,
        responsible="Servicestelle Kommunen in der Einen Welt",
        technology="Rednerpult, Kamera für die Pinnwände",
    ),
)

_TRAY: Final = (
    Session(
        id="s-film",
        kind="talk",
        title="Film: SiSTERS",
        minutes=20,
        responsible="V. Beispiel",
        technology="Beamer, Lautsprecher",
        note="Wenn die Hochschule absagt.",
    ),
    Session(
        id="s-markt",
        kind="workshop",
        title="Markt der Projekte",
        minutes=30,
        responsible="N. Beispiel",
        material="Stellwände, Tische",
    ),
)


_LATE: Final = {
    17: (Available(day=_DAY, start=11 * 60 + 15, minutes=5 * 60 + 45),),
    53: (Available(day=_DAY, start=13 * 60 + 30, minutes=3 * 60 + 30),),
}
"""Who comes later, and until when: with the train at eleven, and after the morning's work."""


def osnabrueck() -> Document:
    """Return the day in Osnabrück: 60 people, four forums, everything decided but a few answers."""
    return Document(
        plan=plan(
            "osnabrueck-2017",
            days=(
                Day(
                    id=_DAY,
                    date=MONDAY,
                    start=9 * 60 + 30,
                    end=17 * 60,
                    end_label="Ende der Veranstaltung",
                    contributions=(moderation("c-tag-1", Audience.PUBLIC), *interpreters("c-tag-1")),
                ),
            ),
            rounds=(
                Round(
                    id="g-1",
                    title="Forenrunde 1",
                    question="Welchen Logiken folgen die anderen, und wie gewinne ich sie für eine Zusammenarbeit?",
                    seats=seats(0),
                ),
            ),
            sessions=(*_WELCOME, *_PANEL, *_AFTERNOON, *_TRAY),
            what="Ein Tag",
            late=_LATE,
        )
    )
