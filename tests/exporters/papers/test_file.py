import base64
import os
import subprocess
import sys
import zlib
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from planner.exporters import EXPORTERS, exporter_for
from planner.exporters.papers.exporter import PDF
from planner.model import Audience, Contribution, Day, Logo, Note, Status
from planner.model.releases import release
from tests.exporters.papers.handouts import (
    DAY,
    ONE_DAY,
    TALK,
    TWO_DAYS,
    about,
    bookmarks,
    ink,
    pages_of,
    pdf_of,
    person,
    pictures,
    plan_of,
    sizes,
    text_of,
)

ROOT = Path(__file__).parents[3]


def logo(number: int, **fields: object) -> Logo:
    return Logo.model_validate({"id": f"l{number}", "name": f"Logo {number}", **fields})


def png(width: int, height: int, mode: str = "RGBA") -> str:
    file = BytesIO()
    Image.new(mode, (width, height), "#3F7D20").save(file, "PNG")
    return base64.b64encode(file.getvalue()).decode()


# The file


def test_the_same_plan_gives_the_same_bytes() -> None:
    first = pdf_of(TWO_DAYS)
    pdf_of(plan_of(TALK.changed(title="مرحبا ẍ ffi")))
    assert pdf_of(TWO_DAYS) == first


def test_two_handouts_at_a_time_are_those_that_each_would_be_alone() -> None:
    """The preview is drawn while an export is written, each in a thread of its own."""
    documents = [ONE_DAY, TWO_DAYS] * 4
    alone = {id(document): pdf_of(document) for document in documents}
    with ThreadPoolExecutor(2) as threads:
        beside = list(threads.map(pdf_of, documents))
    assert beside == [alone[id(document)] for document in documents]


def test_the_bytes_do_not_depend_on_clock_process_or_hashes() -> None:
    code = (
        "import sys; from planner.exporters.papers.exporter import PDF; from planner.examples import osnabrueck;"
        "sys.stdout.buffer.write(PDF.export(osnabrueck())[0].data)"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}
    other = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, cwd=ROOT, env=environment)
    assert other.stdout == pdf_of(ONE_DAY)


def test_when_it_was_made_is_told_to_it() -> None:
    made = datetime(2017, 5, 12, 10, 30, tzinfo=UTC)
    assert about(pdf_of(ONE_DAY, made=made))["CreationDate"] == "D:20170512103000Z"


def test_the_file_says_what_it_is_and_not_who_made_it() -> None:
    data = pdf_of(ONE_DAY)
    assert about(data)["Title"] == ONE_DAY.plan.title
    assert about(data)["Author"] == ONE_DAY.plan.organiser
    assert b"/Lang (de)" in data
    assert b"/Lang (en)" in pdf_of(ONE_DAY, language="en")
    assert str(Path.home()).encode() not in data
    assert str(ROOT).encode() not in data


def test_each_day_has_a_bookmark_on_its_page() -> None:
    assert bookmarks(pdf_of(TWO_DAYS)) == [("Montag, 19. Juni 2017", 0), ("Dienstag, 20. Juni 2017", 1)]


def test_all_fonts_are_embedded_and_no_sign_is_missing() -> None:
    text = "Begrüßung ffi مرحبا ሰላም Łódź"
    data = pdf_of(plan_of(TALK.changed(title=text, question=text)))
    assert data.count(b"/FontDescriptor ") == data.count(b"/BaseFont ") == data.count(b"/FontFile2 ") > 4
    assert b"Helvetica" not in data
    assert "□" not in text_of(plan_of(TALK.changed(title=text)))


def test_pages_are_a4_and_compressed() -> None:
    data = pdf_of(TWO_DAYS)
    assert sizes(data) == [(210, 297)] * 2
    assert len(data) < 100_000
    assert len(zlib.compress(data)) > len(data) * 0.7


def test_nothing_is_drawn_outside_the_margins() -> None:
    left, top, right, bottom = ink(pdf_of(ONE_DAY))
    assert left >= 50
    assert right <= 546
    assert top >= 30
    assert bottom <= 815


