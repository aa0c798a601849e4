"""Build the wheel, install it into an empty environment outside the checkout, and use it there."""

import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
MADE: Final = ("osnabrueck.plan", "osnabrueck.pdf", "osnabrueck.ics")


def main() -> int:
    """Return 0 if the installed program makes its demo; a command that fails raises."""
    with tempfile.TemporaryDirectory(prefix="planner-wheel-") as name:
        folder = Path(name)
        venv.create(folder / "venv", with_pip=True)
        programs = folder / "venv" / ("Scripts" if sys.platform == "win32" else "bin")
        pip = [str(programs / "python"), "-m", "pip", "--quiet", "--disable-pip-version-check"]
        run([*pip, "wheel", "--no-deps", "--wheel-dir", name, str(ROOT)], folder)
        wheel = next(folder.glob("planner-*.whl"))
        run([*pip, "install", "--constraint", str(ROOT / "constraints.txt"), str(wheel)], folder)
        run([str(programs / "planner"), "demo", "demo"], folder)
        missing = [file for file in MADE if not (folder / "demo" / file).is_file()]
        size = wheel.stat().st_size / 1e6
    sys.stdout.write(
        f"wheel of {size:.1f} MB: " + (f"no {', '.join(missing)}\n" if missing else "planner demo works\n")
    )
    return 1 if missing else 0


def run(command: list[str], folder: Path) -> None:
    """Run a program in a folder; raises CalledProcessError if it fails."""
    subprocess.run(command, cwd=folder, check=True)


if __name__ == "__main__":
    sys.exit(main())
