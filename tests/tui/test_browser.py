"""The dashboard in a browser: served to this machine only, and asking nothing of any other."""

from __future__ import annotations

import asyncio
import signal
import socket
import subprocess
import sys
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import aiohttp
import pytest

from tests import chromium
from tests.bench.measuring import family
from tests.test_command_line import environment, run

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

pytest.importorskip("textual_serve")
_LEAST_PICTURE = 20_000
"""Bytes."""


def free_port() -> int:
    """Return a port that nobody uses now."""
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def is_running(process: int) -> bool:
    """Tell whether a process is there and has not ended."""
    try:
        stat = Path(f"/proc/{process}/stat").read_text(encoding="ascii", errors="replace")
    except OSError:
        return False
    return stat.rpartition(")")[2].split()[0] != "Z"


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """Return a configuration whose path a shell would take apart."""
    drop = tmp_path / "drop"
    drop.mkdir()
    (drop / "article.txt").write_text(
        "Ukrainian forces advanced near Popovka in Belgorod Oblast, local officials said.", encoding="utf-8"
    )
    path = tmp_path / "my desk; touch hacked 'x'.toml"
    path.write_text(
        f'[[sources]]\nid = "drop"\ntitle = "Drop folder"\nkind = "folder"\nurl = "{drop}"\n'
        'class = "outlet"\nalignment = "independent"\nreliability = "C"\n',
        encoding="utf-8",
    )
    return path


@asynccontextmanager
async def serving(config: Path) -> AsyncIterator[tuple[str, subprocess.Popen[bytes]]]:
    """Serve the dashboard and give the address of its page, and the process."""
    port = free_port()
    kept = ("--config", str(config), "--store", str(config.parent / "s.sqlite3"))
    server = subprocess.Popen(
        [sys.executable, "-m", "tui.cli", "serve", "--port", str(port), *kept],
        env=environment(config.parent),
        stdout=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}/"
    try:
        async with aiohttp.ClientSession() as session:
            for _ in range(200):
                try:
                    await session.get(address)
                    break
                except aiohttp.ClientError:
                    await asyncio.sleep(0.1)
        yield address, server
    finally:
        server.terminate()
        assert server.wait(20) in (0, -signal.SIGKILL)


async def test_only_pages_of_this_machine_are_answered(config: Path) -> None:
    async with serving(config) as (address, _), aiohttp.ClientSession() as session:
        page = await session.get(address)
        assert page.status == 200
        assert "default-src 'none'" in page.headers["Content-Security-Policy"]
        assert "https://" not in await page.text()
        for headers in ({"Host": "evil.example"}, {"Origin": "http://evil.example"}, {"Origin": "null"}):
            assert (await session.get(address, headers=headers)).status == 403
            with pytest.raises(aiohttp.WSServerHandshakeError):
                await session.ws_connect(f"{address}ws", headers=headers)


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="processes are told by /proc")
async def test_nothing_is_left_at_work_when_the_server_dies(config: Path) -> None:
    async with serving(config) as (address, server), aiohttp.ClientSession() as session:
        page = await session.ws_connect(f"{address}ws?width=100&height=30")
        painted = b""
        while b"Popovka" not in painted:
            painted += (await page.receive(timeout=30)).data
        started = family(server.pid)
        assert len(started) > 1
        server.kill()
        for _ in range(300):
            if not any(is_running(process) for process in started):
                return
            await asyncio.sleep(0.1)
    raise AssertionError("a dashboard works on for nobody")


@pytest.mark.skipif(chromium.installed() is None, reason="no Chromium on this machine")
async def test_a_browser_shows_the_board_takes_keys_and_calls_nobody(config: Path, tmp_path: Path) -> None:
    async with serving(config) as (address, _), chromium.browsing() as page:
        await page.open(address)
        await page.waits_for("Popovka")
        await page.picture(tmp_path / "board.png")
        # A picture of nothing but its ground packs into a few kilobytes.
        assert (tmp_path / "board.png").stat().st_size > _LEAST_PICTURE
        await page.press("?")
        await page.waits_for("ON THE BOARD")
        hosts = {urlsplit(url).hostname for url in page.asked if urlsplit(url).scheme != "data"}
    assert hosts == {"127.0.0.1"}
    assert any(url.startswith("ws://") for url in page.asked)
    assert any("RobotoMono" in url for url in page.asked)
    assert not any(path.name == "hacked" for path in tmp_path.rglob("*"))


def test_a_taken_or_impossible_port_is_one_sentence(config: Path, tmp_path: Path) -> None:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        refused = run("serve", "--port", port, "--config", config, home=tmp_path)
    assert (refused.returncode, refused.stderr.count("\n")) == (2, 1)
    assert port in refused.stderr
    assert "--port N" in refused.stderr
    refused = run("serve", "--port", "70000", "--config", config, home=tmp_path)
    assert (refused.returncode, refused.stderr.count("\n")) == (2, 1)


def test_without_the_extra_or_with_a_broken_configuration_it_is_one_sentence(
    config: Path, tmp_path: Path
) -> None:
    lacking = (
        "import sys; sys.modules['textual_serve'] = None; from tui.cli import main; "
        "sys.exit(main(['serve', 'demo']))"
    )
    refused = subprocess.run(
        [sys.executable, "-c", lacking], capture_output=True, text=True, timeout=60, check=False
    )
    assert (refused.returncode, refused.stderr.count("\n")) == (2, 1)
    assert "frontwatch[web]" in refused.stderr
    config.write_text("colour = 'red'\n", encoding="utf-8")
    refused = run("serve", "--config", config, home=tmp_path)
    assert (refused.returncode, refused.stderr.count("\n")) == (2, 1)
    assert "colour" in refused.stderr
