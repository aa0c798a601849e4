import pytest

from planner.model.needs import Need, need_of


@pytest.mark.parametrize(
    ("words", "need"),
    [
        *((need.value, need) for need in Need),
        ("Rollstuhl", Need.STEP_FREE),
        ("Stufenloser Zugang", Need.STEP_FREE),
        ("wheelchair user", Need.STEP_FREE),
        ("Höranlage", Need.HEARING_LOOP),
        ("Hoeranlage", Need.HEARING_LOOP),
        ("Induktionsschleife", Need.HEARING_LOOP),
        ("Dolmetschen Arabisch", Need.INTERPRETATION),
        ("Interpreting into English", Need.INTERPRETATION),
        ("Gebärdensprache", Need.SIGN_LANGUAGE),
        ("Gebärdensprachdolmetschen", Need.SIGN_LANGUAGE),
        ("GEBÄRDENSPRACHE", Need.SIGN_LANGUAGE),
        ("vegetarisch", None),
        ("Beamer", None),
        ("", None),
    ],
)
def test_what_people_write_is_understood(words: str, need: Need | None) -> None:
    assert need_of(words) == need
