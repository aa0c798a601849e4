"""Damaged files: every prefix, every flipped bit, and documents with anything in any place; never a traceback."""

import json
import math
import os
import random
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from copy import deepcopy
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Final, NamedTuple, cast

from planner.model import Document, Plan, Session
from planner.storage import ReadError, dump, parse

SAMPLE: Final = Path(__file__).resolve().parents[1] / "formats" / "version-1.plan"
SMALL: Final = dump(
    Document(
        plan=Plan(
            id="x",
            title="Fachtag für Übergänge",
            kinds=Plan(id="x").kinds[2:4],
            sessions=(Session(id="s", kind="talk", title="„Impuls“"), Session(id="t", kind="panel", title="Podium")),
        )
    )
)
STRANGE: Final[tuple[Any, ...]] = (
    *(None, True, False, 0, -1, 1, 10**400, 2**63, -(2**63), 1e308, -0.0, 0.5, math.nan, math.inf),
    *("", "x", "\ud800", "\0", "x" * 400, "2027-06-01", "Europe/Berlin", "../x", "=1+1", "\u202e", "e\u0301"),
    *([], {}, [[]], [None], {"id": "x"}, {"who": "round", "round": "x"}, {"who": "number", "number": 3}, {"": ""}),
)


class Read(NamedTuple):
    """How many were tried, how they ended (by the code of the error, or "read"), and what went wrong."""

    tried: int
    ended: Counter[str]
    failures: tuple[str, ...]


def outcome(data: bytes) -> str:
    """Read bytes; return what became of it, beginning with "!" if that must not be."""
    try:
        document = parse(data)
    except ReadError as error:
        return error.code if str(error).isprintable() else "! a message that cannot be printed"
    except Exception as error:  # noqa: BLE001  # that is what is looked for
        return f"! {type(error).__name__} {error}"[:200]
    return "read" if parse(dump(document)) == document else "! it is not read again as it was"


def prefixes(data: bytes = SMALL, step: int = 1) -> Read:
    """Cut a file off everywhere."""
    return _all(data[:length] for length in range(0, len(data), step))


def flips(data: bytes = SMALL, step: int = 1) -> Read:
    """Flip every bit, and all bits of every byte."""
    masks = (1, 2, 4, 8, 16, 32, 64, 128, 255)
    return _all(
        data[:at] + bytes([data[at] ^ mask]) + data[at + 1 :] for at in range(0, len(data), step) for mask in masks
    )


def fuzzed(number: int, seed: int = 1) -> Read:
    """Put strange things in chance places of documents: values, keys, and bytes."""
    chance = random.Random(seed)
    raws = [json.loads(SAMPLE.read_bytes()), json.loads(SMALL)]
    return _all(_fuzzed(chance, raws) for _ in range(number))


def fuzzed_by_all(number: int, seed: int = 1, workers: int | None = None) -> Read:
    """Do the same on all processors."""
    workers = workers or os.cpu_count() or 1
    parts = [number // workers + (worker < number % workers) for worker in range(workers)]
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        results = list(pool.map(fuzzed, parts, range(seed, seed + workers)))
    ended = sum((result.ended for result in results), Counter[str]())
    return Read(sum(result.tried for result in results), ended, tuple(f for result in results for f in result.failures))


def _all(files: Iterator[bytes]) -> Read:
    ended: Counter[str] = Counter()
    failures: list[str] = []
    for data in files:
        result = outcome(data)
        ended[result.partition(" ")[0]] += 1
        if result.startswith("!"):
            failures.append(f"{result[2:]} for {data[:80]!r}")
    return Read(ended.total(), ended, tuple(failures))


def _fuzzed(chance: random.Random, raws: list[Any]) -> bytes:
    raw = deepcopy(chance.choice(raws))
    for _ in range(chance.choice((1, 1, 1, 2, 3, 8))):
        chance.choice(_CHANGES)(chance, raw)
    data = json.dumps(raw, ensure_ascii=chance.random() < 0.5).encode("utf-8", "surrogatepass")
    if chance.random() < 0.2:
        at = chance.randrange(len(data) + 1)
        data = data[:at] + chance.randbytes(chance.randrange(4)) + data[at + chance.randrange(4) :]
    return data


def _place(chance: random.Random, raw: Any) -> tuple[Any, Any]:  # noqa: ANN401  # JSON
    """Return an object or a list somewhere in a document, and a key of it."""
    holder: Any = raw
    keys = _keys(holder)
    key = chance.choice(keys)
    while _keys(holder[key]) and chance.random() < 0.85:
        holder = holder[key]
        key = chance.choice(_keys(holder))
    return holder, key


def _keys(value: Any) -> list[Any]:  # noqa: ANN401  # JSON
    if isinstance(value, dict):
        return list(cast("dict[str, Any]", value))
    return list(range(len(cast("list[Any]", value)))) if isinstance(value, list) else []


def _strange(chance: random.Random, raw: Any) -> None:  # noqa: ANN401  # JSON
    if _keys(raw):
        holder, key = _place(chance, raw)
        holder[key] = deepcopy(chance.choice(STRANGE))


def _moved(chance: random.Random, raw: Any) -> None:  # noqa: ANN401  # JSON
    if _keys(raw):
        holder, key = _place(chance, raw)
        other, place = _place(chance, raw)
        holder[key] = deepcopy(other[place])


def _gone(chance: random.Random, raw: Any) -> None:  # noqa: ANN401  # JSON
    if _keys(raw):
        holder, key = _place(chance, raw)
        del holder[key]


def _doubled(chance: random.Random, raw: Any) -> None:  # noqa: ANN401  # JSON
    if _keys(raw):
        holder, key = _place(chance, raw)
        if isinstance(holder, list):
            cast("list[Any]", holder).append(deepcopy(cast("list[Any]", holder)[key]))
        else:
            holder[f"{key}2"] = deepcopy(holder[key])


_CHANGES: Final[tuple[Callable[[random.Random, Any], None], ...]] = (_strange, _strange, _moved, _gone, _doubled)
