"""Lexicons from their files: those that are shipped, and the words that an analyst adds to them.

The files of an analyst's folder are called by their language. ``uk.toml`` has only the sections and
lists to be added to; a list is put behind the shipped one, ``-word`` in it takes a word out, any other
value takes the place of the shipped one. A file of a language that is not shipped is a lexicon of its
own, in which sections and lists without words may be left out.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from feeds.errors import FormatError
from feeds.extraction.lexicons.faults import Fault, blank, faults_of
from feeds.extraction.lexicons.own import state_of
from feeds.extraction.lexicons.schema import lexicon_from

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.extraction.lexicons.own import State

SHIPPED = ("en", "ru", "uk")
"""The first is that of texts which nothing tells; Russian that could be Ukrainian is commoner than the
other way round, since Ukrainian has more letters of its own."""
_NEEDED = (("recognition", "letters"), ("sides", "ukraine"), ("sides", "russia"))
"""Of a language that is not shipped; all else may be left out."""
_MAX_BYTES = 2_000_000


@dataclass(frozen=True, slots=True)
class Loaded:
    """The lexicons in use, and what is wrong with an analyst's own."""

    lexicons: tuple[Lexicon, ...]
    problems: tuple[str, ...] = ()
    """Each with file, section and key; of a file that has one, none of the words are used."""


@cache
def load_lexicon(language: str) -> Lexicon:
    """Return the shipped lexicon of a language, one of ``SHIPPED``."""
    return lexicon_from(_shipped_data(language))


@cache
def shipped() -> tuple[Lexicon, ...]:
    """Return all lexicons that are shipped."""
    return tuple(map(load_lexicon, SHIPPED))


def loaded(folder: Path | None) -> Loaded:
    """Return the shipped lexicons with the words of an analyst's ``folder``, which need not be there.

    A change of its files is taken up with the next call; asking again costs a look at the folder.
    Never raises: what can't be used is told in the problems.
    """
    return Loaded(shipped()) if folder is None else _loaded(folder, state_of(folder))


@lru_cache(maxsize=2)
def _loaded(folder: Path, state: State) -> Loaded:
    known = {language: load_lexicon(language) for language in SHIPPED}
    problems: list[str] = []
    for name, _, _ in state:
        file = folder / name
        try:
            data = _own(file)
            faults = [str(fault) for fault in _faults(file, data)]
            if not faults:
                known[file.stem] = lexicon_from(_joined(_base(file.stem), data))
        except FormatError as error:
            faults = [str(error)]
        problems += [f"{file}: {fault}" for fault in faults]
    return Loaded(tuple(known.values()), tuple(problems))


def _base(language: str) -> dict[str, Any]:
    return _shipped_data(language) if language in SHIPPED else blank()


def _faults(file: Path, data: Mapping[str, Any]) -> tuple[Fault, ...]:
    if data["language"] != file.stem:
        return (Fault("", "language", f'expected "{file.stem}" as in the name of the file'),)
    named, own = _base(file.stem).get("paradigms", {}), data.get("paradigms", {})
    endings = {**named, **own} if isinstance(own, dict) else own
    missing = () if file.stem in SHIPPED else _missing(data)
    return (*missing, *faults_of({**data, "paradigms": endings}, whole=False))


def _missing(data: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield what a lexicon can't do without."""
    for section, key in _NEEDED:
        table = data.get(section)
        if not isinstance(table, dict) or not table.get(key):
            yield Fault(section, key, "is missing")


def _own(file: Path) -> dict[str, Any]:
    """Return what an analyst's file holds; raises FormatError where it can't be read as TOML."""
    try:
        with file.open("rb") as opened:
            content = opened.read(_MAX_BYTES)
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
        return {"language": file.stem, **tomllib.loads(text)}
    except OSError as error:
        raise FormatError(f"can't be read ({error.strerror})") from error
    except RecursionError as error:
        raise FormatError("expected TOML, found nesting beyond reason") from error
    except ValueError as error:  # TOML's and UTF-8's among them
        raise FormatError(f"expected TOML in UTF-8: {error}") from error


def _joined(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Put the sections and lists of ``own`` behind those of ``base``."""
    found = dict(base)
    for key, value in own.items():
        before = found.get(key)
        if isinstance(before, dict) and isinstance(value, dict):
            found[key] = _joined(before, value)
        else:
            found[key] = [*before, *value] if isinstance(before, list) else value
    return found


def _shipped_data(language: str) -> dict[str, Any]:
    file = resources.files("feeds.extraction").joinpath(f"lexicons/{language}.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))
