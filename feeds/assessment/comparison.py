"""Comparing words that somebody is quoted with to words of their own, by typography folded and no more.

Words are equal or they are not: how alike they are tells only whether both are of one utterance, so
that a difference is worth showing.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from feeds.assessment.names import name_of
from feeds.assessment.wording import party_of
from feeds.model import Alignment, Held, Stretch

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LEAST_WORDS = 4
"""Words of a quotation that can be looked for in a text; fewer stand anywhere."""
_MOST_WORDS = 6_000
"""Of a text that are looked at; an official's post has some hundreds."""
MOST_QUOTED = 400
"""Words of a quotation that are compared."""
_KEPT = 2_048
_ALIKE = 0.75
"""Share of the quotation's words, in order, from which both are one utterance."""
_LEFT_OUT = 60
"""Words that three dots may stand for."""
_BEFORE = 3
"""Words before a quotation that begins in the middle of a sentence, where a "not" may have been cut off."""

_WORD = re.compile(r"\.\.\.|…|[.!?;:\n]|,(?!\d)|\d+(?:[.,]\d+)+|\w+(?:['-]\w+)*")
_FOLDED = str.maketrans("’ʼ‘`´ʹ‐‑ё", "''''''--е", "\u00ad\u200b\u200c\u200d\u2060\ufeff\u0301")
_THOUSANDS = re.compile(r"(?<=\d)[ ,\u00a0\u2009\u202f](?=\d{3}(?!\d))")
_DOTS = frozenset(("...", "…"))
_STOPS = frozenset(".!?;:\n,")
_NEGATIONS = frozenset(
    ("no", "not", "never", "none", "nobody", "nothing", "neither", "nor", "cannot", "without", "denied",
     "не", "ні", "нет", "ни", "немає", "нема", "никогда", "ніколи", "никто", "ніхто", "ничего", "нічого",
     "без", "нельзя", "неправда", "жодного", "жодної", "жоден", "жодна", "ніяких", "никаких")
)  # fmt: skip
_NUMERALS = {
    word: number
    for number, words in enumerate(
        ("zero нуль ноль", "one один одна одне одно", "two два дві две", "three три", "four чотири четыре",
         "five п'ять пять", "six шість шесть", "seven сім семь", "eight вісім восемь",
         "nine дев'ять девять", "ten десять", "eleven одинадцять одиннадцать", "twelve дванадцять двенадцать")
    )
    for word in words.split()
} | {"twenty": 20, "hundred": 100, "thousand": 1_000, "million": 1_000_000, "сто": 100, "тисяча": 1_000,
     "тисяч": 1_000, "тысяча": 1_000, "тысяч": 1_000, "half": 0, "dozen": 12, "both": 2}  # fmt: skip


class Agreement(StrEnum):
    """What comparing a quotation with somebody's own words comes to."""

    SAME = "same"
    """The same words, or a whole part of them."""
    ALTERED = "altered"
    """One utterance, with another negation, number or name in it."""
    OTHER = "other"
    """One utterance in other words."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text."""

    folded: str
    said: str
    opens: bool
    """Whether a sentence, or a part of one, begins with it."""
    after_dots: bool
    """Whether three dots stand before it."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a quotation stands to somebody's own words."""

    agreement: Agreement
    stretches: tuple[Stretch, ...] = ()
    """Both word by word; empty where they are the same."""


@lru_cache(maxsize=_KEPT)
def spoken_words(text: str) -> tuple[Word, ...]:
    """Return the first 6,000 words of ``text``; marks, dashes and apostrophes are no words."""
    plain = unicodedata.normalize("NFKC", text[: _MOST_WORDS * 20]).translate(_FOLDED)
    found: list[Word] = []
    opens, dots = True, False
    for match in _WORD.finditer(_THOUSANDS.sub("", plain)):
        said = match[0]
        if said in _DOTS:
            opens = dots = True
        elif said in _STOPS:
            opens = True
        else:
            for part in said.split("-"):
                found.append(Word(_folded(part), part, opens, dots))
                opens = dots = False
    return tuple(found[:_MOST_WORDS])


