"""Reading texts by command: what comes out, as its user sees it."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.terminal import Terminal
from tests.test_command_line import environment

if TYPE_CHECKING:
    from pathlib import Path

ENGLISH = (
    "Ukrainian forces advanced more than two miles toward Popovka on Thursday, the Harbour "
    "Institute said.\n\n"
    '"We hold the northern part of the village now," Colonel Rada Holm told Reuters.\n\n'
    "Russian forces advanced, and it rained. The Russian Ministry of Defense has not commented.\n"
)
UKRAINIAN = "Російські війська захопили Попівку, повідомив речник Генштабу."
RUSSIAN = "Российские войска атаковали в районе Поповки."


def extract(home: Path, *arguments: str | Path, given: bytes = b"") -> subprocess.CompletedProcess[str]:
    """Run the command with ``given`` on its standard input."""
    done = subprocess.run(
        [sys.executable, "-m", "tui.cli", "extract", *map(str, arguments)],
        input=given,
        capture_output=True,
        env=environment(home),
        timeout=60,
        check=False,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def lines(home: Path, *arguments: str | Path, given: str) -> list[dict[str, object]]:
    """Return what the command says of ``given`` as JSON lines."""
    done = extract(home, "--json", *arguments, given=given.encode())
    assert (done.returncode, done.stderr) == (0, "")
    return [json.loads(line) for line in done.stdout.splitlines()]


def document(**fields: object) -> str:
    """Return a JSON line."""
    return json.dumps({"text": ENGLISH} | fields, ensure_ascii=False)


def test_a_text_is_shown_with_its_marks_and_what_was_found(tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    file.write_text(ENGLISH, encoding="utf-8")
    done = extract(tmp_path, file, "--published", "2025-03-28")
    assert (done.returncode, done.stderr) == (0, "")
    told = done.stdout.splitlines()
    assert told[:2] == ["article.txt", "independent outlet, 28 Mar 2025 12:00 UTC, English"]
    assert "[r1 Ukrainian forces advanced more than two miles toward Popovka on Thursday," in done.stdout
    assert '"[q1 We hold the northern part of the village now,]" Colonel Rada Holm' in done.stdout
    assert "[u1 Russian forces advanced, and it rained.] [p1 The Russian Ministry" in done.stdout
    (report,) = (line for line in told if line.startswith("r1 "))
    assert report.startswith(
        "r1  Ukraine: advance, Popovka; ≥ 3.2 km (“more than two miles”); on 2025-03-27;"
    )
    assert "; said by Harbour Institute; evidence: analyst; rule " in report
    assert "q1  quote of Rada Holm, Colonel, to Reuters: “We hold" in done.stdout
    assert "p1  no answer yet: Russian Ministry of Defense" in told
    assert "u1  not understood: “Russian forces advanced, and it rained.”" in told
    assert "\x1b" not in done.stdout
    assert not (tmp_path / "config").exists()
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [(ENGLISH, "en", "advance"), (UKRAINIAN, "uk", "seizure"), (RUSSIAN, "ru", "attack")],
)
def test_each_language_is_told_by_itself(tmp_path: Path, text: str, language: str, kind: str) -> None:
    (told,) = lines(tmp_path, given=text)
    assert told["lang"] == language
    assert isinstance(told["reports"], list)
    assert [one["kind"] for one in told["reports"]] == [kind]


def test_json_lines_come_out_one_for_each_document(tmp_path: Path) -> None:
    herald = {"name": "Herald", "url": None, "alignment": "ukrainian"}
    given = "\n".join((
        document(id="a", source=herald, published="2025-03-28"),
        "",
        document(id="b", title="Quiet day", text="Nothing happened."),
        document(),
    ))  # fmt: skip
    first, second, third = lines(tmp_path, "-", "--published", "2025-03-28", given=given)
    assert first["source"] == herald
    assert (first["id"], first["published"], first["text"]) == ("a", "2025-03-28", ENGLISH.strip())
    assert (second["id"], second["title"], second["reports"]) == ("b", "Quiet day", [])
    assert third["id"] == "input-4"
    assert third["reports"] == first["reports"]
    assert [one["asked"] for one in third["pending"]] == ["Russian Ministry of Defense"]  # type: ignore[attr-defined]


def test_a_page_is_read_for_its_article_its_day_and_its_site(tmp_path: Path) -> None:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in ENGLISH.split("\n\n") * 2)
    page = (
        '<!DOCTYPE html><html><head><title>Push on the border</title><meta property="article:published_time"'
        ' content="2025-03-28T09:00:00Z"><link rel="canonical" href="https://understandingwar.org/a"></head>'
        f"<body><nav>Home News Sport</nav><article><h1>Push on the border</h1>{body}</article></body></html>"
    )
    (told,) = lines(tmp_path, given=page)
    assert (told["id"], told["title"]) == ("input", "Push on the border")
    assert told["published"] == "2025-03-28T09:00:00+00:00"
    assert told["source"] == {
        "name": "ISW",
        "url": "https://understandingwar.org/a",
        "alignment": "independent",
    }
    assert "Home News" not in str(told["text"])


@pytest.mark.parametrize(
    ("source", "evidence"),
    [
        ("official/ukrainian", "official"),
        ("rybar", "milblogger"),
        ("ISW", "analyst"),
        ("outlet", "unattributed"),
    ],
)
def test_whose_a_text_is_can_be_said(tmp_path: Path, source: str, evidence: str) -> None:
    (told,) = lines(tmp_path, "--source", source, given="Russian forces attacked Popovka.")
    assert isinstance(told["reports"], list)
    assert [one["evidence"] for one in told["reports"]] == [evidence]


def test_a_packed_file_is_unpacked(tmp_path: Path) -> None:
    done = extract(tmp_path, "--json", given=gzip.compress(document(id="a").encode()))
    assert (done.returncode, json.loads(done.stdout)["id"]) == (0, "a")


def test_the_users_own_sources_are_known(tmp_path: Path) -> None:
    config = tmp_path / "own.toml"
    config.write_text(
        '[[sources]]\nid = "mill"\ntitle = "Mill"\nkind = "feed"\nurl = "https://mill.example/feed"\n'
        'class = "milblogger"\nalignment = "russian"\nreliability = "D"\n',
        encoding="utf-8",
    )
    given = document(
        text="Russian forces attacked Popovka.", source={"url": "https://www.mill.example/post/1"}
    )
    (told,) = lines(tmp_path, "--config", config, given=given)
    assert told["reports"][0]["evidence"] == "milblogger"  # type: ignore[index]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (b"", "nothing is in it."),
        (b" \n\n\t", "nothing is in it."),
        (b"\xff\xfe\xfd attacked", "expected text in UTF-8, found other bytes."),
        (b"attacked\x00", "expected text in UTF-8, found other bytes."),
        (b"{}", "line 1: expected some text as 'text'."),
        (b"{", "line 1: not JSON."),
        (b"<!DOCTYPE html><html></html>", "no text in it."),
        (gzip.compress(b"attacked", mtime=0)[:12], "a gzip file that breaks off before its end."),
        (b"a" * 20_000_001, "expected at most 20 MB, found more"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(tmp_path: Path, given: bytes, said: str) -> None:
    done = extract(tmp_path, given=given)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"frontwatch: standard input: {said}\n"


@pytest.mark.parametrize(
    ("name", "said"), [("nowhere.txt", "no such file or directory"), (".", "is a directory")]
)
def test_a_file_that_is_none_is_named(tmp_path: Path, name: str, said: str) -> None:
    done = extract(tmp_path, tmp_path / name)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"frontwatch: {tmp_path / name}: can't be read: {said}\n"


def test_good_lines_come_out_beside_broken_ones(tmp_path: Path) -> None:
    file = tmp_path / "corpus.jsonl"
    good = [document(id=str(number)).encode() for number in range(7)]
    file.write_bytes(b"\n".join([*good[:6], b'{"id": ', b'{"text": "\xff"}', b'{"id": "x"}', good[6]]))
    done = extract(tmp_path, "--json", file)
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == [*"0123456"]
    assert done.returncode == 2
    assert done.stderr == f"frontwatch: {file}: line 7: not JSON, and 2 lines more that can't be read.\n"


def test_a_text_beyond_reason_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    done = extract(tmp_path, "--json", given=("It rained on the border. " * 6_000).encode())
    assert len(json.loads(done.stdout)["text"]) == 100_000
    assert (done.returncode, done.stderr) == (
        0,
        "frontwatch: input: only its first 100,000 characters were read.\n",
    )


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--published", "Friday", "expected a date or time of ISO 8601, such as 2025-03-28, found 'Friday'."),
        ("--source", "offical", "a class and an alignment such as official/ukrainian, found 'offical'."),
        ("--source", "official/Kyiv", "such as official/ukrainian, found 'official/Kyiv'."),
    ],
)
def test_an_option_that_says_nothing_is_refused(tmp_path: Path, option: str, value: str, said: str) -> None:
    done = extract(tmp_path, option, value, given=ENGLISH.encode())
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"frontwatch: {option}: expected ")
    assert done.stderr.endswith(f"{said}\n")


def test_text_from_outside_steers_no_terminal(tmp_path: Path) -> None:
    hostile = "\x1b]0;owned\x07\x1b[31m\u202eRussian forces attacked Popovka.\x9b2J"
    given = document(id=hostile, title=hostile, text=hostile, source={"name": hostile}).encode()
    for option in ((), ("--json",)):
        done = extract(tmp_path, *option, given=given)
        assert done.returncode == 0
        assert done.stdout.replace("\n", "").isprintable()
        assert "attacked Popovka" in done.stdout


@pytest.mark.parametrize(
    ("variables", "paint"),
    [
        ({}, "\x1b[1;4;33mattacked"),
        ({"NO_COLOR": "1"}, "\x1b[1;4mattacked"),
        ({"TERM": "dumb"}, "forces attacked"),
    ],
)
def test_a_terminal_shows_the_marks_in_colour(tmp_path: Path, variables: dict[str, str], paint: str) -> None:
    file = tmp_path / "post.txt"
    file.write_text("Russian forces attacked Popovka.", encoding="utf-8")
    command = [sys.executable, "-m", "tui.cli", "extract", str(file)]
    told = {**environment(tmp_path), "TERM": "xterm-256color", "NO_COLOR": "", **variables}
    with Terminal(command, environment=told) as terminal:
        assert terminal.exit_code(30) == 0
        terminal.settle(0.1, 5)
        painted = terminal.painted.decode()
    assert paint in painted
    assert "[r1 Russian forces" in painted


def test_what_reads_the_pipe_may_go_away(tmp_path: Path) -> None:
    file = tmp_path / "many.jsonl"
    file.write_text("\n".join(document(id=str(number)) for number in range(300)), encoding="utf-8")
    command = f"{sys.executable} -m tui.cli extract --json {file} | head -n 1"
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        capture_output=True,
        text=True,
        env=environment(tmp_path),
        timeout=60,
        check=True,
    )
    assert json.loads(done.stdout)["id"] == "0"
    assert done.stderr == ""
