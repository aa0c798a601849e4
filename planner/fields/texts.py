"""Texts of a session as they are typed: lines, paragraphs, and words separated by commas."""

from typing import Any, Final

from planner.fields.field import Column, EditRequest, Field, FieldEdit, Input, Refusal, Section, edit_sessions
from planner.model import Plan, Session
from planner.model.edits import change_session
from planner.text import Language, mark
from planner.text.too_long import too_long

_STEP: Final = mark("Change {session}")
_BRIEF: Final = 200
"""Characters of a long text that a cell of the list shows, on one line."""


def text_field(
    id_: str,
    label: str,
    section: Section,
    *,
    attribute: str = "",
    input_: Input = Input.LINE,
    many: bool = False,
    **more: Any,  # noqa: ANN401  # further fields of Field, checked by it
) -> Field[str]:
    """Return the field of a session's text, which the attribute of that name holds unless another is given."""
    name = attribute or id_

    def show(_plan: Plan, session: Session, _t: Language) -> str:
        return str(getattr(session, name))

    def brief(_plan: Plan, session: Session, _t: Language) -> str:
        return " ".join(str(getattr(session, name))[:_BRIEF].split())

    def read(request: EditRequest, given: object) -> str | Refusal:
        sentence = too_long(Session, name, request.t, str(given))
        return Refusal(sentence) if sentence else str(given)

    def edit(request: EditRequest, text: str) -> FieldEdit:
        ids = request.ids if many else request.ids[:1]
        return edit_sessions(ids, lambda plan, session_id: change_session(plan, session_id, **{name: text}), _STEP)

    more.setdefault("column", Column(cell=brief) if input_ is Input.TEXT else Column())
    return Field(id_, label, input_, show, read, edit, section, attribute=name, many=many, **more)


def words_of(text: str) -> tuple[str, ...]:
    """Return the comma-separated words without duplicates."""
    return tuple(dict.fromkeys(word.strip() for word in text.split(",") if word.strip()))


def needs_words(_plan: Plan, session: Session, _t: Language) -> str:
    """Return what a session needs, separated by commas."""
    return ", ".join(session.needs)


def read_needs(request: EditRequest, given: object) -> tuple[str, ...] | Refusal:
    """Return the words that were typed between commas; what did not change keeps commas of its own."""
    text = str(given)
    if text == needs_words(request.plan, request.lead, request.t):
        return request.lead.needs
    needs = words_of(text)
    sentence = too_long(Session, "needs", request.t, *needs)
    return Refusal(sentence) if sentence else needs


def needs_edit(request: EditRequest, needs: tuple[str, ...]) -> FieldEdit:
    """Set what a session needs."""
    ids = request.ids[:1]
    return edit_sessions(ids, lambda plan, session_id: change_session(plan, session_id, needs=needs), _STEP)
