"""What is asked next when an answer redirects."""

from __future__ import annotations

import httpx
import pytest

from feeds.fetching.redirects import Hop, RedirectError, first_hop, next_hop

KEY = {"Authorization": "Bearer key"}


def start(url: str, *, form: dict[str, str] | None = None, secrets: dict[str, str] | None = None) -> Hop:
    return first_hop(url, headers={"If-None-Match": "x"}, secrets=secrets or {}, form=form)


def followed(hop: Hop, *answers: tuple[int, str]) -> Hop:
    for status, location in answers:
        following = next_hop(hop, status, location)
        assert following is not None
        hop = following
    return hop


@pytest.mark.parametrize(("status", "location"), [(200, "/b"), (304, "/b"), (300, "/b"), (302, "")])
def test_other_answers_are_no_redirects(status: int, location: str) -> None:
    assert next_hop(start("http://a/"), status, location) is None


@pytest.mark.parametrize(
    ("answers", "moved_to"),
    [
        ([(301, "/b")], "http://a/b"),
        ([(308, "http://b/")], "http://b/"),
        ([(301, "http://b/"), (308, "http://c/#part")], "http://c/"),
        ([(301, "http://b/"), (302, "http://c/")], "http://b/"),
        ([(301, "http://b/"), (302, "http://c/"), (301, "http://d/")], "http://b/"),
        ([(302, "http://b/"), (301, "http://c/")], ""),
        ([(307, "http://b/")], ""),
    ],
)
def test_a_source_moves_as_far_as_redirects_are_permanent_from_the_first_on(
    answers: list[tuple[int, str]], moved_to: str
) -> None:
    assert followed(start("http://a/"), *answers).moved_to == moved_to


def test_a_source_with_credentials_in_its_address_never_moves() -> None:
    hop = followed(start("https://me:secret@a/"), (301, "https://a/b"))
    assert (hop.moved_to, hop.secrets) == ("", {"Authorization": "Basic bWU6c2VjcmV0"})
    assert "secret" not in str(hop.url)


@pytest.mark.parametrize(
    ("url", "location", "kept"),
    [
        ("https://a/x", "/y", True),
        ("https://a/x", "https://a:443/y", True),
        ("http://a/x", "https://a/x", True),
        ("https://a/x", "https://b/x", False),
        ("https://a/x", "https://a:8443/x", False),
        ("https://a/x", "https://www.a/x", False),
        ("http://a:8080/x", "https://a/x", False),
    ],
)
def test_secrets_stay_with_their_host(url: str, location: str, *, kept: bool) -> None:
    hop = followed(start(url, secrets=KEY), (302, location))
    assert hop.secrets == (KEY if kept else {})
    assert hop.headers == {"If-None-Match": "x"}


def test_secrets_do_not_come_back_by_a_detour() -> None:
    hop = followed(start("https://a/", secrets=KEY), (302, "https://b/"), (302, "https://a/"))
    assert hop.secrets == {}


@pytest.mark.parametrize(
    ("status", "is_kept"), [(301, False), (302, False), (303, False), (307, True), (308, True)]
)
def test_a_form_is_sent_again_only_where_the_status_says_so(status: int, *, is_kept: bool) -> None:
    hop = followed(start("https://a/", form={"password": "x"}), (status, "/b"))
    assert (hop.form is not None) == is_kept


@pytest.mark.parametrize(
    ("hop", "status", "location", "words"),
    [
        (start("http://a/"), 302, "ftp://b/", "redirects to an address that is not http or https"),
        (start("http://a/"), 302, "javascript:alert(1)", "redirects to an address that is not http or https"),
        (start("http://a/"), 302, "http://good.example@b/", "redirects to an address with a user name in it"),
        (
            start("https://a/", secrets=KEY),
            302,
            "http://a/",
            "redirects a request with credentials to an address that is not encrypted",
        ),
        (
            followed(start("https://a/", secrets=KEY), (302, "https://b/")),
            302,
            "http://c/",
            "redirects a request with credentials to an address that is not encrypted",
        ),
        (
            start("https://a/", form={"password": "x"}),
            307,
            "https://b/",
            "redirects a request with credentials to another host",
        ),
    ],
)
def test_some_redirects_are_refused(hop: Hop, status: int, location: str, words: str) -> None:
    with pytest.raises(RedirectError, match=f"^{words}$"):
        next_hop(hop, status, location)


def test_without_secrets_https_may_lead_to_http() -> None:
    assert followed(start("https://a/"), (302, "http://a/")).url == httpx.URL("http://a/")


@pytest.mark.parametrize("url", ["ws://a/", "file:///x", "nonsense", "http://"])
def test_a_chain_starts_on_the_web(url: str) -> None:
    with pytest.raises((httpx.UnsupportedProtocol, httpx.InvalidURL)):
        start(url)


def test_a_request_shows_no_secret() -> None:
    assert "key" not in repr(start("https://me:key@a/", secrets=KEY, form=KEY))
