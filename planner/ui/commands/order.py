"""Commands on the order of sessions: merge, swap, cover, and move to where there is room."""

from planner.checks import Index
from planner.checks.fixes.free_time import next_gap
from planner.model import Plan, Session
from planner.model.edits import merge_sessions, move_session, next_on_track, overwrite, swap_order, swap_sessions
from planner.text import clock, date_short
from planner.ui.commands.apply import named, scheduled, step
from planner.ui.services.command_context import Desk


def has_two(desk: Desk) -> bool:
    """Tell whether exactly two sessions are selected."""
    return len(desk.selected()) == 2  # as its name says


def has_one_scheduled(desk: Desk) -> bool:
    """Tell whether exactly one session is selected, and has a time."""
    return len(desk.selected()) == 1 and desk.selected()[0].scheduled


def can_merge(desk: Desk) -> bool:
    """Tell whether several sessions are selected, or one with a time, to which the next can be joined."""
    return len(desk.selected()) > 1 or has_one_scheduled(desk)


def merge_text(desk: Desk) -> str:
    """Say what would be merged."""
    t = desk.context.t
    return t("Merge the selected ones") if len(desk.selected()) > 1 else t("Merge with the next one")


# Merge and swap


def merge(desk: Desk) -> None:
    """Make one session of the selected ones, or of one and the next on its track."""
    t, say = desk.context.t, desk.context.view.say
    sessions = [*scheduled(desk), *(each for each in desk.selected() if not each.scheduled)]
    if len(sessions) == 1:
        following = next_on_track(desk.plan, sessions[0].id)
        sessions += [following] if following else []
    refusal = _no_merge(desk, sessions)
    if refusal:
        say(refusal)
        return
    first, *others = sessions

    def edit(plan: Plan) -> Plan:
        for each in others:
            plan = merge_sessions(plan, first.id, each.id)
        return plan

    name = t("Merge {what}", what=" + ".join(named(desk, [each]) for each in sessions))
    try:
        edit(desk.plan)
    except ValueError:
        say(t("Their texts are too long for one session"))
        return
    desk.context.view.select(first.id)
    if not step(desk, edit, name, [first.id]):
        return
    start = desk.plan.session_by_id[first.id].start
    lost = [each for each in sessions if each.fixed and each.start not in {None, start}]
    if lost:
        times = ", ".join(f"{clock(each.start or 0)} ({named(desk, [each])})" for each in lost)
        say(f"{desk.context.view.hint}; {t('no longer fixed: {times}', times=times)}")


def _no_merge(desk: Desk, sessions: list[Session]) -> str:
    t = desk.context.t
    if len(sessions) == 1:
        return t("Nothing follows that it could be merged with")
    if len({each.round for each in sessions}) > 1:
        return t("A session of a round merges only with others of this round")
    if len({each.day for each in sessions if each.scheduled}) > 1:
        return t("Sessions of different days cannot be merged")
    return ""


def swap_with_next(desk: Desk) -> None:
    """Let the selected session and the next on its track change their order."""
    _swap_order(desk, back=False)


def swap_with_previous(desk: Desk) -> None:
    """Let the selected session and the one before it on its track change their order."""
    _swap_order(desk, back=True)


def swap_both(desk: Desk) -> None:
    """Let the two selected sessions exchange their times and rooms."""
    t, (one, two) = desk.context.t, desk.selected()
    name = t("Swap {session} and {other}", session=named(desk, [one]), other=named(desk, [two]))
    step(desk, lambda plan: swap_sessions(plan, one.id, two.id), name, [one.id, two.id])


def _swap_order(desk: Desk, *, back: bool) -> None:
    t, (session,) = desk.context.t, desk.selected()
    other = next_on_track(desk.plan, session.id, back=back)
    if other is None:
        desk.context.view.say(t("Nothing comes before it") if back else t("Nothing comes after it"))
        return
    name = t("Swap {session} and {other}", session=named(desk, [session]), other=named(desk, [other]))
    step(desk, lambda plan: swap_order(plan, session.id, other.id), name, [session.id, other.id], f"swap {session.id}")


# Cover, and move away


def cover(desk: Desk) -> None:
    """Let what the selected sessions cover give way: it gets shorter, or goes to the tray."""
    t, sessions, before = desk.context.t, scheduled(desk), desk.plan

    def edit(plan: Plan) -> Plan:
        for each in sessions:
            plan = overwrite(plan, each.id)
        return plan

    if not desk.context.workspace.apply(edit, t("Make room for {session}", session=named(desk, sessions))):
        desk.context.view.say(t("Nothing lies under it that can give way"))
        return
    pairs = [(each, desk.plan.session_by_id[each.id]) for each in before.sessions]
    gone = [old for old, new in pairs if old.scheduled and not new.scheduled]
    cut = [old for old, new in pairs if new.minutes < old.minutes]
    words: list[str] = []
    if cut:
        words.append(t("{session} shorter", session=named(desk, cut)))
    if gone:
        words.append(t("{session} to “Not yet scheduled”", session=named(desk, gone)))
    desk.context.view.say(", ".join(words))


def to_next_gap(desk: Desk) -> None:
    """Move the selected sessions, one after the other, to the next time at which they disturb nothing."""
    t, plan = desk.context.t, desk.plan
    sessions = [*scheduled(desk), *(each for each in desk.selected() if not each.scheduled)]
    for each in sessions:
        gap = next_gap(Index(plan), each.id)
        if gap is None:
            words = t("No free time of {number} min for {session}", number=each.minutes, session=named(desk, [each]))
            desk.context.view.say(words)
            return
        plan = move_session(plan, each.id, gap.day, gap.start)
    after, last = plan, plan.session_by_id[sessions[-1].id]
    if not desk.context.workspace.apply(lambda _: after, t("{session} to the next gap", session=named(desk, sessions))):
        return
    desk.context.view.show_day(last.day or "")
    when = clock(last.start or 0)
    if len(plan.days) > 1:
        when = f"{date_short(plan.day_by_id[last.day or ''].date, t)}, {when}"
    desk.context.view.say(t("{session}: {time}, free for rooms and people", session=named(desk, sessions), time=when))


def can_move_to_gap(desk: Desk) -> bool:
    """Tell whether sessions are selected that stand alone: a session of a round stays with the others."""
    return bool(desk.selected()) and bool(desk.plan.days) and all(each.round is None for each in desk.selected())
