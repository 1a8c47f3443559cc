"""What the story that comes with the program has to contain."""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, datetime
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from feeds.demo.story import FaultKind, WireFormat
from feeds.model import Alignment, SourceClass

if TYPE_CHECKING:
    from feeds.demo import Story
    from feeds.demo.story import Post, Wording

_QUOTE = re.compile(r"“([^”]{25,})”")


def _posts(story: Story) -> list[tuple[str, Post]]:
    return [(each.source.id, post) for each in story.publishers for post in each.posts]


def _words(wording: Wording) -> str:
    return wording.text or re.sub(r"<[^>]*>", "", wording.html)


def _quoting(story: Story, words: str, *, wording: int = 0) -> dict[str, datetime]:
    """Return who quotes ``words`` and when."""
    return {
        source_id: post.wordings[wording].at
        for source_id, post in _posts(story)
        if words in _words(post.wordings[wording])
    }


def test_it_covers_a_fortnight_and_runs_live_from_the_day_before_the_last(story: Story) -> None:
    assert story.starts_at == datetime(2025, 3, 15, tzinfo=UTC)
    assert story.live_from == datetime(2025, 3, 27, 16, tzinfo=UTC)
    assert story.ends_at == datetime(2025, 3, 28, 23, 59, tzinfo=UTC)
    assert {post.at.date().day for _, post in _posts(story)} == set(range(15, 29))


def test_sources_of_all_sides_classes_languages_and_formats(story: Story) -> None:
    sources = [each.source for each in story.publishers]
    assert len(sources) >= 12
    assert {source.alignment for source in sources} == set(Alignment)
    assert {source.source_class for source in sources} == set(SourceClass)
    assert Counter(source.language for source in sources) == {"en": 8, "ru": 4, "uk": 3}
    assert {each.format for each in story.publishers} == set(WireFormat)
    assert {source.source_class for source in sources if source.alignment is Alignment.UKRAINIAN} & {
        source.source_class for source in sources if source.alignment is Alignment.RUSSIAN
    } == {SourceClass.OFFICIAL, SourceClass.LOCAL_OFFICIAL, SourceClass.MILBLOGGER}


def test_it_says_that_it_is_fiction(story: Story) -> None:
    for each in story.publishers:
        if each.format is WireFormat.PREVIEW:
            assert each.home.endswith("_demo")
        else:
            assert each.home.endswith(".example")


def test_new_items_come_at_the_pace_of_a_busy_desk(story: Story) -> None:
    live = sorted(post.at for _, post in _posts(story) if post.at >= story.live_from)
    gaps = [(later - earlier).total_seconds() / 60 for earlier, later in pairwise([story.live_from, *live])]
    assert 10 <= median(gaps) <= 25
    assert max(gaps) <= 45
    assert len(_posts(story)) - len(live) >= 80


def test_posts_and_articles_are_edited_and_two_posts_deleted_while_it_runs(story: Story) -> None:
    edited = {
        (source_id, story.publisher(source_id).format is WireFormat.PREVIEW)
        for source_id, post in _posts(story)
        if len(post.wordings) > 1 and post.wordings[-1].at > story.live_from
    }
    assert {preview for _, preview in edited} == {True, False}
    deleted = [post.deleted_at for _, post in _posts(story) if post.deleted_at is not None]
    assert len(deleted) == 2
    assert min(deleted) > story.live_from


def test_every_kind_of_fault_comes_and_goes_while_it_runs(story: Story) -> None:
    outages = [outage for each in story.publishers for outage in each.outages]
    running = [outage for outage in outages if outage.until > story.live_from]
    assert {outage.kind for outage in running} == set(FaultKind)
    assert all(outage.since < outage.until < story.ends_at for outage in outages)


