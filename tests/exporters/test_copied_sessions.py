"""What leaves by the clipboard: only what guests may see, and nothing that another program would run."""

from html.parser import HTMLParser

from hypothesis import given

from planner.exporters import copied_sessions
from planner.model import Audience, Contribution, Document, Item, Plan
from planner.model.programme import programme, untimed
from planner.text import language
from tests.model.small import at, plan_of
from tests.texts import texts

T = language("en")


class Cells(HTMLParser):
    """Reads a table as another program would."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.tags.add(tag)
        if tag == "tr":
            self.rows.append([])
        elif tag in {"td", "th"}:
            self.rows[-1].append("")
        elif tag == "br":
            self.rows[-1][-1] += "\n"

    def handle_data(self, data: str) -> None:
        if self.rows and self.rows[-1]:
            self.rows[-1][-1] += data


def text_of(plan: Plan) -> str:
    document = Document(plan=plan)
    return copied_sessions.text(programme(document), untimed(document), T)


def html_of(plan: Plan) -> str:
    document = Document(plan=plan)
    return copied_sessions.html(programme(document), untimed(document), T)


def table_of(plan: Plan) -> list[list[str]]:
    cells = Cells()
    cells.feed(html_of(plan))
    assert cells.tags <= {"html", "head", "meta", "body", "table", "tr", "th", "td", "br", "b"}
    return cells.rows


def test_a_line_a_session_with_tabs() -> None:
    ann = Contribution(id="c", person="ann", function="Chair")
    plan = plan_of(
        at("late", 1030, 45, "foyer", title="Late"),
        at("early", 900, 90, "hall", title="Early", contributions=(ann,)),
        at("some-day", None, title="Some day"),
    )
    assert text_of(plan).split("\n") == [
        "09:00–10:30\tEarly\tHall\tAnn, Chair (invited)",
        "10:30–11:15\tLate\tFoyer\t",
        "\tSome day\t\t",
    ]


def test_a_table_with_a_head_and_what_belongs_to_a_title() -> None:
    plan = plan_of(at("a", 900, 60, "hall", title="A & <B>", subtitle="below", items=(Item(id="i", title="Part"),)))
    assert table_of(plan) == [
        ["Time", "Title", "Room", "Contributors"],
        ["09:00–10:00", "A & <B>\nbelow\nPart", "Hall", ""],
    ]


def test_dates_stand_there_where_there_are_several() -> None:
    plan = plan_of(at("a", 900, title="A"), at("b", 900, title="B", day="tue"))
    assert text_of(plan).split("\n")[::2] == ["Monday, 1 March 2027", "Tuesday, 2 March 2027"]
    assert table_of(plan)[1] == ["Monday, 1 March 2027"]


def test_what_is_not_public_is_in_neither() -> None:
    secret = "canary"
    hidden = Contribution(id="hidden", label=secret, audience=Audience.TEAM)
    plan = plan_of(
        at(
            "a", 900, title="Public", note=secret, responsible=secret, technology=secret, material=secret,
            needs=(secret,), contributions=(hidden,),
            items=(Item(id="i", title="Item", contributions=(hidden.changed(id="other"),)),),
        ),
        at("b", 1000, title=secret, audience=Audience.TEAM),
        at("c", None, title=secret, audience=Audience.INTERNAL),
    )  # fmt: skip
    for text in (text_of(plan), html_of(plan)):
        assert "Public" in text
        assert secret not in text


def test_nothing_becomes_a_formula() -> None:
    plan = plan_of(at("a", 900, title='=HYPERLINK("http://example.org")'))
    assert text_of(plan).split("\t")[1].startswith("'=")
    assert table_of(plan)[1][1].startswith("'=")


@given(texts, texts)
def test_whatever_was_typed_stays_in_its_cell(title: str, label: str) -> None:
    plan = plan_of(at("a", 900, title=title, subtitle=title, contributions=(Contribution(id="c", label=label),)))
    assert text_of(plan).count("\t") == 3
    assert len(text_of(plan).splitlines()) == 1
    assert [len(row) for row in table_of(plan)] == [4, 4]
