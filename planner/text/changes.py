"""Changes between two plans as sentences: "Podium: Beginn 11:35 → 11:50"."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, Final, cast

from planner.model import (
    Available,
    Capacity,
    Contribution,
    Everyone,
    Item,
    Note,
    Number,
    Place,
    Plan,
    Registration,
    Role,
    Seat,
    Seating,
    Share,
    Status,
)
from planner.model.audience import Audience
from planner.model.merge.apply import MergeHindrance, RefusedChange
from planner.model.merge.diff import Change, FieldChange, Noun, differing
from planner.model.plan import Acceptance
from planner.text.field_names import AUDIENCES, FIELD_LABELS, GENDERS, NOUNS, ORDERS, REGISTRATIONS
from planner.text.language import Language, mark
from planner.text.names import contribution_name, kind_name, role_name, seating_name, status_name, subject_name
from planner.text.times import clock, clock_range, date_plain, duration

LONGEST: Final = 60
"""Characters of a value that is shown; of longer texts only the name of the field is."""
_CLOCKS: Final = frozenset({"start", "end", "lunch_from", "lunch_until"})
_LENGTHS: Final = frozenset({"minutes", "longest_without_break", "longest_one_way", "grid"})
_WORDS: Final[dict[type, Callable[[Any, Language], str]]] = {
    bool: lambda value, t: t("yes") if value else t("no"),
    date: date_plain,
    Seating: seating_name,
    Role: role_name,
    Status: status_name,
    Audience: lambda value, t: t(AUDIENCES[value]),
    Registration: lambda value, t: t(REGISTRATIONS[value]),
    Everyone: lambda _, t: t("Everyone"),
    Number: lambda value, t: t.count("{number} person", "{number} people", value.number),
    Capacity: lambda value, t: f"{seating_name(value.seating, t)} {value.places}",
    Note: lambda value, _: value.title,
}
_REFUSALS: Final = {
    MergeHindrance.IN_USE: mark("This cannot be applied yet, because it is still used here: {names}."),
    MergeHindrance.DAY_TWICE: mark("This cannot be applied, because two days would have the same date: {names}."),
    MergeHindrance.TOO_MANY: mark("This cannot be applied, because the plan would become too large."),
    MergeHindrance.INVALID: mark("This cannot be applied on its own, because it conflicts with your changes."),
}


def change_sentence(change: Change, t: Language) -> str:
    """Return a change as one line."""
    if change.what == "ordered":
        return t(ORDERS[change.noun])
    name = change_name(change, t)
    if change.what == "added":
        return t("New: {noun} “{name}”", noun=t(NOUNS[change.noun]), name=name)
    if change.what == "removed":
        return t("Removed: {noun} “{name}”", noun=t(NOUNS[change.noun]), name=name)
    return f"{name}: {'; '.join(field_sentence(change, field, t) for field in change.fields)}"


def change_name(change: Change, t: Language) -> str:
    """Return the name of the entry that changed, as it was before the change."""
    if change.id and change.noun != "plan":
        plan = change.after if change.what == "added" else change.before
        return _shortened(_name(plan, change.noun, change.id, t))
    return t(NOUNS[change.noun])


def field_sentence(change: Change, field: FieldChange, t: Language) -> str:
    """Return one field before and after; of long texts only the name of the field."""
    label = t(FIELD_LABELS.get(field.name, NOUNS[change.noun]))
    before, after = field.before, field.after
    if _has_ids(before) or _has_ids(after):
        return f"{label} {', '.join(_entry_changes(change, before, after, t))}"
    old = _value(change.before, field, before, t)
    new = _value(change.after, field, after, t)
    if old == new or field.name == "image" or max(len(old), len(new)) > LONGEST or "\n" in old + new:
        return t("{field} changed", field=label)
    return f"{label} {old or '–'} → {new or '–'}"


def change_sides(change: Change, t: Language) -> tuple[str, str]:
    """Return an entry before and after, to be shown side by side, with a line for each field that differs."""
    if change.what == "ordered":
        return t("order as before"), t("different order")
    if change.what != "changed":
        there, gone = t("present"), t("missing")
        return (gone, there) if change.what == "added" else (there, gone)
    pairs = [_field_sides(change, field, t) for field in change.fields]
    return "\n".join(mine for mine, _ in pairs), "\n".join(theirs for _, theirs in pairs)


def _field_sides(change: Change, field: FieldChange, t: Language) -> tuple[str, str]:
    label = t(FIELD_LABELS.get(field.name, NOUNS[change.noun]))
    if field.name == "image" or _has_ids(field.before) or _has_ids(field.after):
        return f"{label}: –", field_sentence(change, field, t)
    sides = ((change.before, field.before), (change.after, field.after))
    old, new = (_shortened(_value(plan, field, value, t)) or "–" for plan, value in sides)
    if old == new:
        return f"{label}: {old}", field_sentence(change, field, t)
    return f"{label}: {old}", f"{label}: {new}"


def refusal_sentence(plan: Plan, refused: RefusedChange, t: Language) -> str:
    """Return why a change could not be applied."""
    known = [subject for subject in refused.subjects if subject_name(plan, subject, t) != subject]
    names = ", ".join(_shortened(subject_name(plan, subject, t)) for subject in known[:4]) or "…"
    return t(_REFUSALS[refused.code], names=names)


def _name(plan: Plan, noun: Noun, id_: str, t: Language) -> str:
    match noun:
        case "kind":
            return kind_name(plan.kind_by_id[id_], t)
        case "series":
            return next(series.title for series in plan.series if series.id == id_)
        case "logo":
            return next(logo.name for logo in plan.logos if logo.id == id_)
        case _:
            return subject_name(plan, id_, t)


def _has_ids(value: object) -> bool:
    return isinstance(value, tuple) and any(isinstance(entry, Item | Contribution) for entry in cast("Any", value))


def _entry_changes(change: Change, before: Iterable[Any], after: Iterable[Any], t: Language) -> list[str]:
    """Return what happened to each item or contribution that differs, by its name."""
    old, new = {entry.id: entry for entry in before}, {entry.id: entry for entry in after}
    found = [f"+ {_entry(change.after, entry, t)}" for id_, entry in new.items() if id_ not in old]
    found += [f"− {_entry(change.before, entry, t)}" for id_, entry in old.items() if id_ not in new]
    for id_, entry in new.items():
        if id_ in old and old[id_] != entry:
            parts = [field_sentence(change, part, t) for part in differing(old[id_], entry)]
            found.append(f"{_entry(change.before, old[id_], t)} ({'; '.join(parts)})")
    return found or [t("in a different order")]


def _entry(plan: Plan, entry: Item | Contribution, t: Language) -> str:
    if isinstance(entry, Item):
        return f"„{_shortened(entry.title)}“" if t.code == "de" else f"“{_shortened(entry.title)}”"
    return f"{_shortened(contribution_name(plan, entry))}, {role_name(entry.role, t)}"


def _value(plan: Plan, field: FieldChange, value: Any, t: Language) -> str:  # noqa: ANN401  # whatever a field holds
    word = next((word for kind, word in _WORDS.items() if type(value) is kind), None)
    if word is not None:
        return word(value, t)
    if value is None or value in ("", ()):
        return ""
    if isinstance(value, int):
        return _number(field.name, value)
    if isinstance(value, tuple):
        entries = cast("tuple[Any, ...]", value)
        counted = isinstance(entries[0], Seat | Acceptance)
        return str(len(entries)) if counted else ", ".join(_value(plan, field, entry, t) for entry in entries)
    if field.to is not None:
        return _name(plan, field.to, value, t)
    return t(GENDERS[value]) if field.name == "gender" else _part(plan, value, t)


def _number(name: str, value: int) -> str:
    if name in _CLOCKS:
        return clock(value)
    if name in _LENGTHS or name.endswith("_minutes"):
        return duration(value)
    return f"{value} %" if name == "largest_speaking_share" else str(value)


def _part(plan: Plan, value: object, t: Language) -> str:
    match value:
        case Place():
            seating = f" ({seating_name(value.seating, t)})" if value.seating else ""
            return f"{_name(plan, 'room', value.room, t)}{seating}"
        case Available():
            return f"{_name(plan, 'day', value.day, t)} {clock_range(value.start, value.start + value.minutes)}"
        case Share():
            return _name(plan, "round", value.round, t)
        case _:
            return str(value)


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"
