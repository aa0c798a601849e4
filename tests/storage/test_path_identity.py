"""One file under several names: relative, through folders and links of both kinds, and before it is there."""

import os
import sys
from pathlib import Path

import pytest

from planner.storage import same_file


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "event.plan"
    path.write_bytes(b"x")
    return path


def link_to(link: Path, target: Path) -> Path:
    try:
        link.symlink_to(target, target_is_directory=target.is_dir())
    except OSError:
        pytest.skip("few users of Windows may make symbolic links")
    return link


def test_a_path_by_another_way_is_the_same(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "folder").mkdir()
    monkeypatch.chdir(tmp_path / "folder")
    for other in (path, Path("..", "event.plan"), tmp_path / "folder" / ".." / "event.plan"):
        assert same_file(path, other)
        assert same_file(other, path)
    assert not same_file(path, Path("event.plan"))


def test_links_lead_to_the_same(path: Path, tmp_path: Path) -> None:
    hard = tmp_path / "hard.plan"
    os.link(path, hard)
    assert same_file(hard, path)
    assert same_file(link_to(tmp_path / "soft.plan", path), hard)
    elsewhere = link_to(tmp_path / "elsewhere", tmp_path)
    assert same_file(elsewhere / "event.plan", path)


def test_what_is_not_there_yet_is_known_too(tmp_path: Path) -> None:
    new = tmp_path / "new.plan"
    assert same_file(new, tmp_path / "folder" / ".." / "new.plan")
    assert not same_file(new, tmp_path / "newer.plan")
    assert same_file(link_to(tmp_path / "dangling.plan", new), new)


def test_another_file_with_the_same_content_is_another(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.plan"
    copy.write_bytes(path.read_bytes())
    assert not same_file(copy, path)


@pytest.mark.skipif(sys.platform != "win32", reason="where case matters, two files may differ in it")
def test_case_makes_no_other_file_on_windows(path: Path, tmp_path: Path) -> None:
    assert same_file(path, path.with_name("EVENT.PLAN"))
    assert same_file(tmp_path / "new.plan", tmp_path / "NEW.plan")


@pytest.mark.parametrize("name", ["x" * 300, "a\0b", "loop/x"])
def test_what_no_system_takes_is_no_file_and_no_error(path: Path, tmp_path: Path, name: str) -> None:
    link_to(tmp_path / "loop", tmp_path / "loop")
    assert not same_file(tmp_path / name, path)
    assert not same_file(path, tmp_path / name)
