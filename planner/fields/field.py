"""What a field is: one thing that a person can type, how it is shown and read, and the edit that it becomes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final, Generic, TypeAlias, TypeVar

from planner.model import Audience, Plan, Session
from planner.text import Language

Value = TypeVar("Value")
Show: TypeAlias = Callable[[Plan, Session, Language], str]
Choices: TypeAlias = Callable[[Plan, tuple[Session, ...], Language], list[tuple[object, str]]]
"""What can be chosen for sessions, at least one: values with their words."""
SessionEdit: TypeAlias = Callable[[Plan, str], Plan]


MIXED: Final = object()
"""Marks values that differ; no choice is it, so that merely showing it never changes anything."""


class Input(Enum):
    """How a value is entered."""

    LINE = auto()
    SHORT = auto()
    """A line for a time, a length or a number."""
    TEXT = auto()
    """Several lines."""
    CHOICE = auto()
    TICK = auto()


class Section(Enum):
    """Where a field stands among the details of a session, from top to bottom."""

    TITLE = auto()
    TIME = auto()
    PLACE = auto()
    PEOPLE = auto()
    PRINT = auto()
    TERMS = auto()
    TEAM = auto()


@dataclass(frozen=True)
class EditRequest:
    """The sessions that an input is for; the first is the one it was typed at."""

    plan: Plan
    ids: tuple[str, ...]
    t: Language
    day: str
    """The id of the day on display, to which a session from the tray goes; empty without days."""
    flow: bool

    @property
    def lead(self) -> Session:
        """The session that the input was typed at."""
        return self.plan.session_by_id[self.ids[0]]

    @property
    def sessions(self) -> tuple[Session, ...]:
        """All sessions that the input is for."""
        return tuple(self.plan.session_by_id[session_id] for session_id in self.ids)


@dataclass(frozen=True)
class FieldEdit:
    """An edit, its name, and the ids of the sessions that it changes."""

    apply: Callable[[Plan], Plan]
    words: str
    """The untranslated name of the step; {session} stands for what is changed."""
    ids: tuple[str, ...]


@dataclass(frozen=True)
class Refusal:
    """Why an input cannot be taken, as a sentence."""

    sentence: str


@dataclass(frozen=True)
class Column:
    """How a field looks as a column of the list."""

    sample: str = "some words in it"
    """Text with the width of a typical value; empty where the column shares the free width."""
    shown: bool = False
    """Whether the column is visible until somebody chooses otherwise."""
    title: str = ""
    """The title, where the field's label is too wide."""
    cell: Show | None = None
    """The text of the cell, where it differs from the field's."""
    whole: Show | None = None
    """The text for screen readers and tips, where it differs from the cell's."""


def one_part(text: str) -> tuple[str, ...]:
    """Return a text as its single part."""
    return (text,)


def always(_session: Session) -> bool:
    """Return that a value can always be given."""
    return True


@dataclass(frozen=True)
class Field(Generic[Value]):
    """One thing that can be typed; list, inspector, the inspector over several, find and replace derive from it."""

    id: str
    label: str
    input: Input
    show: Show
    """The value as it is typed."""
    read: Callable[[EditRequest, object], Value | Refusal]
    """Turns typed text, or what was chosen, into a value."""
    edit: Callable[[EditRequest, Value], FieldEdit | Refusal]
    section: Section
    audience: Audience = Audience.PUBLIC
    """Who may see the value at most, where the session itself may be seen."""
    prompt: str = ""
    """The label where there is room for a longer one."""
    unit: str = ""
    help: str = ""
    placeholder: str = ""
    rows: int = 1
    """Lines that are visible at once."""
    many: bool = False
    """Whether one input goes for all selected sessions; these fields stand in the inspector over several."""
    current: Callable[[Session], object] | None = None
    """The value that is chosen or ticked; MIXED where the session's own parts differ."""
    choices: Choices | None = None
    applies: Callable[[Session], bool] = always
    """Whether a session can have the value at all, as it is now."""
    known: Callable[[Plan, Language], list[str]] | None = None
    """The words that are completed while typing."""
    attribute: str = ""
    """The session's attribute whose annotation limits the text; empty where no text is kept."""
    parts: Callable[[str], Iterable[str]] = one_part
    """Splits a text into the parts that the limit is for."""
    column: Column | None = None

    @property
    def question(self) -> str:
        """The untranslated label for forms."""
        return self.prompt or self.label

    def answer(self, request: EditRequest, given: object) -> FieldEdit | Refusal:
        """Return the edit that typed text or a chosen value becomes, or why it is refused."""
        value = self.read(request, given)
        return value if isinstance(value, Refusal) else self.edit(request, value)


def edit_all(request: EditRequest, edit: SessionEdit, words: str) -> FieldEdit:
    """Return an edit of all sessions that are meant."""
    return edit_sessions(request.ids, edit, words)


def edit_lead(request: EditRequest, edit: SessionEdit, words: str) -> FieldEdit:
    """Return an edit of the session that the input was typed at."""
    return edit_sessions(request.ids[:1], edit, words)


def edit_sessions(ids: tuple[str, ...], edit: SessionEdit, words: str) -> FieldEdit:
    """Return an edit of some sessions, one after the other."""

    def apply(plan: Plan) -> Plan:
        for session_id in ids:
            plan = edit(plan, session_id)
        return plan

    return FieldEdit(apply, words, ids)
