"""Kills and errors at every system call of a save, by a small library that is preloaded into the process."""

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any, Final, NamedTuple

ROOT: Final = Path(__file__).resolve().parents[2]
SIZES: Final = ("small", "medium", "large")
SOURCE: Final = Path(__file__).with_name("shim.c")


class Faults(NamedTuple):
    """What came of it: how often each fault was injected into each action, at which calls, and what was wrong."""

    counts: Counter[tuple[str, str, str]]
    calls: frozenset[str]
    failures: tuple[str, ...]


def lacking() -> str:
    """Return why this machine cannot do it, nothing if it can."""
    if not sys.platform.startswith("linux"):
        return "the library is for Linux"
    return "" if shutil.which("gcc") else "there is no gcc"


def faults(folder: Path, share: float = 1.0, seed: int = 1) -> Faults:
    """Try all faults, or a share of them, in an empty folder."""
    library = folder / "shim.so"
    subprocess.run(["gcc", "-shared", "-fPIC", "-O1", "-o", library, SOURCE, "-ldl"], check=True)
    with ThreadPoolExecutor(len(SIZES)) as pool:
        outputs = list(pool.map(partial(_inject, folder, library, share), SIZES, range(seed, seed + len(SIZES))))
    lines: list[dict[str, Any]] = [json.loads(line) for output in outputs for line in output.splitlines()]
    wrong = tuple(
        f"{line['action']}, {line['size']}, {line['fault']} at {line['at']}: {line['wrong']}"
        for line in lines
        if line["wrong"]
    )
    counts = Counter((str(line["action"]), str(line["fault"]), str(line["size"])) for line in lines)
    return Faults(counts, frozenset(str(line["at"]).partition(" ")[0] for line in lines), wrong)


def _inject(folder: Path, library: Path, share: float, size: str, seed: int) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "tests.proving.injector", folder, size, str(share), str(seed)],
        cwd=ROOT,
        env={**os.environ, "LD_PRELOAD": str(library)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise AssertionError(done.stderr)
    return done.stdout
