"""The file in which an index is kept."""

from __future__ import annotations

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.errors import FormatError
from feeds.geography.gazetteer import Gazetteer
from feeds.geography.index_file import packed, stamp_of, unpacked
from feeds.geography.indexing import knowledge_of
from feeds.geography.oblasts import load_regions
from feeds.geography.settlements import Size
from feeds.geography.tables import Table, packed_words
from tests.feeds.geography.making import an_entry, found

ENTRIES = (
    an_entry("Toretsk", uk="Торецьк", ru="Торецк", old=("Дзержинск",), size=Size.CITY),
    an_entry("Velyka Novosilka", uk="Велика Новосілка"),
    an_entry("Slava", uk="Слава"),
    an_entry("Shevchenko", uk="Шевченко"),
)
FILE = packed(knowledge_of(ENTRIES))
TEXT = "Бої за Торецьк, село Слава, Дзержинском, Великій Новосілці і Шевченко. Слава!"


def test_what_was_packed_finds_the_same() -> None:
    made, kept = Gazetteer(ENTRIES, load_regions()), Gazetteer(ENTRIES, load_regions(), unpacked(FILE))
    assert found(made, TEXT) == found(kept, TEXT)
    assert len(found(kept, TEXT)) >= 4


def test_it_tells_of_which_entries_it_was_made() -> None:
    assert unpacked(FILE).stamp == stamp_of(ENTRIES)
    assert stamp_of(ENTRIES[1:]) != stamp_of(ENTRIES)
    assert stamp_of((*ENTRIES[1:], an_entry("Other"))) != stamp_of(ENTRIES)


def test_an_index_of_nothing_is_kept_too() -> None:
    assert not unpacked(packed(knowledge_of(()))).index.read("торецьк")


@pytest.mark.parametrize(
    "data",
    [b"", b"nonsense", FILE[:-20], zlib.compress(b"[]\n"), zlib.compress(b'["forms 0", "", {}]\n')],
)
def test_a_broken_file_is_refused(data: bytes) -> None:
    with pytest.raises(FormatError, match="index of forms"):
        unpacked(data)


@given(st.dictionaries(st.text(max_size=8), st.integers(0, 255)))
def test_a_table_is_a_mapping(values: dict[str, int]) -> None:
    words = sorted(word for word in values if word.isprintable())
    joined, lengths = packed_words(words)
    table = Table(joined, lengths, lambda number: values[words[number]])
    assert dict(table) == {word: values[word] for word in words}
    assert "not there at all" not in table