def _folded(word: str) -> str:
    return word.casefold().translate(_FOLDED).replace(",", ".")


def compare(quoted: str, own: str, *, word_for_word: bool = False) -> Comparison | None:
    """Return how the words ``quoted`` stand to the text ``own``; None where it has no such utterance.

    With ``word_for_word`` only the same words are looked for, which costs far less.

    >>> compare("We have crossed the ditch", "“We have crossed the ditch!” – and more.").agreement.value
    'same'
    >>> compare("We have crossed the ditch", "We have not crossed the ditch.").agreement.value
    'altered'
    """
    part, whole = spoken_words(quoted)[:MOST_QUOTED], spoken_words(own)
    if not part or not whole:
        return None
    said = _vocabulary(own)
    # Far too few of the words stand anywhere in it: so it is with nearly all that is compared.
    shared = sum(word.folded in said for word in part)
    if shared < _ALIKE * len(part):
        return None
    held = _held(part, whole) if shared == len(part) else None
    if word_for_word:
        return held if held is not None and held.agreement is Agreement.SAME else None
    if held is not None:
        return held
    begin, end = _likeliest(part, whole)
    if begin == end or len(part) < LEAST_WORDS:
        return None
    return _difference(part, whole[begin:end])


@lru_cache(maxsize=_KEPT)
def _vocabulary(text: str) -> frozenset[str]:
    return frozenset(word.folded for word in spoken_words(text))


def _held(part: Sequence[Word], whole: Sequence[Word]) -> Comparison | None:
    """Find the pieces of a quotation, parted by three dots, one behind another."""
    pieces = _pieces(part)
    cut: Comparison | None = None
    for start in _starts(pieces[0], whole, 0, len(whole)):
        spans = _spans(pieces, whole, start)
        if spans is None:
            continue
        lost = [*_cut_before(whole, start), *_left_out(spans, whole)]
        if not lost:
            return Comparison(Agreement.SAME)
        cut = cut or Comparison(Agreement.ALTERED, tuple(_with_lost(spans, whole, lost)))
    return cut


def _pieces(part: Sequence[Word]) -> list[list[Word]]:
    pieces: list[list[Word]] = [[]]
    for word in part:
        if word.after_dots and pieces[-1]:
            pieces.append([])
        pieces[-1].append(word)
    return pieces


def _starts(piece: Sequence[Word], whole: Sequence[Word], begin: int, end: int) -> Iterator[int]:
    wanted = [word.folded for word in piece]
    first = wanted[0]
    for at in range(begin, min(end, len(whole) - len(wanted) + 1)):
        if whole[at].folded == first and [one.folded for one in whole[at : at + len(wanted)]] == wanted:
            yield at


def _spans(
    pieces: Sequence[Sequence[Word]], whole: Sequence[Word], start: int
) -> list[tuple[int, int]] | None:
    spans = [(start, start + len(pieces[0]))]
    for piece in pieces[1:]:
        end = spans[-1][1]
        at = next(_starts(piece, whole, end, end + _LEFT_OUT), None)
        if at is None:
            return None
        spans.append((at, at + len(piece)))
    return spans


def _cut_before(whole: Sequence[Word], start: int) -> Iterator[int]:
    """Yield where a negation stands right before the quotation, in the same part of the sentence."""
    for at in range(start, max(0, start - _BEFORE), -1):
        if whole[at].opens:
            return
        if _is_negation(whole[at - 1].folded):
            yield at - 1


def _left_out(spans: Sequence[tuple[int, int]], whole: Sequence[Word]) -> Iterator[int]:
    """Yield where a negation stands in what three dots stand for."""
    for (_, end), (begin, _) in pairwise(spans):
        yield from (at for at in range(end, begin) if _is_negation(whole[at].folded))


