"""Names from outside: which can be names at all, in what language, and which spell the same."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from feeds.geography.declension import Tongue
from feeds.geography.folding import HYPHENS, fold
from feeds.geography.keys import key_of

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST, _MOST = 80, 40
_APOSTROPHES = str.maketrans(dict.fromkeys("’ʼ`´ʹ′‘", "'"))
_NAME = re.compile(r"(?=.*[^\W\d_])[A-Za-z\u00c0-\u024f\u1e00-\u1eff\u0400-\u045f\u0490\u0491 '\d.()-]+")
"""Letters, Latin or of an East Slavic language, with what stands between them; all else is no name."""
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN = re.compile(r"[A-Za-z]")
_UKRAINIAN = re.compile(r"[іїєґ']|[сзц]ьк|йо|ць\b")
_RUSSIAN = re.compile(r"[ыэъё]|[сзц]к(?:$|[иоа])|(?:ая|ое|ые|[еи]й|ово|ево|ино|[ое]вка)$")
_OTHER = re.compile(r"[ўјљњћђџѓќѕѐѝ]|\Bэ|нь[сн]|ъ(?![еёюя])")
"""Letters and ends of Belarusian, Serbian, Bulgarian and others."""
_KIND = re.compile(
    r"\b(?:город|місто|село|селище|посёлок|поселок|хутор|станица|район|oblast|ra[iy]on|khutor|selo)\b"
)
_SPLIT = re.compile(rf"[\s{re.escape(HYPHENS)}]+")


def clean_names(texts: Iterable[str]) -> tuple[str, ...]:
    """Return what can be names, each once, the first ones first; 40 at most, of 80 letters each.

    A text with signs that no name of a place has is left out, not mended: nothing of it is shown.
    """
    found: dict[str, None] = {}
    for text in texts:
        name = _clean(text)
        if name:
            found[name] = None
            if len(found) == _MOST:
                break
    return tuple(found)


def is_cyrillic(name: str) -> bool:
    """Tell whether a name is written in Cyrillic letters only."""
    return bool(_CYRILLIC.search(name)) and not _LATIN.search(name)


def is_latin(name: str) -> bool:
    """Tell whether a name is written in Latin letters only."""
    return bool(_LATIN.search(name)) and not _CYRILLIC.search(name)


def tongue_of(name: str) -> Tongue | None:
    """Return the language that a Cyrillic name is surely of; None: it may be of both, or is of neither."""
    low = name.lower()
    if _OTHER.search(low):
        return None
    ukrainian, russian = bool(_UKRAINIAN.search(low)), bool(_RUSSIAN.search(low))
    if ukrainian == russian:
        return None
    return Tongue.UKRAINIAN if ukrainian else Tongue.RUSSIAN


def is_east_slavic(name: str) -> bool:
    """Tell whether a Cyrillic name can be Ukrainian or Russian, and has no word such as "село" in it."""
    low = name.lower()
    return name[:1].isupper() and is_cyrillic(name) and not _OTHER.search(low) and not _KIND.search(low)


@lru_cache(maxsize=262_144)
def folded(name: str) -> str:
    """Return the spelling under which two writings of one name are equal; hyphens are blanks."""
    return " ".join(part for part in _SPLIT.split(fold(name)) if part)


@lru_cache(maxsize=262_144)
def key(name: str) -> str:
    """Return the key under which the spellings of a name in all languages fall together."""
    return " ".join(key_of(fold(part)) for part in _SPLIT.split(name) if part)


def _clean(text: str) -> str:
    if not 0 < len(text) <= _LONGEST:
        return ""
    plain = " ".join(unicodedata.normalize("NFC", text).translate(_APOSTROPHES).split())
    return plain if _NAME.fullmatch(plain) else ""
