"""Commands on people. Dialogs are imported when they are asked for."""

from planner.ui.desk import Desk


def hours(desk: Desk) -> None:
    """Show when people are there, first of all somebody who contributes to the selected session."""
    from planner.ui.dialogs.people_hours import PeopleHours

    people = [each.person for session in desk.selected() for each in session.everyone() if each.person]
    dialog = PeopleHours(desk.context, next(iter(people), ""), desk.window)
    dialog.exec()
    dialog.deleteLater()


def has_people(desk: Desk) -> bool:
    """Tell whether there is anybody."""
    return desk.files.has_plan and bool(desk.plan.people)
