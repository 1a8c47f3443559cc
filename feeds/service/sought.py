"""What somebody looks for, and where in a text it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.geography.spellings import spellings_of
from feeds.store.search import SHORTEST, searchable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from feeds.geography import Gazetteer

_MOST_WORDS = 8
_LONGEST_NAME = 4
"""Words of a place's name that is looked up as one."""
_MOST_SPANS = 20
_QUOTES = str.maketrans(dict.fromkeys("“”„«»", '"'))
_PART = re.compile(r'"([^"]*)"?|([^\s"]+)')


@dataclass(frozen=True, slots=True)
class Family:
    """A name with all its forms."""

    pieces: tuple[str, ...]
    """What all forms have in common: the beginnings of its words that are long enough."""
    pattern: re.Pattern[str]

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Go through the places where a whole word is a form of the name."""
        for match in self.pattern.finditer(text) if self.pieces[0] in text else ():
            if not match.start() or not text[match.start() - 1].isalnum():
                yield match.span()


@dataclass(frozen=True, slots=True)
class Sought:
    """One word, quotation or name that is looked for."""

    typed: str
    """As it was written, as :func:`searchable` gives it."""
    families: tuple[Family, ...] = ()
    """The names of the places that it may mean."""

    @property
    def beginnings(self) -> frozenset[tuple[str, ...]]:
        """Pieces of text, all of one entry of which stand in every text that has it."""
        return frozenset({(self.typed,), *(family.pieces for family in self.families)})

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return where it stands in a text that is searchable, in order; at most 20 places."""
        found = {span for family in self.families for span in _first(family.spans(text))}
        found.update(_first(_literal(self.typed, text)))
        return _apart(found)[:_MOST_SPANS]

    def is_whole(self, text: str, span: tuple[int, int]) -> bool:
        """Tell whether what stands there is whole words, and no part of a longer one."""
        begin, end = span
        return not (text[begin - 1 : begin].isalnum() or text[end : end + 1].isalnum())


def sought(query: str, gazetteer: Gazetteer) -> tuple[Sought, ...]:
    """Return what a query looks for: words, quotations, and names of places; all of which must be there.

    Words too short to be looked for are passed over. Empty: nothing can be looked for.
    """
    plain = "".join(sign for sign in query.translate(_QUOTES) if sign.isprintable())
    parts = (searchable(quotation or word).strip() for quotation, word in _PART.findall(plain))
    words = [part for part in parts if part][:_MOST_WORDS]
    found: list[Sought] = []
    while words:
        taken, one = _next(words, gazetteer)
        found.append(one)
        words = words[taken:]
    return tuple(one for one in found if len(one.typed) >= SHORTEST)


def _next(words: Sequence[str], gazetteer: Gazetteer) -> tuple[int, Sought]:
    """Return how many words the longest name takes that the row begins with, and what it looks for."""
    for count in range(min(len(words), _LONGEST_NAME), 0, -1):
        said = " ".join(words[:count])
        families = tuple(filter(None, map(_family, spellings_of(gazetteer, said))))
        if families:
            return count, Sought(said, tuple({family.pattern: family for family in families}.values()))
    return 1, Sought(words[0])


def _family(forms: tuple[str, ...]) -> Family | None:
    known = sorted({searchable(form) for form in forms}, key=lambda form: (-len(form), form))
    words = zip(*(form.split() for form in known), strict=False)
    stems = [_shared(min(cases), max(cases)) for cases in words]
    pieces = tuple(stem for stem in stems if len(stem) >= SHORTEST)
    if not pieces:
        return None
    # Where a pattern begins with letters, most of a text is passed over fast.
    stem = _shared(min(known), max(known))
    ends = "|".join(re.escape(form[len(stem) :]) for form in known)
    # The genitive of English names has lost its apostrophe when a text is looked through.
    possessive = "s?" if stem.isascii() else ""
    return Family(pieces, re.compile(rf"{re.escape(stem)}(?:{ends}){possessive}(?!\w)"))


def _apart(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return spans in order, without those that lie within another one."""
    kept: list[tuple[int, int]] = []
    for span in sorted(spans, key=lambda one: (one[0], -one[1])):
        if not kept or span[1] > kept[-1][1]:
            kept.append(span)
    return kept


def _first(spans: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for _, span in zip(range(_MOST_SPANS), spans, strict=False):
        yield span


def _literal(word: str, text: str) -> Iterator[tuple[int, int]]:
    at = text.find(word)
    while at >= 0:
        yield at, at + len(word)
        at = text.find(word, at + len(word))


def _shared(one: str, other: str) -> str:
    """Return what two texts begin with alike; of the first and last of many, what all of them do."""
    return one[
        : next((at for at, pair in enumerate(zip(one, other, strict=False)) if len(set(pair)) > 1), len(one))
    ]
