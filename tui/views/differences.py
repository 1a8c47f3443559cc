"""Two texts compared word by word: what only one of them has stands in marks."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from tui.views.lines import Part, Tone, clamp

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

EXPLAINED = "[− ] was there before, [+ ] is there since"
_WORD = re.compile(r"\S+")
_MOST_WORDS = 1_200
"""Of each text between what both begin and end with; comparing takes time by the square of them."""
_AROUND = 8
"""Words shown before and after a change."""
_LONGEST_RUN = 600
"""Characters shown of one change."""


def added(words: str, *, after: str = "") -> Part:
    """Return words that have been put in, with ``after`` before the mark."""
    return Part(f"{after}[+ {words}]", Tone.CONFIRMED)


def removed(words: str, *, after: str = "") -> Part:
    """Return words that have been taken out, with ``after`` before the mark."""
    return Part(f"{after}[− {words}]", Tone.ALTERED)


def changes(old: str, new: str) -> tuple[Part, ...]:
    """Return what is another in ``new`` than in ``old``, each change with a few words around it.

    Empty where all words are the same, however they are spaced. Any two texts will do: of very long
    changes only the beginning is compared, and the rest counts as replaced.
    """
    before, after = _WORD.findall(old), _WORD.findall(new)
    start = _shared(before, after)
    end = _shared(before[start:][::-1], after[start:][::-1])
    if start == len(before) == len(after):
        return ()
    old_part, new_part = before[start : len(before) - end], after[start : len(after) - end]
    parts = [*_kept(before[:start], is_first=True, is_last=False), *_compared(old_part, new_part)]
    parts += _kept(before[len(before) - end :] if end else [], is_first=False, is_last=True)
    return tuple(parts)


def _compared(old: Sequence[str], new: Sequence[str]) -> Iterator[Part]:
    heads = old[:_MOST_WORDS], new[:_MOST_WORDS]
    for kind, begin, stop, new_begin, new_stop in SequenceMatcher(None, *heads, autojunk=False).get_opcodes():
        if kind == "equal":
            yield from _kept(heads[0][begin:stop], is_first=False, is_last=False)
        else:
            yield from _replaced(heads[0][begin:stop], heads[1][new_begin:new_stop])
    yield from _replaced(old[_MOST_WORDS:], new[_MOST_WORDS:])


def _replaced(old: Sequence[str], new: Sequence[str]) -> Iterator[Part]:
    if old:
        yield removed(_said(old), after=" ")
    if new:
        yield added(_said(new), after=" ")


def _kept(words: Sequence[str], *, is_first: bool, is_last: bool) -> Iterator[Part]:
    """Yield what both have, with ``…`` for all that lies far from any change."""
    if not words:
        return
    if is_first:
        shown = words[-_AROUND:]
        text = f"{'… ' if len(words) > _AROUND else ''}{' '.join(shown)}"
    elif is_last:
        text = f" {' '.join(words[:_AROUND])}{' …' if len(words) > _AROUND else ''}"
    elif len(words) > 2 * _AROUND + 1:
        text = f" {' '.join(words[:_AROUND])} … {' '.join(words[-_AROUND:])}"
    else:
        text = f" {' '.join(words)}"
    # A word may be as long as an item, and a blank at either end parts it from the change.
    yield Part((" " if text.startswith(" ") else "") + clamp(text, _LONGEST_RUN), Tone.PLAIN)


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """Return with how many words both begin."""
    number = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        number += 1
    return number


def _said(words: Sequence[str]) -> str:
    return clamp(" ".join(words), _LONGEST_RUN)
