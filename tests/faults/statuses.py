"""Answers that are good HTTP and still no news: statuses, odd waits, other documents than asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.faults.line import whole

if TYPE_CHECKING:
    from tests.faults.line import Fault

_HTML = "Content-Type: text/html"
_CONSENT = (
    b"<html><title>Before you continue</title><form action='/consent'><button>Accept all</button></form>"
)
_LOGIN = b"<html><title>Sign in</title><form><input type=password></form>"

STATUSES: dict[str, Fault] = {
    "status-204": whole("204 No Content"),
    "status-205": whole("205 Reset Content"),
    "status-206": whole("206 Partial Content", "Content-Range: bytes 0-3/400", body=b"part"),
    "status-300": whole("300 Multiple Choices", body=b"choose"),
    "status-304-unasked": whole("304 Not Modified"),
    "status-401": whole("401 Unauthorized", 'WWW-Authenticate: Basic realm="x"'),
    "status-403": whole("403 Forbidden", _HTML, body=_CONSENT),
    "status-404": whole("404 Not Found", _HTML, body=b"<title>gone</title>"),
    "status-407": whole("407 Proxy Authentication Required"),
    "status-410": whole("410 Gone"),
    "status-429": whole("429 Too Many Requests", "Retry-After: 120"),
    "status-429-date": whole("429 Too Many Requests", "Retry-After: Fri, 28 Mar 2025 10:05:00 GMT"),
    "status-429-negative": whole("429 Too Many Requests", "Retry-After: -5"),
    "status-429-words": whole("429 Too Many Requests", "Retry-After: later"),
    "status-429-absurd": whole("429 Too Many Requests", "Retry-After: " + "9" * 30),
    "status-500": whole("500 Internal Server Error", body=b"Traceback"),
    "status-503": whole("503 Service Unavailable", "Retry-After: 60"),
    "page-consent": whole("200 OK", _HTML, body=_CONSENT),
    "page-login": whole("200 OK", _HTML, body=_LOGIN),
    "page-plain-for-json": whole("200 OK", "Content-Type: application/json", body=b"Too many requests"),
    "page-wrong-charset": whole("200 OK", "Content-Type: text/xml; charset=klingon", body=b"<rss/>"),
    "page-bytes-beside-charset": whole(
        "200 OK", "Content-Type: text/xml; charset=utf-8", body=b"\xff\xfe\x00"
    ),
    "dates-absurd": whole(
        "200 OK",
        "Last-Modified: Fri, 31 Dec 9999 23:59:59 GMT",
        "Expires: Fri, 31 Dec 9999 23:59:59 GMT",
        "Age: -1",
        body=b"<rss/>",
    ),
    "dates-no-dates": whole("200 OK", "Last-Modified: yesterday", "Expires: 0", body=b"<rss/>"),
    "freshness-absurd": whole("200 OK", "Cache-Control: max-age=" + "9" * 30, body=b"<rss/>"),
    "validator-huge": whole("200 OK", f'ETag: "{"x" * 5_000}"', body=b"<rss/>"),
}
