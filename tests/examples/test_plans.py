"""The examples are the days they promise; each assertion is something that a reader of them would miss."""

import re
from collections import Counter
from datetime import date
from itertools import pairwise

from planner.checks import CHECKS, Problem, Severity, problems
from planner.examples import (
    examples,
    osnabrueck,
    osnabrueck_two_days,
    osnabrueck_with_problems,
)
from planner.model import Document, Plan, Registration, Status
from planner.model.agenda import slots
from planner.model.programme import programme

DAY = """
09:30 Ankommen, Anmeldung, Kaffee | Foyer
10:00 Begrüßung | Großer Saal
10:20 Der Entwicklungspolitische Aktionsplan zur Gleichberechtigung der Geschlechter 2016–2020 | Großer Saal
10:50 Fallen und gute Praxis | Großer Saal
11:15 Kaffeepause | Foyer
11:35 Geschlechtergerechtigkeit in der kommunalen Entwicklungspolitik | Großer Saal
12:35 Mittagspause | Foyer
13:35 Handlungslogiken in der Kommune: Einführung in den zweiten Teil | Großer Saal
13:55 Aufteilung und Wechsel in die Räume |
14:05 Forum 1: Integrationsbeauftragte | Raum Hase
14:05 Forum 2: Gleichstellungsbeauftragte | Raum Piesberg
14:05 Forum 3: Politik und Verwaltung | Raum Dom
14:05 Forum 4: Migrantische Organisationen | Atelier
15:15 Kaffee und Rückkehr ins Plenum | Foyer
15:35 Kooperationswerkstatt: modulare Erfolgsfaktoren | Großer Saal
16:35 Ergebnisse und Ausblick | Großer Saal
17:00 Ende der Veranstaltung
"""


def printed(document: Document) -> list[str]:
    """The handout's left side: what happens when and where."""
    lines: list[str] = []
    for day in programme(document).days:
        for slot in day.slots:
            lines += [
                f"{_clock(entry.start)} {entry.title} | {', '.join(entry.rooms)}".strip() for entry in slot.entries
            ]
        lines.append(f"{_clock(day.end)} {day.end_label}")
    return lines


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def found(plan: Plan, *severities: Severity) -> list[Problem]:
    return [problem for problem in problems(plan) if problem.severity in severities]


