"""Accounts and keys, against a service of tokens on loopback."""

from __future__ import annotations

import asyncio
import json
import logging
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from ipaddress import ip_network
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

import pytest

from feeds.fetching import Failed, fetch, new_client
from feeds.fetching.accounts import Accounts
from feeds.model import SourceKind
from tests.building import NOON, a_source

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping
    from datetime import datetime
    from pathlib import Path

    from feeds.fetching.accounts import Post
    from feeds.model import Source

PASSWORD = "hunter2-is-secret"  # noqa: S105 - of nobody
ENVIRON = {"FRONTWATCH_ACLED_USERNAME": "ada@gazette.invalid", "FRONTWATCH_ACLED_PASSWORD": PASSWORD}
KEY = "AIza-fact-check-is-secret"
DAY = timedelta(days=1)


@dataclass(slots=True)
class TokenService:
    """Gives numbered tokens for forms, unless it was told to answer otherwise."""

    forms: list[dict[str, str]] = field(default_factory=list)
    """What was sent, in order."""
    answers: list[tuple[str, bytes]] = field(default_factory=list)
    """Status lines and bodies to give first."""
    url: str = ""

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one request."""
        with suppress(OSError, asyncio.IncompleteReadError):
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
            length = int(head.partition("content-length: ")[2].partition("\r\n")[0] or 0)
            fields = parse_qs((await reader.readexactly(length)).decode())
            self.forms.append({name: found[0] for name, found in fields.items()})
            assert head.startswith("post /oauth/token http/1.1\r\n")
            status, body = self.answers.pop(0) if self.answers else ("200 OK", self._token())
            lines = f"HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: {len(body)}\r\n\r\n"
            writer.write(lines.encode() + body)
            await writer.drain()
        writer.close()

    def kinds(self) -> list[str]:
        """Return how each request asked for a token."""
        return [form["grant_type"] for form in self.forms]

    def _token(self) -> bytes:
        number = len(self.forms)
        token = {"access_token": f"access-{number}-secret", "refresh_token": f"refresh-{number}-secret"}
        return json.dumps({**token, "expires_in": 86_400, "token_type": "Bearer"}).encode()

    @asynccontextmanager
    async def running(self) -> AsyncIterator[TokenService]:
        """Serve on a free port."""
        async with await asyncio.start_server(self.serve, "127.0.0.1", 0) as listening:
            self.url = f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}"
            yield self


@dataclass(slots=True)
class Desk:
    """Accounts, with a real client to ask by."""

    accounts: Accounts
    post: Post
    service: TokenService
    source: Source

    async def headers(self, now: datetime = NOON) -> Mapping[str, str] | Failed:
        """Return the headers for the service's own source."""
        return await self.accounts.headers(self.source, self.post, now)

    async def bearer(self, now: datetime = NOON) -> str:
        """Return the token that is sent."""
        found = await self.headers(now)
        assert not isinstance(found, Failed)
        return found["Authorization"]

    async def reason(self, now: datetime = NOON) -> str:
        """Return why no token can be sent."""
        found = await self.headers(now)
        assert isinstance(found, Failed)
        return found.reason


@asynccontextmanager
async def a_desk(folder: Path, environ: Mapping[str, str] = ENVIRON) -> AsyncIterator[Desk]:
    async with (
        TokenService().running() as service,
        new_client(allowed=(ip_network("127.0.0.0/8"),)) as client,
    ):
        source = a_source("events", kind=SourceKind.ACLED, url=f"{service.url}/api/acled/read?limit=2")
        yield Desk(Accounts(environ, folder), partial(fetch, client), service, source)


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    """Return a desk with an account in its environment."""
    async with a_desk(tmp_path) as desk:
        yield desk


async def test_a_password_gets_a_token_that_is_kept(desk: Desk) -> None:
    assert await desk.bearer() == "Bearer access-1-secret"
    assert await desk.bearer(NOON + timedelta(hours=20)) == "Bearer access-1-secret"
    assert desk.service.forms == [
        {
            "grant_type": "password",
            "username": "ada@gazette.invalid",
            "password": PASSWORD,
            "client_id": "acled",
        }
    ]


