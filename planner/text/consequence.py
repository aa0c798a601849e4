"""What a change of times or rooms leads to, in words; fast enough to be shown at every move of the mouse."""

from bisect import bisect_left
from collections.abc import Iterable

from planner.checks import Index
from planner.model import Plan, Session, Span
from planner.model.agenda import joined, on_day, spans_board
from planner.text import Language, clock, clock_range, date_short, kind_name, room_name, session_name
from planner.text.block_words import numbered


def consequence(before: Plan, after: Plan, lead: str, t: Language, also: tuple[str, ...] = ()) -> str:
    """Return what an edit does to the session that leads it and others moved with it, and which fixed times move."""
    words = [_outcome(before, after, lead, t, also)]
    for new in on_day(after, after.session_by_id[lead].day or ""):
        old = before.session_by_id.get(new.id)
        if new.fixed and new.id != lead and old is not None and old.start not in {None, new.start}:
            words.append(t("the fixed time of {session} moves", session=short_name(after, new, t)))
    return " · ".join(words)


def _outcome(before: Plan, after: Plan, lead: str, t: Language, also: tuple[str, ...]) -> str:
    """Return what happens to the moved sessions and the worst consequence: an overlap, a long day, others moving."""
    day = after.session_by_id[lead].day or ""
    sessions = on_day(after, day)
    new = [session for session in sessions if session.id not in before.session_by_id]
    words = _several(new, t) if len(new) > 1 else _words(before, after, lead, also, t)
    changed = {session.id for session in sessions if _is_changed(before, session)}
    hit = _first_clash(before, after, sessions, changed)
    if hit is not None:
        other, minutes = hit
        name = short_name(after, other, t)
        if other.fixed and not other.minutes:
            late = t("must end by {time}, {number} min too long", time=clock(other.start or 0), number=minutes)
            return f"{words}: {late}"
        if other.fixed:
            return f"{words}: {t('{other} is fixed, {number} min too long', other=name, number=minutes)}"
        return f"{words}: {t('overlaps {other} by {number} min', other=name, number=minutes)}"
    end, planned = max((session.end for session in sessions), default=0), after.day_by_id[day].end
    if end > planned and changed and any(session.end == end and session.id in changed for session in sessions):
        late = t("the day ends at {time}, {number} min too long", time=clock(end), number=end - planned)
        return f"{words}: {late}"
    others = len(changed - {lead, *also} - {session.id for session in new})
    if others:
        follow = t.count("{number} block moves along", "{number} blocks move along", others)
        return f"{words}, {follow}"
    return words


def _is_changed(before: Plan, session: Session) -> bool:
    """Return whether a session is new, or was at another time or in other rooms."""
    known = before.session_by_id.get(session.id)
    if known is None:
        return True
    times = (known.day, known.start, known.minutes) != (session.day, session.start, session.minutes)
    return times or known.places != session.places


def _several(new: list[Session], t: Language) -> str:
    """Return how many sessions a pattern adds to the day, and from when to when."""
    times = clock_range(min(session.start or 0 for session in new), max(session.end for session in new))
    return t.count("{number} block {times}", "{number} blocks {times}", len(new), times=times)


def _words(before: Plan, after: Plan, lead: str, also: tuple[str, ...], t: Language) -> str:
    """Return what happens to the moved sessions: in one number if it is the same for all, else one by one."""
    pairs = [(before.session_by_id.get(session_id), after.session_by_id[session_id]) for session_id in (lead, *also)]
    later = _common(
        None if old is None or old.start is None or old.minutes != new.minutes else (new.start or 0) - old.start
        for old, new in pairs
    )
    longer = _common(0 if old is None else new.minutes - old.minutes for old, new in pairs)
    if also and longer:
        return _all_longer(len(pairs), longer, t)
    words = t.count("{number} session", "{number} sessions", len(pairs))
    if also and all(old is not None and _changes_day(old, new) for old, new in pairs):
        return t("{what} moved to {day}", what=words, day=_day(after, pairs[0][1], t))
    if not also or later is None:
        return ", ".join(_what(after, old, new, t) for old, new in pairs)
    if later > 0:
        words = t("{what} {number} min later", what=words, number=later)
    elif later < 0:
        words = t("{what} {number} min earlier", what=words, number=-later)
    rooms = {place.room for old, new in pairs if old is not None and old.places != new.places for place in new.places}
    if rooms:
        where = next(room_name(after, room, t) for room in rooms) if len(rooms) == 1 else t("different rooms")
        words = f"{words}, {where}"
    return words


def _common(numbers: Iterable[int | None]) -> int | None:
    """Return the number that all are; None if they differ, or are not known."""
    different = set(numbers)
    return different.pop() if len(different) == 1 else None


