"""Commands on the order of sessions: merge, swap, overwrite, and move to the next free time."""

from typing import Final

from planner.checks import Index
from planner.checks.fixes.free_time import next_gap
from planner.model import Plan, Session
from planner.model.edits import merge_sessions, move_session, next_on_track, overwrite, swap_order, swap_sessions
from planner.text import clock, date_short, mark
from planner.ui.commands.action import Action
from planner.ui.commands.selection import has_scheduled
from planner.ui.commands.step import named, scheduled, step
from planner.ui.services.command_context import CommandContext


def has_two(context: CommandContext) -> bool:
    """Return whether exactly two sessions are selected."""
    return len(context.selected()) == 2


def has_one_scheduled(context: CommandContext) -> bool:
    """Return whether exactly one session is selected, and it has a time."""
    return len(context.selected()) == 1 and context.selected()[0].scheduled


def can_merge(context: CommandContext) -> bool:
    """Return whether several sessions are selected, or one with a time, with which the next can be merged."""
    return len(context.selected()) > 1 or has_one_scheduled(context)


def merge_text(context: CommandContext) -> str:
    """Return a label that says what would be merged."""
    t = context.t
    return t("Merge the selected sessions") if len(context.selected()) > 1 else t("Merge with the next one")


# Merge and swap


def merge(context: CommandContext) -> None:
    """Merge the selected sessions, or the selected one and the next on its track."""
    t, say = context.t, context.view.say
    sessions = [*scheduled(context), *(session for session in context.selected() if not session.scheduled)]
    if len(sessions) == 1:
        following = next_on_track(context.plan, sessions[0].id)
        sessions += [following] if following else []
    refusal = _no_merge(context, sessions)
    if refusal:
        say(refusal)
        return
    first, *others = sessions

    def edit(plan: Plan) -> Plan:
        for session in others:
            plan = merge_sessions(plan, first.id, session.id)
        return plan

    name = t("Merge {what}", what=" + ".join(named(context, [session]) for session in sessions))
    try:
        edit(context.plan)
    except ValueError:
        say(t("Their texts are too long for one session"))
        return
    context.view.select(first.id)
    if not step(context, edit, name, [first.id]):
        return
    start = context.plan.session_by_id[first.id].start
    lost = [session for session in sessions if session.fixed and session.start not in {None, start}]
    if lost:
        times = ", ".join(f"{clock(session.start or 0)} ({named(context, [session])})" for session in lost)
        say(f"{context.view.hint}; {t('no longer fixed: {times}', times=times)}")


def _no_merge(context: CommandContext, sessions: list[Session]) -> str:
    t = context.t
    if len(sessions) == 1:
        return t("Nothing follows that it can be merged with")
    if len({session.round for session in sessions}) > 1:
        return t("A session in a round can be merged only with others in the same round")
    if len({session.day for session in sessions if session.scheduled}) > 1:
        return t("Sessions of different days cannot be merged")
    return ""


def swap_with_next(context: CommandContext) -> None:
    """Swap the selected session with the next on its track."""
    _swap_order(context, back=False)


def swap_with_previous(context: CommandContext) -> None:
    """Swap the selected session with the previous one on its track."""
    _swap_order(context, back=True)


def swap_both(context: CommandContext) -> None:
    """Swap times and rooms of the two selected sessions."""
    t, (one, two) = context.t, context.selected()
    name = t("Swap {session} and {other}", session=named(context, [one]), other=named(context, [two]))
    step(context, lambda plan: swap_sessions(plan, one.id, two.id), name, [one.id, two.id])


def _swap_order(context: CommandContext, *, back: bool) -> None:
    t, (session,) = context.t, context.selected()
    other = next_on_track(context.plan, session.id, back=back)
    if other is None:
        context.view.say(t("Nothing comes before it") if back else t("Nothing comes after it"))
        return
    name = t("Swap {session} and {other}", session=named(context, [session]), other=named(context, [other]))
    step(
        context, lambda plan: swap_order(plan, session.id, other.id), name, [session.id, other.id], f"swap {session.id}"
    )


# Overwrite, and move to a gap


def cover(context: CommandContext) -> None:
    """Shorten what the selected sessions overlap, or move it to the tray."""
    t, sessions, before = context.t, scheduled(context), context.plan

    def edit(plan: Plan) -> Plan:
        for session in sessions:
            plan = overwrite(plan, session.id)
        return plan

    if not context.workspace.apply(edit, t("Make room for {session}", session=named(context, sessions))):
        context.view.say(t("Nothing under it can give way"))
        return
    pairs = [(session, context.plan.session_by_id[session.id]) for session in before.sessions]
    gone = [old for old, new in pairs if old.scheduled and not new.scheduled]
    cut = [old for old, new in pairs if new.minutes < old.minutes]
    words: list[str] = []
    if cut:
        words.append(t("{session} shorter", session=named(context, cut)))
    if gone:
        words.append(t("{session} moved to “Unscheduled”", session=named(context, gone)))
    context.view.say(", ".join(words))


def to_next_gap(context: CommandContext) -> None:
    """Move the selected sessions, one after the other, to the next time free for their rooms and people."""
    t, plan = context.t, context.plan
    sessions = [*scheduled(context), *(session for session in context.selected() if not session.scheduled)]
    for session in sessions:
        gap = next_gap(Index(plan), session.id)
        if gap is None:
            words = t(
                "No free slot of {number} min for {session}", number=session.minutes, session=named(context, [session])
            )
            context.view.say(words)
            return
        plan = move_session(plan, session.id, gap.day, gap.start)
    after, last = plan, plan.session_by_id[sessions[-1].id]
    if not context.workspace.apply(
        lambda _: after, t("{session} moved to the next gap", session=named(context, sessions))
    ):
        return
    context.view.show_day(last.day or "")
    when = clock(last.start or 0)
    if len(plan.days) > 1:
        when = f"{date_short(plan.day_by_id[last.day or ''].date, t)}, {when}"
    context.view.say(t("{session}: {time}, free for rooms and people", session=named(context, sessions), time=when))


def can_move_to_gap(context: CommandContext) -> bool:
    """Return whether sessions are selected and none belongs to a round, whose sessions stay together."""
    return (
        bool(context.selected())
        and bool(context.plan.days)
        and all(session.round is None for session in context.selected())
    )


ACTIONS: Final = (
    Action(
        "swap-previous",
        mark("Swap with the one &before"),
        swap_with_previous,
        "Alt+PgUp",
        enabled=has_one_scheduled,
        in_views=True,
    ),
    Action(
        "swap-next",
        mark("Swap with the one &after"),
        swap_with_next,
        "Alt+PgDown",
        enabled=has_one_scheduled,
        in_views=True,
    ),
    Action("swap-both", mark("S&wap both"), swap_both, "Alt+X", enabled=has_two, in_views=True),
    Action("next-gap", mark("To the next &gap"), to_next_gap, "G", enabled=can_move_to_gap, in_views=True),
    Action("merge", mark("Merge with the next &one"), merge, "M", enabled=can_merge, text=merge_text, in_views=True),
    Action("cover", mark("What is under it gives &way"), cover, enabled=has_scheduled),
)
