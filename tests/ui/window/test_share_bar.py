from planner.examples import osnabrueck, template
from planner.model import new_id
from planner.ui.window.share_bar import shares


def test_the_osnabrueck_day() -> None:
    plan = osnabrueck().plan
    assert shares(plan, plan.days[0].id) == (21, 48, 31)


def test_shares_add_up() -> None:
    for name in ("one-day", "two-day"):
        plan = template(name, plan_id=new_id()).plan
        for day in plan.days:
            assert sum(shares(plan, day.id)) == 100


def test_an_empty_day_has_none() -> None:
    plan = template("empty", plan_id=new_id()).plan
    assert shares(plan, plan.days[0].id) == ()
