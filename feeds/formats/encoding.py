"""Find the characters in the bytes of a document, whatever it says of itself."""

from __future__ import annotations

import codecs
import re
import zlib

from feeds.errors import FormatError

MAX_BYTES = 10_000_000
"""Most bytes that a packed document may unfold to."""
_GZIP = b"\x1f\x8b"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\x00", "utf-16-le"),
    (b"\x00<", "utf-16-be"),
)
_CHARSET = re.compile(r"(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,30})", re.IGNORECASE)
_ONE_BYTE = re.compile(r"(iso-?8859|windows|cp|koi8|latin|mac|gb|big5|shift|euc)[-_]?\w*", re.IGNORECASE)
_DECLARED_WITHIN = 1_024
_FALLBACK = "windows-1251"


def text_of_bytes(body: bytes, *, content_type: str = "") -> str:
    """Return ``body`` as text; never fails on a byte that fits nowhere.

    A byte order mark decides; then UTF-8 if the bytes are valid, since text in another encoding
    hardly ever is; then the charset of ``content_type``, that of an XML or HTML declaration, and
    at last windows-1251. A body packed with gzip is unpacked first. Raises FormatError for a
    broken or too large gzip body.
    """
    plain = _unpacked(body) if body.startswith(_GZIP) else body
    for mark, encoding in _MARKS:
        if plain.startswith(mark):
            return plain.decode(encoding, "replace")
    try:
        return plain.decode()
    except UnicodeDecodeError:
        return _legacy_text(plain, content_type)


def _legacy_text(plain: bytes, content_type: str) -> str:
    declared = plain[:_DECLARED_WITHIN].decode("ascii", "replace")
    for told in (content_type, declared):
        found = _CHARSET.search(told)
        if found and _ONE_BYTE.fullmatch(found[1]):
            try:
                return plain.decode(found[1], "replace")
            except LookupError:
                continue
    mended = plain.decode("utf-8", "replace")
    return mended if _is_mostly_sound(mended) else plain.decode(_FALLBACK, "replace")


def _is_mostly_sound(mended: str) -> bool:
    """Allow one broken character in twenty: a few cut ones don't make a text windows-1251."""
    foreign = len(mended) - len(mended.encode("ascii", "ignore"))
    return mended.count("\ufffd") * 20 <= foreign


def _unpacked(body: bytes) -> bytes:
    try:
        plain = zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(body, MAX_BYTES + 1)
    except zlib.error as error:
        raise FormatError("a broken gzip file") from error
    if len(plain) > MAX_BYTES:
        raise FormatError(f"a gzip file that unfolds to more than {MAX_BYTES // 1_000_000} MB")
    return plain
