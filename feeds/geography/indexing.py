"""Making the index of a gazetteer from its entries: at build, or when places are imported."""

from __future__ import annotations

from array import array
from itertools import accumulate, islice, product, takewhile
from typing import TYPE_CHECKING

from feeds.geography.classes import marks_of
from feeds.geography.forms import names_of
from feeds.geography.index import Index, Parts, key_of_edge
from feeds.geography.index_file import Knowledge, stamp_of
from feeds.geography.keys import SHORTEST, key_of
from feeds.geography.word_lists import load_word_lists
from feeds.model import PlaceKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from feeds.geography.forms import Name, Way
    from feeds.geography.settlements import Entry

_Paradigm = tuple[tuple[str, int], ...]
_Word = tuple[str, _Paradigm]
_MOST_WAYS = 32
"""Ways to decline a whole name that are kept: bounds what odd names cost."""


def knowledge_of(entries: Sequence[Entry]) -> Knowledge:
    """Return all that is known of the forms of ``entries``; takes some 0.2 ms for each."""
    lists = load_word_lists()
    made = list(entries)
    index = index_of(made)
    return Knowledge(index, marks_of(index, made, lists), lists.given, _keys(index, made), stamp_of(made))


def _keys(index: Index, entries: Sequence[Entry]) -> dict[str, tuple[int, ...]]:
    """Return the settlements' names of one word by key; names that differ in a key alone are several."""
    found: dict[str, dict[int, None]] = {}
    for number, names in index.nominatives():
        members = index.entries(number)
        if len(members) and entries[members[-1]].place.kind is PlaceKind.SETTLEMENT:
            for key in {key_of(name) for name in names}:
                if len(key) >= SHORTEST:
                    found.setdefault(key, {})[number] = None
    return {key: tuple(numbers) for key, numbers in found.items()}


def index_of(entries: Iterable[Entry]) -> Index:
    """Return the index of all names of ``entries``; takes about 0.1 ms for each place."""
    named: dict[tuple[_Word, ...], set[int]] = {}
    for number, entry in enumerate(entries):
        for name in names_of(entry):
            for row in _rows(name):
                named.setdefault(row, set()).add(number)
    return Index(_parts(named))


def _rows(name: Name) -> Iterable[tuple[_Word, ...]]:
    return islice(product(*([_word(way) for way in ways] for ways in name)), _MOST_WAYS)


def _word(way: Way) -> _Word:
    # sorted, the first and the last form have the beginning in common that all have
    first, last = min(way)[0], max(way)[0]
    same = takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False))
    stem = "".join(letter for letter, _ in same)
    return stem, tuple(sorted((form[len(stem) :], int(cases)) for form, cases in way))


def _parts(named: Mapping[tuple[_Word, ...], set[int]]) -> Parts:
    words = sorted({word for row in named for word in row})
    number_of = {word: number for number, word in enumerate(words)}
    paradigms = sorted({paradigm for _, paradigm in words})
    paradigm_number = {paradigm: number for number, paradigm in enumerate(paradigms)}
    stems = sorted({stem for stem, _ in words})
    counts = dict.fromkeys(stems, 0)
    for stem, _ in words:
        counts[stem] += 1
    rows = {tuple(number_of[word] for word in row): members for row, members in named.items()}
    nodes, edges = _nodes(rows, len(words))
    sets, set_of = _sets(rows, nodes, len(words) + len(edges))
    return Parts(
        stems=stems,
        starts=array("I", accumulate(counts.values(), initial=0)),
        paradigms=[dict(paradigm) for paradigm in paradigms],
        paradigm_of=array("H", (paradigm_number[paradigm] for _, paradigm in words)),
        edges=edges,
        set_of=set_of,
        set_starts=array("I", accumulate(map(len, sets), initial=0)),
        members=array("I", (member for one in sets for member in one)),
    )


def _nodes(rows: Iterable[tuple[int, ...]], words: int) -> tuple[dict[tuple[int, ...], int], array[int]]:
    """Return numbers for the beginnings of all names: single words as they are, longer ones as edges."""
    begun = {row[:length] for row in rows for length in range(1, len(row) + 1)}
    nodes: dict[tuple[int, ...], int] = {}
    edges = array("Q")
    for row in sorted(begun, key=lambda row: (len(row), row)):
        if len(row) == 1:
            nodes[row] = row[0]
        else:
            nodes[row] = words + len(edges)
            edges.append(key_of_edge(nodes[row[:-1]], row[-1]))
    return nodes, edges


def _sets(
    rows: Mapping[tuple[int, ...], set[int]], nodes: Mapping[tuple[int, ...], int], count: int
) -> tuple[list[tuple[int, ...]], array[int]]:
    numbers: dict[tuple[int, ...], int] = {(): 0}
    set_of = array("I", bytes(4 * count))
    for row, members in rows.items():
        key = tuple(sorted(members))
        set_of[nodes[row]] = numbers.setdefault(key, len(numbers))
    return list(numbers), set_of
