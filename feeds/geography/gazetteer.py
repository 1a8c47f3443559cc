"""The gazetteer: which places a form may mean, and where in a text such forms stand."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Protocol

from feeds.errors import FormatError
from feeds.geography.contexts import told
from feeds.geography.cues import load_cues
from feeds.geography.declension import Tongue, declined
from feeds.geography.folding import as_spelled, fold
from feeds.geography.index_file import stamp_of, unpacked
from feeds.geography.indexing import knowledge_of
from feeds.geography.oblasts import load_regions
from feeds.geography.places import load_entries
from feeds.geography.scanning import Scanner
from feeds.model import PlaceKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from feeds.geography.index_file import Knowledge
    from feeds.geography.oblasts import Regions
    from feeds.geography.scanning import Hit
    from feeds.geography.settlements import Entry
    from feeds.model import Place

_ENDING = 3
"""Letters in which a case may differ from the nominative."""
_MOST_KEPT = 16_384
"""Sets of candidates kept ready, and places."""


class Places(Protocol):
    """Entries by number: oblasts, raions and directions first."""

    def __len__(self) -> int: ...
    def __getitem__(self, at: int, /) -> Entry: ...
    def __iter__(self) -> Iterator[Entry]: ...


@dataclass(frozen=True, slots=True)
class Mention:
    """A name that stands in a text, and all places it may mean."""

    span: Span
    form: str
    """As written, without a possessive ending."""
    candidates: tuple[Place, ...]
    """In the order of the gazetteer; never empty."""
    folded: bool = False
    """Whether only the key across languages found them: no such form is known."""


class Gazetteer:
    """Places and their forms; nothing that it tells ever changes."""

    def __init__(self, entries: Places, regions: Regions, known: Knowledge | None = None) -> None:
        """Take entries, areas first, with what is known of their forms; without it, that is found now.

        Finding it takes some 0.2 ms an entry.
        """
        self._entries = entries
        self._regions = regions
        self._known = known or knowledge_of(tuple(entries))
        self._scanner = Scanner(self._known, _areas(entries), load_cues())
        self._candidates: dict[tuple[int, ...], tuple[Place, ...]] = {}
        self._told: dict[str, Entry] = {}
        self._base_forms: dict[tuple[str, ...], str] = {}

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """All places, oblasts first; made when first asked for."""
        return tuple(entry.place for entry in self._entries)

    @property
    def regions(self) -> Regions:
        """The oblasts, and the English words for kinds of places and for the compass."""
        return self._regions

    def entry_of(self, place: Place) -> Entry | None:
        """Return all that is known of a place, None for one of another gazetteer."""
        entry = self._told.get(place.id)
        if entry is None and (at := self._numbers.get(place.id)) is not None:
            entry = self._entries[at]
        return entry

    def named(self, form: str) -> tuple[Place, ...]:
        """Return the places that are written ``form``, in any case; empty where there are none."""
        return self._places(self._scanner.exact(form))

    def base_form(self, said: str, candidates: Iterable[Place], language: str) -> str:
        """Return the nominative of a name that stands as ``said`` in a text in ``language`` (``uk``, ``ru``).

        Of all names of ``candidates`` in the same script it is the one nearest to what is said, those
        first of which that is a case, then the language's own, then the one that most of them have;
        ``said`` where there is none. Where the names have ё, what is said tells whether it is written so.
        """
        places = tuple(candidates)
        asked = (said, language, *(place.id for place in places))
        found = self._base_forms.get(asked)
        if found is None:
            if len(self._base_forms) >= _MOST_KEPT:
                self._base_forms.clear()
            found = self._base_forms[asked] = self._base_form(said, places, language)
        return found

    def _base_form(self, said: str, candidates: Iterable[Place], language: str) -> str:
        latin, folded = _is_latin(said), fold(said)
        count: Counter[tuple[int, bool, bool, str]] = Counter()
        for entry in filter(None, map(self.entry_of, candidates)):
            own = entry.called(language)
            for form in entry.forms:
                if _is_latin(form) == latin:
                    shared = _shared(fold(form), folded)
                    close = shared >= max(_ENDING, min(len(form), len(said)) - _ENDING)
                    close = close or _alike(form, said)
                    fits = close and _declines_to(form, folded, language)
                    count[len(said) if close else shared, fits, form == own, form] += 1
        best = max(count, key=lambda one: (*one[:3], count[one], one[3] == said, one[3]), default=None)
        if best is None or (said.endswith("о") and best[3] == f"{said[:-1]}е"):
            return said  # "Ласточкино" is no case of the other language's "Ласточкине"
        return as_spelled(best[3], said)

    def find(self, text: str) -> tuple[Mention, ...]:
        """Return the names in ``text``, in order and without overlap, the longest at each spot.

        Only capitalised words begin a name, and what is a word or a person's name as well counts only
        with a cue beside it (see :mod:`feeds.geography.contexts`). Takes time linear in the length.
        """
        hits = self._scanner.hits(text)
        kept = told(text, hits, load_cues(), self._known.given) if hits else hits
        return tuple(self._mention(text, hit) for hit in kept)

    def _mention(self, text: str, hit: Hit) -> Mention:
        span = Span(hit.start, hit.end)
        nodes = self._scanner.fitting(text, hit)
        return Mention(span, text[hit.start : hit.end], self._places(nodes), hit.folded)

    def _places(self, nodes: tuple[int, ...]) -> tuple[Place, ...]:
        found = self._candidates.get(nodes)
        if found is None:
            index = self._known.index
            numbers = sorted({number for node in nodes for number in index.entries(node)})
            if len(self._candidates) >= _MOST_KEPT or len(self._told) >= _MOST_KEPT:
                self._candidates.clear()
                self._told.clear()
            entries = [self._entries[number] for number in numbers]
            self._told.update((entry.place.id, entry) for entry in entries)
            found = self._candidates[nodes] = tuple(entry.place for entry in entries)
        return found

    @cached_property
    def _numbers(self) -> dict[str, int]:
        """Of all places by id: takes long, so it is asked only for places that were never found."""
        return {entry.place.id: number for number, entry in enumerate(self._entries)}


def _is_latin(name: str) -> bool:
    return name.isascii() or not any("\u0400" <= sign <= "\u04ff" for sign in name)


def _alike(one: str, other: str) -> bool:
    """Tell whether two names of as many words, more than one, differ in the endings of their words alone."""
    some, others = fold(one).split(), fold(other).split()
    if len(some) != len(others) or len(some) <= 1:
        return False
    pairs = zip(some, others, strict=True)
    return all(_shared(a, b) >= min(len(a), len(b)) - _ENDING + 1 for a, b in pairs)


@lru_cache(maxsize=_MOST_KEPT)
def _declines_to(form: str, folded: str, language: str) -> bool:
    """Tell whether the folded words are a case, or the first words of a case, of a name."""
    tongue = next((one for one in Tongue if one == language), None)
    words, said = fold(form).split(), folded.split()
    if tongue is None or len(words) < len(said):
        return False
    last = len(words) - 1
    return all(
        any(case == word for way in declined(words[at], tongue, last=at == last) for case, _ in way)
        for at, word in enumerate(said)
    )


def _shared(one: str, other: str) -> int:
    """Count the letters with which two folded spellings begin alike."""
    for at, (letter, beside) in enumerate(zip(one, other, strict=False)):
        if letter != beside:
            return at
    return min(len(one), len(other))


def _areas(entries: Iterable[Entry]) -> int:
    """Return how many entries at the beginning are no settlements."""
    for number, entry in enumerate(entries):
        if entry.place.kind is PlaceKind.SETTLEMENT:
            return number
    return sum(1 for _ in entries)


@lru_cache(maxsize=1)
def load_gazetteer(imported: Path | None = None) -> Gazetteer:
    """Return the shipped gazetteer, or that of a folder with an imported one; the last one is kept.

    Raises FormatError where its data is broken, OSError where there is none. Where the shipped index of
    forms is of other places than the shipped ones, it is made anew; that of an imported one must fit.
    """
    regions = load_regions()
    entries = load_entries(regions, imported)
    folder = imported or resources.files("feeds.geography").joinpath("data")
    try:
        known = unpacked(folder.joinpath("forms.bin").read_bytes())
    except (FileNotFoundError, FormatError):
        if imported is not None:
            raise
        return Gazetteer(entries, regions)
    is_of_them = known.stamp == stamp_of(entries)
    if imported is not None and not is_of_them:
        raise FormatError("The imported places and the index of their forms do not belong together.")
    return Gazetteer(entries, regions, known if is_of_them else None)
