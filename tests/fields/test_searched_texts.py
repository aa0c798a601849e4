"""Find and replace looks into every text that is printed or noted, and can say what each is called."""

from planner.fields.searched_texts import LABELS, SEARCHED, TEXTS
from planner.model import Contribution, Day, Item, Plan, Round, Session
from planner.model.limits import limit_of


def test_every_text_of_what_is_printed_is_searched_and_has_a_label() -> None:
    unsearched = {"needs", "organiser_email"}  # words of a list, and an address
    for model in (Plan, Day, Session, Item, Contribution, Round):
        held = {name for name in model.model_fields if limit_of(model, name)} - unsearched
        assert held == set(TEXTS[model])
        assert all(LABELS[model, name] for name in held)


def test_none_is_named_twice() -> None:
    assert len(LABELS) == len(SEARCHED)
    assert len({LABELS[Session, name] for name in TEXTS[Session]}) == len(TEXTS[Session])
