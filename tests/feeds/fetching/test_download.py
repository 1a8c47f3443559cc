"""A large file from servers that behave, break off, change it under way, or send something else."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from feeds.fetching.client import Limits, new_client
from feeds.fetching.download import Downloaded, Wanted, download
from feeds.fetching.results import Failed, NotModified
from tests.feeds.fetching.conftest import LOOPBACK

if TYPE_CHECKING:
    from pathlib import Path

    from feeds.fetching.client import Client
    from feeds.fetching.download import Outcome
    from tests.feeds.fetching.conftest import Scripted

WHOLE = hashlib.shake_256(b"dump").digest(200_000)
FIRST, SECOND = 'ETag: "one"\r\n', 'ETag: "two"\r\n'


def cut(server: Scripted, at: int, headers: str = FIRST) -> None:
    """Answer with a file that breaks off."""
    server.answer("200 OK", WHOLE[:at], headers=f"Content-Length: {len(WHOLE)}\r\n{headers}")


def rest(server: Scripted, begin: int, headers: str = FIRST, body: bytes = b"") -> None:
    """Answer with what is behind the first bytes."""
    span = f"Content-Range: bytes {begin}-{len(WHOLE) - 1}/{len(WHOLE)}\r\n"
    server.answer("206 Partial Content", body or WHOLE[begin:], headers=headers + span)


async def downloaded(client: Client, server: Scripted, folder: Path, *, etag: str = "") -> Outcome:
    return await download(client, Wanted(server.url, folder / "UA.zip", etag, stall_s=0.15))


def left(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


async def test_a_file_comes_whole(server: Scripted, client: Client, tmp_path: Path) -> None:
    server.answer("200 OK", WHOLE, headers=FIRST)
    told: list[tuple[int, int]] = []
    wanted = Wanted(server.url, tmp_path / "UA.zip")
    found = await download(client, wanted, lambda done, whole: told.append((done, whole)))
    assert found == Downloaded('"one"', len(WHOLE))
    assert (tmp_path / "UA.zip").read_bytes() == WHOLE
    assert left(tmp_path) == ["UA.zip"]
    assert told[-1] == (len(WHOLE), len(WHOLE))
    assert "\r\naccept-encoding: identity\r\n" in server.requests[0].lower()


async def test_what_breaks_off_is_gone_on_with(server: Scripted, client: Client, tmp_path: Path) -> None:
    cut(server, 70_000)
    rest(server, 70_000)
    assert await downloaded(client, server, tmp_path) == Downloaded('"one"', len(WHOLE))
    assert (tmp_path / "UA.zip").read_bytes() == WHOLE
    assert '\r\nrange: bytes=70000-\r\nif-range: "one"\r\n' in server.requests[1].lower()


async def test_another_run_goes_on_where_one_ended(server: Scripted, client: Client, tmp_path: Path) -> None:
    cut(server, 70_000)
    server.answer("503 Service Unavailable")
    failed = await downloaded(client, server, tmp_path)
    assert failed == Failed("answered 503 Service Unavailable", status=503)
    assert left(tmp_path) == ["UA.zip.part", "UA.zip.part.json"]
    server.answers.clear()
    rest(server, 70_000)
    assert await downloaded(client, server, tmp_path) == Downloaded('"one"', len(WHOLE))
    assert (tmp_path / "UA.zip").read_bytes() == WHOLE


async def test_a_part_of_another_address_is_not_gone_on_with(
    server: Scripted, client: Client, tmp_path: Path
) -> None:
    cut(server, 70_000)
    server.answer("503 Service Unavailable")
    await downloaded(client, server, tmp_path)
    server.answers.clear()
    server.answer("200 OK", WHOLE, headers=FIRST)
    server.url += "/other"
    assert await downloaded(client, server, tmp_path) == Downloaded('"one"', len(WHOLE))
    assert "range" not in server.requests[-1].lower()


async def test_a_file_that_changed_under_way_comes_anew(
    server: Scripted, client: Client, tmp_path: Path
) -> None:
    cut(server, 70_000)
    server.answer("200 OK", b"changed", headers=SECOND)
    assert await downloaded(client, server, tmp_path) == Downloaded('"two"', 7)
    assert (tmp_path / "UA.zip").read_bytes() == b"changed"


@pytest.mark.parametrize("odd", ["another file", "another place", "no place", "past the end"])
async def test_a_rest_that_does_not_fit_is_not_added(
    server: Scripted, client: Client, tmp_path: Path, odd: str
) -> None:
    cut(server, 70_000)
    if odd == "another file":
        rest(server, 70_000, SECOND)
    elif odd == "another place":
        rest(server, 60_000)
    elif odd == "no place":
        server.answer("206 Partial Content", WHOLE[70_000:], headers=FIRST)
    else:
        server.answer("416 Range Not Satisfiable")
    server.answer("200 OK", WHOLE, headers=SECOND)
    assert await downloaded(client, server, tmp_path) == Downloaded('"two"', len(WHOLE))
    assert (tmp_path / "UA.zip").read_bytes() == WHOLE


async def test_without_a_mark_of_the_file_nothing_is_gone_on_with(
    server: Scripted, client: Client, tmp_path: Path
) -> None:
    cut(server, 70_000, 'ETag: W/"weak"\r\n')
    server.answer("200 OK", WHOLE)
    assert await downloaded(client, server, tmp_path) == Downloaded("", len(WHOLE))
    assert "range" not in server.requests[-1].lower()


async def test_a_file_that_is_known_does_not_come_again(
    server: Scripted, client: Client, tmp_path: Path
) -> None:
    server.answer("304 Not Modified")
    assert await downloaded(client, server, tmp_path, etag='"one"') == NotModified('"one"', "")
    assert left(tmp_path) == []


async def test_a_part_that_never_grows_is_given_up(server: Scripted, client: Client, tmp_path: Path) -> None:
    cut(server, 70_000)
    rest(server, 70_000, f"Content-Length: {len(WHOLE) - 70_000}\r\n{FIRST}", body=b"x")
    span = f"Content-Length: 129999\r\nContent-Range: bytes 70001-{len(WHOLE) - 1}/{len(WHOLE)}\r\n{FIRST}"
    server.answer("206 Partial Content", headers=span)
    assert await downloaded(client, server, tmp_path) == Failed(
        "the answer broke off; 0.1 MB are kept, the next try goes on there"
    )
    assert len(server.requests) == 3


async def test_silence_is_given_up(server: Scripted, client: Client, tmp_path: Path) -> None:
    server.hold = True
    cut(server, 70_000)
    rest(server, 70_000, f"Content-Length: {len(WHOLE) - 70_000}\r\n{FIRST}", body=WHOLE[70_000:70_001])
    span = f"Content-Length: 129999\r\nContent-Range: bytes 70001-{len(WHOLE) - 1}/{len(WHOLE)}\r\n{FIRST}"
    server.answer("206 Partial Content", headers=span)
    found = await downloaded(client, server, tmp_path)
    assert found == Failed("no byte came for 0.15 s; 0.1 MB are kept, the next try goes on there")


@pytest.mark.parametrize("announced", [True, False])
async def test_a_file_that_is_too_large_is_not_taken(
    server: Scripted, tmp_path: Path, *, announced: bool
) -> None:
    server.answer("200 OK", WHOLE, headers=FIRST if announced else "Transfer-Encoding: identity\r\n")
    if not announced:
        server.answers[0] = server.answers[0].replace(b"Content-Length: 200000\r\n", b"")
    async with new_client(allowed=LOOPBACK, limits=Limits(wire_bytes=100_000)) as client:
        found = await downloaded(client, server, tmp_path)
    assert found == Failed("the answer is larger than 0.1 MB")
    assert "UA.zip" not in left(tmp_path)


@pytest.mark.parametrize(
    ("head", "headers", "reason"),
    [
        ("404 Not Found", "", "answered 404 Not Found"),
        ("200 OK", "Content-Type: text/html\r\n", "answered with a web page, not with a file"),
        ("206 Partial Content", "", "answered with a part that was not asked for"),
    ],
)
async def test_what_is_no_file_is_a_failure(
    server: Scripted, client: Client, tmp_path: Path, head: str, headers: str, reason: str
) -> None:
    server.answer(head, b"<html>", headers=headers)
    found = await downloaded(client, server, tmp_path)
    assert isinstance(found, Failed)
    assert found.reason == reason
    assert left(tmp_path) == []


async def test_a_private_address_is_not_asked(server: Scripted, tmp_path: Path) -> None:
    async with new_client() as client:
        found = await downloaded(client, server, tmp_path)
    assert isinstance(found, Failed)
    assert "private address" in found.reason
    assert server.requests == []


async def test_a_folder_that_cannot_be_written_is_a_failure(
    server: Scripted, client: Client, tmp_path: Path
) -> None:
    server.answer("200 OK", WHOLE, headers=FIRST)
    found = await downloaded(client, server, tmp_path / "none")
    assert isinstance(found, Failed)
    assert "can't be written to" in found.reason
