"""The built-in patterns, in the reader's language."""

from typing import Final

from planner.model import KINDS, Kind, Seating
from planner.model.pattern import Pattern, PatternRound, PatternSession, RoomChoice
from planner.text.language import Language

_KINDS: Final = {kind.id: kind for kind in KINDS}
_FORUMS: Final = 4
_TABLES: Final = 4
_ROUNDS: Final = 3


def built_in_patterns(t: Language) -> tuple[Pattern, ...]:
    """Return the patterns that the palette always offers."""
    return (
        _row(
            "talk-and-discussion",
            t("Input + discussion"),
            ("talk", t("Input talk"), 30),
            ("plenary", t("Discussion"), 15),
        ),
        _row(
            "panel",
            t("Panel with questions"),
            ("plenary", t("Introduction to the panel"), 10),
            ("panel", t("Panel discussion"), 50),
            ("plenary", t("Questions from the floor"), 20),
        ),
        _forums(t),
        _world_cafe(t),
        _row("lunch", t("Lunch for all"), ("meal", t("Lunch break"), 60)),
    )


def _row(key: str, title: str, *blocks: tuple[str, str, int]) -> Pattern:
    """Return a pattern of sessions one after the other, each given by kind, title and minutes."""
    pieces: list[PatternSession] = []
    for kind, words, minutes in blocks:
        pieces.append(_piece(_KINDS[kind], words, _end(pieces), minutes))
    return Pattern(id=key, title=title, pieces=tuple(pieces))


def _forums(t: Language) -> Pattern:
    """Return a pattern of time to split up, parallel forums, and a break for the way back."""
    pieces = [_piece(_KINDS["change"], t("Splitting up and changing rooms"), 0, 10)]
    start = _end(pieces)
    pieces += [
        _piece(_KINDS["forum"], t("Forum {number}", number=number), start, 70, "beside", round=0)
        for number in range(1, _FORUMS + 1)
    ]
    pieces.append(_piece(_KINDS["break"], t("Coffee and return to the plenary"), _end(pieces), 20))
    title = t("{number} forums with return", number=_FORUMS)
    return Pattern(
        id="four-forums", title=title, pieces=tuple(pieces), rounds=(PatternRound(title=t("Parallel forums")),)
    )


def _world_cafe(t: Language) -> Pattern:
    """Return a pattern of rounds at tables with fixed topics: people change tables, and results for all follow."""
    pieces: list[PatternSession] = []
    for number in range(_ROUNDS):
        if number:
            pieces.append(_piece(_KINDS["change"], t("Change of tables"), _end(pieces), 5))
        start = _end(pieces)
        pieces += [
            _piece(
                _KINDS["workshop"],
                t("Table {number}", number=topic + 1),
                start,
                20,
                "tables",
                round=number,
                series=topic,
            )
            for topic in range(_TABLES)
        ]
    pieces.append(_piece(_KINDS["plenary"], t("Harvest: what the tables found"), _end(pieces), 20))
    rounds = (t("World café, round {number}", number=number) for number in range(1, _ROUNDS + 1))
    return Pattern(
        id="world-cafe",
        title=t("World café, {number} rounds", number=_ROUNDS),
        pieces=tuple(pieces),
        rounds=tuple(PatternRound(title=title) for title in rounds),
        series=tuple(t("Table {number}", number=topic + 1) for topic in range(_TABLES)),
    )


def _end(pieces: list[PatternSession]) -> int:
    return max((piece.start + piece.minutes for piece in pieces), default=0)


def _piece(
    kind: Kind,
    title: str,
    start: int,
    minutes: int,
    place: RoomChoice = "hall",
    *,
    round: int | None = None,  # noqa: A002  # the model's word
    series: int | None = None,
) -> PatternSession:
    """Return a session of a pattern, in the main room unless stated otherwise or its kind needs no room."""
    return PatternSession(
        kind=kind,
        title=title,
        start=start,
        minutes=minutes,
        place=place if kind.needs_room else "named",
        seating=Seating.GROUPS if place == "tables" else kind.seating,
        round=round,
        series=series,
    )
