"""Every bad file gives the error that is named for it, and stays as it was."""

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from planner.storage import VERSION, ReadError, digest, parse, read
from planner.storage.errors import (
    Damaged,
    DuplicateKey,
    EmptyFile,
    InvalidPlan,
    LoneSurrogate,
    NewerVersion,
    NotAFile,
    NotAPlan,
    NotFound,
    NotReadable,
    NotUtf8,
    TooDeep,
    TooLarge,
    TooMany,
    Truncated,
    ZeroFilled,
)

SAMPLE = Path(__file__).parents[1] / "formats" / "version-1.plan"
GOOD = SAMPLE.read_bytes()
RAW: dict[str, Any] = json.loads(GOOD)


def plan_with(**fields: object) -> bytes:
    return json.dumps({**RAW, "plan": {"id": "x", **fields}, "ledger": {}}).encode()


def file_with(**fields: object) -> bytes:
    return json.dumps({**RAW, **fields}).encode()


def talk(id_: str = "s", **fields: object) -> dict[str, object]:
    return {"id": id_, "kind": "talk", **fields}


BAD: dict[str, tuple[bytes, type[ReadError]]] = {
    "empty": (b"", EmptyFile),
    "only a byte order mark": (b"\xef\xbb\xbf", EmptyFile),
    "only space": (b" \n\t\n", EmptyFile),
    "all zeros": (b"\0" * 4096, ZeroFilled),
    "zeros at the start": (b"\0" * 512 + GOOD[512:], ZeroFilled),
    "zeros inside": (GOOD[:1024] + b"\0" * 512 + GOOD[1536:], ZeroFilled),
    "zeros at the end": (GOOD[:2048] + b"\0" * (len(GOOD) - 2048), ZeroFilled),
    "one zero at the end": (GOOD + b"\0", ZeroFilled),
    "one zero inside": (GOOD[:30] + b"\0" + GOOD[31:], Damaged),
    "half": (GOOD[: len(GOOD) // 2], Truncated),
    "without its last brace": (GOOD.rstrip()[:-1], Truncated),
    "cut inside a character": (GOOD[: GOOD.index("ü".encode()) + 1], Truncated),
    "a comma too few": (GOOD.replace(b",\n", b"\n", 1), Damaged),
    "more behind the end": (GOOD + GOOD, Damaged),
    "text": (b"Dear all, the agenda follows.", NotAPlan),
    "a zip": (b"PK\x03\x04\x14\0\0\0\x08\0" + b"\0" * 40, NotAPlan),
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + b"\0" * 40, NotUtf8),
    "UTF-16": (GOOD.decode().encode("utf-16"), NotUtf8),
    "Latin-1": (GOOD.decode().encode("latin-1", "replace"), NotUtf8),
    "a surrogate in UTF-8": (GOOD.replace(b"Dezernentin", b"\xed\xa0\x80", 1), NotUtf8),
    "foreign JSON": (b'{"type": "FeatureCollection", "features": []}', NotAPlan),
    "foreign format": (file_with(format="slides"), NotAPlan),
    "a list": (b"[1, 2]", NotAPlan),
    "a text": (b'"planner"', NotAPlan),
    "null": (b"null", NotAPlan),
    "a newer version": (file_with(version=VERSION + 1), NewerVersion),
    "a newer version of another shape": (b'{"format": "planner", "version": 99, "agenda": {}}', NewerVersion),
    "a much newer version": (b'{"format": "planner", "version": 1' + b"0" * 4000 + b"}", NewerVersion),
    "version 0": (file_with(version=0), InvalidPlan),
    "version true": (file_with(version=True), InvalidPlan),
    "version 1.0": (file_with(version=1.0), InvalidPlan),
    "version in words": (file_with(version="1"), InvalidPlan),
    "no version": (b'{"format": "planner", "plan": {"id": "x"}}', InvalidPlan),
    "no plan": (b'{"format": "planner", "version": 1}', InvalidPlan),
    "an unknown field": (file_with(extra=1), InvalidPlan),
    "an unknown field of the plan": (plan_with(colour="red"), InvalidPlan),
    "a duplicate key": (b'{"format": "planner", "version": 1, "plan": {"id": "x", "id": "y"}}', DuplicateKey),
    "a duplicate key at the top": (b'{"format": "planner", "format": "planner"}', DuplicateKey),
    "a duplicate id": (plan_with(rooms=[{"id": "r", "name": "A"}, {"id": "r", "name": "B"}]), InvalidPlan),
    "an id of two nouns": (plan_with(rooms=[{"id": "a", "name": "A"}], sessions=[talk("a")]), InvalidPlan),
    "a dangling kind": (plan_with(sessions=[talk(kind="gone")]), InvalidPlan),
    "a dangling room": (plan_with(sessions=[talk(places=[{"room": "gone"}])]), InvalidPlan),
    "a dangling day": (plan_with(sessions=[talk(day="gone")]), InvalidPlan),
    "a dangling person": (plan_with(sessions=[talk(contributions=[{"id": "c", "person": "gone"}])]), InvalidPlan),
    "a dangling round": (plan_with(sessions=[talk(attendance={"who": "round", "round": "gone"})]), InvalidPlan),
    "a room in itself": (plan_with(rooms=[{"id": "r", "name": "A", "parts": ["r"]}]), InvalidPlan),
    "parts of parts of parts": (
        plan_with(rooms=[{"id": f"r{n}", "name": "", "parts": [f"r{n + 1}"] * (n < 2000)} for n in range(2001)]),
        InvalidPlan,
    ),
    "parts of parts from below": (
        plan_with(rooms=[{"id": f"r{n}", "name": "", "parts": [f"r{n - 1}"] * (n > 0)} for n in range(2001)]),
        InvalidPlan,
    ),
    "NaN": (plan_with(venue={"latitude": float("nan")}), InvalidPlan),
    "infinity": (plan_with(venue={"latitude": float("-inf")}), InvalidPlan),
    "infinity by size": (plan_with().replace(b'"x"', b'"x", "venue": {"latitude": 1e999}'), InvalidPlan),
    "a huge number": (plan_with().replace(b'"x"', b'"x", "sessions": 1' + b"0" * 5000), InvalidPlan),
    "a number for a text": (plan_with(title=5), InvalidPlan),
    "an hour too many": (plan_with(sessions=[talk(minutes=1441)]), InvalidPlan),
    "a year without a next": (plan_with(days=[{"id": "d", "date": "9999-12-31"}]), InvalidPlan),
    "a title of 301": (plan_with(title="x" * 301), InvalidPlan),
    "an unknown zone": (plan_with(zone="Europe/Osnabrück"), InvalidPlan),
    "a zone that is a path": (plan_with(zone="../../etc/passwd"), InvalidPlan),
    "a zone with a zero": (plan_with(zone="Europe\0Berlin"), InvalidPlan),
    "a zone that is a folder": (plan_with(zone="Europe"), InvalidPlan),
    "5,001 sessions": (plan_with(sessions=[talk(f"s{n}") for n in range(5001)]), InvalidPlan),
    "a lone surrogate": (plan_with(title="half \ud83d"), LoneSurrogate),
    "a lone low surrogate": (plan_with(title="half \udc00 x"), LoneSurrogate),
    "surrogates the wrong way round": (plan_with(title="\udc00\ud800"), LoneSurrogate),
    "a lone surrogate as a key": (plan_with(**{"\ud800": 1}), LoneSurrogate),
    "deep lists": (b'{"format": "planner", "version": 1, "plan": ' + b"[" * 100_000, TooDeep),
    "deep objects": (b'{"plan": ' * 100_000, TooDeep),
    "depth that Python still reads": (
        plan_with().replace(b'"x"', b'"x", "title": ' + b"[" * 400 + b"]" * 400),
        TooDeep,
    ),
    "millions of lists": (b'{"plan": [' + b"[]," * 1_000_001 + b"[]]}", TooMany),
    "millions of numbers": (b'{"plan": [' + b"1," * 1_000_001 + b"1]}", TooMany),
    "60 MB": (GOOD + b" " * 60_000_000, TooLarge),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_named_and_left_alone(name: str, tmp_path: Path) -> None:
    data, expected = BAD[name]
    path = tmp_path / "event.plan"
    path.write_bytes(data)
    with pytest.raises(ReadError) as caught:
        read(path)
    assert type(caught.value) is expected
    assert path.read_bytes() == data
    assert os.listdir(tmp_path) == ["event.plan"]  # noqa: PTH208
    message = str(caught.value)
    assert str(path) in message
    assert message.isprintable()
    assert len(message) < 700 + len(str(path))


def test_an_error_says_where() -> None:
    with pytest.raises(InvalidPlan) as caught:
        parse(plan_with(sessions=[talk("a"), talk("b", title=7)]))
    assert caught.value.facts["where"] == "plan.sessions[1].title"
    line = b'"version": 1, "plan": {"title": "\\ud83d\\ude00 \\ud83d"}}'
    with pytest.raises(LoneSurrogate) as surrogate:
        parse(b'{"format": "planner",\n' + line)
    assert (surrogate.value.facts["line"], surrogate.value.facts["column"]) == (2, line.rindex(b"\\") + 1)
    with pytest.raises(DuplicateKey, match="“id”"):
        parse(BAD["a duplicate key"][0])
    with pytest.raises(InvalidPlan, match="refers to 'gone'"):
        parse(BAD["a dangling room"][0])


def test_what_may_differ_is_read() -> None:
    document = parse(GOOD)
    assert parse(b"\xef\xbb\xbf" + GOOD) == document
    assert parse(GOOD.replace(b"\n", b"\r\n")) == document
    assert parse(json.dumps(RAW).encode()) == document
    pair = parse(plan_with(title="smile \U0001f600 \\ud800"))
    assert pair.plan.title == "smile \U0001f600 \\ud800"


def test_controls_are_cleaned_on_the_way_in() -> None:
    plan = parse(plan_with(title="a\0b\x07c\u2028d\u202ee", organiser=" x\r\n y ")).plan
    assert plan.title == "abc d\u202ee"
    assert plan.organiser == "x y"


def test_reading_tells_digest_version_and_whether_it_may_be_saved(tmp_path: Path) -> None:
    path = tmp_path / "event.plan"
    path.write_bytes(GOOD)
    loaded = read(path)
    assert (loaded.digest, loaded.version, loaded.read_only) == (digest(GOOD), VERSION, False)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither pipes nor devices among its files")
def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    fifo = tmp_path / "pipe"
    os.mkfifo(fifo)
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    cases: dict[Path, type[ReadError]] = {
        tmp_path / "gone.plan": NotFound,
        tmp_path / "a\0b.plan": NotFound,
        SAMPLE / "below": NotFound,
        tmp_path: NotAFile,
        fifo: NotAFile,
        Path("/dev/zero"): NotAFile,
        loop: NotReadable,
        tmp_path / ("x" * 300): NotReadable,
        tmp_path / os.fsdecode(b"\xff.plan"): NotFound,
    }
    for path, expected in cases.items():
        with pytest.raises(ReadError) as caught:
            read(path)
        assert type(caught.value) is expected
        assert str(caught.value).isprintable()


@pytest.mark.skipif(sys.platform != "win32", reason="these names are reserved on Windows only")
def test_what_windows_does_not_take_for_a_file_is_refused(tmp_path: Path) -> None:
    names = ("gone.plan", "a\0b.plan", "a<b>.plan", "x?.plan", "NUL", "CON", "x" * 300)
    for path in (tmp_path, *(tmp_path / name for name in names)):
        with pytest.raises(ReadError) as caught:
            read(path)
        assert str(caught.value).isprintable()


def test_a_file_without_the_right_to_read(nobodys_folder: Path) -> None:
    path = nobodys_folder / "event.plan"
    path.write_bytes(GOOD)
    path.chmod(0o000)
    with pytest.raises(NotReadable, match="Permission denied"):
        read(path)


def test_a_write_protected_file_is_read_only(nobodys_folder: Path) -> None:
    path = nobodys_folder / "event.plan"
    path.write_bytes(GOOD)
    path.chmod(0o444)
    assert read(path).read_only
