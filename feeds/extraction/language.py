"""Which language a text is in, told by its letters and its small words.

Measured on 23 Nov 2026: TODO
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.lexicon import Lexicon

_SAMPLE = 2_000
"""Characters looked at; a choice, not a measurement."""
_FOREIGN, _SMALL, _KNOWN, _ENDING = -1, 3, 2, 2
"""What a letter of another alphabet, a function word, another word of the lexicon and an ending count."""
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str, lexicons: Sequence[Lexicon]) -> Lexicon:
    """Return the lexicon of the language that ``text`` is most likely in; of equal ones the first.

    Letters that a language does not have speak against it, its words and endings for it; so a text
    without letters is in the first language, as is one whose letters none of them has.
    """
    words = Counter(_WORD.findall(text[:_SAMPLE].lower()))
    letters = Counter("".join(words.elements()))
    return max(lexicons, key=lambda one: _likeness(one, words, letters))


def _likeness(lexicon: Lexicon, words: Counter[str], letters: Counter[str]) -> int:
    own = lexicon.recognition
    foreign = sum(count for letter, count in letters.items() if letter not in own.letters)
    small = sum(words[word] for word in own.function_words & words.keys())
    known = sum(words[word] for word in lexicon.words & words.keys())
    ending = sum(word.endswith(own.endings) for word in words)
    return _FOREIGN * foreign + _SMALL * small + _KNOWN * known + _ENDING * ending
