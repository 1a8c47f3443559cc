"""Find the characters in the bytes of a document, whatever it says of itself."""

from __future__ import annotations

import codecs
import re
import zlib

from feeds.errors import FormatError

MAX_BYTES = 10_000_000
"""Most bytes that a packed document may unfold to."""
_GZIP = b"\x1f\x8b"
_WRAPPED = 2
"""How often a document may be packed: servers pack anew what is a gzip file already."""
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WIDE: dict[tuple[bool, ...], str] = {
    (False, True, True, True): "utf-32-le",
    (True, True, True, False): "utf-32-be",
    (False, True, False, True): "utf-16-le",
    (True, False, True, False): "utf-16-be",
}
"""Encodings by which of the first four bytes are zero in text that begins with ASCII."""
_CHARSET = re.compile(r"(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,30})", re.IGNORECASE)
_ONE_BYTE = re.compile(
    r"(ascii|us-ascii|iso-?8859|windows|cp|(?:cs)?ibm|ebcdic|koi8|latin|mac|tis-?620|gb|hz|big5|shift|x-sjis|ks_c|euc)"
    r"[-_]?[\w-]*",
    re.IGNORECASE,
)
_WESTERN = re.compile(r"(iso-?8859-?1|latin-?1|us-ascii|ascii)", re.IGNORECASE)
_DECLARED_WITHIN = 1_024
_FOREIGN = re.compile(rb"[\x80-\xff]+")
_LETTERS = re.compile(rb"[^\x80-\xff]+")
_WORD = 2
"""Foreign bytes in a row, on average, from which they are words and not single accented letters."""
_EBCDIC = b"\x4c\x6f\xa7\x94"
"""``<?xm`` as mainframes write it, whatever their code page."""


def text_of_bytes(body: bytes, *, content_type: str = "") -> str:
    """Return ``body`` as text; never fails on a byte that fits nowhere.

    A byte order mark decides, or zeros between the letters; then UTF-8 if the bytes are valid but
    for a few, since text in another encoding hardly ever is; then the charset of ``content_type``,
    that of an XML or HTML declaration. Undeclared text in Cyrillic words is windows-1251 or KOI8-U,
    other text windows-1252; so is what says it is Latin 1, as in browsers. A body packed with gzip
    is unpacked first. Raises FormatError for a gzip body that is broken or too large.
    """
    plain = _unpacked(body)
    for mark, encoding in _MARKS:
        if plain.startswith(mark):
            return plain.decode(encoding, "replace")
    wide = _WIDE.get(tuple(byte == 0 for byte in plain[:4]))
    if wide:
        return plain.decode(wide, "replace")
    try:
        return plain.decode()
    except UnicodeDecodeError:
        return _legacy_text(plain, content_type)


def _legacy_text(plain: bytes, content_type: str) -> str:
    mended = plain.decode("utf-8", "replace")
    if _is_mostly_sound(mended):
        return mended
    declared = plain[:_DECLARED_WITHIN].decode("cp037" if plain.startswith(_EBCDIC) else "ascii", "replace")
    for told in (content_type, declared):
        found = _CHARSET.search(told)
        if found and _ONE_BYTE.fullmatch(found[1]):
            try:
                return plain.decode("windows-1252" if _WESTERN.fullmatch(found[1]) else found[1], "replace")
            except LookupError:
                continue
    return plain.decode(_likely_encoding(plain), "replace")


def _likely_encoding(plain: bytes) -> str:
    """Tell Cyrillic by words of foreign bytes, and KOI8-U by its small letters, 1251's capitals."""
    foreign = _LETTERS.sub(b"", plain)
    if len(foreign) < _WORD * len(_FOREIGN.findall(plain)):
        return "windows-1252"
    upper_half = sum(map(foreign.count, range(0xE0, 0x100)))
    lower_half = sum(map(foreign.count, range(0xC0, 0xE0)))
    return "koi8-u" if lower_half > upper_half else "windows-1251"


def _is_mostly_sound(mended: str) -> bool:
    """Allow one broken character in four: text in another encoding has hardly any that is sound."""
    foreign = len(mended) - len(mended.encode("ascii", "ignore"))
    return mended.count("\ufffd") * 4 <= foreign


def _unpacked(body: bytes) -> bytes:
    plain = body
    for _ in range(_WRAPPED):
        if not plain.startswith(_GZIP):
            break
        plain = _unzipped(plain)
    return plain


def _unzipped(body: bytes) -> bytes:
    unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
    try:
        plain = unpacker.decompress(body, MAX_BYTES + 1)
    except zlib.error as error:
        raise FormatError("a broken gzip file") from error
    if len(plain) > MAX_BYTES:
        raise FormatError(f"a gzip file that unfolds to more than {MAX_BYTES // 1_000_000} MB")
    if not unpacker.eof:
        raise FormatError("a gzip file that breaks off before its end")
    return plain
