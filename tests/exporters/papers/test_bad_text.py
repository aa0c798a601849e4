import pytest
from hypothesis import given, settings

from planner.exporters.contract import ExportError
from planner.exporters.papers import session_rows as rows_module
from planner.exporters.papers.exporter import PDF, missing_characters
from planner.exporters.papers.handout_options import HandoutOptions
from planner.model import Document, Note, Venue
from planner.model.programme import programme
from tests.exporters.papers.handouts import TALK, beside, pages_of, pdf_of, person, plan_of, text_of
from tests.profiles import tries
from tests.strategies import documents, texts


def titled(title: str) -> Document:
    return plan_of(TALK.changed(kind="welcome", title=title, places=()))


@pytest.mark.parametrize(
    "text",
    [
        "Q&A <Intro & A < B",
        "<b>fett</b> &amp; <br/>",
        "<img src='file:///etc/passwd'/>",
        '<a href="https://x.example">x</a>',
        "(Klammer) \\ %s {braced} )",
        "Nguyễn Thị Hương",
        "Şükran Yıldız-Öğüt, Łukasz Żółć",
        "Дмитрий Αθηνά",
        "ሰላም ተስፋዬ",
        "ẍ and ệ and á",
    ],
)
def test_text_prints_as_it_was_typed(text: str) -> None:
    assert f"10:00 {text}\n" in text_of(titled(text))


@pytest.mark.parametrize("name", ["محمد عبد الله", "لێکۆڵەر ڕێبوار", "مرحبا"])
def test_arabic_names_can_be_found_and_read(name: str) -> None:
    """Alone on its line; beside German, readers of PDF guess in which order the parts of a line were meant."""
    assert f"\n{name}\n" in text_of(plan_of(TALK.changed(contributions=(person(name),))))


def test_arabic_letters_are_joined_and_run_from_right_to_left() -> None:
    from planner.exporters.typeset.fonts import Fonts

    fonts = Fonts()
    (word,) = fonts.pieces("مرحبا", "regular")
    alone = [fonts.pieces(letter, "regular")[0].glyphs[0].code for letter in "مرحبا"]
    assert word.direction == "R"
    assert [glyph.code for glyph in word.glyphs] != alone[::-1]
    assert word.glyphs[0].code != alone[0]
    assert word.width < sum(fonts.width(letter, "regular") for letter in "مرحبا")


def test_numbers_and_brackets_keep_their_sense_among_words_from_right_to_left() -> None:
    from planner.exporters.typeset.fonts import Fonts
    from planner.exporters.typeset.lines import StyledText, lines
    from planner.exporters.typeset.styles import Style

    (line,) = lines(Fonts(), [StyledText("عام (2017): سلام", Style("regular", 10, 12, "#000000"))], 500)
    assert [run.piece.text for run in line.runs] == ["سلام", "): ", "2017", " (", "عام"]


def test_characters_that_turn_text_round_are_left_out() -> None:
    assert "10:00 links rechts innen\n" in text_of(titled("links\u202e rechts\u2066 innen\u2069\u200f"))


@pytest.mark.parametrize("text", ["Fest 🎉!", "漢字", "\ue000 privat", "\U0001f10d"])
def test_what_no_font_has_is_a_visible_box_and_is_listed(text: str) -> None:
    document = titled(text)
    found = missing_characters(programme(document))
    assert "□" in text_of(document)
    assert "\ue000" in text or set(found) == {char for char in text if ord(char) > 0x2FFF}


def test_nothing_is_missing_in_text_that_prints() -> None:
    assert missing_characters(programme(titled("Begrüßung, مرحبا, ሰላም, Łódź, ẍ, weiches\xadTrennen"))) == ()


def test_a_title_of_300_characters_prints_whole() -> None:
    title = ("Sehr langer Titel " * 17)[:300].strip()
    text = text_of(plan_of(TALK.changed(title=title), title=title)).replace("\n", " ")
    assert text.count(title) == 2