def test_the_registry_knows_it_without_the_pdf_library() -> None:
    assert PDF in EXPORTERS
    assert exporter_for("programm.pdf") is PDF
    code = (
        "import sys, planner.exporters as e; sys.exit(any(m in sys.modules for m in ('reportlab', 'uharfbuzz', 'PIL')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=ROOT).returncode == 0


# What may be seen


def test_what_is_not_public_is_on_no_paper() -> None:
    secret = "geheim"
    hidden = Contribution(id="h", label=secret, audience=Audience.TEAM)
    shown = TALK.changed(
        responsible=secret,
        technology=secret,
        material=secret,
        needs=(secret,),
        note=secret,
        contributions=(person("A. Muster"), hidden, person(secret, status=Status.DECLINED)),
    )
    staff = TALK.changed(id="staff", title=secret, start=540, audience=Audience.TEAM)
    tray = TALK.changed(id="tray", title=secret, start=None)
    day = DAY.changed(contributions=(hidden.changed(id="h2"),))
    document = plan_of(shown, staff, tray, days=(day,))
    given = release(
        plan_of(TALK.changed(id="gone", title=secret)),
        release_id="v1",
        name=secret,
        at=datetime(2017, 5, 12, tzinfo=UTC),
    )
    text = text_of(document.changed(ledger=given.ledger), descriptions=True)
    assert "A. Muster" in text
    assert secret not in text


# Head and foot


def test_pages_are_counted_and_the_imprint_stands_on_the_last() -> None:
    first, second = pages_of(TWO_DAYS)
    assert "Seite 1 von 2" in first
    assert "Seite 2 von 2" in second
    assert "V. i. S. d. P." in second
    assert "V. i. S. d. P." not in first
    assert "Entwurf · Stand 12. Mai 2017" in second


def test_a_long_imprint_becomes_a_note() -> None:
    text = text_of(plan_of(TALK, imprint="Verantwortlich ist niemand. " * 30))
    assert "Impressum\nVerantwortlich" in text
    assert text.count("Verantwortlich") == 30


def test_a_later_day_that_fits_a_page_is_not_broken() -> None:
    days = tuple(
        Day.model_validate({"id": f"d{n}", "date": DAY.date.replace(day=n), "title": f"Tag{n}"}) for n in range(1, 6)
    )
    sessions = [
        TALK.changed(
            id=f"s{day.id}{n}", day=day.id, start=500 + n * 30, title=f"{day.title}-Beitrag {n}", question="Wie?"
        )
        for day in days
        for n in range(9)
    ]
    pages = pages_of(plan_of(*sessions, days=days))
    for day in days:
        assert sum(f"{day.title}-Beitrag" in page for page in pages) == 1


def test_the_heading_of_a_day_stays_with_its_first_row() -> None:
    days = (DAY, Day.model_validate({"id": "d2", "date": DAY.date.replace(day=20), "title": "Dienstags"}))
    second = [TALK.changed(id=f"b{n}", kind="break", title=f"Zwei {n}", start=500 + n, day="d2") for n in range(70)]
    for number in range(24, 38):
        first = [TALK.changed(id=f"a{n}", kind="break", title=f"Eins {n}", start=500 + n) for n in range(number)]
        (page,) = (page for page in pages_of(plan_of(*first, *second, days=days)) if "Dienstags" in page)
        assert "Zwei 0" in page


def test_logos_keep_their_order_and_groups_and_one_without_an_image_is_named() -> None:
    logos = (logo(1), logo(2, group="funders", words="Gefördert durch"), logo(3), logo(4, group="funders"))
    text = text_of(plan_of(TALK, logos=logos))
    assert text.startswith("Logo 1 Logo 3\nTreffen")
    assert text.index("Gefördert durch") < text.index("Logo 2") < text.index("Logo 4")


@pytest.mark.parametrize("mode", ["RGBA", "RGB", "L", "P", "1", "LA"])
def test_images_of_all_sorts_print_instead_of_their_names(mode: str) -> None:
    image = png(200, 100) if mode == "P" else png(200, 100, mode)
    data = pdf_of(plan_of(TALK, logos=(logo(1, image=image),)))
    assert b"/Subtype /Image" in data
    assert "Logo 1" not in text_of(plan_of(TALK, logos=(logo(1, image=image),)))


def test_an_image_that_cannot_be_read_is_named() -> None:
    broken = base64.b64encode(b"\x89PNG\r\n\x1a\n" + b"x" * 40).decode()
    assert text_of(plan_of(TALK, logos=(logo(1, image=broken),))).startswith("Logo 1\n")


@pytest.mark.parametrize(("size", "expected"), [((400, 200), (35, 17)), ((100, 300), (10, 30)), ((2000, 100), (35, 2))])
def test_a_logo_is_as_wide_as_asked_but_neither_too_high_nor_too_narrow(
    size: tuple[int, int], expected: tuple[int, int]
) -> None:
    (size_in_mm,) = pictures(pdf_of(plan_of(TALK, logos=(logo(1, image=png(*size)),))))
    assert size_in_mm == pytest.approx(expected, abs=1)


def test_hundreds_of_logos_and_notes_still_print() -> None:
    logos = tuple(logo(n, group="funders" if n % 2 else "organisers", width_mm=80) for n in range(200))
    notes = tuple(Note(title=f"Hinweis {n}", text="Text") for n in range(100))
    text = text_of(plan_of(TALK, logos=logos, notes=notes))
    assert text.count("Hinweis") == 100
