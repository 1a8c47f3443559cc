"""Reading and placing the configuration file."""

from __future__ import annotations

from ipaddress import ip_network
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from feeds.config import Settings, default_config_path, default_store_path, ensure, load
from feeds.config.loading import MAX_BYTES
from feeds.errors import ConfigError
from feeds.model import Alignment, Source, SourceClass, SourceKind

GOOD = """
desk = "Night desk"
analyst = "Olena"

[store]
path = "/srv/front.sqlite3"

[window]
days = 14

[network]
allow = ["127.0.0.0/8", "fd00::/8"]

[[sources]]
id = "herald"
title = "The Herald"
kind = "telegram"
url = "https://t.me/s/herald"
class = "milblogger"
alignment = "russian"
reliability = "D"
interval_minutes = 0.5
network = "heralds"
voices = ["The Herald"]
oblasts = ["Sumy", "Belgorod"]
language = "ru"
redistribute = false
licence = "quote with a link"
why = "has people there"
articles = false
paused = true
"""
BAD = """
desk = 3
colour = "red"

[window]
days = 900

[[sources]]
id = "herald"
title = "The Herald"
kind = "telegraph"
url = "https://t.me/s/herald"
class = "outlet"
alignment = "independent"
reliability = "G"
interval_minutes = "often"

[[sources]]
id = "herald"
kind = "feed"
url = "ftp://herald.invalid/"
class = "outlet"
alignment = "independent"
reliability = "B"
redistribut = false
"""


RANGE = "a range of private addresses such as '10.1.0.0/16'"
RANGES = "a list of ranges of private addresses such as '10.1.0.0/16'"


def problems(path: Path, text: str | bytes) -> list[str]:
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    with pytest.raises(ConfigError) as caught:
        load(path)
    assert all(problem.startswith(f"{path}: ") for problem in caught.value.problems)
    return [problem.removeprefix(f"{path}: ") for problem in caught.value.problems]


