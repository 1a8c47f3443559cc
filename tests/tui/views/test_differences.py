"""Word by word, what an edit changed."""

from __future__ import annotations

import time
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from feeds.model import Extract, ItemDetail
from tests.tui import boards
from tui.views.differences import changes
from tui.views.item_details import item_page
from tui.views.lines import Tone

WORDS = st.lists(st.sampled_from(["the", "village", "was", "not", "taken", "4", "km"]), max_size=40)


def words(old: str, new: str) -> str:
    """Return what is said of the difference of two texts."""
    return "".join(part.text for part in changes(old, new))


def test_a_change_stands_in_marks_between_a_few_words_of_what_stayed() -> None:
    old = "Units moved 4 km towards the village of Hrab on Thursday."
    assert words(old, old.replace("4 km", "2 km")) == (
        "Units moved [− 4] [+ 2] km towards the village of Hrab on Thursday."
    )
    assert words(old, old.replace(" on Thursday.", ".")) == (
        "Units moved 4 km towards the village of [− Hrab on Thursday.] [+ Hrab.]"
    )
    assert words("", "New.") == " [+ New.]"
    assert words(old, old.replace(" ", "\n\n")) == ""


def test_what_lies_far_from_a_change_is_left_out() -> None:
    long = " ".join(f"w{number}" for number in range(100))
    shown = words(long, long.replace("w50", "X"))
    assert shown.startswith("… w42 ")
    assert shown.endswith(" w58 …")
    assert "w49 [− w50] [+ X] w51" in shown


@given(WORDS, WORDS)
def test_every_word_that_only_one_text_has_is_marked(old: list[str], new: list[str]) -> None:
    parts = changes(" ".join(old), " ".join(new))
    gone = " ".join(part.text.strip()[3:-1] for part in parts if part.tone is Tone.ALTERED).split()
    come = " ".join(part.text.strip()[3:-1] for part in parts if part.tone is Tone.CONFIRMED).split()
    assert (not parts) == (old == new)
    for word in set(old) | set(new):
        assert gone.count(word) - come.count(word) == old.count(word) - new.count(word)


def test_hostile_texts_are_compared_in_time_and_shown_short() -> None:
    began = time.perf_counter()
    shown = words("a b " * 200_000, "b a " * 200_000 + "x" * 100_000)
    assert time.perf_counter() - began < 20
    assert len(shown) < 2_000_000


def test_the_page_of_an_edited_item_tells_each_edit_the_latest_first() -> None:
    item = replace(boards.item("Four went. All came back."), version=3, edited_at=boards.ago(hours=3))
    older = tuple(
        replace(item, version=number, text=text, title=title, edited_at=None)
        for number, text, title in ((1, "Five went.", "Out"), (2, "Four went.", "The line moves"))
    )
    detail = ItemDetail(item, boards.SOURCES[0][0], Extract(), is_read=True, versions=older)
    said = ["".join(part.text for part in line.cells[0]) for line in item_page(detail, boards.NOW).lines]
    begins = said.index("WHAT WAS EDITED")
    assert said[begins + 1 :] == [
        "version 3, received 28 Mar 2025 10:03 UTC, 4 h ago; edited 28 Mar 2025 11:03 UTC by its own account",
        "Four went. [+ All came back.]",
        "version 2, received 28 Mar 2025 10:03 UTC, 4 h ago",
        "title:  [− Out] [+ The line moves]",
        " [− Five] [+ Four] went.",
        "version 1, received 28 Mar 2025 10:03 UTC",
        "[− ] was there before, [+ ] is there since",
    ]
    keys = [line.key for line in item_page(detail, boards.NOW).lines]
    assert len(keys) == len(set(keys))


def test_an_item_that_was_never_edited_says_nothing_of_versions() -> None:
    detail = ItemDetail(boards.item(), boards.SOURCES[0][0], Extract(), is_read=True)
    assert not [line for line in item_page(detail, boards.NOW).lines if line.key.startswith("version")]
