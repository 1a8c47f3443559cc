"""What a request costs, by the way it goes: httpx's own, httpx-aiohttp's, and ours.

Run ``uv run --with httpx-aiohttp python -m tests.bench.fetching``; it prints tables. A thousand requests
go to a server in another process, to one host and to a hundred (127.0.x.y), so that connections are new;
a second thousand find them kept. Figures are of the asking process: wall and CPU a request, milliseconds;
raise ``RUNS`` for the best of several. Importing our client brings the formats along. Then all faults of
``tests/faults`` at once, among 200 healthy neighbours.
"""

from __future__ import annotations

import asyncio
import importlib.util
import json
import resource
import subprocess
import sys
import time
from contextlib import asynccontextmanager
from ipaddress import ip_network
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from contextlib import AbstractAsyncContextManager

    Asker: TypeAlias = Callable[[str], Awaitable[None]]

REQUESTS = 1_000
RUNS = 1
AT_ONCE = (12, 16, 32, 64)
HOSTS = (1, 100)
_ETAG = '"bench"'
_HEADERS = {"If-None-Match": _ETAG, "User-Agent": "bench", "Accept-Encoding": "gzip"}
_COMMON = f"Content-Type: text/xml\r\nETag: {_ETAG}\r\nCache-Control: max-age=60\r\n"
_BODIES = {"small": b"x" * 500, "50kb": b"x" * 50_000}
_ANSWERS = {
    "304": f"HTTP/1.1 304 Not Modified\r\n{_COMMON}\r\n".encode(),
    **{
        name: f"HTTP/1.1 200 OK\r\n{_COMMON}Content-Length: {len(body)}\r\n\r\n".encode() + body
        for name, body in _BODIES.items()
    },
}


