"""Quotes of one utterance are found among all of a speaker, in whichever order they come."""

from __future__ import annotations

import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from feeds.assessment import Directory, fold_statements, speaker_key
from feeds.store import Database, findings, open_database, utterances
from tests.building import a_quote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.model import Quote

WORDS = ("we", "hold", "the", "bridge", "at", "night", "reinforcements", "arrived", "nobody", "left")
QUOTES = st.lists(
    st.tuples(
        st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join),
        st.sampled_from(["Olena Hrim", "Gen. Hrim", "Ostap Bilyk"]),
    ),
    min_size=2,
    max_size=9,
).map(lambda told: [a_quote(f"q{at}", text=text, speaker=who) for at, (text, who) in enumerate(told)])


def put(database: Database, quotes: Sequence[Quote]) -> None:
    """Keep quotes, one after the other."""
    with database.transaction():
        for quote in quotes:
            findings.put_quotes(database, {speaker_key(quote.speaker): [quote]})
            utterances.put(database, [quote])


def filed(folder: str, quotes: Sequence[Quote]) -> dict[str, str]:
    """Return the utterance of each quote of a store into which they came in this order."""
    with closing(open_database(Path(folder) / "store.sqlite3")) as database:
        database.write("PRAGMA synchronous = OFF")
        put(database, quotes)
        return {
            one.id: name
            for name in utterances.every(database)
            for one in utterances.quotes_of(database, name)
        }


@settings(deadline=None, max_examples=40)
@given(QUOTES, st.data())
def test_what_is_one_statement_is_of_one_utterance_in_any_order(
    quotes: list[Quote], data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = filed(folder, quotes)
    assert found.keys() == {quote.id for quote in quotes}
    for statement in fold_statements(quotes, (), Directory(())):
        assert len({found[one] for one in statement.quote_ids}) == 1
    with tempfile.TemporaryDirectory() as folder:
        assert filed(folder, data.draw(st.permutations(quotes))) == found


def test_a_quote_that_has_the_words_of_two_makes_one_of_both(tmp_path: Path) -> None:
    first = a_quote("a", text="Reinforcements arrived during the night")
    second = a_quote("b", text="Nobody has left the bridge since")
    both = a_quote("c", text="Reinforcements arrived during the night. Nobody has left the bridge since.")
    other = a_quote("d", text="Tomorrow we shall see about everything else")
    with closing(open_database(tmp_path / "store.sqlite3")) as database:
        put(database, [second, other, first])
        assert utterances.every(database) == ("a", "b", "d")
        put(database, [both])
        assert utterances.every(database) == ("a", "d")
        assert {one.id for one in utterances.quotes_of(database, "a")} == {"a", "b", "c"}
        put(database, [second])
        assert utterances.of_quotes(database, ["b", "d", "unknown"]) == {"a", "d"}
