"""Which items are copies of another one."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.assessment import Fingerprint, fingerprint
from feeds.assessment.copies import latest, originals
from tests.building import NOON, hours

STORY = (
    "The ferry stopped at nine because mortar rounds fell on the far landing, said the woman who "
    "sells tickets, and the post office on the hill has been shut since the district head left for "
    "the regional capital with two buses of pensioners. Nobody in the queue for bread expected the "
    "shooting to end before the frost."
)
OTHER = (
    "Engineers lifted a pontoon over the upper reservoir during the night, the garrison's newspaper "
    "wrote, while students painted white stripes on the hospital roof and a drone circled above the "
    "grain silos for an hour without dropping anything. The mayor asked families to boil water until "
    "Thursday."
)


def copies(**texts: str) -> dict[str, str]:
    """Return who copied from whom; the texts were published an hour apart, in this order."""
    published = {name: NOON + hours(number) for number, name in enumerate(texts)}
    return originals(published, {name: fingerprint(text) for name, text in texts.items()})


@pytest.mark.parametrize(
    "copy",
    [
        STORY,
        STORY.upper(),
        f"Our correspondent reports. {STORY} Subscribe to our channel, and send us your pictures.",
        STORY.replace("mortar ", "").replace("two buses", "three buses"),
        STORY[: len(STORY) * 2 // 3],
        f"{STORY} {OTHER[: len(OTHER) // 2]}",
    ],
)
def test_added_lost_and_changed_words_leave_it_a_copy(copy: str) -> None:
    assert copies(first=STORY, second=copy) == {"second": "first"}


@pytest.mark.parametrize(
    "text",
    [OTHER, "The ferry stopped at nine.", "", "!!! ???", f"{STORY[:60]} {OTHER}"],
)
def test_another_text_a_short_one_or_a_borrowed_phrase_is_no_copy(text: str) -> None:
    assert not copies(first=STORY, second=text)


def test_short_texts_are_no_copies_even_where_they_are_the_same() -> None:
    assert not copies(first="They took the mill at noon.", second="They took the mill at noon.")


def test_all_copies_lead_to_the_first_published() -> None:
    assert copies(first=STORY, other=OTHER, second=STORY, third=f"{STORY} More soon, stay with us.") == {
        "second": "first",
        "third": "first",
    }


@pytest.mark.parametrize("others", [0, 17, 18, 40])
def test_however_many_others_there_are_a_copy_leads_to_its_original(others: int) -> None:
    strangers = {f"n{number}": " ".join(f"n{number}w{at}" for at in range(60)) for number in range(others)}
    told = {"first": STORY, "second": OTHER, "third": f"Yes. {STORY}", "fourth": f"{OTHER} No."}
    assert copies(**strangers, **told) == {"third": "first", "fourth": "second"}


def test_a_footer_that_many_share_makes_no_copies() -> None:
    footer = "Read us on the square, write to the editors by pigeon, and lend this paper to a neighbour."
    stories = {f"n{number}": " ".join(f"n{number}w{at}" for at in range(60)) for number in range(80)}
    assert not copies(**{name: f"{story} {footer}" for name, story in stories.items()})


@given(st.text())
def test_any_text_has_a_fingerprint_of_at_most_256_bytes(text: str) -> None:
    assert len(fingerprint(text)) <= 256
    assert fingerprint(text) == fingerprint(text)


@given(st.permutations(["a", "b", "c", "d", "e"]))
def test_the_order_in_which_items_are_given_plays_no_part(names: list[str]) -> None:
    texts = {"a": STORY, "b": OTHER, "c": STORY[20:], "d": f"Yes. {OTHER}", "e": f"{STORY} {OTHER}"}
    published = {name: NOON + timedelta(hours=ord(name)) for name in names}
    prints = {name: fingerprint(texts[name]) for name in names}
    found = originals(published, prints)
    assert found == {"c": "a", "d": "b", "e": "a"}


def test_the_latest_version_of_an_item_is_the_one_compared() -> None:
    versions = [Fingerprint("item", number, NOON + hours(number), bytes([number] * 4)) for number in (2, 1)]
    assert latest(versions) == {"item": bytes([2] * 4)}
