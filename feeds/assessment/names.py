"""Whom a name means, however it is spelt: three languages, with or without a rank.

A name's key holds the sounds of its words, in no order; offices are named by the same words in all
languages. It is coarse, so it is for the names of those who speak, and never for places.
"""

from __future__ import annotations

import re
from functools import lru_cache

from feeds.assessment.wording import words_of
from feeds.geography.folding import fold
from feeds.geography.keys import SHORTEST, key_of, keys_of

_LEAST_INITIALS = 3
_KEPT = 16_384
"""Names whose keys are kept at hand, since the same few speak all day."""
_FULL_NAME = 2
"""Words of a first and a last name."""

_LITTLE = frozenset(("the", "of", "for", "and", "in", "та", "і", "й", "и"))
_RANKS = (
    "gen", "general", "lieutenant", "lt", "maj", "major", "col", "colonel", "cpt", "capt", "captain",
    "admiral", "adm", "brig", "brigadier", "marshal", "commander", "in", "chief", "mr", "mrs", "ms", "dr",
    "president", "minister", "prime", "foreign", "governor", "spokesman", "spokeswoman", "spokesperson",
    "analyst", "blogger",
    "ген", "генерал", "лейтенант", "полковник", "підполковник", "подполковник", "капітан", "капитан",
    "майор", "головком", "главком", "головнокомандувач", "главнокомандующий", "президент", "міністр",
    "министр", "губернатор", "речник", "речниця", "аналітик", "аналитик", "блогер", "блоґер", "воєнкор",
    "военкор",
)  # fmt: skip
_RANK = frozenset(_RANKS)
_PARTIES = frozenset(("russia", "ukraine"))

_OFFICES = (
    (r"mod|минобороны|міноборони", "defense ministry"),
    (r"defen[cs]e|оборон\w*", "defense"),
    (r"ministry|(?:министерств|міністерств)\w*", "ministry"),
    (r"russian?|росси\w*|росій\w*|росії|рф", "russia"),
    (r"ukrain(?:e|ian)|укра[їи]н\w*", "ukraine"),
    (r"генштаб\w*", "general staff"),
    (r"генеральн\w*", "general"),
    (r"штаб\w*", "staff"),
    (r"зсу|всу|afu", "armed forces ukraine"),
    (r"збройн\w*|вооруж[её]нн\w*", "armed"),
    (r"сил|сили|силы", "forces"),
    (r"institute|[иі]нститут\w*", "institute"),
    (r"study|studies|вивчення|изучени[яе]|дослідження", "study"),
    (r"war|війни|войны", "war"),
    (r"centre|center|центр\w*", "center"),
    (r"(?:mil)?bloggers?", "blogger"),
)
"""Words of offices and institutes in three languages, and what they are called here."""
_OFFICE = tuple((re.compile(pattern), called) for pattern, called in _OFFICES)
_OFFICE_WORDS = frozenset(word for _, called in _OFFICES for word in called.split())
_NO_NAME = _OFFICE_WORDS | _LITTLE | _RANK


@lru_cache(maxsize=_KEPT)
def who_key(name: str) -> str:
    """Return what equal names of those who speak share; empty for no words.

    >>> who_key("Gen. Oleksandr Syrskyi") == who_key("Олександр Сирський")
    True
    >>> who_key("Russia's Ministry of Defence") == who_key("Минобороны РФ")
    True
    """
    return _key(_plain(name), inflected=False)


@lru_cache(maxsize=_KEPT)
def who_keys(name: str) -> tuple[str, ...]:
    """Return the keys to look ``name`` up by: as it stands, then as if it stood in another case."""
    plain = _plain(name)
    return tuple(
        dict.fromkeys(key for key in (_key(plain, inflected=False), _key(plain, inflected=True)) if key)
    )


def initials_key(name: str) -> str:
    """Return the key of a long name's initials, three at least; empty where it has fewer.

    >>> initials_key("Institute for the Study of War") == who_key("ISW")
    True
    """
    letters = "".join(word[0] for word in name.split() if word[0].isupper())
    return who_key(letters) if len(letters) >= _LEAST_INITIALS else ""


def surname_key(name: str) -> str:
    """Return the key of the last word of a first and a last name; empty for any other name.

    >>> surname_key("General Oleksandr Syrskyi") == who_key("Syrsky")
    True
    """
    words, plain = name.split()[-_FULL_NAME:], _plain(name)
    is_name = len(words) == len(plain) == _FULL_NAME and all(word[0].isupper() for word in words)
    if not is_name or words[-1].isupper() or plain[-1] in _OFFICE_WORDS:
        return ""
    return _key(plain[-1:], inflected=False)


def is_one_name(name: str) -> bool:
    """Tell a last name by itself, "Syrsky" or "Gen. Syrsky", from all else."""
    plain = _plain(name)
    is_named = _ends_in_a_name(name) and not name.rsplit(maxsplit=1)[-1].isupper()
    return is_named and len(plain) == 1 and plain[0] not in _OFFICE_WORDS


def is_office(name: str) -> bool:
    """Tell "the General Staff", which every side has, from an office with its country."""
    plain = _plain(name)
    return bool(plain) and all(word in _OFFICE_WORDS and word not in _PARTIES for word in plain)


def is_short_form(name: str) -> bool:
    """Tell "ISW" from a name that is spelt out."""
    return name.isupper() and name.isalpha()


def _plain(name: str) -> list[str]:
    """Return the words that tell, in their order: no ranks, offices by the same words."""
    words = [part for word in words_of(name) for part in _called(word.removesuffix("'s")).split()]
    kept: list[str] = []
    dropped = ""
    for word in reversed(words if _ends_in_a_name(name) else ()):
        # What stands right before a person's name, and is no name itself, is a rank, and whose it is.
        before_name = bool(kept) and kept[-1] not in _NO_NAME
        if (word in _RANK and before_name) or (word in _PARTIES and dropped):
            dropped = word
        else:
            kept.append(word)
    told = [word for word in reversed(kept or words[::-1]) if word not in _LITTLE]
    return told or words


def _ends_in_a_name(name: str) -> bool:
    words = name.split()
    return bool(words) and words[-1][:1].isupper()


def _called(word: str) -> str:
    return next((called for pattern, called in _OFFICE if pattern.fullmatch(word)), word)


def _key(words: list[str], *, inflected: bool) -> str:
    if len(words) == 1 and len(key_of(fold(words[0]))) < SHORTEST:
        # So few sounds fit too much; the letters must be the same.
        return fold(words[0])
    return " ".join(sorted({_sounds(word, inflected=inflected) for word in words}))


def _sounds(word: str, *, inflected: bool) -> str:
    tried = keys_of(word) if inflected else ()
    return tried[-1] if tried else key_of(fold(word)) or fold(word)
