import gettext

import pytest

from planner.model import Plan, Role, Seating, Status
from planner.text import Language, kind_name, kind_short, language, role_name, seating_name, status_name

GERMAN = language("de")


def test_german_is_german_and_all_else_english() -> None:
    assert (language("de").code, language("de_AT").code, language("German_Germany").code) == ("de", "de", "de")
    assert (language("en").code, language("fr").code) == ("en", "en")


def test_without_a_code_the_user_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    language.cache_clear()
    monkeypatch.setenv("PLANNER_LANGUAGE", "de")
    assert language().code == "de"
    language.cache_clear()


@pytest.mark.parametrize(("name", "code"), [("de-CH", "de"), ("en-DE", "en")])
def test_a_system_whose_language_python_cannot_take_apart(
    name: str, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown() -> tuple[str, str]:
        raise ValueError(name)

    def told(_category: int) -> str:
        return name

    language.cache_clear()
    monkeypatch.delenv("PLANNER_LANGUAGE", raising=False)
    monkeypatch.setattr("locale.getlocale", unknown)
    monkeypatch.setattr("locale.setlocale", told)
    assert language().code == code
    language.cache_clear()


def test_unknown_sentences_stay_as_they_are() -> None:
    t = Language("en", gettext.NullTranslations())
    assert t("Nobody translates {this}", this="that") == "Nobody translates that"
    assert t("{braces} without values") == "{braces} without values"
    assert t("") == ""
    assert t.count("{number} day", "{number} days", 1) == "1 day"
    assert t.count("{number} day", "{number} days", 3) == "3 days"


def test_the_words_of_the_window() -> None:
    assert [seating_name(seating, GERMAN) for seating in Seating] == [
        "Reihen",
        "Parlamentarisch",
        "U-Form",
        "Stuhlkreis",
        "Gruppentische",
        "Bankett",
        "Blocktafel",
        "Stehtische",
    ]
    assert [status_name(status, GERMAN) for status in Status] == ["offen", "angefragt", "zugesagt", "abgesagt"]
    assert [kind_name(kind, GERMAN) for kind in Plan(id="p").kinds] == [
        "Ankommen",
        "Begrüßung",
        "Impulsvortrag",
        "Podium",
        "Werkstatt",
        "Forum",
        "Plenum",
        "Pause",
        "Essen",
        "Wechsel",
        "Abschluss",
    ]
    kinds = {kind.id: kind_short(kind, GERMAN) for kind in Plan(id="p").kinds}
    assert (kinds["welcome"], kinds["talk"], kinds["meal"], kinds["panel"]) == (
        "Begrüßung",
        "Impuls",
        "Essen",
        "Podium",
    )
    assert role_name(Role.MODERATION, GERMAN) == "Moderation"
