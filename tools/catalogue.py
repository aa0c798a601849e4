"""Compares the sentences in the code with the German catalogue: `python tools/catalogue.py` lists what is missing."""

import ast
import string
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, Final, NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT: Final = Path(__file__).resolve().parent.parent
GERMAN: Final = ROOT / "resources" / "translations" / "de"
CATALOGUE: Final = GERMAN / "planner.po"
COMPILED: Final = GERMAN / "LC_MESSAGES" / "planner.mo"
_LANGUAGE_NAMES: Final = {"t", "_t"}
"""What a Language is called by convention: `t`, `self.t`, `self._t`."""


class Words(NamedTuple):
    """A sentence: its only form, or its forms for one and for many."""

    one: str
    many: str = ""


class PlainCatalogue(Catalog):
    """A catalogue whose header is the same whoever compiles it, and when."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """Return only what gettext needs to read the catalogue."""
        return [("Content-Type", "text/plain; charset=utf-8"), ("Plural-Forms", "nplurals=2; plural=(n != 1);")]


# What the code says


def said() -> dict[Words, str]:
    """Return every sentence in planner/, with the file and line of its first use."""
    found: dict[Words, str] = {}
    for path in sorted((ROOT / "planner").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                for words in _words(node):
                    found.setdefault(words, f"{path.relative_to(ROOT).as_posix()}:{node.lineno}")
    return found


def _words(call: ast.Call) -> Iterator[Words]:
    function = call.func
    keywords = {keyword.arg: keyword.value for keyword in call.keywords}
    if isinstance(function, ast.Attribute) and function.attr == "count" and _is_language(function.value):
        one, many = call.args[:2]
        yield from (Words(*forms) for forms in zip(_literals(one), _literals(many), strict=True) if all(forms))
    elif _is_language(function) or (isinstance(function, ast.Name) and function.id == "mark"):
        yield from (Words(sentence) for argument in call.args[:1] for sentence in _literals(argument) if sentence)
    elif isinstance(function, ast.Name) and function.id == "Message":
        argument = call.args[0] if call.args else keywords["many"]
        ones = _literals(call.args[1] if len(call.args) > 1 else keywords.get("one"))
        for many in _literals(argument):
            yield Words(ones[0], many) if ones and ones[0] else Words(many)
    elif isinstance(function, ast.Name) and function.id == "Check":
        yield from (Words(sentence) for sentence in _literals(keywords.get("title")))


def _is_language(node: ast.expr) -> bool:
    if isinstance(node, ast.Name):
        return node.id in _LANGUAGE_NAMES
    return isinstance(node, ast.Attribute) and node.attr in _LANGUAGE_NAMES


def _literals(node: ast.expr | None) -> list[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return [*_literals(node.body), *_literals(node.orelse)]
    return []


# What the catalogue holds


def translated() -> dict[Words, tuple[str, ...]]:
    """Return the German forms of each sentence that the catalogue holds."""
    return dict(_entries(CATALOGUE))


def _entries(path: Path) -> Iterator[tuple[Words, tuple[str, ...]]]:
    with path.open("rb") as file:
        catalogue = read_po(file, locale="de", domain=path.stem, abort_invalid=True)
    for message in catalogue:
        source: Any = message.id
        target: Any = message.string
        if source and not message.fuzzy:
            words = Words(source) if isinstance(source, str) else Words(*source)
            yield words, (target,) if isinstance(target, str) else tuple(target)


def compiled() -> bytes:
    """Return the German catalogue as the file that gettext reads."""
    catalogue = PlainCatalogue(locale="de", domain="planner", charset="utf-8")
    for words, forms in sorted(translated().items()):
        if all(forms):
            catalogue.add(tuple(words) if words.many else words.one, forms if words.many else forms[0])
    out = BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


# What does not fit


def missing() -> dict[Words, str]:
    """Return the sentences without a translation, with the place of their first use."""
    known = translated()
    return {words: where for words, where in said().items() if not (known.get(words) and all(known[words]))}


def unused() -> list[str]:
    """Return translations of sentences that are not in the code any more."""
    used = said()
    return [repr(words.one) for words in translated() if words not in used]


def quarrels() -> list[str]:
    """Return sentences that are used both with and without a plural, and those that are out of order."""
    known = translated()
    plain = {words.one for words in known if not words.many}
    found = [f"{words.one!r} with and without a plural" for words in known if words.many and words.one in plain]
    ordered = sorted(known, key=lambda words: words.one.casefold())
    return found + [
        f"{words.one!r} out of order" for words, right in zip(known, ordered, strict=True) if words != right
    ]


def wrong_places() -> list[str]:
    """Return German sentences whose {places} are not those of the English ones."""
    found: list[str] = []
    for words, forms in translated().items():
        english = [words.one, words.many] if words.many else [words.one]
        pairs = zip(english, forms, strict=True)
        found += [repr(there) for here, there in pairs if there and _places(here) != _places(there)]
    return found


def _places(sentence: str) -> set[str]:
    try:
        return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}
    except ValueError:
        return {f"not a format: {sentence}"}


def main() -> int:
    """Print what is missing, as entries that can be pasted into a catalogue."""
    lines: list[str] = []
    file = ""
    for words, where in sorted(missing().items(), key=lambda entry: (entry[1].split(":")[0], entry[0])):
        if where.split(":")[0] != file:
            file = where.split(":")[0]
            lines += [f"# {file}", ""]
        lines.append(f"msgid {_quoted(words.one)}")
        lines += (
            [f"msgid_plural {_quoted(words.many)}", 'msgstr[0] ""', 'msgstr[1] ""'] if words.many else ['msgstr ""']
        )
        lines.append("")
    for title, entries in (("unused", unused()), ("quarrels", quarrels()), ("places differ", wrong_places())):
        lines += [f"# {title}: {entry}" for entry in entries]
    sys.stdout.write("\n".join([*lines, ""]))
    return 1 if lines else 0


def _quoted(sentence: str) -> str:
    escaped = sentence.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


if __name__ == "__main__":
    sys.exit(main())