class TestOneDay:
    def test_is_the_day_of_the_handout(self) -> None:
        assert printed(osnabrueck()) == DAY.strip().splitlines()

    def test_has_no_errors_and_few_hints(self) -> None:
        assert found(osnabrueck().plan, Severity.ERROR, Severity.WARNING) == []
        assert len(problems(osnabrueck().plan)) <= 4

    def test_no_time_is_left_empty_and_lunch_is_fixed(self) -> None:
        plan = osnabrueck().plan
        day = slots(plan, "d-1")
        assert all(one.end == two.start for one, two in pairwise(day))
        assert (day[0].start, day[-1].end) == (plan.days[0].start, plan.days[0].end)
        assert [session.id for session in plan.sessions if session.fixed] == ["s-mittag"]

    def test_sixty_people_of_five_groups_have_the_forum_they_wished(self) -> None:
        plan = osnabrueck().plan
        guests = [person for person in plan.people if person.registration == Registration.REGISTERED]
        assert len(guests) == plan.settings.cap == 60
        assert len({guest.group for guest in guests}) == 5
        assert len({person.name for person in plan.people}) == len(plan.people)
        (round_,) = plan.rounds
        assert Counter(seat.session for seat in round_.seats) == {
            "s-forum-1": 18,
            "s-forum-2": 16,
            "s-forum-3": 14,
            "s-forum-4": 12,
        }
        for seat in round_.seats:
            assert plan.session_by_id[seat.session].series == plan.person_by_id[seat.person].wishes[0]

    def test_people_need_things_come_late_and_write_in_other_scripts(self) -> None:
        plan = osnabrueck().plan
        assert sum(bool(person.available) for person in plan.people) == 2
        assert len({need for person in plan.people for need in person.needs}) >= 6
        names = " ".join(person.name for person in plan.people)
        for script in ("[\u0600-\u06ff]", "[\u1200-\u137f]", "[şğÖ]", "[äöü]", r"\w-\w"):
            assert re.search(script, names)

    def test_nobody_can_be_written_to_by_mistake(self) -> None:
        plan = osnabrueck().plan
        addresses = [
            plan.contact.email,
            plan.organiser_email,
            *(person.email for person in plan.people if person.email),
        ]
        assert all(address.endswith(".example") for address in addresses)
        assert "Beispiel" in plan.venue.name
        assert "erfunden" in plan.imprint

    def test_answers_are_still_awaited(self) -> None:
        credits_ = [contribution for session in osnabrueck().plan.sessions for contribution in session.everyone()]
        states = Counter(credit.status for credit in credits_)
        assert states[Status.ASKED] == 4
        assert states[Status.OPEN] == 3
        assert all(credit.answer_by for credit in credits_ if credit.status == Status.ASKED)
        assert Status.DECLINED not in states

    def test_the_team_has_its_own_paper(self) -> None:
        sessions = osnabrueck().plan.sessions
        for field in ("responsible", "technology", "material", "note"):
            assert sum(bool(getattr(session, field)) for session in sessions) >= 5

    def test_is_a_draft_with_the_papers_around_it(self) -> None:
        plan = osnabrueck().plan
        assert plan.print.draft
        assert plan.print.as_of == date(2017, 5, 12)
        assert [logo.group for logo in plan.logos] == ["organisers", "organisers", "funders", "funders"]
        assert plan.venue.access
        assert plan.venue.travel
        assert plan.contact.text

    def test_two_ideas_wait_in_the_tray(self) -> None:
        assert [session.title for session in osnabrueck().plan.sessions if not session.scheduled] == [
            "Film: SiSTERS",
            "Markt der Projekte",
        ]


class TestTwoDays:
    def test_is_from_lunch_to_lunch_with_an_evening(self) -> None:
        plan = osnabrueck_two_days().plan
        first, second = (slots(plan, day.id) for day in plan.days)
        assert [day.date for day in plan.days] == [date(2017, 6, 19), date(2017, 6, 20)]
        assert (first[0].start, second[-1].end) == (12 * 60, 13 * 60)
        assert first[-1].sessions[0].start == 18 * 60 + 30
        for day in (first, second):
            assert all(one.end == two.start for one, two in pairwise(day))

    def test_has_no_errors(self) -> None:
        assert found(osnabrueck_two_days().plan, Severity.ERROR, Severity.WARNING) == []

    def test_everybody_has_both_wishes(self) -> None:
        plan = osnabrueck_two_days().plan
        for wish, round_ in enumerate(plan.rounds):
            assert len(round_.seats) == 60
            for seat in round_.seats:
                assert plan.session_by_id[seat.session].series == plan.person_by_id[seat.person].wishes[wish]

    def test_three_welcomes_share_one_slot(self) -> None:
        assert [item.title for item in osnabrueck_two_days().plan.session_by_id["s-begruessung"].items] == [
            "Grußwort der Stadt",
            "Grußwort des Ministeriums",
            "Was wir vorhaben",
        ]


class TestWithProblems:
    def test_every_check_finds_something(self) -> None:
        plan = osnabrueck_with_problems().plan
        found = problems(plan, today=date(2017, 6, 1))
        assert {problem.code for problem in found} == {check.code for check in CHECKS}

    def test_still_reads_as_the_same_day(self) -> None:
        clean, broken = osnabrueck().plan, osnabrueck_with_problems().plan
        kept = {session.id for session in clean.sessions}
        assert kept < set(broken.session_by_id)
        assert len(broken.sessions) - len(kept) <= 8
        changed = [session for session in clean.sessions if broken.session_by_id[session.id] != session]
        assert len(changed) <= len(kept) * 2 // 3

    def test_can_be_told_from_the_clean_one(self) -> None:
        assert "mit Fehlern" in osnabrueck_with_problems().plan.title
        assert len({document.plan.id for document in examples().values()}) == 3
