"""What is wrong with a lexicon file: each fault by its section and key, and what was expected."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from feeds.extraction.lexicons.doing import SideWords
from feeds.extraction.lexicons.lexicon import SECTIONS
from feeds.extraction.words.spelling import GAP_SIGN, Spelling, takes_out
from feeds.extraction.words.tokens import lowered, tokens
from feeds.model import Kind, Side

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

_ENDS = "tuple[str, ...]"
"""The type of beginnings and endings of words; all other words of a lexicon are whole."""
_MOST_FORMS = 3_000
"""Of one pattern: choices multiply, and each form costs memory and time; a gap costs nothing."""
_BRACES = re.compile(r"(?:[^{}]|\{[^{}]*\})*")
_PARADIGM = re.compile(r"@(\w*)")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_EXPECTED = {"bool": "true or false", "str": "text in quotation marks"}
_BLANK: Mapping[str, Callable[[], object]] = {
    "bool": bool,
    "str": str,
    "Mapping": dict,
    **dict.fromkeys(("frozenset", "tuple", "Phrases"), list),
}
_NUMBERS = {"float": "numbers", "int": "whole numbers", "str": "words"}


def _shape(shape: type) -> dict[str, str]:
    return {field.name: str(field.type) for field in fields(shape)}


_TOP: Mapping[str, Mapping[str, str]] = {
    "paradigms": {},
    "repelled": dict.fromkeys(("verbs", "what", "foes"), "frozenset[str]"),
    "ousted": {"verbs": "frozenset[str]"},
}
"""Sections that become no class, with the types of their keys."""
_NAMED: Mapping[str, tuple[tuple[str, ...], Mapping[str, str]]] = {
    "triggers": (tuple(Kind), {"verbs": "frozenset[str]", "nouns": "frozenset[str]"}),
    "sides": ((Side.UKRAINE, Side.RUSSIA), _shape(SideWords)),
}
"""Sections that hold sections, with their names and the types of their keys."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong."""

    section: str
    """Such as ``triggers.advance``; empty: the top of the file."""
    key: str
    """Empty: the section as a whole."""
    words: str

    def __str__(self) -> str:
        """Return it in a line without a full stop: ``[mood] forecast: expected …, found …``."""
        section = f"[{self.section}]" if self.section else ""
        return f"{' '.join(filter(None, (section, self.key)))}: {self.words}"


def faults_of(data: Mapping[str, Any], *, whole: bool = True) -> tuple[Fault, ...]:
    """Return what is wrong with a parsed lexicon, in order; none where all is well.

    Without ``whole`` sections and keys may be missing: it only adds to another lexicon.
    """
    return tuple(_Check(data, whole=whole).all())


def blank() -> dict[str, Any]:
    """Return a lexicon's data with all sections and keys but no word in them."""

    def section(shape: Mapping[str, str]) -> dict[str, Any]:
        return {key: _BLANK[kind.partition("[")[0]]() for key, kind in shape.items()}

    found: dict[str, Any] = {name: section(shape) for name, shape in _TOP.items()}
    found |= {name: section(_shape(shape)) for name, shape in SECTIONS.items()}
    for name, (parts, shape) in _NAMED.items():
        found[name] = {str(part): section(shape) for part in parts}
    return found


