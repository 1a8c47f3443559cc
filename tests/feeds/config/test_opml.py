"""Lists of other feed readers, and ours in their form."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feeds.config import SourceSettings, ensure, load
from feeds.config.opml import MAX_BYTES, MAX_SOURCES, opml_of, sources_of_opml
from feeds.errors import ConfigError
from feeds.model import Alignment, SourceClass, SourceKind
from tests.feeds.config.making import source_settings

if TYPE_CHECKING:
    from pathlib import Path

READER = """<?xml version="1.0" encoding="utf-8"?>
<!-- exported -->
<opml version="1.0">
  <head><title>Mine</title></head>
  <body>
    <outline text="War">
      <outline text="Front">
        <outline type="rss" text="The Herald &amp; Sons" xmlUrl="https://herald.example/feed" htmlUrl="x"/>
        <outline title="Вісник" xmlUrl=" https://visnyk.example/rss "/>
      </outline>
      <outline text="Rybar" xmlUrl="https://t.me/rybar"/>
    </outline>
    <outline text="The Herald &amp; Sons" xmlUrl="https://herald.example/feed"/>
    <outline text="The Herald - Sons" xmlUrl="https://herald.example/other"/>
    <outline text="Script" xmlUrl="exec:/bin/feed"/>
    <outline text="Old" xmlUrl="ftp://olena:hunter2@old.example/feed"/>
    <outline xmlUrl="https://bare.example/a/rss.xml"/>
    <outline text="A note"/>
  </body>
