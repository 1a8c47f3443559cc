"""Looking after sources and their state by command."""

from __future__ import annotations

import json
import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

from tests.test_command_line import run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from subprocess import CompletedProcess

RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Gazette</title>{}</channel></rss>"""
ENTRY = (
    "<item><guid>{0}</guid><title>Note {0}</title><description>Ukrainian forces advanced near Popovka in "
    "Belgorod Oblast, local officials said. {1}</description>"
    "<pubDate>Fri, 28 Mar 2025 10:0{0}:00 GMT</pubDate></item>"
)


class Quiet(SimpleHTTPRequestHandler):
    """Serves files without a word."""

    def log_message(self, *_: object) -> None:
        """Keep the terminal clean."""


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    """Serve a feed with two entries at ``/feed.xml``, and return the server's address."""
    folder = tmp_path / "site"
    folder.mkdir()
    padding = "It said no more of this at any time of the day. " * 20
    entries = "".join(ENTRY.format(number, padding) for number in (1, 2))
    (folder / "feed.xml").write_text(RSS.format(entries), encoding="utf-8")
    (folder / "page.html").write_text("<html><title>Are you human?</title></html>", encoding="utf-8")
    with serving(folder) as address:
        yield address


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """Return a configuration with one source."""
    path = tmp_path / "frontwatch.toml"
    path.write_text(
        '# our list\n[[sources]]\nid = "gazette"\ntitle = "Gazette"\nkind = "feed"\n'
        'url = "https://gazette.invalid/feed"\nclass = "outlet"\nalignment = "independent"\n'
        'reliability = "C"\n',
        encoding="utf-8",
    )
    return path


def collected(tmp_path: Path, *urls: str, allow: str = "127.0.0.0/8") -> CompletedProcess[str]:
    """Poll a list of addresses once."""
    listed = tmp_path / "urls"
    listed.write_text("\n".join(("# a list", *urls)), encoding="utf-8")
    places = ("--urls", listed, "--store", tmp_path / "s.sqlite3", "--allow-private", allow)
    return run("collect", "--once", *places, home=tmp_path)


def test_a_list_is_polled_once_and_its_state_can_be_read(tmp_path: Path, site: str) -> None:
    found = collected(tmp_path, f"{site}/feed.xml", f"{site}/page.html")
    assert (found.returncode, found.stderr) == (0, "")
    assert "sources polled 2, new items 2; 1 failed" in found.stdout
    status = run("status", "--store", tmp_path / "s.sqlite3", "--json", home=tmp_path)
    said = json.loads(status.stdout)
    assert [said[name] for name in ("items", "reports", "quotes", "claims", "unread")] == [2, 2, 0, 1, 0]
    good, bad = said["sources"]
    assert (good["health"], good["items"], good["failures"]) == ("good", 2, 0)
    assert bad["reason"] == "answered with an HTML page titled 'Are you human?', not a feed"
    plain = run("status", "--store", tmp_path / "s.sqlite3", home=tmp_path).stdout
    assert "2 items, 2 reports, 0 quotes, 1 claim." in plain
    assert "Sources up: 1 of 2." in plain
    assert "Are you human?" in plain
    assert "0 new" not in collected(tmp_path, f"{site}/feed.xml").stdout


def test_a_private_address_is_not_asked_unless_it_is_allowed(tmp_path: Path, site: str) -> None:
    found = collected(tmp_path, f"{site}/feed.xml", allow="10.0.0.0/8")
    assert "new items 0; 1 failed" in found.stdout
    status = run("status", "--store", tmp_path / "s.sqlite3", home=tmp_path)
    assert "a private address that the configuration does not allow" in status.stdout


@pytest.mark.parametrize("wrong", ["8.0.0.0/8", "everything"])
def test_a_range_that_is_not_private_is_refused(tmp_path: Path, wrong: str) -> None:
    found = collected(tmp_path, "https://gazette.invalid/", allow=wrong)
    assert found.returncode == 2
    assert "expected a range of private addresses" in found.stderr


def test_a_list_with_a_line_that_is_no_address_is_refused(tmp_path: Path) -> None:
    found = collected(tmp_path, "https://gazette.invalid/", "gazette")
    assert found.returncode == 2
    assert "line 3: expected an http or https address, found 'gazette'" in found.stderr


def test_status_makes_no_store(tmp_path: Path) -> None:
    found = run("status", "--store", tmp_path / "none.sqlite3", home=tmp_path)
    assert found.returncode == 2
    assert "there is no store here" in found.stderr
    assert not (tmp_path / "none.sqlite3").exists()


def test_an_address_is_tested_without_keeping_anything(tmp_path: Path, config: Path, site: str) -> None:
    private = ("--allow-private", "127.0.0.0/8")
    good = run("sources", "test", f"{site}/feed.xml", "--config", config, *private, home=tmp_path)
    assert good.returncode == 0
    assert "2 items" in good.stdout
    assert "→ Ukraine advance at Popovka, by local officials" in good.stdout
    bad = run("sources", "test", f"{site}/page.html", "--config", config, *private, home=tmp_path)
    assert bad.returncode == 2
    assert "Not good: answered with an HTML page titled 'Are you human?', not a feed." in bad.stdout


def test_sources_are_added_paused_and_exported(tmp_path: Path, config: Path) -> None:
    def sources(*words: str) -> CompletedProcess[str]:
        return run("sources", *words, "--config", config, "--store", tmp_path / "s.sqlite3", home=tmp_path)

    before = config.read_text(encoding="utf-8")
    added = sources("add", "https://t.me/herald", "--title", "Herald", "--alignment", "ukrainian")
    assert added.stdout.startswith("Added herald (telegram): Herald.")
    assert config.read_text(encoding="utf-8").startswith(before)
    assert sources("add", "https://t.me/s/herald").returncode == 2
    assert sources("pause", "herald").stdout == "herald is paused.\n"
    assert [line.split()[:3] for line in sources().stdout.splitlines()] == [
        ["gazette", "feed", "waiting"],
        ["herald", "telegram", "paused"],
    ]
    assert sources("resume", "herald").returncode == 0
    assert "waiting" in sources("list").stdout.splitlines()[1]
    assert "no source has the id 'courier'" in sources("pause", "courier").stderr
    opml = tmp_path / "list.opml"
    assert sources("export", str(opml)).returncode == 0
    config.write_text(before, encoding="utf-8")
    assert sources("import", str(opml)).stdout == "1 sources added, 1 were there already.\n"
    assert sources("import", str(tmp_path / "none.opml")).returncode == 2
