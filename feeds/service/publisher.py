"""Who published a text, by name, address and alignment alone, as a source that it can be read by."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from feeds.config import kind_of
from feeds.config.addresses import channel_address
from feeds.extraction.speakers.publishers import class_in_name
from feeds.geography.folding import fold
from feeds.model import Alignment, Source, SourceClass, SourceKind

if TYPE_CHECKING:
    from collections.abc import Iterable

_SHARED = frozenset(
    (
        "t.me", "telegram.me", "bsky.app", "x.com", "twitter.com", "facebook.com", "vk.com", "youtube.com",
        "rutube.ru", "dzen.ru", "livejournal.com", "substack.com",
    )
)  # fmt: skip
"""Sites where everybody has an account of their own."""
_FOUND = frozenset((SourceKind.GDELT, SourceKind.FACT_CHECK))
"""Searches, which publish nothing themselves."""
_PRESS = frozenset((SourceClass.OUTLET, SourceClass.WIRE, SourceClass.STATE_MEDIA))
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*")
_KEPT = 4_096
"""Names and addresses of which it is remembered what they come to, as the list is gone through each time."""
_folded = lru_cache(maxsize=_KEPT)(fold)
_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[^\W_a-zA-Z]+")
"""Of an account's name: ``Donetsk``, ``ODA`` of ``DonetskODA``."""


def publisher(name: str, address: str, alignment: Alignment | None, known: Iterable[Source] = ()) -> Source:
    """Return a source called ``name``, with the class, voices and oblasts of the one of ``known`` that it is.

    It is one that has its name, its site or, where many share a site, its account. Who is named as a
    staff, an office or a channel is not the outlet on whose site its words stand. Else its class is
    what its name or account says, a blogger's for an account that takes a side, and an outlet's for
    all others. ``alignment`` stands as it is given; None is the known one's, or independent.
    """
    address = channel_address(address.strip())
    plain = _BRACKETS.sub(" ", name).strip()
    own = (plain,) if plain and plain != name else ()
    found = _known(plain or name, address, known)
    if found is not None and found.source_class in _PRESS and _is_quoted_there(plain, found):
        found = None
    if found is not None:
        voices = tuple(dict.fromkeys((*own, found.title, *found.voices)))
        return replace(
            found, title=name or found.title, voices=voices, alignment=alignment or found.alignment
        )
    return Source(
        id="publisher",
        title=name,
        kind=kind_of(address) if address else SourceKind.FEED,
        url=address,
        source_class=_class(name, address, alignment),
        alignment=alignment or Alignment.INDEPENDENT,
        reliability="F",
        interval_s=60,
        voices=own,
    )


def _class(name: str, address: str, alignment: Alignment | None) -> SourceClass:
    account = _account(address)
    told = class_in_name(name) or class_in_name(" ".join(_PARTS.findall(account)))
    if told is not None:
        return told
    partisan = alignment in {Alignment.UKRAINIAN, Alignment.RUSSIAN}
    return SourceClass.MILBLOGGER if account and partisan else SourceClass.OUTLET


def _is_quoted_there(name: str, site: Source) -> bool:
    """Tell whether ``name`` is no outlet's, and not that of the outlet whose site it is found on."""
    own = _folded(name) in {_folded(one) for one in (site.title, *site.voices)}
    return not own and class_in_name(name) not in {None, *_PRESS}


def _known(name: str, address: str, known: Iterable[Source]) -> Source | None:
    sources = [source for source in known if source.kind not in _FOUND]
    folded = _folded(name)
    for source in sources:
        if folded in {_folded(one) for one in (source.title, *source.voices)}:
            return source
    return next((source for source in sources if _is_same_place(source.url, address)), None)


def _is_same_place(one: str, other: str) -> bool:
    (first, own), (second, others) = _place(one), _place(other)
    if not (first and second):
        return False
    if own or others:
        return own.casefold() == others.casefold() and first == second
    return f".{first}".endswith(f".{second}") or f".{second}".endswith(f".{first}")


@lru_cache(maxsize=_KEPT)
def _place(address: str) -> tuple[str, str]:
    return _host(address), _account(address)


def _host(address: str) -> str:
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def _account(address: str) -> str:
    """Return whose account on a shared site an address leads to; empty for all others."""
    host = _host(address)
    if not host:
        return ""
    steps = [step for step in urlsplit(address).path.split("/") if step not in {"", "s", "profile"}]
    first = steps[0] if steps else ""
    if host in _SHARED or first.startswith("@"):
        return first.lstrip("@")
    site = host.partition(".")
    return site[0] if site[2] in _SHARED else ""
