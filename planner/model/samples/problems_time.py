"""What is wrong with the times, the texts and the changes of room in the plan with problems."""

from datetime import date
from typing import Any, Final

from planner.model.plan import Day, Plan
from planner.model.room import Seating
from planner.model.samples.event import FOYER
from planner.model.session import Contribution, Number, Place, Role, Session, Status

_DAY: Final = "d-1"
_NIGHT: Final = "d-2"

_CHANGED: Final[dict[str, dict[str, Any]]] = {
    # People stand in the foyer and are to sit in the hall at the same minute; a talk comes ten minutes after arrival.
    "s-begruessung": {"minutes": 10, "places": (FOYER,)},
    "s-aktionsplan": {"start": 10 * 60 + 10, "minutes": 40},
    # A quarter of an hour is missing.
    "s-mittag": {"minutes": 45},
}
"""What differs from the clean day; 75 minutes of talk in a row are its own."""

_SECOND: Final = Day(
    id=_NIGHT, date=date(2017, 10, 29), title="Nachgespräch (online)", start=2 * 60, end=4 * 60, end_label="Ende"
)
"""The night in which the clocks go back."""

_ADDED: Final = (
    Session(
        id="s-interview",
        kind="workshop",
        title=(
            "🎙 Interview mit dem Lokalradio über Geschlechtergerechtigkeit, Migration und Entwicklung in den Kommunen "
            "und die Frage, was nach der Tagung bleibt"
        ),
        day=_DAY,
        start=12 * 60 + 50,
        minutes=40,
        places=(Place(room="r-dom", seating=Seating.CIRCLE),),
        attendance=Number(number=2),
        contributions=(
            Contribution(
                id="c-interview-1",
                person="p-m-beispiel",
                role=Role.SPEAKER,
                status=Status.CONFIRMED,
                print_status=False,
            ),
        ),
        note="M. Beispiel kommt vom Podium und hat keine Pause; der Titel ist zu lang, und das Zeichen druckt niemand.",
    ),
    Session(
        id="s-nachgespraech",
        kind="plenary",
        title="Nachgespräch mit den Partnerkommunen in Übersee",
        day=_NIGHT,
        start=2 * 60 + 30,
        minutes=60,
        attendance=Number(number=5),
        link="https://treffen.beispiel.example",
        note="Halb drei gibt es in dieser Nacht zweimal.",
    ),
)


def with_time_problems(plan: Plan) -> Plan:
    """Return the plan with one problem of each sort that has to do with time and texts."""
    sessions = (session.changed(**_CHANGED.get(session.id, {})) for session in plan.sessions)
    return plan.changed(days=(*plan.days, _SECOND), sessions=(*sessions, *_ADDED))
