"""Which findings were accepted: under their own key, or, what has become one cluster, pair by pair."""

from collections import Counter

from planner.checks.problem import Finding
from planner.model import Acceptance, Plan


class Accepted:
    """The acceptances of a plan. The subjects of a cluster have no order: it stays the same if its parts move."""

    def __init__(self, plan: Plan) -> None:
        self._by_key: dict[tuple[str, tuple[str, ...] | frozenset[str]], Acceptance] = {}
        for acceptance in plan.acceptances:
            self._by_key[acceptance.code, acceptance.subjects] = acceptance
            self._by_key[acceptance.code, frozenset(acceptance.subjects)] = acceptance
        self._number = Counter(acceptance.code for acceptance in plan.acceptances)

    def note(self, code: str, finding: Finding) -> str | None:
        """Return the note with which a finding was accepted; None if it was not, or its facts are others now.

        A cluster of which every pair was accepted is accepted, with the notes of its pairs.
        """
        subjects = finding.subjects if finding.pairs is None else frozenset(finding.subjects)
        acceptance = self._by_key.get((code, subjects))
        if acceptance is not None and dict(acceptance.facts) == finding.facts:
            return acceptance.note
        # Connected things have at least one pair fewer than there are of them: with fewer acceptances, none is missed.
        if finding.pairs is None or self._number[code] < len(finding.subjects) - 2:
            return None
        notes: dict[str, None] = {}
        for pair in finding.pairs():
            note = self.note(code, pair)
            if note is None:
                return None
            notes[note] = None
        return "; ".join(note for note in notes if note)