</opml>
"""
BOMB = """<!DOCTYPE opml [<!ENTITY a "aaaaaaaaaa">{more}]>
<opml version="2.0"><body><outline text="{use}" xmlUrl="https://herald.example/feed"/></body></opml>"""
DOUBLINGS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "&a;" * 10}">' for n in range(12))


def refused(content: bytes) -> str:
    with pytest.raises(ConfigError) as caught:
        sources_of_opml(content)
    (problem,) = caught.value.problems
    assert problem.isprintable()
    return problem


def test_folders_are_opened_and_each_address_is_taken_once() -> None:
    found = sources_of_opml(READER.encode())
    assert [(source.id, source.title, source.kind, source.url) for source in found.sources] == [
        ("the-herald-sons", "The Herald & Sons", SourceKind.FEED, "https://herald.example/feed"),
        ("visnyk-example-rss", "Вісник", SourceKind.FEED, "https://visnyk.example/rss"),
        ("rybar", "Rybar", SourceKind.TELEGRAM, "https://t.me/s/rybar"),
        ("the-herald-sons-2", "The Herald - Sons", SourceKind.FEED, "https://herald.example/other"),
        (
            "https-bare-example-a-rss-xml",
            "https://bare.example/a/rss.xml",
            SourceKind.FEED,
            "https://bare.example/a/rss.xml",
        ),
    ]
    assert found.left_out == (
        "Script: expected an http or https address, found 'exec:/bin/feed'",
        "Old: expected an http or https address, found 'ftp://…@old.example/feed'",
    )


def test_of_foreign_sources_nothing_is_taken_for_known() -> None:
    (source, *_) = sources_of_opml(READER.encode()).sources
    assert (source.source_class, source.alignment) == (SourceClass.OUTLET, Alignment.INDEPENDENT)
    assert (source.reliability, source.why, source.voices) == ("F", "", ())


def test_ids_that_are_taken_are_not_given_again() -> None:
    (source, *_) = sources_of_opml(READER.encode(), taken={"the-herald-sons", "the-herald-sons-2"}).sources
    assert source.id == "the-herald-sons-3"


def test_the_built_in_list_comes_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "frontwatch.toml"
    ensure(path)
    sources = load(path).sources
    assert sources_of_opml(opml_of(sources)).sources == sources


@given(
    st.lists(source_settings(), max_size=4, unique_by=(lambda source: source.id, lambda source: source.url))
)
@settings(deadline=None)
def test_any_list_but_its_folders_comes_back_as_it_was(sources: list[SourceSettings]) -> None:
    found = sources_of_opml(opml_of(sources))
    assert found.sources == tuple(source for source in sources if source.kind is not SourceKind.FOLDER)
    assert found.left_out == ()


def test_an_export_is_opml_that_other_readers_know() -> None:
    source = sources_of_opml(READER.encode()).sources[0]
    text = opml_of([source]).decode()
    assert '<opml xmlns:frontwatch="urn:frontwatch:opml" version="2.0">' in text
    assert 'type="rss" text="The Herald &amp; Sons" title="The Herald &amp; Sons"' in text
    assert 'xmlUrl="https://herald.example/feed"' in text


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('reliability="F"', 'reliability="Z"', "reliability: expected a letter from A to F, found 'Z'"),
        (
            'reliability="F"',
            'reliability="F" frontwatch:interval_minutes="often"',
            "interval_minutes: expected a number of minutes from 0.05 to 10080, found 'often'",
        ),
        (
            'reliability="F"',
            'reliability="F" frontwatch:redistribute="maybe"',
            "redistribute: expected true or false, found 'maybe'",
        ),
        (
            'kind="feed"',
            'kind="folder"',
            "url: expected the path of a folder, found 'https://herald.example/feed'",
        ),
    ],
)
def test_own_words_that_can_not_be_are_told(old: str, new: str, told: str) -> None:
    text = opml_of(sources_of_opml(READER.encode()).sources[:1]).decode()
    found = sources_of_opml(text.replace(f"frontwatch:{old}", f"frontwatch:{new}").encode())
    assert found.sources == ()
    assert found.left_out == (f"The Herald & Sons: {told}",)


def test_a_hostile_title_is_told_without_what_steers_a_screen() -> None:
    text = opml_of(sources_of_opml(READER.encode()).sources[:1]).decode()
    found = sources_of_opml(text.replace('title="The Herald', 'title="\u202eThe Herald').encode())
    assert found.left_out == (
        "The Herald & Sons: title: expected printable characters only, found '\\u202eThe Herald & Sons'",
    )


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", "expected OPML: "),
        (b"not xml", "expected OPML: "),
        (b"<opml><body></opml>", "expected OPML: Opening and ending tag mismatch"),
        (b"<html><body/></html>", "expected OPML, found a document of <html>"),
        (b"<rss version='2.0'/>", "expected OPML, found a document of <rss>"),
        (b" " * (MAX_BYTES + 1), "expected at most 5 MB of OPML, found more"),
        (
            BOMB.format(more="", use="&a;").encode(),
            "expected OPML, found a document that defines entities of its own",
        ),
        (BOMB.format(more=DOUBLINGS, use="&a11;").encode(), "expected OPML"),
        (b"<opml>" + b"<outline>" * 100_000, "expected OPML: "),
        (
            b"<opml><body>" + b'<outline xmlUrl="x"/>' * (MAX_SOURCES + 1) + b"</body></opml>",
            f"expected at most {MAX_SOURCES} sources in OPML, found more",
        ),
    ],
)
def test_what_is_no_list_is_one_sentence(content: bytes, found: str) -> None:
    assert refused(content).startswith(found)


def test_no_file_is_read_through_an_entity(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("hunter2", encoding="utf-8")
    entity = f'<!ENTITY s SYSTEM "{secret.as_uri()}">'
    text = f"<!DOCTYPE opml [{entity}]><opml><head><title>&s;</title></head></opml>"
    assert "hunter2" not in refused(text.encode())


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: f"<opml>{text}</opml>".encode()))
def test_any_bytes_are_a_list_or_a_problem(content: bytes) -> None:
    said: tuple[str, ...] = ()
    try:
        said = sources_of_opml(content).left_out
    except ConfigError as error:
        said = error.problems
    assert all(sentence.isprintable() for sentence in said)
