"""The loopback HTTP server from which the demo's collector polls the story."""

from __future__ import annotations

import errno
import socketserver
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Self
from urllib.parse import parse_qs, urlsplit

from feeds.demo.wire import answer, not_found
from feeds.errors import DemoError

if TYPE_CHECKING:
    from types import TracebackType

    from feeds.clock import Clock
    from feeds.demo.story import Story
    from feeds.demo.wire import Answer

HOST = "127.0.0.1"
_IDLE_S = 60
_CLOSE_CHECK_S = 0.05
_MOST_DIGITS = 18


class DemoServer:
    """Serves ``story`` on the loopback interface, as it stands by ``clock``, while it is entered.

    ``port`` 0 takes a free one. Entering raises DemoError where the port can't be had. Paths:
    ``/feeds/ID.xml`` and ``/s/CHANNEL`` (with ``?before=NUMBER``); GET and HEAD only.
    """

    def __init__(self, story: Story, clock: Clock, port: int = 0) -> None:
        self._story = story
        self._clock = clock
        self._port = port
        self._listener: _Listener | None = None
        self._thread: threading.Thread | None = None

    @property
    def url(self) -> str:
        """The address without a trailing slash. Raises DemoError while the server isn't entered."""
        return f"http://{HOST}:{self.port}"

    @property
    def port(self) -> int:
        """The port that was taken. Raises as :attr:`url`."""
        if self._listener is None:
            raise DemoError("The demo's server isn't running.")
        return int(self._listener.server_address[1])

    def __enter__(self) -> Self:
        """Take the port and answer from a thread of its own."""
        try:
            self._listener = _Listener(self._story, self._clock, self._port)
        except (OSError, OverflowError) as error:
            raise DemoError(_refusal(self._port, error)) from error
        self._thread = threading.Thread(
            target=self._listener.serve_forever, args=(_CLOSE_CHECK_S,), name="demo-server", daemon=True
        )
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop answering and give the port back."""
        if self._listener is None or self._thread is None:
            return
        self._listener.shutdown()
        self._thread.join()
        self._listener.server_close()
        self._listener = self._thread = None


def _refusal(port: int, error: OSError | OverflowError) -> str:
    if isinstance(error, OSError) and error.errno == errno.EADDRINUSE:
        return f"The demo can't serve its sources on port {port}, because another program uses it."
    return f"The demo can't serve its sources on port {port} ({error})."


class _Listener(ThreadingHTTPServer):
    """The socket, and what its handlers need."""

    daemon_threads = True
    # Sharing a port would split the polls between two demos without a word.
    allow_reuse_port = False

    def __init__(self, story: Story, clock: Clock, port: int) -> None:
        self.story = story
        self.clock = clock
        self.source_ids = {publisher.source.url: publisher.source.id for publisher in story.publishers}
        super().__init__((HOST, port), _Handler)

    def server_bind(self) -> None:
        # HTTPServer asks the resolver for the host's full name here, which can take seconds offline.
        socketserver.TCPServer.server_bind(self)
        self.server_name = HOST
        self.server_port = int(self.server_address[1])

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a client that hangs up must not write on the dashboard."""


class _Handler(BaseHTTPRequestHandler):
    """Answers one connection."""

    server: _Listener
    protocol_version = "HTTP/1.1"
    server_version = "demo"
    sys_version = ""
    disable_nagle_algorithm = True
    timeout = _IDLE_S

    def do_GET(self) -> None:
        self._send(with_body=True)

    def do_HEAD(self) -> None:
        self._send(with_body=False)

    def date_time_string(self, timestamp: float | None = None) -> str:
        """Return the story's time, so that ``Date`` and ``Last-Modified`` fit together."""
        at = self.server.clock.now().timestamp() if timestamp is None else timestamp
        return super().date_time_string(at)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base's
        """Say nothing: the terminal belongs to the dashboard."""

    def _send(self, *, with_body: bool) -> None:
        found = self._answer()
        if self._known(found):
            self.send_response(HTTPStatus.NOT_MODIFIED)
            self._send_validators(found)
            self.end_headers()
            return
        self.send_response(found.status)
        self.send_header("Content-Type", found.content_type)
        self.send_header("Content-Length", str(len(found.body)))
        self._send_validators(found)
        if found.retry_after_s is not None:
            self.send_header("Retry-After", str(found.retry_after_s))
        self.end_headers()
        if with_body:
            self.wfile.write(found.body)

    def _answer(self) -> Answer:
        parts = urlsplit(self.path)
        source_id = self.server.source_ids.get(parts.path)
        if source_id is None:
            return not_found()
        before = parse_qs(parts.query).get("before", [""])[0]
        number = int(before) if before.isdecimal() and len(before) <= _MOST_DIGITS else None
        return answer(self.server.story, source_id, self.server.clock.now(), before=number)

    def _known(self, found: Answer) -> bool:
        """Tell whether the client has this already (RFC 9110, 13.2.2: the tag goes before the date)."""
        if not found.etag:
            return False
        tags = self.headers.get("If-None-Match")
        if tags is not None:
            return found.etag in {tag.strip().removeprefix("W/") for tag in tags.split(",")}
        return self.headers.get("If-Modified-Since") == found.last_modified

    def _send_validators(self, found: Answer) -> None:
        if found.etag:
            self.send_header("ETag", found.etag)
            self.send_header("Last-Modified", found.last_modified)
