"""Which words remain on a block when it becomes small."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from pytestqt.qtbot import QtBot

from planner.text.block_words import Badge, BlockWords
from planner.ui.board.layout.day_layout import Rect
from planner.ui.board.paint import session_block as blocks
from planner.ui.board.paint.badges import fitting, total
from planner.ui.board.paint.ink import make_ink
from planner.ui.board.paint.text_line import SPACE, LinePainter
from planner.ui.widgets.text_fitting import width
from planner.ui.widgets.theme import LIGHT

BADGES = (
    Badge("error", "12 Plätze fehlen"),
    Badge("warning", "Zu wenig Zeit zum Umbau"),
    Badge("lock", "Uhrzeit fest"),
    Badge("hint", "N. N. offen"),
)
WORDS = BlockWords(
    kind="Podium", time="11:35–12:35", start="11:35", title="Geschlechtergerechtigkeit", who="A. Muster",
    where="Großer Saal · Reihen", count="", badges=BADGES[3:], colour="#6D3FA0", rests=False, error=False, sentence="",
)  # fmt: skip


def written(words: BlockWords, box: Rect, monkeypatch: pytest.MonkeyPatch) -> dict[str, float]:
    """Draw a block; return the words that were written, each with its height."""
    found: dict[str, float] = {}

    class Watched(LinePainter):
        def __init__(self, painter: QPainter, left: float, right: float, top: float, height: float) -> None:
            super().__init__(painter, left, right, top, height)
            self.top = top

        def write(self, text: str, font: QFont, colour: QColor, *, space: float = SPACE) -> None:
            found[text] = self.top
            super().write(text, font, colour, space=space)

        def write_right(self, text: str, font: QFont, colour: QColor) -> None:
            found[text] = self.top
            super().write_right(text, font, colour)

    monkeypatch.setattr(blocks, "LinePainter", Watched)
    image = QImage(900, 200, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    blocks.draw_block(painter, words, box, make_ink(LIGHT, QFont()))
    painter.end()
    return found


def test_a_wide_block_of_medium_height_has_two_lines(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    del qtbot
    height = blocks.two_lines(make_ink(LIGHT, QFont()))
    found = written(WORDS, Rect(0, 0, 800, height), monkeypatch)
    assert found["Podium"] == found["11:35–12:35"] < found["Geschlechtergerechtigkeit"]
    assert found["Geschlechtergerechtigkeit"] == found["A. Muster"] == found["Großer Saal · Reihen"]
    found = written(WORDS, Rect(0, 0, 800, height - 2), monkeypatch)
    assert found["Podium"] == found["Geschlechtergerechtigkeit"]


def test_a_title_that_has_room_only_alone_stands_alone_on_the_line(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    del qtbot
    ink = make_ink(LIGHT, QFont())
    words = replace(WORDS, kind="Werkstatt", title="Tisch 1", badges=())
    both = width("Werkstatt", ink.small_bold) + SPACE + width("Tisch 1", ink.bold) + blocks.BAR + 2 * blocks.PAD
    assert {"Werkstatt", "Tisch 1"} <= set(written(words, Rect(0, 0, both + 1, ink.line + 2), monkeypatch))
    found = set(written(words, Rect(0, 0, both - 4, ink.line + 2), monkeypatch))
    assert "Tisch 1" in found
    assert "Werkstatt" not in found


def test_in_a_part_of_a_column_the_whole_title_is_read(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    del qtbot
    ink = make_ink(LIGHT, QFont())
    box = Rect(0, 0, width("Podiu", ink.small_bold) + blocks.BAR + 2 * blocks.PAD, 10 * ink.small_line)
    found = list(written(replace(WORDS, badges=()), box, monkeypatch))
    assert "".join(part.rstrip("-") for part in found) == WORDS.title
    assert max(width(part, ink.small_bold) for part in found) <= box.width - blocks.BAR - 2 * blocks.PAD
    few = list(written(WORDS, box._replace(height=2.5 * ink.small_line), monkeypatch))
    assert WORDS.title.startswith(few[0].rstrip("-"))
    assert few[-1].endswith("…")


def test_the_worst_badge_keeps_its_words_and_the_others_become_a_number(qtbot: QtBot) -> None:
    del qtbot
    ink = make_ink(LIGHT, QFont())
    everything = [(badge, True) for badge in BADGES]
    assert fitting(BADGES, ink, total(everything, ink)) == everything
    for room in (total(everything, ink) - 1, 260, 180):
        (worst, words), *_, (more, _) = fitting(BADGES, ink, room)
        assert (worst.text, words) == ("12 Plätze fehlen", True)
        assert more.text.startswith("+")
    alone = total([(BADGES[0], True)], ink)
    assert fitting(BADGES, ink, alone) == [(BADGES[0], True)]
    ((short, words),) = fitting(BADGES[:1], ink, alone - 4)
    assert (short.text, words) == ("12 Plätze …", True)


def test_a_number_without_its_unit_is_no_badge(qtbot: QtBot) -> None:
    del qtbot
    ink = make_ink(LIGHT, QFont())
    brief = Badge("error", "12 Plätze fehlen", "12 fehlen")
    for others, words in (([Badge("hint", "N. N.")], ["12 fehlen", "+1"]), ([], ["12 fehlen"])):
        room = total([(Badge("error", "12 fehlen"), True), *((Badge("more", "+1"), True) for _ in others)], ink)
        assert [badge.text for badge, _ in fitting([brief, *others], ink, room)] == words
    number = total([(Badge("error", "12 …"), True)], ink)
    assert fitting([Badge("error", "12 Plätze fehlen")], ink, number) == [(Badge("error", "12 Plätze fehlen"), False)]
    for room in range(10, 700, 7):
        assert total(fitting(BADGES, ink, room), ink) <= room
    assert fitting(BADGES, ink, 22)[0] == (BADGES[0], False)
