"""Faults of redirects: loops, strays to addresses that must not be asked, and broken targets."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from tests.faults.line import BLOCK, head, to

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from tests.faults.line import Fault, Line


def _to_port(pattern: str, status: str = "302 Found") -> Callable[[Line], Awaitable[None]]:
    """Redirect to an address in which ``{port}`` is the server's own."""

    async def answer(line: Line) -> None:
        await line.send(to(pattern.format(port=line.port), status))

    return answer


async def _chain(line: Line) -> None:
    number = int(line.path.partition("?")[2] or 0)
    await line.send(to(f"/redirect-chain?{number + 1}"))


async def _slow_chain(line: Line) -> None:
    await asyncio.sleep(0.2)
    await line.send(to("/redirect-slow"))


async def _endless_body(line: Line) -> None:
    await line.send(head("302 Found", "Location: /well/1"))
    while True:
        await line.send(BLOCK)


REDIRECTS: dict[str, Fault] = {
    "redirect-loop": to("/redirect-loop"),
    "redirect-chain": _chain,
    "redirect-slow": _slow_chain,
    "redirect-endless-body": _endless_body,
    "redirect-stray": _to_port("http://127.0.0.2:{port}/stray"),
    "redirect-stray-permanent": _to_port("http://127.0.0.2:{port}/stray", "301 Moved Permanently"),
    "redirect-stray-no-scheme": _to_port("//127.0.0.2:{port}/stray"),
    "redirect-stray-mapped": _to_port("http://[::ffff:127.0.0.2]:{port}/stray"),
    "redirect-stray-mapped-hex": _to_port("http://[::ffff:7f00:2]:{port}/stray"),
    "redirect-stray-whole-number": _to_port("http://2130706434:{port}/stray"),
    "redirect-stray-hexadecimal": _to_port("http://0x7f000002:{port}/stray"),
    "redirect-stray-hexadecimal-parts": _to_port("http://0x7f.0.0.0x2:{port}/stray"),
    "redirect-stray-octal": _to_port("http://0177.0.0.2:{port}/stray"),
    "redirect-stray-short": _to_port("http://127.2:{port}/stray"),
    "redirect-stray-dot": _to_port("http://127.0.0.2.:{port}/stray"),
    "redirect-stray-wide": _to_port("http://\xef\xbc\x91\xef\xbc\x92\xef\xbc\x97.0.0.2:{port}/stray"),
    "redirect-stray-user": _to_port("http://example.com@127.0.0.2:{port}/stray"),
    "redirect-stray-backslash": _to_port("http://127.0.0.2:{port}\\@example.com/stray"),
    "redirect-unspecified": _to_port("http://0.0.0.0:{port}/stray"),
    "redirect-unspecified-ipv6": _to_port("http://[::]:{port}/stray"),
    "redirect-loopback-ipv6": _to_port("http://[::1]:{port}/stray"),
    "redirect-metadata": to("http://169.254.169.254/latest/meta-data/"),
    "redirect-private": to("http://192.168.0.1/"),
    "redirect-user": _to_port("http://somebody:secret@127.0.0.1:{port}/well/1"),
    "redirect-file": to("file:///etc/passwd"),
    "redirect-ftp": to("ftp://127.0.0.2/stray"),
    "redirect-javascript": to("javascript:alert(1)"),
    "redirect-data": to("data:text/xml,<rss/>"),
    "redirect-without-location": head("302 Found", length=0),
    "redirect-empty-location": to(""),
    "redirect-broken-location": to("http://[::1"),
    "redirect-broken-port": to("http://127.0.0.1:port/"),
    "redirect-port-too-large": to("http://127.0.0.1:99999/"),
    "redirect-no-host": to("http:///nowhere"),
    "redirect-huge-location": to("/" + "x" * 100_000),
    "redirect-injection": to("/well/1%0d%0aX-Injected:%201"),
    "redirect-escapes": to("/\x1b[2J"),
}