KILOMETRES = "expected kilometres such as >2, <=5 or 2-5"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where a test writes its configuration."""
    return tmp_path / "frontwatch.toml"


def test_a_good_file_is_taken_whole(path: Path) -> None:
    path.write_text(GOOD, encoding="utf-8")
    found = load(path)
    assert (found.desk, found.analyst, found.window.days) == ("Night desk", "Olena", 14)
    assert found.store.path == Path("/srv/front.sqlite3")
    assert found.network.allow == (ip_network("127.0.0.0/8"), ip_network("fd00::/8"))
    assert found.model_sources() == (
        Source(
            id="herald",
            title="The Herald",
            kind=SourceKind.TELEGRAM,
            url="https://t.me/s/herald",
            source_class=SourceClass.MILBLOGGER,
            alignment=Alignment.RUSSIAN,
            reliability="D",
            interval_s=30,
            network="heralds",
            voices=("The Herald",),
            oblasts=("Sumy", "Belgorod"),
            language="ru",
            redistribute=False,
            licence="quote with a link",
            why="has people there",
            articles=False,
            paused=True,
        ),
    )


def test_views_are_filters_under_names_written_in_one_way(path: Path) -> None:
    path.write_text("[views]\nnight = 'side:ua oblast:белгород'\n'ніч-2' = ''\n", encoding="utf-8")
    assert load(path).views == {"night": "side:ukraine oblast:Belgorod", "ніч-2": ""}


def test_an_empty_file_has_defaults(path: Path) -> None:
    path.touch()
    found = load(path)
    assert found == Settings()
    assert (found.desk, found.analyst, found.window.days, found.store.path) == ("desk", "analyst", 7, None)
    assert found.network.allow == ()


@pytest.mark.parametrize("url", ["dump", "ftp://mirror.invalid/", "https://mirror.invalid/a b", "3"])
def test_places_come_from_an_address(path: Path, url: str) -> None:
    path.write_text(f'[gazetteer]\nurl = "{url}"\n', encoding="utf-8")
    with pytest.raises(ConfigError, match="line 2: gazetteer, url: expected an http or https address under"):
        load(path)
    path.write_text('[gazetteer]\nurl = "https://mirror.invalid/dump"\n', encoding="utf-8")
    assert load(path).gazetteer.url == "https://mirror.invalid/dump"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('url = "ftp://model.invalid/v1"', "url: expected an http or https address without a user name"),
        ('url = "http://me:pw@model.invalid/v1"', "url: expected an http or https address without a user"),
        ('url = "https://model.invalid/v1"', "name: is missing, expected the model's name, where a url is"),
        ('url = "https://a.invalid/"\nname = " "', "name: expected the model's name, where a url is given"),
        (
            'url = "https://a.invalid/"\nname = 3',
            "name: expected the model's name, where a url is given, found 3",
        ),
        ('key = "sk-0123"', "key: expected the name of the environment variable that holds the key"),
        ("seconds = 0", "seconds: expected a number of seconds from 1 to 300, found 0"),
        (
            "questions_a_minute = 1000",
            "questions_a_minute: expected a whole number from 1 to 120, found 1000",
        ),
        ('adress = ""', "adress: is no key of this table"),
    ],
)
def test_a_model_that_cannot_be_asked_is_a_problem(path: Path, line: str, words: str) -> None:
    (problem,) = problems(path, f"[model]\n{line}\n")
    assert f"model, {words}" in problem
    assert "sk-0123" not in problem
    assert ":pw@" not in problem


@pytest.mark.parametrize("days", ["0x" + "f" * 5000, "[0x" + "f" * 5000 + "]"])
def test_a_number_that_python_cannot_write_is_a_problem_like_any_other(path: Path, days: str) -> None:
    assert problems(path, f"[window]\ndays = {days}\n") == [
        "line 2: window, days: expected a whole number of days from 1 to 365, found a number beyond reason"
    ]


def test_a_model_is_off_unless_its_address_is_given(path: Path) -> None:
    path.write_text('[model]\nname = "small"\n', encoding="utf-8")
    assert load(path).model.url == ""
    path.write_text('[model]\nurl = "http://127.0.0.1:8080/v1"\nname = "small"\n', encoding="utf-8")
    assert load(path).model.name == "small"


def test_every_problem_is_told_at_once_with_its_place(path: Path) -> None:
    keys = "sources, store, window, network, gazetteer, model, views, screen, keys, notify, desk, analyst"
    minutes = "expected a number of minutes from 0.05 to 10080, found 'often'"
    kinds = "'feed', 'telegram', 'wordpress', 'daily_page', 'mastodon', 'bluesky', 'gdelt', 'acled', "
    kinds += "'deepstate', 'fact_check' or 'folder'"
    assert problems(path, BAD) == [
        "line 2: desk: expected a name, found 3",
        f"line 3: colour: is no key of this table, expected one of {keys}",
        "line 6: window, days: expected a whole number of days from 1 to 365, found 900",
        f"line 11: sources[0] 'herald', kind: expected {kinds}, found 'telegraph'",
        "line 15: sources[0] 'herald', reliability: expected a letter from A to F, found 'G'",
        f"line 16: sources[0] 'herald', interval_minutes: {minutes}",
        "line 18: sources[1] 'herald', title: is missing, expected a title",
        "line 19: sources[1] 'herald', id: expected an id of its own, found that of sources[0]",
        "line 21: sources[1] 'herald', url: expected an http or https address, found 'ftp://herald.invalid/'",
        "line 25: sources[1] 'herald', redistribut: is no key of this table; is 'redistribute' meant?",
    ]


@pytest.mark.parametrize("name", ["Sumy Oblast", "Харків", "Atlantis", ""])
def test_an_oblast_is_named_as_the_gazetteer_names_it(path: Path, name: str) -> None:
    table = GOOD.replace('"Belgorod"', f'"{name}"')
    (problem,) = problems(path, table)
    assert "oblasts, 1: expected " in problem
    assert problem.endswith(f"found '{name}'")


def test_double_ids_alone_are_a_problem(path: Path) -> None:
    table = GOOD[GOOD.index("[[sources]]") :]
    assert problems(path, table + table) == [
        "line 20: sources[1] 'herald', id: expected an id of its own, found that of sources[0]"
    ]


def test_broken_toml_is_told_with_line_and_column(path: Path) -> None:
    (problem,) = problems(path, 'desk = "Night"\ndays = = 3\n')
    assert problem == "expected TOML: Invalid value (at line 2, column 8)"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("sources = 3", "line 1: sources: expected [[sources]] tables, found 3"),
        ("sources = [3]", "line 1: sources[0]: expected a table of keys, found 3"),
        ("window = 3", "line 1: window: expected a [window] table, found 3"),
        (
            "[window]\ndays = true",
            "line 2: window, days: expected a whole number of days from 1 to 365, found True",
        ),
        ("[store]\npath = 3", "line 2: store, path: expected the path of a file, found 3"),
        ('analyst = "\\u001b[31m"', "line 1: analyst: expected printable characters only, found '\\x1b[31m'"),
        ("network = 3", "line 1: network: expected a [network] table, found 3"),
        ('[network]\nallow = "10.0.0.0/8"', f"line 2: network, allow: expected {RANGES}, found '10.0.0.0/8'"),
        (
            "[network]\nallow = [3]",
            f"line 2: network, allow, 0: expected {RANGE}, found 3",
        ),
        (
            '[network]\nallow = ["10.0.0.0/8", "ten"]',
            f"line 2: network, allow, 1: expected {RANGE}, found 'ten'",
        ),
        (
            '[network]\nallow = ["0.0.0.0/0"]',
            f"line 2: network, allow, 0: expected {RANGE}, found '0.0.0.0/0'",
        ),
        (
            "[views]\nday = 'km:x'",
            f"line 2: views, day: expected a filter (Word 1, km: {KILOMETRES}, found 'x'), found 'km:x'",
        ),
        (
            "[views]\n-x = 'kyiv'",
            "line 2: views, -x: expected a name of letters, figures and hyphens, of 32 at most, found '-x'",
        ),
        (b"desk = '\xff'", "expected UTF-8, found other bytes at byte 8"),
        ("#" * (MAX_BYTES + 1), "expected at most 5 MB, found more"),
        ("a = " + "[" * 100_000, "expected TOML, found nesting or numbers beyond reason"),
    ],
)
def test_what_is_wrong_is_one_sentence(path: Path, text: str | bytes, found: str) -> None:
    assert problems(path, text) == [found]


@pytest.mark.parametrize(
    ("kind", "url", "good"),
    [
        ("folder", "~/inbox", True),
        ("folder", "https://example.org/", False),
        ("feed", "/srv/feed.xml", False),
        ("feed", "http://127.0.0.1:8000/feed", True),
        ("telegram", "t.me/s/herald", False),
        ("telegram", "https://", False),
        ("telegram", "https://[", False),
        ("feed", "http://\u202eexample.org/", False),
        ("feed", "https://example.org/a b", False),
        ("feed", "https://example.org:99999/", False),
        ("wordpress", "https://example.org/wp-json/wp/v2/posts", True),
        ("wordpress", "example.org", False),
        ("daily_page", "https://example.org/report-{month}-{day}-{year}", True),
        ("daily_page", "https://example.org/report-{month}-{day}", False),
        ("daily_page", "https://example.org/{name}-{month}-{day}-{year}", False),
        ("daily_page", "report-{month}-{day}-{year}", False),
        ("mastodon", "@herald@example.org", False),
        ("bluesky", "https://bsky.app/profile/herald.example", True),
        ("deepstate", "ftp://example.org/", False),
    ],
)
def test_the_address_fits_the_kind(path: Path, kind: str, url: str, good: bool) -> None:  # noqa: FBT001
    text = GOOD.replace('"telegram"', f'"{kind}"').replace("https://t.me/s/herald", url)
    text = text.replace("interval_minutes = 0.5", "interval_minutes = 60")
    if good:
        path.write_text(text, encoding="utf-8")
        assert load(path).sources[0].url == url
    else:
        (problem,) = problems(path, text)
        assert problem.startswith("line 18: sources[0] 'herald', url: expected ")


@pytest.mark.parametrize(
    ("kind", "url", "minutes", "least"),
    [
        ("gdelt", "https://example.org/doc", 14, 15),
        ("acled", "https://example.org/read", 30, 60),
        ("deepstate", "https://example.org/history", 4.5, 5),
        ("wordpress", "https://example.org/posts", 1, 5),
        ("daily_page", "https://example.org/{month}{day}{year}", 1, 5),
        ("fact_check", "https://example.org/search", 5, 15),
        ("gdelt", "http://localhost.example.org/doc", 1, 15),
        ("gdelt", "http://8.8.8.8/doc", 1, 15),
    ],
)
def test_a_service_is_left_alone_as_long_as_it_asks(
    path: Path, kind: str, url: str, minutes: float, least: int
) -> None:
    text = GOOD.replace('"telegram"', f'"{kind}"').replace("https://t.me/s/herald", url)
    found = problems(path, text.replace("interval_minutes = 0.5", f"interval_minutes = {minutes}"))
    words = f"expected at least {least} minutes for a source of kind '{kind}', found {minutes}"
    assert found == [f"line 22: sources[0] 'herald', interval_minutes: {words}"]


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:8000/",
        "http://localhost/",
        "http://[::1]:80/",
        "http://10.2.3.4/",
        "https://a.localhost/",
    ],
)
@pytest.mark.parametrize("kind", [kind for kind in SourceKind if kind is not SourceKind.FOLDER])
def test_what_is_near_may_be_asked_at_will(path: Path, kind: SourceKind, url: str) -> None:
    url += "{month}{day}{year}" if kind is SourceKind.DAILY_PAGE else ""
    text = GOOD.replace('"telegram"', f'"{kind}"').replace("https://t.me/s/herald", url)
    path.write_text(text, encoding="utf-8")
    assert load(path).model_sources()[0].interval_s == 30


@pytest.mark.parametrize(
    ("kind", "seconds"),
    [
        ("feed", 900),
        ("telegram", 600),
        ("deepstate", 1800),
        ("wordpress", 3600),
        ("acled", 86_400),
        ("folder", 5),
    ],
)
def test_an_interval_left_out_is_what_is_usual_for_the_kind(path: Path, kind: str, seconds: int) -> None:
    text = GOOD.replace('"telegram"', f'"{kind}"').replace("interval_minutes = 0.5\n", "")
    address = "/srv/inbox" if kind == "folder" else "https://example.org/"
    path.write_text(text.replace("https://t.me/s/herald", address), encoding="utf-8")
    assert load(path).model_sources()[0].interval_s == seconds


@pytest.mark.parametrize("value", ["nan", "inf", "-inf"])
def test_an_interval_is_a_number(path: Path, value: str) -> None:
    (problem,) = problems(path, GOOD.replace("interval_minutes = 0.5", f"interval_minutes = {value}"))
    assert "interval_minutes: expected a number of minutes from 0.05 to 10080, found" in problem


def test_a_password_in_an_address_is_not_repeated(path: Path) -> None:
    (problem,) = problems(
        path, GOOD.replace("https://t.me/s/herald", "ftp://olena:hunter2@h.invalid/?key=s3cret")
    )
    assert "'ftp://…@h.invalid/?key=…'" in problem
    assert "hunter2" not in problem
    assert "s3cret" not in problem


def test_a_file_that_is_not_there_is_one_sentence(path: Path) -> None:
    with pytest.raises(ConfigError, match="can't be read: no such file or directory"):
        load(path)


def test_a_folder_instead_of_a_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="can't be read: is a directory"):
        load(tmp_path)


@given(body=st.binary(max_size=100), before=st.sampled_from([b"", b"[[sources]]\n", b"[window]\ndays="]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_bytes_are_settings_or_problems(path: Path, body: bytes, before: bytes) -> None:
    path.write_bytes(before + body)
    try:
        load(path)
    except ConfigError as error:
        said = error.problems
    else:
        said = ()
    assert all(problem.removeprefix(str(path)).isprintable() for problem in said)


def test_the_built_in_list_never_replaces_a_file(path: Path) -> None:
    path.write_text(GOOD, encoding="utf-8")
    assert not ensure(path)
    assert path.read_text(encoding="utf-8") == GOOD


def test_folders_for_the_built_in_list_are_made(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b" / "frontwatch.toml"
    assert ensure(deep)
    assert [file.name for file in deep.parent.iterdir()] == ["frontwatch.toml"]


def test_a_place_that_can_not_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ConfigError, match="can't be written: "):
        ensure(tmp_path / "file" / "frontwatch.toml")


def test_the_places_follow_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "c"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "d"))
    assert default_config_path() == tmp_path / "c" / "frontwatch" / "frontwatch.toml"
    assert default_store_path() == tmp_path / "d" / "frontwatch" / "frontwatch.sqlite3"
