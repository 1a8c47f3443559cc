"""Documents made to break a reader: each is read whole or refused, and no string of it is dirty."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.errors import FormatError
from feeds.formats import feed as feed_format
from tests.feeds.formats.answering import answer_of
from tests.feeds.formats.hostile import Hostile, all_hostile, item, rss
from tests.feeds.formats.seeing import is_clean

if TYPE_CHECKING:
    from pathlib import Path

    from feeds.model import Source

DOCUMENTS = tuple(all_hostile())
KNOWN = [document for document in DOCUMENTS if document.entries is not None]
UNKNOWN = [document for document in DOCUMENTS if document.entries is None]


def test_there_are_many_of_them() -> None:
    assert len(KNOWN) >= 80
    assert len({document.name for document in DOCUMENTS}) == len(DOCUMENTS)


@pytest.mark.parametrize("document", KNOWN, ids=lambda document: document.name)
def test_a_hostile_document_is_read_whole(feed: Source, document: Hostile) -> None:
    page = feed_format.read(feed, answer_of(document.body))
    assert len(page.items) == document.entries
    for found in page.items:
        assert found.key
        for words in (found.key, found.url, found.title, found.text, found.forwarded_from):
            assert is_clean(words)


@pytest.mark.parametrize("document", UNKNOWN, ids=lambda document: document.name)
def test_what_can_not_be_known_is_read_or_refused_in_clean_words(feed: Source, document: Hostile) -> None:
    try:
        said = [found.title for found in feed_format.read(feed, answer_of(document.body)).items]
    except FormatError as error:
        said = [str(error)]
    assert all(map(is_clean, said))


def test_no_entity_brings_in_a_file(feed: Source, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("hidden words", encoding="utf-8")
    kinds = (
        f'<!ENTITY f SYSTEM "{secret.as_uri()}">',
        f'<!ENTITY % p SYSTEM "{secret.as_uri()}"> <!ENTITY f "%p;">',
    )
    for declared in kinds:
        document = rss(
            item("&f; stands", "<description>&f;</description>"), before=f"<!DOCTYPE rss [{declared}]>"
        )
        (found,) = feed_format.read(feed, answer_of(document.encode())).items
        assert "hidden" not in found.title + found.text
        assert found.title.endswith("stands")


def test_no_entity_grows(feed: Source) -> None:
    laughs = '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">'
    document = rss(item("&c;"), before=f"<!DOCTYPE rss [{laughs}]>")
    (found,) = feed_format.read(feed, answer_of(document.encode())).items
    assert "ha" not in found.title


def test_a_flood_of_attributes_is_refused(feed: Source) -> None:
    flood = " ".join(f'a{number}="x"' for number in range(45_000))
    document = f"<rss {flood}><channel>{item()}</channel></rss>"
    with pytest.raises(FormatError, match="more than 40,000 attributes"):
        feed_format.read(feed, answer_of(document.encode()))
