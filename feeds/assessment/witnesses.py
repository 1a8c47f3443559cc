"""What speakers' own voices published of what they are quoted with.

An official's channel speaks without quotation marks, so the words are looked for in the text of its
items. A forward, a relay, or words that an own voice quotes from somebody else are no witness.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING

from feeds.assessment.comparison import LEAST_WORDS, Agreement, compare, spoken_words
from feeds.assessment.names import speaker_key
from feeds.assessment.utterances import marks_of
from feeds.model import Witness

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from feeds.assessment.comparison import Comparison
    from feeds.assessment.directory import Directory
    from feeds.model import Item, Quote, Source

SAID_WITHIN = timedelta(days=7)
"""Between a quotation and an own voice's item that may hold its words, either way."""
_ALIKE_WITHIN = timedelta(days=2)
"""The same, where the words are others: a bulletin says nearly the same every few days."""


def voice_keys(source: Source) -> frozenset[str]:
    """Return the keys of the speakers whose own words a source publishes, see :func:`speaker_key`."""
    return frozenset(speaker_key(voice) for voice in source.voices)


def marks_heard(item: Item, speaker_key: str) -> frozenset[int]:
    """Return the marks of all words of ``item`` in the mouth of one speaker.

    A quotation of that speaker whose words may stand in it has one of them among its telling ones,
    unless it has more words than are compared; see :mod:`feeds.assessment.utterances`.
    """
    return frozenset(marks_of(speaker_key, _said(item)))


def witness_of(quote: Quote, item: Item, said_in: Sequence[Quote], directory: Directory) -> Witness | None:
    """Return what ``item`` has of the words of ``quote``; None where it is no witness of them.

    ``said_in`` are the quotes that stand in the item: words that it has from somebody else, or from
    another outlet, tell nothing of what its own voice said.
    """
    if item.id == quote.item_id or quote.withdrawn_at is not None:
        return None
    if item.vanished_at is not None or item.forwarded_from:
        return None
    apart = abs(item.published_at - quote.published_at)
    if apart > SAID_WITHIN:
        return None
    if not any(source.id == item.source_id for source in directory.speaking(quote.speaker)):
        return None
    said = _said(item)
    found = compare(quote.text, said, word_for_word=apart > _ALIKE_WITHIN)
    if found is None or not _is_telling(found, quote) or _is_from_others(quote, said_in, directory):
        return None
    return Witness(
        quote_id=quote.id,
        item_id=item.id,
        item_version=item.version,
        source_id=item.source_id,
        url=item.url,
        published_at=item.published_at,
        received_at=item.received_at,
        is_same=found.agreement is Agreement.SAME,
        is_altered=found.agreement is Agreement.ALTERED,
        stretches=found.stretches,
        beside=max(0, len(spoken_words(said)) - len(spoken_words(quote.text))),
    )


class Spoken:
    """What own voices published, to be looked through for what their speakers are quoted with."""

    def __init__(self, items: Iterable[Item], quotes: Iterable[Quote], directory: Directory) -> None:
        """Take in all versions of ``items``, and all ``quotes`` there are: who is quoted in those items."""
        self._directory = directory
        self._of_item: dict[str, list[Quote]] = defaultdict(list)
        latest: dict[str, Item] = {}
        for item in items:
            if item.id not in latest or latest[item.id].version < item.version:
                latest[item.id] = item
        for quote in quotes:
            if quote.item_id in latest:
                self._of_item[quote.item_id].append(quote)
        self._by_source: dict[str, list[Item]] = defaultdict(list)
        for item in sorted(latest.values(), key=lambda one: (one.published_at, one.id)):
            self._by_source[item.source_id].append(item)

    def near(self, quotes: Iterable[Quote]) -> tuple[tuple[Item, tuple[Quote, ...]], ...]:
        """Return the items in which the words of ``quotes`` may stand, each with the quotes in it."""
        found = {item.id: item for quote in quotes for item in self._near(quote)}
        return tuple((item, tuple(self._of_item.get(item.id, ()))) for item in found.values())

    def _near(self, quote: Quote) -> Iterator[Item]:
        for source in self._directory.speaking(quote.speaker):
            items = self._by_source.get(source.id, ())
            begin = bisect_left(items, quote.published_at - SAID_WITHIN, key=_published)
            yield from items[begin : bisect_right(items, quote.published_at + SAID_WITHIN, key=_published)]


def witnesses_of(
    quotes: Iterable[Quote], near: Iterable[tuple[Item, Sequence[Quote]]], directory: Directory
) -> tuple[Witness, ...]:
    """Return all that some items have of the words of ``quotes``; see :meth:`Spoken.near`."""
    items = tuple(near)
    return tuple(
        witness
        for quote in quotes
        for item, said_in in items
        if (witness := witness_of(quote, item, said_in, directory)) is not None
    )


def _published(item: Item) -> datetime:
    return item.published_at


def _said(item: Item) -> str:
    return f"{item.title}\n{item.text}"


def _is_telling(found: Comparison, quote: Quote) -> bool:
    """Tell whether the same words are enough to be one utterance."""
    return found.agreement is not Agreement.SAME or len(spoken_words(quote.text)) >= LEAST_WORDS


def _is_from_others(quote: Quote, said_in: Iterable[Quote], directory: Directory) -> bool:
    """Tell whether an item has the words from another speaker, or from another outlet."""
    own = {source.id for source in directory.speaking(quote.speaker)}
    for other in said_in:
        if other.withdrawn_at is not None or compare(quote.text, other.text) is None:
            continue
        if other.via or not own & {source.id for source in directory.speaking(other.speaker)}:
            return True
    return False
