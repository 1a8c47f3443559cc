"""The dashboard in a browser of this machine, and of no other: one process a page.

``textual-serve`` does the work. What is ours is the border: it has no passwords, so it answers only
to addresses of this machine, only to pages that it served itself (or any site that is open in the
same browser could type into the dashboard), and its page asks nothing of the network.
"""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from aiohttp import web
from textual_serve.server import Server

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aiohttp.typedefs import Handler, Middleware

HOST = "127.0.0.1"
_PAGES = Path(__file__).parent / "pages"
_GRACE_S = 2.0
"""For open pages when the server is ended."""


class BoardServer(Server):
    """Serves a page on which a command of this program runs."""

    def __init__(self, command: Sequence[str], *, port: int) -> None:
        """Keep the words of the ``command`` to run for each page."""
        # It is run by a shell: quoted, and in the shell's place, so that it gets its signals.
        super().__init__(
            f"exec {shlex.join(command)}", host=HOST, port=port, title="frontwatch", templates_path=_PAGES
        )
        self._port = port

    def run(self) -> None:
        """Serve until interrupted; raises OSError where the port can't be had."""
        web.run_app(
            self._make_app(), host=HOST, port=self._port, print=lambda *_: None, shutdown_timeout=_GRACE_S
        )

    async def on_startup(self, app: web.Application) -> None:  # noqa: ARG002
        """Say where it is."""
        self.console.print(f"frontwatch: {self.public_url} (this machine only). Ctrl+C ends it.", style="")

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(_guarded([f"{HOST}:{self._port}", f"localhost:{self._port}"]))
        return app


def _guarded(hosts: Sequence[str]) -> Middleware:
    """Return what turns away all but pages of these hosts, and keeps those from asking elsewhere."""
    origins = [f"http://{host}" for host in hosts]
    sockets = " ".join(f"ws://{host}" for host in hosts)
    headers = {
        "Content-Security-Policy": "default-src 'none'; script-src 'self' 'unsafe-inline'; "
        "style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; "
        f"connect-src 'self' {sockets}; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }

    @web.middleware
    async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
        if request.host not in hosts or request.headers.get("Origin", origins[0]) not in origins:
            raise web.HTTPForbidden(text="Only pages of this machine are answered.")
        response = await handler(request)
        if not response.prepared:
            response.headers.update(headers)
        return response

    return guard
