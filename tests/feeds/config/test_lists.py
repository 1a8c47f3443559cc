"""Plain lists of addresses."""

from __future__ import annotations

from ipaddress import ip_network
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.config import Configuration, FixedList, Watch, load_urls, sources_of_urls
from feeds.errors import ConfigError
from feeds.model import SourceKind

PATH = Path("urls")
NEWSBOAT = """
# the desk's feeds
https://example.org/feed.xml "war" "~The Example"
  https://example.org/feed.xml
"https://example.org/other.xml" tag

#https://example.org/off.xml
https://t.me/rybar/12345 "bloggers"
https://t.me/s/rybar
http://10.0.0.7:8080/a?b=c
"""


def test_a_newsboat_list_is_read_address_by_address() -> None:
    found = sources_of_urls(NEWSBOAT, PATH)
    assert [(source.kind, source.url) for source in found] == [
        (SourceKind.FEED, "https://example.org/feed.xml"),
        (SourceKind.FEED, "https://example.org/other.xml"),
        (SourceKind.TELEGRAM, "https://t.me/s/rybar"),
        (SourceKind.FEED, "http://10.0.0.7:8080/a?b=c"),
    ]
    assert [source.title for source in found] == [
        "example.org/feed.xml",
        "example.org/other.xml",
        "t.me/rybar",
        "10.0.0.7:8080/a",
    ]
    assert {source.reliability for source in found} == {"F"}


def test_an_id_depends_on_the_address_alone() -> None:
    (first, *_) = sources_of_urls(NEWSBOAT, PATH)
    (alone,) = sources_of_urls("https://example.org/feed.xml", PATH)
    assert alone == first
    assert len({source.id for source in sources_of_urls(NEWSBOAT, PATH)}) == 4


def test_passwords_stand_in_no_name() -> None:
    (source,) = sources_of_urls("https://olena:hunter2@example.org/feed", PATH)
    assert "hunter2" not in source.id + source.title


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("ftp://example.org/", "'ftp://example.org/'"),
        ("query:Unread:unread = yes", "'query:Unread:unread'"),
        ("exec:~/bin/feed", "'exec:~/bin/feed'"),
        ("example.org/feed", "'example.org/feed'"),
        ("https://", "'https://'"),
        ("ftp://olena:hunter2@example.org/", "'ftp://…@example.org/'"),
        ("\x1b]0;x\x07", r"'\x1b]0;x\x07'"),
        ("https://example.org/" + "a" * 2_000, "'https://example.org/" + "a" * 38 + "…"),
    ],
)
def test_a_line_that_is_no_address_is_named(line: str, found: str) -> None:
    with pytest.raises(ConfigError) as caught:
        sources_of_urls(f"https://example.org/feed\n\n{line}\n", PATH)
    assert caught.value.problems == (f"urls: line 3: expected an http or https address, found {found}",)


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing\n"])
def test_a_list_without_addresses_is_no_calm(text: str) -> None:
    with pytest.raises(ConfigError, match="expected an http or https address a line, found none"):
        sources_of_urls(text, PATH)


def test_ten_thousand_addresses_are_ten_thousand_sources() -> None:
    lines = [f"http://127.0.1.{number % 100}/feeds/{number}.xml" for number in range(10_000)]
    found = sources_of_urls("\n".join([*lines, *lines]), PATH)
    assert [source.url for source in found] == lines
    assert len({source.id for source in found}) == 10_000
    assert FixedList(PATH, found).current.model_sources() == found


def test_a_file_is_read_with_any_ends_of_lines(tmp_path: Path) -> None:
    path = tmp_path / "urls"
    path.write_bytes(b"\xef\xbb\xbfhttps://example.org/a\r\nhttps://example.org/b\r\n")
    assert [source.url for source in load_urls(path)] == ["https://example.org/a", "https://example.org/b"]


def test_a_file_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="can't be read: no such file or directory"):
        load_urls(tmp_path / "urls")


@given(st.text(max_size=300))
def test_any_text_is_a_list_or_a_problem(text: str) -> None:
    said = ""
    try:
        found = sources_of_urls(text, PATH)
    except ConfigError as error:
        said = str(error)
    else:
        assert FixedList(PATH, found).current.model_sources() == found
    assert said.isprintable()


def test_a_fixed_list_is_a_configuration_that_stays(tmp_path: Path) -> None:
    path = tmp_path / "frontwatch.toml"
    path.touch()
    sources = sources_of_urls(NEWSBOAT, PATH)
    fixed = FixedList(PATH, sources, allow=[ip_network("127.0.0.0/8")], desk="night", analyst="Olena")
    configurations: list[Configuration] = [Watch(path), fixed]
    assert [each.refresh() for each in configurations] == [False, False]
    assert (fixed.current.desk, fixed.current.analyst) == ("night", "Olena")
    assert fixed.current.network.allow == (ip_network("127.0.0.0/8"),)
    assert fixed.current.model_sources() == sources
    assert (fixed.path, fixed.problems) == (PATH, ())
