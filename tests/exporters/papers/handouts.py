"""Small plans as handouts, and what can be read in them."""
# pypdfium2 and Pillow are typed in part; this file is the only one of these tests that asks them.
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false, reportUnknownLambdaType=false
# pyright: reportAttributeAccessIssue=false, reportOptionalMemberAccess=false, reportReturnType=false

import re
from datetime import date
from unicodedata import normalize

from pypdfium2 import PdfDocument
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

from planner.examples import osnabrueck, osnabrueck_two_days
from planner.exporters.papers.exporter import PDF
from planner.exporters.papers.handout_options import HandoutOptions
from planner.model import Contribution, Day, Document, Number, Place, Plan, Room, Round, Session, Share, Status

DAY = Day(id="d1", date=date(2017, 6, 19))
ROOMS = (Room(id="r1", name="Saal"), Room(id="r2", name="Foyer"))
TALK = Session(id="impuls", kind="talk", title="Impuls", day="d1", start=600, minutes=30, places=(Place(room="r1"),))
ONE_DAY, TWO_DAYS = osnabrueck(), osnabrueck_two_days()


def plan_of(*sessions: Session, **fields: object) -> Document:
    known = {"id": "plan", "title": "Treffen", "days": (DAY,), "rooms": ROOMS}
    return Document(plan=Plan.model_validate({**known, "sessions": sessions, **fields}))


def forums(number: int) -> Document:
    sessions = (
        TALK.changed(id=f"f{n}", kind="forum", title=f"Forum {n}: Thema", attendance=Share(round="g"))
        for n in range(1, number + 1)
    )
    return plan_of(*sessions, rounds=(Round(id="g", question="Was tun?"),))


def person(name: str, **fields: object) -> Contribution:
    return Contribution.model_validate(
        {"id": f"c{abs(hash(name))}", "label": name, "status": Status.CONFIRMED, **fields}
    )


def beside(session: Session, **fields: object) -> Session:
    return session.changed(attendance=Number(number=5), **fields)


def pdf_of(document: Document, **options: object) -> bytes:
    return PDF.export(document, HandoutOptions.model_validate(options))[0].data


def pages_of(document: Document, **options: object) -> list[str]:
    """Return the text of each page; a hyphen at a line's end is a hyphen, not pdfium's sign for one."""
    return pages_in(pdf_of(document, **options))


def pages_in(data: bytes) -> list[str]:
    """Return the text of each page of a PDF."""
    pdf = PdfDocument(data)
    try:
        texts = [page.get_textpage().get_text_range() for page in pdf]
    finally:
        pdf.close()
    return [normalize("NFC", re.sub("[\ufffe\x02]", "-\n", text).replace("\r\n", "\n")) for text in texts]


def text_of(document: Document, **options: object) -> str:
    return "\n".join(pages_of(document, **options))


def about(data: bytes) -> dict[str, str]:
    """Return title, author and the like."""
    return PdfDocument(data).get_metadata_dict()


def bookmarks(data: bytes) -> list[tuple[str, int]]:
    """Return the outline: each entry with the number of its page, from 0."""
    entries = [(entry.get_title(), entry.get_dest()) for entry in PdfDocument(data).get_toc()]
    return [(title, target.get_index()) for title, target in entries]


def sizes(data: bytes) -> list[tuple[int, int]]:
    """Return width and height of each page in mm."""
    return [(round(page.get_width() / 72 * 25.4), round(page.get_height() / 72 * 25.4)) for page in PdfDocument(data)]


def ink(data: bytes) -> tuple[int, int, int, int]:
    """Return left, top, right and bottom of what is drawn on the first page, in points."""
    image = PdfDocument(data)[0].render(scale=1).to_pil().convert("L")
    return image.point(lambda value: 255 if value < 250 else 0).getbbox() or (0, 0, 0, 0)


def pictures(data: bytes) -> list[tuple[float, float]]:
    """Return width and height in mm of each image on the first page."""
    boxes = [shape.get_bounds() for shape in PdfDocument(data)[0].get_objects() if shape.type == FPDF_PAGEOBJ_IMAGE]
    return [((right - left) / 72 * 25.4, (top - bottom) / 72 * 25.4) for left, bottom, right, top in boxes]


def base_line(data: bytes, text: str) -> float:
    """Return how high on the first page a text stands, in points from below."""
    page = PdfDocument(data)[0].get_textpage()
    found = page.search(text).get_next()
    assert found is not None
    return page.get_charbox(found[0])[1]


def left_end(data: bytes, text: str) -> float:
    """Return how far from the left of the first page a text begins, in points."""
    page = PdfDocument(data)[0].get_textpage()
    found = page.search(text).get_next()
    assert found is not None
    return round(page.get_charbox(found[0])[0])