def _all_longer(number: int, minutes: int, t: Language) -> str:
    words = t.count("{number} session", "{number} sessions", number)
    if minutes < 0:
        return t("{what} {number} min shorter each", what=words, number=-minutes)
    return t("{what} {number} min longer each", what=words, number=minutes)


def _what(after: Plan, old: Session | None, new: Session, t: Language) -> str:
    name = short_name(after, new, t)
    span = clock_range(new.start or 0, new.end)
    words = f"{name} {span}"
    if old is not None and old.start is not None and new.start is not None:
        later, longer = new.start - old.start, new.minutes - old.minutes
        if _changes_day(old, new):
            words = t("{session} moved to {day} ({times})", session=name, day=_day(after, new, t), times=span)
        elif longer > 0:
            words = t("{session} {number} min longer ({times})", session=name, number=longer, times=span)
        elif longer < 0:
            words = t("{session} {number} min shorter ({times})", session=name, number=-longer, times=span)
        elif later > 0:
            words = t("{session} {number} min later ({times})", session=name, number=later, times=span)
        elif later < 0:
            words = t("{session} {number} min earlier ({times})", session=name, number=-later, times=span)
    if old is not None and old.places != new.places:
        words += ", " + (" + ".join(room_name(after, place.room, t) for place in new.places) or t("No room"))
        missing = places_words(Index(after), new, t)
        words += f" ({missing[0]})" if missing[0] else ""
    return words


def _changes_day(old: Session, new: Session) -> bool:
    return old.start is not None and old.day != new.day


def _day(plan: Plan, session: Session, t: Language) -> str:
    day = plan.day_by_id[session.day or ""]
    return day.title or date_short(day.date, t)


def places_words(index: Index, session: Session, t: Language) -> tuple[str, bool]:
    """Return "14 Plätze, 2 fehlen" or "20 Plätze, 4 frei", and whether places are missing."""
    places = index.limit(session) if session.round is not None else index.places(session)
    if places is None:
        return (t("places unknown") if session.places else ""), False
    free = places - index.need(session)
    total = t.count("{number} place", "{number} places", places)
    if free < 0:
        return f"{total}, {t.count('{number} short', '{number} short', -free)}", True
    return f"{total}, {t('{free} free', free=free)}", False


def short_name(plan: Plan, session: Session, t: Language) -> str:
    """Return a session's title, or the word for its kind where the title would fill the line."""
    title = session_name(plan, session, t)
    return title if len(title) <= 28 else numbered(kind_name(plan.kind_of(session), t), title)[0]


def clashes(index: Index, one: Session, two: Session) -> int:
    """Return for how many minutes two sessions of a day want the same people or the same room."""
    shared = min(one.end, two.end) - max(one.start or 0, two.start or 0)
    if shared == 0:
        shared = _beyond(one, two)
    if shared <= 0:
        return 0
    beside = one.round is not None and one.round == two.round
    if not beside and (spans_board(one) or spans_board(two)):
        return shared
    busy = {near for place in one.places for near in index.occupied[place.room]}
    return shared if any(place.room in busy for place in two.places) else 0


def _beyond(one: Session, two: Session) -> int:
    """Return for how many minutes one session goes on after the other, if that is a fixed time without length."""
    first, mark = (one, two) if one.minutes else (two, one)
    inside = mark.fixed and not mark.minutes and (first.start or 0) < (mark.start or 0)
    return first.end - (mark.start or 0) if inside else 0


def _first_clash(
    before: Plan, after: Plan, sessions: tuple[Session, ...], changed: set[str]
) -> tuple[Session, int] | None:
    """Return the first session that something changed runs into now, longer than before; fixed ones first."""
    index = Index(after)
    found: dict[str, list[Span]] = {}
    # Sessions are in order of start. Only those that start before the end of a changed one, and not earlier than the
    # longest of all is long, can meet it: a few of a long day, and this runs at every move of the mouse.
    starts = [session.start or 0 for session in sessions]
    longest = max((session.minutes for session in sessions), default=0)
    for session in sessions:
        if session.id not in changed:
            continue
        near = slice(bisect_left(starts, (session.start or 0) - longest), bisect_left(starts, session.end))
        for other in sessions[near]:
            now = 0 if other.id in changed else clashes(index, session, other)
            if now and now > _clash_before(index, before.session_by_id.get(session.id), session, other):
                begins = max(session.start or 0, other.start or 0)
                found.setdefault(other.id, []).append(Span(begins, begins + now))
    if not found:
        return None
    first = min((after.session_by_id[hit] for hit in found), key=lambda hit: (not hit.fixed, hit.start or 0))
    return first, sum(end - start for start, end in joined(sorted(found[first.id])))


def _clash_before(index: Index, old: Session | None, session: Session, other: Session) -> int:
    """Return for how many minutes a session, as it was before, met another that has not changed."""
    if old is None or old.day != session.day or not old.scheduled:
        return 0
    return clashes(index, old, other)
