"""Sentences about a typed line: what it would add, and what was not understood."""

from typing import Final

from planner.importers.quick_add.parse import MAX_LINE, LineDoubt
from planner.model import Plan, Session, Status
from planner.text.language import Language, mark
from planner.text.names import contribution_name, kind_name, room_name, seating_name, session_name
from planner.text.times import clock_range, duration
from planner.text.too_long import too_long

_HINTS: Final = {
    "room-unknown": mark("Room “{word}” unknown"),
    "room-ambiguous": mark("“{word}” fits several rooms"),
    "seating-unknown": mark("Seating “{word}” unknown"),
    "seating-ambiguous": mark("“{word}” fits several seatings"),
    "kind-unknown": mark("Kind “{word}” unknown"),
    "kind-ambiguous": mark("“{word}” fits several kinds"),
    "person-ambiguous": mark("“{word}” fits several people"),
    "open-end": mark("“{word}”: the end is open; the length is the usual one"),
    "about": mark("“{word}”: the time is approximate"),
    "aside": mark("“{word}” beside the time is left out"),
    "twice": mark("“{word}” stays in the title, because that was given already"),
}


def hint_sentence(hint: LineDoubt, t: Language) -> str:
    """Return what a hint says, and what was probably meant."""
    if hint.code == "line":
        return t.count(
            "{number} character too many: a line has at most {most}. Nothing was added; the text stays here.",
            "{number} characters too many: a line has at most {most}. Nothing was added; the text stays here.",
            len(hint.word) - MAX_LINE,
            most=MAX_LINE,
        )
    if hint.code == "too-long":
        return f"{t('Title')}: {too_long(Session, 'title', t, hint.word)}"
    said = t(_HINTS[hint.code], word=hint.word)
    if not hint.near:
        return said
    if hint.code.endswith("ambiguous"):
        return f"{said}: {', '.join(hint.near)}"
    return f"{said}. {t('Did you mean “{name}”?', name=hint.near[0])}"


def quick_sentence(plan: Plan, sessions: tuple[Session, ...], t: Language) -> str:
    """Return what a line would add to a plan, such as "Welcome, 15 min, 09:30–09:45, Hall, N. N. – Kind: Welcome"."""
    first, *_ = sessions
    parts = [session_name(plan, first, t), duration(first.minutes), _when(sessions, t)]
    parts += [_where(plan, session, t) for session in sessions] if first.round is not None else [_where(plan, first, t)]
    if first.attendance.who == "number":
        parts.append(t.count("{number} person", "{number} people", first.attendance.number))
    parts += [_who(plan, session, t) for session in sessions]
    said = ", ".join(dict.fromkeys(part for part in parts if part))
    return f"{said} – {t('Kind: {kind}', kind=kind_name(plan.kind_of(first), t))}"


def _when(sessions: tuple[Session, ...], t: Language) -> str:
    start, end = min(session.start or 0 for session in sessions), max(session.end for session in sessions)
    first, *_ = sessions
    times = clock_range(start, end)
    if len(sessions) > 1:
        beside = first.round is not None
        number = len(sessions)
        many = t("{number} side by side", number=number) if beside else t("{number} in a row", number=number)
        times = f"{many}, {times}"
    return f"{times} ({t('time fixed')})" if first.fixed else times


def _where(plan: Plan, session: Session, t: Language) -> str:
    rooms: list[str] = []
    for place in session.places:
        seating = seating_name(place.seating, t)
        rooms.append(room_name(plan, place.room, t) + (f" ({seating})" if seating else ""))
    if rooms:
        return " + ".join(rooms)
    return t("no room yet") if plan.kind_of(session).needs_room else ""


def _who(plan: Plan, session: Session, t: Language) -> str:
    names: list[str] = []
    for contribution in session.contributions:
        name = contribution_name(plan, contribution)
        names.append(f"{name} ({t('asked')})" if contribution.status == Status.ASKED else name)
    return ", ".join(names)
