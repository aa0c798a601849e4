"""Puts the layout and the words of one day together, anew after each change of the plan."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from planner.checks import Index, Problem
from planner.model import Session
from planner.text import Language
from planner.text.block_words import BlockWords, block_words
from planner.text.round_words import RoundLine, round_line
from planner.ui.board.layout.day_layout import DayContent, DayLayout
from planner.ui.board.paint.ink import Ink


class DayWords(Mapping[str, BlockWords]):
    """The words on the blocks of a day by session id; a block's words are made when they are first asked for."""

    def __init__(self, make: Callable[[Session], BlockWords], sessions: Sequence[Session]) -> None:
        self._make, self._sessions = make, {session.id: session for session in sessions}
        self._made: dict[str, BlockWords] = {}

    def __getitem__(self, session_id: str) -> BlockWords:
        if session_id not in self._made:
            self._made[session_id] = self._make(self._sessions[session_id])
        return self._made[session_id]

    def __contains__(self, session_id: object) -> bool:
        return session_id in self._sessions

    def __iter__(self) -> Iterator[str]:
        return iter(self._sessions)

    def __len__(self) -> int:
        return len(self._sessions)


@dataclass(frozen=True, eq=False)
class Content:
    """What a day shows, independent of the size of the window."""

    index: Index
    day: DayContent
    words: DayWords
    rounds: dict[str, RoundLine]
    problems: Mapping[str, Sequence[Problem]]
    """The problems of each session that are not accepted."""


@dataclass(frozen=True, eq=False)
class Scene:
    """The content of a day with its layout for a size of the window."""

    content: Content
    layout: DayLayout

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The ids of the sessions in reading order: by start, then from left to right."""
        spans = self.content.index.spans
        blocks = [block for block in self.layout.blocks if not block.echo]
        return tuple(
            block.session for block in sorted(blocks, key=lambda block: (spans[block.session].start, block.box.x))
        )


def make_content(index: Index, problems: tuple[Problem, ...], day: str, ink: Ink, t: Language) -> Content:
    """Return what a day shows; accepted problems are not shown on the board."""
    by_session: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        if not problem.accepted:
            for subject in problem.subjects:
                by_session[subject].append(problem)
    laid = DayContent(index, day, ink.metrics)
    words = DayWords(
        lambda session: block_words(index, session, tuple(by_session[session.id]), t), index.scheduled[day]
    )
    rounds = {round_: round_line(index, round_, t, by_session[round_]) for round_ in laid.rounds}
    return Content(index, laid, words, rounds, by_session)


def make_scene(content: Content, width: float, height: float, density: float | None) -> Scene:
    """Return a day laid out for a viewport in pixels; without a density (pixels per minute) it fits the height."""
    fitting = content.day.fitting(height) if density is None else density
    return Scene(content, content.day.lay_out(width, fitting))
