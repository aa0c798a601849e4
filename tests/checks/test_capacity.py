from planner.model import Number, Place, Registration, Role, Seating, Settings
from tests.checks.tiny import codes, group, offered, only, people, plan, pressed, room, sentences, session, with_person


def test_a_room_too_small_in_its_seating_is_told_with_its_numbers() -> None:
    tried = plan(session("studio", "10:00", place="hall groups"))

    problem = only(tried, "room-small")

    assert problem.subjects == ("studio",)
    assert dict(problem.facts) == {
        "session": "studio",
        "people": 60,
        "room": "hall",
        "seating": "groups",
        "places": 48,
        "missing": 12,
    }
    assert sentences(tried, problem) == (
        "Studio: 60 Personen, Hall an Gruppentischen 48 Plätze. 12 fehlen.",
        "Studio: 60 people, Hall at group tables 48 places. 12 places short.",
    )


def test_the_same_room_in_another_seating_holds_them() -> None:
    assert codes(plan(session("studio", "10:00", place="hall rows"))) == []


def test_one_is_one_in_both_languages() -> None:
    tried = plan(group("lecture", "10:00", place="oak circle", people=15))

    assert sentences(tried, only(tried, "room-small")) == (
        "Lecture: 15 Personen, Oak im Stuhlkreis 14 Plätze. 1 fehlt.",
        "Lecture: 15 people, Oak in a circle of chairs 14 places. 1 place short.",
    )


def test_exactly_full_is_enough() -> None:
    assert codes(plan(group("lecture", "10:00", place="oak circle", people=14))) == []


def test_a_room_too_small_is_mended_by_its_seating_or_another_room() -> None:
    tried = plan(session("studio", "10:00", place="hall groups"))
    problem = only(tried, "room-small")
    assert offered(tried, problem) == ["Seating Rows: 80 places (solves 1, creates 0)"]

    tried = plan(group("lecture", "10:00", place="oak circle", people=15))
    problem = only(tried, "room-small")
    labels = offered(tried, problem)
    assert labels == [
        "“Lecture” to Elm, Circle of chairs (20 places) (solves 1, creates 0)",
        "“Lecture” to North, Group tables (24 places) (solves 1, creates 0)",
    ]
    assert pressed(tried, problem, labels[0]).session_by_id["lecture"].places == (
        Place(room="elm", seating=Seating.CIRCLE),
    )


def test_another_room_is_seated_as_usual_for_the_kind_where_it_is_not_seated_as_now() -> None:
    rooms = (room("oak", circle=14), room("elm", rows=30, groups=40))
    tried = plan(group("lecture", "10:00", place="oak circle", people=20), rooms=rooms)
    assert tried.kind_of(tried.session_by_id["lecture"]).seating == Seating.GROUPS

    assert offered(tried, only(tried, "room-small")) == [
        "“Lecture” to Elm, Group tables (40 places) (solves 1, creates 0)",
    ]


def test_one_more_room_is_offered_where_none_alone_is_enough() -> None:
    tried = plan(session("studio", "10:00", place="north rows"), rooms=plan().rooms[1:4])
    problem = only(tried, "room-small")

    labels = offered(tried, problem)

    assert labels == ["Add Elm, Rows: 70 places in all (solves 1, creates 0)"]
    assert codes(pressed(tried, problem, labels[0])) == []


def test_the_places_of_several_rooms_add_up() -> None:
    both = (Place(room="north", seating=Seating.GROUPS), Place(room="south", seating=Seating.GROUPS))
    assert codes(plan(group("lecture", "10:00", people=48, places=both))) == []

    tried = plan(group("lecture", "10:00", people=50, places=both))
    assert sentences(tried, only(tried, "room-small")) == (
        "Lecture: 50 Personen, 2 Räume zusammen 48 Plätze. 2 fehlen.",
        "Lecture: 50 people, 2 rooms together 48 places. 2 places short.",
    )


def test_stage_and_staff_count_by_the_settings_and_the_sum_is_shown() -> None:
    stage = (with_person("c1", label="A"), with_person("c2", label="B"))
    behind = with_person("c3", label="C", role=Role.TECHNOLOGY)
    lecture = group("lecture", "10:00", people=18, contributions=(*stage, behind))
    assert codes(plan(lecture)) == []

    tried = plan(lecture, settings=Settings(stage_counts=True, staff_counts=True, staff=3, cap=63))
    problem = only(tried, "room-small")

    assert dict(problem.facts) == {
        "session": "lecture",
        "people": 23,
        "attending": 18,
        "stage": 2,
        "staff": 3,
        "room": "elm",
        "seating": "circle",
        "places": 20,
        "missing": 3,
    }
    assert sentences(tried, problem) == (
        "Lecture: 18 + 2 auf der Bühne + 3 Team = 23 Personen, Elm im Stuhlkreis 20 Plätze. 3 fehlen.",
        "Lecture: 18 + 2 on stage + 3 staff = 23 people, Elm in a circle of chairs 20 places. 3 places short.",
    )


def test_more_people_than_the_event_takes() -> None:
    tried = plan(settings=Settings(expected=63, cap=60))

    problem = only(tried, "cap")

    assert problem.subjects == ("plan",)
    assert dict(problem.facts) == {"people": 63, "most": 60, "over": 3}
    assert sentences(tried, problem) == (
        "63 Personen, vorgesehen sind höchstens 60. 3 zu viel.",
        "63 people for an event limited to 60. 3 too many.",
    )
    assert offered(tried, problem) == [
        "Expect 60 people (solves 1, creates 0)",
        "Raise the limit to 63 people (solves 1, creates 0)",
    ]


def test_who_waits_or_cancelled_is_not_counted() -> None:
    listed = (
        *people(60, registration=Registration.REGISTERED),
        *(person.changed(id=f"w{person.id}", name="") for person in people(5, registration=Registration.WAITING)),
        *(person.changed(id=f"x{person.id}", name="") for person in people(5, registration=Registration.CANCELLED)),
    )
    assert codes(plan(people=listed)) == []

    one_more = plan(people=(*listed[:-1], listed[-1].changed(registration=Registration.REGISTERED)))
    assert dict(only(one_more, "cap").facts) == {"people": 61, "most": 60, "over": 1}


def test_counted_staff_are_shown_in_the_sum() -> None:
    tried = plan(settings=Settings(expected=58, cap=60, staff=4, staff_counts=True))

    assert sentences(tried, only(tried, "cap")) == (
        "58 + 4 Team = 62 Personen, vorgesehen sind höchstens 60. 2 zu viel.",
        "58 + 4 staff = 62 people for an event limited to 60. 2 too many.",
    )


def test_a_session_planned_for_more_than_the_event_takes() -> None:
    tried = plan(group("party", "10:00", place="hall rows", people=61))

    problem = only(tried, "cap")

    assert dict(problem.facts) == {"session": "party", "people": 61, "most": 60, "over": 1}
    assert sentences(tried, problem) == (
        "Party: 61 Personen, für die Tagung sind höchstens 60 vorgesehen. 1 zu viel.",
        "Party: 61 people, but the event is limited to 60. 1 too many.",
    )
    mended = pressed(tried, problem, "Plan “Party” for 60 people (solves 1, creates 0)")
    assert mended.session_by_id["party"].attendance == Number(number=60)


def test_a_session_planned_for_all_that_the_event_takes() -> None:
    assert codes(plan(group("party", "10:00", place="hall rows", people=60))) == []
