"""Importing and updating the places by command."""

from __future__ import annotations

import subprocess
import sys
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

from feeds.geography.imports.codes import OBLASTS
from feeds.geography.settlements import load_settlements
from tests.feeds.geography.imports.dumping import a_line, text, zipped
from tests.test_command_line import environment

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path
    from subprocess import CompletedProcess

    from feeds.geography.settlements import Entry

PRIVATE = ("--allow-private", "127.0.0.0/8")
ATTRIBUTION = "Contains data from GeoNames (https://www.geonames.org), CC BY 4.0."
SLOW_S = 300
"""An import makes the whole index of names anew: some twenty seconds on a machine that is not busy."""


def gazetteer(home: Path, *arguments: str | Path) -> CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tui.cli", "gazetteer", *map(str, arguments)],
        capture_output=True,
        text=True,
        env=environment(home),
        timeout=SLOW_S,
        check=False,
    )


@contextmanager
def serving(files: Mapping[str, bytes]) -> Iterator[str]:
    """Serve files with an ETag each."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = files.get(self.path)
            mark = f'"{len(body or b"")}"'
            status = 404 if body is None else 304 if self.headers["If-None-Match"] == mark else 200
            self.send_response(status)
            self.send_header("ETag", mark)
            self.send_header("Content-Length", str(len(body or b"") if status == 200 else 0))
            self.end_headers()
            self.wfile.write(body or b"" if status == 200 else b"")

        def log_message(self, *_: object) -> None:
            """Keep the terminal clean."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def whole_dump(country: str) -> bytes:
    """Return a dump as large as a whole one: the places that are known, a little to the north."""
    codes = {oblast: code for code, oblast in OBLASTS[country].items()}
    listed = [entry for entry in load_settlements() if entry.place.country == country and entry.place.lat]
    lines = [_line(number, entry, codes) for number, entry in enumerate(listed, 1)]
    lines += [
        a_line(900_000 + n, f"Novodumka{n}", "", (50.9 + n / 10_000, 37.5), country="RU", admin1="09")
        for n in range(2_000 if country == "RU" else 0)
    ]
    return zipped(text(lines), f"{country}.txt")


def _line(number: int, entry: Entry, codes: Mapping[str, str]) -> str:
    place = entry.place
    at = ((place.lat or 0) + 0.01, place.lon)
    admin1 = codes[place.oblast or ""]
    return a_line(number, place.name, entry.uk, at, country=place.country, admin1=admin1, people=200_000)


def test_what_was_fetched_is_in_use_and_not_fetched_again(tmp_path: Path) -> None:
    into = ("--into", tmp_path / "places")
    with serving({"/dump/UA.zip": whole_dump("UA"), "/dump/RU.zip": whole_dump("RU")}) as site:
        first = gazetteer(tmp_path, "update", "--url", f"{site}/dump/", *PRIVATE, *into)
        assert (first.returncode, first.stderr) == (0, "")
        again = gazetteer(tmp_path, "update", "--url", f"{site}/dump", *PRIVATE, *into)
    assert "places of Ukraine, imported" in first.stdout
    assert f"In use from now on: {tmp_path / 'places'}" in first.stdout
    assert first.stdout.endswith(f"{ATTRIBUTION}\n")
    assert again.stdout == "Nothing is newer than what was imported.\n"
    status = gazetteer(tmp_path, "status", "--oblasts", *into)
    assert "at the settlement" in status.stdout
    assert "Belgorod" in status.stdout
    assert not list(tmp_path.rglob("*.zip*"))


def test_a_file_that_is_cut_short_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "UA.zip"
    data = zipped(text(a_line(number) for number in range(1, 500)))
    file.write_bytes(data[: len(data) // 2])
    refused = gazetteer(tmp_path, "import", file)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr == "frontwatch: UA.zip is cut short: the end of the zip archive is missing.\n"
    assert "as shipped" in gazetteer(tmp_path, "status").stdout
    assert not (tmp_path / "data" / "frontwatch" / "gazetteer").exists()


def test_an_extract_is_not_taken_for_a_whole_dump(tmp_path: Path) -> None:
    file = tmp_path / "UA.zip"
    file.write_bytes(zipped(text([a_line(1)])))
    refused = gazetteer(tmp_path, "import", file)
    assert refused.returncode == 2
    assert "UA.zip has 1 settlements of Ukraine that are of use; a whole dump has more than" in refused.stderr


def test_the_same_list_twice_is_refused(tmp_path: Path) -> None:
    files = [tmp_path / "UA.zip", tmp_path / "UA2.zip"]
    for file in files:
        file.write_bytes(zipped(text([a_line(1)])))
    refused = gazetteer(tmp_path, "import", "--extract", *files)
    assert refused.returncode == 2
    assert "UA2.zip: another of the files is the same list (UA)." in refused.stderr


def test_without_files_there_must_be_something_to_make_anew(tmp_path: Path) -> None:
    refused = gazetteer(tmp_path, "import")
    assert refused.returncode == 2
    assert refused.stderr == "frontwatch: Nothing was imported before: name the files, such as UA.zip.\n"


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({}, "UA.zip could not be fetched: answered 404 Not Found."),
        ({"/UA.zip": b"<!DOCTYPE html>"} | {"/RU.zip": b""}, "UA.zip is a web page, not a GeoNames list."),
    ],
)
def test_a_site_without_the_files_is_named_with_its_fault(
    tmp_path: Path, files: Mapping[str, bytes], reason: str
) -> None:
    with serving(files) as site:
        refused = gazetteer(tmp_path, "update", "--url", site, *PRIVATE)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr == f"frontwatch: {reason}\n"


def test_a_private_site_is_not_asked_unless_it_is_allowed(tmp_path: Path) -> None:
    with serving({}) as site:
        refused = gazetteer(tmp_path, "update", "--url", site)
    assert refused.returncode == 2
    assert "a private address" in refused.stderr


def test_the_address_comes_from_the_configuration(tmp_path: Path) -> None:
    config = tmp_path / "frontwatch.toml"
    with serving({}) as site:
        config.write_text(
            f'[gazetteer]\nurl = "{site}/"\n[network]\nallow = ["127.0.0.0/8"]\n', encoding="utf-8"
        )
        refused = gazetteer(tmp_path, "update", "--config", config)
    assert "UA.zip could not be fetched: answered 404 Not Found." in refused.stderr
    config.write_text('[gazetteer]\nurl = "dump"\n', encoding="utf-8")
    wrong = gazetteer(tmp_path, "update", "--config", config)
    assert "line 2: gazetteer, url: " in wrong.stderr
    assert "expected an http or https address under which UA.zip and RU.zip are" in wrong.stderr
