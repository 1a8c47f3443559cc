"""All forms of a verb from two of them, in languages whose verbs are conjugated by their endings.

A lexicon names the plural of the past or of the present; the rest follows: "захватили" leads to
"захватил", "захватила", "захватив" and "захватившие", "атакують" to "атакує" and "атакуємо". What is
no word of the language is never found.
"""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import TYPE_CHECKING

from feeds.extraction.lexicons.cases import tongue_of
from feeds.extraction.lexicons.endings import VOWELS
from feeds.extraction.words.spelling import GAP_SIGN, template_of
from feeds.geography.declension import Tongue

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from feeds.extraction.words.phrases import Template

_AS_ADJECTIVES = ("ий", "ая", "ее", "ие", "его", "ей", "их", "им", "ими", "ую", "ем")
"""Ends of participles behind their last consonant."""
_PAST, _PAST_REFLEXIVE = "ли", "лись"
_GONE = "шли"
"""The past of verbs of going, whose other forms have stems of their own."""
_PRESENT = {
    "ют": ("ет", "ющ", ("ем",)), "ут": ("ет", "ущ", ("ем", "ём")),
    "ят": ("ит", "ящ", ("им",)), "ат": ("ит", "ащ", ("им",)),
}  # fmt: skip
"""Ends of the plural of the present, with those of the singular, of the participle and of "we"."""
_GERUNDS = {"ают": "ая", "яют": "яя", "уют": "уя", "юют": "юя", "ят": "я"}
_OF_US = {"ють": ("є", "ємо", "ючи"), "уть": ("е", "емо", "учи"), "ять": ("ить", "имо", "ячи")}
"""Ends of the plural of the present in Ukrainian, with those of the singular, of "we" and of the gerund."""
_REFLEXIVE = "ся"
_BACK = (_REFLEXIVE, "сь")
"""Both ways in which Ukrainian writes a reflexive verb: the second behind vowels, and behind "в"."""
_OPEN = VOWELS | {"в"}
_BARE = ("є", "е")
"""Ends of the singular of the present, which a reflexive verb does not have bare."""
_SHORTEST = 5


@cache
def conjugated(word: str, language: str) -> tuple[str, ...]:
    """Return a verb in the plural with its other forms behind it; any other word alone."""
    ways = _WAYS.get(tongue_of(language))
    if ways is None or len(word) < _SHORTEST or " " in word:
        return (word,)
    return (word, *ways(word))


def conjugated_phrases(
    template: Template, language: str, without: AbstractSet[str] = frozenset()
) -> Iterator[Template]:
    """Yield a template with all forms of those verbs of which it has one, as its first word.

    Of these phrases those in ``without`` are left out.
    """
    head, *rest = template
    forms = dict.fromkeys(form for word in head for form in conjugated(word, language))
    partly = {phrase.partition(" ")[0] for phrase in without} & forms.keys()
    whole = tuple(form for form in forms if form not in partly)
    if whole:
        yield (whole, *rest)
    for words in product(sorted(partly), *(slot or (GAP_SIGN,) for slot in rest)):
        phrase = " ".join(words)
        if phrase not in without:
            yield template_of(phrase)


def _russian(word: str) -> Iterator[str]:
    if word.endswith(_GONE):
        yield from _of_going(word.removesuffix(_GONE))
    elif word.endswith(_PAST):
        yield from _past(word.removesuffix(_PAST), reflexive=False)
    elif word.endswith(_PAST_REFLEXIVE):
        yield from _past(word.removesuffix(_PAST_REFLEXIVE), reflexive=True)
    else:
        reflexive = word.endswith(_REFLEXIVE)
        yield from _present(word.removesuffix(_REFLEXIVE), reflexive=reflexive)


def _ukrainian(word: str) -> Iterator[str]:
    back = word.endswith(_BACK)
    plain = word[:-2] if back else word
    if plain.endswith(_GONE):
        stem = plain.removesuffix(_GONE)
        forms = [f"{stem}{end}" for end in ("шли", "шла", "шло", "шов", "шовши")]
    elif plain.endswith(_PAST):
        stem = plain.removesuffix(_PAST)
        hard = stem[-1] not in VOWELS
        forms = [f"{stem}{end}" for end in ("ли", "ла", "ло", *(("", "ши") if hard else ("в", "вши")))]
    else:
        forms = [plain, *(f"{plain[:-3]}{end}" for end in _OF_US.get(plain[-3:], ()))]
    if not back:
        yield from forms[1:]
        return
    for form in forms:
        if form.endswith(_BARE):
            yield f"{form}ться"
        else:
            yield from (f"{form}{end}" for end in _BACK if form[-1] in _OPEN or end == _REFLEXIVE)


def _of_going(stem: str) -> Iterator[str]:
    yield from (f"{stem}{end}" for end in ("шел", "шёл", "шла", "шло", "йдя"))
    yield from _participles(f"{stem}шедш", reflexive=False)


def _past(stem: str, *, reflexive: bool) -> Iterator[str]:
    hard = stem[-1] not in VOWELS
    ends = ("ла", "ло", "" if hard else "л", *(() if hard else ("в",)))
    for end in ends:
        back = ("шись" if end == "в" else "ся" if end[-1:] not in VOWELS else "сь") if reflexive else ""
        yield f"{stem}{end}{back}"
    yield from _participles(f"{stem}{'' if hard else 'в'}ш", reflexive=reflexive)


def _present(word: str, *, reflexive: bool) -> Iterator[str]:
    singular, participle, ours = _PRESENT.get(word[-2:], ("", "", ()))
    if not singular:
        return
    back, stem = _REFLEXIVE if reflexive else "", word[:-2]
    yield from (f"{stem}{end}{back}" for end in (singular, *ours))
    yield from _participles(f"{stem}{participle}", reflexive=reflexive)
    for end, gerund in _GERUNDS.items():
        if word.endswith(end):
            yield f"{word.removesuffix(end)}{gerund}{'сь' if reflexive else ''}"


def _participles(stem: str, *, reflexive: bool) -> Iterator[str]:
    return (f"{stem}{end}{_REFLEXIVE if reflexive else ''}" for end in _AS_ADJECTIVES)


_WAYS: Mapping[Tongue | None, Callable[[str], Iterator[str]]] = {
    Tongue.RUSSIAN: _russian,
    Tongue.UKRAINIAN: _ukrainian,
}
