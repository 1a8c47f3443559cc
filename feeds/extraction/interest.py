"""Whether a text is worth a closer look: a quick test before a whole article is asked for."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from feeds.extraction.phrases import spelled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from feeds.geography import Gazetteer
    from feeds.model import Item

_GAP = "..."
_GAP_PATTERN = r"(?:[\w'’‑-]+\s+){0,4}?"
"""Up to four words, as :class:`feeds.extraction.phrases.Phrases` skips."""
_END = ""
_CAPITAL = r"[A-Z\u0400-\u042fҐ][\w'’ʼ‑-]*"
_RUN = re.compile(
    rf"{_CAPITAL}(?:\s{_CAPITAL})*(?:\s(?:[а-яіїєґё]+|(?:oblast|raion|district|region|province)s?\b))?"
)
"""Words that may be a name, with the kind of place behind them."""
_RUNS_KEPT = 32_768
_LONGEST_KEPT = 80


def is_of_interest(item: Item, gazetteer: Gazetteer) -> bool:
    """Return whether the title or the text has a trigger of any lexicon, or a place of the gazetteer.

    No language is guessed: a title is too short for that.
    """
    return any(_is_telling(text, gazetteer) for text in (item.title, item.text))


def _is_telling(text: str, gazetteer: Gazetteer) -> bool:
    if _triggers().search(text.lower()):
        return True
    return any(_names_place(gazetteer, run) for run in _RUN.findall(text))


def _names_place(gazetteer: Gazetteer, run: str) -> bool:
    return bool(gazetteer.find(run)) if len(run) > _LONGEST_KEPT else _is_known(gazetteer, run)


@lru_cache(maxsize=_RUNS_KEPT)
def _is_known(gazetteer: Gazetteer, run: str) -> bool:
    """Remember the names of the news, which are much the same for days."""
    return bool(gazetteer.find(run))


@cache
def _triggers() -> re.Pattern[str]:
    """Return one pattern of all triggers, small letters; phrases with one beginning share its path."""
    tree: dict[str, Any] = {}
    for phrase in _phrases():
        branch = tree
        for atom in _atoms(phrase.split()):
            branch = branch.setdefault(atom, {})
        branch[_END] = {}
    return re.compile(rf"\b{_pattern(tree)}\b")


def _phrases() -> Iterator[str]:
    for file in resources.files("feeds.extraction").joinpath("lexicons").iterdir():
        if file.name.endswith(".toml"):
            yield from _trigger_phrases(tomllib.loads(file.read_text(encoding="utf-8")))


def _trigger_phrases(lexicon: Mapping[str, Any]) -> Iterator[str]:
    for lists in lexicon["triggers"].values():
        for pattern in (*lists["verbs"], *lists["nouns"]):
            yield from spelled(pattern)
    beaten = lexicon["repelled"]
    for pattern in beaten["verbs"]:
        yield from (f"{form} {_GAP} {what}" for form in spelled(pattern) for what in beaten["what"])


def _atoms(words: Iterable[str]) -> Iterator[str]:
    """Yield a phrase as the smallest parts of a pattern."""
    follows_word = False
    for word in words:
        if follows_word:
            yield r"\s+"
        follows_word = word != _GAP
        yield from map(re.escape, word) if follows_word else (_GAP_PATTERN,)


def _pattern(branch: Mapping[str, Any]) -> str:
    ways = [atom + _pattern(rest) for atom, rest in branch.items() if atom != _END]
    if not ways:
        return ""
    either = f"(?:{'|'.join(ways)})" if len(ways) > 1 or _END in branch else ways[0]
    return f"{either}?" if _END in branch else either
