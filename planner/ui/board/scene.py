"""One day as it is drawn: layout and words together, made anew after each change."""

from collections import defaultdict
from dataclasses import dataclass

from planner.checks import Index, Problem
from planner.text import Language
from planner.ui.board.faces import Face, face
from planner.ui.board.ink import Ink
from planner.ui.board.layout import Day, Layout
from planner.ui.board.rounds import RoundLine, round_line


@dataclass(frozen=True)
class Content:
    """What a day shows, whatever the size of the window."""

    index: Index
    day: Day
    faces: dict[str, Face]
    rounds: dict[str, RoundLine]


@dataclass(frozen=True)
class Scene:
    """Content with a place for everything."""

    content: Content
    layout: Layout

    @property
    def order(self) -> tuple[str, ...]:
        """The sessions in reading order: by start, then from left to right."""
        spans = self.content.index.spans
        blocks = [each for each in self.layout.blocks if not each.echo]
        return tuple(each.session for each in sorted(blocks, key=lambda each: (spans[each.session].start, each.box.x)))


def make_content(index: Index, problems: tuple[Problem, ...], day: str, ink: Ink, t: Language) -> Content:
    """Return what a day shows; accepted problems are not shown on the board."""
    by_session: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        if not problem.accepted:
            for subject in problem.subjects:
                by_session[subject].append(problem)
    laid = Day(index, day, ink.metrics)
    faces = {session.id: face(index, session, tuple(by_session[session.id]), t) for session in index.scheduled[day]}
    rounds = {round_: round_line(index, round_, t) for round_ in laid.rounds}
    return Content(index, laid, faces, rounds)


def make_scene(content: Content, width: float, height: float, density: float | None) -> Scene:
    """Return a day laid out; without a density it fits the height."""
    fitting = content.day.fitting(height) if density is None else density
    return Scene(content, content.day.lay_out(width, fitting))
