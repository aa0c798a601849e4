"""A sample of the long proof, chosen by a seed, for every day."""

from pathlib import Path

import pytest

from tests.proving import damage
from tests.proving.faults import faults, lacking
from tests.proving.full_disk import full_disk, small_disk
from tests.proving.kills import kills
from tests.proving.onto import onto
from tests.proving.typing import WHERE, typing


@pytest.mark.skipif(bool(lacking()), reason=lacking())
def test_faults_at_system_calls_leave_old_or_new_and_are_told_truly(tmp_path: Path) -> None:
    found = faults(tmp_path, share=0.01, seed=7)
    assert found.failures == ()
    assert {fault for _, fault, _ in found.counts} >= {"kill", "EIO", "ENOSPC", "EACCES"}
    assert {"write", "fsync", "rename"} & found.calls


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    with small_disk(tmp_path) as disk:
        if disk is None:
            pytest.skip("only root may mount a small disk")
        found = full_disk(disk, step=5)
    assert found.failures == ()
    assert 0 < found.refused < found.tried


def test_nothing_that_writes_replaces_another_file_unasked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found = onto(tmp_path / "onto", step=7)
    assert found.failures == ()
    assert found.tried > 30


def test_a_kill_loses_a_second_at_most(tmp_path: Path) -> None:
    found = kills(tmp_path, 3, seed=7)
    assert found.failures == ()
    assert found.commands > 20


def test_a_kill_while_typing_loses_a_second_or_a_word_at_most(tmp_path: Path) -> None:
    found = typing(tmp_path, len(WHERE), seed=7)
    assert found.failures == ()
    assert found.letters > 50


def test_any_damage_gives_a_named_error_or_a_document() -> None:
    for found in (damage.prefixes(step=3), damage.flips(step=11), damage.fuzzed(2_000, seed=7)):
        assert found.failures == ()
        assert found.tried > 300
        assert len(found.ended) > 1