def _with_lost(
    spans: Sequence[tuple[int, int]], whole: Sequence[Word], lost: Sequence[int]
) -> Iterator[Stretch]:
    begin = min(spans[0][0], *lost)
    kept = {at for start, end in spans for at in range(start, end)}
    run: list[int] = []
    for at in range(begin, spans[-1][1]):
        if run and (at in kept) != (run[-1] in kept):
            yield _stretch(Held.BOTH if run[-1] in kept else Held.OWN, [whole[one] for one in run])
            run = []
        run.append(at)
    yield _stretch(Held.BOTH, [whole[one] for one in run])


def _likeliest(part: Sequence[Word], whole: Sequence[Word]) -> tuple[int, int]:
    """Return where in a text most words of a quotation stand together; nowhere where too few do."""
    wanted = Counter(word.folded for word in part)
    size = min(len(whole), len(part) + len(part) // 4 + 1)
    inside: Counter[str] = Counter()
    shared = best = at = 0
    for end, word in enumerate(whole):
        inside[word.folded] += 1
        shared += inside[word.folded] <= wanted[word.folded]
        if end >= size:
            gone = whole[end - size].folded
            shared -= inside[gone] <= wanted[gone]
            inside[gone] -= 1
        if shared > best:
            best, at = shared, max(0, end - size + 1)
    return (at, at + size) if best >= _ALIKE * len(part) else (0, 0)


def _difference(part: Sequence[Word], near: Sequence[Word]) -> Comparison | None:
    near = _trimmed(part, near)
    folded, own = [word.folded for word in part], [word.folded for word in near]
    codes = SequenceMatcher(None, folded, own, autojunk=False).get_opcodes()
    shared = sum(end - begin for kind, begin, end, _, _ in codes if kind == "equal")
    if shared < _ALIKE * len(part):
        return None
    stretches: list[Stretch] = []
    altered = False
    for kind, begin, end, own_begin, own_end in codes:
        carried, spoken = part[begin:end], near[own_begin:own_end]
        if kind == "equal":
            stretches.append(_stretch(Held.BOTH, carried))
            continue
        altered = altered or _tells(carried, spoken)
        stretches += [_stretch(Held.OWN, spoken)] if spoken else []
        stretches += [_stretch(Held.CARRIED, carried)] if carried else []
    return Comparison(Agreement.ALTERED if altered else Agreement.OTHER, tuple(stretches))


def _trimmed(part: Sequence[Word], near: Sequence[Word]) -> Sequence[Word]:
    """Cut from the speaker's words what stands before and behind all that the quotation has of them."""
    blocks = SequenceMatcher(
        None, [word.folded for word in part], [word.folded for word in near], autojunk=False
    ).get_matching_blocks()[:-1]
    if not blocks:
        return near
    # As many words as the quotation has there beside what matches: those may be the changed ones.
    first, last = blocks[0], blocks[-1]
    begin = max(0, first.b - first.a)
    end = min(len(near), last.b + last.size + len(part) - last.a - last.size)
    return near[begin:end]


def _stretch(held: Held, words: Sequence[Word]) -> Stretch:
    return Stretch(held, " ".join(word.said for word in words))


def _tells(carried: Sequence[Word], spoken: Sequence[Word]) -> bool:
    """Tell whether a difference is one of a negation, a number or a name."""
    negated = [sum(_is_negation(word.folded) for word in words) for words in (carried, spoken)]
    if negated[0] != negated[1]:
        return True
    if _numbers(carried) != _numbers(spoken):
        return True
    return _names(carried) != _names(spoken)


def _is_negation(word: str) -> bool:
    return word in _NEGATIONS or word.endswith("n't")


def _numbers(words: Sequence[Word]) -> list[str]:
    said = (str(_NUMERALS.get(word.folded, word.folded)) for word in words)
    return sorted(word for word in said if word[0].isdigit())


def _names(words: Sequence[Word]) -> list[str]:
    """Return the names among some words, each however it is spelt or inflected."""
    found = (word for word in words if word.said[0].isupper() and _is_name(word))
    return sorted({name_of(word.said).keys[-1] for word in found if name_of(word.said).keys})


def _is_name(word: Word) -> bool:
    return not word.opens or party_of(word.said) is not Alignment.INDEPENDENT
