from planner.model import Role, Round, Session, Settings, Status
from tests.checks.tiny import QUIET, codes, forum, only, plan, sentences, with_person

ASKED = QUIET.changed(forum_moderation=True, forum_minutes=True, forum_timekeeping=True, expected=30)
ALL = (Role.MODERATION, Role.MINUTES, Role.TIMEKEEPING)
ROUND = (Round(id="round", title="Round"),)


def run(key: str, place: str, *roles: Role, status: Status = Status.CONFIRMED) -> Session:
    credits_ = tuple(with_person(f"{key}-{role}", label="A. Muster", role=role, status=status) for role in roles)
    return forum(key, "10:00", place, contributions=credits_)


def test_what_nobody_does_in_the_forums_of_a_round_is_one_hint() -> None:
    tried = plan(
        run("one", "elm circle", Role.MODERATION),
        run("two", "oak circle", Role.MINUTES),
        run("three", "north groups", *ALL),
        rounds=ROUND,
        settings=ASKED,
    )

    problem = only(tried, "forum-roles")

    assert problem.subjects == ("round", "one", "two")
    assert dict(problem.facts) == {
        "round": "round",
        "forums": 3,
        "no_moderation": 1,
        "no_minutes": 1,
        "no_timekeeping": 2,
    }
    assert sentences(tried, problem) == (
        "Round, 3 Foren: 1 ohne Moderation, 1 ohne Protokoll, 2 ohne Zeitwache.",
        "Round, 3 forums: 1 without moderation, 1 without minutes, 2 without time-keeping.",
    )


def test_one_forum_is_one_forum() -> None:
    tried = plan(run("one", "hall rows", Role.MODERATION, Role.MINUTES), rounds=ROUND, settings=ASKED)

    assert sentences(tried, only(tried, "forum-roles")) == (
        "Round, 1 Forum: 1 ohne Zeitwache.",
        "Round, 1 forum: 1 without time-keeping.",
    )


def test_forums_with_all_roles_are_well() -> None:
    assert codes(plan(run("one", "hall rows", *ALL), rounds=ROUND, settings=ASKED)) == []


def test_an_open_place_is_planned_and_who_declined_is_gone() -> None:
    still_open = run("one", "hall rows", *ALL, status=Status.OPEN)
    assert codes(plan(still_open, rounds=ROUND, settings=ASKED)) == ["asked"]

    gone = run("one", "hall rows", *ALL, status=Status.DECLINED)
    assert only(plan(gone, rounds=ROUND, settings=ASKED), "forum-roles").fact("no_moderation") == 1


def test_each_role_can_be_left_out_in_the_settings() -> None:
    bare = run("one", "hall rows")
    assert Settings().forum_moderation
    assert Settings().forum_minutes
    assert Settings().forum_timekeeping
    assert codes(plan(bare, rounds=ROUND, settings=QUIET)) == []
    only_minutes = QUIET.changed(forum_minutes=True)
    found = only(plan(bare, rounds=ROUND, settings=only_minutes), "forum-roles")
    assert dict(found.facts) == {"round": "round", "forums": 1, "no_minutes": 1}


def test_other_kinds_in_a_round_need_nobody() -> None:
    walk = run("one", "hall rows").changed(kind="workshop")
    assert codes(plan(walk, rounds=ROUND, settings=ASKED)) == []
