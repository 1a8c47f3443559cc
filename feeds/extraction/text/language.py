"""Which language a text is in, told by its letters and its small words.

Measured in November 2026, right in percent: 391 paragraphs of the development corpora 99.5, their first
six words 99.5; 6,700 paragraphs of channels, agencies and assessments 99.8, their first six words 99.6.
What is wrong there are lines of names in another script and words that both languages have. 0.14 ms a
post of a thousand characters.
"""

from __future__ import annotations

import re
from collections import Counter
from operator import itemgetter
from typing import TYPE_CHECKING

from feeds.extraction.words.tokens import lowered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.lexicons.lexicon import Lexicon

_ENOUGH = 2
"""Languages that letters alone do not part."""
_SAMPLE = 1_000
"""Characters looked at; a choice, not a measurement."""
_FOREIGN, _SMALL, _KNOWN, _ENDING = -1, 3, 2, 2
"""What a letter of another alphabet, a function word, another word of the lexicon and an ending count."""
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")


def language_of(text: str, lexicons: Sequence[Lexicon], *, usual: str = "") -> Lexicon:
    """Return the lexicon of the language that ``text`` is most likely in.

    Of equal ones it is that of ``usual``, the language that the source of the text mostly has, or else
    the first.

    Letters that a language does not have speak against it, its words and endings for it; so a text
    without letters is in the first language, as is one whose letters none of them has.
    """
    plain = [one for one in lexicons if "a" in one.recognition.letters] if text.isascii() else ()
    if len(plain) == 1:
        return plain[0]
    lexicons = sorted(lexicons, key=lambda one: one.language != usual)
    sample = lowered(text[:_SAMPLE])
    letters = {
        letter: count for letter, count in Counter(sample).items() if letter.isalpha() or letter == "'"
    }
    most = sum(letters.values()) / 2
    foreign = [
        (lexicon, sum(letters[letter] for letter in letters.keys() - lexicon.recognition.letters))
        for lexicon in lexicons
    ]
    likely = [one for one in foreign if one[1] <= most]
    if len(likely) < _ENOUGH:
        return min(foreign, key=itemgetter(1))[0]
    words = Counter(_WORD.findall(sample))
    return max(likely, key=lambda one: _likeness(one[0], words) + _FOREIGN * one[1])[0]


def _likeness(lexicon: Lexicon, words: Counter[str]) -> int:
    small, ends = lexicon.recognition.function_words, lexicon.recognition.endings
    likeness = 0
    for word, count in words.items():
        if word in lexicon.words:
            likeness += count * (_KNOWN + _SMALL * (word in small))
        if not ends.isdisjoint((word[-1:], word[-2:], word[-3:], word[-4:])):
            likeness += _ENDING
    return likeness
