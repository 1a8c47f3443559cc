"""Nouns to JSON and back, exactly; unknown fields of a later version are passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from feeds.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterable

Noun = TypeVar("Noun")

_encoder = msgspec.json.Encoder()
_decoders: dict[type[object], msgspec.json.Decoder[Any]] = {}


def _decoder(kind: type[Noun]) -> msgspec.json.Decoder[Noun]:
    """Return what decodes nouns of a type; made once, as making it takes a fifth of decoding one."""
    if kind not in _decoders:
        _decoders[kind] = msgspec.json.Decoder(kind)
    return _decoders[kind]


def encode(noun: object) -> bytes:
    """Return ``noun`` as JSON in UTF-8."""
    return _encoder.encode(noun)


def decode(doc: bytes, kind: type[Noun]) -> Noun:
    """Return the noun of type ``kind`` that ``doc`` holds.

    Raises StoreError where the text is damaged.
    """
    try:
        return _decoder(kind).decode(doc)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _damaged(kind, error) from error


def decode_all(docs: Iterable[bytes], kind: type[Noun]) -> tuple[Noun, ...]:
    """Return the nouns that ``docs`` hold, in their order; raises as :func:`decode`."""
    try:
        return tuple(map(_decoder(kind).decode, docs))
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _damaged(kind, error) from error


def _damaged(kind: type[object], error: Exception) -> StoreError:
    return StoreError(f"The store holds a damaged {kind.__name__} ({error}).")