class _Check:
    def __init__(self, data: Mapping[str, Any], *, whole: bool) -> None:
        self._data = data
        self._whole = whole
        paradigms = data.get("paradigms", {})
        named = paradigms.items() if isinstance(paradigms, dict) else ()
        self._paradigms = {name: endings for name, endings in named if isinstance(endings, str)}
        self._spelling = Spelling(self._paradigms)

    def all(self) -> Iterator[Fault]:
        names = ("language", *_TOP, *_NAMED, *SECTIONS)
        yield from self._keys("", self._data, names, optional=("paradigms",))
        language = self._data.get("language", "en")
        if not (isinstance(language, str) and _LANGUAGE.fullmatch(language)):
            yield Fault("", "language", f'expected a code such as "uk", found {language!r:.60}')
        for name, table in self._data.items():
            if name in _NAMED:
                yield from self._named(name, table)
            elif name in SECTIONS or name in _TOP:
                yield from self._table(name, self._keys_of(name), table)

    def _keys_of(self, section: str) -> Mapping[str, str]:
        if section == "paradigms":
            named = self._data["paradigms"]
            return dict.fromkeys(named, "str") if isinstance(named, dict) else {}
        return _TOP.get(section) or _shape(SECTIONS[section])

    def _named(self, section: str, tables: object) -> Iterator[Fault]:
        """Check the sections of the triggers and of the sides."""
        names, shape = _NAMED[section]
        yield from self._keys(section, tables, names, optional=tuple(Kind))
        for name, table in tables.items() if isinstance(tables, dict) else ():
            if name in names:
                yield from self._table(f"{section}.{name}", shape, table)

    def _table(self, section: str, shape: Mapping[str, str], table: object) -> Iterator[Fault]:
        yield from self._keys(section, table, shape)
        for key, value in table.items() if isinstance(table, dict) else ():
            if key in shape:
                yield from (Fault(section, key, words) for words in self._value(shape[key], value))

    def _keys(
        self, section: str, table: object, known: Iterable[str], optional: Iterable[str] = ()
    ) -> Iterator[Fault]:
        """Yield what keys are missing or unknown."""
        names = [str(name) for name in known]
        if not isinstance(table, dict):
            yield Fault(section, "", f"expected a section, found {table!r:.60}")
            return
        for key in table:
            if key not in names:
                near = difflib.get_close_matches(key, names, n=1)
                hint = f'; is "{near[0]}" meant?' if near else f", expected one of {', '.join(names)}"
                yield Fault(section, key, f"is not known here{hint}")
        for key in names if self._whole else ():
            if key not in table and key not in optional:
                yield Fault(section, key, "is missing")

    def _value(self, kind: str, value: object) -> Iterator[str]:
        """Yield what is wrong with one value, whose type is written as in the lexicon's classes."""
        if kind in _EXPECTED:
            if type(value).__name__ != kind:
                yield f"expected {_EXPECTED[kind]}, found {value!r:.60}"
        elif kind.startswith("Mapping"):
            yield from self._mapping(kind, value)
        elif not isinstance(value, list):
            yield f"expected a list of words, found {value!r:.60}"
        else:
            for word in value:
                yield from self._word(word, whole=kind != _ENDS)

    def _mapping(self, kind: str, value: object) -> Iterator[str]:
        wanted = kind.removesuffix("]").split()[-1]
        if not isinstance(value, dict):
            yield f"expected a table of {_NUMBERS[wanted]} by words, found {value!r:.60}"
            return
        for word, meant in value.items():
            yield from self._word(word, whole=True)
            kinds = {"float": (int, float), "int": (int,), "str": (str,)}[wanted]
            if not isinstance(meant, kinds) or isinstance(meant, bool):
                yield f"expected {_NUMBERS[wanted]}, found {word!r} = {meant!r:.60}"

    def _word(self, word: object, *, whole: bool) -> Iterator[str]:
        """Yield why a word can never be found in a text."""
        if not isinstance(word, str) or not word.strip():
            yield f"expected words, found {word!r:.60}"
            return
        unknown = [name for name in _PARADIGM.findall(word) if name not in self._paradigms]
        if unknown:
            yield f"{word!r} has @{unknown[0]}, which is not in [paradigms]"
        elif not _BRACES.fullmatch(word):
            yield f"{word!r} has braces that do not pair, or braces in braces"
        elif (count := self._spelling.count(word)) > _MOST_FORMS:
            yield f"{word!r:.60} has {count:,} forms, more than {_MOST_FORMS:,}: write ... for words between"
        elif whole:
            for form in self._spelling.forms(word[1:] if takes_out(word) else word):
                yield from _unfit(form)


def _unfit(form: str) -> Iterator[str]:
    words = form.split()
    if words and all(map(str.isalpha, words)) and form == lowered(form):
        return  # as most are
    if not words or words[0] == GAP_SIGN or words[-1] == GAP_SIGN:
        yield f"{form!r} must begin and end with a word"
    for word in words:
        parts = [token.low for token in tokens(word)]
        if word != GAP_SIGN and parts != [word]:
            hint = f": a text has it as {' '.join(parts)!r}" if parts else ""
            yield f"{form!r} can't be found{hint}"
