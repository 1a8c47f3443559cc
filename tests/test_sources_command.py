"""Looking after sources and their state by command."""

from __future__ import annotations

import json
import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

from feeds.store import Lease
from tests.test_command_line import run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from subprocess import CompletedProcess

RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Gazette</title>{}</channel></rss>"""
ENTRY = (
    "<item><guid>{0}</guid><title>Note {0}</title><description>Ukrainian forces advanced near Popovka in "
    "Krasnoyaruzhsky Raion, Belgorod Oblast, local officials said. {1}</description>"
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
    assert "Sources up when last polled, just now: 1 of 2." in plain
    assert "Are you human?" in plain
    assert "sources polled 1, new items 0." in collected(tmp_path, f"{site}/feed.xml").stdout


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


def test_a_list_needs_a_store_of_its_own(tmp_path: Path, config: Path) -> None:
    urls, store = tmp_path / "urls", tmp_path / "s.sqlite3"
    urls.write_text("http://127.0.0.1:9/feed\n", encoding="utf-8")
    nowhere = run("collect", "--once", "--urls", urls, home=tmp_path)
    assert (nowhere.returncode, nowhere.stdout) == (2, "")
    assert "--urls needs --store FILE" in nowhere.stderr
    assert sorted(tmp_path.iterdir()) == [config, urls]
    run("once", "--config", config, "--store", store, home=tmp_path)
    taken = run("collect", "--once", "--urls", urls, "--store", store, home=tmp_path)
    assert (taken.returncode, taken.stdout) == (2, "")
    assert "this store has the sources of a configuration" in taken.stderr
    said = run("status", "--store", store, "--json", home=tmp_path).stdout
    assert [source["id"] for source in json.loads(said)["sources"]] == ["gazette"]


def test_a_private_range_without_a_list_is_refused(tmp_path: Path, config: Path) -> None:
    found = run("collect", "--once", "--config", config, "--allow-private", "127.0.0.0/8", home=tmp_path)
    assert (found.returncode, found.stdout) == (2, "")
    assert "--allow-private goes with --urls; otherwise name the range in [network] allow." in found.stderr


def test_only_what_was_polled_counts_as_polled(tmp_path: Path, site: str) -> None:
    path = tmp_path / "frontwatch.toml"
    tables = ['[network]\nallow = ["127.0.0.0/8"]\n']
    for name, more in (("feed", ""), ("none", ""), ("paused", "paused = true\n")):
        tables.append(
            f'[[sources]]\nid = "{name}"\ntitle = "{name}"\nkind = "feed"\nurl = "{site}/{name}.xml"\n'
            f'class = "outlet"\nalignment = "independent"\nreliability = "C"\n{more}'
        )
    path.write_text("".join(tables), encoding="utf-8")
    places = ("--config", path, "--store", tmp_path / "s.sqlite3")
    for new in (2, 0):
        found = run("collect", "--once", *places, home=tmp_path)
        assert found.stdout == f"{path}: sources polled 2, new items {new}; 1 failed; 1 paused.\n"


def test_status_makes_nothing(tmp_path: Path) -> None:
    for place in ((), ("--store", tmp_path / "none.sqlite3")):
        found = run("status", *place, home=tmp_path)
        assert found.returncode == 2
        assert "there is no store here" in found.stderr
        assert list(tmp_path.iterdir()) == []


def test_no_password_or_key_is_shown(tmp_path: Path, config: Path, site: str) -> None:
    secret = f"{site.replace('//', '//desk:hush@')}/feed.xml?token=hush"
    told = config.read_text(encoding="utf-8").replace("https://gazette.invalid/feed", secret)
    config.write_text(f'{told}[network]\nallow = ["127.0.0.0/8"]\n', encoding="utf-8")
    places = ("--config", config, "--store", tmp_path / "s.sqlite3")
    assert "new items 2." in run("collect", "--once", *places, home=tmp_path).stdout
    commands = ("status",), ("status", "--json"), ("sources",), ("sources", "test", "gazette")
    adding = ("sources", "add", secret), ("sources", "add", f"{secret} "), ("sources", "test", secret)
    for command in (*commands, *adding, ("sources", "export")):
        found = run(*command, *places, home=tmp_path)
        assert "hush" not in found.stdout + found.stderr
        assert "…" in found.stdout + found.stderr or command == ("status",)
    assert "1 address written with … in the place of passwords and keys." in found.stderr
    opml = tmp_path / "list.opml"
    opml.write_text(found.stdout, encoding="utf-8")
    again = run("sources", "import", opml, *places, home=tmp_path)
    assert again.stdout == "0 sources added, 1 was there already.\n"


def test_what_is_no_address_is_refused_in_one_sentence(tmp_path: Path, config: Path) -> None:
    found = run("sources", "add", "http://[::1", "--config", config, home=tmp_path)
    assert found.returncode == 2
    assert found.stderr == (
        "frontwatch: http://[::1: url: expected an http or https address, found 'http://[::1'\n"
    )


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
    later = "No collector is at work: it takes effect when one starts.\n"
    assert added.stdout == f"Added herald (telegram): Herald. {later}"
    assert config.read_text(encoding="utf-8").startswith(before)
    assert sources("add", "https://t.me/s/herald").returncode == 2
    assert sources("pause", "herald").stdout == f"herald is paused. {later}"
    assert [line.split()[:3] for line in sources().stdout.splitlines()] == [
        ["gazette", "feed", "waiting"],
        ["herald", "telegram", "paused"],
    ]
    with Lease(tmp_path / "s.sqlite3"):
        resumed = sources("resume", "herald").stdout
    assert resumed == "herald is polled again. The running collector takes it up.\n"
    assert "waiting" in sources("list").stdout.splitlines()[1]
    assert "no source has the id 'courier'" in sources("pause", "courier").stderr
    opml = tmp_path / "list.opml"
    assert sources("export", str(opml)).returncode == 0
    config.write_text(before, encoding="utf-8")
    assert sources("import", str(opml)).stdout == f"1 source added, 1 was there already. {later}"
    assert sources("import", str(tmp_path / "none.opml")).returncode == 2
