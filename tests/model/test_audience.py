"""Public, attendees, team, internal: each sees what is for those before it."""

from planner.model.audience import Audience, sees


def test_each_level_sees_all_before_it() -> None:
    levels = tuple(Audience)
    for place, viewer in enumerate(levels):
        assert [sees(viewer, thing) for thing in levels] == [number <= place for number in range(len(levels))]
