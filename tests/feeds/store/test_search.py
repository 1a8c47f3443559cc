"""The index of trigrams: what is put in, in which order, and what it offers."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.store import items, search
from feeds.store.search import Progress
from tests.building import an_item

if TYPE_CHECKING:
    from feeds.store import Database


def keep(database: Database, *texts: str) -> None:
    """Keep an item of each text, under the text as its key."""
    with database.transaction():
        items.keep(database, [an_item(text, text=text) for text in texts], desk="desk")


def offered(database: Database, *pieces: str) -> list[str]:
    found = search.candidates(database, [{(piece,)} for piece in pieces], before=None, limit=10)
    return [item.text for _, item in found]


def test_parts_of_words_are_found_in_any_script_and_case(database: Database) -> None:
    keep(database, "Бої біля Поповки тривають", "Fighting near Popovka", "Ґанок і Ёлка")
    search.index_some(database, limit=10)
    assert offered(database, "попов") == ["Бої біля Поповки тривають"]
    assert offered(database, "opovk", "near") == ["Fighting near Popovka"]
    assert offered(database, "ганок") == offered(database, "елка") == ["Ґанок і Ёлка"]
    assert offered(database, "popovka", "тривають") == []


def test_the_newest_go_in_first_and_then_what_is_older(database: Database) -> None:
    keep(database, "aaa one", "aaa two", "aaa three")
    assert search.progress(database) == Progress(0, 3)
    assert offered(database, "aaa") == []
    assert search.index_some(database, limit=1) == 1
    assert offered(database, "aaa") == ["aaa three"]
    keep(database, "aaa four", "aaa five")
    assert search.index_some(database, limit=10) == 2
    assert search.progress(database) == Progress(3, 5)
    assert search.index_some(database, limit=10) == 2
    assert search.index_some(database, limit=10) == 0
    assert offered(database, "aaa") == ["aaa five", "aaa four", "aaa three", "aaa two", "aaa one"]
    assert search.progress(database) == Progress(5, 5)


def test_long_texts_go_in_by_fewer_at_a_time_and_none_is_passed_over(database: Database) -> None:
    keep(database, *(f"aaa{number} " + "long " * 30_000 for number in range(3)))
    assert search.index_some(database, limit=10) == 1
    assert offered(database, "aaa2")
    assert not offered(database, "aaa1")
    keep(database, *(f"aaa{number} " + "long " * 30_000 for number in range(3, 6)))
    done = [search.index_some(database, limit=10) for _ in range(6)]
    assert done == [1, 1, 1, 1, 1, 0]
    assert all(offered(database, f"aaa{number}") for number in range(6))


def test_a_new_version_is_another_entry(database: Database) -> None:
    keep(database, "first words")
    with database.transaction():
        items.keep(database, [replace(an_item("first words"), text="other words")], desk="desk")
    search.index_some(database, limit=10)
    assert offered(database, "words") == ["other words", "first words"]


def test_an_empty_store_has_nothing_to_index(database: Database) -> None:
    assert search.index_some(database, limit=10) == 0
    assert search.progress(database) == Progress(0, 0)


def test_pages_go_on_before_the_last_one(database: Database) -> None:
    keep(database, *(f"aaa {number}" for number in range(5)))
    search.index_some(database, limit=10)
    first = search.candidates(database, [{("aaa",)}], before=None, limit=2)
    second = search.candidates(database, [{("aaa",)}], before=first[-1][0], limit=2)
    assert [item.text for _, item in (*first, *second)] == ["aaa 4", "aaa 3", "aaa 2", "aaa 1"]


@given(st.text(alphabet="ab'\"*()^: -{}+NEAROT\u0301Її", min_size=3, max_size=12))
def test_no_text_is_an_operator_of_the_index(text: str) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE t USING fts5(x, detail=none, tokenize='trigram')")
    connection.execute("SELECT rowid FROM t WHERE t MATCH ?", (search._trigrams((text,)),)).fetchall()
    connection.close()


@pytest.mark.parametrize(
    ("text", "plain"),
    [("Кам’янка-Бузька", "камянка бузька"), ("It's\u00ad ЁЖ", "its еж"), ("İzmir\n2", "izmir 2"), ("", "")],
)
def test_a_text_is_looked_through_without_what_differs_between_spellings(text: str, plain: str) -> None:
    assert search.searchable(text) == plain


@given(st.text(max_size=80))
def test_each_searchable_character_is_told_its_place(text: str) -> None:
    plain = search.searchable(text)
    places = search.places_in(text, plain)
    assert len(places) == len(plain)
    assert all(search.searchable(text[place]) == sign for place, sign in zip(places, plain, strict=True))


def test_this_python_can_search() -> None:
    assert search.can_index()
