"""A plan as an audience may see it, by the marks of its fields: what programmes and so all exporters are made of."""

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple, TypeVar, cast

from planner.model.audience import Audience, sees
from planner.model.base import Frozen
from planner.model.marks import MarkedField, fields_of
from planner.model.plan import Plan
from planner.model.references import held_inside, redirected, same

F = TypeVar("F", bound=Frozen)


class _View(NamedTuple):
    """The fields of a model that an audience may not see, and those of whose values it may see only a part."""

    hidden: tuple[MarkedField, ...]
    inner: tuple[MarkedField, ...]
    own: bool
    """Whether each value says for itself who may see it."""
    whole: bool
    """Whether nothing of a value is left, because a field that must have a value is hidden."""


def seen_by(plan: Plan, audience: Audience) -> Plan:
    """Return the plan without what an audience may not see: hidden fields are empty, hidden entries are gone.

    What is special is gone for every audience. A person is there only where something that is seen names them.
    """
    seen: Plan = _seen(_with(plan, {"people": ()}), audience)
    kept = {session.id for session in seen.sessions}
    gone = dict.fromkeys(session.id for session in plan.sessions if session.id not in kept)
    seen = _with(seen, redirected(seen, "sessions", gone))
    named = {target for to, target in held_inside(seen)[1] if to == "people"}
    people = (_seen(person, audience) for person in plan.people if person.id in named)
    return _with(seen, {"people": tuple(person for person in people if person is not None)})


def _seen(value: Any, audience: Audience) -> Any:  # noqa: ANN401  # a value of the model; None if it is hidden as a whole
    view = _view(cast("type[Frozen]", type(value)), audience)
    if view.whole or (view.own and not sees(audience, value.audience)):
        return None
    updates: dict[str, Any] = {}
    for field in view.hidden:
        if getattr(value, field.name) != field.default:
            updates[field.name] = field.default
    for field in view.inner:
        old = getattr(value, field.name)
        if old is None or old == ():
            continue
        if field.many:
            parts = tuple(part for part in (_seen(part, audience) for part in old) if part is not None)
            new = old if same(old, parts) else parts
        else:
            new = _seen(old, audience)
            new = field.default if new is None else new
        if new is not old:
            updates[field.name] = new
    return _with(value, updates) if updates else value


def _with(value: F, updates: Mapping[str, Any]) -> F:
    """Return a value with other fields, which are not validated again: they hold less than a valid plan."""
    fields = {name: getattr(value, name) for name in type(value).model_fields}
    new = value.model_copy()
    vars(new).clear()  # what was remembered with the value does not hold for the new one
    vars(new).update({**fields, **updates})
    return new


@cache
def _view(model: type[Frozen], audience: Audience) -> _View:
    fields = [field for field in fields_of(model) if field.name != "id"]
    hidden = tuple(field for field in fields if field.seen is None or not sees(audience, field.seen))
    inner = tuple(field for field in fields if field not in hidden and field.parts)
    return _View(
        hidden=tuple(field for field in hidden if not field.needed),
        inner=inner,
        own="audience" in model.model_fields,
        whole=any(field.needed for field in hidden),
    )
