from datetime import date
from pathlib import Path

import pytest

from planner.exporters.papers.exporter import first_page
from planner.exporters.papers.handout_options import HandoutOptions
from planner.model import Contribution, Day, Document, Item, Kind, Number, Place, PrintSettings, Role, Round, Status
from planner.model.kind import KINDS
from tests.big import big_plan
from tests.exporters.papers.handouts import (
    DAY,
    ONE_DAY,
    TALK,
    TWO_DAYS,
    base_line,
    beside,
    forums,
    left_end,
    pages_in,
    pages_of,
    pdf_of,
    person,
    plan_of,
    text_of,
)

GOLDEN = Path(__file__).parents[2] / "golden"
FINAL = PrintSettings(draft=False)


# The whole paper


@pytest.mark.parametrize(
    ("name", "document", "options"),
    [
        ("osnabrueck-de", ONE_DAY, {}),
        ("osnabrueck-en-range", ONE_DAY, {"language": "en", "times": "range"}),
        ("two-days-de", TWO_DAYS, {}),
    ],
)
def test_the_examples_read_as_ever(name: str, document: Document, options: dict[str, str]) -> None:
    expected = (GOLDEN / f"handout-{name}.txt").read_text(encoding="utf-8")
    assert "\f\n".join(pages_of(document, **options)) == expected


def test_the_example_day_is_one_page_and_the_two_days_are_two() -> None:
    assert [len(pages_of(ONE_DAY)), len(pages_of(TWO_DAYS))] == [1, 2]


def test_a_plan_without_anything_is_a_page() -> None:
    (page,) = pages_of(plan_of(title="", days=(), rooms=()))
    assert page.startswith("Programm\nEntwurf")


# Times and dates


def test_times_are_starts_or_ranges_as_the_plan_says_unless_told_otherwise() -> None:
    document = plan_of(TALK, print=PrintSettings(times="range"))
    assert "10:00–10:30 Impuls" in text_of(document)
    assert "10:00 Impuls" in text_of(document, times="start")


def test_arrival_comes_before_the_beginning() -> None:
    text = text_of(plan_of(TALK.changed(id="a", kind="arrival", start=570), TALK))
    assert "Montag, 19. Juni 2017 · 10:00 bis 10:30 Uhr" in text


def test_several_days_are_named_from_first_to_last() -> None:
    days = (DAY, Day(id="d2", date=date(2017, 6, 20)))
    text = text_of(plan_of(TALK, TALK.changed(id="b", day="d2"), days=days), language="en")
    assert "Monday, 19 June to Tuesday, 20 June 2017 · starts at 10:00, ends at 10:30" in text


def test_the_last_day_ends_the_event_and_an_end_of_ones_own_replaces_it() -> None:
    days = (DAY.changed(end_label="Abendessen im Haus"), Day(id="d2", date=date(2017, 6, 20)))
    text = text_of(plan_of(TALK, TALK.changed(id="b", day="d2"), days=days))
    assert text.count("10:30 Ende der Veranstaltung") == 1
    assert text.index("10:30 Abendessen im Haus") < text.index("10:30 Ende der Veranstaltung")


def test_after_midnight_the_clock_starts_again() -> None:
    assert "00:30 Impuls" in text_of(plan_of(TALK.changed(start=1470)))


# Rows


def test_the_kind_is_in_words_only_where_it_says_something() -> None:
    kinds = (*KINDS, Kind(id="silent", name="Ohne Wort", printed=False))
    assert "Impulsvortrag\nFallen" in text_of(plan_of(TALK.changed(title="Fallen")))
    assert "Impulsvortrag" not in text_of(plan_of(TALK.changed(title="Fallen", kind="break")))
    assert "Ohne Wort" not in text_of(plan_of(TALK.changed(kind="silent"), kinds=kinds))
    assert text_of(plan_of(TALK.changed(kind="panel", title="Podium der Städte"))).count("Podium") == 1
    assert "10:00 Impulsvortrag" in text_of(plan_of(TALK.changed(title="")))


def test_a_room_is_named_when_it_changes() -> None:
    second = TALK.changed(id="b", start=630)
    third = TALK.changed(id="c", start=660, places=(Place(room="r2"),))
    nowhere = TALK.changed(id="d", start=690, places=())
    back = TALK.changed(id="e", start=720, places=(Place(room="r2"),))
    text = text_of(plan_of(TALK, second, third, nowhere, back))
    assert (text.count("Saal"), text.count("Foyer")) == (1, 1)