@pytest.mark.parametrize(
    "word", ["x" * 300, "Donaudampfschifffahrtsgesellschaft" * 8, "https://x.example/" + "pfad/" * 50]
)
def test_words_wider_than_the_page_are_broken(word: str) -> None:
    document = plan_of(
        TALK.changed(title=word), beside(TALK, id="b", start=700, title=word), beside(TALK, id="c", start=700)
    )
    text = "".join(text_of(document).split())
    assert text.replace("-", "").count(word) == 2


def test_a_compound_breaks_after_its_linking_s_and_other_words_not_at_all() -> None:
    sessions = (beside(TALK, id=f"s{n}", title="Gleichstellungsbeauftragte") for n in range(4))
    assert "Gleichstellungs-\nbeauftragte" in text_of(plan_of(*sessions, title=""))
    assert "-\n" not in text_of(titled("Gleichstellungsbeauftragte " * 10))


def test_a_soft_hyphen_is_where_a_word_breaks_and_is_not_seen_elsewhere() -> None:
    assert "10:00 Fortbildung\n" in text_of(titled("Fort\xadbildung"))
    sessions = (beside(TALK, id=f"s{n}", title="Fortbildungen in Über\xadlandwerkstätten") for n in range(4))
    assert "Über-\nlandwerkstätten" in text_of(plan_of(*sessions))


def test_initials_and_dates_stay_together() -> None:
    for width in range(0, 40, 3):
        text = text_of(titled("i" * width + " " + "wort " * 18 + "V. i. S. d. P. am 1. Juni"))
        assert "V. i. S. d. P." in text
        assert "1. Juni" in text


def test_20_000_characters_print_on_as_many_pages_as_they_need() -> None:
    long = ("Wort " * 4000).strip()
    document = plan_of(
        TALK.changed(description=long),
        introduction=long,
        imprint=long,
        venue=Venue(access=long),
        notes=(Note(title="Hinweis", text=long),),
    )
    pages = pages_of(document, descriptions=True)
    assert sum(page.count("Wort") for page in pages) == 5 * 4000
    assert len(pages) > 5


def test_200_sessions_print_in_order_and_break_between_rows() -> None:
    sessions = (
        TALK.changed(id=f"s{n}", title=f"Beitrag Nummer {n}", question="Wie?", start=n * 7, minutes=7)
        for n in range(200)
    )
    pages = pages_of(plan_of(*sessions))
    text = "\n".join(pages)
    places = [text.index(f"Beitrag Nummer {n}\nWie?") for n in range(200)]
    assert places == sorted(places)
    assert all(page.count("Impulsvortrag") == page.count("Wie?") for page in pages)


def test_a_session_longer_than_a_page_goes_on_on_the_next() -> None:
    people = tuple(
        person(f"Person {n:03}", organisation="Ein Verein mit einem längeren Namen " * 3) for n in range(150)
    )
    pages = pages_of(plan_of(TALK.changed(contributions=people)))
    assert len(pages) > 1
    assert "".join(pages).count("Person") == 150


def test_a_failing_session_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = rows_module.credit_blocks

    def fails(credits_: tuple[object, ...], *rest: object) -> object:
        if credits_:
            raise ZeroDivisionError
        return whole((), *rest)  # pyright: ignore[reportArgumentType]  # as the program calls it

    monkeypatch.setattr(rows_module, "credit_blocks", fails)
    good, bad = beside(TALK), beside(TALK, id="bad", title="Kaputt", contributions=(person("X"),))
    with pytest.raises(ExportError, match="„Kaputt“") as caught:
        pdf_of(plan_of(good, bad))
    assert caught.value.session == "bad"


@given(texts)
@settings(max_examples=tries(30), deadline=None)
def test_any_text_prints_everywhere(text: str) -> None:
    session = TALK.changed(title=text, question=text, contributions=(person("x", function=text),))
    document = plan_of(session, title=text, introduction=text, imprint=text, venue=Venue(access=text, name=text))
    assert pdf_of(document, descriptions=True).startswith(b"%PDF")


@given(documents())
@settings(max_examples=tries(25), deadline=None)
def test_any_document_prints(document: Document) -> None:
    assert PDF.export(document, HandoutOptions(language="en", descriptions=True))[0].data.startswith(b"%PDF")
