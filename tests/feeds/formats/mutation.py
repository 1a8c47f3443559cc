"""Bend documents at random: flip, cut, double, splice, and put in what hurts."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import TypeAlias

Mutation: TypeAlias = Callable[[random.Random, bytearray], None]

LONGEST = 8_000
"""Bytes of a mutated document; doubling must not make it grow without end."""
_TRICKS: tuple[bytes, ...] = (
    *(b"\x00", b"\x1b]52;c;x\x07", b"\x9b31m", b"\xff\xfe", b"\xef\xbb\xbf", b"\xc2\x9b2J", b"\x1f\x8b"),
    *("\u202e".encode(), "\u200b".encode(), "\U000e0041".encode(), "\u2028".encode(), b"\xed\xa0\x80"),
    *(b"&#27;", b"&#x9b;", b"&#xD800;", b"&#0;", b"&nbsp;", b"&nope;", b"&", b"&#8238;", b"&amp;#27;"),
    *(b"<![CDATA[", b"]]>", b"<!--", b"-->", b"<?x ", b"<!DOCTYPE x [<!ENTITY a 'b'>]>"),
    *(b"<item>", b"</item>", b"<entry>", b"</entry>", b"</channel>", b"</rss>", b"<rss>", b"<html>"),
    *(b"<p>", b"</p>", b"<br>", b"<script>", b"</div>", b"<div>", b"<source url='x'>", b" xml:base='//['"),
    *(b"<guid>", b"<pubDate>99 Xxx 0000</pubDate>", b'"', b"'", b">", b"<", b"/"),
    *(b"{", b"}", b"[", b"]", b",", b"\\", b"\\u001b", b"\\ud83d", b"null", b"-1", b"1e999", b"9" * 30),
    *(b"http://[", b"javascript:", b"9999-12-31T23:59:59-23:59", b"0001-01-01T00:00:00+23:59"),
)


def mutated(dice: random.Random, seed: bytes, other: bytes) -> bytes:
    """Return ``seed`` after one to eight mutations; ``other`` is what a splice takes from."""
    body = bytearray(seed)
    for _ in range(dice.choice((1, 1, 1, 2, 2, 3, 5, 8))):
        if dice.random() < 1 / (len(_MUTATIONS) + 1):
            _splice(dice, body, other)
        else:
            dice.choice(_MUTATIONS)(dice, body)
    return bytes(body[:LONGEST])


def _splice(dice: random.Random, body: bytearray, other: bytes) -> None:
    start, end = _part(dice, other)
    place = dice.randint(0, len(body))
    body[place : place + dice.choice((0, end - start))] = other[start:end]


def _flip(dice: random.Random, body: bytearray) -> None:
    for _ in range(dice.choice((1, 4, 16))):
        if body:
            body[dice.randrange(len(body))] ^= 1 << dice.randrange(8)


def _set(dice: random.Random, body: bytearray) -> None:
    if body:
        body[dice.randrange(len(body))] = dice.randrange(256)


def _delete(dice: random.Random, body: bytearray) -> None:
    start, end = _part(dice, body)
    del body[start:end]


def _double(dice: random.Random, body: bytearray) -> None:
    start, end = _part(dice, body)
    times = dice.choice((1, 1, 2, 20))
    body[end:end] = bytes(body[start:end]) * times
    del body[LONGEST:]


def _truncate(dice: random.Random, body: bytearray) -> None:
    del body[dice.randint(0, len(body)) :]


def _insert(dice: random.Random, body: bytearray) -> None:
    for _ in range(dice.choice((1, 1, 3))):
        place = dice.randint(0, len(body))
        body[place:place] = dice.choice(_TRICKS)


def _replace_tag(dice: random.Random, body: bytearray) -> None:
    """Put a trick where a tag or a string begins, where it does more harm than in words."""
    mark = dice.choice((b"<", b">", b'"', b"&", b":"))
    place = body.find(mark, dice.randint(0, len(body)))
    if place >= 0:
        body[place : place + dice.randint(0, 1)] = dice.choice(_TRICKS)


def _part(dice: random.Random, body: bytes | bytearray) -> tuple[int, int]:
    start = dice.randint(0, len(body))
    return start, min(len(body), start + dice.choice((1, 2, 8, 40, 200, 1_000)))


_MUTATIONS: tuple[Mutation, ...] = (_flip, _set, _delete, _double, _truncate, _insert, _insert, _replace_tag)
