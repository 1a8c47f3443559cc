"""Names and roles back in the nominative, in languages whose nouns are declined.

The tables are those of :mod:`feeds.geography.declension` and :mod:`feeds.extraction.lexicons.endings`; a
language without them is left as said.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from feeds.extraction.lexicons.endings import (
    CASELESS,
    FEMININE,
    FLEETING,
    IN_PLURAL,
    MANY_CASED,
    NEUTER,
    OF_MEN,
    OF_NOUNS,
    OF_WOMEN,
    PLURAL,
    PLURAL_ADJECTIVES,
    PLURAL_NOUNS,
    SOFT_STEMS,
    STEM_ENDS,
    SURNAMES,
    VOWELS,
)
from feeds.geography.declension import Case, Tongue, declined, load_rules
from feeds.geography.people import given_names, men_in_a, oblique_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.extraction.words.tokens import Token

_MOST_CACHED = 4096


@cache
def tongue_of(language: str) -> Tongue | None:
    """Return the declension of a language; None where there is none."""
    return Tongue(language) if language in set(Tongue) else None


def is_declined(name: str, lexicon: Lexicon) -> bool:
    """Tell whether a name of a place, by its letters, stands in cases in texts of a language."""
    return not name.isascii() or has_own_cases(lexicon)


def has_own_cases(lexicon: Lexicon) -> bool:
    """Tell whether a language declines places by the endings of its lexicon alone."""
    return bool(lexicon.places.endings) and tongue_of(lexicon.language) is None


def all_forms(words: Iterable[str], language: str) -> Iterator[tuple[str, str]]:
    """Yield all cases of single words in the nominative, each with its nominative; phrases as they are."""
    tongue = tongue_of(language)
    for word in words:
        yield word, word
        if tongue is not None and " " not in word and not word.isascii():
            for way in declined(_plain(word), tongue):
                for form, _ in way:
                    yield form, word
                    yield _dotted(form, word), word


def _dotted(form: str, word: str) -> str:
    """Return ``form`` with the "ё" of ``word`` where both have that letter in the same place."""
    at = word.find("ё")
    return f"{form[:at]}ё{form[at + 1 :]}" if at >= 0 and form[at : at + 1] == "е" else form


def given_name(token: Token, language: str) -> str | None:
    """Return the nominative of a given name, in lower case; None for any other word."""
    tongue = tongue_of(language)
    if tongue is None or not token.capital:
        return None
    return given_names(tongue).get(_plain(token.low))


def nominative(row: Sequence[Token], lexicon: Lexicon, known: frozenset[str]) -> list[str]:
    """Return the words of a noun group in the nominative: its adjectives and its head; the rest stays.

    ``known`` are the capitalised words of the item in lower case, to tell what a name is.
    """
    said = [token.said for token in row]
    head = head_of(row, lexicon)
    tongue = tongue_of(lexicon.language)
    if tongue is None or not row:
        return said
    if head is None:
        head = next((at for at, token in enumerate(row) if token.capital), 0)
        return [*said[:head], surname(row[head], tongue, known, woman=None), *said[head + 1 :]]
    noun = lexicon.nouns[row[head].low]
    gender = NEUTER if noun in lexicon.roles.neuters else _gender(noun)
    gender = PLURAL if _in_plural_as(row[head].low, noun, lexicon) else gender
    for at in range(head):
        said[at] = _agreeing(row[at], tongue, gender)
    said[head] = _like(row[head].said, noun)
    return said


def is_adjective(token: Token, language: str) -> bool:
    """Tell whether a word looks like an adjective, or a participle, in any case."""
    return is_adjective_word(token.low, language)


def is_adjective_word(low: str, language: str) -> bool:
    """Tell whether a word in lower case looks like an adjective, or a participle, in any case."""
    tongue = tongue_of(language)
    if tongue is None or low.isascii():
        return False
    word = _plain(low)
    adjective = _endings(tongue, adjectives=True)
    ends = any(word[cut:] in adjective and word[cut:] not in OF_NOUNS for cut in range(2, len(word) - 1))
    return ends or (word[-1:] in load_rules()[tongue].adjectives and word[-2:-1] in STEM_ENDS)


def ends_alike(adjective: str, noun: str) -> bool:
    """Tell whether two words may both be feminine, or both plural, in the nominative."""
    kinds = (FEMININE, PLURAL)
    return any(adjective.endswith(ends) and noun.endswith(ends) for ends in kinds)


def is_oblique(token: Token, last: Token, language: str) -> bool:
    """Tell whether a given name, with ``last`` behind it, stands in another case than the nominative."""
    name, tongue = given_name(token, language), tongue_of(language)
    if name is None or tongue is None:
        return False
    plain = _plain(token.low)
    if plain in {f"{name}{end}" for end in FEMININE} and _is_womans(last.low):
        return False  # "Ярослава Козак" is no form of "Ярослав Козак"
    return name != plain or (plain in oblique_names(tongue) and last.low.endswith(OF_MEN))


def is_plain(token: Token, language: str) -> bool:
    """Tell whether a given name can stand in the nominative alone."""
    tongue, plain = tongue_of(language), _plain(token.low)
    return (
        tongue is not None and given_names(tongue).get(plain) == plain and plain not in oblique_names(tongue)
    )


def _is_womans(last: str) -> bool:
    """Tell whether a last name behind a first name in "a" can only be a woman's in the nominative."""
    alike = last[-1] not in VOWELS and last[-1].isalpha() and not last.endswith(MANY_CASED)
    return alike or last.endswith(OF_WOMEN)