def test_a_forward_carries_the_words_of_the_post_it_names(story: Story) -> None:
    channels = {each.home: each for each in story.publishers}
    forwards = [post for _, post in _posts(story) if post.forward is not None]
    assert len(forwards) >= 5
    for post in forwards:
        assert post.forward is not None
        channel, _, key = post.forward.post.partition("/")
        origin = next(each for each in channels[channel].posts if each.key == key)
        assert origin.at < post.at
        assert _words(post.wordings[0]) == _words(origin.wordings[0])


def test_two_channels_are_of_one_network(story: Story) -> None:
    networks = Counter(each.source.network for each in story.publishers)
    assert networks["fonar"] == 2


def test_a_quote_goes_from_the_wire_by_an_outlet_to_the_speaker_s_own_source(story: Story) -> None:
    quoting = _quoting(
        story, "This is a limited operation with limited forces, and nothing we have seen suggests"
    )
    assert sorted(quoting, key=lambda each: quoting[each]) == ["northmark", "eastgate", "lapwing"]
    assert "Aarno Kettula" in story.publisher("lapwing").source.voices


def test_two_outlets_and_then_the_own_channel_carry_another_quote(story: Story) -> None:
    quoting = _quoting(story, "We will talk about results when they are results,")
    assert sorted(quoting, key=lambda each: quoting[each]) == ["northmark", "eastgate", "general_staff"]


def test_a_quote_loses_its_negation_and_gets_it_back(story: Story) -> None:
    own = "We do not assess that Ukrainian forces have cut the road to Krasnaya Yaruga,"
    assert set(_quoting(story, own)) == {"carrow"}
    assert set(_quoting(story, own.replace("do not ", ""))) == {"eastgate"}
    assert set(_quoting(story, own, wording=-1)) == {"carrow", "eastgate"}


def test_a_number_differs_between_two_wordings_of_a_quote(story: Story) -> None:
    tail = "of the fourteen attacks were stopped before they reached our first line,"
    assert set(_quoting(story, f"Eleven {tail}")) == {"northmark"}
    assert set(_quoting(story, f"Twelve {tail}")) == {"dnipro_ledger"}


def test_every_english_quote_has_its_speaker_beside_it(story: Story) -> None:
    verbs = re.compile(r"\b(?:said|told)\b")
    for source_id, post in _posts(story):
        for paragraph in _words(post.wordings[0]).split("\n\n"):
            if _QUOTE.search(paragraph):
                assert verbs.search(_QUOTE.sub("", paragraph)), (source_id, post.key)


def test_the_ministry_denies_what_others_show(story: Story) -> None:
    assert "denied that Ukrainian forces advanced in Popovka" in " ".join(
        _words(post.wordings[0]) for source_id, post in _posts(story) if source_id == "zarya"
    )
    shown = re.compile(r"Ukrainian forces advanced in eastern Popovka|withdrew from eastern Popovka")
    saying = {source_id for source_id, post in _posts(story) if shown.search(_words(post.wordings[0]))}
    sides = {story.publisher(source_id).source.alignment for source_id in saying}
    classes = {story.publisher(source_id).source.source_class for source_id in saying}
    assert sides == set(Alignment)
    assert {SourceClass.ASSESSOR, SourceClass.GEOLOCATOR, SourceClass.MILBLOGGER} <= classes


def test_distances_are_given_in_every_form(story: Story) -> None:
    text = " ".join(_words(post.wordings[0]) for _, post in _posts(story))
    for said in (
        "more than two miles",
        "1.9 to 2.5 miles",
        "up to 800 meters",
        "1.5 to 2 kilometers",
        "about 700 meters",
        "no more than 1.5 kilometers",
        "three to four kilometres",
        "about a mile",
        "14 square kilometers",
        "between one and two kilometers",
    ):
        assert said in text, said


def test_questions_are_left_unanswered(story: Story) -> None:
    text = " ".join(_words(post.wordings[0]) for _, post in _posts(story))
    asked = (
        r"has contacted the [\w ]+ for comment",
        r"Neither Kyiv nor [\w ]+ has confirmed",
        "has not commented",
    )
    for pattern in asked:
        assert re.search(pattern, text), pattern
