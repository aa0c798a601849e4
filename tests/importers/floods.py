"""What was pasted and froze the program, or could: HTML without ends, wide spans, far too much of anything."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Final, NamedTuple

from planner.importers import PROGRAMME, NotImported, html_rows, read_rooms
from planner.model import Plan

SLACK: Final = 0.6
"""Seconds between two looks at the clock, on a slow machine."""
MEGABYTES: Final = 150
"""By so much a process may grow with all of them."""
_MB: Final = 1_000_000
_ROW: Final = "<tr><td>9:00<td>Anfang"

HTML: Final[dict[str, Callable[[], str]]] = {
    "60 KB of <a": lambda: "<table><td>x" + "<a " * 20_000,
    "open quote of 120 KB": lambda: '<table><td>x<td title="' + '<a b="c" ' * 13_000,
    "many open quotes": lambda: "<table><td>x" + "<td a='b=\"" * 12_000,
    "quotes that hide every end": lambda: "<table><td>x" + '<td a=">"' * 200_000,
    "comments without end": lambda: "<table><td>x" + "<!-- " * 24_000,
    "comments that end at last": lambda: "<table><td>x" + "<!-- " * 24_000 + "-->",
    "declarations": lambda: "<table><td>x" + "<!" * 60_000,
    "marked sections": lambda: "<table><td>x" + "<![if " * 60_000,
    "instructions": lambda: "<table><td>x" + "<?" * 60_000,
    "ends without end": lambda: "<table><td>x" + "</a " * 60_000,
    "less-than signs": lambda: "<table><td>x" + "<" * _MB,
    "ampersands": lambda: "<table><td>x" + "&" * _MB,
    "names without end": lambda: "<table><td>x" + "&aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" * 60_000,
    "numbers of characters": lambda: "<table><td>x" + "&#" + "9" * _MB,
    "numbers in hexadecimal": lambda: "<table><td>x" + "&#x" + "f" * _MB,
    "styles without end": lambda: "<table><td>x" + "<style>" * 100_000,
    "scripts and their ends": lambda: "<table><td>x" + "<script></script>" * 60_000,
    "attributes": lambda: "<table><td " + "a=b " * 450_000 + ">x",
    "spaces in an attribute": lambda: "<table><td a" + " " * _MB + ">x",
    "a long name": lambda: "<table><td>x<" + "a" * _MB,
    "blanks between tags": lambda: "<table><td>x" + " <b> </b>" * 100_000,
    "breaks": lambda: "<table><td>x" + "<br>" * 200_000,
    "spans of a billion": lambda: "<table>" + "<tr><td rowspan=1000000000 colspan=1000000000>x" * 1_000,
    "wide spans": lambda: "<table>" + "<tr><td colspan=200 rowspan=5000>x" * 5_000,
    "rows reaching down": lambda: "<table>" + "<tr>" + "<td rowspan=5000>x" * 199 + "<tr>" * 5_000,
    "4,900 × 199 cells": lambda: "<table>" + ("<tr>" + "<td>x" * 199) * 1_900,
    "small cells": lambda: "<table>" + "<tr><td>" * 240_000,
    "one row": lambda: "<table><tr>" + "<td>" * 490_000,
    "empty rows": lambda: "<table><td>x" + "<tr>" * 490_000,
    "tables in tables": lambda: "<td>" + "<table>" * 280_000,
    "cells in tables in tables": lambda: "<table><tr><td>" * 130_000,
    "deep nesting": lambda: "<table><td>x" + "<div>" * 200_000,
    "lists": lambda: "<table><td>x" + "<li>" * 200_000,
    "lines outside": lambda: "<td>" + "x<p>" * 200_000,
    "a whole sheet": lambda: "<table>" + _ROW * 80_000,
    "long heads": lambda: "<table>" + ("<tr><td><td>" + "Montag " * 1_000) * 250,
    "10 MB": lambda: "<table>" + _ROW * 460_000,
    "10 MB of words": lambda: "<table><td>" + "word " * 2 * _MB,
}
TEXT: Final[dict[str, Callable[[], str]]] = {
    "10 MB of lines": lambda: "9:00\tAnfang\n" * 800_000,
    "empty lines": lambda: "\n" * (2 * _MB - 10) + "9:00\tA",
    "tabs": lambda: "9:00" + "\t" * (2 * _MB - 10),
    "tabs and quotes": lambda: '9:00\t"' * 280_000,
    "quotes": lambda: "9:00\t" + '"' * (2 * _MB - 10),
    "semicolons": lambda: ("9:00;" + ";" * 390 + "\n") * 5_000,
    "cells": lambda: ("9:00;" + "x;" * 190 + "\n") * 4_900,
    "footnotes": lambda: "9:00\tVortrag\n" + "".join(f"10:00\tVortrag {n}*\n** Fußnote {n}\n" for n in range(2_400)),
    "heads of days": lambda: ("\t".join(["Zeit", *(f"{n}. Mai 2027" for n in range(1, 31))]) + "\n") * 600,
    "forums in cells": lambda: '10:00\t"' + '"\n10:00\t"'.join("Forum 1: A\n" * 90 for _ in range(1_500)) + '"',
    "one word": lambda: "x" * (2 * _MB - 1),
    "blanks": lambda: "9:00 A" + " " * (2 * _MB - 10) + "x",
    "times": lambda: "9:00 " * 390_000,
    "days": lambda: "1. Mai 2027\n" * 4_999,
    "bars": lambda: "|" * (2 * _MB - 1),
    "names": lambda: ("9:00\tVortrag\t" + "Anna Muster und " * 1_200 + "\n") * 100,
}
ROOMS: Final[dict[str, Callable[[], str]]] = {
    "areas": lambda: "\n".join("Raum " + " 12m² " * 300 + "80" for _ in range(1_000)),
    "brackets": lambda: "\n".join("Raum " + "(" * 1_900 + "80" for _ in range(1_000)),
    "empty lines": lambda: "\n" * 2_000_000,
    "numbers": lambda: "\n".join("Raum " + "1 " * 990 for _ in range(1_000)),
    "rooms": lambda: "\n".join(f"Raum {number}a; 80 Reihen; 20 Kreis" for number in range(100_000)),
    "columns": lambda: "Raum 1a" + "\t80" * 300,
    "10 MB": lambda: "Saal; 80 Reihen\n" * 600_000,
}
READERS: Final[tuple[tuple[dict[str, Callable[[], str]], Callable[[str], object]], ...]] = (
    (HTML, html_rows),
    (TEXT, lambda text: PROGRAMME.read(text, Plan(id="plan"))),
    (ROOMS, read_rooms),
)


class Reading(NamedTuple):
    """What was read, in how many seconds of the processor, and the sentence if it was refused."""

    what: str
    seconds: float
    refusal: str


class Readings(NamedTuple):
    """All floods, one after the other in one process, and by how many megabytes it grew with them."""

    readings: tuple[Reading, ...]
    megabytes: int


def read_all(longest: int = 2 * _MB) -> Readings:
    """Read all floods in a process of their own, so that what it grows by is theirs.

    What is longer than a length and not refused for it at once is cut there.
    """
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(_read_all, longest).result()


def _read_all(longest: int) -> Readings:
    import resource  # not on Windows

    def peak() -> int:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    made = max((flood() for flood in (*HTML.values(), *TEXT.values(), *ROOMS.values())), key=len)
    before = peak()  # with the largest of them
    del made
    readings = tuple(_readings(longest))
    return Readings(readings, (peak() - before) // 1024)


def _readings(longest: int) -> Iterator[Reading]:
    for floods, read in READERS:
        for what, flood in floods.items():
            text = flood()
            text = text if len(text) > 2 * _MB else text[:longest]
            began = time.process_time()
            try:
                read(text)
            except NotImported as reason:
                refusal = str(reason)
            else:
                refusal = ""
            yield Reading(what, time.process_time() - began, refusal)