def test_rooms_can_be_left_out() -> None:
    document = plan_of(TALK, beside(TALK, id="b", start=700), beside(TALK, id="c", start=700))
    assert text_of(document).count("Saal") == 3
    assert "Saal" not in text_of(document.changed(plan=document.plan.changed(print=PrintSettings(show_rooms=False))))


def test_people_are_named_with_function_organisation_and_state() -> None:
    asked = person("A. Muster", function="Leiterin", organisation="Stadt", status=Status.ASKED)
    text = text_of(plan_of(TALK.changed(contributions=(asked, Contribution(id="open", status=Status.OPEN)))))
    assert "A. Muster, Leiterin, Stadt (angefragt)\nN. N.\n" in text
    assert "(invited)" in text_of(plan_of(TALK.changed(contributions=(asked,))), language="en")
    assert "(angefragt)" not in text_of(plan_of(TALK.changed(contributions=(asked.changed(print_status=False),))))


def test_roles_that_the_kind_does_not_say_are_named() -> None:
    people = (person("A. Muster"), person("B. Muster", role=Role.MODERATION), person("C. Muster", role=Role.MINUTES))
    assert "A. Muster\nModeration: B. Muster\nProtokoll: C. Muster" in text_of(
        plan_of(TALK.changed(contributions=people))
    )


def test_three_and_more_share_lines_that_are_about_even() -> None:
    people = tuple(person(f"Nummer {n}", organisation="Verein in Osnabrück") for n in range(4))
    lines = text_of(plan_of(TALK.changed(contributions=people))).splitlines()
    assert [line.count("Nummer") for line in lines if "Nummer" in line] == [2, 2]


def test_named_parts_keep_their_order_and_people() -> None:
    items = (
        Item(id="i1", title="Zuerst", contributions=(person("Z. Muster"),)),
        Item(id="i2", title="Danach", contributions=(person("A. Muster", status=Status.ASKED),)),
        Item(id="i3", title="Musik"),
    )
    text = text_of(plan_of(TALK.changed(items=items)))
    assert "Zuerst · Z. Muster\nDanach · A. Muster (angefragt)\nMusik\n" in text


def test_the_moderation_of_the_day_stands_beside_its_heading() -> None:
    day = DAY.changed(contributions=(person("M. Beispiel", role=Role.MODERATION),))
    assert "Programm Moderation des Tages: M. Beispiel" in text_of(plan_of(TALK, days=(day,)))


def test_descriptions_are_printed_when_wanted() -> None:
    document = plan_of(TALK.changed(description="Erster Absatz.\n\nZweiter Absatz."))
    assert "Absatz" not in text_of(document)
    assert "Erster Absatz.\nZweiter Absatz." in text_of(document, descriptions=True)


# Side by side


def test_forums_stand_side_by_side_under_their_question() -> None:
    text = text_of(forums(4))
    assert "10:00 Parallele Foren\nWas tun?\nForum 1\nThema" in text
    assert text.index("Forum 1") < text.index("Forum 2") < text.index("Forum 3") < text.index("Forum 4")


@pytest.mark.parametrize(("number", "rows"), [(1, 1), (4, 1), (5, 2), (6, 2), (8, 2), (9, 3)])
def test_there_are_at_most_four_in_a_row(number: int, rows: int) -> None:
    data = pdf_of(forums(number))
    heights = {round(base_line(data, f"Forum {n}") / 5) for n in range(1, number + 1)}
    assert len(heights) == rows


def test_the_title_of_a_round_is_printed_and_its_number_only_among_several() -> None:
    document = forums(2)
    named = document.changed(plan=document.plan.changed(rounds=(Round(id="g", title="Wege zur Kooperation"),)))
    assert "Parallele Foren\nWege zur Kooperation\nForum 1" in text_of(named)
    numbered = document.changed(plan=document.plan.changed(rounds=(Round(id="g", title="Forenrunde 1"),)))
    assert "Forenrunde" not in text_of(numbered)
    assert "Parallele Foren · Forenrunde 2" in text_of(TWO_DAYS)


def test_sessions_of_other_length_side_by_side_say_their_times() -> None:
    long, short = TALK.changed(minutes=60), TALK.changed(id="b", title="Kurz", minutes=20)
    text = text_of(plan_of(long.changed(attendance=Number(number=5)), short.changed(attendance=Number(number=5))))
    assert "Parallele Veranstaltungen" in text
    assert "10:00–10:20" in text
    assert "10:00–11:00" not in text


