"""The kind of a typed session, by a word of its title in German or English."""

from collections.abc import Iterable

from planner.importers.quick_add.names import fold
from planner.model import KINDS, Kind, Plan
from planner.text.kind_words import kind_told_by, usual_kinds
from planner.text.language import LANGUAGES, language
from planner.text.names import kind_name, kind_short


def kind_names(plan: Plan) -> list[tuple[str, str]]:
    """Return all names of the plan's kinds with their ids: their own names, and the built-in ones in each language."""
    names: dict[tuple[str, str], None] = {}
    for kind in plan.kinds:
        for code in LANGUAGES:
            t = language(code)
            names |= dict.fromkeys((name, kind.id) for name in (kind_name(kind, t), kind_short(kind, t)))
    return list(names)


def told_kind(plan: Plan, title: Iterable[str]) -> Kind | None:
    """Return the kind that is indicated by the first word of a title that indicates any."""
    names = {fold(name): key for name, key in kind_names(plan)}
    for word in title:
        bare = word.strip(".,;:!?()\"'„“”–-")
        if found := plan.kind_by_id.get(names.get(fold(bare)) or kind_told_by(bare) or ""):
            return found
    return None


def usual_kind(plan: Plan, *, with_speaker: bool) -> Kind:
    """Return the kind for a title that indicates none."""
    usual = usual_kinds(with_speaker=with_speaker)
    found = (plan.kind_by_id[kind_id] for kind_id in usual if kind_id in plan.kind_by_id)
    return next(found, None) or next(iter(plan.kinds), None) or next(kind for kind in KINDS if kind.id == usual[0])
