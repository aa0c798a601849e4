"""What every exporter keeps to, and how one is added: write it, list it, test it."""

import sys
from pathlib import Path
from typing import Annotated

import pytest
from pydantic import Field

import planner.exporters
from planner.cli import main
from planner.examples import osnabrueck
from planner.exporters import EXPORTERS, Exporter, ExportError, NamedFile, Options
from planner.exporters.choices import option_choices
from planner.exporters.contract import Shown
from planner.model import Audience, Document, Session
from planner.model.programme import Programme
from planner.storage import save
from tests.cli.printed import says
from tests.model.small import plan_of

# Step 1: write it. One file of plain text for each day, for the participants at most.


class DaySheetOptions(Options):
    loud: Annotated[bool, Field(description="In capitals"), Shown("Capitals")] = False


def day_sheets(programme: Programme, options: DaySheetOptions) -> tuple[NamedFile, ...]:
    def sheet(titles: list[str]) -> bytes:
        text = "\n".join(titles)
        return (text.upper() if options.loud else text).encode()

    return tuple(
        NamedFile(f"{day.date:%d.%m.}", sheet([entry.title for slot in day.slots for entry in slot.entries]))
        for day in programme.days
    )


SHEETS = Exporter("sheets", "Sheets of the days", "txt", DaySheetOptions, Audience.ATTENDEES, day_sheets)


@pytest.fixture
def listed(monkeypatch: pytest.MonkeyPatch) -> Exporter:
    """Step 2: list it."""
    for module in ("planner.exporters", "planner.exporters.options", "planner.cli.export"):
        if hasattr(sys.modules.get(module), "EXPORTERS"):
            monkeypatch.setattr(sys.modules[module], "EXPORTERS", (*EXPORTERS, SHEETS))
    return SHEETS


def _document() -> Document:
    hidden = {audience: f"for {audience}" for audience in Audience}
    sessions = (
        Session(id=audience, kind="talk", title=title, day="mon", start=600 + 10 * number, audience=audience)
        for number, (audience, title) in enumerate(hidden.items())
    )
    return Document(plan=plan_of(*sessions))


# Step 3: test it.


def test_the_command_line_writes_its_files_and_has_its_flags(
    listed: Exporter, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    save(_document(), tmp_path / "a.plan")
    target = tmp_path / "a.txt"
    assert main(["export", str(tmp_path / "a.plan"), str(target), "--loud", "--audience", "attendees"]) == 0
    out, err = says(capsys)
    assert err == []
    written = sorted(tmp_path.glob("*.txt"))
    assert out == [f"Written: {path}" for path in written]
    assert len(written) == len(_document().plan.days)
    assert all(path.name.startswith("a - ") for path in written)
    text = written[0].read_text()
    assert "FOR PUBLIC" in text
    assert "FOR ATTENDEES" in text
    assert "FOR TEAM" not in text
    assert listed.name == "sheets"


def test_several_files_replace_nothing_that_is_not_theirs(
    listed: Exporter, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    strict = Exporter(
        listed.name, listed.title, listed.ending, listed.options, listed.limit, listed.write, heads=(b"for",)
    )
    monkeypatch.setattr(planner.exporters, "EXPORTERS", (strict,))
    save(_document(), tmp_path / "a.plan")
    files = strict.export(_document())
    theirs = tmp_path / f"a - {files[-1].name.rstrip('.')}.txt"
    theirs.write_bytes(b"what somebody wrote")
    assert main(["export", str(tmp_path / "a.plan"), str(tmp_path / "a.txt")]) == 2
    assert theirs.name in says(capsys)[1][0]
    assert list(tmp_path.glob("*.txt")) == [theirs]


def test_nobody_gets_more_than_the_exporter_may_show() -> None:
    with pytest.raises(ExportError, match="audience"):
        SHEETS.export(_document(), DaySheetOptions(language="en", audience=Audience.TEAM))


@pytest.mark.parametrize("exporter", [*EXPORTERS, SHEETS], ids=lambda exporter: exporter.name)
def test_each_audience_within_the_limit_gets_what_it_may_see_and_no_more(exporter: Exporter) -> None:
    document = _document()
    for audience in Audience:
        options = exporter.options(language="en", audience=audience)
        if audience not in exporter.audiences:
            with pytest.raises(ExportError):
                exporter.export(document, options)
        elif exporter.name != "pdf":  # whose text is compressed
            text = exporter.export(document, options)[0].data.decode("utf-8-sig")
            for place, other in enumerate(Audience):
                assert (f"for {other}" in text) == (place <= list(Audience).index(audience))


def test_what_is_only_for_the_file_itself_never_leaves_it() -> None:
    assert not [exporter.name for exporter in EXPORTERS if Audience.INTERNAL in exporter.audiences]


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)
def test_every_format_is_one_file_without_a_name(exporter: Exporter) -> None:
    (file,) = exporter.export(osnabrueck())
    assert file.name == ""
    assert len(file.data) > 500


def test_an_audience_beyond_the_limit_is_refused_on_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    save(_document(), tmp_path / "a.plan")
    assert main(["export", str(tmp_path / "a.plan"), str(tmp_path / "a.pdf"), "--audience", "team"]) == 2
    assert len(says(capsys)[1]) == 1
    assert not (tmp_path / "a.pdf").exists()


def test_the_dialog_shows_its_options_within_the_limit() -> None:
    choices = {choice.name: choice for choice in option_choices(SHEETS)}
    assert list(choices) == ["language", "audience", "loud"]
    assert [value for value, _ in choices["audience"].values] == ["public", "attendees"]
    assert choices["loud"].values == ()
