"""What a place is called whose name stands in any of its cases: its base form, as the item would spell it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.extraction.lexicons.cases import agreeing, is_declined
from feeds.extraction.places.areas import only_areas
from feeds.extraction.places.declined import based
from feeds.geography.folding import as_spelled, fold

if TYPE_CHECKING:
    from feeds.extraction.places.places import Scan
    from feeds.geography import Mention
    from feeds.model import Place

_ENDING = 2
"""Letters in which a case may differ from the nominative in the same spelling."""
_STEM = 3
"""Letters that two spellings of a name share at least."""


def is_plain(scan: Scan, at: int, known: Mention) -> bool:
    """Tell whether "the town", in the nominative, stands right before a name, which so is in it too."""
    words = scan.lexicon.places
    led = at > 0 and scan.row[at - 1].low in words.appositive
    return led and not known.form.endswith(words.accusative) and not only_areas(known.candidates)


def base_of(scan: Scan, name: str) -> tuple[str, tuple[Place, ...]]:
    """Return a name as said, where a language has cases in its base form, and what is known of it."""
    candidates = scan.gazetteer.named(name)
    if not is_declined(name, scan.lexicon):
        return name, candidates
    base = scan.gazetteer.base_form(name, candidates, scan.lexicon.language)
    if base == name:
        base = based(name, scan.lexicon.places.endings)
    return base, candidates or scan.gazetteer.named(base)


def native(scan: Scan, known: Mention) -> str:
    """Return the base form of an inflected name, in the spelling of the text's language where two differ."""
    language = scan.lexicon.language
    name = _own_class(scan, known, scan.gazetteer.base_form(known.form, known.candidates, language))
    entry = scan.gazetteer.entry_of(known.candidates[0])
    own = entry.called(language) if entry is not None else ""
    clear = len(known.candidates) == 1 and fold(name)[:-_ENDING] != fold(known.form)[: len(name) - _ENDING]
    unlike = sum(one != other for one, other in zip(own.lower(), name.lower(), strict=False))
    return as_spelled(own, known.form) if clear and len(own) == len(name) and unlike <= 1 else name


def _own_class(scan: Scan, known: Mention, name: str) -> str:
    """Return the name of an area with the word for its class that the item has: "section" for "direction"."""
    said, words = known.form.split()[-1].lower(), scan.lexicon.places
    noun, base = words.plural.get(said, said), name.rpartition(" ")
    other = base[0] and noun != base[2] and said in words.coarse and noun[:_STEM] != base[2][:_STEM].lower()
    named = [token for token in scan.row if known.span.start <= token.start < known.span.end]
    return " ".join([*agreeing(named[:-1], noun, scan.lexicon.language), noun]) if other else name
