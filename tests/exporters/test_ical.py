import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar

from planner.examples import osnabrueck
from planner.exporters.vcalendar import typographic
from planner.model import (
    Contribution,
    Document,
    Item,
    Room,
    Venue,
)
from tests.exporters.calendars import DAY, TALK, event_of, events_of, lines_of, plan_of, released, written
from tests.strategies import documents, texts

GOLDEN = Path(__file__).parents[1] / "golden" / "osnabrueck.ics"
CROSS_CHECK = Path(__file__).parents[3] / "shared" / "tools" / "ics_cross_check.py"


# The whole file


def test_the_example_is_written_byte_for_byte_as_ever() -> None:
    assert written(osnabrueck()) == GOLDEN.read_bytes()


def test_an_event_is_written_line_by_line() -> None:
    session = TALK.changed(
        question="Wie, und wozu?",
        contributions=(Contribution(id="c", label="N. N.", organisation="Hochschule"),),
        items=(Item(id="i", title="Gruß"),),
        link="https://x.example/a",
    )
    venue = Venue(name="Haus", street="Weg 1", postcode="49074", town="Osnabrück", latitude=52.2799, longitude=8.04721)
    lines = lines_of(plan_of(session, venue=venue, organiser='Die "SKEW"; Bonn', organiser_email="netz@x.example"))
    assert lines[: lines.index("BEGIN:VTIMEZONE")] == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Tagungsplaner//Planner//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "NAME:Treffen",
        "X-WR-CALNAME:Treffen",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        "X-PUBLISHED-TTL:PT1H",
        "X-WR-TIMEZONE:Europe/Berlin",
    ]
    assert lines[lines.index("BEGIN:VEVENT") :] == [
        "BEGIN:VEVENT",
        "SUMMARY:Impuls",
        "DTSTART;TZID=Europe/Berlin:20170619T100000",
        "DTEND;TZID=Europe/Berlin:20170619T103000",
        "DTSTAMP:20170512T103000Z",
        "UID:impuls@plan",
        "CATEGORIES:Impulsvortrag",
        "DESCRIPTION:Wie\\, und wozu?\\n\\nN. N.\\, Hochschule (angefragt)\\n\\n– Gruß\\n\\nhttps://x.example/a",
        "GEO:52.2799;8.0472",
        "LAST-MODIFIED:20170512T103000Z",
        "LOCATION:Saal\\, Haus\\, Weg 1\\, 49074 Osnabrück",
        'ORGANIZER;CN="Die “SKEW”; Bonn":mailto:netz@x.example',
        "STATUS:TENTATIVE",
        "URL:https://x.example/a",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York", "Africa/Casablanca", "UTC"])
def test_all_readers_on_this_machine_agree(zone: str, tmp_path: Path) -> None:
    if not CROSS_CHECK.is_file():
        pytest.skip("the tool that asks other readers is not beside this checkout")
    plan = osnabrueck().plan.changed(zone=zone, organiser='Stadt "Osnabrück"; Rat, und', title="Treffen, hier; dort")
    late = TALK.changed(day=plan.days[0].id, start=1430, minutes=90, places=(), title="Ä" * 90)
    document = Document(plan=plan.changed(sessions=(*plan.sessions, late)))
    document = released(released(document, 1), 2, plan)
    path = tmp_path / "programme.ics"
    path.write_bytes(written(document))
    command = [sys.executable, str(CROSS_CHECK), str(path), "--lint", "--min", "1"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode == 3:
        pytest.skip("no other reader of calendars is installed on this machine")
    assert done.returncode == 0, done.stdout[-3000:]
    assert "STATUS:CANCELLED" in lines_of(document)


@given(documents())
def test_any_document_is_a_calendar(document: Document) -> None:
    data = written(document)
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert data.count(b"\n") == data.count(b"\r") == data.count(b"\r\n")
    for line in data.split(b"\r\n"):
        assert len(line) <= 75
        assert not (len(line) - len(line.rstrip(b"\\"))) % 2  # an escape is never torn in two
        assert not any(character < " " and character != "\t" for character in line.decode())
    events = Calendar.from_ical(data).events
    assert len({str(event["UID"]) for event in events}) == len(events)
    assert not any(event.errors for event in events)
    assert b"ATTENDEE" not in data


@given(texts, texts, st.text(max_size=60), texts)
@example(title="", room="", description="", organiser="\\")
@example(title="a" * 66 + "\\n", room="", description="b" * 62 + "\\;", organiser="")
def test_any_text_comes_back_from_the_calendar(title: str, room: str, description: str, organiser: str) -> None:
    session = TALK.changed(title=title, description=description)
    rooms = (Room(id="r1", name=room),)
    document = plan_of(session, rooms=rooms, organiser=organiser, organiser_email="netz@x.example")
    event = events_of(document)["impuls@plan"]
    assert str(event["SUMMARY"]) == (session.title or "Impulsvortrag")
    assert str(event.get("LOCATION", "")) == rooms[0].name
    assert str(event.get("DESCRIPTION", "")) == session.description
    assert event["ORGANIZER"].params.get("CN", "") == typographic(document.plan.organiser)


def test_backslashes_are_no_line_breaks() -> None:
    assert "SUMMARY:C:\\\\Nord\\\\neu\\; a\\, b" in lines_of(plan_of(TALK.changed(title="C:\\Nord\\neu; a, b")))


# Times


def test_past_midnight_the_end_is_on_the_next_day() -> None:
    event = event_of(TALK.changed(start=1430, minutes=60))
    assert (event.start.isoformat(), event.end.isoformat()) == (
        "2017-06-19T23:50:00+02:00",
        "2017-06-20T00:50:00+02:00",
    )


def test_an_event_without_length_has_no_end_of_its_own() -> None:
    lines = lines_of(plan_of(TALK.changed(minutes=0)))
    assert not any(line.startswith(("DTEND", "DURATION")) for line in lines)
    assert event_of(TALK.changed(minutes=0)).duration == timedelta(0)


@pytest.mark.parametrize(
    ("day", "minute", "minutes", "times"),
    [
        # The clocks go back at 3: readers disagree about which half past two is meant, so both are told in UTC.
        (date(2017, 10, 29), 90, 60, [":20171028T233000Z", ":20171029T003000Z"]),
        (date(2017, 10, 29), 90, 120, [":20171028T233000Z", ":20171029T013000Z"]),
        (date(2017, 10, 29), 600, 60, [";TZID=Europe/Berlin:20171029T100000", ";TZID=Europe/Berlin:20171029T110000"]),
        # They go forward at 2: half past two is half past three.
        (date(2017, 3, 26), 150, 30, [";TZID=Europe/Berlin:20170326T033000", ";TZID=Europe/Berlin:20170326T040000"]),
    ],
)
def test_on_the_days_of_the_clock_change_instants_stay(day: date, minute: int, minutes: int, times: list[str]) -> None:
    document = plan_of(TALK.changed(start=minute, minutes=minutes), days=(DAY.changed(date=day),))
    lines = lines_of(document)
    assert lines[lines.index("BEGIN:VEVENT") + 2 :][:2] == ["DTSTART" + times[0], "DTEND" + times[1]]
    (event,) = events_of(document).values()
    start, end = event.start, event.end
    assert isinstance(start, datetime)
    assert isinstance(end, datetime)
    assert end.astimezone(UTC) - start.astimezone(UTC) == timedelta(minutes=minutes)


@pytest.mark.parametrize("zone", ["Africa/Casablanca", "UTC"])
def test_without_a_rule_for_the_zone_times_are_in_utc(zone: str) -> None:
    lines = lines_of(plan_of(TALK, zone=zone))
    assert "BEGIN:VTIMEZONE" not in lines
    assert any(line.startswith("DTSTART:") and line.endswith("Z") for line in lines)
    assert f"X-WR-TIMEZONE:{zone}" in lines


def test_a_session_in_the_tray_is_not_in_the_calendar() -> None:
    assert events_of(plan_of(TALK.changed(day=None, start=None))) == {}
