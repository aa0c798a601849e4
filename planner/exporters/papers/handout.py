"""Makes the handout: sets all its parts, chooses the density in which they fit, and draws them page by page."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Final

from planner.exporters.contract import ExportError
from planner.exporters.papers.handout_options import HandoutOptions
from planner.exporters.papers.page import (
    day_heading,
    day_title,
    foot,
    head,
    introduction,
    last_foot,
    notes,
    running_head,
)
from planner.exporters.papers.print_style import PrintStyle
from planner.exporters.papers.session_rows import day_rows
from planner.exporters.typeset.blocks import Block
from planner.exporters.typeset.canvas import PdfPages
from planner.exporters.typeset.fonts import Fonts
from planner.exporters.typeset.pagination import PageGroup, PagePart, Pagination
from planner.exporters.typeset.styles import BOTTOM, LONG, LOOKS, MARGIN, PAGE_HEIGHT, TOP, Density
from planner.exporters.typeset.text import printable
from planner.model.programme import DayEntry, Programme
from planner.text import language

FEW: Final = 60
"""Sessions that are set in a moment, in all densities."""
MANY: Final = 200
"""Sessions of a day that fill a page even if each is a line in one of four columns."""


def handout(programme: Programme, options: HandoutOptions) -> bytes:
    """Return the handout as PDF; raises ExportError if it cannot be made."""
    try:
        return _handout(programme, options)
    except ExportError:
        raise
    except Exception as error:
        t = language(_language(programme, options))
        raise ExportError(t("The handout could not be printed: {reason}", reason=error)) from error


def first_page(programme: Programme, options: HandoutOptions) -> bytes | None:
    """Return the first page alone, for a preview that cannot wait for all of them; None if there are few.

    The number of pages is not known yet, so the foot is left without. In rare cases the whole handout takes another
    density, which is decided by the first day here.
    """
    if sum(map(_entries, programme.days)) <= FEW:
        return None
    fonts, begun = Fonts(), _begun(programme.days[0])
    if begun == programme.days[0]:
        setting, _ = _best(replace(programme, days=(begun,)), options, fonts)
    else:
        setting = _setting(programme, options, fonts, LONG)
    pages = _pagination(programme, setting)
    for group in _groups(programme, setting, (begun, *programme.days[1:])):
        pages.add(group)
        if len(pages.pages) > 1:
            break
    return _drawn(programme, options, setting, pages.pages[:1], lambda _: foot(programme, setting, ""))


def _begun(day: DayEntry) -> DayEntry:
    """Return a day up to where it is certain to fill a page."""
    before = accumulate((len(slot.entries) for slot in day.slots), initial=0)
    return replace(day, slots=tuple(slot for slot, entries in zip(day.slots, before, strict=False) if entries < MANY))


def _entries(day: DayEntry) -> int:
    return sum(len(slot.entries) for slot in day.slots)


def _handout(programme: Programme, options: HandoutOptions) -> bytes:
    setting, found = _best(programme, options, Fonts())
    pages = found.pages
    return _drawn(programme, options, setting, pages, lambda number: _foot(programme, setting, number, len(pages)))


def _drawn(
    programme: Programme,
    options: HandoutOptions,
    setting: PrintStyle,
    pages: Sequence[Sequence[tuple[float, PagePart]]],
    foot_of: Callable[[int], Block],
) -> bytes:
    """Draw pages with the foot that each number has."""
    sheets = PdfPages(
        title=printable(programme.title) or setting.t("Programme"),
        author=printable(programme.organiser),
        subject=printable(programme.subtitle),
        lang=setting.t.code,
        made=options.made,
    )
    for number, page in enumerate(pages, 1):
        top = TOP
        if number > 1:
            running = running_head(programme, setting)
            sheets.draw(running, MARGIN, TOP)
            top += running.height
        for y, part in page:
            sheets.draw(part.block, MARGIN, top + y)
            if part.bookmark:
                sheets.bookmark(part.bookmark, top + y - 6)
        below = foot_of(number)
        sheets.draw(below, MARGIN, PAGE_HEIGHT - BOTTOM - below.height)
        sheets.end_page()
    return sheets.save()


def _best(programme: Programme, options: HandoutOptions, fonts: Fonts) -> tuple[PrintStyle, Pagination]:
    """Return the roomiest look that breaks no day and takes the fewest pages, with the pages.

    Trying is setting everything once, so the usual cases are decided first: all on one page, and a programme so long
    that density changes nothing. The tightest look is hard to read: it is taken only where it is better and the
    others break a day or take more than a page a day.
    """

    def tried(look: Density) -> tuple[PrintStyle, Pagination]:
        return _paged(programme, _setting(programme, options, fonts, look))

    first = tried(LOOKS[0])
    days = max(1, len(programme.days))
    if first[1].score == (0, 1):
        return first
    if len(first[1].pages) > 2 * days + 1:  # more than two pages a day: no look brings each day onto one
        return tried(LONG)
    *roomy, tightest = [first, *(tried(look) for look in LOOKS[1:])]
    best = min(pages.score for _, pages in roomy)
    if tightest[1].score < best and best > (0, days):
        return tightest
    if best[0]:  # some day is broken in any look: then neither waste paper nor cramp the text
        return roomy[LOOKS.index(LONG)]
    return next(candidate for candidate in roomy if candidate[1].score == best)


def _setting(programme: Programme, options: HandoutOptions, fonts: Fonts, look: Density) -> PrintStyle:
    shown = programme.print
    return PrintStyle(
        fonts=fonts,
        look=look,
        t=language(_language(programme, options)),
        ranges=(shown.times if options.times == "plan" else options.times) == "range",
        rooms=shown.show_rooms if options.rooms == "plan" else options.rooms == "yes",
        draft=shown.draft if options.draft == "plan" else options.draft == "yes",
        descriptions=options.descriptions,
        rounds=sum(slot.is_round for day in programme.days for slot in day.slots),
    )


def _language(programme: Programme, options: HandoutOptions) -> str:
    return options.language if "language" in options.model_fields_set else programme.print.language


def _paged(programme: Programme, setting: PrintStyle) -> tuple[PrintStyle, Pagination]:
    pages = _pagination(programme, setting)
    for group in _groups(programme, setting, programme.days):
        pages.add(group)
    return setting, pages


def _pagination(programme: Programme, setting: PrintStyle) -> Pagination:
    usual = PAGE_HEIGHT - TOP - BOTTOM - _foot(programme, setting, 1, 2).height - 13
    return Pagination(usual, usual - running_head(programme, setting).height)


def _groups(programme: Programme, setting: PrintStyle, days: tuple[DayEntry, ...]) -> Iterator[PageGroup]:
    gap = setting.look.gap
    yield PageGroup((PagePart(head(programme, setting)), PagePart(introduction(programme, setting), 6)))
    for day in days:
        heading = PagePart(day_heading(day, days, setting), gap, bookmark=day_title(day, days, setting.t), keep=True)
        rows = day_rows(day, setting, last=day is days[-1])
        yield PageGroup((heading, *(PagePart(row) for row in rows)), whole=day is not days[0], is_day=True)
    # The last foot is higher than the others. An invisible part of that height after the notes keeps its place free.
    extra = _foot(programme, setting, 1, 1).height - _foot(programme, setting, 1, 2).height
    rows = [PagePart(row, gap if number == 0 else gap / 2) for number, row in enumerate(notes(programme, setting))]
    yield PageGroup((*rows, PagePart(Block(extra))), whole=True)


def _foot(programme: Programme, setting: PrintStyle, number: int, of: int) -> Block:
    words = setting.t("Page {number} of {count}", number=number, count=of)
    return (last_foot if number == of else foot)(programme, setting, words)
