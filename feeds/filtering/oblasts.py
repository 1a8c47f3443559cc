"""Oblasts by whatever they are called: in three languages, in any case, shortened where that is clear."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from feeds.filtering.loosely import folded_words

if TYPE_CHECKING:
    from feeds.geography.oblasts import Oblast

UNKNOWN = "unknown"
"""Asks for claims of which no oblast is known."""
_SHORTEST = 3
"""Letters of a beginning that may stand for a name."""
_ENGLISH = ("oblast", "region", "province")
_KINDS = frozenset({*_ENGLISH, "область", "області", "области", "обл"})


@cache
def oblast_names() -> tuple[str, ...]:
    """Return the English names of all oblasts, without the word Oblast."""
    return tuple(_regions())


@lru_cache(maxsize=256)
def oblast_called(said: str) -> tuple[str, ...]:
    """Return the oblasts that ``said`` may mean, by their English names; empty: none.

    A full name stands above a beginning: "Kyiv" is the oblast, although "Kyiv City" begins so.
    """
    words = folded_words(said)
    bare = " ".join(word for word in words if word not in _folded_kinds()) or " ".join(words)
    found = [name for name, called in _names().items() if bare in called or " ".join(words) in called]
    if not found:
        found = [name for name, stems in _stems().items() if any(map(bare.startswith, stems))]
    if not found and len(bare) >= _SHORTEST:
        found = [name for name, called in _names().items() if any(one.startswith(bare) for one in called)]
    return tuple(found)


@lru_cache(maxsize=256)
def naming(oblast: str) -> re.Pattern[str]:
    """Return what finds, in a text as :func:`folded_words` joined by blanks, that it names an oblast."""
    one = _regions().get(oblast)
    if one is None:
        return re.compile(r"(?!)")
    names = [*one.native, *one.short, *one.labels, *(one.spellings if one.alone else ())]
    names += (
        [] if one.alone else [f"{name} {kind}" for name in one.spellings for kind in ("oblast", "region")]
    )
    whole = "|".join(re.escape(" ".join(folded_words(name))) for name in names)
    stems = "|".join(map(re.escape, one.stems))
    return re.compile(rf"(?<!\w)(?:(?:{whole})(?!\w){'|' + stems if stems else ''})")


def _regions() -> dict[str, Oblast]:
    # Imported where it is asked for: most filters name no oblast, and every start would load it.
    from feeds.geography.oblasts import load_regions  # noqa: PLC0415

    return dict(load_regions().oblasts)


@cache
def _folded_kinds() -> frozenset[str]:
    return frozenset(word for kind in _KINDS for word in folded_words(kind))


@cache
def _names() -> dict[str, frozenset[str]]:
    """Return all that each oblast is called, folded, with and without the word for its kind."""
    found = {}
    for name, one in _regions().items():
        called = [folded_words(each) for each in (name, *one.spellings, *one.native, *one.short, *one.labels)]
        bare = [[word for word in words if word not in _folded_kinds()] for words in called]
        found[name] = frozenset(" ".join(words) for words in (*called, *bare) if words)
    return found


@cache
def _stems() -> dict[str, tuple[str, ...]]:
    return {name: one.stems for name, one in _regions().items() if one.stems}
