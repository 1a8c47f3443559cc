"""The accounts and keys that some sources ask for: what to send along, and to whom it may be sent."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlsplit

from feeds.errors import FormatError
from feeds.fetching.credentials import find_secrets
from feeds.fetching.results import Failed, Fetched
from feeds.formats.acled import Token, token_of
from feeds.model import SourceKind

if TYPE_CHECKING:
    from collections.abc import Awaitable, Mapping
    from datetime import datetime
    from pathlib import Path

    from feeds.fetching.credentials import Secret
    from feeds.fetching.results import FetchResult
    from feeds.model import Source

ACLED_NAMES = ("FRONTWATCH_ACLED_USERNAME", "FRONTWATCH_ACLED_PASSWORD")
FACT_CHECK_NAME = "FRONTWATCH_FACT_CHECK_KEY"
_HOMES = {SourceKind.ACLED: "acleddata.com", SourceKind.FACT_CHECK: "factchecktools.googleapis.com"}
_SERVER = re.compile(r"https?://[^/?#]+")
_THIS_MACHINE = frozenset(("127.0.0.1", "::1", "localhost"))
_REFUSALS = frozenset((HTTPStatus.BAD_REQUEST, HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN))
_USED_FOR = 0.9
"""Share of a token's life after which it is renewed, so that none runs out in mid-poll."""
_CLIENT_ID = "acled"


class Post(Protocol):
    """One request that sends a form; never raises for a server, and sends the form to no other."""

    def __call__(self, url: str, *, form: Mapping[str, str]) -> Awaitable[FetchResult]:
        """Send ``form`` to ``url``, as :func:`feeds.fetching.client.fetch`."""


class SecretHeaders(dict[str, str]):
    """Headers whose ``repr`` names but doesn't show them."""

    def __repr__(self) -> str:
        return f"SecretHeaders({', '.join(self)})"

    __str__ = __repr__


@dataclass(frozen=True, slots=True)
class _Session:
    token: Token
    until: datetime
    """From when on it is to be renewed."""


class Accounts:
    """Knows what each source must be asked with, and keeps the tokens that were given for accounts.

    Secrets go nowhere but to the service that they are for, by https, or to this very machine; they
    stand in no reason, no ``repr`` and no log. Belongs to the event loop that it is first used in.
    """

    def __init__(self, environ: Mapping[str, str], folder: Path) -> None:
        """Look for secrets in ``environ`` and in ``secrets.toml`` in ``folder``, each time anew."""
        self._environ = environ
        self._folder = folder
        self._sessions: dict[str, _Session] = {}
        self._logging_in = asyncio.Lock()

    async def headers(self, source: Source, post: Post, now: datetime) -> Mapping[str, str] | Failed:
        """Return the headers to ask ``source`` with at ``now``; none for most.

        For ACLED a token is got with ``post``, kept for nine tenths of its life, and renewed. Failed
        where an account is missing, refused or can't be used, with a reason that says what to do.
        """
        home = _HOMES.get(source.kind)
        if home is None:
            return {}
        if not _may_be_told(source.url, home):
            return Failed(f"its account may be used at https://{home} only: its address is another")
        if source.kind is SourceKind.FACT_CHECK:
            return self._key_headers()
        found = await self._token(source, post, now)
        return found if isinstance(found, Failed) else SecretHeaders(Authorization=f"Bearer {found.access}")

    def forget(self, source: Source) -> None:
        """Drop the token of ``source``, because an answer said 401: the next poll logs in again."""
        self._sessions.pop(_token_url(source), None)

    def _key_headers(self) -> Mapping[str, str] | Failed:
        found = find_secrets((FACT_CHECK_NAME,), self._environ, self._folder)
        if isinstance(found, Failed):
            return found
        if found is None:
            return Failed(f"needs a key: set {FACT_CHECK_NAME}")
        key = found[FACT_CHECK_NAME].value.strip()
        if not key or not key.isascii():
            return Failed(f"{FACT_CHECK_NAME} has characters that no key has")
        return SecretHeaders({"X-Goog-Api-Key": key})

    async def _token(self, source: Source, post: Post, now: datetime) -> Token | Failed:
        url = _token_url(source)
        if (held := self._held(url, now)) is not None:
            return held
        # One at a time: sources of the same account share what the first of them gets.
        async with self._logging_in:
            if (held := self._held(url, now)) is not None:
                return held
            found = await self._renewed(url, post)
            if not isinstance(found, Failed):
                self._sessions[url] = _Session(found, now + found.expires_in * _USED_FOR)
            return found

    def _held(self, url: str, now: datetime) -> Token | None:
        session = self._sessions.get(url)
        return session.token if session and now < session.until else None

    async def _renewed(self, url: str, post: Post) -> Token | Failed:
        """Renew the last token; where that is refused, or there is none, log in with the password."""
        session = self._sessions.pop(url, None)
        if session and session.token.refresh:
            form = {"grant_type": "refresh_token", "refresh_token": session.token.refresh}
            found = await _ask_for_token(url, form, post)
            if not isinstance(found, Failed) or found.status not in _REFUSALS:
                return found
        found_secrets = find_secrets(ACLED_NAMES, self._environ, self._folder)
        if isinstance(found_secrets, Failed):
            return found_secrets
        if found_secrets is None:
            return Failed(f"needs an account: set {' and '.join(ACLED_NAMES)}")
        return _in_words(await _ask_for_token(url, _password_form(found_secrets), post))


def _may_be_told(url: str, home: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    host = parts.hostname or ""
    if host in _THIS_MACHINE:
        return True
    return parts.scheme == "https" and (host == home or host.endswith(f".{home}"))


def _token_url(source: Source) -> str:
    server = _SERVER.match(source.url)
    return f"{server[0]}/oauth/token" if server else ""


def _password_form(secrets: Mapping[str, Secret]) -> dict[str, str]:
    username, password = (secrets[name].value for name in ACLED_NAMES)
    return {"grant_type": "password", "username": username, "password": password}


async def _ask_for_token(url: str, form: Mapping[str, str], post: Post) -> Token | Failed:
    answer = await post(url, form={**form, "client_id": _CLIENT_ID})
    if isinstance(answer, Failed):
        return Failed(f"logging in failed: {answer.reason}", answer.retry_after, answer.status)
    if not isinstance(answer, Fetched):
        return Failed("logging in failed: the answer holds nothing new")
    try:
        return token_of(answer.body)
    except FormatError as error:
        return Failed(f"logging in failed: answered with {error}")


def _in_words(found: Token | Failed) -> Token | Failed:
    if isinstance(found, Failed) and found.status in _REFUSALS:
        words = f"its account was refused: check {' and '.join(ACLED_NAMES)}"
        return Failed(words, found.retry_after, found.status)
    return found