async def test_a_token_is_renewed_before_it_runs_out(desk: Desk) -> None:
    await desk.bearer()
    assert await desk.bearer(NOON + timedelta(hours=22)) == "Bearer access-2-secret"
    assert desk.service.forms[1] == {
        "grant_type": "refresh_token",
        "refresh_token": "refresh-1-secret",
        "client_id": "acled",
    }
    await desk.bearer(NOON + timedelta(hours=44))
    assert "refresh-2-secret" in desk.service.forms[2].values()


async def test_a_refused_renewal_falls_back_to_the_password(desk: Desk) -> None:
    await desk.bearer()
    desk.service.answers.append(("400 Bad Request", b'{"error":"invalid_grant"}'))
    assert await desk.bearer(NOON + DAY) == "Bearer access-3-secret"
    assert desk.service.kinds() == ["password", "refresh_token", "password"]


async def test_a_renewal_that_meets_an_outage_sends_no_password(desk: Desk) -> None:
    await desk.bearer()
    desk.service.answers.append(("503 Service Unavailable", b""))
    assert await desk.reason(NOON + DAY) == "logging in failed: answered 503 Service Unavailable"
    assert desk.service.kinds() == ["password", "refresh_token"]
    assert await desk.bearer(NOON + DAY) == "Bearer access-3-secret"


async def test_a_token_without_a_renewal_is_got_anew(desk: Desk) -> None:
    desk.service.answers.append(("200 OK", b'{"access_token": "only"}'))
    assert await desk.bearer() == "Bearer only"
    assert await desk.bearer(NOON + timedelta(minutes=55)) == "Bearer access-2-secret"
    assert desk.service.kinds() == ["password", "password"]


async def test_a_forgotten_token_is_got_anew(desk: Desk) -> None:
    await desk.bearer()
    desk.accounts.forget(desk.source)
    assert await desk.bearer() == "Bearer access-2-secret"
    assert desk.service.kinds() == ["password", "password"]


async def test_to_forget_what_was_never_had_is_no_mistake(desk: Desk) -> None:
    desk.accounts.forget(desk.source)
    desk.accounts.forget(a_source("gazette", url="http://["))


async def test_sources_that_ask_at_once_share_one_log_in(desk: Desk) -> None:
    found = await asyncio.gather(*(desk.bearer() for _ in range(5)))
    assert set(found) == {"Bearer access-1-secret"}
    assert len(desk.service.forms) == 1


@pytest.mark.parametrize("status", ["400 Bad Request", "401 Unauthorized", "403 Forbidden"])
async def test_a_refused_account_says_what_to_check(desk: Desk, status: str) -> None:
    desk.service.answers.append((status, b'{"error":"invalid_grant"}'))
    found = await desk.headers()
    words = "its account was refused: check FRONTWATCH_ACLED_USERNAME and FRONTWATCH_ACLED_PASSWORD"
    assert found == Failed(words, status=int(status[:3]))


@pytest.mark.parametrize(
    ("status", "body", "reason"),
    [
        ("500 Internal Server Error", b"", "answered 500 Internal Server Error"),
        ("200 OK", PASSWORD.encode(), "answered with something that is no token"),
        (
            "200 OK",
            b"<html><title>%s</title>" % PASSWORD.encode(),
            "answered with something that is no token",
        ),
        ("200 OK", b'{"error": "%s"}' % PASSWORD.encode(), "answered with JSON without an access_token"),
        ("200 OK", b'["access_token"]', "answered with JSON without an access_token"),
    ],
)
async def test_a_log_in_that_fails_says_why(desk: Desk, status: str, body: bytes, reason: str) -> None:
    desk.service.answers.append((status, body))
    assert await desk.reason() == f"logging in failed: {reason}"
    assert await desk.bearer() == "Bearer access-2-secret"


async def test_a_service_that_is_down_is_said_so(desk: Desk, refused_url: str) -> None:
    desk.source = a_source("events", kind=SourceKind.ACLED, url=refused_url)
    assert await desk.reason() == "logging in failed: can't be reached: connection refused"


async def test_a_log_in_that_leads_elsewhere_takes_no_password_along(desk: Desk) -> None:
    async with TokenService().running() as other:
        desk.service.answers.append((f"307 Temporary Redirect\r\nLocation: {other.url}/oauth/token", b""))
        assert (await desk.reason()).startswith("logging in failed: ")
        assert other.forms == []


