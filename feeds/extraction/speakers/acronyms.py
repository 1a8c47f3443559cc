"""Organisations by their initials: which longer name a short form of capitals stands for."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from feeds.extraction.speakers.speakers import Speaker

_ACRONYM = re.compile(r"\(([A-Z][A-Za-z]{1,6})\)")
_SPELLED = 120
"""Characters before a bracket in which its letters are spelled out."""
_BRACKETED = re.compile(r"\((\w{2,8})\)")
_BEFORE = 80
"""Characters before a bracket in which the words that it shortens stand."""
_LAST = 2
"""Words before a bracket that tell a name."""
_FEWEST_LETTERS = 3
_FEWEST_CUT = 2
"""Letters that are left of a word at the front of a blend."""
_MOST_HEARD = 40
"""Speakers among whom the longer name is looked for."""


def in_brackets(text: str) -> dict[str, tuple[str, str]]:
    """Return the last two words before each short form in brackets, "the study of war (ISW)", by it."""
    found: dict[str, tuple[str, str]] = {}
    for match in _BRACKETED.finditer(text):
        words = text[max(0, match.start() - _BEFORE) : match.start()].lower().split()
        if match.group(1).isupper() and len(words) >= _LAST:
            found[match.group(1)] = (words[-2], words[-1])
    return found


def in_full(
    speaker: Speaker, heard: Sequence[Speaker], short_forms: Mapping[str, tuple[str, str]]
) -> Speaker | None:
    """Return the last one heard for whose longer name a speaker's is short; None for a name of words."""
    if not speaker.name.isupper() or speaker.role:
        return None
    for other in reversed(heard[-_MOST_HEARD:]):
        if not other.role and _stands_for(speaker.name, other.name, short_forms):
            return other
    return None


def _stands_for(short: str, whole: str, short_forms: Mapping[str, tuple[str, str]]) -> bool:
    """Tell whether capitals stand for a longer name: by its initials, or as brackets tell."""
    if not short.isupper() or " " in short or " " not in whole:
        return False
    if whole.split(maxsplit=1)[0] == short:
        return True  # "OSUV" of «OSUV "Dnipro"»
    words = whole.replace("-", " ").split()
    initials = "".join(word[0] for word in words if word[0].isalpha()).upper()
    last = short_forms.get(short)
    told = last is not None and set(last) <= set(whole.lower().split())
    return told or (len(short) >= _FEWEST_LETTERS and initials.startswith(short))


def is_blend_of(short: str, whole: str) -> bool:
    """Tell whether a word is made of two of a longer name, the first cut: "Генштаб" of "Генеральный штаб"."""
    words, blend = whole.lower().split(), short.lower()
    return " " not in short and any(
        blend.endswith(second)
        and len(blend) >= len(second) + _FEWEST_CUT
        and first.startswith(blend[: -len(second)])
        for first, second in pairwise(words)
    )


def blended(speaker: Speaker, heard: Sequence[Speaker]) -> Speaker | None:
    """Return the last one heard who is the same body by a blend: "Генштаб ВСУ" and "Генеральный штаб"."""
    if speaker.role:
        return None
    for other in reversed(heard):
        if other.role or other.name == speaker.name:
            continue
        if _is_blended(speaker.name, other.name) or _is_blended(other.name, speaker.name):
            return replace(other, via=speaker.via)
    return None


def _is_blended(short: str, whole: str) -> bool:
    """Tell whether a name begins with a blend of a longer one, and says nothing else of whose it is."""
    blend, *rest = short.split()
    words = whole.split()
    own = {*words, "".join(word[0] for word in words[_LAST:]).upper()}
    return is_blend_of(blend, whole) and (len(words) == _LAST or set(rest) <= own)


def spelled_out(text: str, particles: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield each short form in brackets, in lower case, with the words before it that spell it."""
    for match in _ACRONYM.finditer(text):
        before = text[max(0, match.start() - _SPELLED) : match.start()]
        full = _spelled_out(before, match.group(1), particles=particles)
        if full:
            yield match.group(1).lower(), full


def _spelled_out(before: str, letters: str, *, particles: frozenset[str]) -> str:
    """Return the capitalised words right before a bracketed short form that spell it."""
    words = before.split()
    taken: list[str] = []
    initials = ""
    while words and len(initials) < len(letters):
        word = words.pop()
        if not (word[0].isupper() or word.lower() in particles):
            break
        taken.insert(0, word)
        initials = (word[0] if word[0].isupper() else "") + initials
    return " ".join(taken) if initials.lower() == letters.lower() else ""
