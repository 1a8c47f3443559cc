"""The words around a name by which a place is told from a word, a person, a street or a direction."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from feeds.errors import FormatError
from feeds.geography import patterns
from feeds.geography.declension import Case

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

_MOST_SEEN = 16_384
_OPENING = "«\"“„‘'([*_~`"
_SKIPPED = frozenset(_OPENING + " \t\n\u00a0")
REACH = 48
"""Characters looked at before and behind a name."""
TAIL = 4
"""Characters before a name by which most words that are no settlement's are told quickly."""
_ENDS = ".!?…:;•—–|"
_PARTS_OF_NAMES = frozenset(
    {"хутор", "хутір", "хутори", "слобода", "город", "городок", "аул", "city", "town"}
)
"""Settlement words that with a capital letter are the end of a name."""


@dataclass(frozen=True, slots=True)
class Before:
    """What the word before a name tells."""

    word: str
    """As it stands, without marks that open something."""
    low: str
    """Lower case, with its full stop, ё as е."""
    settlement: bool
    city: bool
    """Whether it is one for cities alone."""
    of: bool
    bearer: bool
    """Whether it is a street, a unit or an outlet that bears the name, or a part of a longer name."""
    near: int
    """The cases in which a name stands behind it as near something, as bits; 0 for another word."""
    place: int
    """Likewise behind a preposition of place."""
    capital: bool
    in_list: bool
    """Whether the name may be a member of a list, or of a sentence of names alone."""
    initial: bool
    """Whether it is a first name's letter."""
    opening: bool
    """Whether the name begins a sentence, or what a mark parts from the words before."""


@dataclass(frozen=True, slots=True)
class Cues:
    """All lists of ``cues.toml``; words are lower case."""

    settlement: frozenset[str]
    city: frozenset[str]
    """Those of them that a village is never called."""
    near: Mapping[str, int]
    """Words for "near", each with the cases of the name behind it."""
    place: Mapping[str, int]
    """Prepositions, likewise."""
    bearers: frozenset[str]
    attribute: re.Pattern[str]
    """Matches all of a word that makes a name longer: Новая Ильинка."""
    behind: frozenset[str]
    noun_behind: re.Pattern[str]
    """Matches behind an adjective where a noun follows that it goes with, maybe after other adjectives."""
    area_behind: re.Pattern[str]
    """Matches behind a name where its oblast or raion is said."""
    far_before: re.Pattern[str]
    """Matches before a name what it is far from, or what hit it: "5 км від", "на північ від", "удар по"."""
    list_gap: re.Pattern[str]
    """Matches all that stands between two members of a list."""
    shared: Mapping[str, str]
    """Other words for kinds of areas, plurals and short ones, with the words that names have."""
    shared_behind: re.Pattern[str]
    """Matches behind an adjective: others that follow (maybe none), and a kind of area, as groups."""
    tails: frozenset[str]
    """The last characters of all words for a settlement, with the blank behind them."""
    seen: dict[str, Before] = field(default_factory=dict)
    """Words met before names."""

    def before(self, word: str) -> Before:
        """Return what a word tells of the name behind it; empty: the name begins a line."""
        found = self.seen.get(word)
        if found is None:
            if len(self.seen) >= _MOST_SEEN:
                self.seen.clear()
            found = self.seen[word] = self._before(word.lstrip(_OPENING))
        return found

    def _before(self, word: str) -> Before:
        low = word.lower().replace("ё", "е")
        end, capital = word[-1:], word[:1].isupper()
        initial = capital and len(word) == len("А.") and end == "."
        named = capital and (end.isalnum() or initial)
        opening = end in _ENDS or not any(map(str.isalpha, word))
        return Before(
            word=word,
            low=low,
            settlement=low in self.settlement and (not capital or low not in _PARTS_OF_NAMES),
            city=low in self.city,
            of=low == "of",
            bearer=low in self.bearers or (named and self.attribute.fullmatch(low) is not None),
            near=self.near.get(low, 0),
            place=self.place.get(low, 0),
            capital=named,
            in_list=opening or not named,
            initial=initial,
            opening=opening,
        )


_CASES = {
    "gen": Case.GENITIVE | Case.NOMINATIVE,
    "ins": Case.INSTRUMENTAL,
    "dat": Case.DATIVE,
    "loc_acc": Case.LOCATIVE | Case.ACCUSATIVE,
    "loc_acc_gen": Case.LOCATIVE | Case.ACCUSATIVE | Case.GENITIVE,
    "dat_loc": Case.DATIVE | Case.LOCATIVE,
    "any": Case.ANY,
}


@cache
def load_cues() -> Cues:
    """Return the shipped cues, read once."""
    text = resources.files("feeds.geography").joinpath("data/cues.toml").read_text(encoding="utf-8")
    return cues_from(tomllib.loads(text))


def cues_from(data: Mapping[str, Any]) -> Cues:
    """Return the cues of a parsed ``cues.toml``; FormatError where it lacks a list."""
    try:
        shared = {word: one for one, line in data["shared"].items() for word in line.split()}
        return Cues(
            settlement=_words(data["settlement"]),
            city=_words(data["city"]),
            near=_by_case(data["near"]),
            place=_by_case(data["place"]),
            bearers=_words(data["bearer"]["words"]),
            attribute=patterns.attribute(data["bearer"]["attributes"].split()),
            behind=_words(data["bearer"]["behind"]),
            noun_behind=patterns.noun_behind(data["nouns"]["stems"].split()),
            area_behind=patterns.area_behind(),
            far_before=patterns.far_before(data["far"]),
            list_gap=patterns.list_gap(data["list"]["joins"].split(), data["list"]["prepositions"].split()),
            tails=frozenset(f" {word} "[-TAIL:] for word in data["settlement"].split()),
            shared=shared,
            shared_behind=patterns.shared_behind(shared),
        )
    except (AttributeError, KeyError, TypeError) as error:
        raise FormatError(f"cues.toml lacks or misstates {error}.") from error


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


def _by_case(lists: Mapping[str, str]) -> dict[str, int]:
    return {word: int(_CASES[cases]) for cases, line in lists.items() for word in line.split()}


def word_before(text: str, start: int) -> str:
    """Return what stands before a name as far as a blank; empty at the start of a line."""
    begin = max(0, start - REACH)
    end = start
    while end > begin and text[end - 1] in _SKIPPED:
        end -= 1
    if text[end - 1 : end].isalnum() if end == start else "\n" in text[end:start]:
        return ""
    words = text[begin:end].rsplit(None, 1)
    return words[-1] if words and not text[end - 1].isspace() else ""
