"""What must hold for any document and for any bytes at all."""

import json
import unicodedata
from copy import deepcopy
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from planner.model import Document, Plan
from planner.model.base import clean_line, clean_name, clean_text
from planner.storage import ReadError, StorageError, dump, parse, read, save
from planner.storage.serialise import EntryTexts
from tests.profiles import tries
from tests.strategies import documents
from tests.texts import AWKWARD

SAMPLE = (Path(__file__).parents[1] / "formats" / "version-1.plan").read_bytes()
SMALL = dump(Document(plan=Plan(id="x", title="ü", kinds=())))
RAW: dict[str, Any] = json.loads(SAMPLE)

_slow = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def held(data: bytes) -> Document | None:
    """Read bytes; any other error than a typed one fails the test."""
    try:
        document = parse(data)
    except ReadError as error:
        _check_message(error)
        return None
    assert parse(dump(document)) == document
    return document


def _check_message(error: StorageError) -> None:
    message = str(error)
    assert message.isprintable()
    assert message.encode()


@settings(_slow, max_examples=tries(100))
@given(documents())
def test_what_is_dumped_is_read(document: Document) -> None:
    data = dump(document)
    again = parse(data)
    assert again == document
    assert dump(again) == data


@settings(_slow, max_examples=tries(10))
@given(st.lists(documents(), min_size=2, max_size=3))
def test_what_is_remembered_is_written_the_same(several: list[Document]) -> None:
    memory = EntryTexts()
    renamed = [document.changed(plan=document.plan.changed(title="another")) for document in several]
    for document in (*several, *renamed, *several):
        assert dump(document, memory) == dump(document)


@settings(_slow, max_examples=tries(20))
@given(document=documents())
def test_what_is_saved_is_read(tmp_path_factory: pytest.TempPathFactory, document: Document) -> None:
    path = tmp_path_factory.mktemp("save") / "event.plan"
    digest = save(document, path)
    loaded = read(path)
    assert (loaded.document, loaded.digest) == (document, digest)


@given(st.text(st.characters()))
@example("e\x00\u0301")
@example("e\u200b\u0301")
@example("a\n \n\tb ")
@example("\u0344\x85\ud800")
def test_cleaning_once_is_enough(text: str) -> None:
    for clean in (clean_text, clean_line, clean_name):
        once = clean(text)
        assert isinstance(once, str)
        assert clean(once) == once
        assert unicodedata.is_normalized("NFC", once)
        once.encode()


@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_text_comes_back(text: str) -> None:
    document = Document(plan=Plan(id="x", title=text, introduction=text))
    assert parse(dump(document)) == document


def test_every_prefix_of_a_small_file() -> None:
    read_too = [length for length in range(len(SMALL)) if held(SMALL[:length]) is not None]
    assert read_too == [len(SMALL) - 1]  # without the newline at its end it is still whole


def test_prefixes_of_the_sample() -> None:
    assert not any(held(SAMPLE[:length]) for length in range(0, len(SAMPLE) - 1, 7))


def test_every_flipped_byte_of_a_small_file() -> None:
    for at in range(len(SMALL)):
        for mask in (0x01, 0x20, 0x80, 0xFF):
            held(SMALL[:at] + bytes([SMALL[at] ^ mask]) + SMALL[at + 1 :])


def test_flipped_bytes_of_the_sample() -> None:
    valid = sum(held(SAMPLE[:at] + bytes([SAMPLE[at] ^ 1]) + SAMPLE[at + 1 :]) is not None for at in range(0, 7000, 5))
    assert 0 < valid < 1400  # letters of titles may flip unseen, structure may not


@settings(_slow, max_examples=tries(300))
@given(st.binary(max_size=60))
def test_any_bytes(data: bytes) -> None:
    assert held(data) is None
    held(b'{"format": "planner", "version": 1, "plan": {"id": "x", "title": "' + data + b'"}}')


def _keys(value: Any) -> list[Any]:  # noqa: ANN401  # JSON
    """What leads from a value to those below it."""
    if isinstance(value, dict):
        return list(cast("dict[str, Any]", value))
    return list(range(len(cast("list[Any]", value)))) if isinstance(value, list) else []


STRANGE: list[Any] = [
    *(None, True, 10**400, -1, 2**63, 1e308, -0.0, float("nan")),
    *("", "\ud800", "\0", "x" * 400),
    *([], {}, [[]], {"id": "x"}, {"who": "round"}, {"who": "number", "number": 3}),
]


@settings(_slow, max_examples=tries(300))
@given(st.data())
def test_any_value_in_any_place(data: st.DataObject) -> None:
    strange = st.one_of(st.sampled_from(STRANGE).map(deepcopy), st.integers(), st.text(max_size=5))
    raw = json.loads(SAMPLE)
    for _ in range(data.draw(st.integers(1, 3))):
        place: Any = raw
        key = data.draw(st.sampled_from(_keys(place)))
        while _keys(place[key]) and data.draw(st.integers(0, 5)):
            place = place[key]
            key = data.draw(st.sampled_from(_keys(place)))
        place[key] = data.draw(strange)
    held(json.dumps(raw).encode())


@given(st.text(st.characters(), max_size=40))
@example("\ud800")
@example("\udcff")
@example("a\0b")
def test_any_path_gives_a_typed_error(name: str) -> None:
    with pytest.raises(StorageError) as caught:
        read(Path("/nonexistent") / name.lstrip("/"))
    assert str(caught.value).isprintable()


@given(st.text(st.characters(), max_size=20))
@example("Europe/")
@example("a..b")
@example("localtime")
@example("x" * 5000)
def test_any_zone(name: str) -> None:
    held(json.dumps({"format": "planner", "version": 1, "plan": {"id": "x", "zone": name}}).encode())