def test_rooms_with_several_sessions_have_a_column_each() -> None:
    sessions = (
        beside(TALK, minutes=60, title="Erster"),
        beside(TALK, id="b", start=660, minutes=60, title="Zweiter"),
        beside(TALK, id="c", minutes=90, title="Langer", places=(Place(room="r2"),)),
        beside(TALK, id="d", start=690, minutes=30, title="Kurzer", places=(Place(room="r2"),)),
    )
    data = pdf_of(plan_of(*sessions))
    left = {title: left_end(data, title) for title in ("Erster", "Zweiter", "Langer", "Kurzer")}
    assert left["Erster"] == left["Zweiter"] < left["Langer"] == left["Kurzer"]
    first, beside_it, second = (base_line(data, title) for title in ("Erster", "Langer", "Zweiter"))
    assert abs(first - beside_it) < 2
    assert second < first - 10


def test_sessions_in_rooms_of_their_own_stand_in_the_order_of_their_starts() -> None:
    late, early = beside(TALK, start=615, minutes=60, title="Später"), beside(TALK, id="b", title="Früher", minutes=45)
    data = pdf_of(plan_of(late, early.changed(places=(Place(room="r2"),))))
    assert left_end(data, "Früher") < left_end(data, "Später")


def test_only_a_number_of_a_forum_has_a_line_of_its_own() -> None:
    titles = ("Forum 1: Wohnen", "Agenda 2030: Ziele für die Stadt", "Osnabrück 2017: Bilanz")
    sessions = [beside(TALK, id=f"s{place}", title=title) for place, title in enumerate(titles)]
    text = text_of(plan_of(*sessions))
    assert "Forum 1\nWohnen" in text
    assert "Agenda 2030: Ziele" in text
    assert "Osnabrück 2017: Bilanz" in text


# Marks


@pytest.mark.parametrize(
    ("settings", "option", "mark"),
    [
        (PrintSettings(as_of=date(2017, 5, 12)), "plan", "Entwurf · Stand 12. Mai 2017"),
        (PrintSettings(), "plan", "Entwurf"),
        (PrintSettings(draft=False, as_of=date(2017, 5, 12)), "plan", "Stand 12. Mai 2017"),
        (PrintSettings(as_of=date(2017, 5, 12)), "no", "Stand 12. Mai 2017"),
        (FINAL, "yes", "Entwurf"),
    ],
)
def test_a_draft_says_so(settings: PrintSettings, option: str, mark: str) -> None:
    line = next(line for line in text_of(plan_of(TALK, print=settings), draft=option).splitlines() if "Uhr" in line)
    assert line.partition("Uhr ")[2] == mark


def test_a_final_programme_has_no_mark() -> None:
    assert "Entwurf" not in text_of(plan_of(TALK, print=FINAL))


def test_the_language_is_that_of_the_plan_unless_told_otherwise() -> None:
    english = plan_of(TALK, print=PrintSettings(language="en"))
    assert "End of the event" in text_of(english)
    assert "Ende der Veranstaltung" in text_of(english, language="de")
    assert "Ende der Veranstaltung" in text_of(plan_of(TALK))


# The first page alone


@pytest.mark.parametrize("sessions", [61, 200, 450])
def test_the_first_page_alone_is_that_of_the_whole_without_the_number_of_pages(sessions: int) -> None:
    document = Document(plan=big_plan(sessions))
    page = first_page(document, HandoutOptions())
    assert page is not None
    whole, alone = pages_of(document), pages_in(page)
    assert len(alone) == 1
    assert whole[0].replace(f"Seite 1 von {len(whole)}", "").split() == alone[0].split()


def test_a_day_longer_than_many_pages_is_set_up_to_the_end_of_the_first() -> None:
    sessions = tuple(TALK.changed(id=f"t{n}", title=f"Vortrag {n}", start=540 + n * 2, minutes=2) for n in range(400))
    page = first_page(plan_of(*sessions), HandoutOptions())
    assert page is not None
    assert pages_in(page)[0].split() == pages_of(plan_of(*sessions))[0].rsplit("Seite 1 von", 1)[0].split()


def test_a_short_handout_has_no_first_page_of_its_own() -> None:
    assert first_page(ONE_DAY, HandoutOptions()) is None
