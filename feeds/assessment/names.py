"""Whom a name means, however it is spelt: three languages, with or without a rank.

A name's key holds the sounds of its words, in no order; offices are named by the same words in all
languages. It is coarse, so it is for the names of those who speak, and never for places.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
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
    "министр", "губернатор", "речник", "речниця", "аналітик", "аналитик",
)  # fmt: skip
_RANK = frozenset(_RANKS)
_PARTIES = frozenset(("russia", "ukraine"))
_OF_A_PARTY = _LITTLE | frozenset(("officials", "authorities", "side", "military", "kyiv", "moscow"))

_GENERIC = frozenset((
    "group", "project", "channel", "agency", "team", "map", "maps", "monitor", "media", "news", "outlet",
    "wire", "service", "telegram", "канал", "канала", "каналу", "група", "группа", "проєкт", "проект",
    "агентство", "телеграм",
))  # fmt: skip
"""What may stand beside a name without being a part of it: "the Gridline group"."""

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
    (r"(?:mil)?bloggers?|(?:м[иі]л)?бло[гґ]+ер\w*|во[єе]нкор\w*", "blogger"),
)
"""Words of offices and institutes in three languages, without groups, and what they are called here."""
_OFFICE = re.compile("|".join(f"({pattern})" for pattern, _ in _OFFICES))
_MILITARY_BLOGGER = re.compile(r"\bmilitary blogger", re.IGNORECASE)
_BEHIND = re.compile(r",| of | from | з | із | из ")
_CALLED = tuple(called for _, called in _OFFICES)
_OFFICE_WORDS = frozenset(word for called in _CALLED for word in called.split())
_NO_NAME = _OFFICE_WORDS | _LITTLE | _RANK


@dataclass(frozen=True, slots=True)
class Name:
    """What a name can be found by."""

    keys: tuple[str, ...]
    """As it stands, then as if it stood in another case; none where it has no words."""
    bare: str
    """Key without what may stand beside it, "group" or "agency"; empty where no more than that is told."""
    labelled: str
    """Key of the name behind what only says what it is, "Russian channel Lantern"; empty where none is."""
    person: str
    """Key of the full name before "of the Study Group" or ", analyst"; empty where there is none."""
    initials: str
    """Key of a long name's initials, three at least; empty where it has fewer."""
    surname: str
    """Key of the last word of a first and a last name; empty for any other name."""
    is_surname: bool
    """Whether it is a last name by itself, "Syrsky" or "Gen. Syrsky"."""
    is_short_form: bool
    """Whether it may be initials, "ISW"."""
    is_office: bool
    """Whether it is an office that every side has, "the General Staff"."""

    @property
    def key(self) -> str:
        """What equal names of those who speak share; empty for no words."""
        return self.keys[0] if self.keys else ""


@lru_cache(maxsize=_KEPT)
def name_of(name: str) -> Name:
    """Return what ``name`` can be found by; no text raises.

    >>> name_of("Institute for the Study of War").initials == name_of("ISW").key
    True
    >>> name_of("General Oleksandr Syrskyi").surname == name_of("Syrsky").key
    True
    """
    plain, said = _plain(name), name.split()
    before, *behind = _BEHIND.split(name, maxsplit=1)
    last = said[-1] if said else ""
    keys = (_key(plain, inflected=False), _key(plain, inflected=True))
    letters = "".join(word[0] for word in said if word[0].isupper())
    is_named = last[:1].isupper() and not last.isupper() and bool(plain) and plain[-1] not in _OFFICE_WORDS
    bare = [word for word in plain if word not in _GENERIC and word not in _PARTIES]
    return Name(
        keys=tuple(dict.fromkeys(filter(None, keys))),
        bare=_key([word for word in plain if word not in _GENERIC], inflected=False) if bare else "",
        labelled=_key(_behind_label(plain), inflected=False),
        person=_key(_plain(before), inflected=False) if behind and _is_full_name(before) else "",
        initials=fold(letters) if len(letters) >= _LEAST_INITIALS else "",
        surname=_key(plain[-1:], inflected=False) if _is_full_name(name) else "",
        is_surname=is_named and len(plain) == 1,
        is_short_form=name.isupper() and name.isalpha(),
        is_office=bool(plain) and all(word in _OFFICE_WORDS and word not in _PARTIES for word in plain),
    )


def _behind_label(plain: list[str]) -> list[str]:
    """Return the words behind a side and words such as "channel" at the beginning; empty for no such."""
    names = (at for at, word in enumerate(plain) if word not in _GENERIC and word not in _PARTIES)
    first = next(names, 0)
    label = plain[:first]
    return plain[first:] if label[:1] and label[0] in _PARTIES and label[-1] in _GENERIC else []


def who_key(name: str) -> str:
    """Return what equal names of those who speak share; empty for no words.

    >>> who_key("Gen. Oleksandr Syrskyi") == who_key("Олександр Сирський")
    True
    >>> who_key("Russia's Ministry of Defence") == who_key("Минобороны РФ")
    True
    """
    return name_of(name).key


def _is_full_name(name: str) -> bool:
    """Tell a first and a last name, with or without a rank, from all else."""
    plain, said = _plain(name), name.split()[-_FULL_NAME:]
    is_name = len(plain) == len(said) == _FULL_NAME and all(word[0].isupper() for word in said)
    return is_name and not said[-1].isupper() and plain[-1] not in _OFFICE_WORDS


@lru_cache(maxsize=_KEPT)
def speaker_key(name: str) -> str:
    """Return what all names share that may mean one speaker: the last name, or an office's words.

    >>> speaker_key("Gen. Syrsky") == speaker_key("Олександр Сирський")
    True
    >>> speaker_key("the General Staff") == speaker_key("Генштаб")
    True
    """
    plain = _plain(name)
    if all(word in _OFFICE_WORDS for word in plain):
        return " ".join(sorted({word for word in plain if word not in _PARTIES} or plain))
    return _key([word for word in plain if word not in _NO_NAME][-1:] or plain[-1:], inflected=False)


def is_party(name: str) -> bool:
    """Tell whether a name is a whole side's, "Ukraine" or "Kyiv officials", and no office or person of it."""
    words = [word.removesuffix("'s") for word in words_of(name)]
    return bool(words) and all(_called(word) in _PARTIES or word in _OF_A_PARTY for word in words)


def _plain(name: str) -> list[str]:
    """Return the words that tell, in their order: no ranks, offices by the same words."""
    said = _MILITARY_BLOGGER.sub("blogger", name)
    words = [part for word in words_of(said) for part in _called(word.removesuffix("'s")).split()]
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
    found = _OFFICE.fullmatch(word)
    return _CALLED[found.lastindex - 1] if found and found.lastindex else word


def _key(words: list[str], *, inflected: bool) -> str:
    if len(words) == 1 and len(key_of(fold(words[0]))) < SHORTEST:
        # So few sounds fit too much; the letters must be the same.
        return fold(words[0])
    return " ".join(sorted({_sounds(word, inflected=inflected) for word in words}))


def _sounds(word: str, *, inflected: bool) -> str:
    tried = keys_of(word) if inflected else ()
    return tried[-1] if tried else key_of(fold(word)) or fold(word)