async def test_without_an_account_nothing_is_asked(tmp_path: Path) -> None:
    async with a_desk(tmp_path, {}) as desk:
        words = "needs an account: set FRONTWATCH_ACLED_USERNAME and FRONTWATCH_ACLED_PASSWORD"
        assert await desk.reason() == words
        assert desk.service.forms == []


async def test_a_file_that_others_can_read_is_a_reason(tmp_path: Path) -> None:
    (tmp_path / "secrets.toml").write_text('acled_username = "a"\nacled_password = "b"\n')
    (tmp_path / "secrets.toml").chmod(0o644)
    async with a_desk(tmp_path, {}) as desk:
        assert await desk.reason() == "secrets.toml may be read by others: chmod 600"
        (tmp_path / "secrets.toml").chmod(0o600)
        assert await desk.bearer() == "Bearer access-1-secret"


@pytest.mark.parametrize(
    ("kind", "url", "home"),
    [
        (SourceKind.ACLED, "https://acleddata.com.evil.invalid/api", "acleddata.com"),
        (SourceKind.ACLED, "https://notacleddata.com/api", "acleddata.com"),
        (SourceKind.ACLED, "http://acleddata.com/api", "acleddata.com"),
        (SourceKind.ACLED, "https://acleddata.com@evil.invalid/", "acleddata.com"),
        (SourceKind.ACLED, "https://[", "acleddata.com"),
        (SourceKind.FACT_CHECK, "https://storage.googleapis.com/x", "factchecktools.googleapis.com"),
        (SourceKind.FACT_CHECK, "http://factchecktools.googleapis.com/x", "factchecktools.googleapis.com"),
    ],
)
async def test_secrets_go_to_the_service_that_they_are_for(
    desk: Desk, kind: SourceKind, url: str, home: str
) -> None:
    desk.source = a_source("events", kind=kind, url=url)
    assert await desk.reason() == f"its account may be used at https://{home} only: its address is another"


@pytest.mark.parametrize(
    "url", ["https://factchecktools.googleapis.com/v1alpha1/claims:search?query=a", "http://127.0.0.1:1/"]
)
async def test_a_key_travels_in_a_header(desk: Desk, tmp_path: Path, url: str) -> None:
    desk.source = a_source("checks", kind=SourceKind.FACT_CHECK, url=url)
    desk.accounts = Accounts({"FRONTWATCH_FACT_CHECK_KEY": f" {KEY} "}, tmp_path)
    assert await desk.headers() == {"X-Goog-Api-Key": KEY}
    desk.accounts.forget(desk.source)
    assert await desk.headers() == {"X-Goog-Api-Key": KEY}
    assert desk.service.forms == []


@pytest.mark.parametrize(
    ("environ", "reason"),
    [
        ({}, "needs a key: set FRONTWATCH_FACT_CHECK_KEY"),
        (
            {"FRONTWATCH_FACT_CHECK_KEY": "schlüssel"},
            "FRONTWATCH_FACT_CHECK_KEY has characters that no key has",
        ),
        ({"FRONTWATCH_FACT_CHECK_KEY": "  "}, "FRONTWATCH_FACT_CHECK_KEY has characters that no key has"),
    ],
)
async def test_a_key_that_is_none_is_said_so(
    desk: Desk, tmp_path: Path, environ: Mapping[str, str], reason: str
) -> None:
    desk.source = a_source("checks", kind=SourceKind.FACT_CHECK, url="http://127.0.0.1:1/")
    desk.accounts = Accounts(environ, tmp_path)
    assert await desk.reason() == reason


@pytest.mark.parametrize("kind", sorted(set(SourceKind) - {SourceKind.ACLED, SourceKind.FACT_CHECK}))
async def test_other_sources_need_nothing(desk: Desk, kind: SourceKind) -> None:
    desk.source = a_source("gazette", kind=kind)
    assert await desk.headers() == {}


async def test_secrets_stand_in_no_repr_and_no_log(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    first = await desk.headers()
    desk.service.answers.append(("401 Unauthorized", b"{}"))
    renewed = await desk.headers(NOON + DAY)
    desk.service.answers += [("401 Unauthorized", b"{}"), ("401 Unauthorized", b"{}")]
    refused = await desk.headers(NOON + 2 * DAY)
    shown = f"{first} {first!r} {renewed!r} {refused!r} {vars(desk.accounts)['_sessions']!r} {caplog.text}"
    assert "secret" not in shown
    assert "Authorization" in shown
