"""A headless browser, spoken to over its debugging socket: what it asks for, receives and paints."""

from __future__ import annotations

import asyncio
import base64
import re
import shutil
import tempfile
from contextlib import asynccontextmanager
from itertools import count
from typing import TYPE_CHECKING, Any

import aiohttp

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_SWITCHES = (
    "--headless=new",
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--enable-unsafe-swiftshader",
    "--no-first-run",
    "--remote-debugging-port=0",
)
_STARTS_S = 30


def installed() -> str | None:
    """Return the path of a browser on this machine; None where there is none."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


class Page:
    """One page, and all that went over its sockets."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        """Speak over the debugging ``socket`` of the page."""
        self._socket = socket
        self._numbers = count(1)
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self.asked: list[str] = []
        """Addresses that the page asked for."""
        self.received = ""
        """What came to it over sockets, one message after the other."""

    async def listen(self) -> None:
        """Take in what the browser tells, until it ends."""
        async for message in self._socket:
            told = message.json()
            if "id" in told:
                self._answers[told["id"]].set_result(told.get("result", {}))
            elif told["method"] in ("Network.requestWillBeSent", "Network.webSocketCreated"):
                parameters = told["params"]
                self.asked.append(parameters.get("url") or parameters["request"]["url"])
            elif told["method"] == "Network.webSocketFrameReceived":
                frame = told["params"]["response"]
                is_text = frame["opcode"] == 1
                data = frame["payloadData"]
                self.received += data if is_text else base64.b64decode(data).decode("utf-8", "replace")

    async def do(self, method: str, **parameters: object) -> dict[str, Any]:
        """Have the browser do something, and return what it answers."""
        number = next(self._numbers)
        self._answers[number] = asyncio.get_running_loop().create_future()
        await self._socket.send_json({"id": number, "method": method, "params": parameters})
        return await asyncio.wait_for(self._answers[number], _STARTS_S)

    async def open(self, address: str) -> None:
        """Go to an address."""
        await self.do("Network.enable")
        await self.do("Page.enable")
        await self.do("Page.navigate", url=address)

    async def press(self, letter: str) -> None:
        """Press the key of a letter or digit."""
        for kind in ("keyDown", "keyUp"):
            told = {"text": letter} if kind == "keyDown" else {}
            await self.do("Input.dispatchKeyEvent", type=kind, key=letter, **told)

    async def waits_for(self, text: str, *, times: int = 1) -> None:
        """Wait until ``text`` has come so many times; raises TimeoutError where it has not in time."""
        for _ in range(_STARTS_S * 10):
            if self.received.count(text) >= times:
                return
            await asyncio.sleep(0.1)
        raise TimeoutError(text)

    async def picture(self, path: Path) -> None:
        """Write what it shows as a PNG."""
        taken = await self.do("Page.captureScreenshot", format="png")
        path.write_bytes(base64.b64decode(taken["data"]))


@asynccontextmanager
async def browsing(*, size: tuple[int, int] = (1400, 900)) -> AsyncIterator[Page]:
    """Run the browser of this machine with one empty page; ``size`` is in pixels."""
    program = installed()
    assert program is not None
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser = await asyncio.create_subprocess_exec(
            program,
            *_SWITCHES,
            f"--user-data-dir={profile}",
            f"--window-size={size[0]},{size[1]}",
            "about:blank",
            stderr=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.DEVNULL,
        )
        try:
            port = await asyncio.wait_for(_debugging_port(browser), _STARTS_S)
            async with aiohttp.ClientSession() as session:
                pages = await (await session.get(f"http://127.0.0.1:{port}/json")).json()
                address = next(one["webSocketDebuggerUrl"] for one in pages if one["type"] == "page")
                async with session.ws_connect(address, max_msg_size=0) as socket:
                    page = Page(socket)
                    listening = asyncio.create_task(page.listen())
                    yield page
                    listening.cancel()
        finally:
            browser.terminate()
            await browser.wait()


async def _debugging_port(browser: asyncio.subprocess.Process) -> int:
    assert browser.stderr is not None
    async for line in browser.stderr:
        found = re.search(rb"DevTools listening on ws://127\.0\.0\.1:(\d+)/", line)
        if found:
            return int(found[1])
    raise RuntimeError("the browser did not start")