def main() -> None:
    """Measure and print."""
    ways = ["httpx", "frontwatch"]
    if importlib.util.find_spec("httpx_aiohttp"):
        ways.insert(1, "httpx-aiohttp")
    print("way              import, ms   RSS after, MB")
    for way in ways:
        found = _run("load", way)
        print(f"{way:16} {found['ms']:10.0f} {found['mb']:15.0f}")
    print("\nway              answer  hosts  at once   new: wall    CPU   kept: wall    CPU   RSS, MB")
    with subprocess.Popen(
        [sys.executable, "-m", "tests.bench.fetching", "serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as server:
        assert server.stdout is not None
        port = server.stdout.readline().decode().strip()
        for way in ways:
            _measure(way, port)
        server.kill()
    _faults()


def _measure(way: str, port: str) -> None:
    for answer in _ANSWERS:
        for hosts in HOSTS:
            for at_once in AT_ONCE:
                runs = [_run("ask", way, answer, str(hosts), str(at_once), port) for _ in range(RUNS)]
                best = {name: min(run[name] for run in runs) for name in runs[0]}
                new = f"{best['new_wall']:11.2f} {best['new_cpu']:6.2f}"
                kept = f"{best['kept_wall']:12.2f} {best['kept_cpu']:6.2f}"
                print(f"{way:16} {answer:6} {hosts:6} {at_once:8} {new} {kept} {best['mb']:9.0f}", flush=True)


def _run(*command: str) -> dict[str, float]:
    ran = subprocess.run(
        [sys.executable, "-m", "tests.bench.fetching", *command], check=True, capture_output=True
    )
    found: dict[str, float] = json.loads(ran.stdout)
    return found


def _load(way: str) -> dict[str, float]:
    began = time.perf_counter()
    if way == "frontwatch":
        importlib.import_module("feeds.fetching.client")
    else:
        importlib.import_module(way.replace("-", "_"))
    return {"ms": 1000 * (time.perf_counter() - began), "mb": _resident_mb()}


async def _ask(way: str, answer: str, hosts: int, at_once: int, port: str) -> dict[str, float]:
    slots = asyncio.Semaphore(at_once)

    async def one(ask: Asker, number: int) -> None:
        async with slots:
            await ask(f"http://127.0.0.{number % hosts + 1}:{port}/{answer}?{number}")

    found = {}
    async with _way(way, at_once) as ask:
        for name in ("new", "kept"):
            wall, cpu = time.perf_counter(), time.process_time()
            await asyncio.gather(*(one(ask, number) for number in range(REQUESTS)))
            found[f"{name}_wall"] = 1000 * (time.perf_counter() - wall) / REQUESTS
            found[f"{name}_cpu"] = 1000 * (time.process_time() - cpu) / REQUESTS
    return {**found, "mb": _resident_mb()}


def _way(way: str, at_once: int) -> AbstractAsyncContextManager[Asker]:
    return _ours() if way == "frontwatch" else _theirs(way, at_once)


@asynccontextmanager
async def _theirs(way: str, at_once: int) -> AsyncIterator[Asker]:
    import httpx  # noqa: PLC0415 - each way loads what it needs

    if way == "httpx":
        limits = httpx.Limits(max_connections=2 * at_once, max_keepalive_connections=at_once)
        client = httpx.AsyncClient(limits=limits, timeout=15)
    else:
        from httpx_aiohttp import HttpxAiohttpClient  # noqa: PLC0415 - may not be there

        client = HttpxAiohttpClient(timeout=15)

    async def ask(url: str) -> None:
        async with asyncio.timeout(15), client.stream("GET", url, headers=_HEADERS) as answer:
            async for _ in answer.aiter_raw():
                pass
            assert answer.status_code in {200, 304}

    async with client:
        yield ask


@asynccontextmanager
async def _ours() -> AsyncIterator[Asker]:
    from feeds.fetching.client import fetch, new_client  # noqa: PLC0415 - the others don't load it
    from feeds.fetching.results import Failed  # noqa: PLC0415 - the same

    async with new_client(allowed=[ip_network("127.0.0.0/8")]) as client:

        async def ask(url: str) -> None:
            assert not isinstance(await fetch(client, url, etag=_ETAG), Failed)

        yield ask


async def _serve() -> None:
    loop = asyncio.get_running_loop()
    first = await loop.create_server(_Answering, "127.0.0.1", 0, backlog=1_000)
    port = first.sockets[0].getsockname()[1]
    others = [f"127.0.0.{number + 1}" for number in range(1, max(HOSTS))]
    await loop.create_server(_Answering, others, port, backlog=1_000)
    print(port, flush=True)
    await asyncio.to_thread(sys.stdin.read)


class _Answering(asyncio.Protocol):
    """Answers each request by its path."""

    def __init__(self) -> None:
        self._come = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        *whole, self._come = (self._come + data).split(b"\r\n\r\n")
        for head in whole:
            path = head.split(b" ", 2)[1].decode()
            self._transport.write(_ANSWERS[path[1:].partition("?")[0]])


def _faults() -> None:
    found = _run("faults")
    print(
        f"\n{found['faults']:.0f} faults at once: all came back after {found['all_s']:.1f} s;"
        f" 200 healthy neighbours after {found['well_s']:.1f} s; RSS {found['mb']:.0f} MB"
        f" ({found['mb'] - found['before_mb']:.0f} more); {found['strays']:.0f} strays"
    )


async def _ask_faults() -> dict[str, float]:
    from feeds.fetching.client import fetch, new_client  # noqa: PLC0415 - the others don't load it
    from feeds.fetching.results import Fetched  # noqa: PLC0415 - the same
    from tests.faults import FAULTS, FaultServer  # noqa: PLC0415 - the same

    before = _resident_mb()
    with FaultServer() as server:
        async with new_client(allowed=[ip_network("127.0.0.1/32")]) as client:
            began = time.perf_counter()
            wrong = [asyncio.create_task(fetch(client, server.url(name))) for name in FAULTS]
            well = await asyncio.gather(*(fetch(client, server.well(number)) for number in range(200)))
            well_s = time.perf_counter() - began
            await asyncio.gather(*wrong)
            all_s = time.perf_counter() - began
        assert all(isinstance(answer, Fetched) for answer in well)
        strays = len(server.strays())
    found = {"faults": len(FAULTS), "all_s": all_s, "well_s": well_s, "strays": strays}
    return {**found, "before_mb": before, "mb": _resident_mb()}


def _resident_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["serve"]:
            asyncio.run(_serve())
        case ["load", way]:
            print(json.dumps(_load(way)))
        case ["ask", way, answer, hosts, at_once, port]:
            print(json.dumps(asyncio.run(_ask(way, answer, int(hosts), int(at_once), port))))
        case ["faults"]:
            print(json.dumps(asyncio.run(_ask_faults())))
        case _:
            main()
