"""The list of sources that a first start brings."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from feeds.config import Settings, ensure, kind_of, load
from feeds.model import Alignment, Source, SourceClass, SourceKind

LONGEST_TITLE = 28
BOTH = {Alignment.UKRAINIAN, Alignment.RUSSIAN}


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    path = tmp_path_factory.mktemp("config") / "frontwatch.toml"
    assert ensure(path)
    return load(path)


@pytest.fixture(scope="module")
def sources(settings: Settings) -> tuple[Source, ...]:
    return settings.model_sources()


def test_it_is_of_all_classes_and_alignments(sources: tuple[Source, ...]) -> None:
    assert len(sources) >= 45
    assert {source.source_class for source in sources} == set(SourceClass)
    assert {source.alignment for source in sources} == set(Alignment)


@pytest.mark.parametrize(
    "source_class",
    [
        SourceClass.OFFICIAL,
        SourceClass.LOCAL_OFFICIAL,
        SourceClass.MILBLOGGER,
        SourceClass.STATE_MEDIA,
        SourceClass.WIRE,
    ],
)
def test_both_sides_are_heard(sources: tuple[Source, ...], source_class: SourceClass) -> None:
    found = [source for source in sources if source.source_class is source_class]
    assert {source.alignment for source in found} >= BOTH


@pytest.mark.parametrize(
    "oblast",
    [
        "Sumy",
        "Kharkiv",
        "Donetsk",
        "Dnipropetrovsk",
        "Zaporizhzhia",
        "Kherson",
        "Belgorod",
        "Kursk",
        "Bryansk",
    ],
)
def test_the_oblasts_along_the_line_speak_for_themselves(sources: tuple[Source, ...], oblast: str) -> None:
    officials = [source for source in sources if source.source_class is SourceClass.LOCAL_OFFICIAL]
    assert any(oblast in source.title for source in officials)
    assert all(source.voices for source in officials)
    assert any(source.oblasts == (oblast,) for source in officials)


def test_every_source_says_why_it_is_graded_so_and_on_what_terms(sources: tuple[Source, ...]) -> None:
    assert [source.id for source in sources if not (source.why and source.licence)] == []


def test_ids_and_addresses_are_nobody_elses(sources: tuple[Source, ...]) -> None:
    for names in ([source.id for source in sources], [source.url.lower() for source in sources]):
        assert [name for name, count in Counter(names).items() if count > 1] == []


def test_titles_fit_a_narrow_panel(sources: tuple[Source, ...]) -> None:
    assert [source.title for source in sources if len(source.title) > LONGEST_TITLE] == []


def test_addresses_have_the_form_of_their_kind(sources: tuple[Source, ...]) -> None:
    assert [source.url for source in sources if kind_of(source.url) is not source.kind] == []


def test_what_needs_leave_an_account_or_a_key_starts_out_paused(sources: tuple[Source, ...]) -> None:
    paused = {source.kind for source in sources if source.paused}
    assert paused == {SourceKind.DEEPSTATE, SourceKind.ACLED, SourceKind.FACT_CHECK}
    assert not any(source.kind in paused for source in sources if not source.paused)


def test_words_that_may_not_be_passed_on_are_left_out_of_exports(sources: tuple[Source, ...]) -> None:
    reserved = [
        source for source in sources if re.search("reserved|not be passed|do not pass", source.licence)
    ]
    assert reserved
    assert [source.id for source in reserved if source.redistribute] == []


def test_editions_of_one_publisher_are_one_network(sources: tuple[Source, ...]) -> None:
    networks = {source.id: source.network for source in sources}
    for together in (
        ("isw", "critical-threats"),
        ("rybar", "rybar-en"),
        ("tass", "tass-en"),
        ("meduza", "meduza-en"),
        ("ukrainska-pravda", "ukrainska-pravda-en"),
        ("bbc-world", "bbc-russian", "bbc-ukrainian"),
        ("deepstate", "deepstate-map"),
        ("kharkiv-head", "kharkiv-oblast"),
    ):
        assert len({networks[name] for name in together}) == 1
        assert networks[together[0]]


def test_it_is_polite_and_asks_no_private_address(settings: Settings) -> None:
    assert all(source.interval_s >= 300 for source in settings.model_sources())
    assert settings.network.allow == ()
