"""Which forms are safe as names of places, and which are everyday words or people's names too."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from enum import IntFlag
from typing import TYPE_CHECKING

from feeds.geography.declension import Case
from feeds.geography.settlements import Size
from feeds.model import PlaceKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from feeds.geography.index import Index
    from feeds.geography.settlements import Entry
    from feeds.geography.word_lists import WordLists


class Mark(IntFlag):
    """What is known of a form beside the places it may name; no bit: it is safe."""

    WORD = 1
    """An everyday word: a place only with a cue."""
    PERSON = 2
    """A name of people: a place only with a cue."""
    TOWN = 4
    """Also a city or a town: a capital letter inside of a sentence is cue enough."""
    FRONT = 8
    """Also a place in a raion where reports of the front come from."""
    COMMON = 16
    """A word of the most frequent ones: a preposition is no cue."""
    ADJECTIVE = 32
    """It ends as adjectives do: before a noun that it goes with it is no place."""
    AREA = 64
    """Also an oblast, a raion or a direction."""
    ELSEWHERE = 128
    """A place elsewhere in the world, too: a preposition is no cue, nor a capital letter."""


_NOMINATIVE, _GENITIVE = int(Case.NOMINATIVE), int(Case.GENITIVE)
_TOWNSFOLK = 1_000
"""People from whom on a place that is called a town is one as readers know it."""
_SHORT = 3
"""Letters up to which the form of a village is taken for a word."""
_SOME, _OFTEN, _COMMON = 1, 2, 3
"""How often a word is met: from about 0.3, 2, and 16 times in a million words on."""
_PLACE_END = re.compile(
    r".+([іїое]вк|івц|инц|ськ|цьк|ск|цк|град|город|пол[ьяюе]|піл|[іо]вщин|опілл|опол)\w{0,4}"
)
_MASCULINE = re.compile(
    r".+([оеє]в|[иіїы]н|енко|ич|чук|щук|юк|як|ян|[сцз]ь?кий|ov|ev|in|enko|ski|skii|vich|chuk|iuk)"
)
"""Ends of a man's surname, which even the rare name of a village may be."""
_ADJECTIVE = re.compile(r"(\w+[сцз]ь?к)(?:ого|ому|им|ім|ой|ою|ої|ій|ую|ая|ом|ых|их)")
"""A surname like an adjective, without its ending."""
_NEUTER = ("ске", "ское", "ське", "цкое", "цке", "цьке")
_ENDINGS = (*"аеиоуюяєіїыэ", "ів", "їв", "ов", "ев")


@dataclass(slots=True)
class _Seen:
    """What all places that a form may name have in common, or some have."""

    level: int = _COMMON
    """How often the rarest of their names is met."""
    town: bool = False
    city: bool = False
    town_word: bool = False
    """Whether the town's name is an everyday word."""
    front: bool = False
    place_end: bool = False
    safe: bool = False
    nominative: bool = False
    bare: bool = True
    """Whether it is only the genitive of plurals, without an ending: Богомаз of Богомази."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What an index does not tell of forms and names, as it is kept in a file beside it."""

    forms: Mapping[str, int]
    """By form of one word, its bits; only words and people's names."""
    sets: bytes
    """By set of entries, the bits that these have."""
    rows: Mapping[int, int]
    """By node of a name of several words, its bits where it is not safe."""


def marks_of(index: Index, entries: Sequence[Entry], lists: WordLists) -> Marks:
    """Return the marks of all names in an index of ``entries``."""
    found: defaultdict[str, _Seen] = defaultdict(_Seen)
    for number, forms in index.words():
        named = [entries[member] for member in index.entries(number)]
        if not any(map(_is_area, named)):
            for form, cases in forms.items():
                _add(found[form], forms, named, lists)
                found[form].nominative |= bool(cases & _NOMINATIVE)
                found[form].bare &= cases == _GENITIVE and not form.endswith(_ENDINGS)
    marks = {form: _mark(form, seen, lists) for form, seen in found.items()}
    return Marks(
        forms={form: int(mark) for form, mark in marks.items() if mark & (Mark.WORD | Mark.PERSON)},
        sets=bytes(_bits(entries, members, lists) for members in index.sets()),
        rows=_rows(index, entries, lists),
    )


