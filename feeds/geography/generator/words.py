"""Makes ``words.txt.gz``: how often words are met, by which names that are everyday words are told.

Run by hand: ``python -m feeds.geography.generator.words``. Needs ``wordfreq`` (its data: CC BY-SA 4.0,
which holds for the file too).
"""

from __future__ import annotations

import gzip
from importlib import resources
from math import log10
from pathlib import Path
from typing import TYPE_CHECKING

from feeds.geography.folding import fold
from feeds.geography.generator.packages import package
from feeds.geography.indexing import index_of
from feeds.geography.oblasts import load_regions
from feeds.geography.places import load_entries

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_LANGUAGES = ("uk", "ru", "en")
_FLOORS = (2.5, 3.3, 4.2)
"""Zipf values from which a word is met now and then, often, and most often."""
_KEPT_FROM = 3.1
"""Zipf value below which only forms of known places are kept, to keep the file small."""


def levels_of(frequencies: Mapping[str, float], forms: Collection[str]) -> dict[str, int]:
    """Return the level of each folded word; ``frequencies`` are shares of all words, above 0."""
    found: dict[str, int] = {}
    for word, frequency in frequencies.items():
        zipf = log10(frequency) + 9
        form = fold(word)
        if zipf >= _FLOORS[0] and form.isalpha() and (zipf >= _KEPT_FROM or form in forms):
            level = sum(zipf >= floor for floor in _FLOORS)
            found[form] = max(level, found.get(form, 0))
    return found


def packed(levels: Mapping[str, int]) -> bytes:
    """Return the file: a line a level, its words in order."""
    lines = [
        " ".join(sorted(word for word, one in levels.items() if one == level))
        for level in range(1, len(_FLOORS) + 1)
    ]
    return gzip.compress("\n".join(lines).encode("utf-8"), mtime=0)


def main() -> None:
    """Write the file beside the other data."""
    index = index_of(load_entries(load_regions()))
    forms = {form for _, one in index.words() for form in one}
    levels: dict[str, int] = {}
    for language in _LANGUAGES:
        told = levels_of(package("wordfreq").get_frequency_dict(language, "best"), forms)
        levels |= {word: max(level, levels.get(word, 0)) for word, level in told.items()}
    file = Path(str(resources.files("feeds.geography").joinpath("data/words.txt.gz")))
    file.write_bytes(packed(levels))


if __name__ == "__main__":
    main()
