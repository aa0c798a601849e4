from datetime import UTC, datetime, timedelta

import pytest

from planner.examples import osnabrueck
from planner.exporters import ICS, exporter_for
from planner.exporters.vcalendar import typographic
from planner.model import (
    Contribution,
    Number,
    PrintSettings,
    Role,
    Round,
    Share,
    Venue,
)
from tests.exporters.calendars import MADE, TALK, event_of, events_of, lines_of, plan_of, released, written

# What an event says


def test_a_session_without_a_title_is_called_by_its_kind() -> None:
    document = plan_of(TALK.changed(title="", places=()))
    assert "SUMMARY:Impulsvortrag" in lines_of(document, "de")
    assert "SUMMARY:Input talk" in lines_of(document, "en")


def test_a_forum_says_which_round_it_belongs_to() -> None:
    rounds = (Round(id="g", title="Forenrunde 1", question="Wozu?"),)
    event = event_of(TALK.changed(kind="forum", attendance=Share(round="g")), rounds=rounds)
    assert (str(event["SUMMARY"]), str(event["DESCRIPTION"])) == ("Impuls", "Forenrunde 1 – Wozu?")


def test_an_online_session_has_its_conference_and_no_house() -> None:
    lines = lines_of(
        plan_of(TALK.changed(places=(), link="https://ä.example/ü x"), venue=Venue(name="Haus", latitude=1.0))
    )
    assert "CONFERENCE;VALUE=URI:https://%C3%A4.example/%C3%BC%20x" in lines
    assert "URL:https://%C3%A4.example/%C3%BC%20x" in lines
    assert not any(line.startswith(("LOCATION", "GEO")) for line in lines)


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "javascript://x.example/%0Aalert(1)",
        "file://x.example/etc/passwd",
        "https://",
        "http://[",
        "Saal 2",
        "mailto:a@b",
    ],
)
def test_only_web_addresses_are_links(link: str) -> None:
    lines = lines_of(plan_of(TALK.changed(link=link, places=())))
    assert not any(line.startswith(("URL", "CONFERENCE")) for line in lines)


@pytest.mark.parametrize(
    ("email", "written"),
    [
        ("netz@x.example", "mailto:netz@x.example"),
        ("netz@osnabrück.example", "mailto:netz@xn--osnabrck-c6a.example"),
        ("", None),
        ("netz", None),
        ("ünal@x.example", None),
        ("a@b.example,c@d.example", None),
        ("a b@x.example", None),
        ("netz@x..example", None),
    ],
)
def test_an_organiser_is_named_only_with_an_address(email: str, written: str | None) -> None:
    assert event_of(TALK, organiser="Stadt", organiser_email=email).get("ORGANIZER") == written


def test_small_coordinates_have_no_exponent() -> None:
    lines = lines_of(plan_of(TALK, venue=Venue(latitude=0.00000001, longitude=-0.00012)))
    assert "GEO:0.0;-0.0001" in lines


# Releases


def test_before_a_release_the_stamp_is_when_it_is_made_and_after_it_the_release() -> None:
    document = plan_of(TALK)
    assert events_of(document)["impuls@plan"].DTSTAMP == MADE
    event = events_of(released(document, 1))["impuls@plan"]
    assert event.DTSTAMP == event.LAST_MODIFIED == MADE + timedelta(days=1)


def test_releases_of_an_unchanged_plan_are_the_same_file() -> None:
    once = released(osnabrueck(), 1)
    assert written(released(once, 2)) == written(once)
    assert written(once) != written(osnabrueck())


def test_a_moved_session_has_a_higher_sequence_and_a_renamed_one_a_new_stamp() -> None:
    document = released(plan_of(TALK, TALK.changed(id="other")), 1)
    moved = document.plan.changed(sessions=(TALK.changed(start=660), TALK.changed(id="other", title="Neu")))
    events = events_of(released(document, 2, moved))
    assert (events["impuls@plan"].get("SEQUENCE"), events["other@plan"].get("SEQUENCE")) == (1, None)
    stamp = events["other@plan"].DTSTAMP
    assert stamp == MADE + timedelta(days=2)


def test_a_dropped_session_stays_as_cancelled() -> None:
    document = released(plan_of(TALK, venue=Venue(name="Haus")), 1)
    gone = document.changed(plan=document.plan.changed(sessions=()))
    for state in (gone, released(gone, 2), released(released(gone, 2), 3)):
        event = events_of(state)["impuls@plan"]
        assert (str(event["STATUS"]), event["SEQUENCE"], str(event["SUMMARY"])) == ("CANCELLED", 1, "Impuls")
        assert str(event["LOCATION"]) == "Saal, Haus"
        assert event.start == datetime(2017, 6, 19, 8, tzinfo=UTC)


def test_a_session_that_comes_back_is_one_event_with_a_higher_sequence() -> None:
    document = released(plan_of(TALK), 1)
    gone = released(document, 2, document.plan.changed(sessions=()))
    back = gone.changed(plan=document.plan)
    for state in (back, released(back, 3)):
        event = events_of(state)["impuls@plan"]
        assert (str(event["STATUS"]), event["SEQUENCE"]) == ("TENTATIVE", 2)


def test_a_programme_that_is_no_draft_is_confirmed() -> None:
    event = event_of(TALK, print=PrintSettings(draft=False))
    assert str(event["STATUS"]) == "CONFIRMED"


# Shape


def test_the_registry_finds_it_and_its_options_are_those_of_every_export() -> None:
    assert exporter_for("ics") is exporter_for("Programm.ICS") is ICS
    assert set(ICS.options.model_fields) == {"language", "audience", "made"}


@pytest.mark.parametrize(("text", "quoted"), [('"a" b', "“a” b"), ('a"', "a“"), ("", ""), ("'", "'")])
def test_quotes_become_typographic(text: str, quoted: str) -> None:
    assert typographic(text) == quoted


def test_moderation_and_input_are_told_apart() -> None:
    people = (
        Contribution(id="c1", label="A", role=Role.MODERATION, print_status=False),
        Contribution(id="c2", label="B", print_status=False),
        Contribution(id="c3", label="C", print_status=False),
    )
    event = event_of(TALK.changed(contributions=people, attendance=Number(number=3)))
    assert str(event["DESCRIPTION"]) == "Moderation: A\nInput: B; C"
