"""A monkey at the window: `python tests/monkey.py --seed 1 --seconds 60`; a fault is printed with how to see it again.

--steps N      end after so many steps
--only 3,7-9   take these steps only, each as it is with all others before it
--shrink       leave out steps as long as the same fault comes of the others
"""

from __future__ import annotations

import argparse
import faulthandler
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))


def live(arguments: argparse.Namespace) -> int:
    """Let the monkey live in this process; 1 if it found a fault."""
    faulthandler.enable()
    from tests.proving.monkey.life import Life, say

    chosen: list[int] | None = numbers(arguments.only) if arguments.only else None
    most: int = chosen[-1] + 1 if chosen else arguments.steps
    ends = time.monotonic() + arguments.seconds

    def goes_on(number: int) -> bool:
        return (not most or number < most) and (chosen is not None or time.monotonic() < ends)

    kept = set(chosen or ())
    life = Life(Path(os.environ["PLANNER_FOLDER"]).parent, arguments.seed, lambda n: not kept or n in kept, goes_on)
    result = life.run()
    say(result, arguments.seed)
    sys.stdout.flush()
    return 1 if result.fault else 0


def numbers(words: str) -> list[int]:
    """Read numbers such as 3,7-9."""
    pairs = [part.partition("-")[::2] for part in words.split(",")]
    return sorted({number for first, last in pairs for number in range(int(first), int(last or first) + 1)})


def start(arguments: list[str]) -> subprocess.CompletedProcess[str]:
    """Run the monkey in a process of its own: offscreen, in a folder of its own, with the same order of sets."""
    from tests.offscreen import offscreen

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name, "monkey")
        folder.mkdir()
        environment = os.environ | {
            "QT_QPA_PLATFORM": offscreen(),
            "PYTHONHASHSEED": "0",
            "PLANNER_FOLDER": str(folder / "local"),
            "XDG_CONFIG_HOME": str(folder),
            "TZ": "Europe/Berlin",
        }
        command = [sys.executable, __file__, "--here", *arguments]
        done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
        if "seed " not in done.stdout:
            log = folder / "steps.log"
            last = log.read_text("utf-8").splitlines()[-40:] if log.exists() else []
            done.stdout += "\n".join([*last, f"seed ?: the process ended with {done.returncode}", ""])
    return done


def told(output: str) -> tuple[int, float]:
    """Return how many steps there were, and how many milliseconds one took, by what was printed last."""
    found = re.search(r"^seed \d+: (\d+) steps, ([\d.]+) ms each", output, re.MULTILINE)
    return (int(found[1]), float(found[2])) if found is not None else (0, 0.0)


def shrink(seed: int, steps: list[int]) -> list[int]:
    """Leave out steps, by halves first, as long as the same fault is seen."""
    wanted = sign(start(["--seed", str(seed), "--only", spelled(steps)]))
    size = len(steps) // 2
    while size:
        place = 0
        while place < len(steps):
            fewer = steps[:place] + steps[place + size :]
            if fewer and sign(start(["--seed", str(seed), "--only", spelled(fewer)])) == wanted:
                steps = fewer
            else:
                place += size
        size //= 2
    return steps


def sign(done: subprocess.CompletedProcess[str]) -> str:
    """Return what a fault is known by: its last line, without what is different each time."""
    lines = [line for line in done.stdout.splitlines() if line.strip()]
    last = lines[-2][:30] if len(lines) > 1 and done.returncode == 1 else ""
    return f"{done.returncode} {last}"


def spelled(steps: list[int]) -> str:
    """Write numbers as they are read."""
    return ",".join(map(str, steps))


def main() -> int:
    """Run as the arguments say; 1 if there was a fault."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--steps", type=int, default=0)
    parser.add_argument("--only", default="")
    parser.add_argument("--shrink", action="store_true")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.here:
        return live(arguments)
    if arguments.shrink:
        steps = numbers(arguments.only) if arguments.only else list(range(arguments.steps))
        found = shrink(arguments.seed, steps)
        sys.stdout.write(f"--seed {arguments.seed} --only {spelled(found)}\n")
        arguments = parser.parse_args(["--seed", str(arguments.seed), "--only", spelled(found)])
    passed = ["--seed", arguments.seed, "--seconds", arguments.seconds, "--steps", arguments.steps]
    done = start([*map(str, passed), "--only", arguments.only] if arguments.only else [*map(str, passed)])
    sys.stdout.write(done.stdout + done.stderr)
    return 0 if done.returncode == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
