"""Looking for quoted words in what the speakers' own voices publish, whichever of both comes later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.assessment import SAID_WITHIN, fold_statements, marks_heard, speaker_key, voice_keys, witness_of
from feeds.store import decisions, findings, fingerprints, items, results, utterances, witnesses

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from feeds.assessment import Directory
    from feeds.model import Item, Quote, Witness
    from feeds.store import Database


def hear_items(database: Database, heard: Sequence[Item], directory: Directory) -> set[str]:
    """Compare versions of a source's items with what its speakers are quoted with in those days.

    Returns the utterances whose statements this may change; none for a source that is nobody's voice.
    """
    source = directory.source(heard[0].source_id) if heard else None
    keys = sorted(voice_keys(source)) if source is not None else ()
    return {one for item in heard for one in _hear(database, item, keys, directory)} if keys else set()


def _hear(database: Database, item: Item, keys: Iterable[str], directory: Directory) -> set[str]:
    since, until = item.published_at - SAID_WITHIN, item.published_at + SAID_WITHIN
    said_in = findings.of_item(database, item.id).quotes
    found = [
        witness
        for key in keys
        for quote in utterances.heard_in(database, key, marks_heard(item, key), since, until)
        if (witness := witness_of(quote, item, said_in, directory)) is not None
    ]
    had = witnesses.of_item(database, item.id)
    _note(database, found, [item])
    witnesses.replace_of_item(database, item.id, found)
    return utterances.of_quotes(database, (one.quote_id for one in (*had, *found)))


def hear_quotes(database: Database, quotes: Iterable[Quote], directory: Directory) -> None:
    """Look for the words of some quotes in what their speakers' own voices published in those days."""
    heard = list(quotes)
    found = [witness for quote in heard for witness in _witnesses(database, quote, directory)]
    witnesses.replace_of_quotes(database, (quote.id for quote in heard), found)


def retell(database: Database, utterance: str, directory: Directory) -> None:
    """Compute the statements of an utterance again."""
    quotes = utterances.quotes_of(database, utterance)
    made = decisions.on(database, (quote.id for quote in quotes))
    heard = witnesses.of_quotes(database, (quote.id for quote in quotes))
    item_ids = {*(one.item_id for one in quotes), *(one.item_id for one in heard)}
    known = fingerprints.of_items(database, item_ids)
    told = fold_statements(quotes, made, directory, heard, known)
    results.replace_statements(database, utterance, told)


def keyed(quotes: Iterable[Quote]) -> dict[str, list[Quote]]:
    """Return quotes by the key of the statements that they can join."""
    groups: dict[str, list[Quote]] = {}
    for quote in quotes:
        groups.setdefault(speaker_key(quote.speaker), []).append(quote)
    return groups


def _witnesses(database: Database, quote: Quote, directory: Directory) -> list[Witness]:
    since, until = quote.published_at - SAID_WITHIN, quote.published_at + SAID_WITHIN
    found: list[Witness] = []
    for source in directory.speaking(quote.speaker):
        published = items.published(database, source.id, since, until)
        found += [one for item in published for one in _witness(database, quote, item, directory)]
        _note(database, found, published)
    return found


def _witness(database: Database, quote: Quote, item: Item, directory: Directory) -> Iterator[Witness]:
    # Whom the item quotes itself is looked up for the few that have the words at all.
    if witness_of(quote, item, (), directory) is not None:
        witness = witness_of(quote, item, findings.of_item(database, item.id).quotes, directory)
        if witness is not None:
            yield witness


def _note(database: Database, found: Iterable[Witness], published: Iterable[Item]) -> None:
    """Keep the fingerprints of the items that bear witness, so that copies are told."""
    ids = {one.item_id for one in found}
    for item in published:
        if item.id in ids:
            fingerprints.put(database, item)
