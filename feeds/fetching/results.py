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
    fresh_for: timedelta | None = None
    """How long the answer stays fresh by ``Cache-Control`` or ``Expires``; None: it doesn't say."""
    moved_to: str = ""
    """The last address that redirects led to, permanent ones from the first on; empty: none did."""
    wire_bytes: int = 0
    """Size of the body as it came over the line."""


@dataclass(frozen=True, slots=True)
class NotModified:
    """The server says that nothing is new; the validators to send next time."""

    etag: str
    last_modified: str
    fresh_for: timedelta | None = None
    moved_to: str = ""


@dataclass(frozen=True, slots=True)
class Failed:
    """No usable answer came."""

    reason: str
    """A sentence without its subject: "answered 503 Service Unavailable"."""
    retry_after: timedelta | None = None
    """How long the server asked to be left alone; None: it didn't say."""
    status: int | None = None
    """The HTTP status, where the failure is one."""


FetchResult: TypeAlias = Fetched | NotModified | Failed