def surname_like(word: str) -> bool:
    """Tell whether a word in lower case ends as surnames in the nominative do."""
    return word.endswith(SURNAMES)


def head_of(row: Sequence[Token], lexicon: Lexicon) -> int | None:
    """Return the noun for those who speak that a group is about; "military" before "ministry" is none."""
    for at, token in enumerate(row):
        if token.low in lexicon.nouns:
            following = row[at + 1].low if at + 1 < len(row) else ""
            more = following in lexicon.nouns and following not in lexicon.roles.neuters
            if not (more and is_adjective(token, lexicon.language)):
                return at
    return None


def full_name(row: Sequence[Token], lexicon: Lexicon, known: frozenset[str]) -> list[str]:
    """Return the words of a person's name in the nominative: given names, then a surname."""
    tongue = tongue_of(lexicon.language)
    if tongue is None:
        return [token.said for token in row]
    woman: bool | None = None
    said = []
    genitive = False
    for token in row:
        given = _given(token, tongue) if woman is None else None
        if given is not None:
            woman = given.endswith(FEMININE) and given not in men_in_a(tongue)
            genitive = not woman and token.low.endswith(FEMININE) and token.low != given
        small = not (given or token.capital)  # "de" of a last name
        small = small or (genitive and not given and token.low.endswith(CASELESS))
        last = token.said if small else surname(token, tongue, known, woman=woman)
        said.append(_like(token.said, given) if given else last)
    return said


def _given(token: Token, tongue: Tongue) -> str | None:
    """Return the nominative of a given name that stands in another case, or else of any form of one."""
    word = _plain(token.low)
    return oblique_names(tongue).get(word) or given_names(tongue).get(word)


def surname(token: Token, tongue: Tongue, known: frozenset[str], *, woman: bool | None) -> str:
    """Return the likeliest nominative of a name that stands in another case."""
    if token.said.isupper() or token.said.isascii():
        return token.said
    word = _plain(token.low)
    ways = [one for one in _nominatives(word, tongue) if one != word]
    met = [one for one in ways if one in known]
    if woman:
        ways = [one for one in ways if one.endswith(FEMININE)]
    else:
        ways = [one for one in ways if not _ends_oddly(one)]
    chosen = met or ways
    best = min(chosen, key=lambda one: (_unlike_surname(one), len(one), one), default=word)
    return (
        token.said if _unlike_surname(best) > len(SURNAMES) and best not in known else _like(token.said, best)
    )


def _unlike_surname(word: str) -> int:
    """Rank a nominative: the ends of surnames first, then consonants, then the rest."""
    for rank, end in enumerate(SURNAMES):
        if word.endswith(end):
            return rank
    if word[-1] not in VOWELS or word.endswith("ко"):
        return len(SURNAMES)
    return len(SURNAMES) + (0 if word.endswith(FEMININE) else 1)


def _ends_oddly(word: str) -> bool:
    """Tell whether a word ends as no man's name does: "Гончаренк", "Пушилино", "Кравць"."""
    cluster = word.endswith("к") and len(word) > 1 and word[-2] not in VOWELS and word[-2] not in "сь"
    cluster = cluster or (word.endswith(FLEETING) and word.rstrip("ць")[-1:] not in (*VOWELS, ""))
    return cluster or (word.endswith(NEUTER + PLURAL) and not word.endswith("ко"))


