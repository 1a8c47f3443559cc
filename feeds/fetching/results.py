"""What one request came to, as values: a failing server is no exception."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Fetched:
    """A whole answer, unpacked."""

    body: bytes
    content_type: str
    """The header as it came; empty where there was none."""
    etag: str
    last_modified: str
    """Validators, verbatim; empty where there were none."""


@dataclass(frozen=True, slots=True)
class NotModified:
    """The server says that nothing is new; the validators to send next time."""

    etag: str
    last_modified: str


@dataclass(frozen=True, slots=True)
class Failed:
    """No usable answer came."""

    reason: str
    """A sentence without its subject: "answered 503 Service Unavailable"."""
    retry_after: timedelta | None = None
    """How long the server asked to be left alone; None: it didn't say."""


FetchResult: TypeAlias = Fetched | NotModified | Failed
