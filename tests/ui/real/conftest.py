"""A screen for all tests of a worker, and the program anew for each of them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from planner.model import Document
from planner.storage import save
from tests.ui.board.hand import small_plan
from tests.ui.real.screen import Planner, Screen, missing

Start = Callable[..., Planner]


@pytest.fixture(scope="session")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    lacks = missing()
    if lacks:
        pytest.skip(f"no real screen here: {lacks}")
    made = Screen(tmp_path_factory.mktemp("screen"))
    yield made
    made.end()


@pytest.fixture
def start(screen: Screen, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Start]:
    """Start the program with the small day of the board's tests."""
    made: list[Planner] = []
    failed = request.session.testsfailed

    def begin(code: str = "de", **variables: str) -> Planner:
        path = tmp_path / "meeting.plan"
        save(Document(plan=small_plan()), path)
        made.append(Planner(screen, path, code, **variables))
        return made[-1]

    yield begin
    if request.session.testsfailed > failed:
        screen.picture(tmp_path / "screen.png")
        print("What the screen looked like:", tmp_path / "screen.png")  # noqa: T201  # pytest shows it with the failure
    screen.hand("mouseup", 1)
    for program in made:
        program.process.kill()
        program.process.wait()


@pytest.fixture
def planner(start: Start) -> Planner:
    return start()