def agreeing(row: Sequence[Token], noun: str, language: str) -> list[str]:
    """Return words in the nominative of the gender of ``noun``; what is no adjective stays as said."""
    tongue = tongue_of(language)
    if tongue is None:
        return [token.said.removesuffix("'s") for token in row]
    return [_agreeing(token, tongue, _gender(noun)) for token in row]


def _agreeing(token: Token, tongue: Tongue, gender: tuple[str, ...]) -> str:
    """Return an adjective in the nominative of a gender; any other word as said."""
    if token.said.isupper() or token.said.isascii():
        return token.said
    word = _plain(token.low)
    every = _nominatives(word, tongue, adjectives=True)
    ways = [one for one in every if _adjective_gender(one) == gender]
    if gender is NEUTER and not ways:
        ways = [one for one in every if _adjective_gender(one) == FEMININE]  # "of the X OVA"
    best = min(ways, key=lambda one: (len(one), _is_hard(one)), default="")
    return _like(token.said, best) if best else token.said


def _is_hard(word: str) -> bool:
    """Tell whether the end of an adjective is that of another kind than its stem has: "трета"."""
    return word.endswith(tuple(f"{stem}а" for stem in SOFT_STEMS))


def _gender(word: str) -> tuple[str, ...]:
    """Return the ends of words of the same gender or number; () for masculine ones."""
    if word.endswith("я") and word[-2:-1] == word[-3:-2]:
        return NEUTER
    if word.endswith(PLURAL_NOUNS):
        return PLURAL
    return next((ends for ends in (NEUTER, FEMININE, PLURAL) if word.endswith(ends)), ())


def _adjective_gender(word: str) -> tuple[str, ...]:
    return PLURAL if word.endswith(PLURAL_ADJECTIVES) else _gender(word)


@lru_cache(maxsize=_MOST_CACHED)
def _nominatives(word: str, tongue: Tongue, *, adjectives: bool = False) -> tuple[str, ...]:
    """Return all nominatives of which ``word`` is a form in another case, by the tables."""
    found: dict[str, None] = {}
    for cut in range(1, len(word) + 1):
        for end in _endings(tongue, adjectives=adjectives).get(word[cut:], ()):
            base = word[:cut] + end
            if any(
                form == word and cases & ~Case.NOMINATIVE
                for way in declined(base, tongue, last=not adjectives)
                for form, cases in way
            ):
                found[base] = None
    return tuple(found)


@cache
def _endings(tongue: Tongue, *, adjectives: bool) -> Mapping[str, tuple[str, ...]]:
    """Return the ends of nominatives by the ends of their other cases."""
    rules = load_rules()[tongue]
    plain = {end: ways for end, ways in rules.attributes.items() if len(end) == 1}
    tables = (rules.adjectives, plain) if adjectives else (rules.nouns, rules.adjectives)
    found: dict[str, dict[str, None]] = {}
    for table in tables:
        for end, ways in table.items():
            for way in ways:
                for form, _ in way:
                    found.setdefault(form, {})[end] = None
    return {form: tuple(ends) for form, ends in found.items()}


def _like(said: str, word: str) -> str:
    """Return ``word`` with the letters of ``said`` as far as both agree, and its capitals."""
    same = 0
    while same < min(len(said), len(word)) and _plain(said[same].lower()) == word[same]:
        same += 1
    if not same:
        return word.capitalize() if said[:1].isupper() else word
    return said[:same] + word[same:]


def in_plural(words: Iterable[str], language: str) -> Iterator[tuple[str, str]]:
    """Yield the cases of the plural of single words in the singular, each with the plural's nominative."""
    for word in words:
        for single, many, ends in IN_PLURAL.get(language, ()):
            if word.endswith(single) and " " not in word:
                stem = word.removesuffix(single)
                yield from ((f"{stem}{end}", f"{stem}{many}") for end in ends)


def _in_plural_as(form: str, noun: str, lexicon: Lexicon) -> bool:
    """Tell whether ``form`` is of the plural ``noun`` of a word in the singular that the lexicon has."""
    for single, many, ends in IN_PLURAL.get(lexicon.language, ()):
        stem = noun.removesuffix(many)
        if stem != noun and f"{stem}{single}" in lexicon.nouns and form in {f"{stem}{end}" for end in ends}:
            return True
    return False


def _plain(word: str) -> str:
    return word.replace("ё", "е")
