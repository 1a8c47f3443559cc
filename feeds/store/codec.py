"""Nouns to JSON and back, exactly; unknown fields of a later version are passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import msgspec

from feeds.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterable

Noun = TypeVar("Noun")

_encoder = msgspec.json.Encoder()


def encode(noun: object) -> bytes:
    """Return ``noun`` as JSON in UTF-8."""
    return _encoder.encode(noun)


def decode(doc: bytes, kind: type[Noun]) -> Noun:
    """Return the noun of type ``kind`` that ``doc`` holds.

    Raises StoreError where the text is damaged.
    """
    try:
        return msgspec.json.decode(doc, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise StoreError(f"The store holds a damaged {kind.__name__} ({error}).") from error


def decode_all(docs: Iterable[bytes], kind: type[Noun]) -> tuple[Noun, ...]:
    """Return the nouns that ``docs`` hold, in their order; raises as :func:`decode`."""
    return tuple(decode(doc, kind) for doc in docs)