def _bits(entries: Sequence[Entry], members: Iterable[int], lists: WordLists) -> int:
    bits = Mark(0)
    for member in members:
        entry = entries[member]
        bits |= Mark.AREA if _is_area(entry) else 0
        bits |= Mark.TOWN if _is_town(entry) else 0
        bits |= Mark.FRONT if entry.raion_local in lists.front else 0
    return int(bits)


def _rows(index: Index, entries: Sequence[Entry], lists: WordLists) -> dict[int, int]:
    """Return the bits of longer names: words met often that are no town's name, and places elsewhere."""
    often = {number for number, names in index.nominatives() if max(map(lists.level, names)) >= _OFTEN}
    for parent, word, node in index.edges():
        if parent in often and word in often:
            often.add(node)
    found = {
        node: int(Mark.WORD)
        for _, _, node in index.edges()
        if node in often
        and not any(_is_town(entries[member]) or _is_area(entries[member]) for member in index.entries(node))
    }
    for name in lists.elsewhere_rows:
        first, *others = name
        states = index.read(first)
        for other in others:
            states = index.follow(states, index.read(other))
        found |= {node: int(Mark.ELSEWHERE | Mark.PERSON) for node, _ in states}
    return found


def _add(seen: _Seen, forms: Mapping[str, int], places: Iterable[Entry], lists: WordLists) -> None:
    names = [form for form, cases in forms.items() if cases & _NOMINATIVE]
    seen.level = min(seen.level, max(map(lists.level, names), default=0))
    seen.place_end |= any(_PLACE_END.fullmatch(name) and name not in lists.place_words for name in names)
    seen.safe |= any(name in lists.safe for name in names)
    for entry in places:
        seen.front |= entry.raion_local in lists.front
        if _is_town(entry):
            seen.town = True
            seen.city |= entry.size is Size.CITY
            seen.town_word |= any(name in lists.town_words for name in names)


def _mark(form: str, seen: _Seen, lists: WordLists) -> Mark:
    level = max(seen.level, lists.level(form))
    mark = Mark.COMMON if level >= _COMMON else Mark(0)
    if form in lists.elsewhere and not seen.town:
        return mark | Mark.ELSEWHERE | Mark.PERSON
    if form in lists.given or (form in lists.known and not seen.town):
        return mark | Mark.PERSON
    if _is_surname(form, seen, level, lists):
        return mark | Mark.PERSON
    return mark | Mark.WORD if _is_word(form, seen, level) else mark


def _is_town(entry: Entry) -> bool:
    return entry.size is Size.CITY or (entry.size is Size.TOWN and entry.population >= _TOWNSFOLK)


def _is_area(entry: Entry) -> bool:
    return entry.place.kind is not PlaceKind.SETTLEMENT


def _is_surname(form: str, seen: _Seen, level: int, lists: WordLists) -> bool:
    if seen.safe or not lists.surname.fullmatch(form):
        return False
    if _MASCULINE.fullmatch(form):
        return True
    if seen.town and not seen.town_word and level < _OFTEN:
        return False
    adjective = _ADJECTIVE.fullmatch(form)
    if adjective and seen.front and not lists.level(f"{adjective[1]}ий"):
        return False
    return not seen.nominative or level >= _SOME


def _is_word(form: str, seen: _Seen, level: int) -> bool:
    if seen.city or (seen.town and seen.town_word):
        return seen.town_word
    if seen.place_end:
        return level >= (_OFTEN if form.endswith(_NEUTER) else _COMMON)
    return level >= _SOME or len(form) <= _SHORT or seen.bare
